"""Compare article bodies from HTML: Kronik and its peers on the shared pages, quality and speed in one run.

    python benchmarks/extraction.py [--pages N] [--json]

Quality: F1 of words on the Indonesian pages that have an expected body; F1 of runs of four words on the English ones,
as the article extraction benchmark counts, for two halves: thresholds were chosen on the one, the other only reports.
Which half a page is in, the hash of its name says. Kronik's text is its prose with the dateline put before it, since
the expected bodies hold the dateline. Speed: pages per second of processor time, extractor after extractor on each
page, Kronik from bytes to article record, peers from text to text. Without the shared folder (KRONIK_SHARED names it)
nothing is measured.
"""

import argparse
import hashlib
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import trafilatura
from readability import Document  # type: ignore[import-untyped]  # it ships without types

from kronik.articles.article import article_of
from kronik.articles.body_blocks import blocks_of
from kronik.languages.loader import load_packs
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.records.articles import Article
from kronik.records.pages import Item, Page
from kronik.text.markup import project_markup

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "evals"))

from bodies import shingle_f1, word_f1  # noqa: E402 -- the scores of evals/ stand in a folder of scripts

BASE = "trafilatura"
"""The peer that speed is compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One page: its item, its decoded source, the expected body (None where the set has none) and its set."""

    item: Item
    source: str
    body: str | None
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one extractor reaches.

    Attributes:
        name: which.
        indonesian: mean F1 of words on the Indonesian pages.
        tuning, held_out: F1 of runs of four words on the two halves of the English pages.
        pages_per_second: of processor time.
        share: of the base peer's pages per second.
    """

    name: str
    indonesian: float
    tuning: float
    held_out: float
    pages_per_second: float
    share: float


def half_of(name: str) -> str:
    """Return the half of the English pages that a page is in, by the hash of its name."""
    return "held out" if hashlib.blake2b(name.encode(), digest_size=8).digest()[0] % 2 else "tuning"


def cases_in(shared: Path, limit: int | None) -> list[Case]:
    """Return the pages of both sets, at most ``limit`` of each."""
    indonesian = json.loads((shared / "html" / "id" / "gold.json").read_text(encoding="utf-8"))
    english = json.loads((shared / "html" / "aeb" / "ground-truth.json").read_text(encoding="utf-8"))
    cases = []
    for folder, truth in (("id", indonesian), ("aeb", english)):
        for path in sorted((shared / "html" / folder).glob("*.html.gz"))[:limit]:
            name = path.name.removesuffix(".gz") if folder == "id" else path.name.removesuffix(".html.gz")
            item = next(item for item in read_inputs([str(path)], ReadOptions()) if isinstance(item, Item))
            cases.append(
                Case(
                    item=item,
                    source=project(item).markup or "",
                    body=truth[name].get("body" if folder == "id" else "articleBody"),
                    group="id" if folder == "id" else half_of(name),
                )
            )
    return cases


def kronik_reader() -> Callable[[Case], str]:
    """Return Kronik as an extractor: prose, with the dateline before it."""
    packs = load_packs()

    def read(case: Case) -> str:
        page = project(case.item)
        return text_of(page, article_of(page, packs))

    return read


def text_of(page: Page, article: Article) -> str:
    """Return the dateline as printed and the prose."""
    dateline = "".join(found.quote(page.text) for found in article.dateline.evidence) if article.dateline else ""
    return f"{dateline}\n{article.prose}"


def readability(case: Case) -> str:
    """Return what readability keeps, blocks on lines of their own."""
    try:
        kept = project_markup(Document(case.source).summary())
    except Exception:  # a page that readability cannot parse counts as empty
        return ""
    return "\n".join(block.span.of(kept.text) for block in blocks_of(kept))


def peers() -> Mapping[str, Callable[[Case], str]]:
    """Return the peers by name."""

    def plain(case: Case) -> str:
        return trafilatura.extract(case.source, include_comments=False) or ""

    def precise(case: Case) -> str:
        return trafilatura.extract(case.source, include_comments=False, favor_precision=True) or ""

    def generous(case: Case) -> str:
        return trafilatura.extract(case.source, include_comments=False, favor_recall=True) or ""

    return {
        BASE: plain,
        "trafilatura precision": precise,
        "trafilatura recall": generous,
        "readability-lxml": readability,
    }


def run(extractors: Mapping[str, Callable[[Case], str]], cases: Sequence[Case]) -> list[Score]:
    """Return the scores of every extractor over all pages."""
    seconds = dict.fromkeys(extractors, 0.0)
    found: dict[str, list[str]] = {name: [] for name in extractors}
    for extract in extractors.values():
        for case in (cases[0], cases[-1]):
            extract(case)  # what an extractor reads once, for a language or at all, it reads before the clock starts
    for case in cases:  # page by page, so that all meet the same load of the machine
        for name, extract in extractors.items():
            start = time.process_time()
            found[name].append(extract(case))
            seconds[name] += time.process_time() - start
    rates = {name: len(cases) / max(spent, 1e-9) for name, spent in seconds.items()}
    return [
        Score(
            name=name,
            indonesian=round(word_f1(pairs(cases, texts, "id")), 4),
            tuning=round(shingle_f1(pairs(cases, texts, "tuning")), 4),
            held_out=round(shingle_f1(pairs(cases, texts, "held out")), 4),
            pages_per_second=round(rates[name], 1),
            share=round(rates[name] / rates[BASE], 2),
        )
        for name, texts in found.items()
    ]


def pairs(cases: Sequence[Case], texts: Sequence[str], group: str) -> list[tuple[str, str]]:
    """Return (expected, found) of the pages of a group that have an expected body."""
    return [
        (case.body, text)
        for case, text in zip(cases, texts, strict=True)
        if case.group == group and case.body is not None
    ]


def table(scores: Sequence[Score]) -> str:
    """Return the scores as a Markdown table."""
    heads = ("extractor", "Indonesian, words", "English, tuning", "English, held out", "pages/s", f"of {BASE}")
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for score in scores:
        figures = (score.indonesian, score.tuning, score.held_out)
        cells = (
            score.name,
            *(f"{figure:.4f}" for figure in figures),
            f"{score.pages_per_second:.1f}",
            f"{score.share:.2f}",
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, metavar="N", help="only the first N pages of each set")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    shared = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    if not (shared / "html" / "id" / "gold.json").is_file():
        print("extraction benchmark: the shared pages are not here (KRONIK_SHARED names the folder); nothing measured")
        return 0
    logging.disable(logging.CRITICAL)  # the peers log every page that they cannot parse
    scores = run({"Kronik": kronik_reader(), **peers()}, cases_in(shared, options.pages))
    print(json.dumps([asdict(score) for score in scores], indent=1) if options.json else table(scores))
    return 0


if __name__ == "__main__":
    sys.exit(main())
