"""Reports of many articles on one footing: who takes part, by identities that hold across articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kronik.records.actors import Actor, ActorKind, MentionForm
from kronik.records.bundles import Bundle
from kronik.records.masking import MASK
from kronik.records.reports import Report
from kronik.stories.grouped import Groups
from kronik.stories.wording import tokens

AROUND = 150
"""Characters on each side of a trigger that say what the report is about: a sentence or two."""
SHORTEST = 4
"""Letters of a word from which it counts: shorter ones are mostly grammar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part in a report.

    Attributes:
        name: fullest form in its page; masked where the page protects it.
        kind, country: of the actor.
        identity: the same for the same actor in every article; None for one without a name, and for groups, which no
            two articles need mean alike.
        words: of the name of a person who is not protected, for names that one source gives shorter than another.
    """

    name: str
    kind: ActorKind
    country: str | None
    identity: str | None
    words: frozenset[str] = frozenset()

    def is_one_with(self, other: "Party", *, within_story: bool) -> bool:
        """Say whether both are one actor; within a story also where one name of a person holds the other."""
        if self.identity is None or other.identity is None:
            return False
        if self.identity == other.identity:
            return True
        both = bool(self.words) and bool(other.words)
        return within_story and both and (self.words <= other.words or other.words <= self.words)


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
        words: around its clearest trigger, in lower case, without the shortest.
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
    words: frozenset[str] = frozenset()

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


def tellings_of(bundles: Iterable[Bundle], groups: Groups) -> Iterator[Telling]:
    """Yield the reports of the latest revisions of a set of articles, in the order of the bundles and their reports."""
    stories = {member: story.id for story in groups.stories for member in story.members}
    for bundle in bundles:
        page = bundle.page.id
        if bundle.findings is None or groups.current.get(page) != page:
            continue
        parties = {actor.id: party_of(actor) for actor in bundle.findings.actors}
        entry = groups.entries[page]
        for report in bundle.findings.reports:
            yield Telling(
                report=report,
                page=page,
                outlet=entry.outlet,
                published=entry.published,
                story=stories[page],
                source=groups.copies.get(page, page),
                actors=_chosen(parties, report.actors),
                recipients=_chosen(parties, report.recipients),
                claimed_by=_chosen(parties, report.claimed_by),
                denied_by=_chosen(parties, report.denied_by),
                words=words_around(bundle.page.text or "", report),
            )


def words_around(text: str, report: Report) -> frozenset[str]:
    """Return the words of a page text around the first trigger of a report."""
    slices = report.triggers[0].slices if report.triggers else ()
    if not slices:
        return frozenset()
    near = text[max(0, slices[0].start - AROUND) : slices[-1].end + AROUND]
    return frozenset(word.lower() for word in tokens(near) if len(word) >= SHORTEST)


def party_of(actor: Actor) -> Party:
    """Return an actor as it is compared across articles."""
    name = actor.name if actor.protection is None else MASK * len(actor.name)
    words = frozenset[str]()
    if actor.kind is ActorKind.PERSON and actor.protection is None:
        words = frozenset(word.lower() for word in tokens(actor.name) if len(word) >= SHORTEST)
    return Party(name=name, kind=actor.kind, country=actor.country, identity=_identity(actor), words=words)


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
