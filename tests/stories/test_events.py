"""Events: which reports are merged, what the record keeps, and that order does not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.records.actors import ActorKind
from kronik.records.places import Where
from kronik.records.reports import Figure, FigureKind, Report, Status
from kronik.records.spans import evidence
from kronik.reports.ontology import load_ontology
from kronik.stories.events import FIT, Rule, compared, event_of, events_of
from kronik.stories.relation_chart import relation_svg
from kronik.stories.tellings import Party, Telling
from kronik.stories.timeline import Wanted, relation_of, timeline_of

RULE = Rule()
DARTO = Party(
    name="Darto Wibowo",
    kind=ActorKind.PERSON,
    country="IDN",
    identity="person:IDN:darto wibowo",
    words=frozenset({"darto", "wibowo"}),
)
RINA = Party(name="Rina Palupi", kind=ActorKind.PERSON, country="IDN", identity="person:IDN:rina palupi")
CROWD = Party(name="warga", kind=ActorKind.GROUP, country=None, identity=None)
SHORT = Party(
    name="Wibowo", kind=ActorKind.PERSON, country="IDN", identity="person:IDN:wibowo", words=frozenset({"wibowo"})
)
COURT = Party(
    name="Pengadilan Rangkas", kind=ActorKind.ORGANISATION, country="IDN", identity="organisation:IDN:rangkas"
)
STATE = Party(name="Norwegia", kind=ActorKind.STATE, country="NOR", identity="known:NOR")
WORDS = frozenset({"bupati", "banjir", "sungai"})
SUKAMAJU = Where(country="IDN", province="Banten", regency="Kabupaten Rangkas")
HILIR = Where(country="IDN", province="Banten", regency="Kabupaten Hilir")


def report(name="r1", **more) -> Report:
    fields = {
        "id": name,
        "type": "ACCUSE",
        "mode": "disapprove",
        "actors": (),
        "recipients": (),
        "triggers": (evidence(0, 3),),
        "date": "2031-03-04",
        "earliest": "2031-03-04",
        "latest": "2031-03-04",
        "rule": "test",
    }
    if "day" in more:
        day = more.pop("day")
        more |= {"date": day, "earliest": day, "latest": day}
    return Report(**{**fields, **more})


def telling(name="r1", *, actors=(DARTO,), recipients=(), **more) -> Telling:
    of_telling = {"page", "outlet", "published", "story", "source", "claimed_by", "denied_by", "words"}
    fields = {
        "report": report(name, **{key: value for key, value in more.items() if key not in of_telling}),
        "page": f"page-{name}",
        "outlet": f"outlet-{name}",
        "published": "2031-03-05",
        "story": "s1",
        "source": f"page-{name}",
        "actors": actors,
        "recipients": recipients,
        "claimed_by": (),
        "denied_by": (),
    }
    return Telling(**{**fields, **{key: value for key, value in more.items() if key in of_telling}})


@pytest.mark.parametrize(
    ("more", "merged"),
    [
        ({}, True),
        ({"mode": None}, True),
        ({"day": None}, False),
        ({"day": None, "words": WORDS}, True),
        ({"day": None, "words": frozenset({"lain"})}, False),
        ({"day": None, "recipients": (RINA,)}, True),
        ({"status": Status.NEGATED}, True),
        ({"mode": "allege"}, False),
        ({"type": "REJECT", "mode": None}, False),
        ({"day": "2031-03-09"}, False),
        ({"day": None, "published": "2031-03-20"}, False),
        ({"status": Status.FUTURE}, False),
        ({"actors": (RINA,)}, False),
        ({"actors": (SHORT,)}, True),
        ({"story": "s2"}, False),
        ({"page": "page-r1"}, False),
    ],
    ids=[
        "the same", "mode untold", "day untold", "day untold, same words", "day untold, other words",
        "day untold, same victim", "one denies it", "another mode", "another type", "another day",
        "untold and later", "only planned", "another actor", "a shorter name", "another story", "the same article",
    ],
)  # fmt: skip
def test_what_is_merged(more, merged) -> None:
    first = telling("r1", recipients=more.get("recipients", ()), words=WORDS)
    assert (compared(first, telling("r2", **more), RULE) == FIT) is merged


def test_the_same_done_on_one_day_joins_a_court_and_its_judge() -> None:
    one = telling("r1", actors=(RINA,), recipients=(DARTO,))
    assert len(events_of([one, telling("r2", actors=(COURT,), recipients=(DARTO,))], RULE)) == 1
    assert len(events_of([one, telling("r2", actors=(COURT,), recipients=(DARTO,), day=None)], RULE)) == 2


def test_much_is_done_to_a_state() -> None:
    one = telling("r1", actors=(), recipients=(STATE,), day=None, words=WORDS)
    assert len(events_of([one, telling("r2", actors=(), recipients=(STATE,), day=None)], RULE)) == 2
    assert len(events_of([one, telling("r2", actors=(), recipients=(STATE,), day=None, words=WORDS)], RULE)) == 1


def test_what_is_told_without_a_day_is_of_these_days() -> None:
    """A report of a day long before the other's publication tells something else than one without a day."""
    old = telling("r1", recipients=(RINA,), day="2031-02-10")
    assert len(events_of([old, telling("r2", recipients=(RINA,), day=None)], RULE)) == 2


