"""The words of a sentence as the finder of things reads them: runs of capitals, and what goes on with them."""

import re
from itertools import pairwise

from msgspec import Struct

from kronik.languages.analysis import Name, NameKind, Sentence
from kronik.languages.things.words import ThingWords

LONGEST = 9
"""Words of a run; a law's name and a quotation are longer at times."""
LEFT = 5
"""Words to the left of a word that ends a name, or of a year."""
SURE = 0.5
"""Score from which the model's person, body or place is no thing; chosen on the development half of the labels."""
YEAR = re.compile(r"(?:19|20)\d\d(?:[/-](?:20)?\d\d)?")
SMALL_NUMBER = re.compile(r"\d{1,3}(?:\.\d)?")
PLATE = re.compile(r"[A-Z]{1,2}-\d{1,4}-[A-Z]{1,3}")
ORDINAL = re.compile(r"ke-\d{1,4}")
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


class Line(Struct, frozen=True, kw_only=True):
    """The words of a sentence.

    Attributes:
        forms, lower: as written and in lower case.
        raised: whether each has a capital.
        joined: whether no space stands before each.
        acts: whether each is the subject of a verb: a platform that acts is its company.
        names: half-open words and the model's name that they are.
    """

    forms: tuple[str, ...]
    lower: tuple[str, ...]
    raised: tuple[bool, ...]
    joined: tuple[bool, ...]
    acts: tuple[bool, ...]
    names: tuple[tuple[int, int, Name], ...]

    def named(self, at: int, *kinds: NameKind, least: float = SURE) -> bool:
        """Tell whether the model, with this score at least, sees a word in a name of one of these kinds."""
        return any(
            first <= at < last and name.kind in kinds and name.score >= least for first, last, name in self.names
        )


def line_of(sentence: Sentence, names: tuple[tuple[int, int, Name], ...]) -> Line:
    """Return the line of a sentence; the names are half-open words and the model's name."""
    tokens = sentence.tokens
    forms = tuple([token.form for token in tokens])
    return Line(
        forms=forms,
        lower=tuple([form.lower() for form in forms]),
        raised=tuple([_is_raised(form) for form in forms]),
        joined=(False, *[before.end == token.start for before, token in pairwise(tokens)]),
        acts=tuple([token.relation in SUBJECTS and tokens[token.head].upos == "VERB" for token in tokens]),
        names=names,
    )


def _is_raised(form: str) -> bool:
    """Whether a word has a capital, the first letter or one behind small letters ("iPhone"); "non-ASN" has none."""
    return form[0].isupper() or (form[0].isalpha() and not form.islower() and form.isalnum())


def ends_name(line: Line, at: int) -> bool:
    """Whether a word may be the last before a year: one with a capital, or a number behind it ("Liga 1")."""
    return line.raised[at] or (at > 0 and line.raised[at - 1] and SMALL_NUMBER.fullmatch(line.forms[at]) is not None)


def run_begin(line: Line, words: ThingWords, end: int) -> int:
    """Return where the run of capitals that ends before a word begins, ordinary words that open a sentence left out."""
    first = end
    while first > 0 and end - first <= LEFT:
        at = first - 1
        if line.named(at, NameKind.PERSON) or line.lower[at] in words.stops or line.lower[at] in words.undated:
            break
        linked = first < end and at > 0 and line.raised[at - 1] and _may_link(line, words, at)
        if line.raised[at] or linked:
            first = at
        else:
            break
    opens = first == 0 or not line.forms[first - 1][0].isalnum()
    while first < end - 1 and (line.lower[first] in words.leading or (opens and line.lower[first] in words.ordinary)):
        first += 1
        if len(line.forms[first]) == 1:
            first += 1
    return min(first, end)


def _may_link(line: Line, words: ThingWords, at: int) -> bool:
    return line.lower[at] in words.links or SMALL_NUMBER.fullmatch(line.forms[at]) is not None


def run_end(line: Line, words: ThingWords, at: int) -> int:
    """Return the end of the run of capitals, designators and small numbers that begins at a word, its year included."""
    first = last = at
    while at < len(line.forms) and at - first < LONGEST:
        form, lower = line.forms[at], line.lower[at]
        if line.raised[at]:
            if (
                lower in words.stops
                or lower in words.undated
                or PLATE.fullmatch(form)
                or (at > first and line.named(at, NameKind.PERSON))
            ):
                break
            last = at = at + 1
        elif _goes_on(line, words, first, last, at):
            last = at = at + 1
        elif lower in words.links and last == at > first and line.raised[at + 1 : at + 2] == (True,):
            at += 1
        else:
            break
    return edition(line, last) if last > first else last


def _goes_on(line: Line, words: ThingWords, first: int, last: int, at: int) -> bool:
    """Whether a word without a capital belongs to a run: a number that counts nothing, or letters right behind one."""
    form = line.forms[at]
    if SMALL_NUMBER.fullmatch(form) or ORDINAL.fullmatch(form):
        return ORDINAL.fullmatch(form) is not None or not _counts(line, words, at)
    return at > first and last == at and line.joined[at] and form.isalpha() and form.islower()


def _counts(line: Line, words: ThingWords, at: int) -> bool:
    """Whether a number counts what follows it."""
    return at + 1 < len(line.forms) and line.lower[at + 1] in words.counted


def edition(line: Line, at: int) -> int:
    """Return the end of a name with the year, or two years, of its edition right behind it."""
    if at >= len(line.forms) or not YEAR.fullmatch(line.forms[at]):
        return at
    two = line.forms[at + 1 : at + 2] == ("-",) and YEAR.fullmatch(line.forms[min(at + 2, len(line.forms) - 1)])
    return at + 3 if two else at + 1
