"""Times on gold with gold's own cleaning: ``python evals/times_on_gold.py SHARED [--errors] [--only dev]``.

The debris that gold marks is taken out, so that the figures say what the finder of the pack does and nothing else.
Spans match when they share at least half of the code points of either; "exact" asks for the same EDTF value too.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kronik.languages.loader import load_packs
from kronik.languages.pack import FoundTime, TimeFinder
from kronik.records.spans import Slice, complement
from kronik.text.views import kept_view

HALF = 0.5
"""Share of code points that two spans must have in common, as score.py asks."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A time in the page text."""

    start: int
    end: int
    value: str | None
    mod: str | None
    rule: str = ""
    conflict: bool = False


def found_in(article: dict[str, object], finder: TimeFinder) -> list[Placed]:
    """Return the times that the finder reads in the prose of a gold article, in code points of the page text."""
    page, debris, published = article["page"], article["debris"], article["published"]
    if not isinstance(page, dict) or not isinstance(debris, list):
        raise TypeError("not a gold article")
    text = str(page["text"])
    prose = complement((Slice(int(one["start"]), int(one["end"])) for one in debris), len(text))
    view = kept_view(text, prose)
    day = date.fromisoformat(str(published)) if published else None

    def placed(time: FoundTime) -> Placed:
        slices = view.to_source(time.start, time.end)
        return Placed(slices[0].start, slices[-1].end, time.value, time.mod, time.rule, time.conflict)

    return [placed(time) for time in finder(view.text, day) if time.value is not None]


def alike(one: Placed, other: Placed) -> float:
    """Return the shared code points over those of either span."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (one.end - one.start + other.end - other.start - shared)


def paired(wanted: list[Placed], found: list[Placed]) -> list[tuple[Placed, Placed]]:
    """Return one-to-one pairs of spans that match, best first."""
    scored = sorted(
        (
            (-alike(one, other), i, j)
            for i, one in enumerate(wanted)
            for j, other in enumerate(found)
            if alike(one, other) >= HALF
        ),
    )
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in scored:
        if i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
            pairs.append((wanted[i], found[j]))
    return pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a finder gets right on one gold file: F1 of spans, of spans with their values, and with their mods too.

    Attributes:
        errors: a line for each time that is missed, invented, or has another value.
    """

    gold: int
    found: int
    span: float
    exact: float
    with_mod: float
    conflicts: str
    errors: tuple[str, ...]


def score(path: Path, finder: TimeFinder) -> Figures:
    """Return the figures of a finder on one gold file."""
    gold = found_count = spans = exact = mods = conflicts = 0
    errors: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        wanted = [
            Placed(t["start"], t["end"], t["value"], t.get("mod"), "", bool(t.get("conflict")))
            for t in article["times"]
        ]
        found = found_in(article, finder)
        pairs = paired(wanted, found)
        gold, found_count, spans = gold + len(wanted), found_count + len(found), spans + len(pairs)
        exact += sum(one.value == other.value for one, other in pairs)
        mods += sum(one.value == other.value and one.mod == other.mod for one, other in pairs)
        conflicts += sum(one.conflict == other.conflict for one, other in pairs)
        text = article["page"]["text"]
        errors += [f"{article['id']} {error}" for error in _errors(text, wanted, found, pairs)]
    span, right, with_mod = (2 * hits / max(1, gold + found_count) for hits in (spans, exact, mods))
    return Figures(
        gold=gold,
        found=found_count,
        span=span,
        exact=right,
        with_mod=with_mod,
        conflicts=f"{conflicts}/{spans}",
        errors=tuple(errors),
    )


def _errors(text: str, wanted: list[Placed], found: list[Placed], pairs: list[tuple[Placed, Placed]]) -> Iterator[str]:
    matched = {id(one) for pair in pairs for one in pair}
    yield from (f"missed   {time.value} {_shown(text, time)}" for time in wanted if id(time) not in matched)
    yield from (f"invented {time.value} {time.rule} {_shown(text, time)}" for time in found if id(time) not in matched)
    for one, other in pairs:
        if (one.value, one.mod, one.conflict) != (other.value, other.mod, other.conflict):
            wanted_value = f"{one.value} {one.mod or ''}{' conflict' if one.conflict else ''}"
            yield f"value    {other.value} {other.mod or ''} for {wanted_value} {other.rule} {_shown(text, other)}"


def _shown(text: str, time: Placed) -> str:
    before, after = text[max(0, time.start - 60) : time.start], text[time.end : time.end + 40]
    return f"{before}[[{text[time.start : time.end]}]]{after}".replace("\n", "/")


def main() -> None:
    """Score both gold files, or one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("shared", type=Path, help="the folder that holds gold/")
    parser.add_argument("--errors", action="store_true", help="print what is missed, invented or wrong")
    parser.add_argument("--only", choices=("train", "dev"), help="one file instead of both")
    args = parser.parse_args()
    finder = load_packs()["id"].times
    if finder is None:
        raise SystemExit("the pack has no finder of times")
    for name in (args.only,) if args.only else ("train", "dev"):
        figures = score(args.shared / "gold" / f"{name}.jsonl", finder)
        print(
            f"{name:6} gold {figures.gold} found {figures.found}  span F1 {figures.span:.4f}"
            f"  exact F1 {figures.exact:.4f}  with mod {figures.with_mod:.4f}  conflict agrees {figures.conflicts}"
        )
        for error in figures.errors if args.errors else ():
            print(error)


if __name__ == "__main__":
    main()
