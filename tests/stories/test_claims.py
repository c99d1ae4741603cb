"""The matrix of claims: what each source says, how they stand to each other, who denies."""

import pytest

from kronik.records.actors import ActorKind
from kronik.records.places import Where
from kronik.records.reports import Figure, FigureKind, Limit, Report, Status
from kronik.records.spans import evidence
from kronik.stories.agreement import Relation, dates, numbers, parties, places, statuses
from kronik.stories.claims import Denial, Stand, claims_of, story_claims
from kronik.stories.entries import Entry
from kronik.stories.events import Rule, event_of
from kronik.stories.groups import groups_of, load_scales
from kronik.stories.tellings import Party, Telling

from invented_news import news  # isort: skip

DARTO = Party(name="Darto Wibowo", kind=ActorKind.PERSON, country="IDN", identity="person:IDN:darto wibowo")
RINA = Party(name="Rina Palupi", kind=ActorKind.PERSON, country="IDN", identity="person:IDN:rina palupi")
SHORT = Party(name="Darto", kind=ActorKind.PERSON, country=None, identity="person::darto")
COURT = Party(name="PN Rangkas", kind=ActorKind.ORGANISATION, country="IDN", identity="organisation:IDN:pn rangkas")
OTHER_COURT = Party(name="PN Hilir", kind=ActorKind.ORGANISATION, country="IDN", identity="organisation:IDN:pn hilir")
CROWD = Party(name="warga", kind=ActorKind.GROUP, country=None, identity=None)
MASS = Party(name="massa", kind=ActorKind.GROUP, country=None, identity=None)
BANTEN = Where(country="IDN", province="Banten")
RANGKAS = Where(country="IDN", province="Banten", regency="Kabupaten Rangkas")
HILIR = Where(country="IDN", province="Banten", regency="Kabupaten Hilir")


def count(value: float, kind=FigureKind.KILLED, **more) -> Figure:
    return Figure(**{"evidence": evidence(0, 2), "kind": kind, "value": float(value), "unit": "person", **more})


def money(value: float) -> Figure:
    return count(value, FigureKind.MONEY, unit="IDR")


def report(name: str = "r1", **more) -> Report:
    fields = {
        "id": name, "type": "ASSAULT", "mode": None, "actors": (), "recipients": (), "triggers": (evidence(0, 3),),
        "date": "2031-03-04", "earliest": "2031-03-04", "latest": "2031-03-04", "rule": "test",
    }  # fmt: skip
    return Report(**{**fields, **more})


def telling(name: str, **more) -> Telling:
    fields = {
        "page": f"page-{name}", "outlet": f"outlet-{name}", "published": "2031-03-05", "story": "s1",
        "source": f"page-{name}", "actors": (DARTO,), "recipients": (), "claimed_by": (), "denied_by": (),
    }  # fmt: skip
    own = {key: more.pop(key) for key in list(more) if key in fields}
    return Telling(**{**fields, **own, "report": report(name, **more)})


def matrix(*tellings: Telling):
    entries = {
        one.page: Entry(id=one.page, uri=one.page, article=one.page, published=one.published) for one in tellings
    }
    return claims_of(event_of(tellings, Rule()), entries)


def stands(found) -> dict[str, Stand]:
    return {row.field: row.stand for row in found.rows}


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ((DARTO,), (DARTO,), Relation.SAME),
        ((DARTO,), (DARTO, RINA), Relation.COMPATIBLE),
        ((DARTO,), (RINA,), Relation.CONTRADICTS),
        ((DARTO,), (SHORT,), Relation.COMPATIBLE),
        ((DARTO,), (COURT,), Relation.COMPATIBLE),
        ((COURT,), (OTHER_COURT,), Relation.CONTRADICTS),
        ((CROWD,), (MASS,), Relation.COMPATIBLE),
        ((CROWD,), (DARTO,), Relation.COMPATIBLE),
    ],
    ids=[
        "the same",
        "one more",
        "another",
        "a part of the name",
        "a judge and a court",
        "two courts",
        "a group in other words",
        "named by one only",
    ],
)
def test_parties(one, other, relation) -> None:
    assert parties(one, other) is parties(other, one) is relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (RANGKAS, RANGKAS, Relation.SAME),
        (BANTEN, RANGKAS, Relation.COMPATIBLE),
        (HILIR, RANGKAS, Relation.CONTRADICTS),
    ],
)
def test_places(one, other, relation) -> None:
    a, b = report(where=one), report(where=other)
    assert places(a, b) is places(b, a) is relation


