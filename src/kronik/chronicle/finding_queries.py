"""Questions about reports, statements, actors and places as SQL; what a person types is bound to parameters."""

from dataclasses import dataclass
from typing import NamedTuple

from kronik.chronicle.queries import Condition, day_span
from kronik.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which reports or statements are asked for; None leaves a field open.

    Attributes:
        actor, recipient, about: part of a name (case does not matter), an id of the knowledge files, or for ``actor``
            and ``recipient`` an alpha-3 code of a country; ``about`` looks into the content of statements.
        type, mode, status: PLOVER type and mode, and status, of reports.
        outlet: name of the outlet.
        since, until: ISO days, months or years, both inclusive: of the event for reports, of publication for
            statements.
        undated: reports without a date too.
        province, regency: part of the unit's name, of reports.
        figure: kind of a number that the report must give.
    """

    actor: str | None = None
    recipient: str | None = None
    about: str | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    undated: bool = False
    province: str | None = None
    regency: str | None = None
    figure: str | None = None


class ReportRow(NamedTuple):
    """A report with its article; names of a role are joined by semicolons."""

    id: str
    page_id: str
    date: str | None
    type: str
    mode: str | None
    actors: str | None
    recipients: str | None
    trigger: str
    place: str | None
    province: str | None
    regency: str | None
    country: str | None
    status: str
    claimed_by: str | None
    denied_by: str | None
    figures: str | None
    passage: str
    tellings: int
    score: float
    outlet: str | None
    published: str | None
    headline: str | None
    uri: str


class StatementRow(NamedTuple):
    """A statement with what a citation of it needs."""

    id: str
    page_id: str
    speakers: str | None
    kind: str
    cue: str | None
    content: str
    via: str | None
    denies: bool
    score: float
    outlet: str | None
    byline: str | None
    published: str | None
    headline: str | None
    uri: str


class ActorRow(NamedTuple):
    """Actors of one name, kind and country, and how much they do; each article counts its own."""

    name: str
    kind: str
    country: str | None
    sector: str | None
    known: str | None
    articles: int
    statements: int
    reports: int


class PlaceRow(NamedTuple):
    """A unit, and how often it is named; ``reports`` happen there."""

    country: str | None
    province: str | None
    regency: str | None
    locality: str | None
    code: str | None
    latitude: float | None
    longitude: float | None
    mentions: int
    articles: int
    reports: int


REPORTS = """
    SELECT r.report_id, r.page_id, r.date, r.type, r.mode, r.actors, r.recipients, r.trigger_quote, r.place, r.province,
        r.regency, r.country, r.status, r.claimed_by, r.denied_by,
        (
            SELECT group_concat(kind || ' ' || ifnull(side || ' ', '') || CASE
                WHEN value = CAST(value AS INTEGER) THEN CAST(value AS INTEGER) ELSE printf('%g', value)
            END || ' ' || unit, '; ')
            FROM figures WHERE figures.page_id = r.page_id AND figures.report_id = r.report_id
        ),
        r.passage, r.tellings, r.score, a.outlet, a.published, a.headline, p.uri
    FROM report_list AS r JOIN articles AS a ON a.page_id = r.page_id JOIN pages AS p ON p.id = r.page_id
    WHERE {condition}
    ORDER BY r.earliest IS NULL, r.earliest, r.latest, r.report_id LIMIT :limit
"""
"""Reports by day of the event, those without one last, in the order of `ReportRow`."""

STATEMENTS = """
    SELECT s.statement_id, s.page_id, s.speakers, s.kind, nullif(s.cue, ''), s.content, nullif(s.via, ''), s.denies,
        s.score, a.outlet, a.byline, a.published, a.headline, p.uri
    FROM statement_list AS s JOIN articles AS a ON a.page_id = s.page_id JOIN pages AS p ON p.id = s.page_id
    WHERE {condition}
    ORDER BY a.published IS NULL, a.published, s.page_id, s.position LIMIT :limit
"""
"""Statements by day of publication, then page and place, in the order of `StatementRow`."""

ACTORS = """
    SELECT a.name, a.kind, a.country, min(a.sector), a.known, count(DISTINCT a.page_id),
        sum((
            SELECT count(*) FROM statement_speakers AS s WHERE s.page_id = a.page_id AND s.actor_id = a.actor_id
        )),
        sum((
            SELECT count(DISTINCT r.report_id) FROM report_roles AS r
            WHERE r.page_id = a.page_id AND r.actor_id = a.actor_id AND r.role IN ('actor', 'recipient')
        ))
    FROM actor_list AS a WHERE :words IS NULL OR (a.protection IS NULL AND a.name LIKE :words ESCAPE '!')
    GROUP BY a.name, a.kind, a.country, a.known
    ORDER BY count(DISTINCT a.page_id) DESC, a.name, a.kind, a.country, a.known LIMIT :limit
