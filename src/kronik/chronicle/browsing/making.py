"""Making the side tables of a chronicle in one pass, inside one read of it."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from kronik.chronicle import schema
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.values import Row, evidence_of, text_of
from kronik.records.identifiers import identify
from kronik.records.masking import MASK, masked_text, protected_names

BATCH_ARTICLES = 2_000
"""Articles whose rows are gathered before they are written: some ten thousand rows."""
KEY_CHARACTERS = 16
"""Characters of an identity's key: 64 bits, enough for any number of names."""
JOINT = "; "
"""Between the names of one role."""
GAP = " [...] "
"""Between the pieces of a statement that its attribution interrupts."""

_ONE_LINE = str.maketrans({"\n": " ", "\r": " ", "\t": " "})
_ARTICLES = """
    SELECT a.number, a.page_id, p.uri, a.outlet, a.headline, a.byline, a.published, a.published_time, a.language,
        a.kind, a.completeness, l.article, l.revision, l.latest, p.text
    FROM {chains} AS l JOIN articles AS a ON a.page_id = l.page_id JOIN pages AS p ON p.id = a.page_id
    ORDER BY a.published DESC, a.published_time DESC, a.page_id
"""
_NEWEST = """
    SELECT page_id, number_in_outlet, published FROM articles
    ORDER BY published DESC, published_time DESC, page_id LIMIT :newest
"""
_NEWEST_REVISIONS = f"""(
    SELECT page_id, article, row_number() OVER newest_first = 1 AS latest, row_number() OVER oldest_first AS revision
    FROM (
        SELECT n.page_id, ifnull(n.number_in_outlet, p.uri) AS article, ifnull(n.published, '') AS published,
            CASE WHEN instr(n.number_in_outlet, '#')
                THEN substr(n.number_in_outlet, 1, instr(n.number_in_outlet, '#') - 1)
                ELSE ifnull(n.number_in_outlet, p.uri)
            END AS whole,
            CASE WHEN instr(n.number_in_outlet, '#')
                THEN CAST(substr(n.number_in_outlet, instr(n.number_in_outlet, '#') + 1) AS INTEGER) ELSE 1
            END AS part,
            ifnull((SELECT max(f.fetched) FROM fetches AS f WHERE f.page_id = n.page_id), '') AS fetched
        FROM ({_NEWEST}) AS n JOIN pages AS p ON p.id = n.page_id
    )
    WINDOW
        newest_first AS (PARTITION BY whole ORDER BY part, published DESC, fetched DESC, page_id DESC),
        oldest_first AS (PARTITION BY article ORDER BY published, fetched, page_id)
)"""  # noqa: S608 (constants)
"""The view ``revision_list`` of the newest articles alone: what the view says of all takes seconds of a large file."""
_ACTORS = """
    SELECT id, name, kind, country, sector, known, protection,
        known IS NOT NULL OR id IN (SELECT actor_id FROM mentions WHERE page_id = :page AND form = 'name')
    FROM actors WHERE page_id = :page ORDER BY position
"""
_STATEMENTS = "SELECT id, kind, cue, content, source, denies FROM statements WHERE page_id = ? ORDER BY position"
_SPEAKERS = "SELECT statement_id, actor_id FROM statement_speakers WHERE page_id = ? ORDER BY statement_id, position"
_REPORTS = """
    SELECT id, type, mode, triggers, date, earliest, latest, place, country, province, regency, code, status, score
    FROM reports WHERE page_id = ? ORDER BY position
"""
_ROLES = "SELECT report_id, role, actor_id FROM report_roles WHERE page_id = ? ORDER BY report_id, role, position"
_FIGURES = "SELECT report_id, kind, side, value, unit FROM figures WHERE page_id = ? ORDER BY report_id, position"

OnArticles = Callable[[int], None]
"""Told how many articles are done."""


