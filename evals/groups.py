"""Copies and stories on the shared sets: ``python evals/groups.py [--json] [--orders 20]``.

The pages of ``copies/`` and those that ``gold/stories.dev.jsonl`` labels are read, grouped, and judged by the scorers
beside the gold, as ``kronik groups`` would print them. The pages of stories.dev are given in several random orders,
which must make no difference. Language stages are left out: grouping looks at articles and their times.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.cli.commands.grouping import group_lines
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.bundles import Bundle
from kronik.records.pages import Item
from kronik.stories.entries import Entry, entry_of
from kronik.stories.groups import groups_of, load_scales

SHARED = Path(os.environ.get("KRONIK_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
COPIES, STORIES = SHARED / "copies" / "copies.dev.jsonl", SHARED / "gold" / "stories.dev.jsonl"
NEWS = ("2025-06-18.csv", "2025-06-19.csv")
PAIRWISE = re.compile(r"pairwise p ([\d.]+)  r ([\d.]+)  f1 ([\d.]+)")
LEVEL = re.compile(r"(L\d) ([\d.]+)")
NEGATIVE = re.compile(r"neg joined (\d+) of (\d+)")
BCUBED = re.compile(r"b-cubed +p ([\d.]+)  r ([\d.]+)  f1 ([\d.]+)")


def main() -> int:
    """Print the figures; exit code 1 when an order makes a difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--orders", type=int, default=20, metavar="N", help="random orders (default: 20)")
    options = parser.parse_args()
    if not COPIES.exists() or not STORIES.exists():
        print("no shared sets: nothing was scored", file=sys.stderr)
        return 0
    figures = {**copies_figures(), **stories_figures(options.orders)}
    print(json.dumps(figures, indent=1) if options.json else "\n".join(f"{k}: {v}" for k, v in figures.items()))
    return 0 if figures["stories.orders_differing"] == 0 else 1


def copies_figures() -> dict[str, float]:
    """Return the figures of copies.dev."""
    said = scored("score_copies.py", COPIES, lines_of(entries([str(COPIES)])))
    precision, recall, f1 = _numbers(PAIRWISE, said)
    joined, negatives = _numbers(NEGATIVE, said)
    figures = {"copies.precision": precision, "copies.recall": recall, "copies.f1": f1}
    figures |= {f"copies.recall.{level}": float(value) for level, value in LEVEL.findall(said)}
    return figures | {"copies.neg_joined": round(joined / negatives, 4)}


def stories_figures(orders: int) -> dict[str, float]:
    """Return the figures of stories.dev, and how many orders of arrival group otherwise."""
    with STORIES.open(encoding="utf-8") as file:
        wanted = {json.loads(line)["uri"].split("?")[0] for line in file}
    found = entries([str(SHARED / "news" / name) for name in NEWS], wanted)
    lines = lines_of(found)
    differing = 0
    for seed in range(orders):
        turned = list(found)
        random.Random(seed).shuffle(turned)  # noqa: S311  (an order to test with, no secret)
        differing += lines_of(turned) != lines
    precision, recall, f1 = _numbers(BCUBED, scored("score_stories.py", STORIES, lines))
    return {
        "stories.precision": precision,
        "stories.recall": recall,
        "stories.f1": f1,
        "stories.orders_differing": differing,
    }


def entries(tables: Sequence[str], wanted: Collection[str] | None = None) -> list[Entry]:
    """Return the entries of the pages of tables; of ``wanted`` uris only, where these are given."""
    packs, found = load_packs(), []
    for item in read_inputs(tables, ReadOptions()):
        if isinstance(item, Item) and (wanted is None or item.uri.split("?")[0] in wanted):
            page = project(item)
            article = article_of(page, packs)
            times = times_of(page, article, packs) if wanted is not None else None
            found.append(entry_of(Bundle(page=page, raw=None, article=article, times=times)))
    return found


def lines_of(found: Sequence[Entry]) -> list[str]:
    """Return what ``kronik groups`` prints of the entries."""
    return list(group_lines(groups_of(found, load_scales())))


def scored(scorer: str, gold: Path, lines: Sequence[str]) -> str:
    """Return what a scorer says."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "groups.jsonl"
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        words = [sys.executable, str(SHARED / "gold" / scorer), str(gold), str(target)]
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def _numbers(pattern: re.Pattern[str], said: str) -> tuple[float, ...]:
    match = pattern.search(said)
    if match is None:
        raise ValueError(f"the scorer does not say {pattern.pattern!r}: {said}")
    return tuple(map(float, match.groups()))


if __name__ == "__main__":
    sys.exit(main())
