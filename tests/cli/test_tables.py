"""Rows for people and for programs."""

import json

import pytest

from kronik.cli.catalogue import load_catalogue
from kronik.cli.tables import GAP, Format, fit, lines, width


@pytest.mark.parametrize("widths", [[5, 5], [100, 3, 40], [300, 300, 300], [9, 9, 9, 9]])
@pytest.mark.parametrize("room", [30, 80, 120])
def test_columns_fit_the_room_or_are_as_narrow_as_they_get(widths: list[int], room: int) -> None:
    fitted = fit(widths, room)
    total = sum(fitted) + len(GAP) * (len(fitted) - 1)
    assert total <= room or max(fitted) <= 8
    assert all(new <= old for new, old in zip(fitted, widths, strict=True))


def test_a_table_shows_labels_in_the_language_and_hides_control_characters() -> None:
    shown = list(lines(["headline", "times"], [["a\x1b[31m\nb", 1234]], Format.TABLE, load_catalogue("id")))
    assert "judul" in shown[0]
    assert "\x1b" not in "".join(shown)
    assert "1.234" in shown[2]


def test_json_lines_keep_values_as_they_are() -> None:
    (line,) = lines(["headline", "times"], [["a\nb", None]], Format.JSONL, load_catalogue("en"))
    assert json.loads(line) == {"headline": "a\nb", "times": None}


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-5", "@x", "\tx"])
def test_no_csv_cell_starts_a_formula(cell: str) -> None:
    head, line = lines(["headline"], [[cell]], Format.CSV, load_catalogue("en"))
    assert head == "headline"
    assert line.strip('"').startswith("'")


@pytest.mark.parametrize(("string", "columns"), [("abc", 3), ("中国", 4), ("e\u0301", 1)])
def test_width_counts_columns_of_a_terminal(string: str, columns: int) -> None:
    assert width(string) == columns
