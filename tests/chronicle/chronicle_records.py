"""Strategies and small makers of records for the store's tests."""

from finding_records import findings
from hypothesis import strategies as st

from kronik.chronicle.writer import FORMAT, Identity
from kronik.records.articles import (
    Article,
    Bound,
    Completeness,
    Conflict,
    Dateline,
    Kind,
    Language,
    LedgerEntry,
    Reading,
    Reason,
    Verdict,
)
from kronik.records.bundles import Bundle, Maker, Outcome, Raw
from kronik.records.failures import FailureCode, failure
from kronik.records.pages import Fetch, Item, Media, Page, Part, page_id
from kronik.records.spans import Evidence, Slice, evidence
from kronik.records.times import Anchor, Time, TimeMod, time_id


def identity(version: str = "0.1.0", stage: str = "1", settings: str = "s1") -> Identity:
    makers = (
        Maker(stage="article", version=stage, settings=settings),
        Maker(stage="times", version="1", settings=settings),
    )
    return Identity(kronik_version=version, format=FORMAT, settings=settings, stages=makers)


# -- one page in our own words ---------------------------------------------------------------------------------------

PROSE = "Panen rambutan di Desa Sukamaju mulai Senin (2/6/2025)."
DEBRIS = "Baca juga: Harga durian naik"


def make_bundle(
    uri: str = "https://kabar.example/rambutan",
    *,
    prose: str = PROSE,
    headline: str | None = "Panen Raya",
    outlet: str | None = "Kabar Desa",
    published: str | None = "2025-06-02",
    language: str = "id",
    title: str = "",
    raw: bool = True,
    times: bool = True,
) -> Bundle:
    """Return a page of prose, a line end and one line of debris; its title part holds headline, outlet and day."""
    text = f"{prose}\n{DEBRIS}"
    shown = title or " | ".join(value for value in (headline, outlet, published) if value)
    parts = tuple(sorted([Part(name="text", text=text), Part(name="title", text=shown)], key=lambda part: part.name))
    page = Page(
        id=page_id("text/1", uri, parts), uri=uri, media=Media.ROW, encoding="utf-8", projection="text/1", parts=parts
    )

    def read(value: str | None) -> Reading | None:
        if value is None:
            return None
        at = max(0, shown.find(value))
        return Reading(value=value, evidence=(evidence(at, at + len(value), "title"),), rule="title")

    end = len(prose) + 1
    article = Article(
        page_id=page.id,
        uri=uri,
        language=Language(code=language, score=0.9),
        kind=Kind.NEWS,
        headline=read(headline),
        outlet=read(outlet),
        published=read(published),
        ledger=(
            LedgerEntry(span=Slice(0, end), verdict=Verdict.PROSE, rule="rest"),
            LedgerEntry(
                span=Slice(end, len(text)),
                verdict=Verdict.REMOVED,
                reason=Reason.RELATED,
                rule="read_also",
                evidence=(evidence(end, end + 10),),
            ),
        ),
        prose=prose,
    )
    found = []
    if "Senin (2/6/2025)" in prose:
        place = evidence(prose.index("Senin"), prose.index("Senin") + len("Senin (2/6/2025)"))
        found.append(
            Time(
                id=time_id(page.id, place, "2025-06-02"),
                evidence=place,
                value="2025-06-02",
                earliest="2025-06-02",
                latest="2025-06-02",
                anchor=Anchor.ABSOLUTE,
                rule="day",
            )
        )
    data = text.encode()
    return Bundle(
        page=page,
        raw=Raw(media=Media.ROW, encoding="utf-8", data=data) if raw else None,
        article=article,
        times=tuple(found) if times else None,
    )


def item_of(bundle: Bundle, location: str = "masukan/a.csv#1") -> Item:
    data = bundle.raw.data if bundle.raw else b""
    return Item(
        uri=bundle.page.uri, media=bundle.page.media, encoding="utf-8", data=data, fetch=Fetch(location=location)
    )


