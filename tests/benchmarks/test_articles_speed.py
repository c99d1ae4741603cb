"""Texts are drawn evenly, the table has one row, and without the shared pages nothing is measured."""

from pathlib import Path

import pytest
from articles import Speed, drawn, main, table


def test_texts_are_drawn_evenly() -> None:
    assert drawn(range(10), 5) == [0, 2, 4, 6, 8]
    assert list(drawn(range(3), 5)) == [0, 1, 2]


def test_the_table_tells_both_speeds() -> None:
    speed = Speed(
        texts=2,
        characters=1800,
        texts_per_second=1234.5,
        items_per_second=1100.0,
        html_pages_per_second=30.26,
        share_of_trafilatura=0.5,
    )
    assert table(speed).splitlines()[2] == "| 2 | 1,800 | 1,234 | 1,100 | 30.3 | 0.50 |"


def test_without_the_shared_pages_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KRONIK_SHARED", str(tmp_path))
    assert main([]) == 0
    assert "nothing measured" in capsys.readouterr().out
