"""Pronouns: who is meant by "he", "they" and the like, and by a word of speech without a speaker."""

from collections.abc import Collection, Iterator

from kronik.actors.cast import Cast, Member, Reference
from kronik.actors.words import Row, head_of
from kronik.annotation.prose import Prose
from kronik.languages.naming import NamingWords
from kronik.records.actors import ActorKind, MentionForm

FURTHEST = 4
"""Sentences back in which the one meant is sought; chosen on gold train."""
SUBJECT = 2.0
FIRST = 0.5
SAME_SENTENCE = 0.4
STEP = 1.0
"""Points: a subject, the first words of its sentence, one in the pronoun's own sentence, each sentence further back."""
PERSONS = frozenset({ActorKind.PERSON})
MANY = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION})


def pronouns_in(
    prose: Prose,
    rows: tuple[Row, ...],
    words: NamingWords,
    members: tuple[Member, ...],
    references: tuple[Reference, ...],
) -> Iterator[Reference]:
    """Yield the pronouns whose antecedent is found."""
    cast = Cast(
        members=members, references=tuple(sorted(references, key=lambda one: (one.start, -one.end, one.member)))
    )
    for row in rows:
        for at, lower in enumerate(row.lower):
            kinds = _kinds(lower, words)
            if kinds is None:
                continue
            start, end = row.starts[at], row.ends[at]
            member = antecedent(cast, prose, start, kinds=kinds)
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


def antecedent(cast: Cast, prose: Prose, offset: int, *, kinds: Collection[ActorKind]) -> int | None:
    """Return the member of one of the kinds that a word without a name means at a code point of the view.

    The most salient of the sentence and the few before it: near, a subject, first in its sentence. None when no one is.
    """
    here = prose.analysis.sentence_at(offset)
    if here is None:
        return None
    best: tuple[float, int] | None = None
    chosen = None
    for reference in cast.references:
        if reference.start >= offset:
            break
        back = here - reference.sentence
        if back > FURTHEST or cast.members[reference.member].kind not in kinds:
            continue
        points = _salience(prose, reference, back)
        if best is None or (points, reference.start) > best:
            best, chosen = (points, reference.start), reference.member
    return chosen


def _salience(prose: Prose, reference: Reference, back: int) -> float:
    token = prose.analysis.sentences[reference.sentence].tokens[reference.head]
    points = -STEP * back
    if token.relation.startswith("nsubj"):
        points += SUBJECT
    if reference.start - prose.analysis.sentences[reference.sentence].start < 3:
        points += FIRST
    if back == 0:
        points += SAME_SENTENCE
    return points
