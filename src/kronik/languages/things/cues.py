"""Names of things behind the words that give them away: head nouns, makers, laws, titles in quotation marks."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from kronik.languages.analysis import NameKind
from kronik.languages.things.runs import ORDINAL, SURE, YEAR, Line, edition, run_end
from kronik.languages.things.words import Cue, Part, Rest, ThingWords

LONGEST_TITLE = 12
"""Words of a quotation that is a title."""
LONGEST_LAW = 16
"""Words of a law's name."""
TO_CALLED = 9
"""Words between a cue and the word that brings the name ("aplikasi pesan antar bernama ...")."""
DOUBTFUL = 0.2
"""Chance of another name from which a single word behind a cue is that (the thing's owner, "mobil Polri") and no
thing; chosen on the set that `SURE` was chosen on."""
SHORTEST_ACRONYM = 3
"""Letters of an acronym that names an event before a year, and of one that stands for a name before it."""
OPENING = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»"}
"""Marks that open a quotation -> those that close it."""
DESIGNATOR = re.compile(r"[A-Z]{1,3}\d{1,3}[A-Za-z]{0,3}|[A-Z]{1,2}-[A-Z]")
"""A model by letters and digits ("LM350"), or by letters alone ("HR-V")."""
CODE = re.compile(r"([A-Za-z]+-)\d{1,4}[A-Z]{0,3}\d?")
NUMBER_MARKS = frozenset({".", ":", "/", "-"})


class Thing(Struct, frozen=True):
    """A name of a thing.

    Attributes:
        first, last: half-open words of the line.
        kind: product or other.
        again: whether it is a name where it stands again without a cue.
        model: where a maker's model begins, which stands for the thing without the maker; None elsewhere.
    """

    first: int
    last: int
    kind: NameKind
    again: bool = True
    model: int | None = None


def cued(line: Line, words: ThingWords) -> Iterator[Thing]:
    """Yield the names that cues give away."""
    done = 0
    for at in range(len(line.forms)):
        if at < done:
            continue
        match = words.cues.at(line.lower, at)
        if match is None or not _stands(line, at, match[0], match[1]):
            continue
        length, cue = match
        one = _after_cue(line, words, at, length, cue)
        if one is not None:
            yield one
            done = at + length
        elif cue.rest is Rest.NOT:
            done = at + length


def _stands(line: Line, at: int, length: int, cue: Cue) -> bool:
    """Whether a cue stands as the table has it: in capitals, with a capital, or in any case."""
    if cue.form.isupper():
        return line.forms[at : at + length] == tuple(cue.form.split(" "))
    if cue.part is Part.OUT:
        return at == 0 or not (line.raised[at] and line.raised[at - 1])
    return cue.part is Part.BOTH or line.raised[at]


def _after_cue(line: Line, words: ThingWords, at: int, length: int, cue: Cue) -> Thing | None:
    """Return the name that a cue of ``length`` words gives away; None where nothing that follows makes one."""
    after = at + length
    if cue.rest is Rest.NONE:
        company = line.acts[after - 1] and line.named(at, NameKind.ORGANISATION)
        return None if company else Thing(at, edition(line, after), cue.kind, again=False)
    reader = READERS.get(cue.rest)
    return reader(line, words, at, after, cue) if reader is not None else None


def _named_from(line: Line, words: ThingWords, at: int) -> int:
    """Return where the name begins behind words such as "bernama", which small words may part from the cue."""
    for index in range(at, min(at + TO_CALLED, len(line.forms))):
        if line.lower[index] in words.called:
            at = index + 1
        elif not line.forms[index].isalpha() or (line.raised[index] and len(line.forms[index]) >= SHORTEST_ACRONYM):
            break
    return at


def _maybe_more(line: Line, words: ThingWords, at: int, after: int, cue: Cue) -> Thing | None:
    """Return a cue that is a name with what goes on behind it; none where both are a person's name."""
    if not _may_begin(line, after) and not (after < len(line.forms) and line.forms[after][0].isdigit()):
        return Thing(at, after, cue.kind)
    if YEAR.fullmatch(line.forms[after]):
        return Thing(at, edition(line, after), cue.kind)
    if line.named(at, NameKind.PERSON) and line.named(after, NameKind.PERSON):
        return None
    return Thing(at, run_end(line, words, after), cue.kind)


