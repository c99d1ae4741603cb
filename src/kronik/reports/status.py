"""How an event is told: by its auxiliaries, the verbs and nouns that govern it, conjunctions, and its own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from kronik.languages.analysis import ROOT, Sentence
from kronik.languages.coding import Effect, Reach, StatusCue
from kronik.records.reports import Status
from kronik.reports.candidates import Candidate
from kronik.reports.clause import base, marker_of
from kronik.reports.reading import Reading

ABOVE = frozenset({Reach.GOVERNOR, Reach.NOUN, Reach.AUXILIARY})
"""How a word that the trigger hangs on can tell its status."""
FAINT = 0.5
"""Weight below which a cue does not outweigh the status that an entry has by itself."""
CLIMB = 3
"""Governors above a trigger that can tell its status."""
BEFORE = 3
"""Words before a trigger within which an auxiliary counts where the tree hangs it elsewhere."""
GOVERNED = frozenset({"xcomp", "ccomp", "obj", "csubj", "acl", "advcl", "obl", "nsubj", "nmod", "compound", "conj"})
"""Relations by which a trigger stands below the word that tells its status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a candidate is told.

    Attributes:
        status: of the candidate.
        cue: what set it, lower case; None for the entry's own status or plain telling.
        faint: whether the cue is a weak sign.
        claimer, denier: token of the governor on whose subject's word it stands, or by whose subject it is denied.
    """

    status: Status
    cue: str | None = None
    faint: bool = False
    claimer: int | None = None
    denier: int | None = None


def status_of(reading: Reading, candidate: Candidate) -> Told:
    """Return how a candidate is told; among several cues the heaviest decides, among equals the first found."""
    cues = list(_cues(reading, candidate))
    claimer = next((at for cue, at in cues if cue.effect is Effect.CLAIM), None)
    denier = next((at for cue, at in cues if cue.effect is Effect.DENIAL), None)
    setting = [cue for cue, _ in _deciding(cues) if cue.status is not None]
    if setting:
        best = max(setting, key=lambda cue: cue.weight)
        own = candidate.form.entry.status
        if own is not None and best.weight < FAINT:
            return Told(status=own, claimer=claimer, denier=denier)
        return Told(
            status=best.status or Status.OCCURRED,
            cue=" ".join(best.words),
            claimer=claimer,
            denier=denier,
            faint=best.weight < FAINT,
        )
    if candidate.light is not None and candidate.light.status is not None:
        return Told(status=candidate.light.status, cue="light", claimer=claimer, denier=denier)
    return Told(status=candidate.form.entry.status or Status.OCCURRED, claimer=claimer, denier=denier)


def _deciding(cues: list[tuple[StatusCue, int]]) -> list[tuple[StatusCue, int]]:
    """Return the cues without those auxiliaries that another, nearer to the trigger, narrows ("now has taken")."""
    auxiliaries = [one for one in cues if one[0].reach is Reach.AUXILIARY and one[0].status is not Status.NEGATED]
    done = [one for one in auxiliaries if one[0].status is Status.OCCURRED]
    if not done:
        return cues
    return [one for one in cues if one not in auxiliaries or one[0].status is not Status.ONGOING]


def _cues(reading: Reading, candidate: Candidate) -> Iterator[tuple[StatusCue, int]]:
    """Yield cues with the token that they stand on, the nearest first."""
    tree = reading.sentences[candidate.sentence]
    own = set(range(candidate.first, candidate.last + 1))
    bare_noun = not candidate.verbal and candidate.light_head is None
    for level, at in enumerate(_chain(tree, candidate, 1 if bare_noun else CLIMB)):
        beside = level == 0 or (not bare_noun and _carries(tree, candidate, at))
        for child in tree.children[at]:
            if child not in own:
                opened = not bare_noun and base(tree.tokens[at].relation) != "ccomp"
                reaches = _reaches(base(tree.tokens[child].relation), beside=beside, opened=opened)
                yield from ((cue, at) for cue in _fitting(reading, candidate, child, reaches))
        if level and at not in own and (not bare_noun or _governs(tree, candidate.head)):
            yield from ((cue, at) for cue in _fitting(reading, candidate, at, ABOVE))
    for at in range(candidate.first - 1, max(-1, candidate.first - BEFORE - 1), -1):
        if tree.tokens[at].upos not in ("AUX", "ADV", "PART", "SCONJ"):
            break
        yield from ((cue, at) for cue in _fitting(reading, candidate, at, frozenset({Reach.AUXILIARY})))


def _governs(tree: Sentence, noun: int) -> bool:
    """Tell whether what a noun hangs on can tell its status: it is an object, or a genitive ("the plan of attack")."""
    token = tree.tokens[noun]
    if base(token.relation) == "obj" or token.relation == "nsubj:pass":
        return True
    return base(token.relation) in ("nmod", "compound", "flat") and marker_of(tree, noun) is None


def _fitting(reading: Reading, candidate: Candidate, at: int, reaches: frozenset[Reach]) -> Iterator[StatusCue]:
    """Yield the longest cue at a token that reaches in one of the ways."""
    found = reading.lexicon.status_cues_at(reading.lower[candidate.sentence], at)
    yield from [cue for cue in found if cue.reach in reaches][:1]


def _reaches(relation: str, *, beside: bool, opened: bool) -> frozenset[Reach]:
    """Return how a word can tell the status of what it hangs on; `opened`: conjunctions count."""
    reaches = set()
    if beside and relation in ("aux", "advmod", "cop", "det", "amod", "xcomp"):
        reaches.add(Reach.AUXILIARY)
    if opened and relation in ("mark", "case", "advmod", "cc"):
        reaches.add(Reach.MARKER)
    return frozenset(reaches)


def _carries(tree: Sentence, candidate: Candidate, above: int) -> bool:
    """Tell whether an auxiliary of a governor holds for the trigger: of a light verb, or of an infinitive's verb."""
    if above == candidate.light_head:
        return True
    return base(tree.tokens[candidate.predicate].relation) in ("xcomp", "obj") and (
        tree.tokens[candidate.predicate].head == above
    )


def _chain(tree: Sentence, candidate: Candidate, steps: int) -> Iterator[int]:
    """Yield the trigger's head, its light verb, and the words that they hang on."""
    yield candidate.head
    at = candidate.head
    if candidate.light_head is not None:
        yield candidate.light_head
        at = candidate.light_head
    for _ in range(steps):
        token = tree.tokens[at]
        if token.head == ROOT or base(token.relation) not in GOVERNED:
            return
        at = token.head
        if at not in (candidate.head, candidate.light_head):
            yield at
