"""Compare finders of Indonesian times: Kronik and its peers, quality and speed in one run.

    python benchmarks/times.py [--articles N] [--peer-articles N] [--json]

Quality: span and exact F1 on the dev gold with gold's own cleaning (evals/times_on_gold.py), and the sentences of
``dates/`` with their traps. Speed: articles per second of processor time on one core, over the shared news; loading is
not counted. Without the shared folder (KRONIK_SHARED names it) only speed is measured, on the packaged samples.
Peers: dateparser's ``search_dates``, where it is installed, and a naive baseline that reads numeric dates and nothing
else.
"""

import argparse
import csv
import json
import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from kronik.languages.loader import load_packs
from kronik.languages.pack import FoundTime, TimeFinder
from kronik.languages.temporal import edtf

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "evals"))

from times_on_gold import Figures, score  # noqa: E402 -- the scores of evals/ stand in a folder of scripts

PUBLISHED = date(2025, 6, 18)
"""Publication day that the articles are read with when only speed counts."""
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?!\d)")
FIELD_LIMIT = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One finder's figures; None where nothing was there to measure on."""

    name: str
    span: float | None
    exact: float | None
    dates: str | None
    articles_per_second: float
    articles: int


def naive(text: str, published: date | None) -> tuple[FoundTime, ...]:
    """Return the numeric dates of a text; a missing year is that of publication."""
    out = []
    for match in NUMERIC.finditer(text):
        year = int(match[3]) if match[3] else published.year if published else None
        try:
            value = date(year, int(match[2]), int(match[1])).isoformat() if year else None
        except ValueError:
            continue
        out.append(FoundTime(start=match.start(), end=match.end(), value=value, rule="naive"))
    return tuple(out)


def dateparser_finder() -> TimeFinder | None:
    """Return dateparser's search as a finder; None where it is not installed."""
    if find_spec("dateparser") is None:
        return None
    search_dates = import_module("dateparser.search").search_dates

    def find(text: str, published: date | None) -> tuple[FoundTime, ...]:
        base = published or PUBLISHED
        settings = {"RELATIVE_BASE": datetime(base.year, base.month, base.day), "PREFER_DATES_FROM": "past"}  # noqa: DTZ001 -- dateparser wants a naive base
        out, at = [], 0
        for words, found in search_dates(text, languages=["id"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                out.append(FoundTime(start=start, end=at, value=found.date().isoformat(), rule="dateparser"))
        return tuple(out)

    return find


def news(shared: Path | None) -> list[str]:
    """Return the texts of the shared news, or of the packaged samples."""
    if shared is None:
        folder = Path(str(files("kronik.samples"))) / "pages"
        return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.*"))]
    csv.field_size_limit(FIELD_LIMIT)
    texts = []
    for path in sorted((shared / "news").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            texts += [row["isi_berita"] for row in csv.DictReader(lines)]
    return texts


def speed(finder: TimeFinder, texts: Sequence[str]) -> float:
    """Return articles per second of processor time."""
    begun = time.process_time()
    for text in texts:
        finder(text, PUBLISHED)
    return len(texts) / max(time.process_time() - begun, 1e-9)


def sentences(finder: TimeFinder, path: Path) -> str:
    """Return how many values of ``dates/`` are right, and in how many traps a time was seen."""
    right = wanted = alarms = traps = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = [one for one in finder(row["text"], date.fromisoformat(row["stamp"])) if one.value is not None]
        if row["value"] is None:
            traps, alarms = traps + 1, alarms + bool(found)
            continue
        wanted += 1
        best = max(found, key=lambda one: min(one.end, row["end"]) - max(one.start, row["start"]), default=None)
        overlaps = best is not None and min(best.end, row["end"]) > max(best.start, row["start"])
        right += overlaps and best is not None and edtf.bounds(best.value or "..") == edtf.bounds(row["value"])
    return f"{right}/{wanted} right, {alarms}/{traps} traps"


def compared(
    finders: Mapping[str, TimeFinder], texts: Sequence[str], shared: Path | None, limits: Mapping[str, int]
) -> list[Row]:
    """Return the figures of every finder."""
    rows = []
    for name, finder in finders.items():
        figures: Figures | None = score(shared / "gold" / "dev.jsonl", finder) if shared else None
        sample = texts[: limits[name]]
        rows.append(
            Row(
                name=name,
                span=round(figures.span, 4) if figures else None,
                exact=round(figures.exact, 4) if figures else None,
                dates=sentences(finder, shared / "dates" / "dates.dev.jsonl") if shared else None,
                articles_per_second=round(speed(finder, sample), 1),
                articles=len(sample),
            )
        )
    return rows


def main() -> None:
    """Measure and print a table, or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=2500, help="articles to time Kronik and the baseline on")
    parser.add_argument("--peer-articles", type=int, default=20, help="articles to time dateparser on; it is slow")
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    folder = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    shared = folder if (folder / "gold").is_dir() else None
    ours, peer = load_packs()["id"].times, dateparser_finder()
    if ours is None:
        raise SystemExit("the pack has no finder of times")
    finders = {"kronik": ours, "naive": naive} | ({"dateparser": peer} if peer else {})
    limits = {"kronik": args.articles, "naive": args.articles, "dateparser": args.peer_articles}
    rows = compared(finders, news(shared), shared, limits)
    if args.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
        return
    print("| finder | span F1 | exact F1 | sentences | articles/s | articles |\n|---|---|---|---|---|---|")
    for row in rows:
        print(
            f"| {row.name} | {row.span} | {row.exact} | {row.dates} | {row.articles_per_second:,.1f} | {row.articles} |"
        )


if __name__ == "__main__":
    main()
