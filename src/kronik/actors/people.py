"""Names of persons: the model's names put right, names that titles and initials give away, and their offices."""

from collections.abc import Callable, Iterator, Sequence, Set

from msgspec import Struct

from kronik.actors.marked import Marked, is_degree, of_facility
from kronik.actors.told_names import PersonName, Told, is_role, started_names, told_names
from kronik.actors.words import Row
from kronik.languages.analysis import NameKind
from kronik.languages.naming import NamingWords, Scope

SURE = 0.5
"""Score from which the model's person of capital letters is believed."""
FIRM = 0.9
"""Score from which the model's person is one though a region has the name ("Bima"); chosen on gold train."""
INITIALS = 3
"""Letters of the longest initials that stand for a person without more."""
SHORT = 4
"""Letters of a family name that the model parts from the rest."""
LONGEST = 8
"""Words of a person's name."""
LONGEST_JOINED = 5
"""Words of a name joined of two that the model marks."""
LONGEST_OFFICE = 4
"""Words of an office whose territory may be taken for a person."""


class Around(Struct, frozen=True, kw_only=True):
    """What else is known of a row when its persons are sought.

    Attributes:
        barred: words of bodies, which name no person.
        states: words that name states.
        whole: half-open words that are a known person's whole name.
        starters: words that begin persons' names in the article.
        begin: places of such words in the row.
    """

    barred: Set[int]
    states: Set[int]
    whole: Sequence[tuple[int, int]]
    starters: frozenset[str]
    begin: Sequence[int]


def people_in(
    row: Row, words: NamingWords, names: tuple[Marked, ...], told: Told, around: Around
) -> Sequence[PersonName]:
    """Return the names of persons in a row, in order, none within another."""
    found = [PersonName(first, last, "name.known") for first, last in around.whole] if around.whole else []
    known = {index for one in found for index in range(one.first, one.last)} if found else set()
    for name in names:
        if name.kind is not NameKind.PERSON:
            continue
        span = range(name.first, name.last)
        if not (around.states >= set(span) or _weak(row, name, around.starters)) and known.isdisjoint(span):
            limit = min([other.first for other in names if other.first > name.first], default=len(row.texts))
            found.extend(_put_in_place(row, words, name, limit, around))
    if len(found) > 1:
        found = _apart(found, lambda at: len(row.texts[at]) <= SHORT)
    taken = {index for one in found for index in range(one.first, one.last)} if found else set()
    ends = {one.last for one in found} if found else set()
    more = told_names(row, words, told, ends, around.barred)
    if around.begin:
        starts = [at for at in around.begin if at not in taken]
        more.extend(started_names(row, words, starts, around.barred))
    for one in more:
        if taken.isdisjoint(range(one.first, one.last)):
            found.append(one)
            taken.update(range(one.first, one.last))
    if more:
        found.sort(key=_first)
    return _together(row, found) if len(found) > 1 else found


def _together(row: Row, found: Sequence[PersonName]) -> list[PersonName]:
    """Return the names with a single word joined to the name right behind it: no text names two persons so."""
    kept = [found[0]]
    for one in found[1:]:
        before = kept[-1]
        alone = (
            before.last - before.first == 1 and before.last == one.first and one.last - before.first <= LONGEST_JOINED
        )
        if alone and row.ends[before.first] + 1 == row.starts[one.first] and _is_given(row, before.first, one.first):
            kept[-1] = PersonName(before.first, one.last, one.rule)
        else:
            kept.append(one)
    return kept


def _is_given(row: Row, first: int, second: int) -> bool:
    """Whether two words are written as the parts of one name, no initials among them."""
    return all(row.texts[at].isalpha() and row.capitals[at] and not row.texts[at].isupper() for at in (first, second))


def _first(one: PersonName) -> int:
    return one.first


def _put_in_place(row: Row, words: NamingWords, name: Marked, limit: int, around: Around) -> Iterator[PersonName]:
    """Yield the person's name that the model marks, put right; the next name begins at ``limit``."""
    for one in put_right(row, words, name.first, name.last, around.barred, around.starters):
        first, last = _after_territory(row, words, one, around.states), min(one.last, max(limit, name.last))
        if first >= last or (last - first == 1 and is_title(words, row.texts[first])):
            continue
        if (last - first == 1 and _of_no_one(row, words, name, first)) or of_facility(row, words, first):
            continue
        # The model may take an office's territory for a person: one word, and another name follows right away.
        if last - first > 1 or limit != last or not _of_territory(row, first):
            yield PersonName(first, last, one.rule)


def _of_no_one(row: Row, words: NamingWords, name: Marked, at: int) -> bool:
    """Whether a word alone is a letter that ends a sentence, a degree, or a region that the model is not sure of."""
    text = row.texts[at]
    if len(text) == 1:
        return row.texts[at + 1 : at + 2] == (".",) and at + 2 >= len(row.texts)
    region = words.regions.at(row.lower, at) is not None and name.score < FIRM
    return region or is_degree(words, text)


def _weak(row: Row, name: Marked, starters: frozenset[str]) -> bool:
    """Whether the model is unsure of a name of capitals, which mostly is an acronym."""
    if name.score >= SURE or name.first >= name.last:
        return False
    text = row.texts[name.first]
    return text.isupper() and len(text) > 2 and text not in starters


def _apart(found: list[PersonName], short: Callable[[int], bool]) -> list[PersonName]:
    """Return those that do not overlap one before them; a short word right before a name is its first."""
    kept: list[PersonName] = []
    for one in sorted(found, key=lambda one: (one.first, -one.last)):
        if kept and one.first == kept[-1].last and kept[-1].last - kept[-1].first == 1 and short(kept[-1].first):
            kept[-1] = PersonName(kept[-1].first, one.last, one.rule)
        elif not kept or one.first >= kept[-1].last:
            kept.append(one)
    return kept


