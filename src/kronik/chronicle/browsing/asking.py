"""Questions to the side tables as SQL: what a person types becomes parameters, never part of a statement."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kronik.chronicle.finding_queries import containing
from kronik.chronicle.queries import Condition, day_span, match_of
from kronik.chronicle.values import Row, Value
from kronik.errors import UsageError

__all__ = ["ACTORS", "ARTICLES", "REPORTS", "STATEMENTS", "UNTOLD", "Asked", "Source", "condition", "guarded_words"]

UNTOLD = "-"
"""Value of a filter that asks for what the page does not tell."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A list that can be asked for.

    Attributes:
        name: of its side table.
        columns: what a row of the list holds, as SQL over the table ``t`` and its article ``a``; by name.
        facets: what the list can be narrowed by, one value each; SQL over ``t``, by name.
        days: columns that hold first and last day of what a span of days asks for.
    """

    name: str
    columns: Mapping[str, str]
    facets: Mapping[str, str]
    days: tuple[str, str] = ("t.day", "t.day")

    def named(self, row: Row) -> dict[str, Value]:
        """Return a row of the list by name of the column."""
        return dict(zip(self.columns, row, strict=True))


_TOLD_IN = {"page_id": "a.page_id", "headline": "a.headline", "byline": "a.byline", "uri": "a.uri"}

ARTICLES = Source(
    name="article",
    columns={
        name: f"t.{name}"
        for name in (
            *("page_id", "uri", "outlet", "headline", "byline", "day", "moment", "language", "kind", "completeness"),
            *("latest", "statements", "reports"),
        )
    },
    facets={name: f"t.{name}" for name in ("outlet", "language", "kind", "completeness")},
)
STATEMENTS = Source(
    name="statement",
    columns={
        **{name: f"t.{name}" for name in ("statement_id", "speakers", "kind", "cue", "content", "via", "denies")},
        "outlet": "t.outlet",
        "day": "t.day",
        **_TOLD_IN,
    },
    facets={
        "outlet": "t.outlet",
        "kind": "t.kind",
        "denies": "t.denies",
        "cited": "t.via IS NOT NULL",
    },
)
REPORTS = Source(
    name="report",
    columns={
        **{
            name: f"t.{name}"
            for name in (
                *("report_id", "type", "mode", "actors", "recipients", "words", "date", "earliest", "latest", "spot"),
                *("country", "province", "regency", "code", "status", "claimed_by", "denied_by", "figures", "score"),
                *("outlet", "day"),
            )
        },
        **_TOLD_IN,
    },
    facets={name: f"t.{name}" for name in ("type", "mode", "status", "outlet", "country", "province", "regency")},
    days=("t.earliest", "t.latest"),
)
ACTORS = Source(
    name="identity",
    columns={
        name: f"t.{name}"
        for name in (
            *("key", "name", "kind", "country", "sector", "known", "articles", "statements", "acting", "receiving"),
        )
    },
    facets={name: f"t.{name}" for name in ("kind", "country", "sector")},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a list, apart from its facets; None leaves a field open.

    Attributes:
        words: all of these in headline or prose of an article, in a statement, or in an actor's name.
        speaker: part of the name of who speaks, or key of an identity.
        actor, recipient: the same for who acts in a report, and who is acted on.
        party: the same for either.
        since, until: ISO days, months or years, both inclusive; of the event for reports, else of publication.
        article: page id.
    """

    words: str | None = None
    speaker: str | None = None
    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None


