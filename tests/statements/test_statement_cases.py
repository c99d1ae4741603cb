"""Who said what, in sentences of our own."""

import pytest
from statement_scenes import spoken_in, told_in

BUDI, RINA, TONO = "Budi Santoso", "Rina Wulandari", "Tono Prasetyo"

DIRECT = [
    ('"Kami akan menanam jagung tahun depan," kata Budi Santoso.', BUDI, "Kami akan menanam jagung tahun depan"),
    ("“Jalan itu rusak parah,” ujar Rina Wulandari di balai desa, Senin.", RINA, "Jalan itu rusak parah"),
    ('Budi Santoso mengatakan, "Sungai ini harus bersih."', BUDI, "Sungai ini harus bersih."),
    ('Rina Wulandari berkata: "Kami tidak takut hujan besar."', RINA, "Kami tidak takut hujan besar."),
    ("'Kami sudah menunggu dua jam di sini,' kata Tono Prasetyo.", TONO, "Kami sudah menunggu dua jam di sini"),
    ("«Panen kali ini bagus sekali,» tutur Budi Santoso.", BUDI, "Panen kali ini bagus sekali"),
    ('"Kapan airnya mengalir lagi ke sawah?" tanya Rina Wulandari.', RINA, "Kapan airnya mengalir lagi ke sawah?"),
    ('"Pasar akan dibuka besok pagi", ungkap Budi Santoso.', BUDI, "Pasar akan dibuka besok pagi"),
    ('"Harga beras sudah turun," Tono Prasetyo menandaskan.', TONO, "Harga beras sudah turun"),
    ('"Saya lelah, tetapi senang," tulis Rina Wulandari di akun pribadinya.', RINA, "Saya lelah, tetapi senang"),
    ('"Tolong jaga hutan kita," pesan Kepala Desa, Budi Santoso.', BUDI, "Tolong jaga hutan kita"),
    ('"Sumur ini dalam. Airnya jernih," jelas Rina Wulandari kepada warga.', RINA, "Sumur ini dalam. Airnya jernih"),
    ('"Perahu kami karam di teluk," kata nelayan asal Sukamaju, Tono Prasetyo.', TONO, "Perahu kami karam di teluk"),
    (
        'Seperti dikatakan Budi Santoso, "Kebun kopi itu milik bersama warga."',
        BUDI,
        "Kebun kopi itu milik bersama warga.",
    ),
]

INDIRECT = [
    ("Budi Santoso mengatakan bahwa jembatan itu selesai tahun depan.", BUDI, "jembatan itu selesai tahun depan"),
    ("Rina Wulandari menyebut pasokan pupuk masih kurang.", RINA, "pasokan pupuk masih kurang"),
    ("Menurut Tono Prasetyo, harga cabai akan turun pekan depan.", TONO, "harga cabai akan turun pekan depan"),
    ("Harga cabai akan turun pekan depan, menurut Tono Prasetyo.", TONO, "Harga cabai akan turun pekan depan"),
    ("Bank Lestari mengklaim semua nasabah sudah dibayar.", "Bank Lestari", "semua nasabah sudah dibayar"),
    ("Budi Santoso meminta agar saluran air segera diperbaiki.", BUDI, "saluran air segera diperbaiki"),
    ("Rina Wulandari mengaku tidak mengenal pemilik gudang itu.", RINA, "tidak mengenal pemilik gudang itu"),
    ("Gudang itu kosong sejak Mei, kata Budi Santoso.", BUDI, "Gudang itu kosong sejak Mei"),
    ("Panen raya, ujar Rina Wulandari, akan dimulai bulan depan.", RINA, "Panen raya | akan dimulai bulan depan"),
    ("Budi Santoso menilai bantuan itu terlambat datang.", BUDI, "bantuan itu terlambat datang"),
    ("Rina Wulandari menegaskan, sekolah tidak memungut biaya.", RINA, "sekolah tidak memungut biaya"),
    ("Tono Prasetyo menjelaskan pada Senin (3/2) bahwa kapal itu bocor.", TONO, "kapal itu bocor"),
    ("Budi Santoso mengatakan kepada wartawan bahwa tambak itu aman.", BUDI, "tambak itu aman"),
    ("Norwegia mengecam penangkapan para nelayan di laut utara.", "Norwegia", "penangkapan para nelayan di laut utara"),
    ("Norwegia menolak usul pembagian kuota ikan.", "Norwegia", "usul pembagian kuota ikan"),
    ("Kenya menuduh perusahaan itu mencemari danau.", "Kenya", "perusahaan itu mencemari danau"),
    ("Polres Sukamaju menduga api berasal dari dapur.", "Polres Sukamaju", "api berasal dari dapur"),
    (
        "Kepala Dinas, Rina Wulandari, mengungkapkan stok beras masih cukup sampai Mei.",
        RINA,
        "stok beras masih cukup sampai Mei",
    ),
    ("Budi Santoso mengimbau warga tidak membuang sampah ke sungai.", BUDI, "warga tidak membuang sampah ke sungai"),
    ("Budi Santoso berharap hujan segera turun di lembah.", BUDI, "hujan segera turun di lembah"),
    ("Rina Wulandari berjanji akan memperbaiki atap sekolah.", RINA, "akan memperbaiki atap sekolah"),
    ("Namun kata Tono Prasetyo, perahu itu masih bisa dipakai.", TONO, "perahu itu masih bisa dipakai"),
    (
        "Jalan baru itu belum dibuka sampai hari ini, seperti disampaikan Budi Santoso.",
        BUDI,
        "Jalan baru itu belum dibuka sampai hari ini",
    ),
]

