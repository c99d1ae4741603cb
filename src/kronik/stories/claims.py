"""What the sources of an event claim, field by field: the matrix that `kronik story` and the reading pages show.

A `Matrix` has a column for each report of the event, in order of publication, with its article, its outlet and the
article whose wording it has; and a row for each field that a report fills: who, when, where, how many, how, and as what
it is told. A row keeps each report's own values and says whether the sources agree; nothing is chosen or averaged. Who
denies the event, and where, stands apart. Names that a page protects are masked already.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from kronik.records.reports import Status
from kronik.stories.accounts import Account, Copied, copied, firsts
from kronik.stories.agreement import FieldRule, Relation, field_rules
from kronik.stories.entries import Entry
from kronik.stories.events import Event
from kronik.stories.grouped import Groups
from kronik.stories.stories import Story
from kronik.stories.tellings import Telling
from kronik.stories.timeline import Wanted, timeline_of


class Stand(StrEnum):
    """How the sources stand to each other in a field."""

    ALONE = "alone"
    """One source says it; copies of one text are one source, and so are the articles of one outlet."""
    AGREED = "agreed"
    COMPATIBLE = "compatible"
    """They do not say the same, but none contradicts another: one is finer, or leaves somebody out."""
    DIFFERING = "differing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A report of the event.

    Attributes:
        report, page: ids.
        outlet: of the article; None when unknown.
        published: RFC 3339 time or ISO day; None when unknown.
        copy_of: page id of the article whose wording this one has; None for one in its own words.
    """

    report: str
    page: str
    outlet: str | None
    published: str | None
    copy_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One value of a field.

    Attributes:
        value: as shown.
        columns: places of the columns that give it, ascending: the first of them said it first.
        sources: how many outlets give it; copies count with the text that they copy.
    """

    value: str
    columns: tuple[int, ...]
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A field.

    Attributes:
        field: ``actors``, ``recipients``, ``date``, ``place``, ``figure:KIND``, ``mode``, ``status``, ``claimed_by`` or
            ``denied_by``.
        cells: what each column says, in the order of the columns; empty for a report that is silent.
        claims: each value once, the first told first.
        stand: how the sources stand to each other.
    """

    field: str
    cells: tuple[tuple[str, ...], ...]
    claims: tuple[Claim, ...]
    stand: Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A report in which the event is denied: its column, and by whom (empty where the page itself denies it)."""

    column: int
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The claims of an event's sources.

    Attributes:
        event: the event; its rule says how its reports came together.
        columns: its reports in order of publication.
        rows: the fields that one report at least fills.
        denials: reports that deny it, or tell of somebody who does.
    """

    event: Event
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    denials: tuple[Denial, ...]

    @property
    def disputed(self) -> bool:
        """Whether sources differ in a field, or one denies the event that another tells."""
        denied = any(one.by or len(self.columns) > len(self.denials) for one in self.denials)
        return denied or any(row.stand is Stand.DIFFERING for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryClaims:
    """A story as its sources tell it.

    Attributes:
        story: the story.
        accounts: its articles in order of publication: the first was first.
        copies: which of them are worded as an earlier one is.
        matrices: the claims on each of its events, in order of the events' own time.
    """

    story: Story
    accounts: tuple[Account, ...]
    copies: tuple[Copied, ...]
    matrices: tuple[Matrix, ...]


def story_claims(story: Story, found: Groups, events: Iterable[Event]) -> StoryClaims:
    """Return what the sources of a story claim.

    Args:
        story: one of the groups' stories.
        found: the groups of all articles.
        events: events of all articles; those that no article of the story tells are left out.
    """
    return StoryClaims(
        story=story,
        accounts=firsts(story, found),
        copies=copied(story, found),
        matrices=tuple(claims_of(event, found.entries) for event in timeline_of(events, Wanted(story=story.id))),
    )


def claims_of(event: Event, entries: Mapping[str, Entry]) -> Matrix:
    """Return what the sources of an event claim.

    Args:
        event: the event.
        entries: of its articles, by page id: they know the time of day, by which the columns are put in order.
    """
    tellings = sorted(event.tellings, key=lambda one: (*entries[one.page].order, one.report.id))
    rows = [_row(rule, tellings) for rule in field_rules(tellings)]
    return Matrix(
        event=event,
        columns=tuple(_column(one, entries[one.page]) for one in tellings),
        rows=tuple(row for row in rows if row.claims),
        denials=tuple(
            Denial(column=at, by=tuple(dict.fromkeys(party.name for party in one.denied_by)))
            for at, one in enumerate(tellings)
            if one.denied_by or one.report.status is Status.NEGATED
        ),
    )


def _column(one: Telling, entry: Entry) -> Column:
    return Column(
        report=one.report.id,
        page=one.page,
        outlet=one.outlet,
        published=entry.published_time or entry.published,
        copy_of=None if one.source == one.page else one.source,
    )


def _row(rule: FieldRule, tellings: Sequence[Telling]) -> Row:
    cells = tuple(rule.shown(one) for one in tellings)
    origins = _origins(tellings)
    told: dict[str, list[int]] = {}
    for at, values in enumerate(cells):
        for value in values:
            told.setdefault(value, []).append(at)
    return Row(
        field=rule.name,
        cells=cells,
        claims=tuple(
            Claim(value=value, columns=tuple(columns), sources=len({origins[at] for at in columns}))
            for value, columns in told.items()
        ),
        stand=_stand(
            rule, [one for one, values in zip(tellings, cells, strict=True) if values], alone=_few(cells, origins)
        ),
    )


def _origins(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Return for each report the outlet that its wording comes from, as far as these reports show."""
    outlets: dict[str, str] = {}
    for one in tellings:
        outlets.setdefault(one.source, one.outlet or one.source)
    return tuple(outlets[one.source] for one in tellings)


def _few(cells: Sequence[tuple[str, ...]], origins: Sequence[str]) -> bool:
    return len({origin for origin, values in zip(origins, cells, strict=True) if values}) <= 1


def _stand(rule: FieldRule, speaking: Sequence[Telling], *, alone: bool) -> Stand:
    found = {rule.relation(one, other) for one, other in combinations(speaking, 2)}
    if Relation.CONTRADICTS in found:
        return Stand.DIFFERING
    if alone:
        return Stand.ALONE
    return Stand.COMPATIBLE if Relation.COMPATIBLE in found else Stand.AGREED
