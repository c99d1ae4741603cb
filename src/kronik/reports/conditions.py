"""Whether the conditions of a lexicon entry hold for a candidate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kronik.languages.coding import Condition, Test, Where
from kronik.reports.candidates import Candidate
from kronik.reports.reading import Reading
from kronik.reports.roles import Filler, Filling


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What conditions are tested on: the candidate, the phrases in its roles, and the article's domains and words."""

    reading: Reading
    candidate: Candidate
    filling: Filling
    domains: frozenset[str]
    words: frozenset[str]


def holds(around: Circumstances) -> bool:
    """Tell whether every group of needs is met and no exclusion is."""
    entry = around.candidate.form.entry
    if any(_met(around, condition) for condition in entry.excludes):
        return False
    return all(any(_met(around, condition) for condition in group) for group in entry.needs)


def domains_of(reading: Reading) -> frozenset[str]:
    """Return the names of the domains that the article belongs to."""
    words = [word for sentence in reading.lower for word in sentence]
    present = set(words)
    return frozenset(
        domain.name
        for domain in reading.lexicon.domains
        if words and 100 * len(domain.words & present) / len(words) >= domain.share
    )


def _met(around: Circumstances, condition: Condition) -> bool:
    if condition.where is Where.ARTICLE:
        return bool(condition.values & (around.domains if condition.test is Test.DOMAIN else around.words))
    if condition.where in (Where.ACTOR, Where.RECIPIENT):
        fillers = around.filling.actors if condition.where is Where.ACTOR else around.filling.recipients
        return _role(around, condition, fillers)
    if condition.where in (Where.SUBJECT, Where.OBJECT):
        return _argument(around, condition)
    return any(word in condition.values for word in _words(around, condition.where))


def _role(around: Circumstances, condition: Condition, fillers: tuple[Filler, ...]) -> bool:
    if condition.test is Test.GIVEN:
        return ("yes" if any(filler.member is not None for filler in fillers) else "no") in condition.values
    if condition.test is Test.WORD:
        return any(word in condition.values for word in _heads(around, (filler.token for filler in fillers)))
    members = around.reading.scene.cast.members
    for filler in fillers:
        if filler.member is not None:
            member = members[filler.member]
            value = member.kind.value if condition.test is Test.KIND else member.sector
            if value in condition.values:
                return True
    return False


def _argument(around: Circumstances, condition: Condition) -> bool:
    token = around.filling.subject if condition.where is Where.SUBJECT else around.filling.object
    if condition.test is Test.GIVEN:
        return ("no" if token is None else "yes") in condition.values
    if token is None:
        return False
    if condition.test is Test.WORD:
        return any(word in condition.values for word in _heads(around, (token,)))
    fillers = [one for one in (*around.filling.actors, *around.filling.recipients) if one.token == token]
    return _role(around, condition, tuple(fillers))


def _heads(around: Circumstances, tokens: Iterable[int]) -> Iterator[str]:
    for index in tokens:
        token = around.reading.token(around.candidate.sentence, index)
        yield token.form.lower()
        yield token.lemma


def _words(around: Circumstances, where: Where) -> Iterator[str]:
    candidate = around.candidate
    tree = around.reading.sentences[candidate.sentence]
    if where is Where.NEXT:
        indices: Iterable[int] = range(candidate.last + 1, min(candidate.last + 2, len(tree.tokens)))
    elif where is Where.PREVIOUS:
        indices = range(max(0, candidate.first - 1), candidate.first)
    elif where is Where.BELOW:
        indices = (at for at in tree.subtree(candidate.head) if not candidate.first <= at <= candidate.last)
    else:
        indices = (at for at in range(len(tree.tokens)) if not candidate.first <= at <= candidate.last)
    yield from _heads(around, indices)
