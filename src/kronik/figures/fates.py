"""What became of those that a number counts: the words of fate around it."""

from dataclasses import dataclass
from enum import Enum

from kronik.figures.numbers import number_at
from kronik.figures.tokens import STOPS, Tokens
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
LONGEST_NOTE, LONGEST_ASIDE = 6, 14
"""Tokens in brackets and between commas that part those counted from their fate; chosen on news apart from gold."""
LONGEST_LEAD = 2
"""Words before a fate that a comma parts from those counted ("telah berhasil")."""
OPENING, CLOSING, COMMA = " (", ")", ", "
QUOTES = ('"', "“", "‘", "'", "”")
"""Marks that may stand around a fate, spaces left out."""


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


class _Word(Enum):
    """What a word behind those counted makes of the search for their fate."""

    FILLER = 0
    STRANGE = 1
    DOING = 2
    """A verb of what they did ("yang mencuri motor")."""
    END = 3


def state_behind(tokens: Tokens, behind: int, words: CountWords) -> Fate | None:
    """Return the state that is told of those counted ("12 orang dilaporkan tewas", "seorang pria (25) tewas")."""
    strange, doing = 0, False
    index, stop, passed = behind, behind + BEHIND, -1
    while index < min(len(tokens), stop):
        apart = index != passed and not tokens.close(index - 1)
        further = _behind_aside(tokens, index, words) if apart else _behind_age(tokens, index, words)
        if apart and further is None and not strange and _goes_on(tokens, index, words):
            further = index
        if further is not None:
            stop += further - index
            index, passed = further, further if apart else passed
            continue
        found = None if apart else phrase_from(tokens, index, words.states)
        if found is not None:
            return None if _denied(tokens, found, words) or (doing and found.kind is not FigureKind.ARRESTED) else found
        word = _Word.END if apart else _word_at(tokens, index, words, doing=doing)
        strange += word is _Word.STRANGE
        if word is _Word.END or strange > STRANGE_BEHIND:
            return None
        doing = doing or word is _Word.DOING
        index += 1
    return None


def _word_at(tokens: Tokens, index: int, words: CountWords, *, doing: bool) -> _Word:
    """Return what a word makes of the search, behind a verb of what those counted did or not."""
    form, before = tokens.forms[index], tokens.forms[index - 1]
    if form in words.persons or form in words.others:
        return _Word.END if doing else _Word.FILLER  # "dua warga yang melihat pelaku ditangkap"
    named = before in words.persons and form in words.active.kinds and not form.startswith(words.active_prefixes)
    if named or form in words.fillers or tokens.phrase(index, index + 1) in words.fillers:
        return _Word.FILLER  # "lima pelaku pembunuhan"
    if _ends_clause(tokens, index, words):
        return _Word.END
    if form in words.active.kinds or form.startswith(words.active_prefixes):
        return _Word.END if doing or before not in words.relatives else _Word.DOING
    return _Word.FILLER if tokens.raw(index)[0].isupper() else _Word.STRANGE


def _denied(tokens: Tokens, state: Fate, words: CountWords) -> bool:
    """Return whether a state is told as not so ("lima penumpang tidak terluka")."""
    return tokens.close(state.first - 1) and tokens.forms[state.first - 1] in words.denials


def _ends_clause(tokens: Tokens, index: int, words: CountWords) -> bool:
    """Return whether a word begins what is told of others: a clause, or another number."""
    form = tokens.forms[index]
    number = form[0].isdecimal() or form in words.digits or form in words.vague
    return number or form in words.breaks or form in words.limits


def _behind_aside(tokens: Tokens, index: int, words: CountWords) -> int | None:
    """Return the token behind what signs set apart at a token: a quotation mark, "(25)", ", kata polisi,"."""
    gap = tokens.gap(index - 1)
    if gap.strip() in QUOTES or (gap == OPENING and phrase_from(tokens, index, words.states)):
        return index
    if gap == OPENING:
        for at in range(index, min(len(tokens) - 1, index + LONGEST_NOTE)):
            if tokens.gap(at).startswith(CLOSING):
                return at + 1 if tokens.gap(at).strip() == CLOSING else _behind_comma(tokens, at + 1, words)
        return None
    return _behind_comma(tokens, index, words) if gap == COMMA else None


def _goes_on(tokens: Tokens, index: int, words: CountWords) -> bool:
    """Return whether a fate follows the comma behind a name: "tiga pemuda warga Kecamatan Arut, berhasil diamankan"."""
    if tokens.gap(index - 1) != COMMA or not tokens.raw(index - 1)[0].isupper():
        return False
    at = index
    while at < len(tokens) and at - index < LONGEST_LEAD and tokens.forms[at] in words.fillers and tokens.close(at):
        at += 1
    return at < len(tokens) and phrase_from(tokens, at, words.states) is not None


def _behind_comma(tokens: Tokens, index: int, words: CountWords) -> int | None:
    """Return the token behind the comma that closes an aside which begins at a token; None if none begins there.

    Behind that comma the sentence goes on with the fate, or with a word that leads to it: "yakni AR, BS dan CT, sudah".
    """
    if not tokens.gap(index - 1).endswith(COMMA) or tokens.forms[index] not in words.asides:
        return None
    for at in range(index, min(len(tokens) - 1, index + LONGEST_ASIDE)):
        gap = tokens.gap(at)
        if gap.endswith(COMMA) and (tokens.forms[at + 1] in words.fillers or phrase_from(tokens, at + 1, words.states)):
            return at + 1
        if not STOPS.isdisjoint(gap):
            return None
    return None


def _behind_age(tokens: Tokens, index: int, words: CountWords) -> int | None:
    """Return the token behind an age that begins at a token ("berusia 25 tahun"); None if none does."""
    if tokens.forms[index] not in words.ages or index + 1 >= len(tokens):
        return None
    number = number_at(tokens, index + 1, words)
    if number is None or number.behind >= len(tokens) or tokens.forms[number.behind] not in words.no_count:
        return None
    return number.behind + 1
