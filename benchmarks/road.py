"""The whole road from raw page to report: articles a second of one core, and what each stage takes of it.

    python benchmarks/road.py [--pages N] [--rounds N] [--json] [INPUT ...]

Every page goes through all stages of `kronik build` that need it alone, ``--rounds`` times; of each page and stage the
least processor time counts, so that what else the machine does weighs little. Reading inputs, loading resources and
writing the chronicle are left out. Without INPUT the pages are those of `people.py`: the shared gold and ``--pages`` of
the shared news, or the packaged samples. Set OMP_NUM_THREADS and OPENBLAS_NUM_THREADS to 1: threads of the numeric
library would count beside the one core.
"""

import argparse
import gc
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from people import MILLISECONDS, drawn, items_of

from kronik.actors.casting import cast_of
from kronik.annotation.prose import prose_of
from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.figures.finding import figures_of
from kronik.pages.projection import project
from kronik.pipeline.resources import Resources, load_resources
from kronik.places.finding import places_of
from kronik.records.pages import Item
from kronik.reports.coder import reports_of
from kronik.reports.recording import findings_of
from kronik.reports.scene import Scene
from kronik.statements.finding import statements_of

PAGES, ROUNDS = 300, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One stage: processor time of a page, and its share of the road in percent."""

    stage: str
    milliseconds: float
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """What was measured: pages, how many of them a second of one core, and each stage in order."""

    pages: int
    pages_per_second: float
    rows: tuple[Row, ...]


def stages_of(item: Item, resources: Resources) -> Iterator[str]:
    """Take an item down the road, and yield the name of each stage when it ends."""
    page = project(item)
    yield "page"
    article = article_of(page, resources.packs, None)
    yield "article"
    times = times_of(page, article, resources.packs)
    yield "times"
    prose = prose_of(page, article, times, resources.packs)
    yield "language model"
    pack = resources.packs.get(article.language.code)
    if prose is None or pack is None:
        return
    if pack.naming is None or pack.speech is None or pack.coding is None or pack.placing is None:
        return
    placed = places_of(prose, pack.placing, resources.gazetteer)
    yield "places"
    counted = figures_of(prose, pack.counting) if pack.counting is not None else ()
    yield "figures"
    cast = cast_of(prose, pack.naming, resources.knowledge)
    yield "cast"
    spoken = statements_of(prose, cast, pack.speech)
    yield "statements"
    coding = reports_of(prose, Scene(cast=cast, spoken=spoken, placed=placed, counted=counted), pack.coding)
    yield "reports"
    findings_of(prose, placed, cast, spoken, coding)
    yield "records"


def laps_of(item: Item, resources: Resources) -> Iterator[tuple[str, float]]:
    """Yield each stage of an item with its processor time in seconds."""
    begun = time.process_time()
    for stage in stages_of(item, resources):
        now = time.process_time()
        yield stage, now - begun
        begun = time.process_time()


def timed(items: Sequence[Item], resources: Resources, rounds: int) -> Road:
    """Return the road of some items, each stage at its least in several rounds."""
    least: list[dict[str, float]] = [{} for _ in items]
    for _ in range(rounds):
        for best, item in zip(least, items, strict=True):
            for stage, seconds in laps_of(item, resources):
                best[stage] = min(best.get(stage, seconds), seconds)
    sums: dict[str, float] = {}
    for best in least:
        for stage, seconds in best.items():
            sums[stage] = sums.get(stage, 0.0) + seconds
    whole = sum(sums.values())
    rows = tuple(
        Row(
            stage=stage,
            milliseconds=round(seconds / len(items) * MILLISECONDS, 2),
            percent=round(100 * seconds / whole, 1),
        )
        for stage, seconds in sums.items()
    )
    return Road(pages=len(items), pages_per_second=round(len(items) / whole, 1), rows=rows)


def main() -> None:
    """Measure and print a table, or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="pages; the shared gold and news when not given")
    parser.add_argument("--pages", type=int, default=PAGES, help="pages of the shared news")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that every page is read; the least counts")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    items = items_of(options.inputs) if options.inputs else drawn(options.pages)
    if not items:
        raise SystemExit("no page to read")
    resources = load_resources()
    gc.collect()
    gc.freeze()  # resources and items are there for good; a build has no reason to look at them again either
    road = timed(items, resources, options.rounds)
    if options.json:
        print(json.dumps(asdict(road), indent=1))
        return
    print("| stage | ms a page | % |\n|---|---:|---:|")
    for row in road.rows:
        print(f"| {row.stage} | {row.milliseconds} | {row.percent} |")
    print(f"\n{road.pages} pages, {road.pages_per_second} a second on one core")


if __name__ == "__main__":
    main()