NOTHING = [
    "Buku “Laut Biru” laris di pasar.",
    "Warga menanam padi di sawah yang luas.",
    'Ia dijuluki "si raja kebun" oleh tetangganya.',
    "Budi Santoso tidak menjelaskan lebih lanjut.",
    "Rina Wulandari menutup pintu gudang itu.",
    "Dengan kata lain, sawah itu kering.",
    "Pemerintah desa membangun jembatan bambu.",
    "Lebih lanjut, hujan turun sampai malam.",
]


@pytest.mark.parametrize(("text", "speaker", "content"), DIRECT)
def test_direct_speech(text: str, speaker: str, content: str) -> None:
    assert told_in(text) == [(speaker, content)]
    assert [str(one.kind) for one in spoken_in(text)] == ["direct"]


@pytest.mark.parametrize(("text", "speaker", "content"), INDIRECT)
def test_indirect_speech(text: str, speaker: str, content: str) -> None:
    assert told_in(text) == [(speaker, content)]
    assert [str(one.kind) for one in spoken_in(text)] == ["indirect"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_statement(text: str) -> None:
    assert told_in(text) == []


def test_mixed_speech_holds_a_quotation() -> None:
    text = 'Budi Santoso mengatakan bahwa desa itu "tidak akan menyerah" melawan kekeringan.'
    assert told_in(text) == [(BUDI, 'desa itu "tidak akan menyerah" melawan kekeringan')]
    assert [str(one.kind) for one in spoken_in(text)] == ["mixed"]


def test_a_quotation_is_interrupted_by_its_attribution() -> None:
    text = '"Kami menanam jagung," kata Budi Santoso, "dan kami menjualnya di kota."'
    assert told_in(text) == [(BUDI, "Kami menanam jagung | dan kami menjualnya di kota.")]


def test_a_second_quotation_without_attribution_goes_on() -> None:
    text = '"Kami menanam jagung tahun ini," kata Budi Santoso. "Tahun depan kami menanam padi."'
    assert told_in(text) == [(BUDI, "Kami menanam jagung tahun ini | Tahun depan kami menanam padi.")]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"Kami menanam jagung tahun ini," kata Budi Santoso.\n"Tahun depan kami akan menanam padi di sini."'
    assert told_in(text) == [(BUDI, "Kami menanam jagung tahun ini | Tahun depan kami akan menanam padi di sini.")]


def test_a_quotation_before_the_attributed_one_opens_it() -> None:
    text = 'Hujan turun.\n"Kami menanam jagung di bukit ini."\n"Hasilnya bagus sekali," kata Budi Santoso.'
    assert told_in(text) == [(BUDI, "Kami menanam jagung di bukit ini. | Hasilnya bagus sekali")]


def test_an_open_quotation_runs_to_the_end_of_its_paragraph_and_on() -> None:
    text = '"Kami menanam jagung di bukit.\n"Hasilnya bagus sekali," kata Budi Santoso.'
    assert told_in(text) == [(BUDI, "Kami menanam jagung di bukit. | Hasilnya bagus sekali")]


def test_a_new_attribution_is_a_new_statement() -> None:
    text = '"Kami menanam jagung," kata Budi Santoso.\n"Kami juga menanam padi," lanjutnya.'
    assert told_in(text) == [(BUDI, "Kami menanam jagung"), (BUDI, "Kami juga menanam padi")]


def test_two_speakers_in_turn() -> None:
    text = '"Berapa harga ikan ini?" tanya Rina Wulandari.\n"Dua puluh ribu," jawab Tono Prasetyo.'
    assert told_in(text) == [(RINA, "Berapa harga ikan ini?"), (TONO, "Dua puluh ribu")]


@pytest.mark.parametrize("cue", ["ujarnya", "katanya", "imbuhnya", "kata dia", "tutur dia"])
def test_a_word_with_the_clitic_goes_on_with_the_speaker(cue: str) -> None:
    text = f'Budi Santoso mengatakan bahwa sawah itu kering.\n"Kami butuh pompa air baru," {cue}.'
    assert told_in(text)[1] == (BUDI, "Kami butuh pompa air baru")
    second = spoken_in(text)[1]
    assert second.speaker is None or text[slice(*second.speaker)] == "dia"


def test_menurutnya_goes_on_with_the_one_told_of() -> None:
    text = "Rina Wulandari senang dengan hasil panen. Menurutnya, hujan datang pada waktunya."
    assert told_in(text) == [(RINA, "hujan datang pada waktunya")]


def test_a_shared_subject() -> None:
    text = "Budi Santoso mengatakan bahwa sawah itu kering dan meminta warga bersabar."
    assert told_in(text) == [(BUDI, "sawah itu kering"), (BUDI, "warga bersabar")]


def test_a_second_report_behind_a_quotation() -> None:
    text = '"Sawah itu kering," kata Budi Santoso, seraya menambahkan bahwa hujan belum turun.'
    assert told_in(text) == [(BUDI, "Sawah itu kering"), (BUDI, "hujan belum turun")]


def test_a_turn_to_another_speaker_within_a_sentence() -> None:
    text = "Norwegia mengklaim bahwa kapal itu melanggar batas, tetapi Kenya mengatakan bahwa laut itu bebas."
    assert told_in(text) == [("Norwegia", "kapal itu melanggar batas"), ("Kenya", "laut itu bebas")]


def test_speech_within_speech_is_two_statements() -> None:
    text = "Budi Santoso mengatakan bahwa Rina Wulandari menyebut gudang itu kosong."
    assert told_in(text) == [(BUDI, "Rina Wulandari menyebut gudang itu kosong"), (RINA, "gudang itu kosong")]


def test_joint_speakers() -> None:
    text = '"Kami sepakat membangun jembatan," kata Budi Santoso dan Rina Wulandari.'
    assert told_in(text) == [(f"{BUDI} + {RINA}", "Kami sepakat membangun jembatan")]


def test_an_unnamed_source_has_no_speaker() -> None:
    text = "Seorang sumber di Bank Lestari mengatakan bahwa uang itu sudah dikirim."
    assert told_in(text) == [("", "uang itu sudah dikirim")]
    speaker = spoken_in(text)[0].speaker
    assert speaker is not None
    assert text[slice(*speaker)].startswith("Seorang sumber")


def test_a_denial_says_so() -> None:
    text = "Budi Santoso membantah bahwa ia menjual tanah desa."
    (one,) = spoken_in(text)
    assert one.denies
    assert text[slice(*one.content[0])] == "ia menjual tanah desa"


def test_a_statement_that_asserts_denies_nothing() -> None:
    (one,) = spoken_in("Budi Santoso mengatakan bahwa ia menjual tanah desa.")
    assert not one.denies


@pytest.mark.parametrize(
    "tail",
    [
        "seperti dikutip dari Harian Senja, Rabu (5/3/2025).",
        "dilansir Harian Senja, Rabu (5/3/2025).",
        "dikutip Harian Senja.",
    ],
)
def test_the_cited_outlet_of_a_quotation(tail: str) -> None:
    text = f'"Sawah itu kering," kata Budi Santoso {tail}'
    (one,) = spoken_in(text)
    assert one.via is not None
    assert text[slice(*one.via)] == "Harian Senja"
    assert told_in(text)[0] == (BUDI, "Sawah itu kering")


def test_a_citation_in_the_next_sentence() -> None:
    text = "Budi Santoso mengatakan bahwa sawah itu kering. Demikian seperti dilansir Harian Senja."
    (one,) = spoken_in(text)
    assert one.via is not None
    assert text[slice(*one.via)] == "Harian Senja"


def test_a_passive_with_its_agent() -> None:
    text = "Putusan itu ditegaskan Budi Santoso tidak mengubah pembagian air di desa."
    assert told_in(text) == [(BUDI, "Putusan itu | tidak mengubah pembagian air di desa")]


def test_cue_and_speaker_are_words_of_the_page() -> None:
    text = '"Sawah itu kering," kata Kepala Desa Budi Santoso di balai desa.'
    (one,) = spoken_in(text)
    assert one.cue is not None
    assert one.speaker is not None
    assert text[slice(*one.cue)] == "kata"
    assert text[slice(*one.speaker)] == "Budi Santoso"


def test_a_missing_opening_mark() -> None:
    text = 'Sawah itu kering sejak Juni," kata Budi Santoso.'
    assert told_in(text) == [(BUDI, "Sawah itu kering sejak Juni")]


def test_a_missing_closing_mark() -> None:
    text = '"Sawah itu kering sejak Juni, kata Budi Santoso.'
    assert told_in(text) == [(BUDI, "Sawah itu kering sejak Juni")]


def test_a_name_glued_to_its_reporting_word() -> None:
    text = "Menurut Norwegia, laut itu milik bersama. Rina Wulandarimengatakan bahwa laut itu luas."
    assert told_in(text)[1] == (RINA, "laut itu luas")


def test_a_subordinate_report_before_the_main_one() -> None:
    text = "Setelah mengatakan sawah itu kering, Budi Santoso menyebut sumur itu penuh."
    assert (BUDI, "sumur itu penuh") in told_in(text)


def test_statements_stand_in_order_and_within_the_text() -> None:
    text = (
        '"Satu dua tiga empat," kata Budi Santoso.\nRina Wulandari menyebut panen itu gagal.\n'
        '"Lima enam tujuh," ujarnya.'
    )
    found = spoken_in(text)
    starts = [one.content[0][0] for one in found]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(text) for one in found for start, end in one.content)


