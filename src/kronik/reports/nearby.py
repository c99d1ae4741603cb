"""Arguments by word order, for places of a frame that the tree leaves empty: its mistakes are mostly of attachment."""

import re
from collections.abc import Iterator

from kronik.languages.analysis import Sentence
from kronik.languages.coding import FormKind, Slot
from kronik.reports.candidates import Candidate
from kronik.reports.clause import Argument, Standing, base
from kronik.reports.reading import Reading

BEHIND = 14
"""Words behind a trigger within which a preposition of its frame is looked for."""
CLOSE = 4
"""Words beside a trigger within which a name without a preposition is looked for."""
OPENERS = "clause_openers"
"""Class of the lexicon: prepositions that open clauses too."""
AUXILIARIES = 3
"""Auxiliaries, adverbs and helping verbs that may stand between a subject and its verb."""
OPENING, CLOSING = frozenset("(["), frozenset(")]")
BRACKETS = re.compile(r"\([^)]*\)")
BARRIERS = frozenset({"PUNCT", "VERB", "SCONJ", "CCONJ"})
"""Parts of speech that end the search."""


def marked_behind(reading: Reading, candidate: Candidate, words: frozenset[str]) -> Iterator[Argument]:
    """Yield the first phrase behind the candidate's words that one of the prepositions opens."""
    tree, lower = reading.sentences[candidate.sentence], reading.lower[candidate.sentence]
    start = max(candidate.last, candidate.head) + 1
    closed = 0
    for at in range(start, min(start + BEHIND, len(tree.tokens))):
        token = tree.tokens[at]
        closed += (token.form in OPENING) - (token.form in CLOSING)
        if token.form in CLOSING or closed > 0:
            continue
        if token.upos in BARRIERS - {"CCONJ"}:
            return
        if base(token.relation) == "case" and token.head > at and lower[at] in words:
            yield Argument(token.head, Standing.MARKED, lower[at], f"behind-{lower[at]}")
            return


def beside(reading: Reading, candidate: Candidate, slot: Slot) -> Iterator[Argument]:
    """Yield a name next to the candidate's words, on the side on which the slot stands in plain word order."""
    kind = candidate.form.kind
    subject_first = slot is Slot.SUBJECT and kind in (FormKind.ACTIVE, FormKind.MIDDLE)
    object_first = slot is Slot.OBJECT and kind in (FormKind.PASSIVE, FormKind.STATIVE)
    if subject_first or object_first:
        yield from _before(reading, candidate)
    elif slot is Slot.GENITIVE or kind in (FormKind.ACTIVE, FormKind.PASSIVE):
        yield from _after(reading, candidate, slot)


def subject_before(reading: Reading, candidate: Candidate) -> Iterator[Argument]:
    """Yield the name right before a verb's auxiliaries, or that before the relative pronoun that opens its clause."""
    tree, lower = reading.sentences[candidate.sentence], reading.lower[candidate.sentence]
    named = {one.head: one for one in reading.references.get(candidate.sentence, ())}
    at = min(candidate.first, candidate.predicate) - 1
    steps = 0
    while at >= 0 and steps < AUXILIARIES and tree.tokens[at].upos in ("AUX", "ADV", "PART", "VERB"):
        at -= 1
        steps += 1
    at = _before_brackets(tree, at)
    if at < 0:
        return
    if lower[at] in reading.clause_words.relatives:
        end = tree.tokens[at].start
        found = [one for one in named.values() if one.end <= end]
        if found and not any(letter.isalnum() for letter in _outside(reading.prose.text[found[-1].end : end])):
            yield Argument(found[-1].head, Standing.SUBJECT, None, "relative-before")
    else:
        yield from (
            Argument(one.head, Standing.SUBJECT, None, "before")
            for one in named.values()
            if one.end == tree.tokens[at].end and not _has_case(reading, candidate.sentence, one.head)
        )


def _before_brackets(tree: Sentence, at: int) -> int:
    """Return the index of the token before a bracketed insertion that ends at a token; the token's own without one."""
    if at < 0 or tree.tokens[at].form not in CLOSING:
        return at
    while at >= 0 and tree.tokens[at].form not in OPENING:
        at -= 1
    return at - 1


def _outside(text: str) -> str:
    """Return a text without what stands in brackets."""
    return BRACKETS.sub("", text)


def _has_case(reading: Reading, sentence: int, token: int) -> bool:
    """Tell whether a preposition stands before a name; one that can open a clause ("since") does not count."""
    tree, lower = reading.sentences[sentence], reading.lower[sentence]
    openers = reading.lexicon.classes.get(OPENERS, frozenset())
    at = token
    for _ in range(CLOSE):
        cases = (child for child in tree.children[at] if base(tree.tokens[child].relation) == "case")
        if any(lower[child] not in openers for child in cases):
            return True
        if tree.tokens[at].head < 0 or base(tree.tokens[at].relation) not in ("flat", "nmod", "appos", "compound"):
            return False
        at = tree.tokens[at].head
    return False


def _before(reading: Reading, candidate: Candidate) -> Iterator[Argument]:
    tree = reading.sentences[candidate.sentence]
    named = {one.head for one in reading.references.get(candidate.sentence, ())}
    for at in range(candidate.first - 1, max(-1, candidate.first - CLOSE - 1), -1):
        token = tree.tokens[at]
        if token.upos in BARRIERS:
            return
        if at in named:
            if not any(base(tree.tokens[child].relation) == "case" for child in tree.children[at]):
                yield Argument(at, Standing.SUBJECT, None, "before")
            return


def _after(reading: Reading, candidate: Candidate, slot: Slot) -> Iterator[Argument]:
    tree = reading.sentences[candidate.sentence]
    named = {one.head for one in reading.references.get(candidate.sentence, ())}
    standing = {Slot.GENITIVE: Standing.GENITIVE, Slot.OBJECT: Standing.OBJECT}.get(slot, Standing.AGENT)
    for at in range(candidate.last + 1, min(candidate.last + CLOSE + 1, len(tree.tokens))):
        if tree.tokens[at].upos in BARRIERS or tree.tokens[at].upos in ("ADP", "AUX"):
            return
        if at in named:
            yield Argument(_bearer(reading, candidate, at), standing, None, "after")
            return


def _bearer(reading: Reading, candidate: Candidate, at: int) -> int:
    """Return the head of the name whose title holds a token ("president of X Y"), else the token."""
    place = reading.token(candidate.sentence, at).start
    end = reading.token(candidate.sentence, candidate.last).end
    for one in reading.references.get(candidate.sentence, ()):
        if end <= one.outer_start <= place < one.start and place < one.outer_end:
            return one.head
    return at
