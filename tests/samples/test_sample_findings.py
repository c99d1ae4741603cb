"""Statements, actors and reports of the packaged samples against what a reader expects of them, as shares.

The expectations were written before any rule, so a share says how well pages of other words are read.
"""

import json
from importlib.resources import files
from itertools import chain

import msgspec
import pytest

from kronik.pages.options import ReadOptions
from kronik.pages.projection import project
from kronik.pages.reading import read_inputs
from kronik.pipeline.processing import derive
from kronik.pipeline.resources import load_resources
from kronik.records.documents import document_of
from kronik.samples import sample_folder


@pytest.fixture(scope="module")
def pairs():
    """(expected record, record read) of every sample page."""
    expected = [
        json.loads(line) for line in files("kronik.samples").joinpath("expected.jsonl").read_text().splitlines()
    ]
    resources = load_resources()
    with sample_folder() as folder:
        pages = [project(item) for item in read_inputs([str(folder)], ReadOptions())]
    found = {page.uri: msgspec.to_builtins(document_of(derive(page, None, resources))) for page in pages}
    read = [(one, found[one["page"]["uri"]]) for one in expected]
    return [(one, record) for one, record in read if record["events"] is not None]  # a page in English has no grammar


def characters(spans):
    return set(chain.from_iterable(range(span["start"], span["end"]) for span in spans or ()))


def alike(one, other):
    return len(one & other) >= 0.5 * len(one | other) > 0


def share(pairs, key, same):
    """F1 over all pages of items of one list, an item being found when any of the other list is the same."""
    wanted = [(one, read) for one, read in pairs if one.get(key)]
    recall = [any(same(item, other) for other in read[key]) for one, read in wanted for item in one[key]]
    precision = [any(same(other, item) for other in one[key]) for one, read in wanted for item in read[key]]
    r, p = sum(recall) / len(recall), sum(precision) / len(precision)
    return 2 * p * r / (p + r)


def test_statements_are_found(pairs):
    def same(one, other):
        return alike(characters(one["content"]), characters(other["content"]))

    assert share(pairs, "statements", same) >= 0.7


def test_reports_are_found_with_their_type(pairs):
    def same(one, other):
        return one["type"] == other["type"] and bool(characters(one["triggers"]) & characters(other["triggers"]))

    assert share(pairs, "events", same) >= 0.4


def test_no_report_has_the_day_of_publication_by_default(pairs):
    dated = [(one["published"], event) for one, read in pairs for event in read["events"] if event["date"]]
    assert dated
    assert all(event["date_quote"] is not None for _, event in dated)


def test_every_quotation_stands_in_its_page(pairs):
    for _, read in pairs:
        for statement in read["statements"]:
            assert all(piece["quote"] for piece in statement["content"])
        names = {actor["id"] for actor in read["actors"]}
        for event in read["events"]:
            assert {*event["actors"], *event["recipients"], *event["claimed_by"]} <= names