@pytest.mark.parametrize(
    ("span", "relation"),
    [
        (("2031-03-04", "2031-03-04", "2031-03-04"), Relation.SAME),
        (("2031-03", "2031-03-01", "2031-03-31"), Relation.COMPATIBLE),
        (("2031-03-05", "2031-03-05", "2031-03-05"), Relation.CONTRADICTS),
    ],
)
def test_dates(span, relation) -> None:
    other = report(date=span[0], earliest=span[1], latest=span[2])
    assert dates(report(), other) is dates(other, report()) is relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ([count(27)], [count(27)], Relation.SAME),
        ([count(27)], [count(30)], Relation.CONTRADICTS),
        ([count(27)], [count(20, limit=Limit.MORE)], Relation.COMPATIBLE),
        ([count(27)], [count(30, limit=Limit.MORE)], Relation.CONTRADICTS),
        ([count(27)], [count(29, limit=Limit.LESS)], Relation.COMPATIBLE),
        ([count(27)], [count(28, limit=Limit.ABOUT)], Relation.COMPATIBLE),
        ([count(27)], [count(40, limit=Limit.ABOUT)], Relation.CONTRADICTS),
        ([count(27, victims="police")], [count(30, victims="civilian")], Relation.COMPATIBLE),
        ([count(27, as_of="2031-03-04")], [count(30, as_of="2031-03-06")], Relation.COMPATIBLE),
        ([count(27), count(4, victims="minor")], [count(27)], Relation.COMPATIBLE),
        ([money(11_800)], [money(11_880)], Relation.COMPATIBLE),
        ([money(11_900)], [money(11_880)], Relation.COMPATIBLE),
        ([money(11_600)], [money(11_880)], Relation.CONTRADICTS),
        ([money(1_000)], [money(1_400)], Relation.CONTRADICTS),
        ([money(500)], [money(750)], Relation.CONTRADICTS),
        ([count(11_800)], [count(11_880)], Relation.CONTRADICTS),
    ],
)
def test_numbers(one, other, relation) -> None:
    assert numbers(one, other) is numbers(other, one) is relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (Status.OCCURRED, Status.OCCURRED, Relation.SAME),
        (Status.OCCURRED, Status.ALLEGED, Relation.COMPATIBLE),
        (Status.OCCURRED, Status.NEGATED, Relation.CONTRADICTS),
    ],
)
def test_statuses(one, other, relation) -> None:
    assert statuses(report(status=one), report(status=other)) is relation


def test_each_source_keeps_its_own_number() -> None:
    found = matrix(
        telling("r1", figures=(count(27),), published="2031-03-04"),
        telling("r2", figures=(count(30),)),
        telling("r3", figures=(count(27),), source="page-r1", published="2031-03-06"),
        telling("r4", published="2031-03-07"),
    )
    (row,) = [row for row in found.rows if row.field == "figure:killed"]
    assert row.cells == (("27",), ("30",), ("27",), ())
    assert [(claim.value, claim.columns, claim.sources) for claim in row.claims] == [("27", (0, 2), 1), ("30", (1,), 1)]
    assert row.stand is Stand.DIFFERING
    assert found.disputed
    assert [column.copy_of for column in found.columns] == [None, None, "page-r1", None]
    assert [column.report for column in found.columns] == ["r1", "r2", "r3", "r4"]


def test_a_copy_is_no_second_source() -> None:
    assert stands(matrix(telling("r1"), telling("r2", source="page-r1")))["date"] is Stand.ALONE
    assert stands(matrix(telling("r1"), telling("r2", outlet="outlet-r1")))["date"] is Stand.ALONE
    assert stands(matrix(telling("r1"), telling("r2")))["date"] is Stand.AGREED


def test_a_field_that_nobody_fills_is_no_row() -> None:
    assert [row.field for row in matrix(telling("r1")).rows] == ["actors", "date", "status"]


@pytest.mark.parametrize(
    ("tellings", "denials", "disputed"),
    [
        ([telling("r1"), telling("r2")], (), False),
        ([telling("r1"), telling("r2", denied_by=(RINA,))], (Denial(column=1, by=("Rina Palupi",)),), True),
        ([telling("r1"), telling("r2", status=Status.NEGATED)], (Denial(column=1, by=()),), True),
        ([telling("r1", status=Status.NEGATED)], (Denial(column=0, by=()),), False),
        ([telling("r1", denied_by=(RINA,))], (Denial(column=0, by=("Rina Palupi",)),), True),
    ],
    ids=["nobody denies", "somebody denies", "one page negates", "the only page negates", "told with its denial"],
)
def test_denials(tellings, denials, disputed) -> None:
    found = matrix(*tellings)
    assert (found.denials, found.disputed) == (denials, disputed)


def test_a_story_holds_its_own_events_and_says_who_was_first() -> None:
    groups = groups_of(news(), load_scales())
    story = next(one for one in groups.stories if "a" in one.members)
    mine = event_of([telling("r1", story=story.id, page="b"), telling("r2", story=story.id, page="a")], Rule())
    other = event_of([telling("r3", story="elsewhere")], Rule())
    found = story_claims(story, groups, [other, mine])
    assert found.accounts[0].entry.id == "a"
    assert {one.id: one.origin for one in found.copies} == {"c": "a"}
    assert [one.event for one in found.matrices] == [mine]
    assert [column.page for column in found.matrices[0].columns] == ["a", "b"]
