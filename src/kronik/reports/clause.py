"""Who stands where around a predicate in the tree: subjects, objects, agents and marked phrases of verbs and nouns."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct

from kronik.languages.analysis import ROOT, Sentence, Token, Voice

MAX_STEPS = 6
"""Heads climbed in search of a subject; deeper chains are mistakes of the tree."""
STEPS = {
    "conj": "conjunct-subject",
    "xcomp": "control",
    "advcl": "embedded",
    "ccomp": "embedded",
    "acl": "noun-control",
    "obj": "noun-control",
}
"""Relation of a verb without a subject -> rule by which it shares that of its head."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
"""Parts of speech that can fill a role."""


class Standing(StrEnum):
    """Where an argument stands."""

    SUBJECT = "subject"
    OBJECT = "object"
    AGENT = "agent"
    """Of a passive, marked or bare."""
    MARKED = "marked"
    """With a preposition."""
    GENITIVE = "genitive"
    """After a noun, without a preposition."""


class Argument(Struct, frozen=True):
    """A phrase in a slot of a predicate.

    Attributes:
        token: index of its head in the sentence.
        standing: where it stands.
        marker: its preposition, lower case; None without one.
        rule: how it came to the predicate.
    """

    token: int
    standing: Standing
    marker: str | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """Closed words that the arguments of a clause turn on.

    Attributes:
        relatives: relative pronouns ("yang").
        agent_markers: prepositions of a passive's agent ("oleh").
    """

    relatives: frozenset[str]
    agent_markers: frozenset[str]


def base(relation: str) -> str:
    """Return a relation without its subtype."""
    return relation.split(":", 1)[0] if ":" in relation else relation


def marker_of(sentence: Sentence, token: int) -> str | None:
    """Return the preposition of a phrase in lower case, several words joined by a space; None without one."""
    words = []
    for child in sentence.children[token]:
        dependent = sentence.tokens[child]
        if base(dependent.relation) == "case" and child < token:
            words.append(dependent.form.lower())
            words += [sentence.tokens[at].form.lower() for at in _fixed(sentence, child)]
    return " ".join(words) or None


def _fixed(sentence: Sentence, token: int) -> Iterator[int]:
    return (child for child in sentence.children[token] if base(sentence.tokens[child].relation) == "fixed")


def conjuncts(sentence: Sentence, token: int) -> tuple[int, ...]:
    """Return a phrase's head and the heads of what is coordinated with it, in order, verbs left out.

    A list without a conjunction before its last member is an apposition that the tree mistakes.
    """
    found = _coordinated(sentence, token)
    joined = any(base(sentence.tokens[child].relation) == "cc" for child in sentence.children[max(found)])
    return tuple(found) if joined else (token,)


def _coordinated(sentence: Sentence, token: int) -> list[int]:
    found = [token]
    for child in sentence.children[token]:
        dependent = sentence.tokens[child]
        if base(dependent.relation) == "conj" and dependent.upos in NOMINAL:
            found.extend(_coordinated(sentence, child))
    return found


def is_passive(token: Token) -> bool:
    """Tell whether a verb is passive by its form."""
    return token.voice is Voice.PASSIVE


def arguments_of(sentence: Sentence, predicate: int, words: ClauseWords) -> tuple[Argument, ...]:
    """Return the phrases in the slots of a verb or noun.

    A verb without a subject of its own takes that of the clause that it is coordinated with, controlled by or embedded
    in, or the noun that it modifies; each step is named in the rule.
    """
    if sentence.tokens[predicate].upos in NOMINAL and not _clausal(sentence, predicate):
        return tuple(_nominal(sentence, predicate, words))
    own = list(_own(sentence, predicate, words))
    if sentence.tokens[predicate].upos in NOMINAL:
        own += [one for one in _nominal(sentence, predicate, words) if one.standing is not Standing.SUBJECT]
    if not any(one.standing is Standing.SUBJECT for one in own):
        own += _borrowed(sentence, predicate, words)
    return tuple(own)


def _clausal(sentence: Sentence, predicate: int) -> bool:
    return any(base(sentence.tokens[child].relation) == "nsubj" for child in sentence.children[predicate])


def _own(sentence: Sentence, predicate: int, words: ClauseWords) -> Iterator[Argument]:
    verb = sentence.tokens[predicate]
    for child in sentence.children[predicate]:
        token = sentence.tokens[child]
        relation = base(token.relation)
        if token.form.lower() in words.relatives:
            yield from _relative(sentence, predicate, token)
        elif relation in ("nsubj", "csubj"):
            late = child > predicate and is_passive(verb) and token.relation == "nsubj"
            yield Argument(
                child, Standing.AGENT if late else Standing.SUBJECT, None, "agent-bare" if late else "subject"
            )
        elif relation in ("obj", "iobj"):
            passive = is_passive(verb)
            yield Argument(
                child, Standing.AGENT if passive else Standing.OBJECT, None, "agent-bare" if passive else "object"
            )
        elif relation in ("obl", "nmod", "dislocated") and token.upos in NOMINAL and token.relation != "obl:tmod":
            yield from _oblique(sentence, predicate, child, words)


