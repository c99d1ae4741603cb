"""Whether the conditions of a lexicon entry hold for a candidate."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from kronik.languages.coding import Condition, Test, Where
from kronik.reports.candidates import Candidate
from kronik.reports.reading import Reading
from kronik.reports.roles import Filler, Filling

WORDY = frozenset({Where.ARTICLE, Where.NEXT, Where.PREVIOUS, Where.BELOW, Where.CLAUSE})
"""Where conditions stand that words alone decide; the others ask for the phrases in the roles."""


class Circumstances(Struct, frozen=True, kw_only=True):
    """What conditions are tested on: the candidate, and the article's domains and words."""

    reading: Reading
    candidate: Candidate
    domains: frozenset[str]
    words: frozenset[str]


def possible(around: Circumstances) -> bool:
    """Tell whether words alone leave a candidate possible: no exclusion by words is met, every need by words is."""
    entry = around.candidate.form.entry
    if any(one.where in WORDY and _worded(around, one) for one in entry.excludes):
        return False
    return all(
        any(_worded(around, one) for one in group) for group in entry.needs if all(one.where in WORDY for one in group)
    )


def holds(around: Circumstances, filling: Filling) -> bool:
    """Tell whether a possible candidate meets every other need, and no other exclusion, with its roles filled."""
    entry = around.candidate.form.entry
    if any(one.where not in WORDY and _filled(around, filling, one) for one in entry.excludes):
        return False
    return all(
        any(_worded(around, one) if one.where in WORDY else _filled(around, filling, one) for one in group)
        for group in entry.needs
        if any(one.where not in WORDY for one in group)
    )


def domains_of(reading: Reading) -> frozenset[str]:
    """Return the names of the domains that the article belongs to."""
    words = [word for sentence in reading.lower for word in sentence]
    present = set(words)
    return frozenset(
        domain.name
        for domain in reading.lexicon.domains
        if words and 100 * len(domain.words & present) / len(words) >= domain.share
    )


def _worded(around: Circumstances, condition: Condition) -> bool:
    if condition.where is Where.ARTICLE:
        return not condition.values.isdisjoint(around.domains if condition.test is Test.DOMAIN else around.words)
    if condition.values.isdisjoint(around.reading.vocabulary[around.candidate.sentence]):
        return False
    return any(word in condition.values for word in _words(around, condition.where))


def _filled(around: Circumstances, filling: Filling, condition: Condition) -> bool:
    if condition.where is Where.ACTOR:
        return _role(around, condition, filling.actors)
    if condition.where is Where.RECIPIENT:
        return _role(around, condition, filling.recipients)
    return _argument(around, filling, condition)


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


def _argument(around: Circumstances, filling: Filling, condition: Condition) -> bool:
    token = filling.subject if condition.where is Where.SUBJECT else filling.object
    if condition.test is Test.GIVEN:
        return ("no" if token is None else "yes") in condition.values
    if token is None:
        return False
    if condition.test is Test.WORD:
        return any(word in condition.values for word in _heads(around, (token,)))
    fillers = [one for one in (*filling.actors, *filling.recipients) if one.token == token]
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
