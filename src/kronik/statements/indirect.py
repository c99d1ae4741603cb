"""Indirect speech behind its reporting word: "X mengatakan (bahwa) A", "tuduhan bahwa A"."""

from kronik.languages.speech import Place
from kronik.statements.drafting import drafted, floor_of
from kronik.statements.drafts import Cue, CueSort, Draft, Scan, Seat, Side
from kronik.statements.inverted import according, inverted
from kronik.statements.passives import passive
from kronik.statements.regions import LONGEST_SUBJECT, clause_start, content_end, content_start, opener_end

NEGATION_REACH = 4
"""Most words that a negator stands before its verb; chosen on gold train."""
LONGEST_HOLDER = 8
"""Most words between a noun of speech and its conjunction; chosen on gold train."""


def indirect_of(scan: Scan, taken: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Return the drafts of the indirect speech in a unit; ``taken`` are those of its direct speech."""
    used = {draft.cue.first for draft in taken if draft.cue is not None}
    out: list[Draft] = []
    for cue in scan.cues:
        if cue.first in used or _hidden(scan, cue, taken):
            continue
        draft = _read(scan, cue, taken)
        if draft is not None:
            out.append(draft)
    return tuple(out)


def _hidden(scan: Scan, cue: Cue, taken: tuple[Draft, ...]) -> bool:
    """Tell whether a reporting expression lies within direct speech."""
    at = scan.words.starts[cue.first]
    return any(start <= at < end for draft in taken for start, end in draft.content)


def _read(scan: Scan, cue: Cue, taken: tuple[Draft, ...]) -> Draft | None:
    if cue.sort is CueSort.ACCORDING or cue.sort is CueSort.RESTING:
        return according(scan, cue, taken)
    if cue.sort is CueSort.NOUN:
        return noun(scan, cue)
    if cue.word is None:
        return None
    if cue.word.place is Place.ACTIVE:
        return active(scan, cue, taken)
    if cue.word.place is Place.PASSIVE:
        return passive(scan, cue)
    return inverted(scan, cue, taken)


def active(scan: Scan, cue: Cue, taken: tuple[Draft, ...]) -> Draft | None:
    """Return the draft of an active reporting word; None when it reports nothing here."""
    speech, forms = scan.speech, scan.words.forms
    start = content_start(scan, cue)
    floor = floor_of(scan, taken, cue.first)
    moved = _moved(scan, cue, floor)
    if moved is not None:
        return moved
    if start is None or (cue.first and forms[cue.first - 1] in speech.likewise):
        return None
    if _negated(scan, cue) and forms[start] not in speech.whether:
        return None
    end = content_end(scan, cue, start)
    first = clause_start(scan, cue, floor)
    return drafted(scan, cue, ((start, end),), Seat(Side.BEFORE, (first, cue.first)), "active", start)


def _moved(scan: Scan, cue: Cue, floor: int) -> Draft | None:
    """Return the draft of "A, X mengatakan pada Senin", in which nothing but an adjunct stands behind the word."""
    forms = scan.words.forms
    comma = next((at for at in range(cue.first - 1, floor, -1) if forms[at] == ","), None)
    if comma is None or cue.first - comma > LONGEST_SUBJECT or cue.last >= scan.unit.last:
        return None
    if not _adjunct(scan, cue.last, content_end(scan, cue, cue.last)):
        return None
    span = (opener_end(scan, floor, comma), comma)
    return drafted(scan, cue, (span,), Seat(Side.BEFORE, (comma + 1, cue.first)), "active-behind")


def _adjunct(scan: Scan, first: int, last: int) -> bool:
    """Tell whether all that stands behind an active word says when or to whom."""
    forms = scan.words.forms
    return (
        forms[first] in scan.speech.addressing
        and last - first <= LONGEST_SUBJECT
        and not any(
            form in ",:" or form in scan.speech.that or form in scan.speech.purpose for form in forms[first:last]
        )
    )


def _negated(scan: Scan, cue: Cue) -> bool:
    at = cue.first - 1
    while at >= max(scan.unit.first, cue.first - NEGATION_REACH):
        form = scan.words.forms[at]
        if form in scan.speech.negators:
            return True
        if form not in scan.speech.between:
            return False
        at -= 1
    return False


def noun(scan: Scan, cue: Cue) -> Draft | None:
    """Return the draft of "tuduhan (X) bahwa A"."""
    speech, forms = scan.speech, scan.words.forms
    for at in range(cue.last, min(scan.unit.last, cue.last + LONGEST_HOLDER)):
        if forms[at] in speech.bahwa:
            end = content_end(scan, cue, at + 1)
            seat = Seat(Side.AFTER if at > cue.last else Side.IMPLIED, (cue.last, at))
            return drafted(scan, cue, ((at + 1, end),), seat, "noun", at + 1)
        if forms[at] in ".,;:" or scan.cue_at(at) is not None:
            return None
    return None
