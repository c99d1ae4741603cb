"""The exports of events: what they hold, that others read them, that no name leaks and nothing runs."""

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path

import networkx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.chronicle.reader import Chronicle
from kronik.exchange.edition import Edition, edition_of
from kronik.exchange.event_reports import columns, event_reports
from kronik.exchange.graph import graphml
from kronik.exchange.timelines import timeline_json
from kronik.exchange.workbook import EVENT_COLUMNS, LONGEST_CELL, REPORT_COLUMNS, _day, _fitting, write_workbook
from kronik.languages.loader import load_telling_words
from kronik.records.actors import ActorKind
from kronik.records.reports import Report
from kronik.reports.ontology import load_ontology
from kronik.stories.events import Rule, event_of, events_of
from kronik.stories.tellings import Party, Telling, tellings_of

MASKED = "█" * len("Rini Astuti")


def rows_of(edition: Edition) -> list[dict[str, str]]:
    text = b"".join(event_reports(edition)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def everything(edition: Edition, tmp_path: Path) -> dict[str, bytes]:
    """Every export of an edition."""
    write_workbook(edition, tmp_path / "x.xlsx")
    ontology = load_ontology()
    return {
        "eventreport": b"".join(event_reports(edition)),
        "graphml": b"".join(graphml(edition, ontology)),
        "timeline": b"".join(timeline_json(edition, ontology)),
        "xlsx": (tmp_path / "x.xlsx").read_bytes(),
    }


def test_the_visit_is_one_event_of_three_reports(edition: Edition) -> None:
    assert sorted(len(event.tellings) for event in edition.events) == [1, 3]
    assert edition.rule == "same-event/5"


# -- eventreport -----------------------------------------------------------------------------------------


def test_eventreport_has_a_row_for_each_report_and_names_its_event(edition: Edition) -> None:
    rows = rows_of(edition)
    assert list(rows[0]) == columns()
    assert len({row["id"] for row in rows}) == len(rows) == 4
    visit = [row for row in rows if row["event_type"] == "CONSULT"]
    assert len({row["event_id"] for row in visit}) == 1
    assert {row["event_rule"] for row in rows} == {"same-event/5"}
    assert [(row["outlet"], row["participants_best"], row["status"], row["own_words"]) for row in visit] == [
        ("kabar", "12", "occurred", "1"), ("lentera", "30", "occurred", "0"), ("warta", "12", "negated", "0"),
    ]  # fmt: skip


def test_eventreport_columns_mean_what_they_mean_in_maverick(edition: Edition) -> None:
    row = next(row for row in rows_of(edition) if row["outlet"] == "lentera")
    told = {
        name: row[name] for name in ("country", "date_start", "date_end", "city", "geo_precision", "actor1", "source")
    }
    assert told == {
        "country": "IDN", "date_start": "2025-06-01", "date_end": "2025-06-01", "city": "Sukamaju",
        "geo_precision": "5", "actor1": "Rini Astuti", "source": "lentera (2025-06-03) Bupati Temui Warga",
    }  # fmt: skip
    assert (row["actor1_role"], row["actor2"], row["actor3"], row["actor3_precision"]) == ("actor", "", "warga", "1")
    assert (row["deaths_best"], row["unit_of_analysis"], row["trigger"]) == ("", "Event report", "menemui")


def test_eventreport_runs_no_formula(edition: Edition) -> None:
    row = next(row for row in rows_of(edition) if row["outlet"] == "kabar")
    assert row["headline"].startswith("'=HYPERLINK")


# -- GraphML ---------------------------------------------------------------------------------------------


def test_networkx_reads_the_graph(edition: Edition) -> None:
    graph = networkx.parse_graphml(b"".join(graphml(edition, load_ontology())).decode())
    kinds = {node: data["node_type"] for node, data in graph.nodes(data=True)}
    assert sorted(kinds.values()) == ["actor", "actor", "actor", "actor", "event", "event"]
    (visit,) = [node for node, data in graph.nodes(data=True) if data.get("mode") == "visit"]
    assert graph.nodes[visit]["rule"] == "same-event/5"
    assert (graph.nodes[visit]["reports"], graph.nodes[visit]["status"]) == (3, "occurred | negated")
    (mayor,) = graph.predecessors(visit)
    (people,) = graph.successors(visit)
    assert graph.nodes[mayor]["label"] == "Rini Astuti"
    assert graph.nodes[people]["label"] == "warga"
    assert graph.edges[mayor, visit] | {"id": ""} == {"role": "actor", "reports": 3, "id": ""}
    assert "same-event/5" in graph.graph["made_by"]


def test_groups_without_a_name_are_nobody_elses(edition: Edition) -> None:
    graph = networkx.parse_graphml(b"".join(graphml(edition, load_ontology())).decode())
    people = [node for node, data in graph.nodes(data=True) if data["label"] == "warga"]
    assert [graph.degree(node) for node in people] == [1, 1]


@given(st.text())
def test_any_name_can_stand_in_the_graph(name: str) -> None:
    party = Party(name=name, kind=ActorKind.GROUP, country=None, identity=None)
    told = Telling(
        report=Report(id="r", type="CONSULT", mode=None, actors=(), recipients=(), triggers=(), rule="test"), page="p",
        outlet=None, published=None, story="s", source="p", actors=(party,), recipients=(), claimed_by=(), denied_by=(),
    )  # fmt: skip
    event = event_of([told], Rule())
    edition = Edition(version="1", content="c", settings="s", rule="x", events=(event,), sources={}, quotes={})
    graph = networkx.parse_graphml(b"".join(graphml(edition, load_ontology())).decode())
    assert graph.number_of_nodes() == 2


# -- timeline --------------------------------------------------------------------------------------------


def test_the_timeline_has_the_shape_of_timelinejs(edition: Edition) -> None:
    document = json.loads(b"".join(timeline_json(edition, load_ontology())))
    assert document["kronik"]["rule"] == "same-event/5"
    (visit,) = [slide for slide in document["events"] if len(slide["evidence"]) == 3]
    assert visit["independent_sources"] == 1, "all three have the same words"
    assert [one["own_words"] for one in visit["evidence"]] == [True, False, False]
    assert visit["start_date"] == {"year": 2025, "month": 6, "day": 1}
    assert "end_date" not in visit
    assert visit["text"]["headline"] == "CONSULT (visit): Rini Astuti → warga, Sukamaju"
    assert visit["differing"] == {"figure:participants": ["12", "30"], "status": ["occurred", "negated"]}
    assert [one["outlet"] for one in visit["evidence"]] == ["kabar", "lentera", "warta"]
    assert visit["evidence"][0]["quote"] == "menemui"
    ids = [slide["unique_id"] for slide in [*document["events"], *document["undated"]]]
    assert len(set(ids)) == len(ids) == 2


def test_the_timeline_shows_no_headline_of_an_outlet_and_no_markup(edition: Edition) -> None:
    for slide in json.loads(b"".join(timeline_json(edition, load_ontology())))["events"]:
        assert "Bupati Temui Warga" not in json.dumps(slide["text"])
        assert set(re.findall(r"<(\w+)", slide["text"]["text"])) <= {"ul", "li", "a", "p"}


# -- XLSX ------------------------------------------------------------------------------------------------


def test_the_workbook_has_typed_cells(edition: Edition, tmp_path: Path) -> None:
    write_workbook(edition, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["about", "events", "reports", "articles"]
    heading, *events = book["events"].iter_rows(values_only=True)
    assert heading == EVENT_COLUMNS
    visit = dict(zip(heading, next(row for row in events if row[5] == 3), strict=True))
    assert visit["first_day"] == datetime(2025, 6, 1)  # noqa: DTZ001 - a spreadsheet's day has no zone
    assert (visit["independent_sources"], visit["rule"]) == (1, "same-event/5")
    assert next(book["reports"].iter_rows(values_only=True)) == REPORT_COLUMNS
    assert (
        dict(book["about"].iter_rows(min_row=2, values_only=True))["rule of merging reports into events"]
        == "same-event/5"
    )


def test_no_text_of_the_workbook_is_a_formula_or_a_link(edition: Edition, tmp_path: Path) -> None:
    write_workbook(edition, tmp_path / "x.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "x.xlsx") for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    assert any(isinstance(cell.value, str) and cell.value.startswith("=HYPERLINK") for cell in cells)


@pytest.mark.parametrize(
    ("day", "cell"),
    [("2025-06-01", date(2025, 6, 1)), ("1865-04-14", "1865-04-14"), ("202X", "202X"), (None, None)],
)
def test_days_that_no_spreadsheet_has_stay_text(day, cell) -> None:
    assert _day(day) == cell


def test_a_text_too_long_for_a_cell_is_cut_and_shows_it() -> None:
    assert len(_fitting("a" * 40_000)) == LONGEST_CELL
    assert _fitting("a" * 40_000).endswith("…")
    assert _fitting("a" * LONGEST_CELL) == "a" * LONGEST_CELL


# -- all of them -----------------------------------------------------------------------------------------


def test_a_protected_name_stands_in_none_of_them(edition: Edition) -> None:
    (accused,) = [event for event in edition.events if len(event.tellings) == 1]
    assert [party.name for party in accused.tellings[0].actors] == [MASKED]
    assert [party.identity for party in accused.tellings[0].actors] == [None]
    assert "Rini" not in repr((accused, edition.sources[accused.tellings[0].page]))
    rows = [row for row in rows_of(edition) if row["outlet"] == "samudra"]
    assert [(row["actor1"], row["actor1_id"]) for row in rows] == [(MASKED, "")]


def test_the_same_chronicle_gives_the_same_bytes(
    chronicle: Chronicle, groups, edition: Edition, tmp_path: Path
) -> None:
    turned = list(tellings_of(chronicle.bundles(), groups, load_telling_words()))[::-1]
    again = edition_of(chronicle, events_of(turned, Rule()), Rule())
    assert everything(edition, tmp_path) == everything(again, tmp_path)
