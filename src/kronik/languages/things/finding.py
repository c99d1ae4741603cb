"""Names of products and other things in a text, by the words beside them and on top of a model's names."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kronik.languages.analysis import NameKind
from kronik.languages.things.cues import CODE, DESIGNATOR, SHORTEST_ACRONYM, Thing, cued
from kronik.languages.things.runs import (
    LEFT,
    SMALL_NUMBER,
    SURE,
    YEAR,
    Line,
    edition,
    ends_name,
    run_begin,
    run_end,
)
from kronik.languages.things.words import Rest, ThingWords

ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,7}")


def things_in(line: Line, words: ThingWords) -> list[Thing]:
    """Return the names of things in a line, in order, none within another; the longest of those that overlap."""
    found = [*cued(line, words), *_coded(line, words), *_ended(line, words), *_dated(line, words)]
    found = [one for one in found if not _within_other(line, one)]
    found.sort(key=lambda one: (one.first - one.last, one.first))
    kept: list[Thing] = []
    for one in found:
        if all(one.last <= other.first or other.last <= one.first for other in kept):
            kept.append(one)
    kept.extend(list(_short(line, kept)))
    kept.sort(key=lambda one: one.first)
    return kept


def _within_other(line: Line, one: Thing) -> bool:
    """Whether a longer name of a person, a body or a place goes over it ("Satgas Operasi ...", "TikTok Nusantara")."""
    single = one.last - one.first == 1
    return any(
        (first < one.first or (single and first == one.first and last > one.last))
        and last >= one.last
        and name.score >= SURE
        and line.raised[first]
        for first, last, name in line.names
    )


def _coded(line: Line, words: ThingWords) -> Iterator[Thing]:
    """Yield designators of known families ("F-16"), and those behind a name with a capital ("Denza D9")."""
    for at, form in enumerate(line.forms):
        code = CODE.fullmatch(form)
        if code is not None and code[1] in words.codes:
            yield Thing(at, at + 1, words.codes[code[1]].kind)
        elif at > 0 and DESIGNATOR.fullmatch(form) and _brand(line, words, at - 1):
            first = at - 1
            while first > 0 and at - first < LEFT and _brand(line, words, first - 1):
                first -= 1
            yield Thing(first, run_end(line, words, at), NameKind.PRODUCT)


def _brand(line: Line, words: ThingWords, at: int) -> bool:
    """Whether a word may be a brand before a designator: it has a capital, and small letters, and begins no office."""
    form, lower = line.forms[at], line.lower[at]
    if not line.raised[at] or len(form) < SHORTEST_ACRONYM or not form.isalpha():
        return False
    cue = words.cues.at(line.lower, at)
    if cue is not None:
        return cue[1].rest in {Rest.MODEL, Rest.MAY}
    barred = words.stops, words.heads, words.undated, words.ordinary
    return not (any(lower in group for group in barred) or line.named(at, NameKind.PLACE))


def _ended(line: Line, words: ThingWords) -> Iterator[Thing]:
    """Yield runs of capitals that end with a word that names an event or a treaty ("Indonesia Open")."""
    for at, lower in enumerate(line.lower):
        cue = words.tails.get(lower)
        if cue is None or not line.raised[at]:
            continue
        first = run_begin(line, words, at)
        if first < at and (at + 1 == len(line.forms) or not line.raised[at + 1]):
            yield Thing(first, edition(line, at + 1), cue.kind)


def _dated(line: Line, words: ThingWords) -> Iterator[Thing]:
    """Yield runs of capitals right before a year, which name an event's edition ("Festival Budaya 2025")."""
    for at, form in enumerate(line.forms):
        if at == 0 or not YEAR.fullmatch(form) or not ends_name(line, at - 1) or line.lower[at - 1] in words.undated:
            continue
        first = run_begin(line, words, at)
        alone = at - first == 1
        company = line.lower[at - 1] in words.companies and line.named(at - 1, NameKind.ORGANISATION)
        if (
            first == at
            or company
            or line.lower[first] in words.heads
            or line.named(at - 1, NameKind.PERSON, NameKind.PLACE)
        ):
            continue
        acronym = ACRONYM.fullmatch(line.forms[first]) and len(line.forms[first]) >= SHORTEST_ACRONYM
        if alone and (not acronym or line.named(first, NameKind.ORGANISATION)):
            continue
        yield Thing(first, edition(line, at), NameKind.OTHER)


def _short(line: Line, found: Sequence[Thing]) -> Iterator[Thing]:
    """Yield the acronyms in brackets right behind the names of things, but for those that are names found already."""
    known = {one.first for one in found}
    for one in found:
        at = one.last + 1
        if (
            at not in known
            and line.forms[one.last : at] == ("(",)
            and line.forms[at + 1 : at + 2] == (")",)
            and ACRONYM.fullmatch(line.forms[at])
        ):
            yield Thing(at, at + 1, one.kind)


def again_in(lines: Sequence[Line], found: Sequence[Sequence[Thing]], words: ThingWords) -> list[list[Thing]]:
    """Return the things of each line with those that stand there again without a cue.

    A single word stands for a thing again only where it is no ordinary one and the text never writes it small.
    """
    kinds: dict[tuple[str, ...], NameKind] = {}
    small = {form for line in lines for form in line.forms if form.islower()}
    for line, things in zip(lines, found, strict=True):
        for one in things:
            for form in _forms(line, one):
                if len(form) > 1 or (_is_rare(form[0], words) and form[0].lower() not in small):
                    kinds.setdefault(form, one.kind)
    longest: dict[str, int] = {}
    for form in kinds:
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return [
        sorted([*things, *_again(line, things, kinds, longest, words)], key=lambda one: one.first)
        if not longest.keys().isdisjoint(line.forms)
        else list(things)
        for line, things in zip(lines, found, strict=True)
    ]


def _forms(line: Line, one: Thing) -> Iterator[tuple[str, ...]]:
    """Yield the forms by which a thing may be named again: the whole, a maker's model, its first word."""
    if one.again:
        yield line.forms[one.first : one.last]
    if one.model is not None:
        if not line.forms[one.model][0].isdigit():
            yield line.forms[one.model : one.last]
        if line.raised[one.model]:
            yield line.forms[one.model : one.model + 1]


def _is_rare(form: str, words: ThingWords) -> bool:
    lower = form.lower()
    return len(form) >= SHORTEST_ACRONYM - 1 and lower not in words.ordinary and lower not in words.heads


def _again(
    line: Line,
    things: Sequence[Thing],
    kinds: Mapping[tuple[str, ...], NameKind],
    longest: Mapping[str, int],
    words: ThingWords,
) -> Iterator[Thing]:
    taken = {at for one in things for at in range(one.first, one.last)}
    for at, form in enumerate(line.forms):
        for length in range(min(longest.get(form, 0), len(line.forms) - at), 0, -1):
            kind = kinds.get(line.forms[at : at + length])
            if kind is not None and taken.isdisjoint(range(at, at + length)):
                more = kind is NameKind.PRODUCT and _goes_on(line, at + length)
                one = Thing(at, run_end(line, words, at) if more else at + length, kind)
                if taken.isdisjoint(range(one.first, one.last)) and not _within_other(line, one):
                    yield one
                    taken.update(range(at, at + length))
                break


def _goes_on(line: Line, at: int) -> bool:
    """Whether what stands behind a product's name says which of its kind it is."""
    return (
        at < len(line.forms)
        and (SMALL_NUMBER.fullmatch(line.forms[at]) or DESIGNATOR.fullmatch(line.forms[at])) is not None
    )
