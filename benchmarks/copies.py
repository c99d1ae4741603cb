"""Compare finders of copies: Kronik and its peers, quality and speed in one run.

    python benchmarks/copies.py COPIES.jsonl [--json]

COPIES: uri, cluster, level and text, as in the shared ``copies/``. Every finder gets the same prose and the same
candidates' bands (64 of 2 rows). A peer's pairs are verified by the Jaccard share that its own sketches estimate, at
the threshold that is best for it on this set. Speed: articles per second of processor time on one core, from prose to
groups; reading the pages is not counted. Peers: rensa and datasketch, where they are installed.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any

from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.records.pages import Media, Page, Part, page_id
from kronik.stories.components import components
from kronik.stories.copies import copy_groups, likenesses
from kronik.stories.sketches import BANDS, ROWS, RUN_WORDS, Sketcher

THRESHOLDS = tuple(number / 100 for number in range(10, 75, 5))
ROUNDS = 3
"""Times that each finder runs; the fastest counts."""

Pairs = frozenset[tuple[str, str]]
Finder = Callable[[Sequence[tuple[str, str]]], Iterator[tuple[str, Callable[[], Pairs]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One finder's figures; precision, recall and F1 over pairs."""

    name: str
    precision: float
    recall: float
    f1: float
    articles_per_second: float


def kronik(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Callable[[], Pairs]]]:
    """Yield Kronik, ready to run."""

    def run() -> Pairs:
        found = likenesses(list(Sketcher().sketches((name, text, 0) for name, text in texts)))
        groups: dict[str, list[str]] = {}
        for name, head in copy_groups(found, {name: ("", name) for name, _ in texts}).items():
            groups.setdefault(head, []).append(name)
        return _pairs(groups.values())

    yield "kronik", run


def rensa(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Callable[[], Pairs]]]:
    """Yield rensa at each threshold."""
    library = import_module("rensa")

    def at(threshold: float) -> Callable[[], Pairs]:
        def run() -> Pairs:
            index = library.RMinHashLSH(threshold=threshold, num_perm=BANDS * ROWS, num_bands=BANDS)
            sketches = []
            for number, (_, text) in enumerate(texts):
                sketch = library.RMinHash(num_perm=BANDS * ROWS, seed=1)
                sketch.update(_runs(text))
                index.insert(number, sketch)
                sketches.append(sketch)
            near = ((a, b) for a, sketch in enumerate(sketches) for b in index.query(sketch) if a < b)
            return _joined(texts, ((a, b) for a, b in near if sketches[a].jaccard(sketches[b]) >= threshold))

        return run

    yield from ((f"rensa {threshold:.2f}", at(threshold)) for threshold in THRESHOLDS)


def datasketch(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Callable[[], Pairs]]]:
    """Yield datasketch at each threshold."""
    library = import_module("datasketch")

    def at(threshold: float) -> Callable[[], Pairs]:
        def run() -> Pairs:
            index: Any = library.MinHashLSH(params=(BANDS, ROWS), num_perm=BANDS * ROWS)
            sketches = []
            for number, (_, text) in enumerate(texts):
                sketch = library.MinHash(num_perm=BANDS * ROWS, seed=1)
                sketch.update_batch([run.encode() for run in _runs(text)])
                index.insert(number, sketch)
                sketches.append(sketch)
            near = ((a, b) for a, sketch in enumerate(sketches) for b in index.query(sketch) if a < b)
            return _joined(texts, ((a, b) for a, b in near if sketches[a].jaccard(sketches[b]) >= threshold))

        return run

    yield from ((f"datasketch {threshold:.2f}", at(threshold)) for threshold in THRESHOLDS)


def measured(finder: Finder, texts: Sequence[tuple[str, str]], gold: Pairs) -> Row:
    """Return the best F1 of a finder's settings, and the speed of that setting."""
    rows = []
    for name, run in finder(texts):
        found = run()
        hit = len(found & gold)
        precision, recall = hit / max(1, len(found)), hit / max(1, len(gold))
        rows.append((2 * precision * recall / max(1e-9, precision + recall), precision, recall, name, run))
    f1, precision, recall, name, run = max(rows, key=lambda row: row[0])
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return Row(
        name=name,
        precision=round(precision, 4),
        recall=round(recall, 4),
        f1=round(f1, 4),
        articles_per_second=round(len(texts) / min(seconds), 1),
    )


def main() -> None:
    """Run every finder that is there and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("copies", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.copies.open(encoding="utf-8")]
    packs = load_packs()
    texts = [(row["uri"], article_of(_page(row), packs).prose) for row in rows]
    clusters: dict[str, list[str]] = {}
    for row in rows:
        if row["level"] != "neg":
            clusters.setdefault(str(row["cluster"]), []).append(row["uri"])
    gold = _pairs(clusters.values())
    finders = [kronik, *(finder for finder in (rensa, datasketch) if find_spec(finder.__name__))]
    found = [measured(finder, texts, gold) for finder in finders]
    if options.json:
        print(json.dumps([asdict(row) for row in found], indent=1))
        return
    print("| finder | precision | recall | F1 | articles/s |\n|---|---:|---:|---:|---:|")
    for row in found:
        print(f"| {row.name} | {row.precision} | {row.recall} | {row.f1} | {row.articles_per_second:,.0f} |")


def _page(row: dict[str, str]) -> Page:
    parts = (Part(name="text", text=row["text"]),)
    name = page_id("row/1", row["uri"], parts)
    return Page(id=name, uri=row["uri"], media=Media.ROW, encoding="utf-8", projection="row/1", parts=parts)


def _runs(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)]


def _joined(texts: Sequence[tuple[str, str]], near: Iterator[tuple[int, int]]) -> Pairs:
    return _pairs(components((texts[a][0], texts[b][0]) for a, b in near))


def _pairs(groups: Any) -> Pairs:
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))


if __name__ == "__main__":
    main()
