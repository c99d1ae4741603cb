"""Pages that list others give no article, whatever their shape; articles of a sentence or two stay beside links."""

import pytest

from kronik.articles.article import article_of
from kronik.pages.projection import project
from kronik.records.articles import Kind
from kronik.records.pages import Fetch, Item, Media

HEADLINES = (
    "Jembatan Gantung Lembayung Diresmikan Wali Kota",
    "Harga Ikan Naik Jelang Musim Barat",
    "Warga Tanjung Biru Gelar Lomba Perahu",
    "Sekolah Apung Terima Murid Baru Bulan Depan",
    "Banjir Surut, Pasar Kecamatan Kembali Dibuka",
    "Nelayan Minta Dermaga Lama Diperbaiki",
    "Bupati Lantik Tujuh Camat di Rangkas",
    "Panen Rambutan Melimpah, Petani Tersenyum",
    "Kapal Penumpang Kandas di Selat Dangkal",
    "Pekan Budaya Pesisir Dimulai Sabtu Ini",
    "Gempa Kecil Guncang Pulau Karang",
    "Polisi Gagalkan Penyelundupan Benih Lobster",
    "Kereta Wisata Uji Coba Pekan Depan",
)
TEASER = "Kepala dinas mengatakan pekerjaan itu selesai tepat waktu dan warga sudah dapat memakainya sejak pagi hari."
ABOUT = "<p>Kumpulan berita tentang jembatan di Teluk Damai dan sekitarnya, disusun dari yang terbaru.</p>"
FIRST = "Dua perahu naga melintas di bawah Jembatan Lembayung, Teluk Damai, Rabu (4/6/2025)."
SECOND = "Lomba itu diikuti dua puluh regu dari delapan kecamatan dan berlangsung sampai Sabtu."


def rows(form: str, headlines: tuple[str, ...] = HEADLINES) -> str:
    """Return a row of the form for each headline."""
    return "".join(
        form.format(link=f"<a href='/{at}'>{headline}</a>", headline=headline, at=at, day=f"{at + 1} Juni 2025")
        for at, headline in enumerate(headlines)
    )


def read(packs, content, title="Berita Daerah - Kabar Teluk"):
    sections = "".join(f"<li><a href='/{name}'>{name.title()}</a></li>" for name in ("nasional", "daerah", "ekonomi"))
    html = (
        f"<html><head><title>{title}</title></head><body><nav><ul>{sections}</ul></nav>{content}"
        "<footer><p>Hak cipta Kabar Teluk, Jalan Cahaya 7, Teluk Damai. Hak dilindungi.</p></footer></body></html>"
    )
    item = Item(
        uri="https://kabar.example/daerah",
        media=Media.HTML,
        encoding="utf-8",
        data=html.encode(),
        fetch=Fetch(location="x"),
    )
    return article_of(project(item), packs)


LISTS = {
    "list with days": f"<h1>Indeks Berita</h1><ul>{rows('<li><i>Rabu, {day} 10:00 WIB</i> {link}</li>')}</ul>",
    "table with days": f"<h1>Arsip</h1><table>{rows('<tr><td>{day}</td><td>{link}</td></tr>')}</table>",
    "short list": f"<h1>Indeks</h1><ul>{rows('<li>{link}</li>', HEADLINES[:7])}</ul>",
    "section front": rows(f"<article><h3>{{link}}</h3><p>{TEASER}</p><time>{{day}}</time></article>"),
    "section front of few": f"<h1>Daerah</h1>{rows(f'<div><h3>{{link}}</h3><p>{TEASER}</p></div>', HEADLINES[:7])}",
    "headings and teasers side by side": f"<main>{rows(f'<h3>{{link}}</h3><p>{TEASER}</p>')}</main>",
    "cards that are links": rows(f"<a class='card' href='/{{at}}'><h3>{{headline}}</h3><p>{TEASER}</p></a>"),
    "teasers with a link behind": rows(f"<h3>{{headline}}</h3><p>{TEASER} <a href='/{{at}}'>Baca lengkap</a></p>"),
    "tag page": f"<h1>Tag: jembatan</h1>{ABOUT}{rows('<div><h4>{link}</h4></div>')}",
    "tag page with teasers": f"<h1>Tag: jembatan</h1>{ABOUT}{rows(f'<div><h4>{{link}}</h4><p>{TEASER}</p></div>')}",
    "search results": "<h1>Hasil pencarian: jembatan</h1>" + rows(f"<li>{{link}}<br><p>{TEASER}</p></li>"),
    "search results in one line": rows(f"<p>{{link}} - {TEASER}</p>"),
    "home with one long teaser": (
        f"<div><h2><a href='/0'>{HEADLINES[0]}</a></h2><p>{TEASER} {TEASER} {TEASER}</p></div>"
        + rows("<div>{link}</div>", HEADLINES[1:])
    ),
}
LINKS = f"<aside><h3>Berita Terkait</h3><ul>{rows('<li>{link}</li>', HEADLINES[3:])}</ul></aside>"
HEAD = f"<h1>{HEADLINES[2]}</h1><div>Rabu, 4 Juni 2025 10:00 WIB</div>"
CARDS = rows(f"<div><h4>{{link}}</h4><p>{TEASER}</p></div>", HEADLINES[3:9])
SHORT = {
    "photo news": f"<article>{HEAD}<figure><img src='a.jpg'></figure><p>{FIRST} {SECOND}</p></article>{LINKS}",
    "one sentence": f"<article>{HEAD}<p>{FIRST}</p></article>{LINKS}",
    "bare text": f"<article>{HEAD}<div class='isi'>{FIRST} {SECOND}</div></article>{LINKS}",
    "cards below": f"<article>{HEAD}<p>{FIRST}</p><p>{SECOND}</p></article>{CARDS}",
    "links between": (
        f"<article>{HEAD}<p>{FIRST}</p><p><a href='/1'>Baca juga: {HEADLINES[1]}</a></p><p>{SECOND}</p>"
        f"<p><a href='/3'>Baca juga: {HEADLINES[3]}</a></p><p>{TEASER}</p></article>{LINKS}"
    ),
}


@pytest.mark.parametrize("shape", LISTS)
def test_a_list_gives_no_article(packs, shape):
    article = read(packs, LISTS[shape])
    assert (article.kind, article.prose) == (Kind.INDEX, "")


@pytest.mark.parametrize("shape", SHORT)
def test_a_short_article_is_kept(packs, shape):
    article = read(packs, SHORT[shape], f"{HEADLINES[2]} - Kabar Teluk")
    assert article.kind is not Kind.INDEX
    assert FIRST in article.prose
    assert HEADLINES[4] not in article.prose
