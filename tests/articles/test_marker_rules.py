"""Every marker of debris: lines that it takes, and lines of prose that look like them and stay."""

import pytest
from article_pages import LAST, MORE, PROSE, lines, removed, text_page

from kronik.articles.article import article_of

TAKEN = (
    ("Baca Juga", "related"),
    ("BACA JUGA:", "related"),
    ("Baca juga: Pasar Apung Teluk Damai Kembali Dibuka Bulan Depan", "related"),
    ("Baca juga:Pasar Apung Teluk Damai Kembali Dibuka", "related"),
    ("Baca Juga Pasar Apung Teluk Damai Kembali Dibuka", "related"),
    ("(Baca juga: Pasar Apung Teluk Damai Kembali Dibuka)", "related"),
    ("Simak juga Video 'Nelayan Teluk Damai Panen Raya':", "related"),
    ("Lihat juga Video: Nelayan Teluk Damai Panen Raya", "related"),
    ("Tonton juga: Nelayan Teluk Damai Panen Raya", "related"),
    ("Saksikan juga Bincang Pagi, Wali Kota: Jembatan Selesai Tepat Waktu!", "related"),
    ("Read also: Floating market reopens next month", "related"),
    ("Baca selengkapnya di sini.", "related"),
    ("Baca selengkapnyadi sini", "related"),
    ("Selengkapnya klik di sini", "related"),
    ("Pilihan Editor: Mengapa Pasar Apung Sepi Pembeli", "related"),
    ("Advertisement", "advert"),
    ("ADVERTISEMENT", "advert"),
    ("SCROLL TO CONTINUE WITH CONTENT", "advert"),
    ("Scroll untuk melanjutkan membaca", "advert"),
    ("Saksikan Live KabarPagi:", "advert"),
    ("Ikuti Whatsapp Channel Kabar Teluk", "advert"),
    ("Cek berita dan artikel yang lain di Google News", "advert"),
    ("Dapatkan berita pilihan setiap hari lewat WhatsApp Channel kami.", "advert"),
    ("Ikuti kami di Instagram dan Facebook untuk kabar terbaru", "advert"),
    ("[Gambas:Video 20detik]", "media"),
    ("A post shared by Kabar Teluk (@kabarteluk)", "media"),
    ("Lihat postingan ini di Instagram", "media"),
    ("Simak juga video pilihan berikut ini:", "media"),
    ("Saksikan Video Pilihan Ini:", "media"),
    ("Foto: Rani Puspa/Kabar Teluk", "media"),
    ("Jembatan Lembayung dilihat dari udara. Foto: Dok. Pemkot", "media"),
    ("Jembatan Lembayung dilihat dari udara (Foto: Rani Puspa)", "media"),
    ("(ANTARA FOTO/Rani Puspa)", "media"),
    ("SHUTTERSTOCK/Rani PuspaIlustrasi jembatan gantung", "media"),
    ("https://cdn.example.com/foto/jembatan-lembayung.jpg", "media"),
    (":quality(30):format(webp)/teluk/foto/jembatan-77.jpg)", "media"),
    ("https://www.youtube.com/watch?v=abc123", "media"),
    ("Simak berita selengkapnya di halaman selanjutnya.", "navigation"),
    ("Halaman Selanjutnya", "navigation"),
    ("Daftar Isi", "navigation"),
    ("Apakah artikel ini bermanfaat bagi Anda?", "navigation"),
    ("Tags: jembatan, sungai, pembangunan", "navigation"),
    ("Bagikan artikel ini", "navigation"),
    ("#JembatanBaru #TelukDamai", "navigation"),
    ("Beranda > Daerah > Teluk Damai", "navigation"),
    ("Penulis: Rani Puspa", "byline"),
    ("Editor : Bayu Laksana", "byline"),
    ("Reporter: Rani PuspaEditor: Bayu Laksana", "byline"),
    ("Artikel ini telah tayang di Kabar Utara.", "byline"),
    ("Diadaptasi oleh Rani Puspa", "byline"),
    ("(rap/bla)", "byline"),
    ("Update berita lainnya di KabarTeluk.co dan Google News", "advert"),
    ("Dapatkan kabar berita pilihan setiap hari dari Kabar.com.", "advert"),
    ("Simak berita pilihan kami langsung di ponsel Anda.", "advert"),
    ("Kabar.com berkomitmen pada jurnalisme yang jernih.", "advert"),
    ("Follow @kabarteluk di Instagram", "advert"),
    ("Simak berita lainnya terkait Jembatan Lembayung", "related"),
    ("Simak berita lain seputar topik artikel ini, di sini:", "related"),
    ("Selanjutnya: Harga Ikan Naik Jelang Musim Barat", "related"),
    ("Tonton: Nelayan Teluk Damai Panen Raya", "related"),
    ("Video Terpopuler Hari ini:", "related"),
    ("Perbesar", "navigation"),
    ("2 jam yang lalu", "navigation"),
    ("Waktu baca 3 menit", "navigation"),
    ("Tinggalkan komentar", "navigation"),
    ("[rap/bla]", "byline"),
    ("Artikel ini ditulis oleh Rani Puspa, peserta magang.", "byline"),
    ("*) Penulis adalah dosen ilmu politik di Teluk Damai", "byline"),
    ("Tim Redaksi", "byline"),
    ("Artikel ini sudah lebih dulu di kabarutara. Selengkapnya klik disini.", "byline"),
    ("Untuk melihat jadwal kapal pekan ini, bisa diklikdi sini.", "related"),
    ("Jadwal Kapal Teluk Damai dengan klik tautan di sini.", "related"),
    ("Anda juga bisa menonton upacara itu lewat tautanini.", "related"),
    ("Yuk, segera pesan tiket pameran perahu di sini.", "advert"),
    ("Perahu baru warna biru, cantik sekali!pic.example pic.twitter.com/aB3dE", "media"),
    ("Simak hasil penelusurannya dalam halaman berikutini.....", "navigation"),
    ("Rani Puspa, pengajar sejarah. Isi kolom menjadi tanggung jawab penulis.", "byline"),
    ("Getty Images", "media"),
    ("Wali kota saat meresmikan jembatan. ANTARA/Rani Puspa", "media"),
    ("Wali kota (tengah) saat meresmikan jembatan. (Rani Puspa/Kabar.com)", "media"),
    ("Gambar 1: Denah jembatan", "media"),
    ("Copyright © Kabar Teluk 2025", "boilerplate"),
    ("Dilarang mengambil konten di situs ini tanpa izin redaksi", "boilerplate"),
)

