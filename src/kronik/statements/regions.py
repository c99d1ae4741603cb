"""Borders within a unit: where a speaker's noun phrase ends, where a content starts and ends."""

from kronik.languages.speech import Place, Sort
from kronik.statements.drafts import Cue, CueSort, Scan

LONGEST_SPEAKER = 28
"""Most words of a speaker with titles and apposition; chosen on gold train."""
LONGEST_ASIDE = 16
"""Most words between a reporting word and its conjunction; chosen on gold train."""
LONGEST_SUBJECT = 9
"""Most words of a subject between a conjunction and its reporting word; chosen on gold train."""
LONGEST_OPENER = 7
"""Most words of an opener of a sentence; chosen on gold train."""
QUOTE_MARKS = "\"“”„‟«»‘’'"


def speaker_end(scan: Scan, first: int) -> int:
    """Return the index behind the noun phrase of a speaker that starts at a word, apposition included."""
    words = scan.words
    at, depth, commas = first, 0, 0
    stop = min(scan.unit.last, first + LONGEST_SPEAKER)
    while at < stop:
        form = words.forms[at]
        if form in "([":
            depth += 1
        elif form in ")]":
            depth -= 1
        elif depth == 0 and form == ",":
            if commas or at == first or not _apposed(scan, at + 1):
                return at
            commas += 1
        elif depth == 0 and (_ends(scan, at, stop) or _closes(scan, at, first)):
            return at
        at += 1
    return at


def _apposed(scan: Scan, at: int) -> bool:
    """Tell whether a word behind a comma may open the name that a title was for."""
    form = scan.form(at)
    return bool(form) and scan.words.is_name(at) and form not in scan.speech.closing


def _ends(scan: Scan, at: int, stop: int) -> bool:
    form = scan.words.forms[at]
    return form in QUOTE_MARKS or form in ":;!?—–" or (form == "." and (at + 1 >= stop or not scan.form(at + 1)))


def _closes(scan: Scan, at: int, first: int) -> bool:
    """Tell whether a word opens what stands behind a speaker."""
    words = scan.words
    form = words.forms[at]
    if form not in scan.speech.closing:
        return False
    if not words.is_name(at):
        return at > first or form in scan.speech.relative
    return at > first and not words.is_name(at - 1)


def clause_start(scan: Scan, cue: Cue, floor: int) -> int:
    """Return the index at which the clause of an active reporting word starts, not before ``floor``."""
    speech, forms = scan.speech, scan.words.forms
    at = cue.first - 1
    while at >= floor:
        form = forms[at]
        if form in ";:" or (form in QUOTE_MARKS and at < cue.first - 1):
            return at + 1
        if form in speech.turning or form in speech.bahwa:
            return at + 1
        if form in speech.subordinating and at < cue.first - 1 and (at == floor or forms[at - 1] == "," or at > floor):
            return at + 1
        at -= 1
    return floor


def opener_end(scan: Scan, first: int, stop: int) -> int:
    """Return the index behind what opens a sentence and is no content ("Sementara itu,", "Namun")."""
    speech, forms = scan.speech, scan.words.forms
    at = first
    while at < min(stop, first + LONGEST_OPENER) and forms[at] in speech.openers:
        at += 1
    if at < stop and at > first and forms[at] == ",":
        return at + 1
    if first < stop and (forms[first] in speech.turning or forms[first] in speech.joining):
        return first + 1
    return first


def content_start(scan: Scan, cue: Cue) -> int | None:
    """Return the index of the first word that an active reporting word reports; None when it reports nothing here."""
    speech, forms, last = scan.speech, scan.words.forms, scan.unit.last
    at = cue.last
    while at < last and forms[at] in speech.after_verb:
        at += 1
    aside = _aside_end(scan, at)
    if aside is None and cue.word is not None and cue.word.sort is Sort.SAY:
        aside = _told_end(scan, at)
    if aside is not None:
        at = aside
    while at < last and (forms[at] in ",:" or forms[at] in speech.that):
        at += 1
    if at < last and forms[at] in speech.about and cue.word is not None:
        at += 1
    return at if at < last and any(scan.words.is_word(index) for index in range(at, last)) else None


