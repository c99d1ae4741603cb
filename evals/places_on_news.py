"""Places of the labelled news: ``python evals/places_on_news.py SHARED [--errors]``.

`labels/places_news.jsonl` holds mentions by outlet, SHA-256 of the article's text and code points, each with the
country and the Kemendagri code (a regency's, where the place is finer) of what the page supports, both null for what no
page resolves or what is no place of its own. A mention is right when country and code are ours, or when both leave it
open; open when only we leave it open; coarse when ours is the unit above; wrong otherwise.
"""

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from places_figures import Plain

from kronik.annotation.views import spaced
from kronik.knowledge.gazetteer import load_gazetteer
from kronik.knowledge.gazetteer_units import REGENCY_CODE
from kronik.languages.analysis import Analysis
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.places.finding import places_of
from kronik.records.places import Where
from kronik.records.spans import Slice
from kronik.text.views import kept_view

LABELS = Path(__file__).with_name("labels") / "places_news.jsonl"
DAYS = ("2025-06-18", "2025-06-19")


def texts(folder: Path) -> Iterator[tuple[str, date]]:
    """Yield the article texts of the news with their days."""
    csv.field_size_limit(10**9)
    for day in DAYS:
        with (folder / f"{day}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield row["isi_berita"], date.fromisoformat(day)


def prose_of_news(text: str, day: date, pack: LanguagePack) -> Any:  # a Prose without page and article
    """Return what the place finder reads of a text."""
    view = kept_view(text, [Slice(0, len(text))])
    if pack.glue is not None:
        view = spaced(view, pack.glue(view.text))
    analysis = pack.analyser(view.text) if pack.analyser else Analysis(text=view.text, sentences=(), names=())
    return Plain(view.text, view, analysis, day, pack.times(view.text, day) if pack.times else ())


def verdict(label: dict[str, Any], where: Where | None) -> str:
    """Return how our reading stands to the label's."""
    country = where.country if where else None
    code = where.code if where and where.code else ""
    code = code[:REGENCY_CODE] if where and where.country == "IDN" else ""
    if (label["country"], label["code"] or "") == (country, code):
        return "right"
    if country is None:
        return "open"
    coarse = label["country"] == country and (label["code"] or "").startswith(code)
    return "coarse" if coarse else "wrong"


def main() -> None:
    """Print how many labelled mentions are right, open, coarse and wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--plain", action="store_true", help="without the analysis")
    options = parser.parse_args()
    pack, gazetteer = load_packs()["id"], load_gazetteer()
    if options.plain:
        pack = replace(pack, analyser=None)
    if pack.placing is None:
        raise SystemExit("the pack has no words for places")
    wanted: dict[str, list[dict[str, Any]]] = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        wanted.setdefault(label["sha256"], []).append(label)
    counts: Counter[str] = Counter()
    for text, day in texts(options.shared / "news"):
        for label in wanted.pop(hashlib.sha256(text.encode()).hexdigest(), ()):
            prose = prose_of_news(text, day, pack)
            best, shared = None, 0
            for found in places_of(prose, pack.placing, gazetteer):
                slices = prose.view.to_source(found.start, found.end)
                common = min(slices[-1].end, label["end"]) - max(slices[0].start, label["start"])
                if common > shared:
                    best, shared = found, common
            result = verdict(label, best.where if best else None)
            counts[result] += 1
            if options.errors and result != "right":
                print(
                    result, repr(text[label["start"] - 30 : label["end"] + 20]), label["country"], label["code"], best
                )
    total = counts.total()
    for result in ("right", "open", "coarse", "wrong"):
        print(f"{result:8}{counts[result]:4}  {counts[result] / total:.3f}")


if __name__ == "__main__":
    main()
