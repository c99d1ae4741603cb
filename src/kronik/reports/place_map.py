"""The places of an article with what speaks for them as places of events, whatever the event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kronik.places.placed import PlacedName
from kronik.records.places import Precision
from kronik.reports.coded import Stretch
from kronik.reports.draft import Draft
from kronik.reports.paths import chain_of, marker_around
from kronik.reports.place_phrase import phrase_features
from kronik.reports.placing import head_of_place
from kronik.reports.reading import Reading

AMID = "amid_nouns"
"""Class of the lexicon: nouns that make a preposition of place one of circumstance ("di tengah perang")."""
WAYS = {"place_at": "at", "place_to": "to", "place_from": "from"}
"""Classes of the lexicon -> how a place behind their prepositions is told."""
AMID_REACH = 4
"""Words before a place within which such a noun is looked for."""
REACH = 14
"""Tokens behind words of speech within which a place without a verb between belongs to them."""
TIME_NEXT = 12
"""Characters behind a place within which a time begins that is told with it."""
MANY = 3
"""Parts of a phrase ("X, Y, Z") from which on it is a full address; mentions from which on a place is told often."""
LEAD = 2
"""Sentences of the opening."""
FINE = frozenset({Precision.REGENCY, Precision.DISTRICT, Precision.VILLAGE, Precision.CITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place of an article.

    Attributes:
        place: as found.
        sentence: index of its sentence.
        head: index of the token that its others hang on.
        marker: its preposition, or that of the phrase that it lies in; None without one.
        way: how it is told: something is there (``at``), goes there, comes from there, or it is but named.
        level: how fine it is.
        speakers: who speaks the statements that its sentence attributes, if the place stands outside their words.
        venue: those of them whose words of speech it hangs on, or stands close behind.
        inside: indices of statements within whose words it stands.
        named: members referred to by its words.
        days: values of the times that its sentence tells.
        tellings: tellings of events that it hangs on.
        features: names of what is so for every event.
    """

    place: PlacedName
    sentence: int
    head: int
    marker: str | None
    way: str
    level: str
    speakers: frozenset[int]
    venue: frozenset[int]
    inside: frozenset[int]
    named: frozenset[int]
    days: frozenset[str | None]
    tellings: tuple[Draft, ...]
    features: tuple[str, ...]


def sites_of(reading: Reading, events: Sequence[tuple[Draft, ...]]) -> tuple[Site, ...]:
    """Return the places of an article, in order, with the tellings of its events that they hang on."""
    by_sentence: dict[int, list[Draft]] = {}
    for tellings in events:
        for one in tellings:
            by_sentence.setdefault(one.candidate.sentence, []).append(one)
    ways = {word: way for name, way in WAYS.items() for word in reading.lexicon.classes.get(name, ())}
    found = [(place, reading.prose.analysis.sentence_at(place.start)) for place in reading.scene.placed]
    rows = [(place, sentence) for place, sentence in found if sentence is not None]
    return tuple(_site(reading, rows, at, by_sentence.get(rows[at][1], ()), ways) for at in range(len(rows)))


def _site(
    reading: Reading,
    rows: Sequence[tuple[PlacedName, int]],
    at: int,
    drafts: Sequence[Draft],
    ways: Mapping[str, str],
) -> Site:
    place, sentence = rows[at]
    tree = reading.sentences[sentence]
    head = head_of_place(reading, sentence, place)
    chain = chain_of(tree, head)
    inside = reading.statements_at(place.start)
    speakers: set[int] = set()
    venue: set[int] = set()
    for index, one in enumerate(reading.scene.spoken):
        told = one.cue or one.speaker
        if index in inside or told is None or not tree.start <= told[0] < tree.end:
            continue
        speakers.update(one.speakers)
        if any(_hangs(reading, sentence, chain, part) for part in (one.cue, one.speaker) if part is not None):
            venue.update(one.speakers)
    level = _level(place)
    marker = marker_around(tree, head)
    way = _way(reading, rows[at], head, marker, ways)
    return Site(
        place=place,
        sentence=sentence,
        head=head,
        marker=marker,
        way=way,
        level=level,
        speakers=frozenset(speakers),
        venue=frozenset(venue),
        inside=inside,
        named=frozenset(one.member for one in reading.scene.cast.within(place.start, place.end)),
        days=frozenset(one.time.value for one in reading.times_in(tree.start, tree.end)),
        tellings=tuple(one for one in drafts if {one.candidate.head, one.candidate.predicate} & set(chain[1:3])),
        features=(*_features(reading, rows, at, level), *phrase_features(reading, sentence, place, head, way)),
    )


