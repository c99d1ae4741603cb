"""The relation of two actors: their events in order of time, on the scale from conflict to cooperation."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kronik.chronicle.browsing.asking import ACTORS, Asked
from kronik.chronicle.browsing.desk import Identity
from kronik.chronicle.values import Row, known_text, whole_of
from kronik.room import drawing
from kronik.room.screen import PAGE_ROWS, Screen, Sheet, Visit
from kronik.stories.timeline import STEPS

MOST_DOTS = 400
"""Dots of a drawing; events of more are drawn together by week, and then by month."""
_DIRECTIONS = (0, 1, -1)
"""Both act; the first acts on the second; the other way: in the order in which a report that says several counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """An event between two actors: ``direction`` 1 where the first acts on the second, -1 the other way, 0 for both.

    ``start`` and ``end`` are the first and the last ISO day that a report gives; None where none does.
    """

    event: str
    date: str | None
    start: str | None
    end: str | None
    type: str
    mode: str | None
    direction: int
    score: float
    independent: int
    reports: int
    actors: str
    recipients: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationView:
    """The events between two actors; a side that was not found is None.

    Attributes:
        asked: what the address says of each.
        first, second: who was found.
        ready: events stand; ``too_many`` where they are not computed.
        total: events in all; ``conflict`` and ``cooperation`` those below and above 0 on the scale; ``mean`` of all.
        undated: events without a day, which are not drawn.
        page, pages: of the table.
        steps: the events of this page of the table.
    """

    asked: tuple[str | None, str | None]
    first: Identity | None
    second: Identity | None
    ready: bool
    too_many: bool
    total: int
    conflict: int
    cooperation: int
    mean: float | None
    undated: int
    page: int
    pages: int
    steps: tuple[StepView, ...]


def relation_screen(visit: Visit) -> Screen:
    """Return the events between two actors, which the address names by key or by a part of a name."""
    asked = visit.address.get("first"), visit.address.get("second")
    first, second = (_found(visit, name) for name in asked)
    stories = visit.state.stories
    ready = stories is not None and stories.events is not None
    steps: tuple[StepView, ...] = ()
    if ready and first is not None and second is not None:
        one, other = first, second
        steps = visit.kept(("relation", one.key, other.key), lambda: steps_between(visit, one, other))
    pages = visit.pages(len(steps))
    view = RelationView(
        asked=asked,
        first=first,
        second=second,
        ready=ready,
        too_many=visit.state.too_many,
        total=len(steps),
        conflict=sum(step.score < 0 for step in steps),
        cooperation=sum(step.score > 0 for step in steps),
        mean=round(sum(step.score for step in steps) / len(steps), 2) if steps else None,
        undated=sum(step.start is None for step in steps),
        page=visit.page,
        pages=pages,
        steps=steps[visit.first : visit.first + PAGE_ROWS],
    )
    title = " – ".join(one.name for one in (first, second) if one) or visit.t("room.relation.title")
    return Screen(
        template="relation.html",
        title=title,
        view=view,
        sheet=lambda: Sheet(columns=STEP_COLUMNS, rows=_rows(steps)),
        chart=(lambda: _drawn(visit, steps, title)) if any(step.start for step in steps) else None,
        place="actors",
    )


def steps_between(visit: Visit, first: Identity, second: Identity) -> tuple[StepView, ...]:
    """Return the events between two actors by their own day, those without one last; by a state all of it is meant.

    What is denied, planned or supposed is no step: it did not happen as far as the reports say.
    """
    rows = visit.desk.rows(_query(first, second), **_values("first", first), **_values("second", second))
    ontology = visit.reference.ontology()
    steps = []
    for code, name, independent, reports, start, end, day, mode, kind, first_mode, actors, recipients, page in rows:
        steps.append(
            StepView(
                event=str(name),
                date=known_text(day),
                start=known_text(start),
                end=known_text(end),
                type=str(kind),
                mode=known_text(mode),
                direction=_DIRECTIONS[whole_of(code) % len(_DIRECTIONS)],
                score=ontology.score(str(kind), known_text(first_mode)),
                independent=whole_of(independent),
                reports=whole_of(reports),
                actors=known_text(actors) or "",
                recipients=known_text(recipients) or "",
                page=str(page),
            )
        )
    return tuple(sorted(steps, key=lambda step: (step.start or "9999", step.end or "9999", step.event)))


