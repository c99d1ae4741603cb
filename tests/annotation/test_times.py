"""Times of an article: slices of the page text, within the prose, with ids."""

from kronik.annotation.times import times_of
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Article, Language, LedgerEntry, Reading, Reason, Verdict
from kronik.records.pages import Media, Page, Part
from kronik.records.spans import Slice
from kronik.records.times import Anchor, TimeMod, time_id

LEAD = "Rapat digelar Rabu "
ADVERT = "[iklan 1 Mei 2020]\n"
TAIL = "(18/6/2025). Sidang dibuka [awal 2026].\n"
DOUBT = "Kata orang, Senin (16/6) ramai.\n"
TEXT = LEAD + ADVERT + TAIL + DOUBT


def page(text: str = TEXT, breaks: tuple[int, ...] = ()) -> Page:
    return Page(
        id="p1",
        uri="u",
        media=Media.TEXT,
        encoding="utf-8",
        projection="text/1",
        parts=(Part(name="text", text=text),),
        breaks=breaks,
    )


def article(*entries: tuple[int, Verdict], language: str = "id", published: str | None = "2025-06-18") -> Article:
    ledger, at = [], 0
    for length, verdict in entries:
        reason = Reason.ADVERT if verdict is Verdict.REMOVED else None
        ledger.append(LedgerEntry(span=Slice(at, at + length), verdict=verdict, reason=reason, rule="t"))
        at += length
    return Article(
        page_id="p1",
        uri="u",
        language=Language(code=language, score=1.0),
        published=Reading(value=published, evidence=(), rule="t") if published else None,
        ledger=tuple(ledger),
    )


WHOLE = (
    (len(LEAD), Verdict.PROSE),
    (len(ADVERT), Verdict.REMOVED),
    (len(TAIL), Verdict.PROSE),
    (len(DOUBT), Verdict.UNSURE),
)


def test_only_the_prose_is_read_and_evidence_lies_in_the_page(packs):
    times = times_of(page(), article(*WHOLE), packs)
    assert [time.value for time in times] == ["2025-06-18", "2026"]
    meeting, session = times
    assert meeting.evidence.quote(TEXT) == "Rabu (18/6/2025)"
    assert [piece.of(TEXT) for piece in meeting.evidence.slices] == ["Rabu ", "(18/6/2025)"]
    assert (meeting.anchor, meeting.anchor_day) == (Anchor.ABSOLUTE, None)
    assert (session.evidence.quote(TEXT), session.mod) == ("awal 2026", TimeMod.START)
    assert (session.earliest, session.latest) == ("2026-01-01", "2026-12-31")
    assert meeting.id == time_id("p1", meeting.evidence, "2025-06-18")


def test_an_open_end_has_no_latest_day_and_a_relative_day_names_its_anchor(packs):
    text = "Ia buron sejak kemarin."
    (time,) = times_of(page(text), article((len(text), Verdict.PROSE)), packs)
    assert (time.value, time.earliest, time.latest) == ("2025-06-17/..", "2025-06-17", None)
    assert (time.anchor, time.anchor_day) == (Anchor.PUBLICATION, "2025-06-18")


def test_without_a_publication_day_a_relative_time_has_no_value(packs):
    text = "Ia datang kemarin."
    for published in (None, "entah"):
        (time,) = times_of(page(text), article((len(text), Verdict.PROSE), published=published), packs)
        assert (time.value, time.anchor, time.earliest) == (None, Anchor.NONE, None)


def test_blocks_of_a_page_are_lines_of_the_view(packs):
    text = 'Ia berkata, "Sudah" Kemarin ia pergi.'
    (time,) = times_of(page(text, (len('Ia berkata, "Sudah"'),)), article((len(text), Verdict.PROSE)), packs)
    assert time.evidence.quote(text) == "Kemarin"


def test_no_pack_no_times(packs):
    assert times_of(page(), article(*WHOLE, language="sw"), packs) is None
    assert times_of(page(), article(*WHOLE), {"id": LanguagePack(code="id")}) is None


def test_two_times_of_one_list_have_ids_of_their_own(packs):
    text = "Lomba pada 17, 18 dan 20 Juni 2025."
    times = times_of(page(text), article((len(text), Verdict.PROSE)), packs)
    assert len({time.id for time in times}) == len(times) == 3
