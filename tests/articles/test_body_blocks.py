import pytest

from kronik.articles.body_blocks import CAPTION, FURNITURE, HEADING, blocks_of, words_of
from kronik.text.markup import project_markup


def texts(source: str) -> list[str]:
    projection = project_markup(source)
    return [block.span.of(projection.text) for block in blocks_of(projection)]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>satu <b>dua</b> tiga</p><p>empat</p>", ["satu dua tiga", "empat"]),
        ("<div>satu<p>dua</p>tiga</div>", ["satu", "dua", "tiga"]),
        ("<p>satu<br>dua</p>", ["satu", "dua"]),
        ("<p> \n </p><p>\u00a0satu\u00a0</p>", ["satu"]),
        ("<p>satu<script>x</script> dua</p>", ["satu", "dua"]),
        ("<head><title>judul</title></head><p>satu", ["satu"]),
        ("<body><noscript><p>tanpa</p></noscript><p>satu", ["satu"]),
        ("<table><tr><td>Klub</td><td>Main</td></tr><tr><td>Marea</td><td>3</td></tr></table>", ["KlubMain", "Marea3"]),
        (
            "<table><tr><td><p>Kolom kiri dari sebuah tata letak lama</p></td><td>kanan</td></tr></table>",
            ["Kolom kiri dari sebuah tata letak lama", "kanan"],
        ),
    ],
)
def test_a_block_is_what_a_reader_sees_as_one_line(source: str, blocks: list[str]) -> None:
    assert texts(source) == blocks


@pytest.mark.parametrize(
    ("source", "share"),
    [("<p>abcd</p>", 0.0), ("<p><a href=x>abcd</a></p>", 1.0), ("<p>abcd<a href=x>efgh</a></p>", 0.5)],
)
def test_link_share_counts_characters(source: str, share: float) -> None:
    (block,) = blocks_of(project_markup(source))
    assert block.link_share == share


def test_an_anchor_that_was_never_closed_is_no_link() -> None:
    blocks = blocks_of(project_markup("<a name=top>" + "<p>kata demi kata</p>" * 60))
    assert all(block.link_share == 0 for block in blocks)


@pytest.mark.parametrize(
    ("source", "bits"),
    [
        ("<h2>Judul</h2>", HEADING),
        ("<h2><span>Judul</span></h2>", HEADING),
        ("<figure><figcaption><i>Foto</i></figcaption></figure>", CAPTION),
        ("<button>Kirim</button>", FURNITURE),
        ("<p>Isi</p>", 0),
    ],
)
def test_bits_say_what_a_block_stands_in(source: str, bits: int) -> None:
    (block,) = blocks_of(project_markup(source))
    assert block.bits == bits


def test_composed_and_decomposed_letters_make_the_same_words() -> None:
    assert words_of("Caf\u00e9 SORE") == words_of("cafe\u0301 sore") == ("caf\u00e9", "sore")
