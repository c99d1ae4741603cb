"""Actors across articles on labelled pairs: ``python evals/actor_pairs.py SHARED [--errors]``.

The pages of ``evals/labels/actor_pairs_news.tsv`` are read out of SHARED/news by the whole road; an actor is found by
the mention that shares most characters with the labelled one. The weights of the score were chosen on these pairs.
Pairs of which an actor is no longer kept by the road are counted apart.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from kronik.actors.identity import Profile, pair_score, profile_of
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.pipeline.processing import derive
from kronik.pipeline.resources import load_resources
from kronik.records.actors import Actor, Mention
from kronik.records.failures import Failure, Skipped

LABELS = Path(__file__).parent / "labels" / "actor_pairs_news.tsv"
PROGRESS = 25
"""Pages after which progress is told."""
Place = tuple[str, int, int]
"""Page id and half-open code points."""


def labels() -> Iterator[tuple[Place, Place, bool]]:
    """Yield the labelled pairs."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            page, start, end, other, first, last, same = line.split("\t")
            yield (page, int(start), int(end)), (other, int(first), int(last)), same == "1"


def read_pages(shared: Path, wanted: frozenset[str]) -> dict[str, tuple[str, tuple[Actor, ...]]]:
    """Return page text and actors of the wanted pages by page id.

    A page's id is known once it is projected, which is cheap; only wanted pages go down the road, and reading ends
    with the last of them. Numbers on standard error tell how far it is.
    """
    resources = load_resources()
    out: dict[str, tuple[str, tuple[Actor, ...]]] = {}
    for item in read_inputs([str(path) for path in sorted((shared / "news").glob("*.csv"))], ReadOptions()):
        if isinstance(item, Failure | Skipped):
            continue
        page = project(item)
        if page.id not in wanted or page.id in out:
            continue
        findings = derive(page, None, resources).findings
        out[page.id] = (page.text, findings.actors if findings else ())
        if len(out) % PROGRESS == 0:
            print(f"{len(out)} of {len(wanted)} pages", file=sys.stderr, flush=True)
        if len(out) == len(wanted):
            break
    return out


def profile_at(place: Place, pages: dict[str, tuple[str, tuple[Actor, ...]]]) -> Profile | None:
    """Return the profile of the actor whose mention shares most with a place; None when none shares a character."""
    text, actors = pages.get(place[0], ("", ()))
    shares = {actor.id: max((_shared(mention, place) for mention in actor.mentions), default=0.0) for actor in actors}
    best = max(actors, key=lambda actor: shares[actor.id], default=None)
    return profile_of(best, text, actors) if best is not None and shares[best.id] > 0 else None


def _shared(mention: Mention, place: Place) -> float:
    """Return the part of all characters of a mention and a place that both have."""
    span = mention.evidence
    both = min(span.end, place[2]) - max(span.start, place[1])
    return max(0.0, both / (max(span.end, place[2]) - min(span.start, place[1])))


def main() -> None:
    """Print the share of pairs that are right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    pairs = list(labels())
    pages = read_pages(arguments.shared, frozenset(place[0] for pair in pairs for place in pair[:2]))
    right = judged = 0
    for left, other, same in pairs:
        one, two = profile_at(left, pages), profile_at(other, pages)
        if one is None or two is None:
            continue
        score = pair_score(one, two)
        judged += 1
        right += score.same == same
        if arguments.errors and score.same != same:
            print(left, other, same, score.value, [(part.name, part.value) for part in score.parts])
    print(f"{judged} of {len(pairs)} pairs judged, {right / max(1, judged):.3f} right")


if __name__ == "__main__":
    main()
