"""Labels of our own: code points and codes alone, each key known, no word of the articles they stand on."""

import json
from pathlib import Path

import pytest

from kronik.records.plover import MODES, EventType

FOLDER = Path(__file__).parents[2] / "training/labels"
LABELS = FOLDER / "reports_news.jsonl"
READ = FOLDER / "soft_news.jsonl"
PLACES = FOLDER / "places_news.jsonl"
"""Labels of whole articles, of the reports alone that were found in others, and of the places of events."""
WORDS = """
sha256 actors events key kind country sector mentions type mode date place where province regency status recipients
claimed_by denied_by triggers figures value unit bound by start end unfounded
"""
ALLOWED = frozenset(WORDS.split())


def keys_of(value: object) -> set[str]:
    """Return all keys of a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*(keys_of(one) for one in value.values()))
    if isinstance(value, list):
        return set().union(*(keys_of(one) for one in value))
    return set()


@pytest.fixture(scope="module", params=[LABELS, READ, PLACES], ids=["whole", "read", "places"])
def articles(request) -> list[dict]:
    return [json.loads(line) for line in request.param.read_text(encoding="utf-8").splitlines()]


def test_labels_hold_no_text(articles) -> None:
    assert articles
    assert keys_of(articles) <= ALLOWED
    assert all(one["key"] == f"a{number}" for row in articles for number, one in enumerate(row["actors"], start=1))


def test_each_article_stands_once_and_is_known_by_its_text(articles) -> None:
    assert len({row["sha256"] for row in articles}) == len(articles)
    assert all(len(row["sha256"]) == 64 for row in articles)


def test_events_use_the_ontology_and_the_actors_of_their_article(articles) -> None:
    for row in articles:
        known = {one["key"] for one in row["actors"]}
        for event in row["events"]:
            assert event["mode"] is None or event["mode"] in MODES[EventType(event["type"])]
            assert event["triggers"]
            for side in ("actors", "recipients", "claimed_by", "denied_by"):
                assert set(event.get(side, ())) <= known


def test_spans_are_half_open_and_not_empty(articles) -> None:
    for row in articles:
        spans = [one for actor in row["actors"] for one in actor["mentions"]]
        spans += [one for event in row["events"] for one in event["triggers"]]
        assert all(0 <= one["start"] < one["end"] for one in spans)
