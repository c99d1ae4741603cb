"""Contract of a language's event lexicon: which words tell which event, and where its participants stand.

The lexicon is looked up by surface form: a token's characters, lower-cased, clitics being tokens of their own.
Forms are generated when the lexicon is loaded, so that no look-up depends on a lemma.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

from kronik.records.plover import EventType
from kronik.records.reports import Status


class FormKind(StrEnum):
    """What a surface form is, and thereby how its arguments are read."""

    ACTIVE = "active"
    """Verb whose subject is the agent."""
    PASSIVE = "passive"
    """Verb whose subject is what the active verb's object is."""
    STATIVE = "stative"
    """Verb of a state that came about; its subject is what the active verb's object is, the agent is seldom told."""
    BARE = "bare"
    """Verb without affix: headline active, imperative, or passive after a pronoun."""
    MIDDLE = "middle"
    """Verb without object; its subject takes part."""
    ACTION = "action"
    """Noun of the doing; its genitive is the one acted on."""
    RESULT = "result"
    """Noun of the deed; its genitive is the one who acts."""
    AGENT = "agent"
    """Noun of the one who acts; tells an event only beside a name."""


VERBS = frozenset({FormKind.ACTIVE, FormKind.PASSIVE, FormKind.STATIVE, FormKind.BARE, FormKind.MIDDLE})


class Slot(StrEnum):
    """Where an argument stands, from the point of view of the active verb or of the noun."""

    SUBJECT = "subj"
    OBJECT = "obj"
    GENITIVE = "gen"
    OBLIQUE = "obl"
    """Behind one of the argument's adpositions."""
    OWNER = "owner"
    """Genitive of the object ("seized the ship of X", "condemned the attack of X")."""
    COMPLEMENT = "comp"
    """Subject of the clause that the trigger governs ("demands that X withdraw")."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A place in which a participant may stand; `words` are adpositions of an oblique, lower-cased."""

    slot: Slot
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Which arguments are actor and recipient, the best place first.

    Attributes:
        name: of the frame in the language's data.
        actor, recipient: places to look at, in order; empty where the role is never told.
        mutual: all participants are actors, none is recipient.
    """

    name: str
    actor: tuple[Argument, ...]
    recipient: tuple[Argument, ...]
    mutual: bool = False


class Where(StrEnum):
    """Of what a condition speaks."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    """Grammatical subject of the trigger as it stands, whatever its voice."""
    OBJECT = "object"
    """Object of the active verb (subject of the passive); for a noun its genitive."""
    NEXT = "next"
    """The word right behind the trigger."""
    PREVIOUS = "previous"
    """The word right before it."""
    BELOW = "below"
    """Any word that hangs on the trigger, however deep."""
    CLAUSE = "clause"
    """Any word of the sentence."""
    ARTICLE = "article"
    """The whole prose."""


class Test(StrEnum):
    """What of it is tested."""

    KIND = "kind"
    """Kind of the cast's member: person, state, organisation, group."""
    SECTOR = "sector"
    """PLOVER sector of the cast's member."""
    WORD = "word"
    """Lower-cased form or lemma of the head (actor, recipient, subject, object) or of any word (the others)."""
    DOMAIN = "domain"
    """Name of a `Domain` that the article belongs to."""
    GIVEN = "given"
    """Whether there is one at all: ``yes`` or ``no``."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when one of `values` is met."""

    where: Where
    test: Test
    values: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A sense of a root: the event that its forms tell.

    Attributes:
        id: unique in the lexicon; stands in a report's rule.
        type, mode: PLOVER; mode None where the type has none or other words tell it (`ModeCue`).
        needs: every group must hold, a group holds when one of its conditions does.
        excludes: where one of these conditions holds the words tell no event of this entry.
        status: how the event is told by these words alone; None leaves it to tense and cues.
        weight: prior between 0 and 1 that a hit is an event of this type, before its arguments are seen.
        example: a sentence of our own.
    """

    id: str
    type: EventType
    mode: str | None
    needs: tuple[tuple[Condition, ...], ...]
    excludes: tuple[Condition, ...]
    status: Status | None
    weight: float
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One surface form of an entry: its words lower-cased, what it is, and the frame that holds for it."""

    words: tuple[str, ...]
    kind: FormKind
    frame: Frame
    entry: Entry