def condition(source: Source, asked: Asked, facets: Mapping[str, str]) -> Condition:
    """Return the condition on a list's table ``t``: what is asked, and the values of facets.

    Raises:
        UsageError: a day that is none, or a span that ends before it begins.
    """
    tests: list[str] = []
    parameters: list[tuple[str, str]] = []
    for part in (_words(source, asked.words), *_parties(source, asked), _span(source, asked.since, asked.until)):
        if part is not None:
            tests.append(part.sql)
            parameters += part.parameters
    if asked.article is not None and source.name in {"statement", "report"}:
        tests.append("t.article = (SELECT place FROM side.article WHERE page_id = :article)")
        parameters.append(("article", asked.article))
    for name, value in sorted(facets.items()):
        if value == UNTOLD:
            tests.append(f"{source.facets[name]} IS NULL")
        else:
            tests.append(f"{source.facets[name]} = :facet_{name}")
            parameters.append((f"facet_{name}", value))
    return Condition(" AND ".join(tests) or "TRUE", tuple(parameters))


def guarded_words(words: str) -> tuple[str, ...]:
    """Return the words of a search as protected names are compared with them."""
    return tuple(sorted({word.casefold() for word in _WORD.findall(words)}))


def _words(source: Source, words: str | None) -> Condition | None:
    if words is None:
        return None
    if source.name == "identity":
        named = "t.id IN (SELECT identity FROM side.form WHERE name LIKE :words ESCAPE '!')"
        return Condition(named, (("words", containing(words)),))
    match = match_of(words)
    if match is None:
        return Condition("FALSE", ())
    if source.name == "statement":
        found = "t.place IN (SELECT rowid FROM side.statement_words WHERE statement_words MATCH :match)"
        return Condition(found, (("match", match),))
    guards = [(f"guard_{at}", word) for at, word in enumerate(guarded_words(words))]
    unguarded = ", ".join(f":{name}" for name, _ in guards)
    found = "{} IN (SELECT rowid FROM main.article_words WHERE article_words MATCH :match)"
    column = "t.number" if source.name == "article" else "a.number"
    test = f"{found.format(column)} AND {column} NOT IN (SELECT number FROM side.guarded WHERE word IN ({unguarded}))"  # noqa: S608  (constants)
    return Condition(test, (("match", match), *guards))


_IDENTITY = """(
    SELECT id FROM side.identity WHERE key = :{0}_key
    UNION SELECT identity FROM side.form WHERE name LIKE :{0} ESCAPE '!'
    UNION SELECT id FROM side.identity WHERE country = :{0}_key
)"""


def _parties(source: Source, asked: Asked) -> list[Condition]:
    found: list[Condition] = []
    if source.name == "statement" and asked.speaker is not None:
        who = _IDENTITY.format("speaker")
        test = f"t.place IN (SELECT statement FROM side.speaking WHERE identity IN {who})"  # noqa: S608  (constants)
        found.append(Condition(test, _named("speaker", asked.speaker)))
    if source.name != "report":
        return found
    roles = {
        "actor": "role = 'actor'",
        "recipient": "role = 'recipient'",
        "party": "role IN ('actor', 'recipient')",
    }
    for name, role in roles.items():
        value = getattr(asked, name)
        if value is not None:
            who = _IDENTITY.format(name)
            test = f"t.place IN (SELECT report FROM side.taking WHERE {role} AND identity IN {who})"  # noqa: S608  (constants)
            found.append(Condition(test, _named(name, value)))
    return found


def _named(name: str, value: str) -> tuple[tuple[str, str], ...]:
    return (name, containing(value)), (f"{name}_key", value)


def _span(source: Source, since: str | None, until: str | None) -> Condition | None:
    if source.name == "identity" or (since is None and until is None):
        return None
    first, last = source.days
    tests, parameters = [f"{first} IS NOT NULL"], []
    begin = None if since is None else day_span(since)[0]
    end = None if until is None else day_span(until)[1]
    if begin and end and begin > end:
        raise UsageError(f"the span ends ({until}) before it begins ({since})")
    if begin:
        tests.append(f"ifnull({last}, '9999') >= :since")
        parameters.append(("since", begin))
    if end:
        tests.append(f"{first} <= :until")
        parameters.append(("until", end))
    return Condition(" AND ".join(tests), tuple(parameters))
