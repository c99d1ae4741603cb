"""Train the scorer of reports: ``python training/reports/train.py OUT --gold GOLD PAGES``.

GOLD are labelled articles and PAGES their pages, one JSON line each; `--gold` may stand more than once, and `--labels`
with `--news` adds standoff labels (`articles.py`). OUT is the table of weights
(``src/kronik/languages/id/data/events/scorer.tsv``). An event of an article is good when it pairs with a
labelled one. Penalty and threshold are chosen by cross-validation over articles: the best F1 of events found among
thresholds at which precision is not below recall.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from articles import add_sources, articles_of, sources_of
from fitting import Choice, Features, Fit, fit, weights_table
from labelled import Labelled, labelled_articles

FOLDS = 10
PENALTIES = (8.0, 20.0, 40.0)
LEAST = 3
"""Events that must have a feature for it to get a weight."""
THRESHOLDS = tuple(round(0.2 + 0.02 * step, 2) for step in range(26))


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threshold", type=float, help="write this threshold, chosen on other labelled articles")
    options = parser.parse_args(arguments)
    articles = labelled_articles(articles_of(sources_of(options)))
    wanted = sum(article.wanted for article in articles)
    choices = [choice for penalty in PENALTIES for choice in _choices(articles, penalty, wanted)]
    safe = [choice for choice in choices if choice.precision >= choice.recall] or choices
    best = max(safe, key=lambda choice: (round(choice.f1, 4), choice.penalty))
    made = _fit(articles, best.penalty)
    options.out.write_text(_table(made, best, options.threshold), encoding="utf-8")
    print(f"{len(articles)} articles, {sum(len(one.rows) for one in articles)} candidates, {wanted} labelled events")
    print(
        f"penalty {best.penalty}, threshold {best.threshold}: precision {best.precision:.3f}, "
        f"recall {best.recall:.3f}, F1 {best.f1:.3f} in {FOLDS} folds; {len(made.weights)} weights"
    )
    return 0


def _choices(articles: Sequence[Labelled], penalty: float, wanted: int) -> list[Choice]:
    scored: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        made = _fit([one for index, one in enumerate(articles) if index % FOLDS != fold], penalty)
        for one in articles[fold::FOLDS]:
            scored += [(made.score(row), good) for row, good in zip(one.rows, one.good, strict=True)]
    out = []
    for threshold in THRESHOLDS:
        kept = [good for score, good in scored if score >= threshold]
        if kept:
            out.append(Choice(penalty, threshold, sum(kept) / len(kept), sum(kept) / wanted))
    return out


def _fit(articles: Sequence[Labelled], penalty: float) -> Fit:
    rows: list[Features] = [row for one in articles for row in one.rows]
    return fit(rows, [good for one in articles for good in one.good], penalty=penalty, least=LEAST)


def _table(made: Fit, best: Choice, threshold: float | None) -> str:
    lines = [
        "# Weights of the scorer of reports: feature, weight.",
        "# Source: made from labelled articles by training/reports/train.py;",
        f"# penalty {best.penalty}; threshold by folds {best.threshold}: {best.precision:.3f} / {best.recall:.3f}.",
        f"threshold\t{best.threshold if threshold is None else threshold}",
    ]
    return weights_table(lines, made.weights)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
