"""Train the links between tellings: ``python training/reports/train_links.py OUT --gold GOLD PAGES``.

The labelled articles are those that `train.py` reads; OUT is the table of weights
(``src/kronik/languages/id/data/events/links.tsv``). Rows are pairs of candidates of one type that both stand in words
which tell a labelled event of that type; a pair is good when it is one event. Penalty and threshold are chosen by
cross-validation over articles: the best B-cubed F1 of labelled tellings.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from articles import Article, Gold, add_sources, articles_of, sources_of
from fitting import Choice, Features, Fit, fit, weights_table

from kronik.reports.coder import drafts_of
from kronik.reports.conditions import domains_of
from kronik.reports.draft import Draft
from kronik.reports.link_features import link_features
from kronik.reports.linking import joined
from kronik.reports.reading import Reading

FOLDS = 8
PENALTIES = (5.0, 10.0, 20.0)
LEAST = 5
"""Pairs that must have a feature for it to get a weight."""
THRESHOLDS = tuple(round(0.3 + 0.05 * step, 2) for step in range(9))

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Crowd:
    """The tellings of one type in an article: features of all pairs, and of each telling its labelled event or None."""

    features: dict[Pair, Features]
    events: tuple[int | None, ...]


def main(arguments: Sequence[str]) -> int:
    """Write the table of weights and print what was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_sources(parser)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threshold", type=float, help="write this threshold, chosen on other labelled articles")
    options = parser.parse_args(arguments)
    articles = [_crowds(one) for one in articles_of(sources_of(options))]
    choices = [choice for penalty in PENALTIES for choice in _choices(articles, penalty)]
    best = max(choices, key=lambda one: (round(one.f1, 4), one.penalty))
    lines = [
        "# Weights of the links between tellings: feature, weight.",
        "# Source: made by training/reports/train_links.py from labelled articles;",
        f"# penalty {best.penalty}; threshold by folds {best.threshold}: {best.precision:.3f} / {best.recall:.3f}.",
        f"threshold\t{best.threshold if options.threshold is None else options.threshold}",
    ]
    options.out.write_text(weights_table(lines, _fit(articles, best.penalty).weights), encoding="utf-8")
    pairs = sum(len(list(_labelled(crowd))) for crowds in articles for crowd in crowds)
    print(f"{len(articles)} articles, {pairs} labelled pairs; chosen: {best}, F1 {best.f1:.3f}")
    return 0


def _crowds(article: Article) -> list[Crowd]:
    if article.reading is None:
        return []
    reading = article.reading
    drafts = sorted(drafts_of(reading, domains_of(reading))[0], key=lambda one: one.start)
    by_type: dict[str, list[Draft]] = {}
    for draft in drafts:
        by_type.setdefault(draft.type, []).append(draft)
    return [_crowd(reading, article.gold, alike) for alike in by_type.values() if len(alike) > 1]


def _crowd(reading: Reading, gold: Gold, alike: list[Draft]) -> Crowd:
    return Crowd(
        features={
            (one, other): dict.fromkeys(link_features(reading, alike[one], alike[other], len(alike)), 1.0)
            for one, other in combinations(range(len(alike)), 2)
        },
        events=tuple(_event_of(reading, gold, draft) for draft in alike),
    )


def _event_of(reading: Reading, gold: Gold, draft: Draft) -> int | None:
    """Return the labelled event of its type whose tellings share most characters with the words of a candidate."""
    pieces = reading.prose.view.to_source(*draft.core)
    start, end = pieces[0].start, pieces[-1].end
    shared: Counter[int] = Counter()
    for number, event in enumerate(gold["events"]):
        for trigger in event["triggers"] if event["type"] == draft.type else ():
            overlap = min(end, trigger["end"]) - max(start, trigger["start"])
            shared[number] = max(shared[number], overlap)
    best = max(shared, key=lambda one: (shared[one], -one), default=None)
    return best if best is not None and shared[best] > 0 else None


def _labelled(crowd: Crowd) -> list[tuple[Pair, bool]]:
    events = crowd.events
    return [
        (pair, events[pair[0]] == events[pair[1]])
        for pair in crowd.features
        if events[pair[0]] is not None and events[pair[1]] is not None
    ]


def _fit(articles: Sequence[Sequence[Crowd]], penalty: float) -> Fit:
    rows = [(crowd.features[pair], good) for crowds in articles for crowd in crowds for pair, good in _labelled(crowd)]
    return fit([row for row, _ in rows], [good for _, good in rows], penalty=penalty, least=LEAST)


def _choices(articles: Sequence[Sequence[Crowd]], penalty: float) -> list[Choice]:
    scored: list[tuple[Crowd, dict[Pair, float]]] = []
    for fold in range(FOLDS):
        made = _fit([one for at, one in enumerate(articles) if at % FOLDS != fold], penalty)
        for crowds in articles[fold::FOLDS]:
            scored += [(one, {pair: made.score(row) for pair, row in one.features.items()}) for one in crowds]
    return [_choice(scored, penalty, threshold) for threshold in THRESHOLDS]


def _choice(scored: Sequence[tuple[Crowd, dict[Pair, float]]], penalty: float, threshold: float) -> Choice:
    """Return a setting with its B-cubed figures over the labelled tellings."""
    precision, recall = list[float](), list[float]()
    for crowd, chances in scored:
        for members in joined(len(crowd.events), chances, threshold):
            events = [crowd.events[at] for at in members if crowd.events[at] is not None]
            for event in events:
                hit = events.count(event)
                precision.append(hit / len(events))
                recall.append(hit / crowd.events.count(event))
    return Choice(penalty, threshold, sum(precision) / len(precision), sum(recall) / len(recall))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
