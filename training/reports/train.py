"""Train the scorer of reports: ``python training/reports/train.py OUT --gold GOLD PAGES``.

GOLD are labelled articles and PAGES their pages, one JSON line each; `--gold` may stand more than once, and `--labels`
with `--news` adds standoff labels (`articles.py`). `--read` adds soft articles of which only the reports were read:
what else they could report counts as none. OUT is the table of weights
(``src/kronik/languages/id/data/events/scorer.tsv``). An event of an article is good when it pairs with a
labelled one. Penalty and threshold are chosen by cross-validation over articles: the best F1 of events found among
thresholds at which precision is not below recall. The softness of an article is that by weights which have not seen it.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from articles import Sources, add_sources, articles_of, sources_of
from fitting import Choice, Features, Fit, fit, weights_table
from labelled import Labelled, labelled_articles
from train_topics import add_read, crossed, known_articles

from kronik.reports.softness import needed

FOLDS = 10
PENALTIES = (20.0, 40.0)
"""Of the squared weights; 8 does as well in folds, and less well on gold dev."""
LEAST = 3
"""Events that must have a feature for it to get a weight."""
UNFOUNDED = 3.0
"""How much a candidate counts that a reader found to be false, in an article of which the reports were read.

Others of such articles count as labelled ones do. Chosen in folds, by the false reports left at the same F1.
"""
THRESHOLDS = tuple(round(0.2 + 0.02 * step, 2) for step in range(26))


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    add_read(parser)
    parser.add_argument("--threshold", type=float, help="write this threshold, chosen on other labelled articles")
    options = parser.parse_args(arguments)
    sources = sources_of(options)
    softness = crossed(known_articles(sources, read=options.read, leave_out=options.leave_out))
    articles = labelled_articles(articles_of(sources), softness)
    read = labelled_articles(articles_of(Sources((), tuple(options.read), sources.news)), softness)
    wanted = sum(article.wanted for article in articles)
    choices = [choice for penalty in PENALTIES for choice in _choices(articles, read, penalty, wanted)]
    safe = [choice for choice in choices if choice.precision >= choice.recall] or choices
    best = max(safe, key=lambda choice: (round(choice.f1, 4), choice.penalty))
    made = _fit(articles, read, best.penalty)
    options.out.write_text(_table(made, best, options.threshold), encoding="utf-8")
    print(
        f"{len(articles)} articles, {sum(len(one.rows) for one in articles)} candidates, {wanted} labelled events; "
        f"{len(read)} articles read, {sum(len(one.rows) for one in read)} candidates"
    )
    print(
        f"penalty {best.penalty}, threshold {best.threshold}: precision {best.precision:.3f}, "
        f"recall {best.recall:.3f}, F1 {best.f1:.3f} in {FOLDS} folds; {len(made.weights)} weights"
    )
    return 0


def _choices(articles: Sequence[Labelled], read: Sequence[Labelled], penalty: float, wanted: int) -> list[Choice]:
    """Return the figures of each threshold in folds over articles; those of labelled articles alone count."""
    scored: list[tuple[float, float, bool]] = []
    for fold in range(FOLDS):
        made = _fit([one for index, one in enumerate(articles) if index % FOLDS != fold], read, penalty)
        for one in articles[fold::FOLDS]:
            scored += [(made.score(row), one.softness, good) for row, good in zip(one.rows, one.good, strict=True)]
    out = []
    for threshold in THRESHOLDS:
        kept = [good for score, softness, good in scored if score >= needed(threshold, softness)]
        if kept:
            out.append(Choice(penalty, threshold, sum(kept) / len(kept), sum(kept) / wanted))
    return out


def _fit(articles: Sequence[Labelled], read: Sequence[Labelled], penalty: float) -> Fit:
    rows: list[Features] = [row for one in (*articles, *read) for row in one.rows]
    labels = [good for one in (*articles, *read) for good in one.good]
    shares = [UNFOUNDED if at in one.unfounded else 1.0 for one in (*articles, *read) for at in range(len(one.rows))]
    return fit(rows, labels, penalty=penalty, least=LEAST, shares=shares)


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
