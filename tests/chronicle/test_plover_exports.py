import json
from dataclasses import replace

import pytest
from chronicle_records import make_bundle, outcome_of
from finding_records import MEETING, told

from kronik.chronicle.exports.plover import COLUMNS, evidence_sidecar, plover, polecat
from kronik.chronicle.reader import Chronicle
from kronik.records.actors import Protection


@pytest.fixture
def meeting(built):
    bundle = make_bundle(prose=MEETING)
    return built(outcome_of(replace(bundle, findings=told(bundle.page.id))), outcome_of(make_bundle(uri="lain"), "d2"))


def test_a_report_has_the_fields_of_plover_and_its_characters(meeting) -> None:
    with Chronicle.open(meeting) as chronicle:
        (line,) = [json.loads(line) for line in plover(chronicle)]
    assert line["event"] == ["CONSULT"]
    assert line["mode"] == ["visit"]
    assert [actor["name"] for actor in line["actor"]] == ["Rini Astuti"]
    assert [actor["name"] for actor in line["recipient"]] == ["warga"]
    assert line["quad_code"] == 1
    assert line["date"] is None
    assert line["publication_date"] == "2025-06-02"
    assert line["event_loc"]["locality"] == "Sukamaju"
    (trigger,) = line["evidence"]["triggers"]
    assert MEETING[trigger["start"] : trigger["end"]] == trigger["quote"] == "menemui"


def test_the_table_has_the_forty_columns_and_no_day_of_publication_as_day_of_the_event(meeting) -> None:
    with Chronicle.open(meeting) as chronicle:
        head, row = [line.decode().rstrip("\n").split("\t") for line in polecat(chronicle)]
    assert len(head) == len(row) == len(COLUMNS) == 40
    cells = dict(zip(head, row, strict=True))
    assert cells["Event Type"] == "CONSULT"
    assert cells["Event Date"] == ""
    assert cells["Actor Title"] == "Bupati"
    assert cells["Recipient Sectors"] == "CVL"
    assert cells["Wikipedia Actor ID"] == ""
    assert cells["Story Locations"] == "Desa Sukamaju"


def test_the_sidecar_names_each_row_by_its_id(meeting) -> None:
    with Chronicle.open(meeting) as chronicle:
        ids = [line.decode().split("\t")[0] for line in polecat(chronicle)][1:]
        beside = [json.loads(line) for line in evidence_sidecar(chronicle)]
    assert [row["id"] for row in beside] == ids
    assert beside[0]["place"][0]["quote"] == "Desa Sukamaju"


def test_a_protected_name_is_in_neither(built) -> None:
    bundle = make_bundle(prose=MEETING)
    path = built(outcome_of(replace(bundle, findings=told(bundle.page.id, Protection.MINOR))))
    with Chronicle.open(path) as chronicle:
        assert b"Rini" not in b"".join([*plover(chronicle), *polecat(chronicle), *evidence_sidecar(chronicle)])
