"""What the gate makes of scorers' output, of the records, and of its own floors."""

from pathlib import Path

import gate
import pytest
from floors import read_floors


def test_the_scorers_json_becomes_figures_without_counts() -> None:
    printed = (
        '{"debris": {"p": 0.123456, "f1": 0.5, "gold": 7, "predicted": 9}, "published": {"accuracy": 1.0, "of": 4}}'
    )
    assert gate.gold_figures(printed) == {"debris.p": 0.1235, "debris.f1": 0.5, "published.accuracy": 1.0}


def test_the_line_of_the_dates_scorer_becomes_shares() -> None:
    printed = "24 of 32 values right, 1 of 10 traps false\n"
    assert gate.date_figures(printed) == {"dates.right": 0.75, "dates.false_alarms": 0.1}
    with pytest.raises(ValueError, match="score_dates"):
        gate.date_figures("nothing")


@pytest.mark.parametrize(
    ("removed", "left"),
    [([], 2), ([(0, 5)], 1), ([(0, 5), (11, 15)], 0), ([(0, 4), (11, 15)], 1), ([(0, 15)], 0)],
)
def test_a_teaser_is_left_when_one_of_its_characters_is(removed: list[tuple[int, int]], left: int) -> None:
    related = [{"start": 0, "end": 6, "reason": "related"}, {"start": 11, "end": 15, "reason": "related"}]
    caption = {"start": 6, "end": 8, "reason": "media"}
    gold = [{"page": {"uri": "a", "text": "Baca\tx Foto Lagi"}, "debris": [*related, caption]}]
    record = {"page": {"uri": "a"}, "debris": [{"start": s, "end": e} for s, e in removed]}
    gold[0]["page"]["text"] = "BacaX Foto Lagi"
    assert gate.teasers_left(gold, [record]) == left


def test_pages_without_a_record_are_not_counted() -> None:
    gold = [{"page": {"uri": "a", "text": "Baca"}, "debris": [{"start": 0, "end": 4, "reason": "related"}]}]
    assert gate.teasers_left(gold, []) == 0


def test_without_the_shared_folder_nothing_is_scored(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KRONIK_SHARED", str(tmp_path))
    assert gate.main([]) == 0
    assert "nothing was scored" in capsys.readouterr().out


def test_a_changed_file_trips_the_gate(capsys: pytest.CaptureFixture[str]) -> None:
    floors = read_floors('[digests]\n"gold/score.py" = "00"\n\n[figures]\n')
    assert gate.check(floors, {}, {"gold/score.py": "00"}) == 0
    assert gate.check(floors, {}, {"gold/score.py": "01"}) == 1
    assert "gold/score.py" in capsys.readouterr().err


def test_the_floors_are_of_the_shared_folder_that_is_here(shared: Path) -> None:
    floors = read_floors(gate.FLOORS.read_text(encoding="utf-8"))
    assert dict(floors.digests) == gate.digests_of(shared)
    assert all(floor.because for floor in floors.floors)