def _of_territory(row: Row, first: int) -> bool:
    """Whether an office that is named with a territory stands right before a word; the model takes it for a person."""
    for begin, (length, office) in row.offices.items():
        if begin + length == first and length <= LONGEST_OFFICE:
            return office.scope in {Scope.HOME, Scope.STATE}
    return False


def _after_territory(row: Row, words: NamingWords, one: PersonName, states: Set[int]) -> int:
    """Return where a name begins whose first words are the state or region of the office before it."""
    if not _of_territory(row, one.first):
        return one.first
    at = one.first
    while at in states:
        at += 1
    if at == one.first and (match := words.regions.at(row.lower, at)) is not None:
        at += match[0]
    return at if at < one.last or at > one.first else one.first


def put_right(
    row: Row, words: NamingWords, first: int, last: int, barred: Set[int], starters: frozenset[str]
) -> Iterator[PersonName]:
    """Yield the name that the model's words hold: titles, addresses, degrees and bodies are cut off."""
    first, last = _core(row, words, first, last, barred, starters)
    if first >= last or last - first > LONGEST or (last - first == 1 and _names_no_one(row, words, first, starters)):
        return
    while last - first > 1 and row.texts[last - 1].islower():
        last -= 1
    small = not any(row.capitals[first:last])
    if small and not (first > 0 and row.ranks.get(first - 1) is not None):
        return
    # A capitalised ordinary word within a sentence is the name's first ("Ketua Umum Lalu Wirya").
    while first > 1 and row.capitals[first - 1] and _opens_name(row, words, first - 1):
        first -= 1
    yield PersonName(first, last, "name.model")


def _core(
    row: Row, words: NamingWords, first: int, last: int, barred: Set[int], starters: frozenset[str]
) -> tuple[int, int]:
    """Return the words of a name without what stands before and after it."""
    first = _after_titles(row, words, first, last)
    while first < last and (
        first in barred
        or not row.texts[first][0].isalnum()
        or (last - first > 1 and row.texts[first][0].islower() and row.lower[first] not in words.kept)
        or (row.lower[first] in words.barred and row.texts[first] not in starters)
        or (last - first > 1 and row.lower[first] in words.legal)
    ):
        first += 1
    end = first
    while end < last and end not in barred:
        end += 1
    last = _grown(row, words, first, end, barred) if end == last else end
    last = _without_tail(row, words, first, last)
    while first < last and row.lower[first] in words.openers and last - first > 1 and row.texts[first] not in starters:
        first += 1
    return first, last


def _names_no_one(row: Row, words: NamingWords, at: int, starters: frozenset[str]) -> bool:
    """Whether a word alone is none's name, or an acronym of what is spoken of."""
    text = row.texts[at]
    if text.isupper() and len(text) > INITIALS and at > 0 and (row.texts[at - 1] == "(" or is_role(row, at - 1)):
        return True
    return _is_no_name(words, row.lower[at]) and text not in starters


def _opens_name(row: Row, words: NamingWords, at: int) -> bool:
    return row.lower[at] in words.kept or (row.lower[at] in words.openers and row.texts[at - 1].isalnum())


def is_title(words: NamingWords, text: str) -> bool:
    """Tell whether a word alone is an office, a calling or a rank."""
    lower = text.lower()
    return lower in words.offices.entries or lower in words.ranks.entries


def _is_no_name(words: NamingWords, lower: str) -> bool:
    """Tell whether a word alone is none's name: an ordinary word, an office, a rank, a degree, a body."""
    tables = (words.nouns.entries, words.bodies.entries)
    return (
        lower in words.openers
        or lower in words.barred
        or lower in words.degrees
        or is_title(words, lower)
        or any(lower in table for table in tables)
    )


def _after_titles(row: Row, words: NamingWords, first: int, last: int) -> int:
    moved = True
    while moved and first < last - 1:
        moved = False
        lower = row.lower[first]
        if lower in words.kept:
            break
        for match in (row.offices.get(first), row.ranks.get(first)):
            if match is not None and first + match[0] < last:
                first += match[0]
                moved = True
                break
        else:
            if lower in words.honorifics or lower in words.former or row.texts[first] in {".", ",", "("}:
                first += 1
                moved = True
    return first


def _grown(row: Row, words: NamingWords, first: int, last: int, barred: Set[int]) -> int:
    """Return the end of the name where the model stopped before its last capitalised words."""
    while (
        last < len(row.texts)
        and last not in barred
        and last - first < 5
        and row.capitals[last]
        and row.lower[last] not in words.barred
        and row.lower[last] not in words.openers
        and not row.texts[last].isupper()
        and last not in row.offices
        and last not in row.bodies
        and row.ends[last - 1] + 1 == row.starts[last]
        and row.upos(last) == "PROPN"
    ):
        last += 1
    return last


def _without_tail(row: Row, words: NamingWords, first: int, last: int) -> int:
    """Return the end without degrees, brackets, ages and marks."""
    for index in range(first + 1, last):
        text, lower = row.texts[index], row.lower[index]
        if text in {",", "(", ")", '"', "“", "”", ";", ":", "/"} or (
            text[0].islower() and lower not in words.particles
        ):
            return index
        if lower in words.degrees and row.lower[index - 1] not in words.kept and index > first + 1 and text.isupper():
            return index
        if index > first + 1 and (index in row.ranks and index == last - 1):
            return index
    while last > first + 1 and (row.texts[last - 1] in {".", "-", "'"} and len(row.texts[last - 2]) > 2):
        last -= 1
    return last