KEPT = (
    "Baca juga menjadi kebiasaan warga desa itu sejak perpustakaan keliling datang setiap pekan.",
    "Simak cara mendaftar program itu dalam penjelasan kepala dinas berikut.",
    "Lihat saja, kata dia, betapa ramai pasar itu setiap pagi.",
    "Foto itu diambil warga dari tepi sungai dan segera menyebar.",
    "Video berdurasi dua menit itu memperlihatkan perahu terbalik di dekat dermaga.",
    "Iklan layanan masyarakat itu diputar di balai desa setiap malam.",
    "Editor majalah itu mengatakan naskahnya ditulis selama tiga tahun.",
    "Penulis muda asal Teluk Damai itu memenangi lomba cerita pendek.",
    "Sumber air di bukit itu mengering sejak kemarau panjang.",
    "Ikuti jejak kakek mereka, kedua bersaudara itu melaut sejak remaja.",
    "Bagikan saja, kata dia, kepada tetangga yang lebih membutuhkan.",
    "Tag harga di pasar itu tidak pernah diganti sejak awal tahun.",
    "Artikel ini, menurut dia, ditulis tanpa menyebut pendapat warga.",
    "Selengkapnya, aturan itu memuat dua belas pasal tentang izin melaut.",
    "Halaman masjid itu penuh oleh warga yang menunggu giliran.",
    "Lihat juga Wali Kota, kata warga, yang ikut memanggul beras ke dermaga.",
    "Dapatkan perahu itu pulang, pinta sang ibu kepada regu penolong.",
    "Dua jam yang lalu hujan turun deras di lereng bukit itu.",
    "Simak berita itu baik-baik, pesan kepala desa kepada warganya.",
    "Kabar.com menerbitkan laporan tentang jembatan itu bulan lalu.",
    "Selanjutnya, panitia menghitung suara di hadapan para saksi.",
    "Facebook menutup ribuan akun palsu menjelang pemilihan kepala daerah.",
    "Penulis adalah saksi zamannya, ujar dosen sastra itu.",
    "Cek Fakta Kabar menelusuri klaim tentang titik bergaris di grup WhatsApp itu.",
    "Klik pada sakelar itu terdengar jelas, kata saksi, sebelum lampu padam.",
    "Advertorial bukan berita, kata dosen itu di depan mahasiswanya.",
    "Artikel ini sudah lebih dulu dibaca ribuan warga, kata bupati.",
    "Menurut polisi, korban diminta klik di situs palsu yang mirip milik bank.",
    "Warga diminta tidak membuka pesan yang menyuruh klik di sini, kata polisi kepada wartawan.",
    "Anda bisa melihat sendiri akibatnya di desa ini.",
    "Yuk, kata sang bupati, segera daftar ke kantor kelurahan masing-masing.",
    "Di halaman berikutnya, buku itu memuat peta lama pelabuhan.",
    "Isi pidato itu tanggung jawab penulisnya, kata juru bicara wali kota kepada pers kemarin siang.",
    "Lihat postingan akun wali kota itu ramai dibagikan warga.",
)


