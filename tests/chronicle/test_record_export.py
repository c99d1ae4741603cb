"""Records as JSON lines."""

import json
from collections.abc import Callable
from pathlib import Path

from chronicle_records import bundles, make_bundle, outcome_of
from hypothesis import given

from kronik.chronicle.exports import records
from kronik.chronicle.exports.records import encode
from kronik.chronicle.reader import Chronicle
from kronik.records.bundles import Bundle
from kronik.records.documents import document_of


def nulls(value: object, at: str = "") -> list[str]:
    if isinstance(value, dict):
        return [place for key, inner in value.items() for place in nulls(inner, f"{at}.{key}")]
    if isinstance(value, list):
        return [place for inner in value for place in nulls(inner, at)]
    return [at] if value is None else []


@given(bundles())
def test_a_record_is_one_line_that_is_silent_on_the_publication_day_alone(bundle: Bundle) -> None:
    line = encode(document_of(bundle))
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    record = json.loads(line)
    assert nulls(record) == ([] if bundle.article.published else [".published"])
    assert record["prose"] == bundle.article.prose
    assert record["id"] == bundle.page.id


def test_records_come_by_page_id_and_quote_the_page(built: Callable[..., Path]) -> None:
    made = [make_bundle(f"u{n}", prose=f"Rapat ke-{n} digelar Senin (2/6/2025).") for n in range(7)]
    with Chronicle.open(built(*(outcome_of(b, f"d{n}") for n, b in enumerate(made)))) as chronicle:
        lines = [json.loads(line) for line in records(chronicle)]
    assert [line["id"] for line in lines] == sorted(bundle.page.id for bundle in made)
    texts = {bundle.page.id: bundle.page.text for bundle in made}
    for line in lines:
        for found in (*line["times"], *line["debris"]):
            assert texts[line["id"]][found["start"] : found["end"]] == found["quote"]


def test_letters_stay_letters() -> None:
    line = encode(document_of(make_bundle(prose="Kafé “Senja” 🍈")))
    assert "Kafé “Senja” 🍈".encode() in line
