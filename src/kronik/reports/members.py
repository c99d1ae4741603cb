"""Which members of the cast a phrase of the tree stands for."""

from kronik.actors.cast import Reference
from kronik.languages.analysis import Sentence
from kronik.records.actors import ActorKind, MentionForm
from kronik.reports.clause import base, conjuncts, marker_of
from kronik.reports.reading import Reading

CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis", "conj", "dep"})
"""Relations below which another phrase begins."""
SPOKESPERSONS = "spokespersons"
"""Class of the lexicon: words of titles whose bearer speaks for a body."""
JOINERS = "joiners"
"""Class of the lexicon: words and dashes that join the names of a list."""
INNER_MARKERS = "inner_markers"
"""Class of the lexicon: prepositions within a phrase behind which those stand whom it is about."""
WE = "we"
"""Class of the lexicon: pronouns by which one speaks for his body."""
MEDIA = "JRN"
"""Sector of media."""
UNNAMED = frozenset({MentionForm.TITLE, MentionForm.EPITHET})
"""How one is referred to by what he is instead of by name."""
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


def references_of(reading: Reading, sentence: int, token: int) -> tuple[Reference, ...]:
    """Return the references that the phrase headed by a token stands for.

    Its head's own references (several for a pair written as one word), else the one whose titles and apposition cover
    the head, else the name nearest to the head in the tree ("jets of X" stand for X); empty where it names no member.
    """
    found = tuple(one for one in reading.references.get(sentence, ()) if not _echo(reading, one))
    if not found:
        return ()
    tree = reading.sentences[sentence]
    place = tree.tokens[token].start
    exact = [one for one in found if one.head == token]
    if exact:
        first = max(exact, key=lambda one: (one.end - one.start, -one.member))
    else:
        outer = [one for one in found if one.outer_start <= place < one.outer_end]
        if outer:
            first = min(outer, key=lambda one: (_rank(reading, one), one.start))
        else:
            depth = phrase_of(tree, token)
            inside = [one for one in found if one.head in depth]
            if not inside:
                return ()
            first = min(inside, key=lambda one: (depth[one.head], _rank(reading, one), one.start))
    return (first, *_listed(reading, first, found))


def _echo(reading: Reading, reference: Reference) -> bool:
    """Tell whether a pronoun is said to stand for a medium: media are quoted, they seldom act."""
    member = reading.scene.cast.members[reference.member]
    medium = member.kind is ActorKind.ORGANISATION and member.sector == MEDIA
    return medium and reference.form is MentionForm.PRONOUN


def _listed(reading: Reading, first: Reference, found: tuple[Reference, ...]) -> list[Reference]:
    """Return the references listed behind one, up to the last that a word or a dash joins; commas alone join none."""
    words = reading.lexicon.classes.get(JOINERS, frozenset())
    text = reading.prose.text
    listed: list[Reference] = []
    pending: list[Reference] = []
    end = first.outer_end
    for one in found:
        if one.start < end or one.member == first.member:
            continue
        between = text[end : one.outer_start].strip().removeprefix(",").strip().lower()
        if between not in words and between:
            break
        if not between and "," not in text[end : one.outer_start]:
            break
        pending.append(one)
        end = one.outer_end
        if between:
            listed += pending
            pending = []
    return listed


def inside_of(reading: Reading, sentence: int, token: int) -> tuple[Reference, ...]:
    """Return the reference behind a preposition of place within a phrase ("sites in X"), where it names nobody else."""
    tree = reading.sentences[sentence]
    markers = reading.lexicon.classes.get(INNER_MARKERS, frozenset())
    for at in _below(tree, token):
        for child in tree.children[at]:
            if base(tree.tokens[child].relation) in ("nmod", "obl") and marker_of(tree, child) in markers:
                heads = conjuncts(tree, child)
                found = [one for head in heads for one in references_of(reading, sentence, head)]
                if found:
                    return tuple(dict.fromkeys(found))
    return ()


def _below(tree: Sentence, token: int) -> list[int]:
    """Return the tokens below a head, prepositional phrases included, clauses left out."""
    found, left = [token], [token]
    while left:
        for child in tree.children[left.pop()]:
            if base(tree.tokens[child].relation) not in CLAUSES:
                found.append(child)
                left.append(child)
    return sorted(found)


def _rank(reading: Reading, reference: Reference) -> int:
    return NAME_RANK[reading.scene.cast.members[reference.member].kind]


def acting(reading: Reading, reference: Reference, *, body: bool) -> tuple[int, str]:
    """Return the member who acts through a reference, and what was done to find it.

    A spokesperson stands for a body named in the phrase around one of his mentions; so does, where `body` says that
    the act is one of bodies, whoever says "we" of it.
    """
    cast = reading.scene.cast
    if cast.members[reference.member].kind is not ActorKind.PERSON:
        return reference.member, ""
    spokesperson = _speaks_for(reading, reference.member)
    if spokesperson or (body and _we(reading, reference)):
        for other in cast.references:
            if cast.members[other.member].kind in (ActorKind.ORGANISATION, ActorKind.STATE) and _around(
                reading, reference.member, other
            ):
                return other.member, "-spokesperson" if spokesperson else "-body"
    return reference.member, ""


def _speaks_for(reading: Reading, member: int) -> bool:
    """Tell whether a title of a member, or what it is called where no name is known, is that of a spokesperson."""
    words = reading.lexicon.classes.get(SPOKESPERSONS, frozenset())
    text, cast = reading.prose.text, reading.scene.cast
    titles = [text[start:end] for start, end in cast.members[member].titles]
    titles += [text[one.start : one.end] for one in cast.references if one.member == member and one.form in UNNAMED]
    return any(word in title.lower() for title in titles for word in words)


def _we(reading: Reading, reference: Reference) -> bool:
    words = reading.lexicon.classes.get(WE, frozenset())
    return (
        reference.form is MentionForm.PRONOUN and reading.prose.text[reference.start : reference.end].lower() in words
    )


def _around(reading: Reading, member: int, other: Reference) -> bool:
    """Tell whether another reference lies in the phrase of one of a member's references, or ends its bare title."""
    return any(
        one.member == member
        and (
            (one.outer_start <= other.start and other.end <= one.outer_end)
            or (one.form in UNNAMED and reading.prose.text[one.end : other.outer_start].isspace())
        )
        for one in reading.references.get(other.sentence, ())
    )
