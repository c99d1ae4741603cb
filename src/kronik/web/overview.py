"""What a chronicle is and holds, in figures that each say what they count."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kronik.chronicle.identity import Identity
from kronik.chronicle.reader import ArticleRow, ChronicleInfo, VerdictCount
from kronik.records.articles import Completeness, Verdict

COUNTED = ("pages", "articles", "times", "statements", "reports", "fetches", "failures")
"""Tables whose rows are counted for the reader, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many of something there are."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles by the values of one field, most first."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictShare:
    """Characters of page text with one verdict and reason (None for prose and unsure)."""

    verdict: str
    reason: str | None
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Figures of the quality strip; articles are rows of the list, characters those of all page texts.

    Attributes:
        articles: all articles, revisions counted singly.
        undated: those without publication day.
        cut: those that are cut or a summary only.
        characters: all characters of all page texts.
        removed, unsure: those with this verdict.
        verdicts: characters by verdict and reason: prose, unsure, then the reasons, most first.
    """

    articles: int
    undated: int
    cut: int
    characters: int
    removed: int
    unsure: int
    verdicts: tuple[VerdictShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What stands at the head of the pages about a chronicle.

    Attributes:
        identity: what the chronicle was made by.
        content: digest of the page ids.
        outdated: pages that another version or other settings made.
        counts: rows of the tables in `COUNTED`.
        failures: failures by code, most first.
        groups: articles by kind, completeness and language.
        quality: the quality strip.
        outlets: every outlet that an article names, by name.
    """

    identity: Identity
    content: str
    outdated: int
    counts: tuple[Figure, ...]
    failures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    quality: Quality
    outlets: tuple[str, ...]


def overview(info: ChronicleInfo, rows: Iterable[ArticleRow], verdicts: Iterable[VerdictCount]) -> Overview:
    """Return the overview of a chronicle from what it says of itself, its articles (read once) and its verdicts."""
    tables = {table.name: table.count for table in info.tables}
    groups: dict[str, Counter[str]] = {"kind": Counter(), "completeness": Counter(), "language": Counter()}
    outlets: set[str] = set()
    undated = 0
    for row in rows:
        groups["kind"][row.kind] += 1
        groups["completeness"][row.completeness] += 1
        groups["language"][row.language] += 1
        undated += row.published is None
        if row.outlet is not None:
            outlets.add(row.outlet)
    complete = groups["completeness"]
    return Overview(
        identity=info.identity,
        content=info.content,
        outdated=info.pages_outdated,
        counts=tuple(Figure(name=name, count=tables[name]) for name in COUNTED if name in tables),
        failures=_ranked(Counter({count.name: count.count for count in info.failures})),
        groups=tuple(Group(name=name, figures=_ranked(counts)) for name, counts in groups.items()),
        quality=_quality(
            articles=complete.total(),
            undated=undated,
            cut=complete[Completeness.CUT] + complete[Completeness.PARTIAL],
            verdicts=verdicts,
        ),
        outlets=tuple(sorted(outlets)),
    )


def _ranked(counts: Counter[str]) -> tuple[Figure, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Figure(name=name, count=count) for name, count in ranked if count)


def _quality(*, articles: int, undated: int, cut: int, verdicts: Iterable[VerdictCount]) -> Quality:
    order = (Verdict.PROSE, Verdict.UNSURE, Verdict.REMOVED)
    shares = sorted(
        (VerdictShare(verdict=v.verdict, reason=v.reason, characters=v.characters) for v in verdicts),
        key=lambda share: (order.index(Verdict(share.verdict)), -share.characters, share.reason or ""),
    )
    by_verdict: Counter[str] = Counter()
    for share in shares:
        by_verdict[share.verdict] += share.characters
    return Quality(
        articles=articles,
        undated=undated,
        cut=cut,
        characters=by_verdict.total(),
        removed=by_verdict[Verdict.REMOVED],
        unsure=by_verdict[Verdict.UNSURE],
        verdicts=tuple(shares),
    )
