"""Outlets and documents that a page cites for what somebody said."""

from msgspec.structs import replace

from kronik.records.statements import Speech
from kronik.statements.drafts import Cue, CueSort, Draft, Scan, Side
from kronik.statements.regions import QUOTE_MARKS, content_end
from kronik.statements.spoken import Stretch

LONGEST_SOURCE = 14
"""Most words of the name of what is cited; chosen on gold train."""


def with_citations(scan: Scan, drafts: tuple[Draft, ...]) -> tuple[tuple[Draft, ...], Stretch | None]:
    """Return the drafts of a unit with what it cites, and a citation that is left for the unit before.

    A unit that cites and holds no other statement gives one of its own when it starts with the citation.
    """
    out = list(drafts)
    left: Stretch | None = None
    for cue in scan.cues:
        if cue.sort is not CueSort.CITING or _within(scan, cue, drafts):
            continue
        source, end = source_of(scan, cue)
        if source is None:
            continue
        at = scan.words.starts[cue.first]
        open_ones = [index for index, draft in enumerate(out) if draft.via is None]
        ahead = [index for index in open_ones if out[index].content[0][0] <= at]
        if open_ones:
            index = ahead[-1] if ahead else open_ones[0]
            out[index] = replace(out[index], via=source)
        elif not out:
            draft = _own(scan, cue, source, end)
            if draft is not None:
                out.append(draft)
            else:
                left = source
    return tuple(out), left


def source_of(scan: Scan, cue: Cue) -> tuple[Stretch | None, int]:
    """Return the code points of what a citing word cites, and the index of the word behind it."""
    speech, forms = scan.speech, scan.words.forms
    first = cue.last
    while first < scan.unit.last and forms[first] in speech.citing_links:
        first += 1
    at = first
    while at < min(scan.unit.last, first + LONGEST_SOURCE):
        form = forms[at]
        if form in ",;:()" or form in QUOTE_MARKS or form in speech.closing:
            break
        if form == "." and at + 1 >= scan.unit.last:
            break
        at += 1
    return scan.stretch(first, at), at


def _within(scan: Scan, cue: Cue, drafts: tuple[Draft, ...]) -> bool:
    at = scan.words.starts[cue.first]
    return any(start <= at < end for draft in drafts for start, end in draft.content if draft.kind is Speech.DIRECT)


def _own(scan: Scan, cue: Cue, source: Stretch, end: int) -> Draft | None:
    """Return the statement of "Dilansir X, Rabu (18/6/2025), A"."""
    forms = scan.words.forms
    lead = forms[scan.unit.first : cue.first]
    if any(form not in scan.speech.likewise and form not in scan.speech.openers for form in lead):
        return None
    at = _behind_commas(scan, end)
    if at is None:
        return None
    stop = content_end(scan, cue, at)
    content = scan.stretch(at, stop)
    if content is None or scan.form(at) in scan.speech.whether:
        return None
    return Draft(
        unit=scan.number,
        cue=cue,
        content=(content,),
        kind=Speech.INDIRECT,
        side=Side.AFTER,
        region=(cue.last, end),
        via=source,
        rule="cited",
    )


def _behind_commas(scan: Scan, at: int) -> int | None:
    """Return the index behind what is cited and behind the day of it; None when nothing follows."""
    forms, last = scan.words.forms, scan.unit.last
    while True:
        depth = 0
        while at < last and (forms[at] != "," or depth):
            depth += (forms[at] in "([") - (forms[at] in ")]")
            at += 1
        at += 1
        if at >= last:
            return None
        stop = next((index for index in range(at, last) if forms[index] == ","), last)
        day = forms[at] in scan.speech.closing and stop - at <= LONGEST_DAY
        if not day and not (forms[at][0].isdigit() and stop - at <= LONGEST_DAY):
            return at
        if stop == last:
            return None


LONGEST_DAY = 8
"""Most words and marks of the day behind what is cited; chosen on gold train."""
