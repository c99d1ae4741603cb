"""Whose word a report stands on when its actor speaks himself."""

import pytest

from kronik.records.plover import EventType
from kronik.records.reports import Passage, Status
from kronik.reports.claims import unclaimed_if_own
from kronik.reports.coded import Coded, Role


def report(kind: EventType, mode: str | None, actors: tuple[int, ...], claimed_by: tuple[int, ...]) -> Coded:
    return Coded(
        type=kind.value,
        mode=mode,
        actors=tuple(Role(member=one, rule="test") for one in actors),
        recipients=(),
        triggers=((0, 4),),
        status=Status.OCCURRED,
        claimed_by=claimed_by,
        passage=Passage.BODY,
        rule="test",
        score=1.0,
        parts=(),
    )


@pytest.mark.parametrize(
    ("kind", "mode", "actors", "claimed_by", "wanted"),
    [
        (EventType.REQUEST, None, (1,), (1,), ()),
        (EventType.ACCUSE, "disapprove", (1, 2), (2, 3), ()),
        (EventType.SANCTION, "convict", (4,), (4,), ()),
        (EventType.REQUEST, None, (1,), (2,), (2,)),
        (EventType.ASSAULT, "aerial", (1,), (1,), (1,)),
        (EventType.SANCTION, "expel", (1,), (1,), (1,)),
        (EventType.AGREE, None, (), (2,), (2,)),
    ],
)
def test_only_of_an_act_of_speech_its_actor_is_no_claimant(
    kind: EventType, mode: str | None, actors: tuple[int, ...], claimed_by: tuple[int, ...], wanted: tuple[int, ...]
) -> None:
    assert unclaimed_if_own(report(kind, mode, actors, claimed_by)).claimed_by == wanted
