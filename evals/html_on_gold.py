"""HTML pages on gold, page by page: ``python evals/html_on_gold.py [SHARED] [--errors] [--aeb]``.

For each Indonesian page: F1 of words of the prose with its dateline, whether day, headline and writers are those of the
gold, and the time as read. At the end the mean, and debris that should not be left. ``--errors`` prints the lines that
differ. ``--aeb`` reads the tuning half of the English pages instead; the held-out half is never printed page by page.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bodies import shingle_f1, shingles_of, word_f1, words_of

from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.articles import Article
from kronik.records.pages import Item, Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "benchmarks"))

from extraction import half_of, text_of  # noqa: E402 -- the halves are those of the benchmark

LEFT = re.compile(r"baca (?:juga|selengkapnya)|advertisement|scroll to|gulir untuk|simak (?:juga|video)", re.IGNORECASE)
"""What must not be left in the prose."""
ALIKE = 0.6
"""Share of a line's runs of words that stand in the other text, from which the line counts as there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a gold set says of a page; None where it does not say."""

    body: str | None
    day: str | None = None
    title: str | None = None
    writers: tuple[str, ...] | None = None


def truths(shared: Path, english: bool) -> dict[Path, Truth]:
    """Return the gold of a set by page."""
    folder = shared / "html" / ("aeb" if english else "id")
    table = json.loads((folder / ("ground-truth.json" if english else "gold.json")).read_text(encoding="utf-8"))
    if english:
        names = [name for name in sorted(table) if half_of(name) == "tuning"]
        return {folder / f"{name}.html.gz": Truth(body=table[name]["articleBody"]) for name in names}
    return {
        folder / f"{name}.gz": Truth(
            body=page.get("body"),
            day=page.get("date"),
            title=page.get("title"),
            writers=tuple(page["authors"]) if "authors" in page else None,
        )
        for name, page in sorted(table.items())
    }


def read(path: Path, packs: Mapping[str, LanguagePack]) -> tuple[Page, Article]:
    """Return the page in a file and its article."""
    item = next(found for found in read_inputs([str(path)], ReadOptions()) if isinstance(found, Item))
    page = project(item)
    return page, article_of(page, packs)


def differing(expected: str, found: str) -> Iterator[str]:
    """Yield the lines of either text that the other one lacks."""
    for mark, lines, other in (("missed", expected, found), ("extra ", found, expected)):
        there, words = shingles_of(other), set(words_of(other))
        for line in lines.splitlines():
            runs = shingles_of(line)
            if len(words_of(line)) < 4:
                absent = not set(words_of(line)) <= words
            else:
                absent = sum(run in there for run in runs) < ALIKE * len(runs)
            if absent and words_of(line):
                yield f"    {mark}  {line[:150]}"


def report(truth: Truth, page: Page, article: Article) -> str:
    """Return the line of a page."""
    score = f"{word_f1([(truth.body, text_of(page, article))]):.3f}" if truth.body else "  -  "
    said = (
        ("day", truth.day, article.published.value if article.published else None),
        ("headline", truth.title, article.headline.value if article.headline else None),
        ("writers", truth.writers, tuple(writer.value for writer in article.writers)),
    )
    wrong = [f"{name}: {got!r}, not {want!r}" for name, want, got in said if want is not None and want != got]
    time = article.published_time.value if article.published_time else "no time"
    return f"{score}  {page.uri[:24]:24}  {time}  {'; '.join(wrong)}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path)
    parser.add_argument("--errors", action="store_true", help="print the lines that differ")
    parser.add_argument("--aeb", action="store_true", help="the tuning half of the English pages")
    options = parser.parse_args(arguments)
    shared = options.shared or Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    if not (shared / "html" / "id" / "gold.json").is_file():
        print("HTML on gold: the shared pages are not here (KRONIK_SHARED names the folder); nothing was scored")
        return 0
    packs = load_packs()
    pairs, left, days = [], [], []
    for path, truth in truths(shared, options.aeb).items():
        page, article = read(path, packs)
        text = text_of(page, article)
        print(report(truth, page, article))
        left += [f"{path.name}: {match[0]}" for match in LEFT.finditer(article.prose)]
        days += [truth.day == (article.published.value if article.published else None)] if truth.day else []
        if truth.body:
            pairs.append((truth.body, text))
            print("\n".join(differing(truth.body, text)) if options.errors else "", end="\n" if options.errors else "")
    print(f"word F1 {word_f1(pairs):.4f}, F1 of runs of four words {shingle_f1(pairs):.4f}, {len(pairs)} pages")
    print(f"days right: {sum(days)} of {len(days)}; left in the prose: {', '.join(left) or 'nothing'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