"""
"""Actors by number of articles, in the order of `ActorRow`."""

PLACES = """
    WITH told AS (
        SELECT country, province, regency, locality, code, count(*) AS reports FROM reports WHERE known
        GROUP BY country, province, regency, locality, code
    )
    SELECT p.country, p.province, p.regency, p.locality, p.code, min(p.latitude), min(p.longitude), count(*),
        count(DISTINCT p.page_id),
        ifnull((
            SELECT told.reports FROM told
            WHERE told.country IS p.country AND told.province IS p.province AND told.regency IS p.regency
                AND told.locality IS p.locality AND told.code IS p.code
        ), 0)
    FROM places AS p
    WHERE p.known AND (
        :words IS NULL OR p.province LIKE :words ESCAPE '!' OR p.regency LIKE :words ESCAPE '!'
        OR p.locality LIKE :words ESCAPE '!' OR p.country = :country
    )
    GROUP BY p.country, p.province, p.regency, p.locality, p.code
    ORDER BY count(*) DESC, p.country, p.province, p.regency, p.locality, p.code LIMIT :limit
"""
"""Units by number of mentions, in the order of `PlaceRow`."""

_ROLE = """EXISTS (
    SELECT 1 FROM report_roles AS o JOIN actors AS w ON w.page_id = o.page_id AND w.id = o.actor_id
    WHERE o.page_id = r.page_id AND o.report_id = r.report_id AND o.role = '{role}' AND {named}
)"""
_SPEAKER = """EXISTS (
    SELECT 1 FROM statement_speakers AS o JOIN actors AS w ON w.page_id = o.page_id AND w.id = o.actor_id
    WHERE o.page_id = s.page_id AND o.statement_id = s.statement_id AND {named}
)"""
_NAMED = "(w.protection IS NULL AND w.name LIKE :{0} ESCAPE '!' OR w.known = :{0}_as_is OR w.country = :{0}_as_is)"


def containing(words: str) -> str:
    """Return the pattern of LIKE for text that contains these words."""
    escaped = words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%"


def words_condition(words: str | None, country: str | None = None) -> Condition:
    """Return the condition of a list that may be asked for words of the name; places also by an alpha-3 code."""
    asked = () if words is None else (("words", containing(words)),)
    return Condition("TRUE", asked if country is None else (*asked, ("country", country)))


def reports_condition(where: FindingFilter) -> Condition:
    """Return the condition on ``report_list`` as r and ``articles`` as a.

    Raises:
        UsageError: a day that is none, or a span that ends before it begins.
    """
    tests, parameters = _plain(where, (("r.type", "type"), ("r.mode", "mode"), ("r.status", "status")))
    for name, role in (("actor", "actor"), ("recipient", "recipient")):
        _named(getattr(where, name), name, _ROLE.format(role=role, named="{named}"), tests, parameters)
    for name in ("province", "regency"):
        words = getattr(where, name)
        if words is not None:
            tests.append(f"r.{name} LIKE :{name} ESCAPE '!'")
            parameters.append((name, containing(words)))
    if where.figure is not None:
        tests.append(
            "EXISTS (SELECT 1 FROM figures AS f WHERE f.page_id = r.page_id AND f.report_id = r.report_id"
            " AND f.kind = :figure)"
        )
        parameters.append(("figure", where.figure))
    _span(where, "r.latest", "r.earliest", tests, parameters)
    return Condition(" AND ".join(tests) or "TRUE", tuple(parameters))


def statements_condition(where: FindingFilter) -> Condition:
    """Return the condition on ``statement_list`` as s and ``articles`` as a.

    Raises:
        UsageError: a day that is none, or a span that ends before it begins.
    """
    tests, parameters = _plain(where, (("s.kind", "type"),))
    _named(where.actor, "actor", _SPEAKER, tests, parameters)
    if where.about is not None:
        tests.append("s.content LIKE :about ESCAPE '!'")
        parameters.append(("about", containing(where.about)))
    _span(where, "a.published", "a.published", tests, parameters)
    return Condition(" AND ".join(tests) or "TRUE", tuple(parameters))


def _plain(where: FindingFilter, fields: tuple[tuple[str, str], ...]) -> tuple[list[str], list[tuple[str, str]]]:
    tests, parameters = [], []
    for column, name in (*fields, ("a.outlet", "outlet")):
        value = getattr(where, name)
        if value is not None:
            tests.append(f"{column} = :{name} COLLATE NOCASE")
            parameters.append((name, value))
    return tests, parameters


def _named(words: str | None, name: str, form: str, tests: list[str], parameters: list[tuple[str, str]]) -> None:
    if words is None:
        return
    tests.append(form.format(named=_NAMED.format(name)))
    parameters += [(name, containing(words)), (f"{name}_as_is", words)]


def _span(where: FindingFilter, last: str, first: str, tests: list[str], parameters: list[tuple[str, str]]) -> None:
    since = None if where.since is None else day_span(where.since)[0]
    until = None if where.until is None else day_span(where.until)[1]
    if since and until and since > until:
        raise UsageError(f"the span ends ({where.until}) before it begins ({where.since})")
    span = []
    if since:
        span.append(f"ifnull({last}, '9999') >= :since AND {first} IS NOT NULL")
        parameters.append(("since", since))
    if until:
        span.append(f"{first} <= :until")
        parameters.append(("until", until))
    if span:
        dated = " AND ".join(span)
        tests.append(f"({first} IS NULL OR ({dated}))" if where.undated else f"({dated})")
