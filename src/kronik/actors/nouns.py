"""Common nouns that stand for people or bodies: groups, parts in a case, organs, epithets."""

from collections.abc import Iterator, Mapping, Set

from msgspec import Struct

from kronik.actors.words import Row
from kronik.languages.naming import NamingWords, Noun, Sense

STATE = "state"
CLITIC_LETTERS = 3
"""Letters of the shortest stem to which an owner's clitic may be joined."""


class NounPhrase(Struct, frozen=True, kw_only=True):
    """A noun that refers.

    Attributes:
        first, last: half-open words of the mention.
        outer_first, outer_last: words of the whole phrase.
        noun: its entry.
        plural: a word or a doubled noun says that more than one are meant.
        single: a word says that one is meant.
        definite: it points back, or is owned by one named before.
        country: state that the phrase names.
        number: how many are meant, where they are counted.
    """

    first: int
    last: int
    outer_first: int
    outer_last: int
    noun: Noun
    plural: bool
    single: bool
    definite: bool
    country: str | None
    number: int | None


def nouns_in(row: Row, words: NamingWords, taken: Set[int], country_of: Mapping[int, str]) -> Iterator[NounPhrase]:
    """Yield the nouns of a row that refer to people or bodies, none within another; taken words are left out."""
    done = 0
    for at in row.referring:
        if at < done:
            continue
        found = None if at in taken else _noun_at(row, words, at, taken, country_of)
        if found is None:
            done = at + _refers_to_none(row, at)
        else:
            yield found
            done = max(found.last, at + 1)


def _refers_to_none(row: Row, at: int) -> int:
    """Return the words of a phrase that refers to no one ("laporan polisi"), 1 for any other word."""
    match = row.nouns.get(at)
    return match[0] if match is not None and match[1].sense is Sense.NO else 1


def _noun_at(
    row: Row, words: NamingWords, at: int, taken: Set[int], country_of: Mapping[int, str]
) -> NounPhrase | None:
    match, owned = entry_at(row, words, at)
    if match is None:
        return None
    length, noun = match
    end = at + length
    if noun.sense is Sense.NO or not taken.isdisjoint(range(at, end)):
        return None
    first, plural, single = _quantified(row, words, at)
    if noun.sense is Sense.COUNTED and (not plural or _counts_next(row, words, at, end)):
        return None
    followed = end in taken and row.capitals[end]
    if _only_says(row, words, at, noun, followed=followed, bare=first == at and end not in country_of):
        return None
    doubled = "-" in row.texts[at] and len(set(row.lower[at].split("-"))) == 1
    country = None
    if end < len(row.texts) and end in country_of:
        country = country_of[end]
        while end < len(row.texts) and country_of.get(end) == country:
            end += 1
    if noun.kind == STATE and country is None and not (end < len(row.lower) and row.lower[end] in words.referring.back):
        return None
    last = _complement(row, words, end, noun, taken) if country is None else end
    pointed = last < len(row.texts) and row.lower[last] in words.referring.pointers
    begin = (
        first if (plural and _counted_in(row, words, first, at, end)) or (single and noun.sense is Sense.PERSON) else at
    )
    return NounPhrase(
        first=begin,
        last=last,
        outer_first=first,
        outer_last=last + 1 if pointed else last,
        noun=noun,
        plural=plural or doubled,
        single=single,
        definite=pointed or owned,
        country=country,
        number=_counted(row, words, first, at) if first < at else None,
    )


def _only_says(row: Row, words: NamingWords, at: int, noun: Noun, *, followed: bool, bare: bool) -> bool:
    """Whether a noun says something of another word and refers to no one itself.

    A part that is given ("sebagai tersangka"), a noun of a body ``followed`` by its name ("penyidik KPK"), a ``bare``
    noun behind another that it describes ("target militer").
    """
    refer = words.referring
    before = row.lower[at - 1] if at > 0 else ""
    if noun.sense is Sense.ROLE and bare and (before in refer.copulas or before in refer.states):
        return True
    if noun.sense is Sense.ORGAN and followed:
        return True
    if not bare or noun.form not in refer.describing:
        return False
    return at > 0 and row.texts[at - 1].islower() and row.upos(at - 1) == "NOUN"