def _relative(sentence: Sentence, predicate: int, token: Token) -> Iterator[Argument]:
    """Yield the noun before a relative clause: it stands where its pronoun does."""
    verb = sentence.tokens[predicate]
    if base(verb.relation) != "acl" or verb.head == ROOT:
        return
    relation = base(token.relation)
    if relation in ("nsubj", "csubj") or (relation == "obj" and is_passive(verb)):
        yield Argument(verb.head, Standing.SUBJECT, None, "relative")
    elif relation == "obj":
        yield Argument(verb.head, Standing.OBJECT, None, "relative")


def _oblique(sentence: Sentence, predicate: int, child: int, words: ClauseWords) -> Iterator[Argument]:
    token, verb = sentence.tokens[child], sentence.tokens[predicate]
    marker = marker_of(sentence, child)
    if marker in words.agent_markers or (marker is None and token.relation == "obl:agent"):
        yield Argument(child, Standing.AGENT, marker, "agent-marked" if marker else "agent-bare")
    elif marker is not None:
        yield Argument(child, Standing.MARKED, marker, f"marked-{marker}")
    elif is_passive(verb) and child > predicate and not _between(sentence, predicate, child):
        yield Argument(child, Standing.AGENT, None, "agent-bare")
    elif verb.upos == "VERB" and not is_passive(verb) and child > predicate and token.relation == "obl":
        yield Argument(child, Standing.OBJECT, None, "object-bare")


def _between(sentence: Sentence, predicate: int, child: int) -> bool:
    """Tell whether punctuation parts a verb from a phrase that would be its bare agent."""
    return any(sentence.tokens[at].upos == "PUNCT" for at in range(predicate + 1, child))


def _nominal(sentence: Sentence, predicate: int, words: ClauseWords) -> Iterator[Argument]:
    """Yield the phrases after a noun; one that hangs on such a phrase with a preposition counts for the noun too."""
    for child in sentence.children[predicate]:
        token = sentence.tokens[child]
        relation = base(token.relation)
        if relation in ("nmod", "obl", "compound", "flat", "obj", "nsubj", "appos") and token.upos in NOMINAL:
            if relation == "appos" and marker_of(sentence, child) is None and token.upos != "PROPN":
                continue
            yield from _modifier(sentence, child, words, "")
            for inner in sentence.children[child]:
                nested = sentence.tokens[inner]
                if base(nested.relation) == "nmod" and marker_of(sentence, inner) is not None:
                    yield from _modifier(sentence, inner, words, "-nested")


def _modifier(sentence: Sentence, child: int, words: ClauseWords, suffix: str) -> Iterator[Argument]:
    marker = marker_of(sentence, child)
    if marker is None:
        yield Argument(child, Standing.GENITIVE, None, "genitive" + suffix)
    elif marker in words.agent_markers:
        yield Argument(child, Standing.AGENT, marker, "agent-marked" + suffix)
    else:
        yield Argument(child, Standing.MARKED, marker, f"marked-{marker}{suffix}")


def _marked(sentence: Sentence, verb: int) -> bool:
    return any(base(sentence.tokens[child].relation) == "mark" for child in sentence.children[verb])


def _borrowed(sentence: Sentence, predicate: int, words: ClauseWords) -> list[Argument]:
    """Return the subject that a verb without one shares with another, named by the first step to it."""
    at, rule = predicate, ""
    for _ in range(MAX_STEPS):
        token = sentence.tokens[at]
        if token.head == ROOT:
            return []
        relation = base(token.relation)
        if relation == "acl" and not _marked(sentence, at):
            return [Argument(token.head, Standing.SUBJECT, None, rule or "modified")]
        step = STEPS.get(relation)
        if step is None:
            return []
        rule = rule or step
        if sentence.tokens[token.head].upos in NOMINAL and relation == "acl":
            at = token.head
            continue
        above = list(_own(sentence, token.head, words))
        if relation == "xcomp":
            controlled = [one for one in above if one.standing is Standing.OBJECT and one.token < at]
            if controlled:
                return [Argument(one.token, Standing.SUBJECT, None, "control-object") for one in controlled[-1:]]
        subjects = [one for one in above if one.standing is Standing.SUBJECT]
        if subjects:
            return [Argument(one.token, Standing.SUBJECT, None, rule) for one in subjects]
        at = token.head
    return []
