"""Labelled articles: the features of every event that the coder could report, and whether it is a labelled one."""

import bisect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitting import Features

from kronik.actors.casting import cast_of
from kronik.annotation.prose import Prose, prose_of
from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.figures.finding import figures_of
from kronik.knowledge.gazetteer import load_gazetteer
from kronik.knowledge.loading import load_knowledge
from kronik.languages.loader import load_packs
from kronik.languages.pack import LanguagePack
from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.places.finding import places_of
from kronik.records.failures import Failure
from kronik.reports.coder import BARRED, events_of
from kronik.reports.draft import Draft
from kronik.reports.features import Surroundings, features_of
from kronik.reports.reading import Reading, reading_of
from kronik.reports.scene import Scene
from kronik.statements.finding import statements_of

SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")
"""Ends of sentences as the scorer of the gold sees them."""

Gold = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article's candidates: features, whether each is a labelled event, and how many events are labelled."""

    rows: tuple[Features, ...]
    good: tuple[bool, ...]
    wanted: int


def labelled_articles(gold_path: Path, pages_path: Path) -> list[Labelled]:
    """Return the articles of a gold file in its order."""
    packs = load_packs()
    pack = packs["id"]
    knowledge, gazetteer = load_knowledge(), load_gazetteer()
    proses = dict(_proses(pages_path, packs))
    out = []
    for line in gold_path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        prose = proses.get(gold["page"]["uri"].split("?")[0])
        if prose is None or prose.article.kind in BARRED:
            out.append(Labelled((), (), len(gold["events"])))
            continue
        cast = cast_of(prose, _given(pack.naming), knowledge)
        scene = Scene(
            cast=cast,
            spoken=statements_of(prose, cast, _given(pack.speech)),
            placed=places_of(prose, _given(pack.placing), gazetteer),
            counted=figures_of(prose, _given(pack.counting)),
        )
        out.append(_labelled(reading_of(prose, scene, _given(pack.coding)), gold))
    return out


def _given(capability: Any) -> Any:
    if capability is None:
        raise SystemExit("the language pack lacks a capability that the coder needs")
    return capability


def _proses(path: Path, packs: Mapping[str, LanguagePack]) -> Iterator[tuple[str, Prose]]:
    for item in read_inputs([str(path)], ReadOptions()):
        if isinstance(item, Failure):
            continue
        page = project(item)
        article = article_of(page, packs, None)
        prose = prose_of(page, article, times_of(page, article, packs), packs)
        if prose is not None:
            yield page.uri.split("?")[0], prose


def _labelled(reading: Reading, gold: Gold) -> Labelled:
    events, domains, _ = events_of(reading)
    around = Surroundings(domains=domains, events=events)
    rows = tuple(features_of(reading, tellings, around) for tellings in events)
    return Labelled(rows, _paired(reading, events, gold), len(gold["events"]))


def _paired(reading: Reading, events: tuple[tuple[Draft, ...], ...], gold: Gold) -> tuple[bool, ...]:
    """Tell which events pair with a labelled one, one to one: same type, told first in a sentence that tells it."""
    text = gold["page"]["text"]
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    told = [{_sentence(starts, trigger["start"]) for trigger in event["triggers"]} for event in gold["events"]]
    scored = []
    for number, tellings in enumerate(events):
        first = tellings[0]
        piece = reading.prose.view.to_source(first.start, first.end)
        sentence = _sentence(starts, piece[0].start)
        for index, event in enumerate(gold["events"]):
            if event["type"] == first.type and sentence in told[index]:
                close = any(
                    trigger["start"] < piece[-1].end and piece[0].start < trigger["end"]
                    for trigger in event["triggers"]
                )
                scored.append((close + 0.5 * (event["mode"] == first.mode) + 0.5 * first.filled, number, index))
    used: set[int] = set()
    good: set[int] = set()
    for _, number, index in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if number not in good and index not in used:
            good.add(number)
            used.add(index)
    return tuple(number in good for number in range(len(events)))


def _sentence(starts: list[int], offset: int) -> int:
    return bisect.bisect_right(starts, offset) - 1