def outcome_of(bundle: Bundle, digest: str | None = None, location: str = "masukan/a.csv#1", **fetch: str) -> Outcome:
    return Outcome(digest=digest or item_of(bundle).digest, fetch=Fetch(location=location, **fetch), bundle=bundle)


def failed(
    digest: str, code: FailureCode = FailureCode.EMPTY, location: str = "masukan/b.txt", reason: str = "nothing there"
) -> Outcome:
    return Outcome(digest=digest, fetch=Fetch(location=location), failure=failure(location, code, reason, digest))


# -- strategies: any bundle that the records allow ---------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
names = st.text("abcdefgh:_", min_size=1, max_size=8)
days = st.dates().map(str)
slices = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Slice(min(pair), max(pair)))
evidences = st.builds(
    Evidence, slices=st.lists(slices, min_size=1, max_size=3).map(tuple), part=names | st.just("text")
)
several = st.lists(evidences, max_size=2).map(tuple)
readings = st.builds(Reading, value=texts, evidence=several, rule=names)
ledger_entries = st.builds(
    LedgerEntry,
    span=slices,
    verdict=st.sampled_from(Verdict),
    reason=st.none() | st.sampled_from(Reason),
    rule=names,
    evidence=several,
)
times = st.builds(
    Time,
    id=names,
    evidence=evidences,
    value=st.none() | texts,
    earliest=st.none() | days,
    latest=st.none() | days,
    mod=st.none() | st.sampled_from(TimeMod),
    anchor=st.sampled_from(Anchor),
    anchor_day=st.none() | days,
    rule=names,
    conflict=st.booleans(),
)
raws = st.builds(Raw, media=st.sampled_from(Media), encoding=names, data=st.binary(max_size=60))


@st.composite
def pages(draw: st.DrawFn) -> Page:
    parts = draw(st.dictionaries(names | st.just("text"), texts, max_size=4))
    sorted_parts = tuple(Part(name=name, text=parts[name]) for name in sorted(parts))
    uri, projection = draw(texts), draw(names)
    return Page(
        id=page_id(projection, uri, sorted_parts),
        uri=uri,
        media=draw(st.sampled_from(Media)),
        encoding=draw(names),
        projection=projection,
        parts=sorted_parts,
        breaks=tuple(draw(st.lists(st.integers(0, 99), max_size=4))),
        hidden=tuple(draw(st.lists(slices, max_size=3))),
        partial=draw(st.booleans()),
    )


@st.composite
def bundles(draw: st.DrawFn, of: st.SearchStrategy[Page] | None = None) -> Bundle:
    page = draw(of if of is not None else pages())
    maybe = st.none() | readings
    article = Article(
        page_id=page.id,
        uri=page.uri,
        language=Language(code=draw(names), score=round(draw(st.floats(0, 1)), 4)),
        kind=draw(st.sampled_from(Kind)),
        headline=draw(maybe),
        outlet=draw(maybe),
        section=draw(maybe),
        writers=tuple(draw(st.lists(readings, max_size=2))),
        editors=tuple(draw(st.lists(readings, max_size=2))),
        dateline=draw(
            st.none()
            | st.builds(Dateline, place=st.none() | texts, outlet=st.none() | texts, evidence=several, rule=texts)
        ),
        published=draw(st.none() | st.builds(Reading, value=days, evidence=several, rule=names)),
        published_time=draw(maybe),
        bound=draw(
            st.none()
            | st.builds(Bound, not_before=st.none() | days, not_after=st.none() | days, evidence=several, rule=texts)
        ),
        completeness=draw(st.sampled_from(Completeness)),
        completeness_evidence=draw(several),
        conflicts=tuple(
            draw(
                st.lists(
                    st.builds(Conflict, field=names, chosen=texts, other=texts, evidence=several, rule=names),
                    max_size=2,
                )
            )
        ),
        ledger=tuple(draw(st.lists(ledger_entries, max_size=4))),
        prose=draw(texts),
    )
    found = draw(st.none() | st.lists(times, max_size=3).map(tuple))
    return Bundle(
        page=page, raw=draw(st.none() | raws), article=article, times=found, findings=draw(st.none() | findings())
    )
