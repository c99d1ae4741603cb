"""What speaks for and against two tellings being of one event: named features for the grouping of tellings."""

from collections.abc import Iterator, Sequence

from kronik.records.actors import ActorKind
from kronik.reports.coded import Role
from kronik.reports.draft import Draft
from kronik.reports.place_map import LEAD
from kronik.reports.reading import Reading
from kronik.reports.tellings import agree, same, sides_differ, within

GAPS = ((0, "0"), (1, "1"), (3, "few"), (8, "some"))
"""Sentences between two tellings up to which the distance has the name behind."""
MOST = 6
"""Tellings of one type from which on an article tells many."""
POINTERS = "pointing_words"
"""Class of the lexicon: words behind a noun that point back ("this attack")."""
BEHIND = 3
"""Tokens behind a telling in which such a word stands."""
AROUND = 8
"""Tokens on either side of a telling whose words tell what it is about."""
CONTENT = frozenset({"NOUN", "PROPN", "NUM", "VERB", "ADJ"})
"""Parts of speech of these words."""
SHARES = ((0.0, "none"), (0.33, "few"), (0.66, "some"))
"""Shares of the words around that two tellings have in common up to which the share has the name behind."""
MANY_SHARED, MANY_NAMES, FAR_APART, STEP = 4, 2, 5, 3
"""Counts from which on words and names in common, and steps of tokens between two tellings, count as many; tokens of
a step."""


def link_features(reading: Reading, one: Draft, other: Draft, crowd: int) -> tuple[str, ...]:
    """Return the names of the features of two tellings of one type, each once.

    Args:
        reading: of the article.
        one: the telling that stands first.
        other: the one behind it.
        crowd: tellings of their type in the article.
    """
    found = (
        "bias",
        f"type={one.type}",
        f"crowd={min(crowd, MOST)}",
        *_roles(reading, one, other),
        *_manner(reading, one, other),
        *_when_and_where(reading, one, other),
        *_voices(one, other),
        *_words(reading, one, other),
        *_about(reading, one, other),
    )
    return tuple(dict.fromkeys(found))


def _roles(reading: Reading, one: Draft, other: Draft) -> Iterator[str]:
    for side, mine, theirs in (
        ("actors", one.actors, other.actors),
        ("recipients", one.recipients, other.recipients),
    ):
        relation = _relation(reading, mine, theirs)
        yield f"{side}={relation}"
        yield f"{side}={relation}/{one.type}"
        if relation == "apart" and _with_group(reading, (*mine, *theirs)):
            yield f"{side}=apart+group"
    if _numbers(one.actors) & _numbers(other.recipients) or _numbers(one.recipients) & _numbers(other.actors):
        yield "turned"


def _relation(reading: Reading, mine: Sequence[Role], theirs: Sequence[Role]) -> str:
    first, second = _numbers(mine), _numbers(theirs)
    if not first or not second:
        return "open" if first or second else "none"
    if first & second:
        return "same" if first == second else "shared"
    return "akin" if agree(mine, theirs, reading.scene.cast.members) else "apart"


def _numbers(roles: Sequence[Role]) -> frozenset[int]:
    return frozenset(role.member for role in roles)


def _with_group(reading: Reading, roles: Sequence[Role]) -> bool:
    return any(reading.scene.cast.members[role.member].kind is ActorKind.GROUP for role in roles)


def _manner(reading: Reading, one: Draft, other: Draft) -> Iterator[str]:
    """Yield how modes, entries and statuses stand to one another, and what the rules say of the two."""
    mode = "same" if one.mode == other.mode else "apart" if one.mode and other.mode else "open"
    yield f"mode={mode}"
    yield f"mode={mode}/{one.type}"
    entry = "same" if one.candidate.form.entry is other.candidate.form.entry else "other"
    yield f"entry={entry}"
    yield f"entry={entry}+gap={_gap(one, other)}"
    forms = f"forms={_form(one)}{_form(other)}"
    yield forms
    yield f"{forms}/{one.type}"
    yield f"filled={_filled(one)}/{_filled(other)}"
    if one.status != other.status:
        yield f"statuses={'+'.join(sorted((one.status, other.status)))}"
    yield f"reality={'apart' if sides_differ(one, other) else 'alike'}"
    rules = "same" if same(one, other, reading.scene.cast.members) else "apart"
    yield f"rules={rules}"
    yield f"rules={rules}/{one.type}"


