"""Names of products and other things in the labelled news: ``python evals/things_on_news.py SHARED [--errors]``.

`labels/things_news.jsonl` holds, by SHA-256 of a page's text, the code points that were read and every name of a
product (ship, aircraft, car, device, program, coin) or of another thing (law, treaty, operation, competition, holiday,
award, work, programme, index) within them. A name is found when the very same code points are; of those the share with
the right kind is counted apart. The rules were written on the part ``development``. ``held`` was labelled before they
ran on it: precision 0.721 and recall 0.590 of 83 names then; what it showed has been mended since, so that a figure
fair to the rules of today lies between that and the one printed.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kronik.annotation.prose import prose_of
from kronik.articles.article import article_of
from kronik.languages.analysis import THINGS
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.failures import Failure, Skipped
from kronik.records.pages import Page

LABELS = Path(__file__).with_name("labels") / "things_news.jsonl"

Spans = dict[tuple[int, int], str]
"""Half-open code points of the page text -> kind."""


@dataclass(slots=True)
class Counts:
    """How many names were wanted, found, both, and both with the right kind."""

    wanted: int = 0
    found: int = 0
    both: int = 0
    kind: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, wanted: Spans, found: Spans, text: str) -> None:
        """Count the names of one page."""
        both = wanted.keys() & found.keys()
        self.wanted += len(wanted)
        self.found += len(found)
        self.both += len(both)
        self.kind += sum(wanted[span] == found[span] for span in both)
        for sign, spans in (("missed", wanted.keys() - both), ("extra", found.keys() - both)):
            self.errors += [f"{sign}\t{text[slice(*span)]}" for span in sorted(spans)]

    def __str__(self) -> str:
        precision, recall = self.both / max(1, self.found), self.both / max(1, self.wanted)
        return (
            f"precision {precision:.3f}  recall {recall:.3f}  of {self.wanted} names, {self.found} found, "
            f"{self.kind} of {self.both} with the right kind"
        )


def pages(shared: Path) -> Iterator[Page]:
    """Yield the pages of the news."""
    for item in read_inputs(sorted(str(file) for file in (shared / "news").glob("*.csv")), ReadOptions()):
        if not isinstance(item, Failure | Skipped):
            yield project(item)


def found_in(page: Page, packs: Any) -> Spans:  # the packs as the loader gives them
    """Return the names of things of a page, in code points of its text."""
    prose = prose_of(page, article_of(page, packs), None, packs)
    out: Spans = {}
    for name in prose.analysis.names if prose is not None else ():
        if name.kind in THINGS and prose is not None:
            source = prose.view.to_source(name.start, name.end)
            out[source[0].start, source[-1].end] = name.kind.value
    return out


def measured(shared: Path) -> dict[str, Counts]:
    """Return the counts of each part of the labels; a page that is missing counts nothing."""
    labels = {row["sha256"]: row for row in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())}
    packs = load_packs()
    counts: dict[str, Counts] = defaultdict(Counts)
    for page in pages(shared):
        row = labels.pop(hashlib.sha256(page.text.encode()).hexdigest(), None)
        if row is None:
            continue
        start, end = row["read"]
        found = {span: kind for span, kind in found_in(page, packs).items() if start <= span[0] and span[1] <= end}
        wanted = {(name["start"], name["end"]): name["kind"] for name in row["names"]}
        counts[row["part"]].add(wanted, found, page.text)
    return counts


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what was missed or found too much")
    args = parser.parse_args()
    for part, counts in sorted(measured(args.shared).items()):
        print(f"{part}: {counts}")
        if args.errors:
            print("\n".join(counts.errors))


if __name__ == "__main__":
    main()
