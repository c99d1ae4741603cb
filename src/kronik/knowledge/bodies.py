"""Which organisation a text names: one of the table, one of a family, or one that stands at its end."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from kronik.knowledge.facts import Family, Organisation, State, StateName
from kronik.knowledge.naming import asked_keys, folded

LONGEST_HEAD = 7
"""Words of the longest head of a family."""
IN_BRACKETS = re.compile(r"\([^()]*\)")
"""A short form that stands within a name: "Pemerintah Provinsi (Pemprov) Riau"."""
LONGEST_STATE = 4
"""Words of the longest name of a state that stands behind a body's name."""


BRANCHED = frozenset(("agency", "court", "ministry", "ngo", "party", "prosecution", "religious", "union"))
"""Kinds of bodies that have branches named by a place."""


class Known(Protocol):
    """What the lookups here need of the knowledge."""

    @property
    def by_body_name(self) -> Mapping[str, tuple[Organisation, ...]]:
        """Organisations by key of name."""

    @property
    def by_head(self) -> Mapping[str, Family]:
        """Families by key of head."""

    @property
    def body_lengths(self) -> Mapping[str, tuple[int, ...]]:
        """Folded first words of organisations' names and families' heads -> their numbers of words, longest first."""

    def state_names(self, text: str) -> tuple[StateName, ...]:
        """Return every state that a text names."""


def bodies_named(known: Known, text: str) -> tuple[Organisation, ...]:
    """Return every organisation of this name.

    One of the table, else one without its own state's name, else one of a family, else a branch of one of the table.
    """
    words = text.split()
    lengths = known.body_lengths.get(folded(words[0])) if words else None
    if lengths is None:
        return ()
    for key in asked_keys(text):
        if found := tuple(body for body in known.by_body_name.get(key, ()) if _may_name(text, body)):
            return found
    shorter, state = _state_behind(known, words)
    if state is not None and shorter:
        for key in asked_keys(" ".join(shorter)):
            own = tuple(body for body in known.by_body_name.get(key, ()) if body.country == state.alpha3)
            if own:
                return own
    member = _member(known, words, lengths) or _branch(known, words, lengths)
    return (member,) if member else ()


def body_within(known: Known, text: str) -> tuple[Organisation, ...]:
    """Return the organisation of the longest end of a text that is one's name; none when the whole text is."""
    words = text.split()
    for start in range(1, len(words)):
        if found := bodies_named(known, " ".join(words[start:])):
            return found
    return ()


def _member(known: Known, words: list[str], lengths: tuple[int, ...]) -> Organisation | None:
    for end in (length for length in lengths if length <= min(len(words), LONGEST_HEAD)):
        head = " ".join(words[:end])
        for key in asked_keys(head):
            if family := known.by_head.get(key):
                return _made(known, family, words, end)
    return None


def _may_name(text: str, body: Organisation) -> bool:
    """Tell whether a text may name a body: a word without a capital ("antara") does only where that is its spelling."""
    return " " in text or not text.islower() or text in body.names or text in body.acronyms


def _branch(known: Known, words: list[str], lengths: tuple[int, ...]) -> Organisation | None:
    """Return the branch of a body of the table that is named by it and a place: a ministry's office, a party's."""
    for end in (length for length in lengths if length <= min(len(words) - 1, LONGEST_HEAD)):
        for key in asked_keys(" ".join(words[:end])):
            bodies = known.by_body_name.get(key, ())
            if len(bodies) == 1 and bodies[0].kind in BRANCHED and words[end][0].isupper():
                place = " ".join(words[end:])
                made = replace(bodies[0], id=f"{bodies[0].id}:{folded(place)}", names=(" ".join(words),), acronyms=())
                return replace(made, parent=bodies[0].id, territory=place)
    return None


def _made(known: Known, family: Family, words: list[str], end: int) -> Organisation:
    rest = " ".join(IN_BRACKETS.sub(" ", " ".join(words[end:])).split())
    state = _state_before(known, words[end:]) or _state_behind(known, words[end:])[1]
    takes_state = family.slot == "state"
    told = state.alpha3 if state is not None and takes_state else None
    return Organisation(
        id=f"{family.id}:{folded(rest)}" if rest else family.id,
        names=(" ".join(words),),
        kind=family.kind,
        country=told or family.country,
        sector=family.sector,
        parent=family.parent,
        territory=rest or None,
        family=family.id,
        assumed=takes_state and told is None,
    )


def _state_behind(known: Known, words: list[str]) -> tuple[list[str], State | None]:
    for start in range(max(0, len(words) - LONGEST_STATE), len(words)):
        if names := known.state_names(" ".join(words[start:])):
            return words[:start], names[0].state
    return words, None


def _state_before(known: Known, words: list[str]) -> State | None:
    """Return the state that words begin with: an embassy is of the first state named, and stands in the second."""
    for end in range(min(len(words), LONGEST_STATE), 0, -1):
        if names := known.state_names(" ".join(words[:end])):
            return names[0].state
    return None
