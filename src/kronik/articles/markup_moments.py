"""Publication moments as pages write them for machines and for readers, and which of them is the local one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from kronik.languages.pack import Stamp
from kronik.records.articles import Conflict, Reading
from kronik.records.spans import Evidence

EARLIEST = datetime(1990, 1, 1)  # noqa: DTZ001 -- wall clocks carry no zone here
"""Pages are of the web; an earlier day is a misprint or an empty field."""
LATEST_YEAR = 2099
SAME_CLOCK = timedelta(minutes=2)
"""Printed clocks have minutes, those for machines seconds; further apart they are two moments."""
SAME_STORY = timedelta(days=1)
"""A moment with a zone lends it to a printed clock at most this far away: both are of this page's publication."""
ZONE_STEP = timedelta(minutes=15)
"""Every zone in use is a multiple of this from UTC."""
ZONES = (timedelta(hours=-12), timedelta(hours=14))

_ISO = re.compile(
    r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[T\s]+(\d{1,2})[:.-](\d{2})(?:[:.-](\d{2})(?:[.,]\d+)?)?\s*(Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b)?)?(?!\d)"
)
_SECONDS = re.compile(r"\s*(\d{10})(?:\d{3})?\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, maybe with a clock and a zone, as one place of the page writes it.

    Attributes:
        wall: what the calendar and the clock on the wall show there; midnight where no clock is written.
        clock: whether a clock is written.
        offset: the zone's distance from UTC; None where none is written.
        printed: written for readers.
        evidence: where.
        rule: id of the rule that read it.
    """

    wall: datetime
    clock: bool
    offset: timedelta | None
    printed: bool
    evidence: Evidence
    rule: str

    @property
    def universal(self) -> bool:
        """Whether it claims to be in UTC; many a page says so of a local clock."""
        return self.offset == timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The publication day and time that the moments of a page tell together."""

    day: Reading | None = None
    time: Reading | None = None
    conflicts: tuple[Conflict, ...] = ()


def machine_moment(text: str, evidence: Evidence, rule: str) -> Moment | None:
    """Return the moment that a string for machines holds: ISO 8601 and its misspellings, or seconds since 1970."""
    seconds = _SECONDS.match(text)
    if seconds is not None:
        wall = datetime.fromtimestamp(int(seconds[1]), UTC).replace(tzinfo=None)
        return _sound(Moment(wall=wall, clock=True, offset=timedelta(0), printed=False, evidence=evidence, rule=rule))
    match = _ISO.search(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        wall = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001 -- a wall clock
    except ValueError:
        return None
    return _sound(
        Moment(wall=wall, clock=hour is not None, offset=_offset(zone), printed=False, evidence=evidence, rule=rule)
    )


def printed_moment(stamp: Stamp, evidence: Evidence, rule: str) -> Moment | None:
    """Return the moment of a stamp that was printed for readers."""
    try:
        clock = time.fromisoformat(stamp.clock or "00:00")
    except ValueError:
        return None
    wall = datetime.combine(stamp.day, clock)
    return _sound(
        Moment(
            wall=wall,
            clock=stamp.clock is not None,
            offset=_offset(stamp.offset),
            printed=True,
            evidence=evidence,
            rule=rule,
        )
    )


def _sound(moment: Moment) -> Moment | None:
    return moment if moment.wall >= EARLIEST and moment.wall.year <= LATEST_YEAR else None


def _offset(zone: str | None) -> timedelta | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return timedelta(0)
    digits = zone[1:].replace(":", "")
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return -shift if zone[0] == "-" else shift


def published_of(printed: Sequence[Moment], machine: Sequence[Moment]) -> Published:
    """Return the local day, and the time where a clock and a zone are written.

    ``printed`` come in order of nearness to the headline, ``machine`` in order of trust. What is printed rules. A clock
    that claims UTC is not local unless the page writes the same clock elsewhere without that claim; beside a printed
    clock it tells the zone.
    """
    base = _base(printed, machine)
    if base is None:
        return Published()
    every = (*printed, *machine)
    offset, lender = _zone(base, every)
    day = base.wall.date().isoformat()
    moment = None
    if base.clock and offset is not None:
        seen = (base.evidence,) if lender is base else (base.evidence, lender.evidence)
        moment = Reading(value=f"{base.wall.isoformat()}{_zone_text(offset)}", evidence=seen, rule=base.rule)
    return Published(
        day=Reading(value=day, evidence=(base.evidence,), rule=base.rule),
        time=moment,
        conflicts=tuple(_conflicts(base, offset, machine)),
    )


def _base(printed: Sequence[Moment], machine: Sequence[Moment]) -> Moment | None:
    """Return the moment that tells the local day."""
    for moment in printed:
        if moment.clock and any(_agree(moment, other) for other in machine):
            return moment
    clocked = [moment for moment in printed if moment.clock]
    if clocked or printed:
        return (clocked or [*printed])[0]
    local = [moment for moment in machine if not moment.universal]
    zoned = [moment for moment in local if moment.offset is not None]
    return next(iter(zoned or local or machine), None)


def _agree(printed: Moment, other: Moment) -> bool:
    """Tell whether the two may be one moment, in whatever zone the printed one is."""
    if other.offset is None or printed.offset is None or other.universal:
        shift = abs(printed.wall - other.wall)
        return shift <= SAME_CLOCK or (other.universal and _step(printed.wall - other.wall) is not None)
    return abs((printed.wall - printed.offset) - (other.wall - other.offset)) <= SAME_CLOCK


def _zone(base: Moment, every: Sequence[Moment]) -> tuple[timedelta | None, Moment]:
    """Return the zone of the base and the moment that tells it."""
    if base.offset is not None and (base.printed or not base.universal):
        return base.offset, base
    near = [moment for moment in every if moment is not base and moment.clock and moment.offset is not None]
    for moment in near:
        if not moment.universal and abs(moment.wall - base.wall) <= SAME_STORY:
            return moment.offset, moment
    for moment in near:
        if moment.universal and base.clock and not base.universal:
            step = _step(base.wall - moment.wall)
            if step:
                return step, moment
    # A lone clock in UTC is what it says; one that the page repeats without the claim is not.
    twin = any(m.offset is None and m.clock and abs(m.wall - base.wall) <= SAME_CLOCK for m in every if m is not base)
    return (None if twin else base.offset), base


def _step(shift: timedelta) -> timedelta | None:
    """Return the zone that would explain a shift between a local and a universal clock, None when none would."""
    step = round(shift / ZONE_STEP) * ZONE_STEP
    return step if abs(shift - step) <= SAME_CLOCK and ZONES[0] <= step <= ZONES[1] else None


def _conflicts(base: Moment, offset: timedelta | None, machine: Sequence[Moment]) -> list[Conflict]:
    out: list[Conflict] = []
    for moment in machine:
        wall = moment.wall
        if moment.universal and offset is not None and abs(wall - base.wall) > SAME_CLOCK:
            wall += offset
        day, chosen = wall.date().isoformat(), base.wall.date().isoformat()
        if day != chosen and not any(conflict.other == day for conflict in out):
            out.append(
                Conflict(field="published", chosen=chosen, other=day, evidence=(moment.evidence,), rule=moment.rule)
            )
    return out


def _zone_text(offset: timedelta) -> str:
    minutes = int(abs(offset).total_seconds()) // 60
    return f"{'-' if offset < timedelta(0) else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
