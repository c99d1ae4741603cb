"""Places and figures on gold, apart from events: ``python evals/places_figures.py SHARED [--errors] [--only dev]``.

The debris that gold marks is taken out. Of each place that a gold event happens at: whether a place of ours covers it
(likeness at least 0.3, as score.py asks) and names the levels that gold names. Of each figure: whether one of ours
overlaps it and has kind and value. Ours that gold has no event for are no errors; they are counted.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kronik.annotation.prose import Prose
from kronik.annotation.views import spaced
from kronik.figures.counted import Counted
from kronik.figures.finding import figures_of
from kronik.knowledge.gazetteer import load_gazetteer
from kronik.languages.analysis import Analysis
from kronik.languages.loader import load_packs
from kronik.languages.pack import FoundTime, LanguagePack
from kronik.places.finding import places_of
from kronik.places.placed import PlacedName
from kronik.records.spans import Slice, complement
from kronik.text.views import View, kept_view

LIKE = 0.3
"""Likeness of the spans of a place that score.py asks."""
LEVELS = ("country", "province", "regency", "locality")


@dataclass(frozen=True, slots=True)
class Plain:
    """What places and figures read of a prose, without a page of the store."""

    text: str
    view: View
    analysis: Analysis
    published: date | None
    times: tuple[FoundTime, ...]


def prose_of_gold(article: dict[str, Any], pack: LanguagePack) -> Prose:
    """Return the prose of a gold article by gold's own cleaning."""
    text = article["page"]["text"]
    kept = complement((Slice(one["start"], one["end"]) for one in article["debris"]), len(text))
    view = kept_view(text, kept)
    if pack.glue is not None:
        view = spaced(view, pack.glue(view.text))
    analysis = pack.analyser(view.text) if pack.analyser else Analysis(text=view.text, sentences=(), names=())
    published = date.fromisoformat(article["published"]) if article["published"] else None
    times = pack.times(view.text, published) if pack.times else ()
    return Plain(view.text, view, analysis, published, times)  # type: ignore[return-value]  # the parts that both rooms read


@dataclass(slots=True)
class Tally:
    """Counts, and what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def note(self, name: str, right: bool, error: str) -> None:
        """Count one, and keep the error."""
        self.counts[name] += 1
        self.counts[f"{name}.right"] += right
        if not right:
            self.errors.append(f"{name}: {error}")


def likeness(gold: tuple[int, int], ours: tuple[int, int]) -> float:
    """Return the shared code points over those of either span."""
    shared = max(0, min(gold[1], ours[1]) - max(gold[0], ours[0]))
    return shared / (gold[1] - gold[0] + ours[1] - ours[0] - shared)


def in_page(view: View, found: PlacedName | Counted) -> tuple[int, int]:
    """Return the code points of the page text from the first to behind the last of a span of the view."""
    slices = view.to_source(found.start, found.end)
    return slices[0].start, slices[-1].end


def judge_places(article: dict[str, Any], prose: Prose, found: tuple[PlacedName, ...], tally: Tally) -> None:
    """Count the gold places of an article that are found and resolved."""
    seen = set()
    for event in article["events"]:
        place, where = event["place"], event["where"] or {}
        if place is None or (place["start"], place["end"]) in seen:
            continue
        gold = (place["start"], place["end"])
        seen.add(gold)
        best = max(found, key=lambda one: likeness(gold, in_page(prose.view, one)), default=None)
        hit = best is not None and likeness(gold, in_page(prose.view, best)) >= LIKE
        tally.note("place.resolvable" if where else "place.open", hit, f"{article['id']} {place['quote']!r} missed")
        if not hit or best is None:
            continue
        tally.counts["place.located"] += best.located
        for level in LEVELS:
            if where.get(level):
                ours = getattr(best.where, level) if best.where else None
                error = f"{article['id']} {place['quote']!r}: {ours!r}, not {where[level]!r} ({best.rule})"
                tally.note(f"place.{level}", ours == where[level], error)


def judge_figures(article: dict[str, Any], prose: Prose, found: tuple[Counted, ...], tally: Tally) -> None:
    """Count the gold figures of an article that are found with kind, value, unit and bound."""
    seen = set()
    for event in article["events"]:
        for figure in event["figures"]:
            gold = (figure["start"], figure["end"])
            if (*gold, figure["kind"]) in seen:
                continue
            seen.add((*gold, figure["kind"]))
            near = [one for one in found if likeness(gold, in_page(prose.view, one)) > 0]
            right = [one for one in near if (one.kind.value, one.value) == (figure["kind"], figure["value"])]
            ours = [(one.kind.value, one.value, prose.text[one.start : one.end]) for one in near]
            wanted = (figure["kind"], figure["value"], figure["quote"])
            tally.note("figure", bool(right), f"{article['id']} {wanted}: {ours}")
            if right:
                limit = right[0].limit.value if right[0].limit else None
                tally.note("figure.unit", right[0].unit == figure["unit"], f"{article['id']} {wanted} {right[0].unit}")
                tally.note("figure.bound", limit == figure.get("bound"), f"{article['id']} {wanted} {limit}")
    tally.counts["figures of ours"] += len(found)


def articles(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a gold file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Print the counts of both gold sets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--plain", action="store_true", help="without the analysis: no names of persons and bodies")
    parser.add_argument("--only", choices=("train", "dev"))
    options = parser.parse_args()
    pack, gazetteer = load_packs()["id"], load_gazetteer()
    if options.plain:
        pack = replace(pack, analyser=None)
    if pack.placing is None or pack.counting is None:
        raise SystemExit("the pack has no words for places or figures")
    for name in (options.only,) if options.only else ("train", "dev"):
        tally = Tally()
        for article in articles(options.shared / "gold" / f"{name}.jsonl"):
            prose = prose_of_gold(article, pack)
            judge_places(article, prose, places_of(prose, pack.placing, gazetteer), tally)
            judge_figures(article, prose, figures_of(prose, pack.counting), tally)
        for key in sorted(key for key in tally.counts if not key.endswith(".right")):
            right = tally.counts.get(f"{key}.right")
            share = "" if right is None else f"{right} right, {right / tally.counts[key]:.3f}"
            print(f"{name:6}{key:20}{tally.counts[key]:5}  {share}")
        if options.errors:
            print("\n".join(tally.errors))


if __name__ == "__main__":
    main()