def _way(reading: Reading, row: tuple[PlacedName, int], head: int, marker: str | None, ways: Mapping[str, str]) -> str:
    place, sentence = row
    lower = reading.lower[sentence]
    amid = reading.lexicon.classes.get(AMID, frozenset())
    if any(word in amid for word in lower[max(0, head - AMID_REACH) : head]):
        return "amid"
    if marker is None:
        return "at" if place.located else "none"
    way = ways.get(marker, "other")
    return "at-bare" if way == "at" and not place.located else way


def _hangs(reading: Reading, sentence: int, chain: Sequence[int], part: Stretch) -> bool:
    """Tell whether a place hangs on the words of speech or the speaker, or stands behind them with no verb between."""
    tree = reading.sentences[sentence]
    head = chain[0]
    first, last = reading.token_at(sentence, part[0]), reading.token_at(sentence, part[1] - 1)
    if any(first <= at <= last for at in chain[1:3]):
        return True
    return last < head <= last + REACH and not any(tree.tokens[at].upos == "VERB" for at in range(last + 1, head))


def _level(place: PlacedName) -> str:
    if place.where is None or place.where.precision is None:
        return "open"
    return "fine" if place.where.precision in FINE else place.where.precision.value


def _features(reading: Reading, rows: Sequence[tuple[PlacedName, int]], at: int, level: str) -> Iterator[str]:
    place, sentence = rows[at]
    text = reading.prose.text
    name = text[place.start : place.end]
    parts = min(name.count(",") + 1, MANY)
    yield f"level={level}"
    yield "located" if place.located else "bare"
    yield f"parts={parts}"
    if name[:1].islower():
        yield "opens-low"
    told = sum(one.where == place.where for one, _ in rows) if place.where is not None else 1
    yield "told=1" if told == 1 else "told=some" if told <= MANY else "told=often"
    if sentence < LEAD:
        yield "in-lead"
    if place.where is not None and place.where.code is not None:
        yield "coded"
    if reading.times_in(place.end, place.end + TIME_NEXT):
        yield "time-next"
    yield from _among(text, rows, at)


def _among(text: str, rows: Sequence[tuple[PlacedName, int]], at: int) -> Iterator[str]:
    """Yield how a place stands to the article's others."""
    place, sentence = rows[at]
    finer = [other for one, other in rows if finer_than(one, place)]
    if finer:
        yield "finer-in-article"
    if sentence in finer:
        yield "finer-in-sentence"
    located = [one for one, _ in rows if one.located and one.where is not None]
    if located and all(one == place or one.where == place.where for one in located):
        yield "only-located"
    if place.located and not any(one.located and one.start < place.start for one, _ in rows):
        yield "first-located"
    length = place.end - place.start
    name = text[place.start : place.end]
    if any(one.end - one.start > length and name in text[one.start : one.end] for one, _ in rows):
        yield "longer-elsewhere"


def finer_than(one: PlacedName, other: PlacedName) -> bool:
    """Tell whether a place lies within another, by the levels that the other names."""
    inner, outer = one.where, other.where
    if inner is None or outer is None:
        return False
    return (
        outer.country in (None, inner.country)
        and outer.province in (None, inner.province)
        and outer.regency in (None, inner.regency)
        and outer.locality in (None, inner.locality)
        and inner != outer
    )
