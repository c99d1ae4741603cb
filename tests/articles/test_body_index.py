import pytest

from kronik.articles.body_blocks import blocks_of
from kronik.articles.body_index import is_index, states_article
from kronik.text.markup import project_markup

PROSE = "Alinea ini menceritakan rapat warga desa tentang jembatan gantung yang putus pada hari Senin."
LINK = "<p><a href=x>Judul berita lain dari desa sebelah</a></p>"
CARD = f"<div><h3><a href=x>Judul berita lain dari desa sebelah</a></h3><p>{PROSE}</p></div>"


@pytest.mark.parametrize(
    ("source", "index"),
    [
        (CARD * 12, True),
        (LINK * 12, True),
        (f"<h1>Kanal Desa</h1>{LINK * 12}<p>Hak cipta.</p>", True),
        (f"<div>{f'<p>{PROSE}</p>' * 4}</div>{LINK * 12}", False),
        # an article with a pointer after each paragraph
        (f"<div>{f'<p>{PROSE}</p>{LINK}' * 12}</div>", False),
        # paragraphs that stand bare in one element, between pointers
        (f"<div>{f'{PROSE}<br>{LINK}' * 12}</div>", False),
        (f"<div><p>{PROSE} {PROSE}</p></div>{LINK * 12}", False),
        (CARD * 4, False),
        # cards of other pages around an article
        (f"{CARD * 6}<div>{f'<p>{PROSE}</p>' * 5}</div>{CARD * 6}", False),
        (f"<meta property=og:type content=article>{CARD * 12}", False),
        (f"<meta property=article:published_time content=2025-06-18>{LINK * 12}", False),
    ],
)
def test_a_page_that_lists_other_pages_is_an_index(source: str, index: bool) -> None:
    projection = project_markup(source)
    blocks = blocks_of(projection)
    chosen = {number for number, block in enumerate(blocks) if block.link_share < 0.5}
    assert is_index(blocks, projection.elements, chosen, dict(projection.attributes)) is index


@pytest.mark.parametrize(
    ("script", "article"),
    [
        ('{"@type": "NewsArticle"}', True),
        ('{"@type":["Article"]}', True),
        ('{"@type": "BreadcrumbList"}', False),
        ("var x = 'Article';", False),
    ],
)
def test_json_ld_may_state_an_article(script: str, article: bool) -> None:
    assert states_article([script]) is article