def _named(line: Line, words: ThingWords, at: int, after: int, cue: Cue) -> Thing | None:
    """Return the run behind a cue, with the cue where that belongs to it; none where it begins with no thing."""
    begin = _named_from(line, words, after)
    ordinal = cue.part is Part.IN and begin < len(line.forms) and ORDINAL.fullmatch(line.forms[begin]) is not None
    last = run_end(line, words, begin) if ordinal or _may_begin(line, begin) else begin
    if last <= begin or _is_whole(line, words, begin):
        return None
    if cue.part is not Part.OUT and line.raised[at] and begin == after:
        return Thing(at, last, cue.kind)
    if line.lower[begin] in words.heads or line.named(begin, NameKind.PERSON, NameKind.PLACE):
        return None
    if last - begin == 1 and cue.kind is NameKind.OTHER and line.named(begin, NameKind.ORGANISATION, least=0.0):
        return None
    return Thing(begin, last, cue.kind, _is_telling(line, words, begin, last))


def _may_begin(line: Line, at: int) -> bool:
    """Whether a run may begin at a word."""
    return at < len(line.forms) and line.raised[at]


def _is_whole(line: Line, words: ThingWords, at: int) -> bool:
    """Whether another cue, a name whole by itself or a maker's begins at a word ("akun Instagram Dinas ...")."""
    match = words.cues.at(line.lower, at)
    return match is not None and (match[1].part is Part.OUT or match[1].rest in {Rest.NONE, Rest.NOT, Rest.MODEL})


def _is_telling(line: Line, words: ThingWords, first: int, last: int) -> bool:
    """Whether words stand for a thing where they come again."""
    return last - first > 1 or line.lower[first] not in words.ordinary


def _titled(line: Line, words: ThingWords, _at: int, after: int, cue: Cue) -> Thing | None:
    """Return the quotation behind a cue, or the run of capitals that names no owner of it."""
    begin = _named_from(line, words, after)
    quoted = _quotation(line, begin)
    if quoted is not None:
        return Thing(*quoted, cue.kind, _is_telling(line, words, *quoted))
    if line.raised[begin : begin + 2] == (True, True) and _is_land(line, begin):
        begin += 1
    if not _may_begin(line, begin) or (cue.rest is Rest.CALLED and begin == after):
        return None
    last = _subtitled(line, words, run_end(line, words, begin))
    if last <= begin or line.lower[begin] in words.heads or _is_whole(line, words, begin):
        return None
    if _is_owner(line, words, begin, last):
        return None
    return Thing(begin, last, cue.kind, _is_telling(line, words, begin, last))


def _is_owner(line: Line, words: ThingWords, begin: int, last: int) -> bool:
    """Whether a run behind a cue names whose the thing is: a person, a body or a place, by the model or its words."""
    alone = last - begin == 1
    if (alone and _is_land(line, begin)) or not words.companies.isdisjoint(line.lower[begin:last]):
        return True
    if any(_is_coded(form, words) for form in line.forms[begin:last]):
        return False
    kinds = NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION
    return line.named(begin, *kinds, least=0.0 if alone else SURE)


def _is_land(line: Line, at: int) -> bool:
    """Whether a word says whose a thing is and not what: a place, or an acronym as short as those of states ("AS")."""
    form = line.forms[at]
    return (form.isupper() and len(form) < SHORTEST_ACRONYM) or line.named(at, NameKind.PLACE, least=DOUBTFUL)


def _is_coded(form: str, words: ThingWords) -> bool:
    """Whether a word is a designator, which no person, body or place is called by."""
    code = CODE.fullmatch(form)
    return DESIGNATOR.fullmatch(form) is not None or (code is not None and code[1] in words.codes)


def _subtitled(line: Line, words: ThingWords, last: int) -> int:
    """Return the end of a title with the second part that a colon brings."""
    if line.forms[last : last + 1] == (":",) and line.raised[last + 1 : last + 2] == (True,):
        return run_end(line, words, last + 1)
    return last


