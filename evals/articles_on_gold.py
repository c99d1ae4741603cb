"""Articles on gold: ``python evals/articles_on_gold.py [--only dev] [--errors] [--keep FOLDER] [--folds 5]``.

Every gold page becomes an article, and the scorer beside the gold judges the records, under both readings of what is
unsure. ``--errors`` prints each stretch that was missed or lost, with the rule that took it.

``--folds`` takes train and dev together, without the two seeds, in parts by the hash of the article's id. The one thing
that is trained, the judge of stray headlines, is trained for each part on pages of none of its articles, by the recipe
of training/strays.py. The rules are the same for all: they were written on train, and dev is in no rule.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kronik.articles.article import article_of
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.records.articles import Article, Verdict
from kronik.records.pages import Media, Page, Part, page_id

PARTS = ("text", "title", "stamp", "outlet", "byline")
FIGURES = ("debris", "prose.lost", "published", "invented.published")
ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))


def main() -> int:
    """Print the figures, and the errors where they are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("train", "dev"), help="only this set (default: both)")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was lost")
    parser.add_argument("--folds", type=int, metavar="N", help="train and dev in N parts, each judged by the others")
    parser.add_argument(
        "--json", action="store_true", help="print the figures of --folds as JSON, by reading of unsure"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the records here")
    arguments = parser.parse_args()
    packs = load_packs()
    if arguments.folds:
        readings = folded(arguments.folds, packs, json_wanted=arguments.json)
        if arguments.json:
            print(f"{{{', '.join(f'{json.dumps(reading)}: {figures}' for reading, figures in readings.items())}}}")
            return 0
        for reading, figures in readings.items():
            print(f"{arguments.folds} parts of train and dev, unsure counted as {reading}\n{figures}")
        return 0
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


def part_of(name: str, parts: int) -> int:
    """Return the part that an article is in, by the hash of its id."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()) % parts


def folded(parts: int, packs: Mapping[str, LanguagePack], *, json_wanted: bool = False) -> Mapping[str, str]:
    """Return what the scorer prints by reading of unsure, each article judged by what has seen none of its part."""
    sys.path.append(str(ROOT / "training"))
    from strays import examples_of, fit  # type: ignore[import-not-found]  # noqa: PLC0415 -- a script of another folder

    pack = packs["id"]
    gold, read = [], []
    for name in ("train", "dev"):
        gold += [json.loads(line) for line in _lines(SHARED / "gold" / f"{name}.jsonl")]
        read += list(pages(SHARED / "gold" / f"{name}.pages.jsonl"))
    seeds = {path.name for path in (SHARED / "seeds").glob("*.txt")}
    pairs = [pair for pair in zip(gold, read, strict=True) if pair[1].uri not in seeds]
    part_at = {page.uri.partition("?")[0]: part_of(article["id"], parts) for article, page in pairs}
    examples = examples_of(SHARED, pack)
    records: list[Mapping[str, object]] = [{}] * len(pairs)
    for part in range(parts):
        judge = fit([example for uri, example in examples if part_at.get(uri) != part])
        cleaning = replace(pack.cleaning, strays=judge) if pack.cleaning else None
        others = {**packs, "id": replace(pack, cleaning=cleaning)}
        for at, (article, page) in enumerate(pairs):
            if part_of(article["id"], parts) == part:
                records[at] = record(page, article_of(page, others))
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / name for name in ("gold.jsonl", "records.jsonl")]
        for target, rows in zip(names, ([article for article, _ in pairs], records), strict=True):
            target.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        told = printed if json_wanted else scored
        return {unsure: told(names[0], names[1], unsure) for unsure in ("prose", "debris")}


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
    out = printed(gold, records, unsure, ())
    return "\n".join(f"  {line}" for line in out.splitlines() if line.split(maxsplit=1)[0] in FIGURES)


def printed(gold: Path, records: Path, unsure: str, more: Sequence[str] = ("--json",)) -> str:
    """Return what the scorer prints."""
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(gold), str(records), "--unsure", unsure, *more]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


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
