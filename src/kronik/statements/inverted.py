"""Indirect speech around its attribution: "A, kata X", "A, kata X, B", "menurut X, A"."""

from kronik.languages.speech import Place
from kronik.statements.drafting import drafted, floor_of
from kronik.statements.drafts import Cue, CueSort, Draft, Scan, Seat, Side
from kronik.statements.regions import opener_end, speaker_end

LONGEST_SOURCE = 24
"""Most words of a source behind its preposition; chosen on gold train."""


def inverted(scan: Scan, cue: Cue, taken: tuple[Draft, ...]) -> Draft | None:
    """Return the draft of "A, kata X", "A, kata X, B" or "Kata X, B"."""
    words = scan.words
    word = cue.word
    floor = floor_of(scan, taken, cue.first)
    comma = scan.form(cue.first - 1) == ","
    opening = opener_end(scan, floor, cue.first) == cue.first or cue.first == floor
    if word is None or (word.loose and not cue.clitic and not comma) or not (comma or opening):
        return None
    if not cue.clitic and scan.form(cue.last) in scan.speech.pointing:
        return None
    region_end = cue.last if cue.clitic else speaker_end(scan, cue.last)
    if region_end == cue.last and not cue.clitic:
        return None
    side = Side.IMPLIED if cue.clitic else Side.AFTER
    behind = _behind(scan, region_end)
    ahead = (opener_end(scan, floor, cue.first), cue.first - 1) if comma and not opening else None
    if ahead is not None and word.loose and not cue.clitic and not words.is_name(cue.last):
        return None
    spans = tuple(span for span in (ahead, behind) if span is not None)
    return drafted(scan, cue, spans, Seat(side, (cue.last, region_end)), "inverted")


def _behind(scan: Scan, at: int) -> tuple[int, int] | None:
    """Return the words behind an attribution that go on with the content; None when what follows is an adjunct."""
    speech, forms = scan.speech, scan.words.forms
    if scan.form(at) != "," or at + 1 >= scan.unit.last:
        return None
    first = at + 1
    if forms[first] in speech.closing:
        return None
    end = first
    while end < scan.unit.last:
        if forms[end] in speech.citing_only or (forms[end] in speech.likewise and scan.form(end + 1) in speech.citing):
            break
        end += 1
    return (first, end) if end > first else None


def according(scan: Scan, cue: Cue, taken: tuple[Draft, ...]) -> Draft | None:
    """Return the draft of "menurut X, A", "A, menurut X, B" or "A, menurut X"."""
    speech, forms, last = scan.speech, scan.words.forms, scan.unit.last
    floor = floor_of(scan, taken, cue.first)
    if _within_report(scan, cue):
        return None
    end = _source_end(scan, cue)
    if cue.sort is CueSort.RESTING and (scan.form(end) != "," or forms[cue.last] not in speech.utterances):
        return None
    while end < last and forms[end] in speech.after_verb:
        end += 1
    first = end + 1 if scan.form(end) == "," else end
    behind = (first, last) if first < last and forms[first] not in (".", ")") else None
    start = opener_end(scan, floor, cue.first)
    comma = scan.form(cue.first - 1) == ","
    ahead = (start, cue.first - 1) if comma and start < cue.first - 1 else None
    if not comma and start < cue.first and (behind is None or scan.form(end) != ","):
        ahead = (start, cue.first)
    spans = tuple(span for span in (ahead, behind) if span is not None)
    side = Side.IMPLIED if cue.clitic else Side.AFTER
    return drafted(scan, cue, spans, Seat(side, (cue.last, end)), "according", first if behind else -1)


def _within_report(scan: Scan, cue: Cue) -> bool:
    """Tell whether a source stands right behind a reporting word: it is what that report rests on."""
    before = next((one for one in reversed(scan.cues) if one.last <= cue.first), None)
    if before is None or before.word is None or before.word.place is not Place.ACTIVE:
        return False
    return all(form == "," or form in scan.speech.that for form in scan.words.forms[before.last : cue.first])


def _source_end(scan: Scan, cue: Cue) -> int:
    """Return the index behind the source that a preposition of a source names."""
    forms, last = scan.words.forms, scan.unit.last
    if cue.clitic:
        return cue.last
    if scan.form(cue.last) in scan.speech.pronouns:
        return cue.last + 1
    end = cue.last
    while end < last and scan.words.is_name(end):
        end += 1
    if end > cue.last and scan.form(end) in scan.speech.predicates:
        return end
    while end < last and forms[end] != "," and end - cue.last < LONGEST_SOURCE:
        end += 1
    if end == last or forms[end] != ",":
        return speaker_end(scan, cue.last)
    return _apposition_end(scan, end)


def _apposition_end(scan: Scan, comma: int) -> int:
    """Return the comma that ends an apposition in capitals behind a source, else the same comma."""
    words = scan.words
    at = comma + 1
    while at < scan.unit.last and words.forms[at] != ",":
        if not words.is_name(at) and words.forms[at] not in ("(", ")"):
            digit = words.forms[at][0].isdigit()
            if not digit and words.forms[at] not in "/." and scan.form(at + 1) != ".":
                return comma
        at += 1
    return at if at < scan.unit.last and at > comma + 1 else comma
