"""Reports of many articles on one footing: who takes part, by identities that hold across articles."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kronik.languages.telling import TellingWords
from kronik.records.actors import Actor, ActorKind, MentionForm
from kronik.records.bundles import Bundle
from kronik.records.masking import MASK
from kronik.records.reports import Report
from kronik.records.spans import Evidence
from kronik.stories.grouped import Groups
from kronik.stories.names import are_called_alike, is_one_name, is_part, is_spelt_like
from kronik.stories.wording import tokens

AROUND = 150
"""Characters on each side of a trigger that say what the report is about: a sentence or two."""
BESIDE = 60
"""Characters on each side of a trigger that belong to its clause, as a rule."""
SHORTEST = 4
"""Letters of a word from which it counts: shorter ones are mostly grammar."""
SHORTEST_NAME = 3
"""Letters of a word from which it counts in the name of a person or group."""
ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
"""Sectors of bodies by which a state acts."""


_SENTENCE_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part in a report.

    Attributes:
        name: fullest form in its page; masked where the page protects it.
        kind, country, sector: of the actor.
        identity: the same for the same actor in every article; None for one without a name, and for groups, which no
            two articles need mean alike.
        words: of the name, in lower case and in order, of persons without the shortest; none where it is protected.
    """

    name: str
    kind: ActorKind
    country: str | None
    identity: str | None
    sector: str | None = None
    words: tuple[str, ...] = ()

    def may_be_one_with(self, other: "Party") -> bool:
        """Say whether both are one named actor, as names are told in one story: a part for all, a body for its state.

        Beyond a story only `identity` says so.
        """
        if self.identity is None or other.identity is None:
            return False
        if self.identity == other.identity:
            return True
        if ActorKind.STATE in (self.kind, other.kind):
            return self._acts_for(other) or other._acts_for(self)
        persons = self.kind is ActorKind.PERSON is other.kind
        return is_one_name(self.words, other.words) or (persons and is_spelt_like(self.words, other.words))

    def is_called_like(self, other: "Party") -> bool:
        """Say whether both are unnamed and called alike: "para warga" and "warga desa"; that is no proof."""
        unnamed = self.identity is None and other.identity is None and self.kind is other.kind
        return unnamed and are_called_alike(self.words, other.words)

    def _acts_for(self, state: "Party") -> bool:
        body = self.kind is ActorKind.ORGANISATION and state.kind is ActorKind.STATE
        if not body or self.country is None or self.country != state.country:
            return False
        return self.sector in ORGANS or is_part(state.words, self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A report with its article.

    Attributes:
        report: as stored.
        page: id of the page, the latest revision of its article.
        outlet, published: of the article.
        story: id of its story.
        source: id of the article whose wording it has: its own, or the representative of its copies.
        actors, recipients: of the report, in its order.
        claimed_by, denied_by: those who say so and those who deny it.
        words: around each of its triggers, the clearest first, in lower case, without the shortest.
        triggers: words of the triggers themselves, likewise, names of those who take part left out.
        clearest: those of the clearest trigger.
        steps: steps of a case at law that the clearest trigger tells, or else the words before it.
        once: whether each of these is taken once against one person.
        often: the words beside the clearest trigger say that it was done more than once.
    """

    report: Report
    page: str
    outlet: str | None
    published: str | None
    story: str
    source: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    claimed_by: tuple[Party, ...]
    denied_by: tuple[Party, ...]
    words: tuple[frozenset[str], ...] = ()
    triggers: frozenset[str] = frozenset()
    clearest: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()
    once: bool = False
    often: bool = False

    @property
    def identities(self) -> frozenset[str]:
        """Identities of both roles."""
        return _identities((*self.actors, *self.recipients))

    @property
    def agents(self) -> frozenset[str]:
        """Identities of the actors."""
        return _identities(self.actors)

    @property
    def targets(self) -> frozenset[str]:
        """Identities of the recipients."""
        return _identities(self.recipients)

    @property
    def order(self) -> tuple[str, str]:
        """What the first of several is chosen by: publication (unknown last), then id."""
        return self.published or "9999", self.report.id


def tellings_of(bundles: Iterable[Bundle], groups: Groups, words: TellingWords) -> Iterator[Telling]:
    """Yield the reports of the latest revisions of a set of articles, in the order of the bundles and their reports."""
    stories = {member: story.id for story in groups.stories for member in story.members}
    for bundle in bundles:
        page = bundle.page.id
        if bundle.findings is None or groups.current.get(page) != page:
            continue
        parties = {actor.id: party_of(actor) for actor in bundle.findings.actors}
        entry = groups.entries[page]
        text = bundle.page.text or ""
        for report in bundle.findings.reports:
            actors, recipients = _chosen(parties, report.actors), _chosen(parties, report.recipients)
            clearest = _told_by(text, report.triggers[:1], (*actors, *recipients))
            before, behind = _beside(text, report.triggers[0])
            steps = words.steps_in(clearest) or words.steps_in(_long(before[before.rstrip().rfind(" ") + 1 :]))
            once = bool(steps) and steps <= words.once
            yield Telling(
                report=report,
                page=page,
                outlet=entry.outlet,
                published=entry.published,
                story=stories[page],
                source=groups.copies.get(page, page),
                actors=actors,
                recipients=recipients,
                claimed_by=_chosen(parties, report.claimed_by),
                denied_by=_chosen(parties, report.denied_by),
                words=tuple(_words_around(text, one) for one in report.triggers),
                triggers=_told_by(text, report.triggers, (*actors, *recipients)),
                clearest=clearest,
                steps=steps,
                once=once,
                often=not once and (words.tells_often(before) or words.tells_often(behind)),
            )


def party_of(actor: Actor) -> Party:
    """Return an actor as it is compared across articles."""
    name = actor.name if actor.protection is None else MASK * len(actor.name)
    words = tuple(word.lower() for word in tokens(actor.name)) if actor.protection is None else ()
    if actor.kind in (ActorKind.PERSON, ActorKind.GROUP):
        words = tuple(word for word in words if len(word) >= SHORTEST_NAME)
    return Party(
        name=name, kind=actor.kind, country=actor.country, identity=_identity(actor), sector=actor.sector, words=words
    )


def _words_around(text: str, trigger: Evidence) -> frozenset[str]:
    """Return the words of a page text around a trigger."""
    near = text[max(0, trigger.slices[0].start - AROUND) : trigger.slices[-1].end + AROUND]
    return _long(near)


def _beside(text: str, trigger: Evidence) -> tuple[str, str]:
    """Return what stands before and behind a trigger, as far as its sentence goes, and no farther than `BESIDE`."""
    start, end = trigger.slices[0].start, trigger.slices[-1].end
    before = _SENTENCE_END.split(text[max(0, start - BESIDE) : start])[-1]
    return before, _SENTENCE_END.split(text[end : end + BESIDE])[0]


def _told_by(text: str, triggers: Iterable[Evidence], parties: Iterable[Party]) -> frozenset[str]:
    """Return the words of triggers, those of the parties' names left out."""
    spans = (span for trigger in triggers for span in trigger.slices)
    words = frozenset[str]().union(*(_long(text[span.start : span.end]) for span in spans))
    return words - {word for party in parties for word in party.words}


def _long(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in tokens(text) if len(word) >= SHORTEST)


def _identity(actor: Actor) -> str | None:
    """Return the id of the knowledge files, else kind, country and name of one that is named."""
    if actor.known:
        return f"known:{actor.known}"
    named = any(mention.form is MentionForm.NAME for mention in actor.mentions)
    if actor.kind is ActorKind.GROUP or not named:
        return None
    return f"{actor.kind.value}:{actor.country or ''}:{' '.join(actor.name.casefold().split())}"


def _chosen(parties: Mapping[str, Party], names: tuple[str, ...]) -> tuple[Party, ...]:
    return tuple(parties[name] for name in names if name in parties)


def _identities(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.identity for party in parties if party.identity)
