"""What a language's reporting words are: who says, in which place the speaker stands, and what is reported."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Sort(StrEnum):
    """What a reporting word takes."""

    SAY = "say"
    """A clause that somebody utters."""
    HOLD = "hold"
    """An opinion: a clause, or a thing held to be so."""
    URGE = "urge"
    """What somebody wants done: a clause or a thing."""
    STANCE = "stance"
    """A stand on a thing that the object names."""
    WEAK = "weak"
    """A word that often reports nothing."""


class Place(StrEnum):
    """Where the speaker stands by the form of a reporting word."""

    ACTIVE = "active"
    """Before it."""
    PASSIVE = "passive"
    """Behind it, or nowhere; the subject belongs to what is said."""
    BARE = "bare"
    """Behind or before it, the content before or around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingWord:
    """A form of a reporting word.

    Attributes:
        words: its words in lower case, one for most.
        root: the active form of the same verb, or the form itself.
        sort: what it takes.
        place: where the speaker stands.
        denies: the speaker denies what it takes.
        loose: the form is an ordinary word too.
    """

    words: tuple[str, ...]
    root: str
    sort: Sort
    place: Place
    denies: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """The reporting words of a language and those around them, all in lower case.

    Attributes:
        verbs: reporting words by their first word; the longest that fits counts.
        cues: every form that may start a reporting expression.
        glued: forms that are looked for where a name is glued to them.
        nouns: nouns that report what stands behind a conjunction of ``bahwa``.
        utterances: nouns of what is uttered or written ("statement", "letter").
        according: prepositions of a source.
        resting: prepositions of a ground, which count only before what is uttered.
        citing: words that cite an outlet or a document.
        citing_only: those of them that never report by themselves.
        citing_links: words between a citing word and its outlet.
        likewise: words for "as" before a citing or reporting word.
        that: conjunctions before what is reported.
        bahwa: those of them that only report.
        about: prepositions before what is talked of.
        purpose: words before what is to be done.
        between: words that may stand between a subject and its verb.
        after_verb: words that may stand between a verb and its content.
        negators: words that undo a verb.
        addressing: prepositions of whom, when and where something was said.
        closing: words behind a speaker that open what is no content.
        joining: conjunctions that join a second report of the same speaker.
        turning: conjunctions that set another clause against the reported one.
        subordinating: conjunctions of a clause beside the reported one.
        openers: words that open a sentence and are no content of their own.
        pronouns: pronouns that speak.
        clitic: the possessive that stands for the speaker when joined to a reporting word.
        relative: relative pronouns.
        by: preposition of the agent.
        standing_for: words that stand for what was said before.
        whether: words that open a reported question.
        predicates: words that make a clause without a verb form.
        verb_starts: first letters of verb forms.
        modals: words that make a report one to come or one that may be.
        pointing: words that point at what was said before.
        weights: weights of the signs by which a candidate is judged.
        threshold: score from which a candidate counts.
        fragments: words that open a sentence without a verb which goes on with what was said.
        indefinite: words that open a noun phrase for somebody whom the page does not name.
        governing: nouns before a state's name that stand for the state.
        also: conjunctions that join speakers.
        plural: pronouns for bodies and groups.
        cutting: words and marks at which a reported content may end; made of the rest.
    """

    verbs: Mapping[str, tuple[ReportingWord, ...]]
    nouns: frozenset[str]
    utterances: frozenset[str]
    cues: frozenset[str]
    glued: frozenset[str]
    according: frozenset[str]
    resting: frozenset[str]
    citing: frozenset[str]
    citing_only: frozenset[str]
    citing_links: frozenset[str]
    likewise: frozenset[str]
    that: frozenset[str]
    bahwa: frozenset[str]
    about: frozenset[str]
    purpose: frozenset[str]
    between: frozenset[str]
    after_verb: frozenset[str]
    negators: frozenset[str]
    addressing: frozenset[str]
    closing: frozenset[str]
    joining: frozenset[str]
    turning: frozenset[str]
    subordinating: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    clitic: str
    relative: frozenset[str]
    by: str
    standing_for: frozenset[str]
    whether: frozenset[str]
    fragments: frozenset[str]
    plural: frozenset[str]
    indefinite: frozenset[str]
    also: frozenset[str]
    governing: frozenset[str]
    predicates: frozenset[str]
    modals: frozenset[str]
    pointing: frozenset[str]
    verb_starts: tuple[str, ...]
    weights: Mapping[str, float]
    threshold: float
    cutting: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the words that may end a content, so that each word of one is asked for once."""
        groups = (self.likewise, self.citing_only, self.joining, self.turning, self.subordinating)
        object.__setattr__(self, "cutting", frozenset({","}.union(*groups)))