def test_the_same_prose_gives_the_same_statements() -> None:
    text = '"Sawah itu kering," kata Budi Santoso. Rina Wulandari menyebut panen itu gagal.'
    assert spoken_in(text) == spoken_in(text)


def test_a_phrase_that_points_back_means_the_last_speaker() -> None:
    text = '"Sawah itu kering," kata Budi Santoso.\n"Kami butuh pompa air," tambah petani asal Kenya itu.'
    assert told_in(text)[1] == (BUDI, "Kami butuh pompa air")


def test_a_body_named_after_a_state_is_not_the_state() -> None:
    assert [speaker for speaker, _ in told_in("Media Norwegia melaporkan bahwa kapal itu tenggelam.")] == [""]


def test_the_government_of_a_state_is_the_state() -> None:
    text = "Pemerintah Norwegia mengatakan bahwa kapal itu tenggelam."
    assert told_in(text) == [("Norwegia", "kapal itu tenggelam")]


def test_a_source_within_a_sentence_without_commas() -> None:
    text = "Keputusan itu menurut Rina Wulandari tidak adil bagi para petani."
    assert told_in(text) == [(RINA, "Keputusan itu | tidak adil bagi para petani")]


def test_a_source_with_a_shortened_title() -> None:
    text = "Menurut Ketua Bank Lestari, dr. Rina Wulandari, kredit petani akan dihapus tahun ini."
    assert told_in(text) == [(RINA, "kredit petani akan dihapus tahun ini")]


