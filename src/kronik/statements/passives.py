"""Indirect speech in the passive: "disebut A", "A disampaikan oleh X", "A, seperti dikatakan X"."""

from kronik.languages.speech import Sort
from kronik.statements.drafting import drafted
from kronik.statements.drafts import Cue, Draft, Scan, Seat, Side
from kronik.statements.regions import clause_start, content_end, opener_end, speaker_end

AGENT_WORDS = 8
"""Most words between a passive reporting word and its agent, or before one that opens its unit; chosen on train."""
LEAD = 4
"""Most words between "as" and a passive reporting word; chosen on gold train."""
UNNAMED = Seat(Side.UNNAMED)


def passive(scan: Scan, cue: Cue) -> Draft | None:
    """Return the draft of a passive reporting word; None when it reports nothing here."""
    if _likewise(scan, cue):
        return _as_told(scan, cue)
    speech, forms, last = scan.speech, scan.words.forms, scan.unit.last
    at = cue.last
    while at < last and forms[at] in speech.after_verb:
        at += 1
    opens = cue.first <= scan.unit.first + AGENT_WORDS
    if at < last and (forms[at] in speech.bahwa or (forms[at] == "," and opens)):
        start = at + 1 + (scan.form(at + 1) in speech.bahwa)
        return drafted(scan, cue, ((start, content_end(scan, cue, start)),), UNNAMED, "passive-clause", start)
    subject = clause_start(scan, cue, scan.unit.first)
    stands = scan.form(subject) in speech.standing_for
    if stands and cue.word is not None and cue.word.sort is not Sort.STANCE:
        return None
    agent = _agent(scan, cue)
    if agent is not None:
        return _by_agent(scan, cue, agent, subject)
    if cue.clitic:
        spans = ((opener_end(scan, subject, cue.first), cue.first), (cue.last, content_end(scan, cue, cue.last)))
        return drafted(scan, cue, spans, Seat(Side.IMPLIED), "passive-clitic", cue.last)
    return drafted(scan, cue, ((at, content_end(scan, cue, at)),), UNNAMED, "passive", at)


def _by_agent(scan: Scan, cue: Cue, agent: tuple[int, int], subject: int) -> Draft | None:
    """Return the draft of "disebut A oleh X", or of "A disebut X B"."""
    first, end = agent
    seat = Seat(Side.AFTER, agent)
    if scan.form(first - 1) == scan.speech.by and first - 1 > cue.last:
        return drafted(scan, cue, ((cue.last, first - 1),), seat, "passive-agent", cue.last)
    spans = ((opener_end(scan, subject, cue.first), cue.first), (end, scan.unit.last))
    return drafted(scan, cue, spans, seat, "passive-agent", cue.last)


def _likewise(scan: Scan, cue: Cue) -> bool:
    """Tell whether "as" stands before a passive reporting word."""
    forms = scan.words.forms[max(scan.unit.first, cue.first - LEAD) : cue.first]
    lead = [form for form in forms if form not in scan.speech.between]
    while lead and lead[-1] in scan.speech.relative:
        lead.pop()
    return bool(lead) and lead[-1] in scan.speech.likewise


def _agent(scan: Scan, cue: Cue) -> tuple[int, int] | None:
    """Return the words of the agent of a passive: behind "oleh", or a name right behind the verb."""
    speech, forms = scan.speech, scan.words.forms
    for at in range(cue.last, min(scan.unit.last, cue.last + AGENT_WORDS)):
        if forms[at] == speech.by:
            return at + 1, speaker_end(scan, at + 1)
        if forms[at] in ".,;:":
            break
    if cue.last < scan.unit.last and (scan.words.is_name(cue.last) or forms[cue.last] in speech.pronouns):
        end = cue.last
        while end < scan.unit.last and (scan.words.is_name(end) or forms[end] in speech.pronouns):
            end += 1
        return cue.last, end
    return None


def _as_told(scan: Scan, cue: Cue) -> Draft | None:
    """Return the draft of "A, seperti dikatakan X"."""
    speech, forms = scan.speech, scan.words.forms
    first = cue.last + (scan.form(cue.last) == speech.by)
    end = speaker_end(scan, first)
    at = cue.first
    while at > scan.unit.first and forms[at] not in speech.likewise:
        at -= 1
    if at == scan.unit.first:
        if scan.form(end) != ",":
            return None
        return drafted(scan, cue, ((end + 1, scan.unit.last),), Seat(Side.AFTER, (first, end)), "as-told", end + 1)
    start = opener_end(scan, scan.unit.first, at)
    return drafted(scan, cue, ((start, at),), Seat(Side.AFTER, (first, end)), "as-told")