def _counts_next(row: Row, words: NamingWords, at: int, end: int) -> bool:
    """Whether a counter only counts the noun behind it ("tiga orang tersangka")."""
    if row.lower[at] not in words.referring.counters or end >= len(row.lower):
        return False
    match = row.nouns.get(end)
    return match is not None and match[1].sense in {Sense.ROLE, Sense.CROWD, Sense.PERSON}


def _counted(row: Row, words: NamingWords, first: int, last: int) -> int | None:
    """Return the first number that words say."""
    return next((count for at in range(first, last) if (count := _number(row, words, at)) is not None), None)


def _number(row: Row, words: NamingWords, at: int) -> int | None:
    text = row.lower[at]
    return int(text) if text.isdigit() else words.numbers.get(text)


def entry_at(row: Row, words: NamingWords, at: int) -> tuple[tuple[int, Noun] | None, bool]:
    """Return the noun that begins at a word, with or without an owner's clitic, and whether it is owned."""
    match = row.nouns.get(at)
    if match is not None:
        return match, False
    lower = row.lower[at]
    for clitic in words.referring.own:
        if lower.endswith(clitic) and len(lower) - len(clitic) >= CLITIC_LETTERS:
            noun = words.nouns.entries.get(lower[: -len(clitic)])
            if noun is not None:
                return (1, noun), True
    half = lower.split("-")
    if len(half) == 2 and half[0] == half[1] and half[0] in words.nouns.entries:
        return (1, words.nouns.entries[half[0]]), False
    return None, False


def _quantified(row: Row, words: NamingWords, at: int) -> tuple[int, bool, bool]:
    """Return where the words that count a noun begin, and whether they say several, or one."""
    first, plural, single = at, False, False
    refer = words.referring
    while first > 0:
        before = row.lower[first - 1]
        if before in refer.counters and first - 1 > 0 and _counts(row, words, first - 2):
            first -= 1
        elif _counts(row, words, first - 1):
            plural = plural or row.lower[first - 1] != "1"
            first -= 1
        elif first > 1 and refer.one.at(row.lower, first - 2) == (2, True):
            return first - 2, plural, True
        elif refer.one.at(row.lower, first - 1) == (1, True):
            return first - 1, plural, True
        else:
            break
    return first, plural, single


def _counted_in(row: Row, words: NamingWords, first: int, at: int, end: int) -> bool:
    """Whether the words that count a noun are part of the mention: not before an acronym, nor words for all of them."""
    return not row.texts[at].isupper() or end - at > 1 if row.lower[first] not in words.referring.wholes else False


def _counts(row: Row, words: NamingWords, at: int) -> bool:
    text = row.lower[at]
    if text.isdigit():
        return len(text) <= 4 and not (at > 0 and row.texts[at - 1] in {"/", "(", "."})
    return words.referring.several.at(row.lower, at) == (1, True)


def _complement(row: Row, words: NamingWords, at: int, noun: Noun, taken: Set[int]) -> int:
    """Return the end of what a crowd's noun is followed by: the name of its place or body."""
    if noun.sense is not Sense.CROWD:
        return at
    end = at
    while (
        end < len(row.texts)
        and end - at < 3
        and row.capitals[end]
        and end not in taken
        and row.lower[end] not in words.barred
        and row.lower[end] not in words.openers
        and end not in row.offices
    ):
        end += 1
    return end


def plain_epithet(row: Row, words: NamingWords, at: int) -> tuple[int, int] | None:
    """Return the words of an epithet at ``at``: "sang pemimpin", "pria tersebut", "penyanyi berusia 49 tahun"."""
    refer = words.referring
    lower = row.lower
    one = refer.one.at(lower, at)
    if (
        one is not None
        and at + one[0] < len(lower)
        and lower[at + one[0]] in refer.epithets
        and lower[at] in {"sang", "si"}
    ):
        return at, at + one[0] + 1
    if lower[at] not in refer.epithets or at + 1 >= len(lower):
        return None
    if lower[at + 1] in refer.back:
        return at, at + 1
    if lower[at + 1] in refer.marks and at + 2 < len(lower):
        end = at + 3
        while end < len(lower) and (lower[end] in words.protected.years or (row.capitals[end] and end - at < 5)):
            end += 1
        return at, end
    return None
