"""The day of an event: from a time of its own clause, or the day on which its speaker spoke; else none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.annotation.prose import PlacedTime
from kronik.languages.analysis import ROOT, Sentence
from kronik.records.plover import EventType
from kronik.records.reports import Status
from kronik.reports.candidates import Candidate
from kronik.reports.clause import base
from kronik.reports.coded import Stretch
from kronik.reports.reading import Reading
from kronik.statements.spoken import Spoken

CITING = "citing_words"
"""Class of the lexicon: words by which a page cites an outlet; a day behind one is the outlet's."""
CITING_REACH = 10
"""Words before a time within which such a word makes it the day of citing."""
WHEN = "when_words"
"""Class of the lexicon: conjunctions of a clause that tells what happened at the time before it."""
SINCE = "since_words"
"""Class of the lexicon: words that open what came before all that is told beside it."""
OWN = "own-clause"
"""Rule by which a time hangs on the candidate's own words."""
NAMES = frozenset({"NOUN", "PROPN"})
PHRASES = frozenset({"nmod", "nummod", "appos", "flat"})
LASTING = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST, EventType.AID, EventType.COOPERATE}
)
ONCE = frozenset({"arrest", "seize", "deport", "targeted"})
"""Types of events that can go on, and modes of them that do not."""
SHARED = frozenset({"conj", "xcomp", "nsubj", "obj", "obl", "parataxis"})
"""Relations to a predicate whose opening time holds for its dependents too."""
OPEN = re.compile(r"^(\d{4}-\d{2}-\d{2})/\.\.$")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A value with the characters that it was read from and how it came to the event."""

    value: str
    at: Stretch
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A day on which a member spoke: the sentence of the attribution, its speakers, and the time."""

    sentence: int
    speakers: tuple[int, ...]
    time: PlacedTime


def date_of(reading: Reading, candidate: Candidate) -> Dated | None:
    """Return the day that the candidate's own clause gives, None where it gives none."""
    sentence = candidate.sentence
    tree = reading.sentences[sentence]
    offset = tree.tokens[candidate.head].start
    content = reading.content_at(offset)
    for time in reading.times_in(tree.start, tree.end):
        if reading.content_at(time.start) != content or cites(reading, sentence, time):
            continue
        rule = hold_of(reading, tree, candidate, time)
        if rule is not None and time.time.value is not None:
            return Dated(value=time.time.value, at=(time.start, time.end), rule=rule)
    return None


def fitted(value: str, status: Status, mutual: bool) -> str:
    """Return a value in the form that the status asks for: what goes on since a day is open, what happened is not."""
    if status is Status.ONGOING:
        return f"{value}/.." if mutual and DAY.match(value) else value
    found = OPEN.match(value)
    return found.group(1) if found else value


def saying_days(reading: Reading) -> tuple[Said, ...]:
    """Return the days on which members spoke: times in a sentence of an attribution, outside what was said."""
    out = []
    for spoken in reading.scene.spoken:
        if spoken.cue is None or not spoken.speakers:
            continue
        sentence = reading.prose.analysis.sentence_at(spoken.cue[0])
        if sentence is None:
            continue
        tree = reading.sentences[sentence]
        for time in reading.times_in(tree.start, tree.end):
            inside = any(start <= time.start < end for start, end in spoken.content)
            if not inside and not cites(reading, sentence, time) and _of_cue(reading, sentence, spoken, time):
                out.append(Said(sentence=sentence, speakers=spoken.speakers, time=time))
    return tuple(out)


def speaking_day(days: tuple[Said, ...], members: frozenset[int], sentence: int, rule: str) -> Dated | None:
    """Return the day on which one of the members spoke, by the attribution nearest to a sentence."""
    found = [one for one in days if members & set(one.speakers) and one.time.time.value is not None]
    if not found:
        return None
    best = min(found, key=lambda one: (abs(one.sentence - sentence), one.time.start))
    value = best.time.time.value or ""
    return Dated(value=value, at=(best.time.start, best.time.end), rule=rule)


def lasting(dated: Dated | None, kind: EventType, mode: str | None) -> bool:
    """Tell whether an event goes on since its day: an open time of its own clause, save for acts done once."""
    if dated is None or dated.rule == "when" or kind not in LASTING or mode in ONCE:
        return False
    return OPEN.match(dated.value) is not None


def since(reading: Reading, candidate: Candidate) -> Dated | None:
    """Return the day since which something goes on that is told in a sentence with an open time."""
    tree = reading.sentences[candidate.sentence]
    for time in reading.times_in(tree.start, tree.end):
        if time.time.value is not None and OPEN.match(time.time.value):
            return Dated(value=time.time.value, at=(time.start, time.end), rule="since")
    return None


def since_then(reading: Reading, candidate: Candidate, time: PlacedTime) -> bool:
    """Tell whether a time stands before the words that tell a candidate as a beginning ("met on Friday, first since").

    The time is then that of what came later, and not the candidate's.
    """
    words = reading.lexicon.classes.get(SINCE, frozenset())
    opening = min(reading.sentences[candidate.sentence].subtree(candidate.predicate))
    first = reading.lower[candidate.sentence][opening]
    return first in words and reading.token_at(candidate.sentence, time.start) < opening


