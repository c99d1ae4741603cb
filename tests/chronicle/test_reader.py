"""Reading: what is asked for and nothing else, also while a build writes."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from chronicle_records import failed, identity, make_bundle, outcome_of

from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import ArticleFilter, DailyCount, VerdictCount
from kronik.chronicle.writer import ChronicleWriter
from kronik.errors import ChronicleError, UsageError, VersionError
from kronik.records.articles import Completeness, Reason, Verdict
from kronik.records.bundles import Bundle, Outcome
from kronik.records.failures import FailureCode
from kronik.records.parts import numbered_part
from kronik.records.spans import Evidence, evidence

RAMBUTAN = make_bundle()
DURIAN = make_bundle(
    "https://kabar.example/durian", prose="Durian jatuh di kebun.", headline="Musim durian", published="2025-05-31"
)
TANPA_HARI = make_bundle(
    "catatan.txt", prose="Sebuah kafé di tepi kali.", headline=None, outlet=None, published=None, times=False
)
ENGLISH = make_bundle(
    "https://daily.example/rain",
    prose="Rain all day.",
    headline="Rain",
    outlet="Daily",
    published="2025-07-01",
    language="en",
)
ALL = tuple(outcome_of(b, f"d{n}") for n, b in enumerate([RAMBUTAN, DURIAN, TANPA_HARI, ENGLISH]))
Built = Callable[..., Path]


@pytest.fixture
def chronicle(built: Built) -> Chronicle:
    with Chronicle.open(built(*ALL)) as opened:
        yield opened  # type: ignore[misc]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (ArticleFilter(), [DURIAN, RAMBUTAN, ENGLISH, TANPA_HARI]),
        (ArticleFilter(outlet="Kabar Desa"), [DURIAN, RAMBUTAN]),
        (ArticleFilter(outlet="kabar desa"), [DURIAN, RAMBUTAN]),
        (ArticleFilter(outlet="kabar"), []),
        (ArticleFilter(language="en"), [ENGLISH]),
        (ArticleFilter(since="2025-06-02"), [RAMBUTAN, ENGLISH]),
        (ArticleFilter(since="2025-06-03"), [ENGLISH]),
        (ArticleFilter(until="2025-06-02"), [DURIAN, RAMBUTAN]),
        (ArticleFilter(until="2025-06-01"), [DURIAN]),
        (ArticleFilter(since="2025-06", until="2025-06"), [RAMBUTAN]),
        (ArticleFilter(since="2025", until="2025"), [DURIAN, RAMBUTAN, ENGLISH]),
        (ArticleFilter(since="2026"), []),
        (ArticleFilter(since="2026", undated=True), [TANPA_HARI]),
        (ArticleFilter(until="2025-05", undated=True), [DURIAN, TANPA_HARI]),
        (ArticleFilter(undated=True), [DURIAN, RAMBUTAN, ENGLISH, TANPA_HARI]),
        (ArticleFilter(language="id", until="2025-05", undated=True), [DURIAN, TANPA_HARI]),
    ],
    ids=str,
)
def test_filters(chronicle: Chronicle, where: ArticleFilter, expected: list) -> None:  # type: ignore[type-arg]
    assert [row.id for row in chronicle.articles(where)] == [bundle.page.id for bundle in expected]


@pytest.mark.parametrize(
    "day", ["", "2025-13", "2025-02-30", "2025-6-1", "25", "kemarin", "2025-06-01T00:00", "0000", "٢٠٢٥", "2025-06-"]
)
@pytest.mark.parametrize("side", ["since", "until"])
def test_a_day_that_is_none_is_refused(chronicle: Chronicle, day: str, side: str) -> None:
    with pytest.raises(UsageError, match="is not a day"):
        list(chronicle.articles(ArticleFilter(**{side: day})))


def test_a_span_that_ends_before_it_begins_is_refused(chronicle: Chronicle) -> None:
    with pytest.raises(UsageError, match="before it begins"):
        list(chronicle.articles(ArticleFilter(since="2025-07", until="2025-06")))


def test_a_limit_cuts_the_list(chronicle: Chronicle) -> None:
    assert [row.id for row in chronicle.articles(ArticleFilter(), limit=1)] == [DURIAN.page.id]
    assert list(chronicle.articles(ArticleFilter(), limit=0)) == []


def test_an_article_row_tells_what_the_records_hold(chronicle: Chronicle) -> None:
    row = next(chronicle.articles(ArticleFilter(since="2025-06-02", until="2025-06-02")))
    assert (row.uri, row.outlet, row.headline, row.published) == (
        "https://kabar.example/rambutan",
        "Kabar Desa",
        "Panen Raya",
        "2025-06-02",
    )
    assert row.prose_chars == sum(len(piece) for piece in RAMBUTAN.article.spans(Verdict.PROSE))
    assert row.removed_chars == sum(len(piece) for piece in RAMBUTAN.article.spans(Verdict.REMOVED))
    assert (row.unsure_chars, row.times) == (0, 1)
    undated = next(row for row in chronicle.articles(ArticleFilter()) if row.id == TANPA_HARI.page.id)
    assert (undated.outlet, undated.published, undated.times) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rambutan", [RAMBUTAN]),
        ("RAMBUTAN", [RAMBUTAN]),
        ("sukamaju panen", [RAMBUTAN]),
        ("rambutan durian", []),
        ("musim", [DURIAN]),
        ("kafe", [TANPA_HARI]),
        ("kafé", [TANPA_HARI]),
        ("rambu", []),
        ("2025", [RAMBUTAN]),
        ("(2/6/2025)", [RAMBUTAN]),
    ],
)
def test_search_finds_articles_with_every_word(chronicle: Chronicle, words: str, expected: list) -> None:  # type: ignore[type-arg]
    hits = list(chronicle.search(words, ArticleFilter(), limit=9))
    assert [hit.row.id for hit in hits] == [bundle.page.id for bundle in expected]


def test_debris_is_not_searched(chronicle: Chronicle) -> None:
    assert list(chronicle.search("harga", ArticleFilter(), limit=9)) == []


def test_search_takes_filters_and_a_limit(chronicle: Chronicle) -> None:
    assert [hit.row.id for hit in chronicle.search("di", ArticleFilter(since="2025-06"), limit=9)] == [RAMBUTAN.page.id]
    assert len(list(chronicle.search("di", ArticleFilter(), limit=9))) == 3
    assert len(list(chronicle.search("di", ArticleFilter(), limit=2))) == 2


def test_a_snippet_is_one_line_with_the_word_marked(chronicle: Chronicle) -> None:
    (hit,) = chronicle.search("kebun", ArticleFilter(), limit=9)
    assert hit.snippet == "Durian jatuh di ⟦kebun⟧."
    assert hit.score == round(hit.score, 4)


def test_the_better_match_comes_first_and_ties_go_by_id(built: Built) -> None:
    long = make_bundle("a", prose="Gunung meletus. " + "Warga mengungsi ke balai desa. " * 30, headline=None)
    short = make_bundle("b", prose="Gunung meletus.", headline=None)
    twins = [make_bundle(f"t{n}", prose="Kapal tenggelam.", headline=None) for n in range(5)]
    others = [make_bundle(f"o{n}", prose="Tanpa kata itu.", headline=None) for n in range(20)]
    path = built(*(outcome_of(b, f"{n:04}") for n, b in enumerate([long, short, *twins, *others])))
    with Chronicle.open(path) as chronicle:
        hits = list(chronicle.search("gunung", ArticleFilter(), limit=9))
        assert [hit.row.id for hit in hits] == [short.page.id, long.page.id]
        assert hits[0].score > hits[1].score > 0
        found = [hit.row.id for hit in chronicle.search("kapal", ArticleFilter(), limit=9)]
        assert found == sorted(bundle.page.id for bundle in twins)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"', False),
        ('""', False),
        ('" OR "', False),
        ("panen OR durian", False),
        ("panen AND NOT durian", False),
        ("NEAR(panen durian, 3)", False),
        ("headline: panen", False),
        ("{headline prose}: panen", False),
        ("pan*", False),
        ("^panen", True),
        ("panen + raya", True),
        ("-panen", True),
        ("(panen", True),
        ('"panen" raya"', True),
        ("')); DROP TABLE pages; --", False),
        ('x" OR rowid MATCH "y', False),
        ("\x00", False),
        ("pa\x00nen", False),
        ("panen\udcff", True),
        ("\udcff", False),
        ("🍈 ✂", False),
        ("   ", False),
        ("", False),
        ("*", False),
        ("a" * 100_000, False),
        ("panen " * 5_000, True),
        ('"' * 999, False),
        ("\\", False),
        ("%_", False),
        ("article_words", False),
        ("\u202epanen", True),
    ],
    ids=lambda value: repr(value)[:16],
)
def test_no_search_raises_and_none_is_taken_for_a_command(chronicle: Chronicle, words: str, found: bool) -> None:
    hits = list(chronicle.search(words, ArticleFilter(), limit=9))
    assert [hit.row.id for hit in hits] == ([RAMBUTAN.page.id] if found else [])
    assert len(list(chronicle.articles(ArticleFilter()))) == len(ALL)


@pytest.mark.parametrize("value", ["' OR 1=1 --", '"', "%", "Kabar%", "\x00", ""])
def test_no_filter_value_is_taken_for_a_command(chronicle: Chronicle, value: str) -> None:
    assert list(chronicle.articles(ArticleFilter(outlet=value))) == []
    assert list(chronicle.articles(ArticleFilter(language=value))) == []


def test_resolve_takes_prefixes_and_uris(chronicle: Chronicle) -> None:
    page_id = RAMBUTAN.page.id
    for name in (page_id, page_id[:6], page_id[:9].upper(), "https://kabar.example/rambutan"):
        assert chronicle.resolve(name) == page_id
    assert chronicle.resolve("catatan.txt") == TANPA_HARI.page.id


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (RAMBUTAN.page.id[:5], "too short"),
        ("abc", "too short"),
        ("ffffffffffff", "no page"),
        ("https://kabar.example/", "no page"),
        ("", "no page"),
        ("%", "no page"),
        (RAMBUTAN.page.id + "0", "no page"),
        ("\udcff", "no page"),
    ],
)
def test_resolve_says_what_is_wrong(chronicle: Chronicle, name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told) as refusal:
        chronicle.resolve(name)
    assert "\n" not in str(refusal.value)


def test_resolve_of_an_ambiguous_name_shows_which(built: Built) -> None:
    pages = [make_bundle("sama", prose=f"Naskah {n}.") for n in range(3)]
    with Chronicle.open(built(*(outcome_of(b, f"d{n}") for n, b in enumerate(pages)))) as chronicle:
        with pytest.raises(UsageError, match="more than one page") as refusal:
            chronicle.resolve("sama")
        assert min(bundle.page.id for bundle in pages)[:12] in str(refusal.value)


def test_resolve_takes_the_address_as_fetched(built: Built) -> None:
    address = "https://kabar.example/rambutan?utm_source=x#atas"
    with Chronicle.open(built(outcome_of(RAMBUTAN, "d1", url=address))) as chronicle:
        assert chronicle.resolve(address) == RAMBUTAN.page.id


def test_pages_of_one_number_of_an_outlet_are_revisions_whatever_their_addresses(built: Built) -> None:
    def numbered(uri: str, prose: str, day: str) -> Bundle:
        bundle = make_bundle(uri, prose=prose, published=day)
        return replace(bundle, article=replace(bundle.article, number="kabardesa:7"))

    older, newer = (
        numbered("baca/7/panen", "Panen dimulai.", "2025-06-01"),
        numbered("baca/7/raya", "Usai.", "2025-06-02"),
    )
    with Chronicle.open(built(outcome_of(newer, "d1"), outcome_of(older, "d2"), outcome_of(DURIAN, "d3"))) as chronicle:
        assert chronicle.revisions("baca/7/raya") == (older.page.id, newer.page.id)
        assert chronicle.revisions("baca/7/panen") == (older.page.id, newer.page.id)
        assert sum(count.articles for count in chronicle.daily_counts()) == 2


def test_parts_of_an_article_are_no_revisions_and_count_once(built: Built) -> None:
    def part(uri: str, number: str, day: str, completeness: Completeness, told: tuple[Evidence, ...] = ()) -> Bundle:
        bundle = make_bundle(uri, published=day)
        article = replace(bundle.article, number=number, completeness=completeness, completeness_evidence=told)
        return replace(bundle, article=article)

    cut = Completeness.CUT
    first = part("baca/7", "kabardesa:7", "2025-06-01", cut, (evidence(0, 3),))
    second = part("baca/7?page=2", "kabardesa:7#2", "2025-06-02", cut)
    alone = part("baca/8?page=2", "kabardesa:8#2", "2025-06-02", cut)
    with Chronicle.open(built(outcome_of(second, "d1"), outcome_of(first, "d2"), outcome_of(alone, "d3"))) as chronicle:
        assert chronicle.revisions("baca/7") == (first.page.id,)
        assert chronicle.revisions("baca/7?page=2") == (second.page.id,)
        parts = chronicle.parts("baca/7?page=2")
        assert parts is not None
        assert [(one.part, one.page_id) for one in parts.parts] == [(1, first.page.id), (2, second.page.id)]
        assert parts.whole
        assert chronicle.parts("baca/8?page=2") is None
        told = {row.day: (row.articles, row.cut, row.prose_chars) for row in chronicle.coverage()}
        both = len(first.article.prose) + len(second.article.prose)
        assert told == {"2025-06-01": (1, 0, both), "2025-06-02": (1, 1, len(alone.article.prose))}


@pytest.mark.parametrize("known", [((1, True), (2, True)), ((1, True), (3, False)), ((2, False), (3, False))], ids=str)
def test_an_article_of_which_a_part_is_missing_is_not_whole(built: Built, known: tuple[tuple[int, bool], ...]) -> None:
    def page(part: int, goes_on: bool) -> Bundle:
        bundle = make_bundle(f"baca/7?page={part}", prose=f"Bagian {part}.")
        article = replace(
            bundle.article,
            number=numbered_part("kabardesa:7", part),
            completeness=Completeness.CUT,
            completeness_evidence=(evidence(0, 3),) if goes_on else (),
        )
        return replace(bundle, article=article)

    bundles = [page(*one) for one in known]
    with Chronicle.open(built(*(outcome_of(one, one.page.uri) for one in bundles))) as chronicle:
        parts = chronicle.parts(bundles[0].page.uri)
        assert parts is not None
        assert not parts.whole
        assert [(row.articles, row.cut) for row in chronicle.coverage()] == [(1, 1)]


def test_revisions_are_in_order_and_the_latest_alone_is_counted(built: Built) -> None:
    older = make_bundle("sama", prose="Versi satu.", published="2025-06-01")
    newer = make_bundle("sama", prose="Versi dua.", published="2025-06-02")
    fetched = make_bundle("sama", prose="Versi tiga.", published="2025-06-02")
    path = built(
        outcome_of(newer, "d1", fetched="2025-06-02T01:00:00Z"),
        outcome_of(fetched, "d2", fetched="2025-06-03T01:00:00Z"),
        outcome_of(older, "d3", fetched="2025-06-09T01:00:00Z"),
        outcome_of(DURIAN, "d4"),
    )
    with Chronicle.open(path) as chronicle:
        assert chronicle.revisions("sama") == (older.page.id, newer.page.id, fetched.page.id)
        assert chronicle.revisions("lain") == ()
        assert chronicle.daily_counts() == (
            DailyCount(day="2025-05-31", outlet="Kabar Desa", articles=1),
            DailyCount(day="2025-06-02", outlet="Kabar Desa", articles=1),
        )


def test_daily_counts_put_what_is_unknown_last(chronicle: Chronicle) -> None:
    counted = [(count.day, count.outlet, count.articles) for count in chronicle.daily_counts()]
    assert counted == [
        ("2025-05-31", "Kabar Desa", 1),
        ("2025-06-02", "Kabar Desa", 1),
        ("2025-07-01", "Daily", 1),
        (None, None, 1),
    ]


def test_verdicts_are_counted_for_a_page_and_for_all(chronicle: Chronicle) -> None:
    page = RAMBUTAN.article
    assert chronicle.verdict_counts(RAMBUTAN.page.id) == (
        VerdictCount(verdict=Verdict.PROSE, reason=None, characters=len(page.ledger[0].span), entries=1),
        VerdictCount(verdict=Verdict.REMOVED, reason=Reason.RELATED, characters=len(page.ledger[1].span), entries=1),
    )
    total = sum(count.characters for count in chronicle.verdict_counts())
    assert total == sum(len(bundle.page.text) for bundle in (RAMBUTAN, DURIAN, TANPA_HARI, ENGLISH))
    assert chronicle.verdict_counts("unknown") == ()


def test_failures_come_by_id(built: Built) -> None:
    outcomes: list[Outcome] = [failed(f"d{n}", FailureCode.ENCODING, f"{n}.txt") for n in range(9)]
    with Chronicle.open(built(*outcomes)) as chronicle:
        rows = list(chronicle.failures())
    assert rows == sorted((o.failure for o in outcomes if o.failure), key=lambda row: row.id)


def test_info_says_what_the_chronicle_is_and_holds(built: Built) -> None:
    bare = outcome_of(replace(DURIAN, raw=None), "d2")
    path = built(outcome_of(RAMBUTAN, "d1"), bare, failed("d3"), failed("d4", FailureCode.BOMB, "x.zip"))
    with Chronicle.open(path) as chronicle:
        info = chronicle.info()
    assert info.identity == identity()
    assert info.file_bytes == path.stat().st_size
    counts = {count.name: count.count for count in info.tables}
    assert (counts["pages"], counts["articles"], counts["failures"], counts["times"]) == (2, 2, 2, 1)
    assert [(count.name, count.count) for count in info.failures] == [("bomb", 1), ("empty", 1)]
    assert [(count.name, count.count) for count in info.projections] == [("text/1", 2)]
    assert (info.pages_with_raw, info.pages_without_raw, info.pages_outdated) == (1, 1, 0)


def test_the_size_of_a_chronicle_counts_its_log(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add(ALL)
        log = path.with_name(path.name + "-wal")
        with Chronicle.open(path) as chronicle:
            assert chronicle.info().file_bytes == path.stat().st_size + log.stat().st_size > path.stat().st_size


def test_an_unknown_page_is_told(chronicle: Chronicle) -> None:
    with pytest.raises(UsageError, match="no page"):
        chronicle.bundle("unknown")
    assert chronicle.fetches("unknown") == ()
    assert chronicle.makers("unknown") == ()


def test_reading_while_a_build_writes(path: Path) -> None:
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add([ALL[0]])
        with Chronicle.open(path) as reader:
            stream = reader.bundles()
            first = next(stream)
            writer.add(ALL[1:])
            # The stream shows the chronicle as it was when it began; a new question shows it as it is.
            assert [first, *stream] == [RAMBUTAN]
            assert len(list(reader.bundles())) == len(ALL)
        writer.finish()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_reader_that_stays_does_not_hurt_the_end_of_a_build(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kronik.chronicle.schema.BUSY_SECONDS", 0.05)
    with ChronicleWriter.open(path, identity()) as writer:
        writer.add(ALL)
        reader = Chronicle.open(path)
        stream = reader.bundles()
        next(stream)
        writer.finish()
        assert len(list(stream)) == len(ALL) - 1
        reader.close()
    with Chronicle.open(path) as chronicle:
        assert len(list(chronicle.bundles())) == len(ALL)
    with ChronicleWriter.open(path, identity()) as writer:
        writer.finish()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_build_that_begins_while_somebody_reads_is_told(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kronik.chronicle.schema.BUSY_SECONDS", 0.05)
    path = built(*ALL)
    with Chronicle.open(path) as reader:
        stream = reader.bundles()
        next(stream)
        with pytest.raises(ChronicleError, match="in use by another program"):
            ChronicleWriter.open(path, identity())
        assert len(list(stream)) == len(ALL) - 1
        # A reader that is open but at rest is in nobody's way.
        with ChronicleWriter.open(path, identity()) as writer:
            writer.add([outcome_of(make_bundle("baru"), "d9")])


def test_a_reader_cannot_write(chronicle: Chronicle) -> None:
    with pytest.raises(ChronicleError):
        list(chronicle.rows("DELETE FROM pages"))


def test_lists_come_from_an_index_without_sorting_whole_texts(built: Built) -> None:
    from kronik.chronicle.exports.tables import TABLES, table_of  # noqa: PLC0415

    with sqlite3.connect(built(*ALL)) as connection:
        for name in ("pages", "articles", "ledger", "times"):
            plan = connection.execute(f"EXPLAIN QUERY PLAN {table_of(name).query}").fetchall()
            assert not [step for *_, step in plan if "TEMP B-TREE" in step], name
    assert set(TABLES) >= {"pages", "articles", "ledger", "times", "fetches", "failures"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no chronicle"),
        (b"", "it is empty"),
        (b"hello, I am a text file and long enough to be one\n" * 9, "is not a chronicle"),
        (b"SQLite format 3\x00" + b"\xff" * 8000, "damaged|cannot be used|is not a chronicle"),
    ],
    ids=["missing", "empty", "text", "damaged head"],
)
def test_what_is_no_chronicle_is_told(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "bukan.kronik"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ChronicleError, match=told) as refusal:
        Chronicle.open(path)
    assert "\n" not in str(refusal.value)
    assert str(path) in str(refusal.value)
    if content:
        with pytest.raises(ChronicleError, match=told):
            ChronicleWriter.open(path, identity())
        assert path.read_bytes() == content
        assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_another_program_s_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "alamat.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE addresses (name TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ChronicleError, match="is not a chronicle"):
        Chronicle.open(path)
    with pytest.raises(ChronicleError, match="is not a chronicle"):
        ChronicleWriter.open(path, identity())
    assert path.read_bytes() == before


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ChronicleError, match="not a file"):
        Chronicle.open(tmp_path)


def test_another_format_is_told(built: Built) -> None:
    path = built(*ALL)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(VersionError, match="format 7"):
        Chronicle.open(path)


def test_damage_in_the_middle_is_told(built: Built) -> None:
    path = built(*(outcome_of(make_bundle(f"u{n}", prose="Air naik. " * 400), f"{n:03}") for n in range(30)))
    data = bytearray(path.read_bytes())
    data[8192:-4096] = b"\xa5" * (len(data) - 8192 - 4096)
    path.write_bytes(bytes(data))
    with Chronicle.open(path) as chronicle, pytest.raises(ChronicleError, match=r"damaged|cannot be used"):
        list(chronicle.bundles())


def test_a_value_that_no_record_has_is_told(built: Built) -> None:
    path = built(*ALL)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE ledger SET verdict = 'perhaps'")
    connection.close()
    with Chronicle.open(path) as chronicle, pytest.raises(ChronicleError, match="damaged"):
        chronicle.bundle(RAMBUTAN.page.id)


def test_an_old_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 1))
    with pytest.raises(ChronicleError, match=r"3\.37\.0"):
        Chronicle.open(path)
    with pytest.raises(ChronicleError, match=r"3\.37\.0"):
        ChronicleWriter.open(path, identity())
