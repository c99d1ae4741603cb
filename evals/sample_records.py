"""Make `expected.jsonl` of the packaged samples from the annotations beside this file, which quote the pages.

    python evals/sample_records.py            write src/kronik/samples/expected.jsonl
    python evals/sample_records.py --check    exit 1 when the file is not what the annotations say

Annotations are TOML files in evals/samples/. A quotation stands for its first place; ``quote#2`` means the second one.
Quotations of debris are sought in the body, all others in the body without its debris, so that a teaser never answers.
Words that go with a statement (speaker, cue, outlet) stand for the place nearest to its content. The names of an actor
stand for every place where they are found as whole words, the longest name first.
"""

import csv
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree  # our own feed, no stranger's

import msgspec

from kronik.records.spans import Slice, complement, merged
from kronik.text.markup import project_markup
from kronik.text.views import kept_view

ROOT = Path(__file__).resolve().parent.parent
ANNOTATIONS = ROOT / "evals" / "samples"
SAMPLES = ROOT / "src" / "kronik" / "samples"
EXPECTED = SAMPLES / "expected.jsonl"

_NTH = re.compile(r"^(?P<quote>.+)#(?P<nth>\d+)$", re.DOTALL)


class ActorNote(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """Key, name, kind, country ("" for none), sector, and the names it goes by."""

    key: str
    name: str
    kind: str
    country: str
    sector: str
    mentions: list[str]


class StatementNote(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One statement, in quotations."""

    by: list[str]
    content: list[str]
    speaker: str = ""
    cue: str = ""
    kind: str = "indirect"
    via: str = ""


class EventNote(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One report, in quotations; ``code`` is TYPE or TYPE/mode."""

    code: str
    actors: list[str]
    triggers: list[str]
    recipients: list[str] = []
    date: str = ""
    place: str = ""
    where: dict[str, str] = {}
    status: str = "occurred"
    claimed_by: list[str] = []
    denied_by: list[str] = []


class PageNote(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What the annotations say of one page."""

    sample: str
    uri: str
    language: str = "id"
    kind: str = "news"
    headline: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    published_time: str = ""
    not_before: str = ""
    completeness: str = ""
    no_pack: bool = False
    glued: bool = False
    """Words of removed links stick to their neighbours, so that names need not stand as whole words."""
    body: list[tuple[str, str]] = []
    """First and last words of each stretch of the body; empty for the whole page text."""
    debris: list[tuple[str, str]] = []
    times: list[list[str]] = []
    """Value, quotation, then ``conflict`` or a mod."""
    actors: list[ActorNote] = []
    statements: list[StatementNote] = []
    events: list[EventNote] = []


class NotesFile(msgspec.Struct, forbid_unknown_fields=True):
    """One file of annotations."""

    page: list[PageNote]


class SampleText(msgspec.Struct, frozen=True):
    """The page text of a sample and its breaks."""

    text: str
    breaks: tuple[int, ...] = ()


class QuotationError(Exception):
    """A quotation that does not stand in its page."""


class Quoter:
    """Finds quotations of one page."""

    def __init__(self, note: PageNote, page: SampleText) -> None:
        self.sample, self.text, self.breaks = note.sample, page.text, frozenset(page.breaks)
        whole = [Slice(0, len(page.text))]
        self.body = merged(self._stretch(first, last) for first, last in note.body) if note.body else tuple(whole)
        self.debris = [self.first(quote, self.body) for _, quote in note.debris]
        left_out = merged([*self.debris, *complement(self.body, len(self.text))])
        self.prose = complement(left_out, len(self.text))

    def _stretch(self, first: str, last: str) -> Slice:
        start = self.text.find(first)
        end = self.text.find(last, start)
        if min(start, end) < 0:
            raise QuotationError(f"{self.sample}: no stretch from {first!r} to {last!r}")
        if self.text.find(first, start + 1) >= 0:
            raise QuotationError(f"{self.sample}: {first!r} stands more than once")
        return Slice(start, end + len(last))

    def places(self, quote: str, within: Sequence[Slice]) -> list[Slice]:
        """Return every place of these characters inside one of the slices, in order."""
        found = (Slice(m.start(), m.start() + len(quote)) for m in re.finditer(f"(?={re.escape(quote)})", self.text))
        starts = [piece.start for piece in within]
        return [place for place in found if _inside(place, within, starts)]

    def first(self, quote: str, within: Sequence[Slice] | None = None) -> Slice:
        """Return the place of ``quote`` or ``quote#n``; prose unless told."""
        match = _NTH.match(quote)
        words, nth = (match["quote"], int(match["nth"])) if match else (quote, 1)
        places = self.places(words, self.prose if within is None else within)
        if len(places) < nth:
            raise QuotationError(f"{self.sample}: {quote!r} stands {len(places)} times")
        return places[nth - 1]

    def near(self, quote: str, content: Slice) -> Slice:
        """Return the place of ``quote`` in the prose nearest to ``content`` and outside it, or that of ``quote#n``."""
        if _NTH.match(quote):
            return self.first(quote)
        places = [place for place in self.places(quote, self.prose) if not place.overlaps(content)]
        if not places:
            raise QuotationError(f"{self.sample}: {quote!r} does not stand beside {content}")
        return min(places, key=lambda place: (max(place.start - content.end, content.start - place.end), place))

    def entry(self, place: Slice) -> dict[str, object]:
        """Return a quotation with offsets, in the shape of the guidelines: ``nth`` counts in the page text."""
        quote = place.of(self.text)
        nth = bisect_right([p.start for p in self.places(quote, [Slice(0, len(self.text))])], place.start)
        number: dict[str, object] = {"nth": nth} if nth > 1 else {}
        return {"quote": quote, **number, "start": place.start, "end": place.end}

    def entry_or_none(self, quote: str, near: Slice) -> dict[str, object] | None:
        """Return the quotation nearest to a place; None for an empty one."""
        return self.entry(self.near(quote, near)) if quote else None


def _inside(place: Slice, within: Sequence[Slice], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, place.start) - 1
    return index >= 0 and place.end <= within[index].end


def record_of(note: PageNote, page: SampleText) -> dict[str, object]:
    """Return the expected record of a page. Raises QuotationError where the page does not say what is quoted."""
    quoter = Quoter(note, page)
    record: dict[str, object] = {
        "id": note.sample,
        "page": {"uri": note.uri},
        "language": note.language,
        "kind": note.kind,
        "headline": note.headline or None,
        "outlet": note.outlet or None,
        "byline": note.byline or None,
        "published": note.published or None,
        "published_time": note.published_time or None,
        "published_bound": {"not_before": note.not_before} if note.not_before else None,
        "completeness": note.completeness or None,
        "prose": plain_prose(kept_view(page.text, quoter.prose, page.breaks).text),
        "debris": [
            {**quoter.entry(place), "reason": reason}
            for (reason, _), place in zip(note.debris, quoter.debris, strict=True)
        ],
    }
    if note.no_pack:
        return record | {"no_pack": True}
    return record | {
        "times": [_time(quoter, time) for time in note.times],
        "actors": list(_actors(quoter, note.actors, glued=note.glued)),
        "statements": [_statement(quoter, statement) for statement in note.statements],
        "events": [_event(quoter, event) for event in note.events],
    }


def plain_prose(prose: str) -> str:
    """Return prose with one space between words and no empty line, so that white space never decides a comparison."""
    return "\n".join(line for line in (" ".join(raw.split()) for raw in prose.split("\n")) if line)


def _time(quoter: Quoter, time: Sequence[str]) -> dict[str, object]:
    value, quote, *marks = time
    entry: dict[str, object] = {**quoter.entry(quoter.first(quote)), "value": value}
    for mark in marks:
        entry |= {"conflict": True} if mark == "conflict" else {"mod": mark}
    return entry


def _actors(quoter: Quoter, actors: Sequence[ActorNote], *, glued: bool) -> Iterator[dict[str, object]]:
    owners = {name: actor.key for actor in actors for name in actor.mentions}
    taken: list[Slice] = []
    found: dict[str, list[Slice]] = {actor.key: [] for actor in actors}
    for name in sorted(owners, key=lambda n: (-len(n), n)):
        places = [quoter.first(name)] if _NTH.match(name) else quoter.places(name, quoter.prose)
        words = [place for place in places if glued or _whole_word(place, quoter)]
        free = [place for place in words if not any(place.overlaps(other) for other in taken)]
        if not free:
            raise QuotationError(f"{quoter.sample}: actor {owners[name]} is nowhere {name!r}")
        taken += free
        found[owners[name]] += free
    for actor in actors:
        yield {
            "key": actor.key,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country or None,
            "sector": actor.sector,
            "mentions": [quoter.entry(place) for place in sorted(found[actor.key])],
        }


def _whole_word(place: Slice, quoter: Quoter) -> bool:
    """Tell whether a name stands by itself; where a block begins or ends a word does too."""
    text = quoter.text
    before = "" if place.start in quoter.breaks else text[place.start - 1 : place.start]
    after = "" if place.end in quoter.breaks else text[place.end : place.end + 1]
    return not before.isalnum() and not after.isalnum()


def _statement(quoter: Quoter, note: StatementNote) -> dict[str, object]:
    content = [quoter.first(quote) for quote in note.content]
    cue = quoter.entry_or_none(note.cue, content[0])
    return {
        "speakers": note.by,
        "speaker_quote": quoter.entry_or_none(note.speaker, content[0]),
        "cue": cue,
        "content": [quoter.entry(place) for place in content],
        "kind": note.kind,
        "via": quoter.entry_or_none(note.via, content[0]),
    }


def _event(quoter: Quoter, note: EventNote) -> dict[str, object]:
    kind, _, mode = note.code.partition("/")
    triggers = [quoter.first(quote) for quote in note.triggers]
    return {
        "type": kind,
        "mode": mode or None,
        "actors": note.actors,
        "recipients": note.recipients,
        "triggers": [quoter.entry(place) for place in triggers],
        "date": note.date or None,
        "place": quoter.entry_or_none(note.place, triggers[0]),
        "where": note.where or None,
        "status": note.status,
        "claimed_by": note.claimed_by,
        "denied_by": note.denied_by,
        "figures": [],
    }


def sample_texts(folder: Path) -> dict[str, SampleText]:
    """Return the page text of every sample under a folder by its place: path, and ``#n`` for the n-th row or item.

    This reads the samples without the readers of the program, so that a fault there is not copied here.
    """
    texts: dict[str, SampleText] = {}
    for path in sorted(folder.rglob("*.*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".html":
            texts[name] = _marked_up(path.read_text(encoding="utf-8"))
        elif path.suffix == ".txt":
            texts[name] = SampleText(path.read_bytes().decode("utf-8"))
        else:
            texts |= {f"{name}#{number}": text for number, text in enumerate(_rows(path), 1)}
    return texts


def _marked_up(html: str) -> SampleText:
    projection = project_markup(html)
    return SampleText(projection.text, tuple(projection.breaks))


def _rows(path: Path) -> list[SampleText]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [SampleText(row["isi_berita"]) for row in csv.DictReader(file)]
    if path.suffix == ".jsonl":
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return [_marked_up(row["html"]) if "html" in row else SampleText(row["text"]) for row in rows]
    items = ElementTree.parse(path).iter("item")  # noqa: S314 - our own file
    return [SampleText(item.findtext("description", "")) for item in items]


def expected_lines(annotations: Path = ANNOTATIONS, pages: Path = SAMPLES / "pages") -> str:
    """Return the content of `expected.jsonl`, one record a line in order of the samples.

    Raises:
        QuotationError: an annotation quotes what its page does not say, or a page has no annotation or two.
    """
    files = [msgspec.toml.decode(path.read_bytes(), type=NotesFile) for path in sorted(annotations.glob("*.toml"))]
    notes = [note for file in files for note in file.page]
    texts = sample_texts(pages)
    if sorted(note.sample for note in notes) != sorted(texts):
        differing = {note.sample for note in notes} ^ texts.keys()
        raise QuotationError(f"annotations and pages are not the same: {sorted(differing)}")
    records: list[Mapping[str, object]] = [record_of(note, texts[note.sample]) for note in notes]
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in sorted(records, key=lambda r: str(r["id"])))


def main() -> int:
    """Write or check the file; exit code 1 when it is out of date."""
    lines = expected_lines()
    if "--check" in sys.argv[1:]:
        same = EXPECTED.is_file() and EXPECTED.read_text(encoding="utf-8") == lines
        print(f"{EXPECTED.name}: {'as annotated' if same else 'out of date, run evals/sample_records.py'}")
        return 0 if same else 1
    EXPECTED.write_text(lines, encoding="utf-8")
    print(f"{EXPECTED.name}: {lines.count(chr(10))} records")
    return 0


if __name__ == "__main__":
    sys.exit(main())
