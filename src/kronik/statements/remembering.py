"""Who speaks where an attribution leaves it to what stands before: "ujarnya", "kata dia", "seraya menambahkan"."""

from msgspec import Struct

from kronik.actors.cast import Cast, Reference
from kronik.languages.analysis import Analysis
from kronik.languages.speech import Place
from kronik.records.actors import ActorKind, MentionForm
from kronik.statements.drafts import Draft, Scan, Side
from kronik.statements.wording import Unit

REACH = 3
"""Units back to which an attribution without a name looks for its speaker; chosen on gold train."""
PLURAL = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.STATE})


class Told(Struct, frozen=True):
    """A statement that counted: number of its unit and who spoke."""

    unit: int
    members: tuple[int, ...]


def implied_speaker(
    draft: Draft, cast: Cast, analysis: Analysis, told: tuple[Told, ...], units: tuple[Scan, ...]
) -> tuple[int, ...]:
    """Return who speaks where the attribution leaves it to what was said before.

    ``told`` holds the statements before, in order; ``units`` is every unit of the article. Within a sentence it is who
    spoke there before. A word of inverted attribution goes on with the last speaker, a person rather than a body.
    Elsewhere the nearest counts: one who spoke, or a person whom the narration is about.
    """
    scan = units[draft.unit]
    spoke = tuple(one for one in told if one.members)
    if spoke and draft.side is Side.BEFORE and spoke[-1].unit == scan.number:
        return spoke[-1].members
    cue = draft.cue
    near = tuple(one for one in spoke if scan.number - one.unit <= REACH)
    if cue is None or (cue.word is not None and cue.word.place is Place.BARE):
        found = _last_person(near, cast)
        if found:
            return found
    limit = scan.words.starts[cue.first] if cue is not None else draft.content[0][0]
    for number in range(scan.number, max(-1, scan.number - REACH - 1), -1):
        here = next((one.members for one in reversed(spoke) if one.unit == number), None)
        if here is not None and number < scan.number:
            return here
        person = leading_person(units[number], cast, analysis, limit, only=number == scan.number - 1)
        if person is not None:
            return (person,)
    return spoke[-1].members if spoke else ()


def leading_person(scan: Scan, cast: Cast, analysis: Analysis, limit: int, *, only: bool) -> int | None:
    """Return the person whom a unit is about before a code point: a subject, else the first who is no object.

    With ``only``, one behind a preposition counts when the unit names no other.
    """
    people = [
        one
        for one in cast.within(scan.unit.start, min(scan.unit.end, limit))
        if cast.members[one.member].kind is ActorKind.PERSON
        and one.form is not MentionForm.PRONOUN
        and not _quoted(scan.unit, one)
    ]
    free = [one for one in people if not governed(scan, one, scan.unit.first)]
    subjects = [one for one in free if _is_subject(analysis, one)]
    if free:
        return (subjects or free)[0].member
    return people[0].member if only and len({one.member for one in people}) == 1 else None


def governed(scan: Scan, reference: Reference, first: int) -> bool:
    """Tell whether a preposition stands before a reference, so that it is no subject."""
    before = scan.words.before(reference.outer_start)
    if before < first:
        return False
    form = scan.words.forms[before]
    return form in scan.speech.addressing or form in scan.speech.about or form == scan.speech.by


def _is_subject(analysis: Analysis, reference: Reference) -> bool:
    tokens = analysis.sentences[reference.sentence].tokens if reference.sentence < len(analysis.sentences) else ()
    return reference.head < len(tokens) and tokens[reference.head].relation.startswith("nsubj")


def _last_person(near: tuple[Told, ...], cast: Cast) -> tuple[int, ...]:
    people = [one for one in near if cast.members[one.members[0]].kind is ActorKind.PERSON]
    return people[-1].members if people else near[-1].members if near else ()


def _quoted(unit: Unit, reference: Reference) -> bool:
    return any(quote.start <= reference.start < quote.end for quote in unit.quotes)
