"""Finds reporting expressions among the words of a unit."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from kronik.languages.speech import Place, ReportingWord, SpeechWords
from kronik.statements.drafts import Cue, CueSort
from kronik.statements.quoting import Quoted
from kronik.statements.wording import Unit, Wording


def places_of(words: Wording, speech: SpeechWords) -> list[int]:
    """Return the indices of all words that may start a reporting expression, ascending."""
    starting = speech.cues
    return [at for at, form in enumerate(words.forms) if form in starting]


def cues_of(words: Wording, speech: SpeechWords, unit: Unit, places: Sequence[int]) -> tuple[Cue, ...]:
    """Return the reporting expressions of a unit in order of place, those within its quotations among them.

    ``places`` are those of `places_of`.
    """
    out: list[Cue] = []
    done = unit.first
    for at in places[bisect_left(places, unit.first) : bisect_left(places, unit.last)]:
        cue = _cue(words, speech, at, unit.last) if at >= done else None
        if cue is not None:
            out.append(cue)
            done = cue.last
    return tuple(out)


def bare_word(speech: SpeechWords, form: str) -> tuple[ReportingWord, bool] | None:
    """Return the entry of a form that stands in inverted attribution, and whether the speaker's clitic is on it."""
    for word in speech.verbs.get(form, ()):
        if word.place is Place.BARE:
            return word, False
    if form.endswith(speech.clitic):
        for word in speech.verbs.get(form[: -len(speech.clitic)], ()):
            if word.place is Place.BARE:
                return word, True
    return None


def cut_at_attribution(words: Wording, speech: SpeechWords, quotes: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """Return the quotations, those whose closing mark is missing cut before an inverted attribution in them."""
    return tuple(quote if quote.closed else _cut(words, speech, quote) for quote in quotes)


def _cut(words: Wording, speech: SpeechWords, quote: Quoted) -> Quoted:
    last = words.before(quote.end)
    for at in range(words.at_or_after(quote.start), last):
        if words.forms[at] == ",":
            found = bare_word(speech, words.forms[at + 1])
            if found is not None and (found[1] or not found[0].loose):
                return replace(quote, end=words.starts[at], outer_end=words.starts[at])
    return quote


def _cue(words: Wording, speech: SpeechWords, at: int, stop: int) -> Cue | None:
    form = words.forms[at]
    if form in speech.according:
        return Cue(at, at + 1, CueSort.ACCORDING, clitic=form.endswith(speech.clitic))
    if form in speech.resting:
        return Cue(at, at + 1, CueSort.RESTING)
    if form in speech.citing_only:
        return Cue(at, at + 1, CueSort.CITING)
    for verb in speech.verbs.get(form, ()):
        last = at + len(verb.words)
        if words.forms[at:last] == verb.words:
            if last <= stop:
                return Cue(at, last, CueSort.VERB, verb)
            break
    if form.endswith(speech.clitic):
        for word in speech.verbs.get(form[: -len(speech.clitic)], ()):
            if len(word.words) == 1 and word.place is not Place.ACTIVE:
                return Cue(at, at + 1, CueSort.VERB, word, clitic=True)
    return Cue(at, at + 1, CueSort.NOUN) if form in speech.nouns else None
