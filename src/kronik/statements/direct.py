"""Direct speech: quotations with their attribution before, behind or between them."""

from msgspec.structs import replace

from kronik.languages.speech import Place
from kronik.records.statements import Speech
from kronik.statements.cueing import bare_word
from kronik.statements.drafts import Cue, CueSort, Draft, Scan, Seat, Side
from kronik.statements.quoting import Quoted
from kronik.statements.regions import LONGEST_ASIDE, QUOTE_MARKS, clause_start, opener_end, speaker_end
from kronik.statements.spoken import Stretch

LONGEST_TAIL = 12
"""Most words of a subject between a quotation and an active reporting word behind it; chosen on gold train."""
SHORTEST_ALONE = 5
"""Fewest words of a quotation that is speech without an attribution of its own; chosen on gold train."""


def direct_of(scan: Scan) -> tuple[Draft, ...]:
    """Return the drafts of the quotations in a unit that have an attribution there, and of those that fill it."""
    out: list[Draft] = []
    floor = scan.unit.first
    for quote in scan.unit.quotes:
        draft = _behind(scan, quote, floor) or _ahead(scan, quote, floor)
        if draft is None and out and _goes_on(scan, quote, out[-1]):
            out[-1] = replace(out[-1], content=(*out[-1].content, content_of(scan, quote)))
            continue
        if draft is None and _alone(scan, quote):
            draft = _draft(scan, None, content_of(scan, quote), Seat(Side.IMPLIED), "quote-alone")
        if draft is not None:
            out.append(draft)
            floor = max(floor, draft.region[1], scan.words.at_or_after(quote.outer_end))
    return tuple(out)


def content_of(scan: Scan, quote: Quoted) -> Stretch:
    """Return the code points of a quotation without a comma at its end."""
    start, end = quote.start, quote.end
    text = scan.words.text
    while end > start and (text[end - 1] == "," or text[end - 1].isspace()):
        end -= 1
    return start, end


def _draft(scan: Scan, cue: Cue | None, content: Stretch, seat: Seat, rule: str) -> Draft:
    return Draft(
        unit=scan.number,
        cue=cue,
        content=(content,),
        kind=Speech.DIRECT,
        side=seat.side,
        region=seat.region,
        rule=rule,
    )


def _behind(scan: Scan, quote: Quoted, floor: int) -> Draft | None:
    """Return the draft of a quotation whose attribution stands behind it."""
    at = scan.words.at_or_after(quote.outer_end)
    while at < scan.unit.last and scan.form(at) in tuple(",.-–—") + tuple(QUOTE_MARKS) and scan.form(at):
        if any(other.outer_start == scan.words.starts[at] for other in scan.unit.quotes):
            return None
        at += 1
    if at >= scan.unit.last:
        return None
    found = _attribution(scan, at, quote, floor)
    if found is None:
        return None
    cue, seat = found
    content = content_of(scan, quote)
    before = scan.words.at_or_after(quote.outer_start)
    draft = _draft(scan, cue, content, seat, "quote-then-attribution")
    if quote.opened and floor < before and scan.form(before - 1) not in ",:":
        inside = any(one.first >= floor and one.last <= before and one.sort is CueSort.VERB for one in scan.cues)
        start = opener_end(scan, floor, before)
        if not inside and start < before:
            return replace(draft, content=((scan.words.starts[start], content[1]),), kind=Speech.MIXED)
    elif scan.unit.first < before and quote.opened and _ahead(scan, quote, floor) is not None:
        return None
    return draft


def _attribution(scan: Scan, at: int, quote: Quoted, floor: int) -> tuple[Cue, Seat] | None:
    """Return reporting word and place of the speaker of an attribution that starts at a word."""
    skip = at + 1 if scan.form(at) in scan.speech.likewise and scan.form(at + 1) else at
    for first in dict.fromkeys((skip, at)):
        found = bare_word(scan.speech, scan.form(first))
        if found is not None:
            word, clitic = found
            cue = Cue(first, first + 1, CueSort.VERB, word, clitic)
            end = first + 1 if clitic else speaker_end(scan, first + 1)
            return cue, Seat(Side.AFTER, (first + 1, end)) if end > first + 1 else Seat(Side.IMPLIED)
    told = _bunyi(scan, at)
    if told is not None:
        return told, Seat(Side.AFTER, (told.last, speaker_end(scan, told.last + 1)))
    passive = scan.cue_at(skip)
    if passive is not None and passive.word is not None and passive.word.place is Place.PASSIVE:
        first = passive.last + (scan.form(passive.last) == scan.speech.by)
        return passive, Seat(Side.AFTER, (first, speaker_end(scan, first)))
    return _active_behind(scan, at) if scan.words.at_or_after(quote.outer_start) <= floor else None