def asserted(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a candidate's clause is what its sentence says, not a circumstance of it."""
    tree = reading.sentences[candidate.sentence]
    at = candidate.predicate
    while tree.tokens[at].head != ROOT:
        if base(tree.tokens[at].relation) not in ("conj", "ccomp", "parataxis", "xcomp", "obj", "nsubj"):
            return False
        at = tree.tokens[at].head
    return True


def cites(reading: Reading, sentence: int, time: PlacedTime) -> bool:
    """Tell whether a time is the day on which an outlet was quoted."""
    words = reading.lexicon.classes.get(CITING, frozenset())
    at = reading.token_at(sentence, time.start)
    lower, tokens = reading.lower[sentence], reading.sentences[sentence].tokens
    for index in range(at - 1, max(-1, at - CITING_REACH - 1), -1):
        if lower[index] in words:
            return True
        if tokens[index].upos == "VERB":
            return False
    return False


def _of_cue(reading: Reading, sentence: int, spoken: Spoken, time: PlacedTime) -> bool:
    """Tell whether a time stands behind the reporting word, with no verb between but of the occasion ("when asked")."""
    if spoken.cue is None:
        return False
    tokens = reading.sentences[sentence].tokens
    cue, at = reading.token_at(sentence, spoken.cue[0]), reading.token_at(sentence, time.start)
    named = {one.head for one in reading.references.get(sentence, ())}
    words = reading.lexicon.classes.get(WHEN, frozenset())
    lower = reading.lower[sentence]
    between = (index for index in range(cue + 1, at) if index not in named and lower[index - 1] not in words)
    return cue < at and all(tokens[index].upos != "VERB" for index in between)


def hold_of(reading: Reading, tree: Sentence, candidate: Candidate, time: PlacedTime) -> str | None:
    """Return the rule by which a time of its sentence belongs to a candidate's clause; None when it does not."""
    at = reading.token_at(candidate.sentence, time.start)
    own = {candidate.head, candidate.predicate}
    governor = governor_of(tree, at, time)
    if governor in own:
        return OWN
    if (
        at > candidate.first
        and DAY.match((time.time.value or "").removesuffix("/.."))
        and _nearest(tree, candidate, at) in own
    ):
        return "nearest-clause"
    if governor is not None and _tells_more(tree, candidate, governor):
        return "relative-clause"
    if governor is not None and _circumstance(reading, candidate, governor):
        return "when"
    main = _main(tree, candidate.predicate)
    if governor is not None and governor == main and at < candidate.first and not _says(reading, candidate, governor):
        return "opening"
    return None


def governor_of(tree: Sentence, at: int, time: PlacedTime) -> int | None:
    """Return the word that a time hangs on in the tree; for one within a phrase before its verb, that verb."""
    start, noun = at, None
    for _ in range(len(tree.tokens)):
        token = tree.tokens[at]
        if token.head == ROOT:
            return at if noun is None else noun
        above = tree.tokens[token.head]
        inside = time.start <= above.start < time.end
        relation = base(token.relation)
        if not inside and above.upos in NAMES and relation in PHRASES:
            noun = token.head if noun is None else noun
        elif not inside and noun is not None:
            return token.head if token.head > start else noun
        elif not inside and relation in ("obl", "nmod", "advmod", "nummod", "dep", "parataxis", "appos"):
            return token.head
        at = token.head
    return None


def _tells_more(tree: Sentence, candidate: Candidate, governor: int) -> bool:
    """Tell whether a verb modifies the candidate's noun ("the war that broke out on Friday")."""
    token = tree.tokens[governor]
    return not candidate.verbal and token.head == candidate.head and base(token.relation) == "acl"


def _circumstance(reading: Reading, candidate: Candidate, governor: int) -> bool:
    """Tell whether a candidate's clause is the circumstance by which another's time is told ("since Friday, when")."""
    tree = reading.sentences[candidate.sentence]
    words = reading.lexicon.classes.get(WHEN, frozenset())
    lower = reading.lower[candidate.sentence]
    if tree.tokens[candidate.predicate].head != governor or base(tree.tokens[candidate.predicate].relation) != "advcl":
        return False
    return any(lower[child] in words for child in tree.children[candidate.predicate])


def _nearest(tree: Sentence, candidate: Candidate, at: int) -> int | None:
    """Return the nearest predicate before a token: a verb, or the candidate's own word."""
    own = {candidate.head, candidate.predicate}
    for index in range(at - 1, -1, -1):
        if index in own or tree.tokens[index].upos == "VERB":
            return index
    return None


def _main(tree: Sentence, predicate: int) -> int:
    """Return the predicate that a coordinated or infinitive one shares its clause with."""
    at = predicate
    while tree.tokens[at].head != ROOT and base(tree.tokens[at].relation) in SHARED:
        at = tree.tokens[at].head
    return at


def _says(reading: Reading, candidate: Candidate, governor: int) -> bool:
    """Tell whether a governor is the reporting word of a statement that holds the candidate."""
    tokens = reading.sentences[candidate.sentence].tokens
    cues: Iterator[Stretch | None] = (one.cue for one in reading.spoken_at(tokens[candidate.head].start))
    return any(cue is not None and cue[0] <= tokens[governor].start < cue[1] for cue in cues)
