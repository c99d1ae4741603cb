"""Side tables of a chronicle: every row, in order, names masked, and questions that cannot be anything else."""

import sqlite3
from contextlib import closing

import pytest

from kronik import build
from kronik.chronicle.browsing.asking import ACTORS, ARTICLES, REPORTS, STATEMENTS, Asked
from kronik.chronicle.browsing.desk import Desk
from kronik.chronicle.browsing.making import make_tables
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import ArticleFilter
from kronik.errors import ChronicleError, UsageError
from kronik.samples import sample_folder


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory):
    path = tmp_path_factory.mktemp("browsing") / "contoh.kronik"
    with sample_folder() as samples:
        build([samples], path, jobs=1)
    return path


@pytest.fixture(scope="module")
def side(chronicle):
    path = chronicle.with_name("side.sqlite")
    make_tables(chronicle, path)
    return path


@pytest.fixture
def desk(chronicle, side):
    with Desk.open(chronicle, side) as opened:
        yield opened


def every(desk, source, asked=Asked(), **facets):  # noqa: B008 (a frozen record)
    return desk.listed(source, asked, facets, first=0, most=-1)


def test_the_lists_have_every_row_of_the_chronicle(chronicle, desk):
    with Chronicle.open(chronicle) as opened:
        articles = {row.id for row in opened.articles(ArticleFilter())}
        counts = {count.name: count.count for count in opened.info().tables}
    listed = every(desk, ARTICLES)
    assert {row[0] for row in listed} == articles
    days = [row[5] or "" for row in listed]
    assert days == sorted(days, reverse=True)
    assert len(every(desk, STATEMENTS)) == counts["statements"]
    assert len(every(desk, REPORTS)) == counts["reports"]


@pytest.mark.parametrize("source", [ARTICLES, STATEMENTS, REPORTS, ACTORS], ids=lambda source: source.name)
def test_cells_sum_to_the_rows(desk, source):
    cells = desk.cells(source, Asked())
    assert sum(cell[-1] for cell in cells) == len(every(desk, source)) == desk.count(source, Asked())


def test_words_find_what_the_search_of_the_chronicle_finds(chronicle, desk):
    with Chronicle.open(chronicle) as opened:
        hits = {hit.row.id for hit in opened.search("presiden", ArticleFilter(), limit=99)}
    asked = Asked(words="presiden")
    assert {row[0] for row in desk.best(asked, {}, first=0, most=99)} == hits
    assert {row[0] for row in every(desk, ARTICLES, asked)} == hits
    assert desk.count(REPORTS, asked) == len(every(desk, REPORTS, asked))


@pytest.mark.parametrize("words", ['"', "* OR", "'; DROP TABLE side.article; --", "NEAR(", "%", "\x00"])
@pytest.mark.parametrize("source", [ARTICLES, STATEMENTS, REPORTS, ACTORS], ids=lambda source: source.name)
def test_signs_of_the_query_language_mean_nothing(desk, source, words):
    asked = Asked(words=words, speaker=words, actor=words, recipient=words, party=words)
    assert len(every(desk, source, asked)) == desk.count(source, asked)


def test_the_desk_cannot_write(desk):
    with pytest.raises(ChronicleError):
        desk.rows("DELETE FROM side.article")
    with pytest.raises(ChronicleError):
        desk.rows("DELETE FROM main.articles")


def test_a_span_that_ends_before_it_begins_is_told(desk):
    with pytest.raises(UsageError, match="ends"):
        every(desk, REPORTS, Asked(since="2025", until="2024"))


def test_a_protected_name_is_nobody(chronicle, tmp_path):
    path, side = tmp_path / "lindung.kronik", tmp_path / "side.sqlite"
    path.write_bytes(chronicle.read_bytes())
    with closing(sqlite3.connect(path)) as store, store:
        (name,) = store.execute("SELECT name FROM actors WHERE name LIKE '% %' AND kind = 'person'").fetchone()
        store.execute("UPDATE actors SET protection = 'minor' WHERE name = ?", (name,))
    make_tables(path, side)
    with Desk.open(path, side) as desk:
        assert every(desk, ACTORS, Asked(words=name)) == ()
        assert every(desk, STATEMENTS, Asked(speaker=name)) == ()
        told = {row[0] for row in every(desk, ARTICLES, Asked(words=name))}
        with closing(sqlite3.connect(path)) as store:
            guarded = {page for (page,) in store.execute("SELECT page_id FROM actors WHERE protection IS NOT NULL")}
        assert guarded
        assert told & guarded == set()
        for source in (STATEMENTS, REPORTS):
            pages = source_pages(desk, source)
            assert not any(name in str(cell) for page, row in pages for cell in row if page in guarded)


def source_pages(desk, source):
    at = list(source.columns).index("page_id")
    return [(row[at], row) for row in every(desk, source)]


NAMELESS = "SELECT name FROM actors AS a WHERE known IS NULL AND NOT EXISTS (SELECT 1 FROM mentions AS m WHERE m.page_id = a.page_id AND m.actor_id = a.id AND m.form = 'name')"  # noqa: E501
NAMED = "SELECT name FROM actors AS a WHERE EXISTS (SELECT 1 FROM mentions AS m WHERE m.page_id = a.page_id AND m.actor_id = a.id AND m.form = 'name')"  # noqa: E501


def test_who_is_never_named_is_no_actor_across_articles(chronicle, desk):
    with closing(sqlite3.connect(chronicle)) as store:
        nameless = {name for (name,) in store.execute(NAMELESS)}
        nameless -= {name for (name,) in store.execute(NAMED)}
    forms = {str(name) for (name,) in desk.rows("SELECT name FROM side.form")}
    assert nameless
    assert forms.isdisjoint(nameless)
    told = "; ".join(str(row[at]) for row in every(desk, REPORTS) for at in (3, 4) if row[at])
    assert any(name in told for name in nameless)