def _active_behind(scan: Scan, at: int) -> tuple[Cue, Seat] | None:
    """Return the attribution of "'A,' X menandaskan."."""
    cue = next((one for one in scan.cues if at < one.first <= at + LONGEST_TAIL and _is_active(one)), None)
    if cue is None or scan.form(at) in scan.speech.closing:
        return None
    middle = scan.words.forms[at : cue.first]
    behind = scan.form(cue.last)
    ends = behind in ("", ".", ",") or behind in scan.speech.closing
    clear = not any(word in ",.:;" or word in scan.speech.joining for word in middle)
    return (cue, Seat(Side.BEFORE, (at, cue.first))) if ends and clear else None


def _is_active(cue: Cue) -> bool:
    return cue.word is not None and cue.word.place is Place.ACTIVE


def _bunyi(scan: Scan, at: int) -> Cue | None:
    """Return the expression "demikian bunyi pernyataan" that starts at a word."""
    if scan.form(at) not in scan.speech.likewise:
        return None
    last = at + 1
    while scan.form(last) in scan.speech.utterances:
        last += 1
    return Cue(at, last, CueSort.NOUN) if last > at + 1 else None


def _ahead(scan: Scan, quote: Quoted, floor: int) -> Draft | None:
    """Return the draft of a quotation whose attribution stands before it."""
    before = scan.words.before(quote.outer_start)
    at = before
    while at >= floor and (scan.form(at) in ",:" or scan.form(at) in scan.speech.that):
        at -= 1
    if at < floor:
        return None
    marked = at < before
    for cue in reversed(scan.cues):
        if cue.last <= at - LONGEST_ASIDE:
            break
        if cue.last > at + 1 or cue.sort is not CueSort.VERB or cue.word is None or cue.first < floor:
            continue
        near = cue.last == at + 1
        addressed = scan.form(cue.last) in scan.speech.addressing or cue.word.place is not Place.ACTIVE
        if not near and not (marked and addressed):
            continue
        return _opened_by(scan, cue, quote, floor)
    return None


def _opened_by(scan: Scan, cue: Cue, quote: Quoted, floor: int) -> Draft | None:
    """Return the draft of a quotation behind a reporting word; None when the quotation is but a part of a clause."""
    after = scan.words.at_or_after(quote.outer_end)
    rest = any(scan.words.is_word(index) for index in range(after, scan.unit.last))
    ends = scan.form(after) in tuple(",.;") or any(
        scan.form(after) in group for group in (scan.speech.joining, scan.speech.closing)
    )
    short = len(scan.words.text[quote.start : quote.end].split()) < SHORTEST_ALONE
    if cue.word is None or (rest and (short or not ends)):
        return None
    seat = Seat(Side.IMPLIED)
    if not cue.clitic and cue.word.place is Place.ACTIVE:
        seat = Seat(Side.BEFORE, (clause_start(scan, cue, floor), cue.first))
    elif not cue.clitic:
        first = cue.last + (scan.form(cue.last) == scan.speech.by)
        seat = Seat(Side.AFTER, (first, speaker_end(scan, first)))
    if seat.region[0] >= seat.region[1]:
        seat = Seat(Side.IMPLIED)
    return _draft(scan, cue, content_of(scan, quote), seat, "attribution-then-quote")


def _goes_on(scan: Scan, quote: Quoted, draft: Draft) -> bool:
    """Tell whether a quotation goes on with one before it in the unit, interrupted by nothing but its attribution."""
    between = scan.words.text[draft.content[-1][1] : quote.outer_start]
    before = scan.words.before(quote.outer_start)
    plain = not any(char.isalnum() for char in between)
    return plain or (
        draft.region[1] <= before + 1 and scan.form(before) in ",." and draft.rule == "quote-then-attribution"
    )


def _alone(scan: Scan, quote: Quoted) -> bool:
    """Tell whether a quotation fills its unit."""
    text = scan.words.text
    around = text[scan.unit.start : quote.outer_start] + text[quote.outer_end : scan.unit.end]
    long_enough = len(text[quote.start : quote.end].split()) >= SHORTEST_ALONE
    return long_enough and not any(char.isalnum() for char in around) and not quote.single
