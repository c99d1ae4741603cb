"""Articles on gold: ``python evals/articles_on_gold.py [--only dev] [--errors] [--keep FOLDER]``.

Every gold page becomes an article, and the scorer beside the gold judges the records, under both readings of what is
unsure. ``--errors`` prints each stretch that was missed or lost, with the rule that took it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.records.articles import Article, Verdict
from kronik.records.pages import Media, Page, Part, page_id

PARTS = ("text", "title", "stamp", "outlet", "byline")
FIGURES = ("debris", "prose.lost", "published", "invented.published")
SHARED = Path(os.environ.get("KRONIK_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))


def main() -> int:
    """Print the figures, and the errors where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("train", "dev"), help="only this set (default: both)")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was lost")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the records here")
    arguments = parser.parse_args()
    packs = load_packs()
    with tempfile.TemporaryDirectory() as folder:
        for name in (arguments.only,) if arguments.only else ("train", "dev"):
            gold = [json.loads(line) for line in _lines(SHARED / "gold" / f"{name}.jsonl")]
            articles = [(page, article_of(page, packs)) for page in pages(SHARED / "gold" / f"{name}.pages.jsonl")]
            target = (arguments.keep or Path(folder)) / f"{name}.records.jsonl"
            target.write_text("".join(json.dumps(record(*pair)) + "\n" for pair in articles), encoding="utf-8")
            for unsure in ("prose", "debris"):
                print(f"{name}, unsure counted as {unsure}")
                print(scored(SHARED / "gold" / f"{name}.jsonl", target, unsure))
            if arguments.errors:
                for article, (page, found) in zip(gold, articles, strict=True):
                    for line in errors(article, page.text, found):
                        print(line)
    return 0


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from file


def pages(path: Path) -> Iterator[Page]:
    """Yield the pages of a gold file, each row's columns as parts."""
    for row in map(json.loads, _lines(path)):
        parts = tuple(Part(name=name, text=row[name]) for name in sorted(PARTS) if row.get(name))
        yield Page(
            id=page_id("row/1", row["uri"], parts),
            uri=row["uri"],
            media=Media.ROW,
            encoding="utf-8",
            projection="row/1",
            parts=parts,
        )


def record(page: Page, article: Article) -> Mapping[str, object]:
    """Return the part of a record that the scorer needs for articles."""
    spans = {
        verdict: [
            {"start": entry.span.start, "end": entry.span.end} for entry in article.ledger if entry.verdict is verdict
        ]
        for verdict in (Verdict.REMOVED, Verdict.UNSURE)
    }
    return {
        "page": {"uri": page.uri},
        "published": article.published.value if article.published else None,
        "debris": spans[Verdict.REMOVED],
        "unsure": spans[Verdict.UNSURE],
    }


def scored(gold: Path, records: Path, unsure: str) -> str:
    """Return the scorer's lines that judge articles."""
    command = [sys.executable, str(gold.parent / "score.py"), str(gold), str(records), "--unsure", unsure]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return "\n".join(f"  {line}" for line in out.splitlines() if line.split(maxsplit=1)[0] in FIGURES)


def errors(gold: Mapping[str, object], text: str, article: Article) -> Iterator[str]:
    """Yield a line for every stretch that gold calls debris and the article keeps, and the other way round."""
    debris = gold["debris"]
    if not isinstance(debris, list):
        raise TypeError("not a gold article")
    wanted = {at for span in debris for at in range(span["start"], span["end"])}
    taken = {at for piece in article.spans(Verdict.REMOVED) for at in range(piece.start, piece.end)}
    for what, offsets in (("missed", wanted - taken), ("lost", taken - wanted)):
        run: list[int] = []
        for at in [*sorted(at for at in offsets if not text[at].isspace()), len(text) + 9]:
            if run and at - run[-1] > 2:
                rules = [entry.rule for entry in article.ledger if entry.span.start <= run[0] < entry.span.end]
                yield f"  {what} {gold['id']} {rules} {text[run[0] : run[-1] + 1][:160]!r}"
                run = []
            run.append(at)


if __name__ == "__main__":
    sys.exit(main())