def _told_end(scan: Scan, at: int) -> int | None:
    """Return the index of the conjunction behind whoever is told ("memberi tahu warga bahwa")."""
    speech, forms = scan.speech, scan.words.forms
    for index in range(at, min(scan.unit.last, at + LONGEST_ASIDE)):
        form = forms[index]
        if form in speech.bahwa:
            return index
        if form in ",:;." or form in speech.predicates or form.startswith(speech.verb_starts):
            return None
    return None


def _aside_end(scan: Scan, at: int) -> int | None:
    """Return the index behind a note of whom, when or where ("kepada wartawan,", "pada Rabu (18/6) bahwa")."""
    speech, forms = scan.speech, scan.words.forms
    if at >= scan.unit.last or (forms[at] != "(" and forms[at] not in speech.addressing):
        return None
    comma = None
    for index in range(at, min(scan.unit.last, at + LONGEST_ASIDE)):
        if forms[index] in speech.that and (forms[index] in speech.bahwa or index > at + 1):
            return index
        if forms[index] in ",:" and comma is None:
            comma = index
        if comma is None and index > at and forms[index] in speech.purpose:
            return None
        if forms[index] in QUOTE_MARKS:
            return index
    return comma


def content_end(scan: Scan, cue: Cue, start: int) -> int:
    """Return the index behind what an active reporting word reports."""
    words, last = scan.words, scan.unit.last
    forms, cutting = words.forms, scan.speech.cutting
    ends = {quote.outer_start: quote.outer_end for quote in scan.unit.quotes}
    at = start
    while at < last:
        if ends and words.starts[at] in ends:
            at = max(at + 1, words.at_or_after(ends[words.starts[at]]))
            continue
        if forms[at] in cutting and _cuts(scan, at):
            break
        at += 1
    later = next((one for one in scan.cues if one.first > start and _tells(one) and one.first < at), None)
    if later is not None and _subordinate(scan, cue):
        commas = [index for index in range(start, later.first) if forms[index] == ","]
        if commas:
            return commas[-1]
    return at


def _tells(cue: Cue) -> bool:
    return cue.sort is CueSort.VERB and cue.word is not None and cue.word.place is Place.ACTIVE


def _subordinate(scan: Scan, cue: Cue) -> bool:
    """Tell whether the clause of a reporting word at the start of a unit is a subordinate one."""
    forms = scan.words.forms
    head = forms[scan.unit.first : min(cue.first, scan.unit.first + 3)]
    return any(form in scan.speech.subordinating for form in head)


def _cuts(scan: Scan, at: int) -> bool:
    """Tell whether a content ends before a word: a citation, or a second report, starts there."""
    return _cites(scan, at) or _attributes(scan, at) or _reports_again(scan, at)


def _cites(scan: Scan, at: int) -> bool:
    speech, form, following = scan.speech, scan.form(at), scan.form(at + 1)
    if form in speech.likewise:
        return following in speech.citing or (following in speech.relative and scan.form(at + 2) in speech.citing)
    if form == ",":
        return following in speech.citing_only or following in speech.according
    return form in speech.citing_only


def _attributes(scan: Scan, at: int) -> bool:
    cue = scan.cue_at(at + 1) if scan.form(at) == "," else None
    return cue is not None and cue.word is not None and cue.word.place is Place.BARE and not cue.word.loose


def _reports_again(scan: Scan, at: int) -> bool:
    speech, forms, form = scan.speech, scan.words.forms, scan.form(at)
    if form not in speech.joining and form not in speech.turning and form not in speech.subordinating:
        return False
    noun = scan.cue_at(at + 1)
    if noun is not None and noun.sort is CueSort.NOUN and form in speech.joining:
        return any(word in speech.bahwa for word in forms[noun.last : noun.last + LONGEST_SUBJECT])
    cue = _next_verb(scan, at)
    if cue is None:
        return False
    between = forms[at + 1 : cue.first]
    if form in speech.joining and all(word in speech.between for word in between):
        return True
    return (form in speech.turning or form not in speech.joining) and "," not in between


def _next_verb(scan: Scan, at: int) -> Cue | None:
    for cue in scan.cues:
        if at < cue.first <= at + LONGEST_SUBJECT + 1 and _tells(cue):
            return cue
    return None