def _quotation(line: Line, at: int) -> tuple[int, int] | None:
    """Return the words between the marks of a quotation that opens at a word and is a title; None without one."""
    close = OPENING.get(line.forms[at]) if at < len(line.forms) else None
    if close is None or at + 1 >= len(line.forms) or not (line.raised[at + 1] or line.forms[at + 1][0].isdigit()):
        return None
    for end in range(at + 2, min(len(line.forms), at + 2 + LONGEST_TITLE)):
        if line.forms[end] == close:
            last = end - 1 if line.forms[end - 1] in {",", "."} else end
            return (at + 1, last) if last > at + 1 else None
    return None


def _model(line: Line, words: ThingWords, at: int, after: int, cue: Cue) -> Thing | None:
    """Return a maker's name with the model behind it; none where the words name the company."""
    last = run_end(line, words, after)
    letter = after + 1 < len(line.forms) and len(line.forms[after]) == 1 and line.raised[after + 1]
    if letter:
        last = run_end(line, words, after + 1)
    if (
        last <= after
        or not (letter or line.raised[after] or line.forms[after][0].isdigit())
        or not words.companies.isdisjoint(line.lower[after:last])
        or _legal(line, words, at)
    ):
        return None
    if line.named(after, NameKind.PLACE, NameKind.PERSON) or (
        last - after == 1 and line.forms[after].isdigit() and last - at > 2
    ):
        return None
    return Thing(at, last, cue.kind, model=after)


def _legal(line: Line, words: ThingWords, at: int) -> bool:
    """Whether a maker's name goes on with the name of a company that begins before it ("Maruti Suzuki ...")."""
    if at == 0 or not line.raised[at - 1]:
        return False
    lower = line.lower[at - 1]
    return lower not in words.ordinary and lower not in words.leading and words.cues.at(line.lower, at - 1) is None


def _law(line: Line, words: ThingWords, at: int, after: int, cue: Cue) -> Thing | None:
    """Return a law's name: its number and year, the run behind it, or what it is about."""
    last = _law_run(line, words, after)
    numbered = _numbered(line, words, last)
    if numbered > last:
        return Thing(at, numbered, cue.kind)
    if cue.rest is Rest.NUMBERED or not line.raised[at]:
        return None
    if last == after and after < len(line.forms) and line.lower[after] in words.about:
        last = _law_run(line, words, after + 1)
        last = last if last > after + 1 else after
    return Thing(at, last, cue.kind) if last > after else None


def _law_run(line: Line, words: ThingWords, at: int) -> int:
    """Return the end of a run of capitals and what links them, names of bodies and places among them."""
    last, limit = at, min(len(line.forms), at + LONGEST_LAW)
    while at < limit:
        if line.raised[at] and line.lower[at] not in words.stops and line.lower[at] not in words.numbers:
            last = at = at + 1
        elif (
            (line.lower[at] in words.links or line.lower[at] in words.joins)
            and last == at
            and at + 1 < limit
            and line.raised[at + 1]
        ):
            at += 1
        else:
            break
    return last


def _numbered(line: Line, words: ThingWords, at: int) -> int:
    """Return the end of a law's number and year that begin at a word; the word itself without them."""
    if at >= len(line.forms) or line.lower[at] not in words.numbers:
        return _year_of(line, words, at) if at < len(line.forms) and YEAR.fullmatch(line.forms[at]) else at
    end = at + 1
    while end < len(line.forms) and line.forms[end] in NUMBER_MARKS:
        end += 1
    if end >= len(line.forms) or not any(mark.isdigit() for mark in line.forms[end]):
        return at
    return _year_of(line, words, end + 1)


def _year_of(line: Line, words: ThingWords, at: int) -> int:
    while at + 1 < len(line.forms) and line.forms[at] in NUMBER_MARKS:
        at += 2
    if at + 1 < len(line.forms) and line.lower[at] in words.years and line.forms[at + 1].isdigit():
        return at + 2
    return at


READERS: Mapping[Rest, Callable[[Line, ThingWords, int, int, Cue], Thing | None]] = MappingProxyType(
    {
        Rest.MAY: _maybe_more,
        Rest.NAME: _named,
        Rest.TITLE: _titled,
        Rest.CALLED: _titled,
        Rest.MODEL: _model,
        Rest.LAW: _law,
        Rest.NUMBERED: _law,
    }
)
"""What follows a cue -> what reads it: (line, words, first word of the cue, word behind it, cue)."""