def identity_key(*, kind: str, country: str | None, name: str, known: str | None) -> str:
    """Return the key under which an actor of one article stands in the list of actors."""
    return _hashed(_known_by(kind, country or "", name, known or ""))


def _known_by(kind: str, country: str, name: str, known: str) -> str:
    """Return what actors of two articles must have in common to be one here: an entry, or kind, country and name."""
    return f"known:{known}" if known else f"{kind}:{country}:{' '.join(name.casefold().split())}"


def _hashed(key: str) -> str:
    return identify("actor-name", key)[:KEY_CHARACTERS]


@dataclass(slots=True)
class _Identities:
    """Who was met so far: number by key, and what is counted of each."""

    numbers: dict[str, int] = field(default_factory=dict)
    heads: list[list[object]] = field(default_factory=list)
    forms: list[Counter[str]] = field(default_factory=list)
    articles: Counter[int] = field(default_factory=Counter)
    statements: Counter[int] = field(default_factory=Counter)
    acting: Counter[int] = field(default_factory=Counter)
    receiving: Counter[int] = field(default_factory=Counter)

    def number(self, row: Row) -> int:
        _, name, kind, country, sector, known, *_ = row
        key = _known_by(str(kind), text_of(country or ""), text_of(name), text_of(known or ""))
        number = self.numbers.setdefault(key, len(self.numbers))
        if number == len(self.heads):
            self.heads.append([_hashed(key), kind, country, sector, known])
            self.forms.append(Counter())
        head = self.heads[number]
        head[2], head[3] = head[2] or country, head[3] or sector
        return number


@dataclass(slots=True)
class _Rows:
    """Rows that wait to be written, and how many went before them."""

    articles: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    reports: list[Row] = field(default_factory=list)
    namings: set[tuple[int, int]] = field(default_factory=set)
    speakings: set[tuple[int, int]] = field(default_factory=set)
    takings: set[tuple[int, str, int]] = field(default_factory=set)
    sidings: set[tuple[str, str, int]] = field(default_factory=set)
    guarded: set[tuple[str, int]] = field(default_factory=set)
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])


@dataclass(frozen=True, slots=True)
class _Cast:
    """The actors of one article by id: name as it may be shown, and number of the identity.

    There is no number for a protected actor, nor for one that the page never names and the knowledge files do not hold
    ("warga", "perusahaan"): such a one is another in every article. ``countries`` are of those that have one.
    """

    names: dict[str, str]
    numbers: dict[str, int | None]
    countries: dict[str, str]

    def joined(self, ids: Sequence[str]) -> str | None:
        return JOINT.join(self.names[one] for one in ids if one in self.names) or None


def make_tables(
    chronicle_path: Path, target: Path, on_articles: OnArticles = lambda _: None, *, newest: int | None = None
) -> None:
    """Write the side tables of a chronicle to a new file, as of one moment of the chronicle.

    Args:
        chronicle_path: read only.
        target: where there is no file yet.
        on_articles: told how far it is.
        newest: take in so many articles alone, the newest; None for all. Failures are always counted of all.

    Raises:
        ChronicleError: the file is no chronicle, or it is damaged.
    """
    with Chronicle.open(chronicle_path) as chronicle, schema.faults_told(chronicle_path):
        source = schema.connect(chronicle_path, read_only=True)
        side = sqlite3.connect(target, isolation_level=None)
        try:
            side.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _packaged("tables.sql"))
            source.execute("BEGIN")
            side.execute("BEGIN")
            _fill(source, side, chronicle, newest, on_articles)
            side.execute("COMMIT")
            side.executescript(_packaged("indexes.sql"))
        finally:
            side.close()
            source.close()


