"""The finder: tokens, grammar, and one walk through the text that resolves what was found."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kronik.languages.pack import FoundTime
from kronik.languages.temporal import edtf
from kronik.languages.temporal import meanings as m
from kronik.languages.temporal.discourse import Discourse, Ground
from kronik.languages.temporal.grammar import EMITTED, SENTENCE_ENDS, Found, Grammar, Item, run
from kronik.languages.temporal.resolving import Resolver
from kronik.languages.temporal.screening import Screen, telling_tokens
from kronik.languages.temporal.tokens import Lexicon
from kronik.languages.temporal.values import Resolved
from kronik.records.times import Anchor

WILL = "will"
"""Kind of the words that say that a clause speaks of what is to come."""
WILL_REACH = 60
"""Code points that such a word reaches, within its clause."""
CITE = "cite"
"""Kind of the words that say that an outlet is quoted: a day told in their sentence is not what the text is on."""
NEWS_DAYS = 1
"""Days: a day told this near the day of publication is the one that the page reports on."""
LONGEST_RUN = 31
"""Days: the n-th day of something that has gone on for longer is told of the past as often as of the running day."""
SPEECH_REACH = 400
"""Code points from the end of a quotation to the day that its attribution tells."""
CLAUSE_ENDS = frozenset({",", ".", '"', ";", ":", "break"})
HEEDED = EMITTED | CLAUSE_ENDS | {WILL, CITE}
"""Kinds that the walk through the text looks at."""
QUOTE_OR_LINE = re.compile('["“”«»„]|\n')


@dataclass(frozen=True, slots=True)
class Spoken:
    """Stretches in quotation marks: half-open code points, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def around(self, at: int) -> tuple[int, int] | None:
        """Return the stretch that a code point stands in, or None."""
        index = bisect_right(self.starts, at) - 1
        return (self.starts[index], self.ends[index]) if index >= 0 and at < self.ends[index] else None


def spoken_in(text: str) -> Spoken:
    """Return what stands in quotation marks; a mark that is not closed reaches to the end of its line."""
    starts: list[int] = []
    ends: list[int] = []
    opened: int | None = None
    for match in QUOTE_OR_LINE.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n" or (opened is not None and mark not in "“«„"):
            if opened is not None:
                starts.append(opened)
                ends.append(at)
            opened = None
        elif opened is None and mark not in "”»":
            opened = at
    if opened is not None:
        starts.append(opened)
        ends.append(len(text))
    return Spoken(tuple(starts), tuple(ends))


