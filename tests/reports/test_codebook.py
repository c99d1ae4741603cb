"""The codebook says every variable of a report, with values, rule and example."""

from dataclasses import fields

import pytest

from kronik.errors import DataError
from kronik.languages.id.coding import load_coding
from kronik.records.reports import Report, Status
from kronik.reports.codebook import Codebook, codebook_of, load_outline, read_outline
from kronik.reports.ontology import load_ontology

NOT_VALUES = {"id", "rule", "score", "parts", "role_rules"}
"""Fields that say how a report was made, not what it tells."""


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return codebook_of(load_ontology(), load_coding(), load_outline(), "id")


def test_every_value_of_a_report_is_a_variable(codebook: Codebook) -> None:
    names = {variable.name for variable in codebook.variables}
    told = {field.name for field in fields(Report)} - NOT_VALUES
    # A date's evidence and rule, and what a place is, are told with the date and the place.
    assert {name for name in told if not name.startswith(("date_", "place_", "where"))} <= names


def test_variables_say_what_they_mean_and_how_they_are_filled(codebook: Codebook) -> None:
    assert all(variable.meaning and variable.rule for variable in codebook.variables)


@pytest.mark.parametrize(("name", "count"), [("type", 16), ("mode", 67), ("quad", 4), ("status", 6), ("context", 37)])
def test_values_are_listed(codebook: Codebook, name: str, count: int) -> None:
    found = next(variable for variable in codebook.variables if variable.name == name)
    assert len(found.values) == count
    assert all(value.code and value.meaning for value in found.values)


def test_every_type_and_mode_has_an_indonesian_example(codebook: Codebook) -> None:
    for variable in codebook.variables:
        if variable.name in {"type", "mode"}:
            assert [value.code for value in variable.values if not value.example.endswith(".")] == []


def test_statuses_are_those_of_the_records(codebook: Codebook) -> None:
    found = next(variable for variable in codebook.variables if variable.name == "status")
    assert [value.code for value in found.values] == [status.value for status in Status]


def test_another_language_has_no_examples_of_its_own() -> None:
    codebook = codebook_of(load_ontology(), load_coding(), load_outline(), "xx")
    types = next(variable for variable in codebook.variables if variable.name == "type")
    assert {value.example for value in types.values} == {""}


def test_what_is_not_coded_is_said(codebook: Codebook) -> None:
    assert codebook.not_coded
    assert all(
        value.not_coded for variable in codebook.variables if variable.name == "type" for value in variable.values
    )


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(DataError, match="key is missing or unknown"):
        read_outline('source = "x"\nnot_coded = []\n[[variable]]\nname = "a"\n[status]\n[extra]\n')
