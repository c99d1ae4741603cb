"""Speed of the article stage on scraped texts, and beside trafilatura on HTML, in one run.

    python benchmarks/articles.py [--texts N] [--rounds N] [--json]

Texts are rows of the shared news, drawn evenly over both days; from page to article record, on one core. What counts is
the fastest of the rounds over all texts, in processor time, with everything read from disk before. HTML pages are
those of `extraction.py`: Kronik from bytes to article record, trafilatura in its default mode from text to text, page
by page, so that both meet the same load of the machine. Without the shared folder (KRONIK_SHARED names it) nothing is
measured.
"""

import argparse
import gc
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from extraction import BASE, cases_in, kronik_reader, peers, run

from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.pages import Item, Page

ROOT = Path(__file__).resolve().parent.parent
TEXTS = 600
ROUNDS = 7
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """What was measured.

    Attributes:
        texts: how many scraped texts.
        characters: of one text, on the average.
        texts_per_second: of processor time, from page to article.
        items_per_second: the same from the item's bytes, projection and hashes included.
        html_pages_per_second: of processor time, from bytes to article.
        share_of_trafilatura: these, of trafilatura's pages per second.
    """

    texts: int
    characters: int
    texts_per_second: float
    items_per_second: float
    html_pages_per_second: float
    share_of_trafilatura: float


def drawn(items: Sequence[Item], wanted: int) -> Sequence[Item]:
    """Return that many of the items, evenly spaced; all where there are fewer."""
    return [items[at * len(items) // wanted] for at in range(wanted)] if wanted < len(items) else items


def fastest(work: Callable[[T], object], over: Sequence[T], rounds: int) -> float:
    """Return the processor time of the fastest round, in seconds, after one that is not counted."""
    best = float("inf")
    for number in range(rounds + 1):
        start = time.process_time()
        for one in over:
            work(one)
        if number:
            best = min(best, time.process_time() - start)
    return best


def measure(shared: Path, wanted: int, rounds: int, html_pages: int | None) -> Speed:
    """Return the speed on the shared texts and pages."""
    packs = load_packs()
    inputs = [str(path) for path in sorted((shared / "news").glob("*.csv"))]
    items = drawn([item for item in read_inputs(inputs, ReadOptions()) if isinstance(item, Item)], wanted)
    pages = [project(item) for item in items]
    gc.collect()
    gc.freeze()  # the packs and the texts are there for good; a build has no reason to look at them again either

    def read(page: Page) -> object:
        return article_of(page, packs)

    texts = fastest(read, pages, rounds)
    whole = fastest(lambda item: read(project(item)), items, rounds)
    kronik, base = run({"Kronik": kronik_reader(), BASE: peers()[BASE]}, cases_in(shared, html_pages))
    return Speed(
        texts=len(pages),
        characters=sum(len(page.text) for page in pages) // max(len(pages), 1),
        texts_per_second=round(len(pages) / texts, 1),
        items_per_second=round(len(pages) / whole, 1),
        html_pages_per_second=kronik.pages_per_second,
        share_of_trafilatura=round(kronik.pages_per_second / base.pages_per_second, 2),
    )


def table(speed: Speed) -> str:
    """Return the figures as a Markdown table."""
    heads = ("texts", "characters", "texts/s", "texts/s from bytes", "HTML pages/s", f"of {BASE}")
    cells = (
        f"{speed.texts:,}",
        f"{speed.characters:,}",
        f"{speed.texts_per_second:,.0f}",
        f"{speed.items_per_second:,.0f}",
        f"{speed.html_pages_per_second:.1f}",
        f"{speed.share_of_trafilatura:.2f}",
    )
    return f"| {' | '.join(heads)} |\n{'|---:' * len(heads)}|\n| {' | '.join(cells)} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=int, default=TEXTS, metavar="N", help=f"scraped texts (default: {TEXTS})")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"rounds (default: {ROUNDS})")
    parser.add_argument("--pages", type=int, metavar="N", help="only the first N HTML pages of each set")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    shared = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    if not (shared / "news").is_dir() or not (shared / "html").is_dir():
        print("article benchmark: the shared pages are not here (KRONIK_SHARED names the folder); nothing measured")
        return 0
    logging.disable(logging.CRITICAL)  # the peer logs every page that it cannot parse
    speed = measure(shared, options.texts, options.rounds, options.pages)
    print(json.dumps(asdict(speed), indent=1) if options.json else table(speed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
