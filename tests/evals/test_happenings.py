"""Counting of false merges, and of the records in which a happening stands."""

import happenings
import pytest
from test_events import RULE, telling

from kronik.stories.events import Event, event_of

MARKS = "\n".join(
    [
        "# story\tpart\turi\tstart\tend\ttype\thappening\tdoubt",
        "1\tbuilt\tu1\t0\t3\tACCUSE\t1\t-",
        "1\tbuilt\tu2\t0\t3\tACCUSE\t1\t-",
        "1\tbuilt\tu3\t0\t3\tACCUSE\t3\ta",
        "1\tbuilt\tu4\t0\t3\tACCUSE\t4\ta",
        "1\tbuilt\tu5\t0\t3\tREJECT\t1\t-",
        "2\tother\tu6\t0\t3\tACCUSE\t1\t-",
    ]
)


def events(*groups: str) -> list[Event]:
    """Return events of reports by the number of their page; that of page 5 is of another type."""
    return [
        event_of([telling(f"r{one}", type="REJECT" if one == "5" else "ACCUSE") for one in group], RULE)
        for group in groups
    ]


@pytest.mark.parametrize(
    ("groups", "false", "doubtful", "records", "happenings_told", "typed"),
    [
        (("12", "34", "5"), 0, 1, 3, 2, 3),
        (("1", "2", "3", "4", "5"), 0, 0, 5, 3, 4),
        (("123", "4", "5"), 1, 0, 4, 3, 4),
        (("16", "2", "3", "4", "5"), 0, 0, 6, 4, 5),
    ],
    ids=["as marked", "all apart", "a false one", "across stories nothing is marked"],
)
def test_events_are_held_against_marks(groups, false, doubtful, records, happenings_told, typed) -> None:
    marks = happenings.read_marks(MARKS)
    found = {f"r{place[0][1:]}": mark for place, mark in marks.items()}
    counts = happenings.counted(events(*groups), found, {"built", "other"})
    assert (counts.false, counts.doubtful) == (false, doubtful)
    assert (counts.records, counts.happenings, counts.typed) == (records, happenings_told, typed)


def test_only_the_parts_that_are_asked_for_count() -> None:
    marks = happenings.read_marks(MARKS)
    found = {f"r{place[0][1:]}": mark for place, mark in marks.items()}
    assert happenings.counted(events("12", "6"), found, {"other"}).reports == 1


def test_false_events_and_happenings_in_several_records_are_listed() -> None:
    marks = happenings.read_marks(MARKS)
    found = {f"r{place[0][1:]}": mark for place, mark in marks.items()}
    lines = happenings.splits(events("13", "2"), found)
    assert [line.split("\t")[:2] for line in lines] == [["false", "story 1"], ["split", "story 1, happening 1"]]


def test_the_marks_hold_each_report_once() -> None:
    lines = [line for line in happenings.LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(happenings.read_marks("\n".join(lines))) == len(lines) == 1008
