"""One actor: names, offices, statements, reports, all of it over time."""

from collections.abc import Mapping
from dataclasses import dataclass

from kronik.chronicle.browsing.asking import REPORTS, STATEMENTS, Asked
from kronik.chronicle.browsing.desk import Form, Identity, Partner
from kronik.chronicle.values import Value, whole_of
from kronik.knowledge.knowledge import Knowledge
from kronik.knowledge.periods import LAST_DAY
from kronik.room.over_time import drawn_over_time
from kronik.room.screen import RoomError, Screen, Sheet, Visit
from kronik.web.chart import binned, daily_chart

SHOWN = 8
"""Statements and reports of an actor on its own page; a link leads to all of them."""
PARTNERS = 12
"""Others that stand against an actor in most reports."""
DRAWN = ("statements", "acting", "receiving")
"""What of an actor is drawn over time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that the knowledge files name: from and until when; None where it is open or not known."""

    office: str
    of: str
    country: str
    since: str
    until: str | None
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """What an actor's page shows.

    Attributes:
        identity: who, and how much there is; ``forms``: the names in the articles.
        offices: as the knowledge files have them, the latest first.
        unit, bins, series: statements and reports by day, month or year of publication.
        statements, acting, receiving: the newest, by name of the column.
        partners: those on the other side of most reports.
        same: other actors of the list that are taken for this one; None where that is not known.
    """

    identity: Identity
    forms: tuple[Form, ...]
    offices: tuple[Office, ...]
    unit: str
    bins: tuple[str, ...]
    series: Mapping[str, tuple[int, ...]]
    statements: tuple[Mapping[str, Value], ...]
    acting: tuple[Mapping[str, Value], ...]
    receiving: tuple[Mapping[str, Value], ...]
    partners: tuple[Partner, ...]
    same: tuple[Identity, ...] | None


def actor_screen(visit: Visit, *, most: int = SHOWN) -> Screen:
    """Return the page of one actor, with at most so many statements and reports of each list.

    Raises:
        RoomError: there is none of this key.
    """
    identity = visit.desk.identity(visit.name)
    if identity is None:
        raise RoomError(404, "room.error.actor")
    key, t = identity.key, visit.t
    unit, bins, series = visit.kept(("actor", key), lambda: _over_time(visit, key))
    view = ActorView(
        identity=identity,
        forms=visit.desk.forms(key),
        offices=offices_of(visit.reference.knowledge(), identity),
        unit=unit,
        bins=bins,
        series=series,
        statements=visit.desk.first(STATEMENTS, Asked(speaker=key), most=most),
        acting=visit.desk.first(REPORTS, Asked(actor=key), most=most),
        receiving=visit.desk.first(REPORTS, Asked(recipient=key), most=most),
        partners=visit.desk.partners(key, most=PARTNERS),
        same=_same(visit, key),
    )
    asked = Asked(party=key)
    return Screen(
        template="actor.html",
        title=identity.name,
        view=view,
        sheet=lambda: Sheet(
            columns=tuple(REPORTS.columns), rows=visit.desk.listed(REPORTS, asked, {}, first=0, most=-1)
        ),
        chart=(lambda: drawn_over_time(t, bins, series, labels="room.actor.line_", title="room.actor.lines"))
        if bins
        else None,
        place="actors",
    )


def _same(visit: Visit, key: str) -> tuple[Identity, ...] | None:
    if visit.state.same is None:
        return None
    query = """
        SELECT DISTINCT o.key FROM known.same AS m JOIN known.same AS o ON o.identity = m.identity
        WHERE m.key = :key AND o.key <> m.key
    """
    found = [visit.desk.identity(str(other)) for (other,) in visit.desk.rows(query, key=key)]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (-one.articles, one.name)))


def _over_time(visit: Visit, key: str) -> tuple[str, tuple[str, ...], Mapping[str, tuple[int, ...]]]:
    """Return the unit, the bins, and the counts in each bin of what an actor says, does and is done to."""
    taking = """
        SELECT r.day, count(*) FROM side.taking AS t JOIN side.report AS r ON r.place = t.report
        WHERE t.identity = (SELECT id FROM side.identity WHERE key = :key) AND t.role = :role GROUP BY r.day
    """
    speaking = """
        SELECT s.day, count(*) FROM side.speaking AS t JOIN side.statement AS s ON s.place = t.statement
        WHERE t.identity = (SELECT id FROM side.identity WHERE key = :key) GROUP BY s.day
    """
    found = {
        "statements": visit.desk.rows(speaking, key=key),
        "acting": visit.desk.rows(taking, key=key, role="actor"),
        "receiving": visit.desk.rows(taking, key=key, role="recipient"),
    }
    days = {name: {str(day): whole_of(n) for day, n in rows if day is not None} for name, rows in found.items()}
    whole = daily_chart((day, None, n) for counted in days.values() for day, n in counted.items())
    return whole.unit, whole.bins, {name: binned(days[name], whole.unit, whole.bins) for name in DRAWN}


def offices_of(knowledge: Knowledge, identity: Identity) -> tuple[Office, ...]:
    """Return the offices that the knowledge files name for an actor that they hold; none for any other."""
    if identity.known is None or not identity.known.startswith("person:"):
        return ()
    person = identity.known.removeprefix("person:")
    held = [one.holding for one in knowledge.holders(person) if one.holding.person == person]
    return tuple(
        Office(
            office=one.office,
            of=one.of,
            country=one.country,
            since=_edge(one.period.first, one.period.sure_first),
            until=None if one.period.is_open else _edge(one.period.sure_last, one.period.last),
            as_of=one.period.as_of if one.period.is_open and one.period.as_of != LAST_DAY else None,
        )
        for one in held
    )


def _edge(first: str, last: str) -> str:
    """Return what two days of an edge have in common: the day, the month or the year."""
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4]
