"""Train the judge of headlines of other stories.

    python training/strays.py [-o FILE]

Writes the weights of `kronik.languages.strays.StrayModel`. Deterministic; under a minute on one core. It needs the
shared folder.

Positive examples are headlines that the injection benchmark's tuning part puts into clean gold bodies; negative
ones are the other lines of these bodies that look like headlines, and such lines of the unlabelled news of the same
outlets, which hold few strays (about one page in 300) and count three times. The outlets of the benchmark's test part
are not seen.
"""

import argparse
import csv
import math
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "evals"))

from injection import GROUPS, cases

from kronik.articles.judging import judge
from kronik.articles.lines import lines_of
from kronik.articles.sheet import Sheet, covered
from kronik.articles.strays import stray_features
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.languages.strays import FEATURES
from kronik.records.pages import Media, Page, Part
from kronik.records.spans import Slice

NEWS_WEIGHT = 3.0
"""Weight of a line of unlabelled news against a line of a gold body; chosen on the tuning part."""
STEPS, RATE, SHRINK = 4000, 0.3, 0.001
"""Of the gradient descent; the loss no longer changes in its fifth decimal."""
UNSURE_FROM, REMOVED_FROM = 0.3, 0.8
"""Chosen on the tuning part: nothing of a gold body reaches the second, and 12 of 2,420 pages of news the first."""

Example = tuple[tuple[float, ...], float, float]
"""Features, label, weight."""


def main() -> int:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    target = HERE.parent / "src" / "kronik" / "languages" / "id" / "data" / "strays.toml"
    parser.add_argument("-o", "--output", type=Path, default=target)
    options = parser.parse_args()
    shared = Path(os.environ.get("KRONIK_SHARED", HERE.parent.parent / "shared"))
    if not (shared / "gold").is_dir():
        print("the shared folder is not here: nothing to train on")
        return 1
    pack = load_packs()["id"]
    examples = [*_injected(shared, pack), *_news(shared, pack)]
    means, scales = _spread([features for features, _, _ in examples])
    scaled = [
        (tuple((v - m) / s for v, m, s in zip(features, means, scales, strict=True)), label, weight)
        for features, label, weight in examples
    ]
    weights, bias = _descend(scaled)
    options.output.write_text(_toml(weights, means, scales, bias), encoding="utf-8")
    print(f"{len(examples)} lines, {sum(label > 0 for _, label, _ in examples)} of them strays: {options.output.name}")
    return 0


def _sheet(text: str, title: str, pack: LanguagePack) -> Sheet:
    page = Page(
        id="", uri="", media=Media.ROW, encoding="utf-8", projection="row/1", parts=(Part(name="text", text=text),)
    )
    assert pack.cleaning is not None  # noqa: S101 - the Indonesian pack has it
    lines = lines_of(page, (Slice(0, len(text)),))
    return Sheet(text=text, lines=lines, title=title, words=pack.cleaning, stamps=pack.stamps, stamped=True)


def _judged(sheet: Sheet) -> Iterator[tuple[int, tuple[float, ...]]]:
    others = [mark for mark in judge(sheet).marks if not mark.rule.startswith("stray.")]
    return stray_features(sheet, covered(sheet, others))


def _injected(shared: Path, pack: LanguagePack) -> Iterator[Example]:
    for case in cases(shared, "tuning", "unmarked"):
        sheet = _sheet(case.page.text, case.page.part("title") or "", pack)
        for index, features in _judged(sheet):
            start = sheet.lines[index].start
            yield features, float(any(piece.start <= start < piece.end for piece in case.injected)), 1.0


def _news(shared: Path, pack: LanguagePack) -> Iterator[Example]:
    csv.field_size_limit(2**24)
    for path in sorted((shared / "news").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["sumber"] in GROUPS["tuning"]:
                    for _, features in _judged(_sheet(row["isi_berita"], row["judul"], pack)):
                        yield features, 0.0, NEWS_WEIGHT


def _spread(rows: Sequence[tuple[float, ...]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    columns = list(zip(*rows, strict=True))
    means = tuple(sum(column) / len(column) for column in columns)
    scales = tuple(
        math.sqrt(sum((value - mean) ** 2 for value in column) / len(column)) or 1.0
        for column, mean in zip(columns, means, strict=True)
    )
    return means, scales


def _descend(examples: Sequence[Example]) -> tuple[list[float], float]:
    weights, bias = [0.0] * len(FEATURES), 0.0
    total = sum(weight for _, _, weight in examples)
    for _ in range(STEPS):
        slope, lift = [SHRINK * weight for weight in weights], 0.0
        for features, label, weight in examples:
            score = 1 / (1 + math.exp(-(bias + sum(f * w for f, w in zip(features, weights, strict=True)))))
            miss = (score - label) * weight / total
            lift += miss
            for at, feature in enumerate(features):
                slope[at] += miss * feature
        weights = [weight - RATE * gradient for weight, gradient in zip(weights, slope, strict=True)]
        bias -= RATE * lift
    return weights, bias


def _toml(weights: Sequence[float], means: Sequence[float], scales: Sequence[float], bias: float) -> str:
    rows = "\n".join(
        f"{name} = [{w:.5f}, {m:.5f}, {s:.5f}]" for name, w, m, s in zip(FEATURES, weights, means, scales, strict=True)
    )
    return (
        "# Weights of the judge of other stories' headlines, made by training/strays.py.\n"
        "# Each feature: weight, mean, scale.\n"
        'source = "trained on headlines of June 2025 put into gold bodies; '
        'outlets liputan6, okezone, tempo, republika"\n'
        f"unsure_from = {UNSURE_FROM}\nremoved_from = {REMOVED_FROM}\nbias = {bias:.5f}\n\n[features]\n{rows}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
