"""The words that tell an event: the trigger with its light verb, and what it governs closely."""

from kronik.languages.coding import VERBS
from kronik.reports.candidates import Candidate
from kronik.reports.clause import Argument, Standing, arguments_of
from kronik.reports.coded import Stretch
from kronik.reports.members import phrase_of
from kronik.reports.reading import Reading

LONGEST = 8
"""Words behind a trigger that its stretch may take in."""
LIGHT_BEFORE = 5
"""Words before a noun within which its light verb opens the stretch."""


def stretch_of(reading: Reading, candidate: Candidate) -> Stretch:
    """Return the code points of a candidate's words: a verb with its object, a noun with light verb and genitive."""
    tree = reading.sentences[candidate.sentence]
    first, last = candidate.first, candidate.last
    light = candidate.light_head
    if light is not None and 0 < first - light <= LIGHT_BEFORE:
        first = light
    elif light is not None and 0 < light - last <= 1:
        last = light
    wanted = Standing.OBJECT if candidate.form.kind in VERBS else Standing.GENITIVE
    for argument in arguments_of(tree, candidate.head, reading.clause_words):
        if argument.standing is wanted and last < argument.token <= last + LONGEST:
            last = _end(reading, candidate, argument, last)
            break
    return tree.tokens[first].start, tree.tokens[last].end


def _end(reading: Reading, candidate: Candidate, argument: Argument, last: int) -> int:
    """Return the last token of an argument's phrase that follows without a gap, or the one before it."""
    tree = reading.sentences[candidate.sentence]
    phrase = phrase_of(tree, argument.token)
    at = last
    while at + 1 in phrase and at + 1 <= last + LONGEST and tree.tokens[at + 1].upos != "PUNCT":
        at += 1
    return at
