"""Pronouns: who is meant by "he", "they" and the like, and by a word of speech without a speaker."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from kronik.actors.cast import Cast, Reference
from kronik.actors.words import Row, head_of
from kronik.annotation.prose import Prose
from kronik.languages.analysis import ROOT
from kronik.languages.naming import PRONOUN, NamingWords
from kronik.records.actors import ActorKind, MentionForm

FURTHEST = 6
"""Sentences back in which the one meant is sought; chosen on gold train, like the points."""
SUBJECT = 2.0
"""Points of a subject."""
FIRST = 0.5
"""Points of one among the first words of its sentence."""
SAME_SENTENCE = 1.0
"""Points of one in the pronoun's own sentence."""
SPEAKS = 1.0
"""Points of one beside a quotation."""
NAMED = 0.5
"""Points of one who is named, not only described."""
QUOTED = -4.0
"""Points of one within a quotation."""
STEP = 0.75
"""Points that each sentence further back costs."""
OFTEN = 0.1
"""Points of each mention of the same one before, up to `MOST` of them."""
MOST = 8
MARKS = re.compile('["“”„‟]')
PERSONS = frozenset({ActorKind.PERSON})
MANY = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})
Quotations = tuple[tuple[int, int], ...]
"""Half-open code points of what stands between quotation marks, in order."""


def pronouns_in(prose: Prose, rows: tuple[Row, ...], words: NamingWords, cast: Cast) -> Iterator[Reference]:
    """Yield the pronouns whose antecedent is found in a cast that has none yet."""
    telling = [row for row in rows if row.holds & PRONOUN]
    quoted = quotations(prose.text) if telling else ()
    for row in telling:
        for at, lower in enumerate(row.lower):
            kinds = _kinds(lower, words) if words.begins.get(lower, 0) & PRONOUN else None
            if kinds is None:
                continue
            start, end = row.starts[at], row.ends[at]
            member = antecedent(cast, prose, start, quoted, kinds=kinds)
            if member is not None:
                yield Reference(
                    start=start,
                    end=end,
                    sentence=row.sentence,
                    head=head_of(prose, row.sentence, start, end),
                    member=member,
                    form=MentionForm.PRONOUN,
                    outer_start=start,
                    outer_end=end,
                    rule="pronoun",
                )


def _kinds(lower: str, words: NamingWords) -> frozenset[ActorKind] | None:
    if lower in words.referring.person or lower in words.referring.side:
        return PERSONS
    return MANY if lower in words.referring.many else None


def antecedent(
    cast: Cast, prose: Prose, offset: int, quoted: Quotations, *, kinds: Collection[ActorKind]
) -> int | None:
    """Return the member of one of the kinds that a word without a name means at a code point of the view.

    The most salient of the sentence and the few before it: near, a subject, one who speaks, often named. Mentions
    within quotations (``quoted``, those of `quotations`) count little. None when no one is there.
    """
    here = prose.analysis.sentence_at(offset)
    if here is None:
        return None
    best: tuple[float, int] | None = None
    chosen = None
    seen: dict[int, int] = {}
    for reference in cast.references:
        if reference.start >= offset:
            break
        if cast.members[reference.member].kind not in kinds:
            continue
        seen[reference.member] = seen.get(reference.member, 0) + 1
        back = here - reference.sentence
        if back > FURTHEST:
            continue
        points = _salience(prose, reference, back, quoted) + OFTEN * min(MOST, seen[reference.member])
        if best is None or (points, reference.start) > best:
            best, chosen = (points, reference.start), reference.member
    return chosen


def _salience(prose: Prose, reference: Reference, back: int, quoted: Quotations) -> float:
    sentence = prose.analysis.sentences[reference.sentence]
    points = -STEP * back
    if _is_subject(prose, reference):
        points += SUBJECT
    if reference.start - sentence.start < 3:
        points += FIRST
    if back == 0:
        points += SAME_SENTENCE
    if reference.form is MentionForm.NAME:
        points += NAMED
    before = bisect_left(quoted, (reference.start + 1,)) - 1
    if before >= 0 and reference.start < quoted[before][1]:
        points += QUOTED
    else:
        last = bisect_left(quoted, (sentence.end,)) - 1
        if last >= 0 and quoted[last][1] > sentence.start:
            points += SPEAKS
    return points


def _is_subject(prose: Prose, reference: Reference) -> bool:
    """Whether a mention, or the phrase of titles that it is the core of, is a subject."""
    tokens = prose.analysis.sentences[reference.sentence].tokens
    at = reference.head
    while at != ROOT and reference.outer_start <= tokens[at].start < reference.outer_end:
        if tokens[at].relation.startswith("nsubj"):
            return True
        at = tokens[at].head
    return False


def quotations(text: str) -> Quotations:
    """Return the half-open code points of what stands between quotation marks, line by line.

    A mark that is not closed on its line quotes to the line's end.
    """
    out = []
    at = 0
    for line in text.splitlines(keepends=True):
        opened = None
        for match in MARKS.finditer(line):
            if opened is None:
                opened = match.end()
            else:
                out.append((at + opened, at + match.start()))
                opened = None
        if opened is not None:
            out.append((at + opened, at + len(line)))
        at += len(line)
    return tuple(out)