@dataclass(frozen=True, slots=True)
class GrammarFinder:
    """Finds time expressions in a text by a lexicon, a screen, a grammar and a resolver; no state between texts."""

    lexicon: Lexicon
    screen: Screen
    grammar: Grammar
    resolver: Resolver

    def __call__(self, text: str, published: date | None) -> tuple[FoundTime, ...]:
        """Return the expressions of a text in order of place; ``published`` is the local day of publication."""
        items = run(self.grammar, telling_tokens(text, self.lexicon, self.screen))
        if not any(item.kind in EMITTED for item in items):
            return ()
        spoken = spoken_in(text)
        found = self._walk(items, published, spoken)
        return tuple(self._with_speech(found, text, published))

    def _walk(self, items: Sequence[Item], published: date | None, spoken: Spoken) -> list["Reading"]:
        told = Discourse()
        will_at: int | None = None
        news_day: date | None = None
        out: list[Reading] = []
        for item in items:
            kind = item.kind
            if kind not in HEEDED:
                continue
            if kind in CLAUSE_ENDS:
                will_at = None
                if kind in SENTENCE_ENDS:
                    told.end_sentence()
            elif kind == WILL:
                will_at = item.end
            elif kind == CITE:
                told.cited = published is not None
            elif isinstance(item, Found):
                will = will_at is not None and item.start - will_at <= WILL_REACH
                ground = Ground(
                    speech=published or news_day,
                    anchor=Anchor.PUBLICATION if published else Anchor.DISCOURSE,
                    discourse=told,
                    will=will,
                )
                readings = [self._read(piece, item.rule, ground, spoken) for piece in _pieces(item)]
                news_day = _news_day(readings[-1]) or news_day
                out += readings
        return out

    def _read(self, piece: m.Piece, rule: str, ground: Ground, spoken: Spoken) -> "Reading":
        quote = spoken.around(piece.start)
        if quote is not None and _says_day(piece.meaning):
            return Reading(piece, rule, None, quote)
        resolved = self.resolver.resolve(piece.meaning, ground)
        if resolved is not None:
            ground.discourse.take(resolved.value, resolved.anchor)
        return Reading(piece, rule, resolved, None, in_quote=quote is not None)

    def _with_speech(self, readings: Sequence["Reading"], text: str, published: date | None) -> list[FoundTime]:
        stamps = _stamps(readings)
        runs = {reading.piece.meaning.number for reading in readings if isinstance(reading.piece.meaning, m.DayOfRun)}
        out = []
        for reading in readings:
            resolved = reading.resolved
            meaning = reading.piece.meaning
            if reading.quote is not None:
                speech = _day_of_speech(reading.quote, stamps, text)
                if speech is not None:
                    resolved = self.resolver.resolve(meaning, Ground(speech=speech, anchor=Anchor.DISCOURSE))
            elif resolved is None and isinstance(meaning, m.DayOfRun) and _of_one_run(meaning.number, runs):
                resolved = _running_day(reading.piece.start, stamps, published)
            out.append(_time(reading, resolved))
        return out


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression on the way: its place and meaning, and its value or the quotation that must give one."""

    piece: m.Piece
    rule: str
    resolved: Resolved | None
    quote: tuple[int, int] | None
    in_quote: bool = False


@dataclass(frozen=True, slots=True)
class Stamps:
    """Days told outside quotations, which may tell when something was said.

    Attributes:
        places: where each stands, ascending.
        days: the days.
        latest: the latest day told by its weekday up to each, the way news tells when something was said; or None.
    """

    places: tuple[int, ...]
    days: tuple[date, ...]
    latest: tuple[date | None, ...]


def _stamps(readings: Sequence[Reading]) -> Stamps:
    told = [(reading, day) for reading in readings if not reading.in_quote and (day := _told_day(reading))]
    latest: list[date | None] = []
    for reading, day in told:
        before = latest[-1] if latest else None
        latest.append(max(before or day, day) if _by_weekday(reading) else before)
    return Stamps(tuple(reading.piece.start for reading, _ in told), tuple(day for _, day in told), tuple(latest))


def _told_day(reading: Reading) -> date | None:
    simple = isinstance(reading.piece.meaning, m.Date | m.Shift) and reading.resolved is not None
    return edtf.valid_day(reading.resolved.value) if simple and reading.resolved else None


def _by_weekday(reading: Reading) -> bool:
    meaning = reading.piece.meaning
    return isinstance(meaning, m.Date) and meaning.weekday is not None


def _pieces(item: Found) -> tuple[m.Piece, ...]:
    if isinstance(item.value, m.Several):
        return item.value.pieces
    return (m.Piece(start=item.start, end=item.end, meaning=item.value),)


def _says_day(meaning: m.Meaning) -> bool:
    """Tell whether the words mean a day only by the day on which they are spoken."""
    if isinstance(meaning, m.OpenEnd | m.Part | m.About | m.Offset):
        return _says_day(meaning.inner)
    return isinstance(meaning, m.Shift) and meaning.unit is m.Unit.DAY and meaning.base is m.Base.SPEECH


def _news_day(reading: Reading) -> date | None:
    """Return the day that a page without a publication day speaks on from here: one told by weekday and full date."""
    meaning = reading.piece.meaning
    full = isinstance(meaning, m.Date) and meaning.weekday is not None and meaning.year is not None
    return _told_day(reading) if full else None


def _day_of_speech(quote: tuple[int, int], stamps: Stamps, text: str) -> date | None:
    """Return the day that the page gives for a quotation: told after it in its paragraph, or else before it.

    Of the days before it the latest counts: what is older is what the speech is about.
    """
    after = bisect_right(stamps.places, quote[1])
    if after < len(stamps.places):
        place = stamps.places[after]
        if place - quote[1] <= SPEECH_REACH and not QUOTE_OR_LINE.search(text, quote[1] + 1, place):
            return stamps.days[after]
    before = bisect_right(stamps.places, quote[0]) - 1
    return stamps.latest[before] if before >= 0 else None


def _of_one_run(number: int, runs: set[int]) -> bool:
    """Tell whether a text counts but one day of a run, one that may be the running day."""
    return runs == {number} and 1 < number <= LONGEST_RUN


def _running_day(place: int, stamps: Stamps, published: date | None) -> Resolved | None:
    """Return the day that a page is about, which alone it calls the n-th of something it tells no beginning of."""
    after = bisect_right(stamps.places, place)
    told = stamps.days[min(after, len(stamps.days) - 1)] if stamps.days else None
    if told is not None and (published is None or abs((published - told).days) <= NEWS_DAYS):
        return Resolved(edtf.day_text(told), Anchor.DISCOURSE, told)
    return Resolved(edtf.day_text(published), Anchor.PUBLICATION, published) if published else None


def _time(reading: Reading, resolved: Resolved | None) -> FoundTime:
    start, end = reading.piece.start, reading.piece.end
    if resolved is None:
        return FoundTime(start=start, end=end, value=None, rule=reading.rule)
    return FoundTime(
        start=start,
        end=end,
        value=resolved.value,
        mod=resolved.mod,
        anchor=resolved.anchor,
        anchor_day=resolved.anchor_day,
        rule=reading.rule,
        conflict=resolved.conflict,
    )
