"""What speaks for and against a time of the article as the day of an event: named features for the choice."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kronik.annotation.prose import PlacedTime
from kronik.languages.analysis import Sentence
from kronik.records.reports import Status
from kronik.reports.coded import Coded, Stretch
from kronik.reports.dating import DAY, OPEN, Said, cites, fitted, governor_of, hold_of, saying_days
from kronik.reports.draft import Draft
from kronik.reports.paths import coarse, path_between
from kronik.reports.place_features import NEXT, SOME, how_told, kind_of
from kronik.reports.place_map import LEAD
from kronik.reports.reading import Reading

CLOSE = 8
"""Tokens between a trigger and a time up to which it is close."""
WEEK = 7
"""Days before the publication that a page still reports on."""
OFTEN = 3
"""Tellings of one day, and events that have it by the rules, from which on it is the article's day."""
MANY = 4
"""Days of an article from which on it tells of many."""
BONDS = ("own-clause", "nearest-clause", "relative-clause", "when", "opening", None)
"""Rules by which a time belongs to a clause, the firmest first; none last."""
OPENING = 4
"""Sentences of an article in which its news is dated."""
CLOCK = re.compile(r"\d\d?[.:]\d\d")
"""A time of day within the words of a time."""
NEAR = 3
"""Sentences between a telling and a time up to which both are of one passage."""
NOT_DONE = frozenset({Status.FUTURE, Status.HYPOTHETICAL, Status.NEGATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A time of the article that may be the day of events.

    Attributes:
        time: it, with its place.
        sentence: index of its sentence.
        cited: an outlet was quoted on it.
        speakers: members who spoke on it.
        inside: stretch of the statement's content that it stands in; None outside of all.
        governor: lemma of the word that it hangs on; None where it hangs on none.
    """

    time: PlacedTime
    sentence: int
    cited: bool
    speakers: frozenset[int]
    inside: Stretch | None
    governor: str | None

    @property
    def at(self) -> Stretch:
        """Its half-open code points."""
        return self.time.start, self.time.end

    @property
    def value(self) -> str:
        """Its value in EDTF."""
        return self.time.time.value or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The times of an article with what its events make of them by the rules.

    Attributes:
        occasions: in order of place.
        told: value -> how often the article tells it.
        held: place of a time -> events that have their day from it by the rules.
        days: value -> events that have it by the rules.
        told_days: days that it tells otherwise than for citing an outlet, the earliest first.
        published: day of publication; None when unknown.
    """

    occasions: tuple[Occasion, ...]
    told: Mapping[str, int]
    held: Mapping[Stretch, int]
    days: Mapping[str, int]
    told_days: tuple[str, ...]
    published: date | None


def calendar_of(reading: Reading, events: Sequence[Sequence[Draft]]) -> Calendar:
    """Return the times of an article, and what the rules take from them for its events."""
    said = saying_days(reading)
    found = tuple(one for time in reading.prose.times if (one := _occasion(reading, time, said)) is not None)
    first = [next((one for one in tellings if one.date is not None), None) for tellings in events]
    dated = [one for one in first if one is not None]
    return Calendar(
        occasions=found,
        told=Counter(time.time.value or "" for time in reading.prose.times),
        held=Counter(one.date_at for one in dated if one.date_at is not None),
        days=Counter(one.date or "" for one in dated),
        told_days=tuple(sorted({value for one in found if not one.cited and DAY.match(value := one.value)})),
        published=reading.prose.published,
    )


def _occasion(reading: Reading, time: PlacedTime, said: Sequence[Said]) -> Occasion | None:
    sentence = reading.prose.analysis.sentence_at(time.start)
    if sentence is None or time.time.value is None:
        return None
    spoke = (one.speakers for one in said if one.time.start == time.start)
    tree = reading.sentences[sentence]
    governor = governor_of(tree, reading.token_at(sentence, time.start), time)
    return Occasion(
        time=time,
        sentence=sentence,
        cited=cites(reading, sentence, time),
        speakers=frozenset(member for members in spoke for member in members),
        inside=reading.content_at(time.start),
        governor=None if governor is None else tree.tokens[governor].lemma,
    )


def value_for(occasion: Occasion, tellings: Sequence[Draft], report: Coded) -> str:
    """Return the value that an event takes from a time: what the rules made of it, else in the form of its status."""
    if report.date is not None and report.date_at == occasion.at:
        return report.date
    return fitted(occasion.value, report.status, tellings[0].candidate.form.frame.mutual)


def date_features(
    reading: Reading, calendar: Calendar, occasion: Occasion, tellings: Sequence[Draft], report: Coded
) -> tuple[str, ...]:
    """Return the names of the features that a time has for an event, each once.

    Args:
        reading: of the article.
        calendar: its times.
        occasion: the time.
        tellings: those of the event, the clearest first.
        report: the event, with the day that the rules give.
    """
    kind = kind_of(tuple(tellings), report)
    here = [one for one in tellings if one.candidate.sentence == occasion.sentence]
    found = [
        "bias",
        *how_told(tellings, report, kind),
        *([f"quoted+{kind}"] if tellings[0].quoted else []),
        *_itself(calendar, occasion, report, kind),
        *_written(reading, occasion, kind, here=bool(here)),
        *_told(calendar, occasion, report, kind),
        *_speech(reading, occasion, tellings, report, kind),
        *_among_days(calendar, occasion, tellings, kind),
        *_of_lead(occasion, tellings, report, kind),
    ]
    found += _here(reading, occasion, here, kind) if here else _away(reading, calendar, occasion, tellings, kind)
    return tuple(dict.fromkeys(found))


def _itself(calendar: Calendar, occasion: Occasion, report: Coded, kind: str) -> Iterator[str]:
    value = occasion.value
    form = "day" if DAY.match(value) else "open" if OPEN.match(value) else "span" if "/" in value else f"{len(value)}"
    yield f"form={form}"
    yield f"form={form}+{kind}"
    yield f"anchor={occasion.time.time.anchor}"
    group = "unreal" if report.status in NOT_DONE else report.status.value
    age = _age(occasion, calendar.published)
    yield f"age={age}"
    yield f"age={age}+{group}"
    yield f"age={age}+{kind}"
    if occasion.cited:
        yield "cited"
        yield f"cited+{kind}"
    if occasion.sentence < LEAD:
        yield "time-in-lead"
    if occasion.inside is not None:
        yield "time-in-speech"
    if occasion.governor is not None:
        yield f"on={occasion.governor}"


def _written(reading: Reading, occasion: Occasion, kind: str, *, here: bool) -> Iterator[str]:
    """Yield how a time is written: its rule and characters, and the words next to it in its sentence."""
    text = reading.prose.text[slice(*occasion.at)]
    form = ("paren" if "(" in text else "bare") + "+clock" * bool(CLOCK.search(text))
    form += "+digits" * any(one.isdigit() for one in text)
    yield f"time-rule={occasion.time.time.rule}"
    yield f"written={form}"
    yield f"written={form}+{kind}"
    size = len(reading.lower[occasion.sentence])
    first = reading.token_at(occasion.sentence, occasion.time.start)
    last = reading.token_at(occasion.sentence, occasion.time.end - 1)
    where = "here" if here else "away"
    before = reading.plain_word(occasion.sentence, first - 1) if first else "none"
    yield f"before={before}"
    yield f"before={before}+{where}"
    yield f"behind={reading.plain_word(occasion.sentence, last + 1) if last + 1 < size else 'none'}"
    if not first:
        yield "opens"
        yield f"opens+{where}"
    if last + 1 >= size - 1:
        yield "closes"
        yield f"closes+{before}"
        yield f"closes+{kind}"
        yield f"closes+{where}"


def _age(occasion: Occasion, published: date | None) -> str:
    """Return how long before the publication a time ends, roughly."""
    latest = occasion.time.time.latest
    if published is None or latest is None:
        return "unknown"
    days = (published - date.fromisoformat(latest)).days
    if days <= 1:
        return "to-come" if days < 0 else str(days)
    return "week" if days <= WEEK else "old"


def _told(calendar: Calendar, occasion: Occasion, report: Coded, kind: str) -> Iterator[str]:
    """Yield how a time stands to what the rules say of this event and of others."""
    own = report.date_at == occasion.at
    others = calendar.held.get(occasion.at, 0) - own
    yield f"of-others={min(others, OFTEN)}"
    yield f"told={min(calendar.told.get(occasion.value, 0), OFTEN)}"
    if len(calendar.told) == 1:
        yield "only-time"
    if report.date is None:
        yield "rule=none"
        yield f"rule=none+{kind}"
    elif own:
        yield f"rule={report.date_rule}"
        yield f"rule={report.date_rule}+{kind}"
    elif report.date.removesuffix("/..") == occasion.value.removesuffix("/.."):
        yield "rule-same-value"
    else:
        yield "rule-other"
    alike = calendar.days.get(occasion.value, 0) - (report.date == occasion.value)
    yield f"day-of-others={min(alike, OFTEN)}"


def _among_days(calendar: Calendar, occasion: Occasion, tellings: Sequence[Draft], kind: str) -> Iterator[str]:
    """Yield how a day stands among the days that the article tells."""
    days, value = calendar.told_days, occasion.value.removesuffix("/..")
    if value in days:
        yield f"days={min(len(days), MANY)}"
        yield f"days={'one' if len(days) == 1 else 'some'}+{kind}"
        if len(days) > 1:
            yield "earliest-day" if value == days[0] else "latest-day" if value == days[-1] else "middle-day"
    if days == (occasion.value,):
        yield "only-day+lead" if tellings[0].candidate.sentence < LEAD else "only-day+body"
    if calendar.published is not None and occasion.value == calendar.published.isoformat():
        yield "published-day"
        yield f"published-day+{kind}"


def _of_lead(occasion: Occasion, tellings: Sequence[Draft], report: Coded, kind: str) -> Iterator[str]:
    """Yield how far a time stands from an event of the opening or of the body, and from one of its type."""
    apart = min((occasion.sentence - one.candidate.sentence for one in tellings), key=abs)
    far = abs(apart)
    way = "here" if not far else f"{'1' if far == 1 else 'near' if far <= NEAR else 'far'}{'-behind' * (apart > 0)}"
    part = "lead" if tellings[0].candidate.sentence < LEAD else "body"
    yield f"{part}+{way}"
    yield f"{part}+{way}+{kind}"
    yield f"{part}+{'opening' if occasion.sentence < OPENING else 'later'}+{kind}"
    yield f"type={report.type}+{way}"
    yield f"type={report.type}+{report.mode}"


def _speech(reading: Reading, occasion: Occasion, tellings: Sequence[Draft], report: Coded, kind: str) -> Iterator[str]:
    """Yield how a time stands to who says what, and whether both stand in one speech."""
    sides = {
        "actor": {role.member for role in report.actors},
        "recipient": {role.member for role in report.recipients},
        "speaker": {member for one in tellings for member in one.speakers},
    }
    for name, members in sides.items():
        if occasion.speakers & members:
            yield f"said-by-{name}"
            yield f"said-by-{name}+{kind}"
    if occasion.speakers:
        yield "saying"
        yield f"saying+{kind}"
    own = reading.content_at(tellings[0].core[0])
    if own == occasion.inside:
        yield "one-voice" if own is None else "one-speech"
    else:
        yield "other-voice"
        yield f"other-voice+{kind}"


def _here(reading: Reading, occasion: Occasion, here: Sequence[Draft], kind: str) -> Iterator[str]:
    """Yield how a time stands to the nearest telling of an event in its sentence."""
    tree = reading.sentences[occasion.sentence]
    at = reading.token_at(occasion.sentence, occasion.time.start)
    holds = [hold_of(reading, tree, one.candidate, occasion.time) for one in here]
    nearest, best = min(enumerate(here), key=lambda one: (abs(one[1].candidate.head - at), one[1].start))
    candidate, bond = best.candidate, holds[nearest] or "none"
    yield f"bond={bond}"
    yield f"bond={bond}+{kind}"
    yield from _firmest(tree, here, holds, at, kind)
    behind = at > candidate.last
    low, high = (candidate.last + 1, at) if behind else (at + 1, candidate.first)
    verbs = sum(tree.tokens[index].upos == "VERB" for index in range(low, high))
    side = "behind" if behind else "before"
    near = "close" if high - low <= CLOSE else "apart"
    yield f"here={side}+{near}+{min(verbs, 2)}"
    yield f"here={side}+{min(verbs, 2)}+{kind}"
    yield f"here={side}+{bond}"
    times = reading.times_in(tree.start, tree.end)
    if len(times) == 1:
        yield "alone-here"
    rivals = [abs(reading.token_at(occasion.sentence, one.start) - candidate.head) for one in times]
    if min(rivals) < abs(at - candidate.head):
        yield "nearer-time-here"


def _firmest(tree: Sentence, here: Sequence[Draft], holds: Sequence[str | None], at: int, kind: str) -> Iterator[str]:
    """Yield how firmly a time belongs to any telling in its sentence, and the shortest way between both in the tree."""
    firm = min(holds, key=BONDS.index) or "none"
    yield f"firm={firm}"
    yield f"firm={firm}+{kind}"
    yield f"firm={firm}+{'verb' if here[0].candidate.verbal else 'noun'}"
    ways = [coarse(path_between(tree, (one.candidate.head, one.candidate.predicate), at)) for one in here]
    shortest = min(ways, key=len)
    yield f"path={'>'.join(shortest)}"


def _away(
    reading: Reading, calendar: Calendar, occasion: Occasion, tellings: Sequence[Draft], kind: str
) -> Iterator[str]:
    """Yield how far a time stands that no sentence of the event holds."""
    apart = min((occasion.sentence - one.candidate.sentence for one in tellings), key=abs)
    far = abs(apart)
    step = f"{far if far <= NEXT else 'some' if far <= SOME else 'far'}-{'behind' if apart > 0 else 'before'}"
    yield f"away={step}"
    yield f"away={step}+{kind}"
    anchor = occasion.sentence - apart
    text = reading.prose.text
    low, high = sorted((reading.sentences[anchor].start, occasion.time.start))
    if "\n" not in text[low:high]:
        yield "same-paragraph"
        yield f"same-paragraph+{kind}"
    between = [one for one in calendar.occasions if low <= one.time.start < high and one is not occasion]
    if not between:
        yield "away+nearest"
        yield f"away+nearest+{'behind' if apart > 0 else 'before'}"
    told = {one.candidate.sentence for one in tellings}
    if any(one.sentence in told for one in calendar.occasions):
        yield "away+time-here"
    if calendar.held.get(occasion.at):
        yield "away+of-other"
