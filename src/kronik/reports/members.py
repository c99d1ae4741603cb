"""Which members of the cast a phrase of the tree stands for."""

from kronik.actors.cast import Reference
from kronik.languages.analysis import Sentence
from kronik.records.actors import ActorKind
from kronik.reports.clause import base, marker_of
from kronik.reports.reading import Reading

CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "conj", "dep"})
"""Relations below which another phrase begins."""
SPOKESPERSONS = "spokespersons"
"""Class of the lexicon: words of titles whose bearer speaks for a body."""
NAME_RANK = {ActorKind.PERSON: 0, ActorKind.ORGANISATION: 1, ActorKind.GROUP: 2, ActorKind.STATE: 3}
"""Of two names as deep in the tree the one that the phrase is more likely about."""


def phrase_of(tree: Sentence, token: int) -> dict[int, int]:
    """Return the tokens of a noun phrase with their depth below its head.

    Clauses, coordinated phrases and phrases with a preposition of their own are left out.
    """
    depth = {token: 0}
    left = [token]
    while left:
        at = left.pop()
        for child in tree.children[at]:
            relation = base(tree.tokens[child].relation)
            if relation in CLAUSES or (relation in ("nmod", "obl") and marker_of(tree, child) is not None):
                continue
            depth[child] = depth[at] + 1
            left.append(child)
    return depth


def reference_of(reading: Reading, sentence: int, token: int) -> Reference | None:
    """Return the reference that the phrase headed by a token stands for.

    Its head's own reference, else the one whose titles and apposition cover the head, else the name nearest to the
    head in the tree ("jets of X" stand for X); None when the phrase names no member.
    """
    found = reading.references.get(sentence, ())
    if not found:
        return None
    tree = reading.sentences[sentence]
    place = tree.tokens[token].start
    exact = [one for one in found if one.head == token]
    if exact:
        return max(exact, key=lambda one: (one.end - one.start, -one.member))
    outer = [one for one in found if one.outer_start <= place < one.outer_end]
    if outer:
        return min(outer, key=lambda one: (_rank(reading, one), one.start))
    depth = phrase_of(tree, token)
    inside = [one for one in found if one.head in depth]
    if not inside:
        return None
    return min(inside, key=lambda one: (depth[one.head], _rank(reading, one), one.start))


def _rank(reading: Reading, reference: Reference) -> int:
    return NAME_RANK[reading.scene.cast.members[reference.member].kind]


def acting(reading: Reading, reference: Reference) -> tuple[int, str]:
    """Return the member who acts through a reference, and what was done to find it.

    A spokesperson stands for a body named in the phrase around one of his mentions.
    """
    cast = reading.scene.cast
    member = cast.members[reference.member]
    if member.kind is ActorKind.PERSON and _speaks_for(reading, reference.member):
        for other in cast.references:
            body = cast.members[other.member]
            if body.kind in (ActorKind.ORGANISATION, ActorKind.STATE) and _around(reading, reference.member, other):
                return other.member, "-spokesperson"
    return reference.member, ""


def _speaks_for(reading: Reading, member: int) -> bool:
    words = reading.lexicon.classes.get(SPOKESPERSONS, frozenset())
    text = reading.prose.text
    titles = (text[start:end].lower() for start, end in reading.scene.cast.members[member].titles)
    return any(word in title for title in titles for word in words)


def _around(reading: Reading, member: int, other: Reference) -> bool:
    """Tell whether another reference lies in the phrase of one of a member's references."""
    return any(
        one.member == member and one.outer_start <= other.start and other.end <= one.outer_end
        for one in reading.references.get(other.sentence, ())
    )