@pytest.mark.parametrize(("line", "reason"), TAKEN)
def test_a_marked_line_between_paragraphs_is_removed_with_its_reason(packs, line, reason):
    text = lines(PROSE, MORE, line, LAST)
    article = article_of(text_page(text, title="Jembatan Lembayung Diresmikan"), packs)
    assert (line, reason) in removed(article, text)
    assert article.prose == lines(PROSE, MORE, LAST)


@pytest.mark.parametrize("line", KEPT)
def test_prose_that_begins_like_a_marker_stays(packs, line):
    text = lines(PROSE, line, LAST)
    article = article_of(text_page(text, title="Jembatan Lembayung Diresmikan"), packs)
    assert removed(article, text) == []
    assert article.prose == text


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"{MORE}Baca juga: Pasar Apung Teluk Damai Kembali Dibuka", MORE),
        (f"{MORE} (Baca juga: Pasar Apung Teluk Damai Kembali Dibuka)", MORE),
        (f"{MORE}[Gambas:Video Kabar]", MORE),
        (f"{MORE}Ikuti Whatsapp Channel Kabar Teluk", MORE),
        (f"{MORE} Siaran ulang dengan klikdi sini.", MORE),
        (f"{MORE} Simak dalam artikel berikutini...", MORE),
        (f"{MORE} Simak dalam artikel berikut ini.", f"{MORE} Simak dalam artikel berikut ini."),
        (f"{MORE} Simak selengkapnya dalam halaman berikutini...", MORE),
        (f"{MORE}Lihat postingan ini di InstagramSebuah kiriman dibagikan oleh Kabar (@kabar.teluk)", MORE),
        (f"{MORE} #JembatanBaru #TelukDamai", MORE),
        (f"{MORE}Baca JugaPasar Apung Teluk Damai Kembali DibukaHarga Ikan Naik Jelang Musim Barat{LAST}", MORE + LAST),
    ],
)
def test_debris_glued_to_a_paragraph_goes_and_the_paragraph_stays(packs, line, kept):
    article = article_of(text_page(lines(PROSE, line), title="Jembatan Lembayung Diresmikan"), packs)
    assert article.prose == lines(PROSE, kept)


def test_a_label_with_a_colon_takes_the_headline_below_it(packs):
    text = lines(PROSE, "Baca juga:", "Pasar Apung Teluk Damai Kembali Dibuka Bulan Depan", MORE)
    assert article_of(text_page(text, title="Jembatan"), packs).prose == lines(PROSE, MORE)


def test_a_bare_label_leaves_the_sub_heading_below_it(packs):
    text = lines(PROSE, "Baca Juga", "Panjang dan Lebar Jembatan", MORE)
    article = article_of(text_page(text, title="Jembatan Lembayung Diresmikan"), packs)
    assert "Panjang dan Lebar Jembatan" in article.prose
    assert removed(article, text) == [("Baca Juga", "related")]


def test_a_heading_takes_the_list_of_headlines_below_it(packs):
    text = lines(
        PROSE, MORE, "Artikel Terkait", "Pasar Apung Kembali Dibuka", "Harga Ikan Naik Jelang Musim Barat Tahun Ini"
    )
    assert article_of(text_page(text, title="Jembatan"), packs).prose == lines(PROSE, MORE)


def test_a_note_on_risk_is_kept_for_reading_only(packs):
    text = lines(PROSE, MORE, "Disclaimer: Setiap keputusan membeli ada di tangan pembaca.")
    article = article_of(text_page(text, title="Jembatan"), packs)
    assert [str(entry.verdict) for entry in article.ledger] == ["prose", "unsure"]
    assert article.prose == text
