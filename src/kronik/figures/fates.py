"""What became of those that a number counts: the words of fate around it."""

from dataclasses import dataclass

from kronik.figures.tokens import Tokens
from kronik.languages.counting import CountWords, FateTable
from kronik.records.reports import FigureKind

BEFORE, BEHIND = 6, 9
"""Tokens before a number and behind what it counts within which its fate is told; chosen on gold train."""
COUNTER_BEFORE = 22
"""Tokens between a noun of count and its number."""
STRANGE_BEFORE, STRANGE_BEHIND = 1, 3
"""Words of neither fate nor filling that may stand between; chosen on gold train."""
LONGEST = 3
"""Words of the longest phrase of a fate."""


@dataclass(frozen=True, slots=True)
class Fate:
    """A kind, and the first and last token of the words that tell it."""

    kind: FigureKind
    first: int
    last: int


def phrase_from(tokens: Tokens, index: int, table: FateTable) -> Fate | None:
    """Return the longest phrase of a table that begins at a token."""
    if tokens.forms[index] not in table.firsts:
        return None
    for size in range(LONGEST, 0, -1):
        last = index + size - 1
        if last < len(tokens) and all(tokens.close(at) for at in range(index, last)):
            kind = table.kinds.get(tokens.phrase(index, last))
            if kind is not None:
                return Fate(kind, index, last)
    return None


def phrase_to(tokens: Tokens, index: int, table: FateTable) -> Fate | None:
    """Return the longest phrase of a table that ends at a token."""
    if tokens.forms[index] not in table.lasts:
        return None
    for size in range(LONGEST, 0, -1):
        first = index - size + 1
        if first >= 0 and all(tokens.close(at) for at in range(first, index)):
            kind = table.kinds.get(tokens.phrase(first, index))
            if kind is not None:
                return Fate(kind, first, index)
    return None


def active_before(tokens: Tokens, first: int, words: CountWords) -> Fate | None:
    """Return the verb whose object begins at a token ("menewaskan sedikitnya 12 orang")."""
    strange = 0
    for index in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if not tokens.close(index):
            return None
        found = phrase_to(tokens, index, words.active)
        if found is not None:
            return found
        form = tokens.forms[index]
        if form in words.breaks or phrase_to(tokens, index, words.states) or form[0].isdecimal():
            return None
        if form not in words.fillers and form not in words.links and form not in words.persons:
            strange += 1
            if strange > STRANGE_BEFORE or form.startswith(words.active_prefixes):
                return None
    return None


def state_before(tokens: Tokens, first: int, words: CountWords) -> Fate | None:
    """Return the state that a number closes ("korban tewas mencapai 12", "jumlah pengungsi menjadi 300")."""
    for index in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        if not tokens.close(index):
            return None
        found = phrase_to(tokens, index, words.states) or phrase_to(tokens, index, words.nouns)
        if found is not None:
            return None if _told_of_another(tokens, found.first, words) else found
        if tokens.forms[index] not in words.links:
            return None
    return None


def counter_before(tokens: Tokens, first: int, words: CountWords) -> Fate | None:
    """Return the state counted by a noun of count whose verb closes with the number.

    "Jumlah korban tewas akibat serangan di kota itu telah mencapai 12": the verb stands directly before the number.
    """
    if first < 1 or not tokens.close(first - 1) or tokens.forms[first - 1] not in words.links:
        return None
    for index in range(first - 1, max(-1, first - 1 - COUNTER_BEFORE), -1):
        if tokens.gap(index).strip(" ,") and index < first - 1:
            return None
        if tokens.forms[index] in words.counters:
            for at in (index, index + 1, index + 2):
                found = phrase_from(tokens, at, words.nouns) or phrase_from(tokens, at, words.states)
                if found is not None:
                    return found
    return None


def _told_of_another(tokens: Tokens, first: int, words: CountWords) -> bool:
    """Return whether a state already tells of a number before it ("lima orang tewas 12 luka")."""
    for index in range(first - 1, max(-1, first - 4), -1):
        form = tokens.forms[index]
        if form[0].isdecimal() or form in words.digits or form in words.vague:
            return True
        if not tokens.close(index):
            return False
    return False


def state_behind(tokens: Tokens, behind: int, words: CountWords) -> Fate | None:
    """Return the state that is told of those counted ("12 orang dilaporkan tewas")."""
    strange = 0
    for index in range(behind, min(len(tokens), behind + BEHIND)):
        if not tokens.close(index - 1) and not (index == behind and tokens.gap(index - 1) == " ("):
            return None
        found = phrase_from(tokens, index, words.states)
        if found is not None:
            return found
        form = tokens.forms[index]
        if form in words.fillers or form in words.persons or form in words.others:
            continue
        if (
            form in words.breaks
            or form in words.limits
            or form[0].isdecimal()
            or form in words.digits
            or form in words.vague
        ):
            return None
        if form in words.active.kinds or form.startswith(words.active_prefixes):
            return None
        if tokens.raw(index)[0].isupper():
            continue
        strange += 1
        if strange > STRANGE_BEHIND:
            return None
    return None