class LightRole(StrEnum):
    """What the subject of a light verb is to the event that its object names."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LightVerb:
    """A verb that lends a noun its subject ("carry out an attack", "receive a visit").

    Attributes:
        words: lower-cased surface form.
        kind: of the form.
        subject: role of the (active) subject in the event of the noun.
        obliques: adpositions behind which the other party stands, beside those of the noun's frame.
        status: what it makes of the event; None leaves it as it is (``negated`` for "cancel", ``future`` for "plan").
    """

    words: tuple[str, ...]
    kind: FormKind
    subject: LightRole
    obliques: tuple[str, ...]
    status: Status | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeCue:
    """Words beside a trigger that tell the mode: an instrument, a weapon, a way.

    Attributes:
        words: lower-cased forms, one after another.
        type: whose mode; the cue is silent beside triggers of other types.
        mode: PLOVER.
        near: ``NEXT`` right behind the trigger, ``OBJECT`` its object, ``BELOW`` in its phrase, ``CLAUSE`` in the
            sentence.
        weight: which of several cues wins, the higher first.
    """

    words: tuple[str, ...]
    type: EventType
    mode: str
    near: Where
    weight: float


class Reach(StrEnum):
    """How a cue of status stands to the trigger."""

    AUXILIARY = "auxiliary"
    """Adverb or auxiliary on the trigger or on its governor."""
    GOVERNOR = "governor"
    """Verb that the trigger's clause is the complement or object of."""
    MARKER = "marker"
    """Conjunction that opens the trigger's clause."""
    NOUN = "noun"
    """Noun whose genitive or complement the trigger is ("the plan of an attack")."""


class Effect(StrEnum):
    """What a cue does beside setting a status."""

    NONE = "none"
    CLAIM = "claim"
    """The governor's subject is the one on whose word it stands."""
    DENIAL = "denial"
    """The governor's subject denies it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    """Words that tell how an event is told: lower-cased words, the status, how they stand to it, and their effect.

    ``status`` is None where only the effect counts.
    """

    words: tuple[str, ...]
    status: Status | None
    reach: Reach
    effect: Effect = Effect.NONE
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A field of life whose words borrow those of conflict (sport, markets).

    An article belongs to it when the distinct `words` in it are at least `share` of a hundred of its words.
    """

    name: str
    words: frozenset[str]
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """A linear scorer of candidates: feature -> weight, trained outside.

    Attributes:
        version: digest of the data that it was read from; empty for one without weights.
        weights: by name of the feature; those of other features are 0.
        threshold: score between 0 and 1 from which a candidate is a report.
    """

    version: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)
    threshold: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A language's event lexicon.

    Attributes:
        version: digest of the data that it was read from.
        entries: in order of id.
        forms: first word of a form -> its forms, the longest first, among equals those with needs first.
        light_verbs: first word -> light verbs, the longest first.
        mode_cues, status_cues: first word -> cues, the longest first.
        classes: named word lists.
        domains: by name.
        scorer: says how likely a hit is a report.
        chooser: says how likely a member of the cast is in a role of a report; without weights the rules decide.
        placer: says how likely a place of the article is that of a report; without weights the rules decide.
        dater: says how likely a time of the article is the day of a report; without weights the rules decide.
        teller: says how likely each status is that of a report; without weights the rules decide.
        linker: says how likely two tellings are of one event; without weights the rules decide.
        topics: weights of words that tell how soft an article is (sport, markets, lifestyle).
    """

    version: str
    entries: tuple[Entry, ...]
    forms: Mapping[str, tuple[Form, ...]]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    mode_cues: Mapping[str, tuple[ModeCue, ...]]
    status_cues: Mapping[str, tuple[StatusCue, ...]]
    classes: Mapping[str, frozenset[str]]
    domains: tuple[Domain, ...]
    scorer: Scorer = field(default_factory=Scorer)
    chooser: Scorer = field(default_factory=Scorer)
    placer: Scorer = field(default_factory=Scorer)
    dater: Scorer = field(default_factory=Scorer)
    teller: Scorer = field(default_factory=Scorer)
    linker: Scorer = field(default_factory=Scorer)
    topics: Scorer = field(default_factory=Scorer)

    def forms_at(self, words: Sequence[str], index: int) -> tuple[Form, ...]:
        """Return the forms that begin at a word, the longest first.

        Args:
            words: lower-cased forms of a sentence's tokens.
            index: of the first word.
        """
        found = self.forms.get(words[index])
        return _standing(found, words, index) if found else ()

    def light_verbs_at(self, words: Sequence[str], index: int) -> tuple[LightVerb, ...]:
        """Return the light verbs that begin at a word, the longest first."""
        found = self.light_verbs.get(words[index])
        return _standing(found, words, index) if found else ()

    def mode_cues_at(self, words: Sequence[str], index: int) -> tuple[ModeCue, ...]:
        """Return the cues of mode that begin at a word, the longest first."""
        found = self.mode_cues.get(words[index])
        return _standing(found, words, index) if found else ()

    def status_cues_at(self, words: Sequence[str], index: int) -> tuple[StatusCue, ...]:
        """Return the cues of status that begin at a word, the longest first."""
        found = self.status_cues.get(words[index])
        return _standing(found, words, index) if found else ()


class _Worded(Protocol):
    """Anything looked up by its words."""

    @property
    def words(self) -> tuple[str, ...]: ...


_Found = TypeVar("_Found", bound=_Worded)


def _standing(found: Sequence[_Found], words: Sequence[str], index: int) -> tuple[_Found, ...]:
    """Return those of one first word that stand at it; most of several words are refused by their second."""
    second = words[index + 1] if index + 1 < len(words) else None
    return tuple(
        [
            one
            for one in found
            if (length := len(one.words)) == 1
            or (one.words[1] == second and (length == 2 or tuple(words[index : index + length]) == one.words))
        ]
    )
