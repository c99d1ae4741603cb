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
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "evals"))

from injection import GROUPS, cases

from kronik.articles.judging import judge
from kronik.articles.lines import lines_of
from kronik.articles.sheet import Sheet, covered
from kronik.articles.strays import stray_features
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.languages.strays import FEATURES, StrayModel
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
DECIMALS = 5
"""Of the weights."""
Array = npt.NDArray[np.float64]


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
    examples = [example for _, example in examples_of(shared, load_packs()["id"])]
    options.output.write_text(_toml(fit(examples)), encoding="utf-8")
    print(f"{len(examples)} lines, {sum(label > 0 for _, label, _ in examples)} of them strays: {options.output.name}")
    return 0


def examples_of(shared: Path, pack: LanguagePack) -> list[tuple[str, Example]]:
    """Return all examples, each with the uri of the page that it is from, without a query."""
    return [*_injected(shared, pack), *_news(shared, pack)]


def fit(examples: Sequence[Example]) -> StrayModel:
    """Return the judge that the examples make."""
    rows = np.array([features for features, _, _ in examples])
    labels = np.array([label for _, label, _ in examples])
    shares = np.array([weight for _, _, weight in examples])
    means, scales = rows.mean(axis=0), rows.std(axis=0)
    scales[scales == 0] = 1.0
    weights, bias = _descend((rows - means) / scales, labels, shares / shares.sum())
    return StrayModel(
        weights=_rounded(weights),
        means=_rounded(means),
        scales=_rounded(scales),
        bias=round(bias, DECIMALS),
        unsure_from=UNSURE_FROM,
        removed_from=REMOVED_FROM,
    )


def _rounded(values: Array) -> tuple[float, ...]:
    return tuple(round(float(value), DECIMALS) for value in values)


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


def _injected(shared: Path, pack: LanguagePack) -> Iterator[tuple[str, Example]]:
    for case in cases(shared, "tuning", "unmarked"):
        sheet = _sheet(case.page.text, case.page.part("title") or "", pack)
        for index, features in _judged(sheet):
            start = sheet.lines[index].start
            label = float(any(piece.start <= start < piece.end for piece in case.injected))
            yield case.page.uri.partition("?")[0], (features, label, 1.0)


def _news(shared: Path, pack: LanguagePack) -> Iterator[tuple[str, Example]]:
    csv.field_size_limit(2**24)
    for path in sorted((shared / "news").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["sumber"] in GROUPS["tuning"]:
                    for _, features in _judged(_sheet(row["isi_berita"], row["judul"], pack)):
                        yield row["url"].partition("?")[0], (features, 0.0, NEWS_WEIGHT)


def _descend(rows: Array, labels: Array, shares: Array) -> tuple[Array, float]:
    weights, bias = np.zeros(len(FEATURES)), 0.0
    for _ in range(STEPS):
        misses = (1 / (1 + np.exp(-(rows @ weights + bias))) - labels) * shares
        weights = weights - RATE * (misses @ rows + SHRINK * weights)
        bias -= RATE * float(misses.sum())
    return weights, bias


def _toml(model: StrayModel) -> str:
    columns = zip(FEATURES, model.weights, model.means, model.scales, strict=True)
    rows = "\n".join(f"{name} = [{w:.5f}, {m:.5f}, {s:.5f}]" for name, w, m, s in columns)
    return (
        "# Weights of the judge of other stories' headlines, made by training/strays.py.\n"
        "# Each feature: weight, mean, scale.\n"
        'source = "trained on headlines of June 2025 put into gold bodies; '
        'outlets liputan6, okezone, tempo, republika"\n'
        f"unsure_from = {UNSURE_FROM}\nremoved_from = {REMOVED_FROM}\nbias = {model.bias:.5f}\n\n[features]\n{rows}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
