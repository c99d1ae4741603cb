"""The halves of the English pages stand still; without the shared pages nothing is measured."""

from pathlib import Path

import pytest
from extraction import Score, half_of, main, table


def test_names_fall_into_two_halves_of_like_size() -> None:
    halves = [half_of(f"{number:064x}") for number in range(200)]
    assert 70 < halves.count("tuning") < 130


def test_the_table_has_a_row_for_each_extractor() -> None:
    score = Score(name="x", indonesian=0.5, tuning=0.25, held_out=1.0, pages_per_second=12.34, share=0.5)
    assert table([score]).splitlines()[2:] == ["| x | 0.5000 | 0.2500 | 1.0000 | 12.3 | 0.50 |"]


def test_without_the_shared_pages_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KRONIK_SHARED", str(tmp_path))
    assert main([]) == 0
    assert "nothing measured" in capsys.readouterr().out
