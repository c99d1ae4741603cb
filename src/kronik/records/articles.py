"""The article in a page, with its ledger."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.spans import Evidence, Slice, complement, merged


class Verdict(StrEnum):
    """What a stretch of the page text is."""

    PROSE = "prose"
    UNSURE = "unsure"
    """Read and searched, barred from every later stage."""
    REMOVED = "removed"


class Reason(StrEnum):
    """Why a stretch was removed: the reasons of the gold guidelines, and two for HTML."""

    RELATED = "related"
    ADVERT = "advert"
    MEDIA = "media"
    NAVIGATION = "navigation"
    BYLINE = "byline"
    DATELINE = "dateline"
    HEADLINE = "headline"
    DUPLICATE = "duplicate"
    CODE = "code"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One stretch of the page text and its verdict.

    Attributes:
        span: the stretch; the entries of a ledger follow each other without gap or overlap and cover every character.
        verdict: prose, unsure or removed.
        reason: why it was removed; None for prose and unsure.
        rule: id of the rule that decided.
        evidence: what the rule saw (a marker, a repetition), where that is a stretch of a part.
    """

    span: Slice
    verdict: Verdict
    reason: Reason | None = None
    rule: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A value read from the page, with the characters it was read from.

    Attributes:
        value: normal form: a name, an ISO day, an RFC 3339 time.
        evidence: where it was read; empty only where ``rule`` says that it comes from the uri.
        rule: id of the rule that read it.
    """

    value: str
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """ISO 639-1 code (``und`` when too short to tell) and score between 0 and 1, rounded to 4 decimals."""

    code: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What is known of the publication day of a page without a stamp: ISO days, either may be None. Never a guess."""

    not_before: str | None = None
    not_after: str | None = None
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two readings of one field that do not agree; ``chosen`` stands in the field."""

    field: str
    chosen: str
    other: str
    evidence: tuple[Evidence, ...]
    rule: str


class Kind(StrEnum):
    """What sort of item the article is."""

    NEWS = "news"
    FACT_CHECK = "fact_check"
    OPINION = "opinion"
    PROFILE = "profile"
    EXPLAINER = "explainer"
    LISTICLE = "listicle"
    ADVERTORIAL = "advertorial"
    INDEX = "index"
    """A list of items, no article of its own."""
    UNKNOWN = "unknown"


class Completeness(StrEnum):
    """Whether the body is all there."""

    WHOLE = "whole"
    CUT = "cut"
    """A paywall stub, or one page of several: without evidence where only the address says that others come before."""
    PARTIAL = "partial"
    """Only a summary (a feed item)."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place and outlet of the opening line ("JAKARTA, KOMPAS.com -"); either may be None."""

    place: str | None
    outlet: str | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The news item in a page.

    Attributes:
        page_id: the page it was read from.
        uri: canonical uri of that page.
        number: the outlet's name and its own number of the article; pages of one number are revisions of one article.
            A page that is not the first of its article has its part behind it (`kronik.records.parts`); where the
            outlet is not known, the uri of the first page stands for the number. None where the uri shows neither.
        language: of the prose.
        kind: what sort of item.
        headline, outlet, section: as read; None when the page does not tell.
        writers, editors: people of the byline, in order.
        dateline: the opening line, which is metadata and not prose.
        published: the local calendar day as printed (``YYYY-MM-DD``).
        published_time: RFC 3339 with the printed zone; None when the page prints no time or no zone.
        bound: for a page without a stamp.
        completeness: whether the body is whole, and where the page says so.
        conflicts: fields whose evidence disagrees.
        ledger: every character of the page text.
        prose: the prose as one string, paragraphs on lines of their own (the text of the prose view).
    """

    page_id: str
    uri: str
    number: str | None = None
    language: Language
    kind: Kind = Kind.UNKNOWN
    headline: Reading | None = None
    outlet: Reading | None = None
    section: Reading | None = None
    writers: tuple[Reading, ...] = ()
    editors: tuple[Reading, ...] = ()
    dateline: Dateline | None = None
    published: Reading | None = None
    published_time: Reading | None = None
    bound: Bound | None = None
    completeness: Completeness = Completeness.UNKNOWN
    completeness_evidence: tuple[Evidence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    prose: str = ""

    @property
    def readings(self) -> tuple[tuple[str, Reading], ...]:
        """What was read from the page, by name of the field; a writer or an editor each has an entry."""
        single = (("headline", self.headline), ("outlet", self.outlet), ("section", self.section))
        people = (*(("writer", person) for person in self.writers), *(("editor", person) for person in self.editors))
        moments = (("published", self.published), ("published_time", self.published_time))
        return tuple((name, reading) for name, reading in (*single, *people, *moments) if reading is not None)

    def spans(self, *verdicts: Verdict) -> tuple[Slice, ...]:
        """Return the stretches with one of these verdicts, neighbours joined."""
        return merged(entry.span for entry in self.ledger if entry.verdict in verdicts)


def ledger_faults(ledger: tuple[LedgerEntry, ...], length: int) -> tuple[str, ...]:
    """Tell what is wrong with a ledger of a page text of this length; empty when it sums to every character."""
    faults = []
    at = 0
    for entry in ledger:
        if entry.span.start != at:
            faults.append(f"entry {entry.span.start}:{entry.span.end} does not follow {at}")
        if not len(entry.span):
            faults.append(f"empty entry at {entry.span.start}")
        if (entry.verdict is Verdict.REMOVED) != (entry.reason is not None):
            faults.append(f"entry {entry.span.start}:{entry.span.end} needs a reason if and only if it is removed")
        at = entry.span.end
    if complement((entry.span for entry in ledger), length) or at > length:
        faults.append(f"the ledger ends at {at}, the page text at {length}")
    return tuple(faults)