def _query(first: Identity, second: Identity) -> str:
    """Return the question for the events in which both are; the report that comes first says who acts."""
    happened = ", ".join(f"'{status}'" for status in sorted(STEPS))
    ways = (("actor", "actor"), ("actor", "recipient"), ("recipient", "actor"))
    meetings = []
    for way, (ours, theirs) in enumerate(ways):
        sides = [_reports_of("first", first, ours), _reports_of("second", second, theirs)]
        driving, other = sides if second.kind == "state" else reversed(sides)  # who is no state is in fewer reports
        meetings.append(
            f"SELECT d.report, {way} AS way FROM ({driving}) AS d WHERE EXISTS ({other} AND report = d.report)"  # noqa: S608 (constants)
        )
    first_told = ", ".join(
        f"(SELECT r.{column} FROM events.telling AS t JOIN side.report AS r ON r.place = t.report"  # noqa: S608 (constants)
        f" WHERE t.event = s.event AND r.{column} IS NOT NULL ORDER BY t.position LIMIT 1)"
        for column in ("date", "mode")
    )
    return f"""
        WITH both AS ({" UNION ALL ".join(meetings)}),
        meeting AS (
            SELECT t.event, min({len(_DIRECTIONS)} * t.position + both.way) AS code
            FROM both CROSS JOIN events.telling AS t ON t.report = both.report GROUP BY t.event
        ),
        span AS (
            SELECT m.event, m.code, min(r.earliest) AS start, max(r.latest) AS end,
                max(r.status IN ({happened})) AS happened
            FROM meeting AS m CROSS JOIN events.telling AS t ON t.event = m.event
            CROSS JOIN side.report AS r ON r.place = t.report GROUP BY m.event
        )
        SELECT s.code, e.name, e.independent, e.reports, s.start, s.end,
            {first_told},
            r.type, r.mode, r.actors, r.recipients, a.page_id
        FROM span AS s CROSS JOIN events.event AS e ON e.id = s.event
        CROSS JOIN events.telling AS t ON t.event = s.event AND t.position = 0
        CROSS JOIN side.report AS r ON r.place = t.report CROSS JOIN side.article AS a ON a.place = r.article
        WHERE s.happened
    """  # noqa: S608 (constants)


def _reports_of(name: str, who: Identity, role: str) -> str:
    if who.kind == "state" and who.country is not None:
        return f"SELECT report FROM side.siding WHERE country = :{name}_country AND role = '{role}'"  # noqa: S608 (constants)
    which = f"(SELECT id FROM side.identity WHERE key = :{name}_key)"  # noqa: S608 (the same)
    return f"SELECT report FROM side.taking WHERE identity = {which} AND role = '{role}'"  # noqa: S608 (the same)


def _values(name: str, who: Identity) -> dict[str, str]:
    return {f"{name}_key": who.key, f"{name}_country": who.country or ""}


def _drawn(visit: Visit, steps: Sequence[StepView], title: str) -> str:
    t = visit.t
    dated = [(date.fromisoformat(step.start), step) for step in steps if step.start is not None]
    first, last = dated[0][0], max(day for day, _ in dated)
    span = max(1, (last - first).days)
    marks = [
        drawing.Step(
            share=(day - first).days / span,
            score=score,
            direction=direction,
            size=min(drawing.LARGEST, drawing.SMALLEST * math.sqrt(count)),
            label=_label(visit, unit, day, types, score, count),
        )
        for unit, day, direction, score, types, count in _dots(dated)
    ]
    ends = t.day(first.isoformat()), t.day(last.isoformat())
    return drawing.steps_svg(marks, title, (t("room.relation.axis_up"), t("room.relation.axis_down")), ends)


def _label(visit: Visit, unit: str, day: date, types: str, score: float, count: int) -> str:
    t = visit.t
    when = t.day(day.isoformat())
    if unit == "week":
        when = f"{when} – {t.day((day + timedelta(days=6)).isoformat())}"
    if unit == "month":
        when = t.day(day.isoformat()[:7])
    number = t("room.one.events") if count == 1 else t("room.count.events", n=count)
    return f"{when}: {types} {score:+g}, {number}"


def _dots(dated: Sequence[tuple[date, StepView]]) -> Iterator[tuple[str, date, int, float, str, int]]:
    """Yield the unit of time, its first day, direction, score, types and number of the events drawn as one dot."""
    found: dict[tuple[date, int, float], list[StepView]] = {}
    unit = "day"
    for unit in ("day", "week", "month"):
        found = defaultdict(list)
        for day, step in dated:
            found[_start(day, unit), step.direction, step.score].append(step)
        if len(found) <= MOST_DOTS:
            break
    for (day, direction, score), some in sorted(found.items(), key=lambda item: item[0]):
        yield unit, day, direction, score, ", ".join(sorted({step.type for step in some})), len(some)


def _start(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "month" else day


def _found(visit: Visit, name: str | None) -> Identity | None:
    if name is None:
        return None
    found = visit.desk.identity(name)
    if found is None:
        rows = visit.desk.listed(ACTORS, Asked(words=name), {}, first=0, most=1)
        found = Identity._make(rows[0]) if rows else None
    return found


STEP_COLUMNS = (
    "event", "date", "start", "end", "type", "mode", "direction", "score", "independent", "reports", "actors",
    "recipients", "page_id",
)  # fmt: skip


def _rows(steps: Sequence[StepView]) -> Iterator[Row]:
    for one in steps:
        yield (
            *(one.event, one.date, one.start, one.end, one.type, one.mode, one.direction, one.score),
            *(one.independent, one.reports, one.actors, one.recipients, one.page),
        )