def test_the_day_of_a_citation_is_no_outlet() -> None:
    (one,) = spoken_in('"Sawah itu kering," kata Budi Santoso dikutip Rabu (5/3/2025).')
    assert one.via is None


def test_a_sentence_without_a_verb_goes_on() -> None:
    text = "Budi Santoso meminta pemerintah desa turun tangan. Terutama dalam pembagian air di musim kering."
    assert told_in(text)[0][1].endswith("| Terutama dalam pembagian air di musim kering")


def test_the_attribution_behind_with_its_day() -> None:
    text = "Sedikitnya tiga kapal tenggelam di teluk itu, Polres Sukamaju mengatakan pada Senin (3/2)."
    assert told_in(text) == [("Polres Sukamaju", "Sedikitnya tiga kapal tenggelam di teluk itu")]


def test_a_statement_cited_from_an_outlet_alone() -> None:
    text = "Dilansir Harian Senja, Rabu (5/3/2025), tiga kapal nelayan tenggelam di teluk itu karena badai."
    (one,) = spoken_in(text)
    assert one.via is not None
    assert text[slice(*one.via)] == "Harian Senja"
    assert text[slice(*one.content[0])] == "tiga kapal nelayan tenggelam di teluk itu karena badai"


def test_nothing_comes_of_an_empty_prose() -> None:
    assert spoken_in("") == ()
