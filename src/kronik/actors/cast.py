"""The cast of an article: everyone who might speak or act in it, and every place that refers to one of them."""

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter

from msgspec import Struct

from kronik.records.actors import ActorKind, MentionForm, Protection

START = attrgetter("start")
"""Code point at which a reference starts."""


class Reference(Struct, frozen=True, kw_only=True):
    """A place in the view that refers to a member of the cast; pronouns and clitics among them.

    Attributes:
        start, end: half-open code points of the view; exactly the mention, titles and honorifics left out.
        sentence: index of its sentence in the analysis.
        head: index of its head token in that sentence.
        member: index in the cast's members.
        form: how it refers.
        outer_start, outer_end: the whole noun phrase with titles and apposition, within which the mention is the core.
        rule: how it was found and joined.
    """

    start: int
    end: int
    sentence: int
    head: int
    member: int
    form: MentionForm
    outer_start: int
    outer_end: int
    rule: str


class Member(Struct, frozen=True, kw_only=True):
    """One who might speak or act.

    Attributes:
        name: fullest form in the page.
        kind, country, sector, country_rule, sector_rule, known, protection: as in `kronik.records.actors.Actor`.
        titles: half-open code points of titles joined to its names.
        number: how many a group is, where the page counts it.
    """

    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    country_rule: str | None = None
    sector_rule: str | None = None
    known: str | None = None
    protection: Protection | None = None
    titles: tuple[tuple[int, int], ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Members, and references in order of place. References may lie within one another ("Polres" in "Kapolres")."""

    members: tuple[Member, ...]
    references: tuple[Reference, ...]

    def within(self, start: int, end: int) -> tuple[Reference, ...]:
        """Return the references that lie within a stretch of the view, in order."""
        return tuple([reference for reference in self.starting(start, end) if reference.end <= end])

    def starting(self, start: int, end: int) -> tuple[Reference, ...]:
        """Return the references that start within a stretch of the view, in order."""
        first = bisect_left(self.references, start, key=START)
        return self.references[first : bisect_left(self.references, end, first, key=START)]
