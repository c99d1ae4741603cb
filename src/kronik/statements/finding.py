"""Finds the statements of an article: who said what."""

from msgspec import Struct
from msgspec.structs import replace

from kronik.actors.cast import Cast
from kronik.annotation.prose import Prose
from kronik.languages.speech import SpeechWords
from kronik.statements.citing import with_citations
from kronik.statements.cueing import cues_of, cut_at_attribution, places_of
from kronik.statements.direct import direct_of
from kronik.statements.drafts import CueSort, Draft, Scan
from kronik.statements.indirect import indirect_of
from kronik.statements.joining import joined, with_fragments
from kronik.statements.judging import score_of, signs_of
from kronik.statements.quoting import quoted_stretches
from kronik.statements.remembering import Told, implied_speaker
from kronik.statements.speaking import Speakers, speakers_of
from kronik.statements.spoken import Spoken, Stretch
from kronik.statements.wording import units_of, wording_of


def statements_of(prose: Prose, cast: Cast, words: SpeechWords) -> tuple[Spoken, ...]:
    """Return the statements of an article in order of their content; offsets are code points of the view."""
    scans = scans_of(prose, words)
    drafts = drafts_of(scans)
    return tuple(one.spoken for one in judged(prose, cast, scans, drafts) if one.spoken.score >= words.threshold)


class Judged(Struct, frozen=True):
    """A statement with the signs that its score was made from."""

    spoken: Spoken
    signs: tuple[str, ...]


def scans_of(prose: Prose, words: SpeechWords) -> tuple[Scan, ...]:
    """Return the units of the prose with their reporting expressions."""
    wording = wording_of(prose.text, words.glued)
    quotes = cut_at_attribution(wording, words, quoted_stretches(prose.text))
    units = units_of(prose.analysis, wording, quotes)
    places = places_of(wording, words)
    return tuple(
        [Scan(wording, words, unit, number, cues_of(wording, words, unit, places)) for number, unit in enumerate(units)]
    )


def drafts_of(scans: tuple[Scan, ...]) -> tuple[Draft, ...]:
    """Return the drafts of every unit, in order of their content."""
    out: list[Draft] = []
    for scan in scans:
        if not scan.cues and not scan.unit.quotes:
            continue
        direct = direct_of(scan)
        drafts, left = with_citations(scan, (*direct, *indirect_of(scan, direct)))
        if left is not None and out and out[-1].unit == scan.number - 1 and out[-1].via is None:
            out[-1] = replace(out[-1], via=left)
        out.extend(sorted(drafts, key=lambda draft: draft.content[0]))
    return with_fragments(joined(tuple(out)), _fragments(scans))


def _fragments(scans: tuple[Scan, ...]) -> dict[int, Stretch]:
    """Return the sentences that go on with the one before without a verb of their own, by their number."""
    out = {}
    for scan in scans:
        opens = scan.form(scan.unit.first) in scan.speech.fragments
        stretch = scan.stretch(scan.unit.first, scan.unit.last) if opens and not scan.unit.quotes else None
        if stretch is not None:
            out[scan.number] = stretch
    return out


def judged(prose: Prose, cast: Cast, scans: tuple[Scan, ...], drafts: tuple[Draft, ...]) -> tuple[Judged, ...]:
    """Return every draft with its speakers and its score, those that will not count among them.

    Only what counts is remembered as the one who spoke last.
    """
    told: list[Told] = []
    out = []
    for draft in drafts:
        scan = scans[draft.unit]
        speakers = speakers_of(scan, draft, prose, cast)
        if speakers.implied:
            members = implied_speaker(draft, cast, prose.analysis, tuple(told), scans)
            speakers = Speakers(members or speakers.members, speakers.stretch)
        signs = signs_of(scan, draft, prose.analysis, drafts)
        score = score_of(signs, scan.speech.weights)
        if score >= scan.speech.threshold and "nested" not in signs:
            told.append(Told(draft.unit, speakers.members))
        out.append(Judged(_made(scan, draft, speakers, score), signs))
    return tuple(out)


def _made(scan: Scan, draft: Draft, speakers: Speakers, score: float) -> Spoken:
    cue = draft.cue
    words = scan.words
    denies = cue is not None and cue.sort is CueSort.VERB and cue.word is not None and cue.word.denies
    return Spoken(
        speakers=speakers.members,
        speaker=speakers.stretch,
        cue=None if cue is None else (words.starts[cue.first], words.ends[cue.last - 1]),
        content=draft.content,
        kind=draft.kind,
        via=draft.via,
        denies=denies,
        rule=draft.rule,
        score=score,
    )