def _form(draft: Draft) -> str:
    return "verb" if draft.candidate.verbal else "noun"


def _filled(draft: Draft) -> str:
    return ("A" if draft.actors else "-") + ("R" if draft.recipients else "-")


def _gap(one: Draft, other: Draft) -> str:
    apart = abs(one.candidate.sentence - other.candidate.sentence)
    return next((name for most, name in GAPS if apart <= most), "far")


def _when_and_where(reading: Reading, one: Draft, other: Draft) -> Iterator[str]:
    yield f"gap={_gap(one, other)}"
    if one.candidate.sentence < LEAD:
        yield "first-in-lead"
    if one.date is None or other.date is None:
        yield "days=none" if one.date == other.date else "days=open"
    else:
        yield "days=same" if one.date == other.date else "days=within" if within(one, other) else "days=apart"
    places = [
        None if draft.place is None else reading.prose.text[draft.place.start : draft.place.end]
        for draft in (one, other)
    ]
    if None in places:
        yield "places=none" if places[0] == places[1] else "places=open"
    else:
        yield "places=same" if places[0] == places[1] else "places=apart"


def _voices(one: Draft, other: Draft) -> Iterator[str]:
    """Yield whether the two stand in speech, of whom, and whether either takes the event for granted."""
    if one.inside != other.inside:
        yield "one-in-speech"
    elif one.inside:
        yield "one-speaker" if set(one.speakers) & set(other.speakers) else "two-speakers"
    if one.presumed:
        yield "first-presumed"
    if other.presumed:
        yield "later-presumed"


def _words(reading: Reading, one: Draft, other: Draft) -> Iterator[str]:
    first, second = one.candidate, other.candidate
    lower = reading.lower[second.sentence]
    if reading.lower[first.sentence][first.head] == lower[second.head]:
        yield "head=same"
    pointing = reading.lexicon.classes.get(POINTERS, frozenset())
    if not pointing.isdisjoint(lower[second.last + 1 : second.last + 1 + BEHIND]):
        yield "later-points-back"


def _about(reading: Reading, one: Draft, other: Draft) -> Iterator[str]:
    """Yield how much the words around two tellings have in common, and how many tokens stand between them."""
    first, second = _around(reading, one), _around(reading, other)
    shared = first.keys() & second.keys()
    yield f"shared-words={min(len(shared), MANY_SHARED)}"
    if first and second:
        share = len(shared) / min(len(first), len(second))
        yield f"share-of-words={next((name for most, name in SHARES if share <= most), 'most')}"
    names = [{word for word, is_name in words.items() if is_name} for words in (first, second)]
    if all(names):
        yield f"shared-names={min(len(names[0] & names[1]), MANY_NAMES)}"
    if one.candidate.sentence == other.candidate.sentence:
        between = max(0, other.candidate.first - one.candidate.last - 1)
        yield f"between={min(between // STEP, FAR_APART)}"


def _around(reading: Reading, draft: Draft) -> dict[str, bool]:
    """Return the lemmas of the words of content around a telling, its own left out, and whether each is a name."""
    candidate = draft.candidate
    tokens = reading.sentences[candidate.sentence].tokens
    before = tokens[max(0, candidate.first - AROUND) : candidate.first]
    behind = tokens[candidate.last + 1 : candidate.last + 1 + AROUND]
    return {one.lemma.lower(): one.upos == "PROPN" for one in (*before, *behind) if one.upos in CONTENT}
