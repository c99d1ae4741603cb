import csv
import io
from dataclasses import replace

import msgspec
import pytest
from chronicle_records import make_bundle, outcome_of
from finding_records import MEETING, told

from kronik.chronicle.exports.records import records
from kronik.chronicle.exports.spreadsheets import csv_table
from kronik.chronicle.exports.tables import TABLES
from kronik.chronicle.reader import Chronicle
from kronik.records.actors import Protection
from kronik.records.bundles import Bundle
from kronik.records.documents import document_of


def bundle_of(protected: Protection | None = None) -> Bundle:
    bundle = make_bundle(prose=MEETING)
    return replace(bundle, findings=told(bundle.page.id, protected))


def rows(path, table: str) -> list[dict[str, str]]:
    with Chronicle.open(path) as chronicle:
        return list(csv.DictReader(io.StringIO(b"".join(csv_table(chronicle, table)).decode())))


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("places", {"quote": "Desa Sukamaju", "country": "IDN", "latitude": "-6.9", "level": "village"}),
        ("actors", {"name": "Rini Astuti", "sector": "GOV", "mentions": "2"}),
        ("mentions", {"quote": "Rini Astuti", "form": "name"}),
        ("statements", {"speakers": "Rini Astuti", "cue": "berkata", "content": "panen akan dibantu", "via": ""}),
        (
            "reports",
            {"type": "CONSULT", "actors": "Rini Astuti", "recipients": "warga", "trigger_quote": "menemui"},
        ),
        ("roles", {"role": "actor", "name": "Rini Astuti"}),
        ("figures", {"kind": "participants", "value": "12.0", "quote": "12 warga"}),
    ],
)
def test_a_finding_stands_in_its_table_with_its_characters(built, table, wanted) -> None:
    first = rows(built(outcome_of(bundle_of())), table)[0]
    assert {column: first[column] for column in wanted} == wanted


@pytest.mark.parametrize("table", ["actors", "mentions", "statements", "reports", "roles"])
def test_the_name_of_a_protected_person_is_in_no_table(built, table) -> None:
    found = rows(built(outcome_of(bundle_of(Protection.MINOR))), table)
    shown = [value for row in found for column, value in row.items() if column != "content"]
    assert found
    assert not any("Rini" in value for value in shown)


def test_an_article_counts_its_statements_and_reports(built) -> None:
    other = make_bundle(uri="https://kabar.example/lain")
    path = built(outcome_of(bundle_of()), outcome_of(other, location="lain"))
    counts = {row["uri"]: (row["statements"], row["reports"]) for row in rows(path, "articles")}
    assert counts == {bundle_of().page.uri: ("1", "1"), other.page.uri: ("", "")}


def test_the_record_has_the_shape_of_the_guidelines() -> None:
    record = msgspec.to_builtins(document_of(bundle_of()))
    (event,) = record["events"]
    assert list(event["actors"]) == ["rini"]
    assert [MEETING[one["start"] : one["end"]] for one in event["triggers"]] == ["menemui"]
    assert event["figures"][0]["value"] == 12
    assert isinstance(event["figures"][0]["value"], int)
    assert [one["quote"] for one in record["statements"][0]["content"]] == ["panen akan dibantu"]
    assert [one["quote"] for actor in record["actors"] for one in actor["mentions"]] == ["Rini Astuti", "Rini", "warga"]


def test_a_protected_name_is_masked_in_every_text_of_its_page(built) -> None:
    path = built(outcome_of(bundle_of(Protection.MINOR)))
    with Chronicle.open(path) as chronicle:
        shown = b"".join(b"".join(csv_table(chronicle, table)) for table in TABLES) + b"".join(records(chronicle))
        assert b"Rini Astuti" not in shown
        assert b"Rini Astuti" in b"".join(records(chronicle, unmasked=True))