def _fill(
    source: sqlite3.Connection,
    side: sqlite3.Connection,
    chronicle: Chronicle,
    newest: int | None,
    on_articles: OnArticles,
) -> None:
    people, rows = _Identities(), _Rows()
    query = _ARTICLES.format(chains="revision_list" if newest is None else _NEWEST_REVISIONS)
    for count, row in enumerate(source.execute(query, {} if newest is None else {"newest": newest}), 1):
        _add(source, row, chronicle, people, rows)
        if count % BATCH_ARTICLES == 0:
            _write(side, rows)
            on_articles(count)
    _write(side, rows)
    side.executemany(
        "INSERT INTO identity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(at, key, min(names, key=lambda name: (-names[name], name)), kind, country, sector, known),
                *(counted[at] for counted in (people.articles, people.statements, people.acting, people.receiving)),
            )
            for at, ((key, kind, country, sector, known), names) in enumerate(
                zip(people.heads, people.forms, strict=True)
            )
        ),
    )
    side.executemany(
        "INSERT INTO form VALUES (?, ?, ?)",
        ((at, name, count) for at, names in enumerate(people.forms) for name, count in sorted(names.items())),
    )
    _count_ledger(source, side, newest)
    failures = "SELECT code, count(*) FROM failures GROUP BY code"
    side.executemany("INSERT INTO failure VALUES (?, ?)", source.execute(failures))


def _count_ledger(source: sqlite3.Connection, side: sqlite3.Connection, newest: int | None) -> None:
    which = "" if newest is None else f"WHERE page_id IN (SELECT page_id FROM ({_NEWEST}))"  # noqa: S608  (constants)
    verdicts = f"SELECT verdict, reason, sum(end_char - start_char) FROM ledger {which} GROUP BY verdict, reason"  # noqa: S608  (constants)
    counted = source.execute(verdicts, {} if newest is None else {"newest": newest})
    side.executemany("INSERT INTO verdict VALUES (?, ?, ?)", counted)


def _write(side: sqlite3.Connection, rows: _Rows) -> None:
    """Write the waiting rows and forget them."""
    for table, held in (
        ("article", rows.articles),
        ("statement", rows.statements),
        ("report", rows.reports),
        ("naming", rows.namings),
        ("speaking", rows.speakings),
        ("taking", rows.takings),
        ("siding", rows.sidings),
        ("guarded", rows.guarded),
    ):
        if held:
            marks = ", ".join("?" * len(next(iter(held))))
            side.executemany(f"INSERT INTO {table} VALUES ({marks})", sorted(held) if isinstance(held, set) else held)  # noqa: S608  (constants)
        held.clear()


def _add(source: sqlite3.Connection, row: Row, chronicle: Chronicle, people: _Identities, rows: _Rows) -> None:
    """Take in one article with its statements and reports."""
    *head, latest, text = row
    page, number, text = text_of(head[1]), head[0], text_of(text or "")
    place = rows.counts[0] = rows.counts[0] + 1
    cast, guarded = _cast(source, page, people)
    names = protected_names(chronicle.bundle(page)) if guarded else ()
    for identity in {one for one in cast.numbers.values() if one is not None}:
        people.articles[identity] += 1
        rows.namings.add((identity, place))
    day, outlet = head[6], head[3]
    statements = list(_statements(source, page, text, cast))
    for fields, speakers in statements:
        at = rows.counts[1] = rows.counts[1] + 1
        rows.statements.append((at, place, *_masked(fields, names), outlet, day))
        for identity in speakers:
            people.statements[identity] += 1
            rows.speakings.add((identity, at))
    reports = list(_reports(source, page, text, cast))
    for fields, takers, sides in reports:
        at = rows.counts[2] = rows.counts[2] + 1
        rows.sidings.update((country, role, at) for country, role in sides)
        rows.reports.append((at, place, *_masked(fields, names), outlet, day, latest))
        for identity, role in takers:
            people.acting[identity] += role == "actor"
            people.receiving[identity] += role == "recipient"
            rows.takings.add((identity, role, at))
    rows.articles.append((place, *_masked(head, names), latest, len(statements), len(reports)))
    rows.guarded.update((word, number) for name in names for word in name.casefold().split())  # type: ignore[misc]  # a number


