"""The tables of an export: names, columns, queries."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.errors import UsageError


class Kind(StrEnum):
    """What a column holds; every value may be missing."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    FLAG = "flag"
    DAY = "day"
    """ISO day."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of an export: a view of the store (schema.sql) in order of id.

    Attributes:
        name: name of the table and of its file.
        query: what yields its rows.
        columns: names in the order of the query, with what they hold.
    """

    name: str
    query: str
    columns: tuple[tuple[str, Kind], ...]


def _table(name: str, view: str, order: str, columns: str) -> Table:
    """Return a table; ``columns`` are names, with ``:kind`` where they do not hold text."""
    pairs = tuple((column, Kind(kind or "text")) for column, _, kind in (c.partition(":") for c in columns.split()))
    names = ", ".join(column for column, _ in pairs)
    return Table(name, f"SELECT {names} FROM {view} ORDER BY {order}", pairs)  # noqa: S608  (constants below)


_ALL = (
    _table(
        "pages",
        "page_list",
        "page_id",
        "page_id uri media encoding projection partial:flag text_chars:whole raw_bytes:whole text",
    ),
    _table(
        "articles",
        "article_list",
        "page_id",
        "page_id uri outlet headline byline editors section dateline_place dateline_outlet published:day published_time"
        " not_before:day not_after:day language language_score:decimal kind completeness prose_chars:whole"
        " removed_chars:whole unsure_chars:whole times:whole statements:whole reports:whole prose",
    ),
    _table(
        "readings",
        "reading_list",
        "page_id, field, position, evidence, slice",
        "page_id field position:whole value rule evidence:whole slice:whole part start_char:whole end_char:whole quote",
    ),
    _table(
        "ledger",
        "ledger_list",
        "page_id, position",
        "page_id position:whole start_char:whole end_char:whole verdict reason rule quote",
    ),
    _table(
        "times",
        "time_list",
        "page_id, position",
        "page_id position:whole time_id part start_char:whole end_char:whole quote value earliest:day latest:day"
        " modifier anchor anchor_day:day rule conflict:flag",
    ),
    _table(
        "places",
        "place_list",
        "page_id, position",
        "page_id position:whole place_id start_char:whole end_char:whole quote country province regency locality code"
        " latitude:decimal longitude:decimal level rule",
    ),
    _table(
        "actors",
        "actor_list",
        "page_id, position",
        "page_id position:whole actor_id name kind country sector country_rule sector_rule known protection"
        " mentions:whole",
    ),
    _table(
        "mentions",
        "mention_list",
        "page_id, position",
        "page_id position:whole actor_id start_char:whole end_char:whole quote form rule",
    ),
    _table(
        "statements",
        "statement_list",
        "page_id, position",
        "page_id position:whole statement_id speakers kind cue content via denies:flag start_char:whole end_char:whole"
        " rule score:decimal",
    ),
    _table(
        "reports",
        "report_list",
        "page_id, position",
        "page_id position:whole report_id type mode actors recipients trigger_quote tellings:whole date earliest:day"
        " latest:day date_rule place country province regency locality code latitude:decimal longitude:decimal level"
        " place_rule status claimed_by denied_by passage start_char:whole end_char:whole rule score:decimal",
    ),
    _table(
        "roles",
        "role_list",
        "page_id, report_id, role, position",
        "page_id report_id role position:whole actor_id name kind country sector rule",
    ),
    _table(
        "figures",
        "figure_list",
        "page_id, report_id, position",
        "page_id report_id position:whole kind value:decimal unit side counted_by as_of cumulative:flag victims"
        " start_char:whole end_char:whole quote",
    ),
    _table("fetches", "fetch_list", "page_id, location, url, fetched, item", "page_id location url fetched item"),
    _table("failures", "failure_list", "failure_id", "failure_id location code reason item"),
)

TABLES: tuple[str, ...] = tuple(table.name for table in _ALL)
"""Names of the tables that CSV and Parquet exports hold."""


def table_of(name: str) -> Table:
    """Return the table of this name. Raises UsageError for a name that is not in TABLES."""
    for table in _ALL:
        if table.name == name:
            return table
    raise UsageError(f"there is no table {name!r}: choose from {', '.join(TABLES)}")
