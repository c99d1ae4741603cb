"""Offices, ranks and forms of address: beside a name, and alone."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from kronik.actors.found import Held
from kronik.actors.words import Row
from kronik.languages.naming import ADDRESS, NamingWords, Office, Scope

FURTHEST = 22
"""Words before a name within which its office begins."""
LONGEST = 5
"""Words of an office or a rank that ends before a name."""
PLAIN = 3
"""Lower-case words that are no office, link or body, and may stand between an office and the name."""
PLAIN_PARTS = frozenset({"NOUN", "ADJ", "PROPN", "ADP", "NUM", ""})
OPEN_MARKS = frozenset({"(", ")", ",", "/", "-"})


def held_before(
    row: Row, words: NamingWords, first: int, owners: Mapping[int, int], country_of: Mapping[int, str]
) -> Held | None:
    """Return the office, rank or address that stands before the name that begins at a word; None without one.

    ``owners``: word -> end of the person's name it is in. ``country_of``: word -> state it names.
    """
    if not (row.offices or row.ranks or row.holds & ADDRESS):
        return None
    walk = _Walk(begin=first)
    at = first - 1
    while at >= max(0, first - FURTHEST):
        step = _title_step(row, words, at, walk)
        if step is not None:
            at = step
            continue
        if at in owners and not _relational(row, at, first, owners):
            break
        if not _may_stand(row, words, at, first, at in country_of, walk):
            break
        at -= 1
    if walk.begin == first:
        return None
    return _held(row, words, walk.begin, first, walk.best, country_of)


@dataclass(slots=True)
class _Walk:
    """A walk back from a name: where its office begins so far, the office, and plain words since it."""

    begin: int
    best: tuple[int, Office] | None = None
    plain: int = 0


def _title_step(row: Row, words: NamingWords, at: int, walk: _Walk) -> int | None:
    """Return the word before an office, rank or address that ends at a word, and note it; None without one."""
    office = _phrase_ending(row, at)
    if office is not None:
        walk.begin, walk.best = _better(office, walk.best, walk.begin)
        walk.plain = 0
        return office[0] - 1
    rank = _rank_ending(row, at)
    if rank is not None:
        walk.begin = rank
        return rank - 1
    lower = row.lower[at]
    if lower in words.honorifics or (row.texts[at] == "." and at > 0 and row.lower[at - 1] in words.honorifics):
        if walk.best is None and lower in words.honorifics and walk.begin in {at + 1, at + 2}:
            walk.begin = at
        return at - 1
    return None


def _may_stand(row: Row, words: NamingWords, at: int, first: int, state: bool, walk: _Walk) -> bool:
    """Whether a word may stand between an office and the name: of its territory, a link, a few plain nouns."""
    text, lower = row.texts[at], row.lower[at]
    if lower in words.openers and lower not in words.links:
        return False
    if text in OPEN_MARKS:
        return text != "," or at == first - 1 or _comma_may_stand(row, words, at)
    if text[0].isupper() or text[0].isdigit() or lower in words.links or state:
        return True
    if text[0].isalpha() and row.upos(at) in PLAIN_PARTS and walk.plain < PLAIN:
        walk.plain += 1
        return True
    return False


def has_title(row: Row, words: NamingWords, first: int, last: int) -> bool:
    """Tell whether an office, a rank or a calling before ``[first, last)`` says that it names a person.

    One word after an office, or a region's name, may be the office's territory.
    """
    if first == 0:
        return False
    at = first - 1
    if row.texts[at] in {",", "."} and at > 0:
        return _rank_ending(row, at) is not None
    office = _phrase_ending(row, at)
    if office is None:
        return _rank_ending(row, at) is not None
    alone = last - first == 1 or words.regions.at(row.lower, first) is not None
    return office[1].scope is Scope.NONE or not (alone or row.bodies.get(first) is not None)


def _phrase_ending(row: Row, at: int) -> tuple[int, Office] | None:
    """Return the longest office whose last word is ``at``: its first word and entry."""
    for first, (length, office) in row.offices.items():
        if first + length - 1 == at and length <= LONGEST:
            return first, office
    return None


def _rank_ending(row: Row, at: int) -> int | None:
    if row.texts[at] == "." and at > 0:
        at -= 1
    for first, (length, _) in row.ranks.items():
        if first + length - 1 == at and length <= LONGEST and row.capitals[first]:
            return first
    if row.texts[at] == ")" and at >= 2 and at - 1 in row.ranks:
        return at - 2
    return None


def _better(office: tuple[int, Office], best: tuple[int, Office] | None, begin: int) -> tuple[int, tuple[int, Office]]:
    """Choose between an office and one nearer to the name: the outer one, unless it is only a calling."""
    if best is None:
        return office[0], office
    if office[1].scope is Scope.NONE and best[1].scope is not Scope.NONE:
        return begin, best
    return office[0], office


def _relational(row: Row, at: int, first: int, owners: Mapping[int, int]) -> bool:
    """Whether the person's name at a word belongs to the office of another: "kuasa hukum X, Y"."""
    start = at
    while start - 1 in owners and owners[start - 1] == owners[at]:
        start -= 1
    return (
        row.texts[first - 1] == ","
        and owners[at] == first - 1
        and start > 0
        and _phrase_ending(row, start - 1) is not None
    )