@pytest.mark.parametrize(
    "party", [CROWD, Party(name="seorang pria", kind=ActorKind.PERSON, country=None, identity=None)]
)
def test_type_actors_and_day_alone_never_join_unnamed_ones(party) -> None:
    one, other = telling("r1", actors=(party,)), telling("r2", actors=(party,))
    assert len(events_of([one, other], RULE)) == 2


def test_unnamed_ones_join_by_story_day_and_regency() -> None:
    one = telling("r1", actors=(CROWD,), where=SUKAMAJU)
    assert len(events_of([one, telling("r2", actors=(CROWD,), where=SUKAMAJU)], RULE)) == 1
    assert len(events_of([one, telling("r2", actors=(CROWD,), where=HILIR)], RULE)) == 2
    assert len(events_of([one, telling("r2", actors=(CROWD,), where=SUKAMAJU, story="s2")], RULE)) == 2


def killed(count: int) -> tuple[Figure, ...]:
    return (Figure(evidence=evidence(0, 2), kind=FigureKind.KILLED, value=count, unit="person"),)


def test_the_record_keeps_both_sides() -> None:
    one, other = telling("r1", figures=killed(27)), telling("r2", figures=killed(30), published="2031-03-06")
    (event,) = events_of([other, one], RULE)
    assert [(field.name, [(value.value, value.reports) for value in field.values]) for field in event.differing] == [
        ("figure:killed", [("27", ("r1",)), ("30", ("r2",))])
    ]
    assert {field.name: field.values[0].value for field in event.agreed} == {
        "actors": "Darto Wibowo", "date": "2031-03-04", "mode": "disapprove", "status": "occurred",
    }  # fmt: skip
    assert (event.first, event.last, event.rule) == ("2031-03-05", "2031-03-06", "same-event/2")
    assert [one.report.id for one in event.tellings] == ["r1", "r2"]


@pytest.mark.parametrize(
    ("tellings", "sources"),
    [
        ([telling("r1"), telling("r2")], 2),
        ([telling("r1"), telling("r2", source="page-r1")], 1),
        ([telling("r1"), telling("r2", outlet="outlet-r1")], 1),
        ([telling("r1", claimed_by=(RINA,)), telling("r2", claimed_by=(RINA,))], 1),
        ([telling("r1", claimed_by=(RINA,)), telling("r2")], 2),
    ],
    ids=["two outlets", "a copy", "one outlet", "one speaker", "one of them quotes"],
)
def test_sources_that_lean_on_each_other_count_once(tellings, sources) -> None:
    assert event_of(tellings, RULE).independent == sources


def test_what_contradicts_is_not_brought_together_by_what_fits_both() -> None:
    """A report without a day fits two days; the two days stay apart."""
    found = events_of(
        [telling("r1"), telling("r2", day=None, words=WORDS), telling("r3", day="2031-03-06", words=WORDS)], RULE
    )
    assert sorted(len(event.tellings) for event in found) == [1, 2]
    assert not any({"r1", "r3"} <= {one.report.id for one in event.tellings} for event in found)


MANY = [
    telling("r1"), telling("r2", day=None), telling("r3", day="2031-03-06"), telling("r4", actors=(RINA,)),
    telling("r5", actors=(CROWD,), recipients=(RINA,)), telling("r6", source="page-r1"), telling("r7", story="s2"),
]  # fmt: skip


@given(st.permutations(MANY))
def test_order_does_not_matter(order) -> None:
    assert events_of(order, RULE) == events_of(MANY, RULE)


def test_timeline_is_in_order_of_the_events_own_time() -> None:
    events = events_of([telling("r1", day="2031-03-04"), telling("r2", day=None, story="s2"),
                        telling("r3", day="2031-01-01", story="s3", actors=(RINA,))], RULE)  # fmt: skip
    ids = lambda wanted: [event.tellings[0].report.id for event in timeline_of(events, wanted)]  # noqa: E731
    assert ids(Wanted()) == ["r3", "r1", "r2"]
    assert ids(Wanted(since="2031-03-01")) == ["r1"]
    assert ids(Wanted(until="2031-03-01")) == ["r3"]
    assert ids(Wanted(story="s2")) == ["r2"]
    assert ids(Wanted(actor=lambda party: party == RINA)) == ["r3"]
    assert ids(Wanted(actor=lambda party: party == RINA, other=lambda party: party == DARTO)) == []


def test_relations_have_a_direction_and_a_score() -> None:
    events = events_of(
        [
            telling("r1", recipients=(RINA,)),
            telling("r2", actors=(RINA, DARTO), type="CONSULT", mode="phone", day="2031-03-01"),
            telling("r3", actors=(RINA,), recipients=(DARTO,), type="THREATEN", mode=None, status=Status.FUTURE),
        ],
        RULE,
    )
    steps = relation_of(events, lambda party: party == DARTO, lambda party: party == RINA, load_ontology())
    assert [(step.event.tellings[0].report.id, step.direction) for step in steps] == [("r2", 0), ("r1", 1)]
    assert steps[0].score > 0 > steps[1].score
    drawing = relation_svg(steps, "Darto & Rina")
    assert drawing.count("<circle") == 2
    assert "Darto &amp; Rina" in drawing