def _cast(source: sqlite3.Connection, page: str, people: _Identities) -> tuple[_Cast, bool]:
    """Return the actors of an article, and whether it protects the name of one."""
    cast, guarded = _Cast({}, {}, {}), False
    for row in source.execute(_ACTORS, {"page": page}):
        actor, name, country = text_of(row[0]), text_of(row[1]), row[3]
        *_, protection, named = row
        guarded |= protection is not None
        if country is not None:
            cast.countries[actor] = text_of(country)
        if protection is not None or not named:
            cast.names[actor], cast.numbers[actor] = name if protection is None else MASK * len(name), None
            continue
        number = people.number(row)
        cast.names[actor], cast.numbers[actor] = name, number
        people.forms[number][name] += 1
    return cast, guarded


def _statements(source: sqlite3.Connection, page: str, text: str, cast: _Cast) -> Iterator[tuple[Row, set[int]]]:
    speakers: dict[str, list[str]] = {}
    for statement, actor in source.execute(_SPEAKERS, (page,)):
        speakers.setdefault(statement, []).append(actor)
    for statement, kind, cue, content, via, denies in source.execute(_STATEMENTS, (page,)):
        by = speakers.get(statement, [])
        quotes = [piece.of(text) for one in evidence_of(content) for piece in one.slices]
        row = (statement, cast.joined(by), kind, _quote(cue, text), _line(GAP.join(quotes)), _quote(via, text), denies)
        yield row, {number for one in by if (number := cast.numbers.get(one)) is not None}


def _reports(
    source: sqlite3.Connection, page: str, text: str, cast: _Cast
) -> Iterator[tuple[Row, set[tuple[int, str]], set[tuple[str, str]]]]:
    """Yield of each report its row, who takes part in it in which role, and of which country, in which role."""
    roles: dict[tuple[str, str], list[str]] = {}
    for report, role, actor in source.execute(_ROLES, (page,)):
        roles.setdefault((report, role), []).append(actor)
    figures: dict[str, list[str]] = {}
    for report, kind, side, value, unit in source.execute(_FIGURES, (page,)):
        figures.setdefault(report, []).append(" ".join(filter(None, (kind, side, f"{value:g}", unit))))
    for row in source.execute(_REPORTS, (page,)):
        report, kind, mode, triggers, date, earliest, latest, place, *unit, status, score = row
        told = {role: cast.joined(roles.get((report, role), [])) for role in ("actor", "recipient")}
        claims = [cast.joined(roles.get((report, role), [])) for role in ("claimed_by", "denied_by")]
        yield (
            (
                *(report, kind, mode, told["actor"], told["recipient"], _quote(triggers, text) or "", date, earliest),
                *(latest, _quote(place, text), *unit, status, *claims),
                *(JOINT.join(figures.get(report, [])) or None, score),
            ),
            {
                (number, role)
                for (name, role), actors in roles.items()
                for actor in actors
                if name == report and (number := cast.numbers.get(actor)) is not None
            },
            {
                (cast.countries[actor], role)
                for role in ("actor", "recipient")
                for actor in roles.get((report, role), ())
                if actor in cast.countries
            },
        )


def _quote(evidence: str, text: str) -> str | None:
    """Return the characters of the first evidence; None where there is none."""
    found = evidence_of(evidence)
    return _line(found[0].quote(text)) or None if found else None


def _line(text: str) -> str:
    return text.translate(_ONE_LINE)


def _masked(fields: Sequence[object], names: tuple[str, ...]) -> Row:
    if not names:
        return tuple(fields)  # type: ignore[arg-type]  # values of the store
    return tuple(masked_text(value, names) if isinstance(value, str) else value for value in fields)  # type: ignore[misc]  # the same


def _packaged(name: str) -> str:
    return files("kronik.chronicle.browsing").joinpath(name).read_text(encoding="utf-8")