def _comma_may_stand(row: Row, words: NamingWords, at: int) -> bool:
    """Whether a comma within an office goes on with it: before a rank, or in a list that ends with "dan"."""
    if row.ranks.get(at + 1) is not None or row.lower[at + 1] in words.honorifics:
        return True
    return any(row.lower[index] in words.joins for index in range(at + 1, min(len(row.lower), at + 5)))


def _held(
    row: Row, words: NamingWords, begin: int, first: int, best: tuple[int, Office] | None, country_of: Mapping[int, str]
) -> Held:
    begin = with_modifiers(row, words, begin)
    office = best[1] if best else None
    after = best[0] + len(office.form.split(" ")) if best and office else begin
    ranks = words.ranks.entries
    territory = tuple([lower for lower in row.lower[after:first] if lower[0].isalnum() and lower not in ranks])
    sectors = (sector for at, (_, sector) in row.ranks.items() if begin <= at < first and sector != "UNK")
    rank_sector = next(sectors, None)
    return Held(
        first=begin,
        last=first,
        office=office,
        sector=sector_of(row, office, after, first) or rank_sector,
        former=any(lower in words.former for lower in row.lower[begin : best[0] if best else begin]),
        territory=territory,
        country=next((country_of[index] for index in range(begin, first) if index in country_of), None),
    )


def with_modifiers(row: Row, words: NamingWords, begin: int) -> int:
    """Return where the words before an office ("mantan", "plt.") begin."""
    while begin > 0:
        at = begin - 1
        if row.texts[at] in {".", ")", "("} and at > 0 and words.acting.at(row.lower, at - 1) is not None:
            at -= 1
        if row.lower[at] in words.former or words.acting.at(row.lower, at) is not None:
            begin = at
        elif at > 0 and (match := words.acting.at(row.lower, at - 1)) is not None and match[0] > 1:
            begin = at - 1
        else:
            break
    return begin


def sector_of(row: Row, office: Office | None, after: int, last: int) -> str | None:
    """Return the sector of an office: that of the body named in it for an office of a body, else its own."""
    if office is None:
        return None
    if office.scope is Scope.BODY:
        for index, (_, body) in row.bodies.items():
            if after <= index < last and row.capitals[index]:
                return body.sector
    return office.sector


def held_after(row: Row, words: NamingWords, last: int, starts: Set[int], country_of: Mapping[int, str]) -> Held | None:
    """Return the office in apposition after a name that ends at ``last``: ", Ketua ...,", "(Ketua ...)", "selaku ...".

    ``starts``: words at which persons' names begin; an office that runs into one is theirs.
    """
    at = last
    if at >= len(row.texts):
        return None
    if row.texts[at] in {",", "("} or row.lower[at] in {"selaku", "sebagai"}:
        at += 1
    else:
        return None
    if at >= len(row.texts):
        return None
    at = skip_modifiers(row, words, at)
    match = row.offices.get(at) if at < len(row.texts) else None
    if match is None:
        return None
    end = office_end(row, words, at, match[0], starts)
    if any(index in starts for index in range(at, min(end + 2, len(row.texts)))):
        return None
    return _held(row, words, at, end, (at, match[1]), country_of)


def skip_modifiers(row: Row, words: NamingWords, at: int) -> int:
    """Return the first word at or after ``at`` that is no word before an office."""
    while at < len(row.texts) - 1:
        match = words.acting.at(row.lower, at)
        office = row.offices.get(at)
        if office is not None and (match is None or office[0] > match[0]):
            break
        if match is not None:
            at += match[0]
        elif row.lower[at] in words.former:
            at += 1
        else:
            break
        if at < len(row.texts) - 1 and row.texts[at] == ".":
            at += 1
    return at


def office_end(row: Row, words: NamingWords, at: int, length: int, stops: Set[int]) -> int:
    """Return the end of an office that begins at ``at``: its own words and the capitalised ones after them."""
    end = at + length
    last = end
    while end < len(row.texts) and end - at < FURTHEST and end not in stops:
        text, lower = row.texts[end], row.lower[end]
        if text[0].isupper() and lower not in words.openers and lower not in words.barred:
            if row.ranks.get(end) is not None or (row.offices.get(end) is not None and not row.texts[end].isupper()):
                break
            end += 1
            last = end
        elif text[0].isdigit() and len(text) <= 2:
            end += 1
            last = end
        elif lower in words.links and end + 1 < len(row.texts) and row.capitals[end + 1] and end > at + length:
            end += 1
        else:
            break
    return last
