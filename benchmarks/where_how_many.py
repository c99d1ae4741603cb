"""Articles a second of the place finder and the figure finder, beyond prose and analysis.

    python benchmarks/where_how_many.py PAGES... [--articles N] [--rounds N]

PAGES are inputs as `kronik build` takes them. Each article is read to its prose first, unclocked; then both finders go
over it in turn, in several rounds, in processor time of one core. The least time of each article counts, so that
what else the machine does is left out as far as that goes; loading of words and gazetteer is told apart.
"""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from kronik.annotation.prose import Prose, prose_of
from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.figures.finding import figures_of
from kronik.knowledge.gazetteer import load_gazetteer
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.places.finding import places_of
from kronik.records.failures import Failure, Skipped

ARTICLES, ROUNDS = 600, 5
NANO = 1e9


@dataclass(frozen=True, slots=True)
class Times:
    """Least nanoseconds of one article in the place finder, and in the figure finder."""

    places: int
    figures: int


def proses(inputs: Sequence[str], packs: Mapping[str, LanguagePack]) -> Iterator[Prose]:
    """Yield the prose of each article that has one."""
    for item in read_inputs(inputs, ReadOptions()):
        if isinstance(item, Failure | Skipped):
            continue
        page = project(item)
        article = article_of(page, packs, None)
        prose = prose_of(page, article, times_of(page, article, packs), packs)
        if prose is not None:
            yield prose


def main() -> None:
    """Print the articles a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    packs = load_packs()
    started = time.process_time_ns()
    gazetteer = load_gazetteer()
    loaded = time.process_time_ns() - started
    placing, counting = packs["id"].placing, packs["id"].counting
    if placing is None or counting is None:
        raise SystemExit("the pack has no words for places or figures")
    read = list(islice(proses(options.pages, packs), options.articles))
    least = [Times(10**12, 10**12)] * len(read)
    for _ in range(options.rounds):
        for at, prose in enumerate(read):
            start = time.process_time_ns()
            places_of(prose, placing, gazetteer)
            middle = time.process_time_ns()
            figures_of(prose, counting)
            end = time.process_time_ns()
            least[at] = Times(min(least[at].places, middle - start), min(least[at].figures, end - middle))
    places, figures = sum(one.places for one in least) / NANO, sum(one.figures for one in least) / NANO
    letters = sum(len(prose.text) for prose in read) / len(read)
    print(f"articles            {len(read):7}  of {letters:.0f} characters of prose")
    print(f"places              {len(read) / places:7.0f}  a second")
    print(f"figures             {len(read) / figures:7.0f}  a second")
    print(f"both                {len(read) / (places + figures):7.0f}  a second")
    print(f"gazetteer loaded in {loaded / NANO:7.3f}  s")


if __name__ == "__main__":
    main()
