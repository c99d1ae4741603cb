"""``kronik articles``, ``search``, ``show`` and ``ledger``: look into a chronicle."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields, replace
from itertools import pairwise

from kronik.chronicle.exports.masking import masked_article, names_in
from kronik.chronicle.exports.records import encode
from kronik.chronicle.finding_queries import ReportRow, StatementRow
from kronik.chronicle.parts import Parts
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.rows import SNIPPET_CLOSE, SNIPPET_OPEN, ArticleRow, SearchHit
from kronik.cli.arguments import (
    DEFAULT_LIMIT,
    add_chronicle_option,
    add_filters,
    add_format,
    add_unmasked,
    chronicle_and_words,
    filter_of,
    the_only,
    whole,
)
from kronik.cli.catalogue import Catalogue
from kronik.cli.command import Command
from kronik.cli.console import Console
from kronik.cli.description import SHORT_ID, metadata_rows, time_rows, told
from kronik.cli.finding_description import (
    DROPPED_COLUMNS,
    REPORT_COLUMNS,
    STATEMENT_COLUMNS,
    WHY_COLUMNS,
    dropped_rows,
    report_rows,
    statement_rows,
    why_rows,
)
from kronik.cli.said_once import UtteranceRow
from kronik.cli.tables import Format, Row, lines
from kronik.errors import UsageError
from kronik.records.bundles import Bundle
from kronik.records.documents import document_of
from kronik.records.findings import Findings
from kronik.records.masking import masked, masked_snippet
from kronik.records.revisions import changes

TABLE_COLUMNS = ("id", "published", "outlet", "headline", "kind", "prose_chars", "removed_chars", "times")
"""What a table of articles shows; the other formats have every column."""

SEARCH_COLUMNS = ("id", "published", "outlet", "headline", "snippet")

ROW_COLUMNS = tuple(field.name for field in fields(ArticleRow))
"""Every column of a list of articles."""

LEDGER_COLUMNS = ("start", "end", "verdict", "reason", "rule", "evidence", "quote")

REVISION_COLUMNS = ("from_id", "to_id", "change", "field", "before", "after")
"""What ``show --revisions`` prints for each change."""

QUOTE_LENGTH = 200
"""Most characters of a stretch that a table of the ledger shows; JSON lines and CSV show it whole."""


def _articles_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="*", metavar="CHRONICLE", help=text("arguments.chronicle_option"))
    add_chronicle_option(parser, text)
    add_filters(parser, text)
    add_unmasked(parser, text)
    add_format(parser, text)
    parser.add_argument(
        "--limit", type=whole(text, "--limit", 1), metavar="N", help=text("arguments.limit", default="-")
    )


def _articles(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    if words:
        raise UsageError(console.text("parser.unknown", names=" ".join(words)))
    form = Format(options.format)
    with Chronicle.open(path) as chronicle:
        names = names_in(chronicle)
        found_rows = chronicle.articles(filter_of(options), limit=options.limit)
        rows = found_rows if options.unmasked else (masked_article(row, names(row.id)) for row in found_rows)
        if form is Format.TABLE:
            found = [short_row(row, TABLE_COLUMNS) for row in rows]
            print_rows(TABLE_COLUMNS, found, form, console)
            console.say(console.text("articles.count", count=console.text.number(len(found))))
        else:
            print_rows(ROW_COLUMNS, (astuple(row) for row in rows), form, console)
    return 0


def short_row(row: ArticleRow | ReportRow | StatementRow | UtteranceRow, columns: Iterable[str]) -> Row:
    """Return these columns of a row, the id cut to its first characters."""
    return tuple(row.id[:SHORT_ID] if name == "id" else getattr(row, name) for name in columns)


def _search_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help=text("search.words"))
    add_chronicle_option(parser, text)
    add_filters(parser, text)
    add_unmasked(parser, text)
    add_format(parser, text)
    parser.add_argument(
        "--limit",
        type=whole(text, "--limit", 1),
        default=DEFAULT_LIMIT,
        metavar="N",
        help=text("arguments.limit", default=DEFAULT_LIMIT),
    )


def _search(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    if not words:
        raise UsageError(console.text("parser.required", names="WORDS"))
    form = Format(options.format)
    with Chronicle.open(path) as chronicle:
        hits = list(chronicle.search(" ".join(words), filter_of(options), limit=options.limit))
        if not options.unmasked:
            names = names_in(chronicle)
            hits = [_masked_hit(hit, names(hit.row.id)) for hit in hits]
    if form is Format.TABLE and not hits:
        console.say(console.text("search.none"))
    elif form is Format.TABLE:
        rows = [(*short_row(hit.row, SEARCH_COLUMNS[:-1]), _plain(hit.snippet)) for hit in hits]
        print_rows(SEARCH_COLUMNS, rows, form, console)
    else:
        columns = (*ROW_COLUMNS, "snippet", "score")
        print_rows(columns, ((*astuple(hit.row), _plain(hit.snippet), hit.score) for hit in hits), form, console)
    return 0


def _masked_hit(hit: SearchHit, names: tuple[str, ...]) -> SearchHit:
    return replace(
        hit,
        row=masked_article(hit.row, names),
        snippet=masked_snippet(hit.snippet, names, SNIPPET_OPEN + SNIPPET_CLOSE),
    )


def _plain(snippet: str) -> str:
    return snippet.replace(SNIPPET_OPEN, "[").replace(SNIPPET_CLOSE, "]")


def _page_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    parser.add_argument("words", nargs="+", metavar="ID", help=text("arguments.page"))
    add_chronicle_option(parser, text)
    add_unmasked(parser, text)
    add_format(parser, text)


def _show_arguments(parser: argparse.ArgumentParser, text: Catalogue) -> None:
    _page_arguments(parser, text)
    parser.add_argument("--revisions", action="store_true", help=text("show.revisions"))
    parser.add_argument("--why", action="store_true", help=text("show.why"))


def page_named(chronicle: Chronicle, name: str) -> str:
    """Return the id of a page named by id, prefix or uri; of several revisions of a uri the latest.

    Raises:
        UsageError: unknown, too short or ambiguous.
    """
    revisions = chronicle.revisions(name)
    return revisions[-1] if revisions else chronicle.resolve(name)


def page_or_report(chronicle: Chronicle, name: str) -> tuple[str, str | None]:
    """Return the id of the page that is named, or that of a report's page and the report's own.

    Raises:
        UsageError: unknown, too short or ambiguous.
    """
    try:
        return page_named(chronicle, name), None
    except UsageError:
        report = chronicle.report_named(name)
        if report is None:
            raise
        return report


def _show(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    name = the_only(words, "ID", console.text)
    form = Format(options.format)
    with Chronicle.open(path) as chronicle:
        page_id, report_id = page_or_report(chronicle, name)
        stored = chronicle.bundle(page_id)
        bundle = stored if options.unmasked else masked(stored)
        if report_id is not None:
            print_rows(WHY_COLUMNS, why_rows(bundle, report_id), form, console)
            return 0
        if options.why:
            found = bundle.findings or Findings()
            print_rows(DROPPED_COLUMNS, dropped_rows(found, bundle.page.text), form, console)
            return 0
        if options.revisions:
            return _revisions(chronicle, bundle, form, console)
        if form is Format.JSONL:
            console.write(encode(document_of(bundle)))
            return 0
        fetches, parts = chronicle.fetches(page_id), chronicle.parts(bundle.page.uri)
        prose = _prose_of(chronicle, bundle, parts, unmasked=options.unmasked) if form is Format.TABLE else ""
    print_rows(("field", "value", "evidence", "rule"), metadata_rows(bundle, fetches, parts), form, console)
    times = list(time_rows(bundle))
    if form is Format.TABLE:
        if times:
            console.out("")
            print_rows(("start", "end", "quote", "value", "anchor", "rule", "conflict"), times, form, console)
        _findings(bundle, console)
        console.out("")
        console.out(prose)
    return 0


def _prose_of(chronicle: Chronicle, bundle: Bundle, parts: Parts | None, *, unmasked: bool) -> str:
    """Return the prose of a page; of the first part of an article whose parts are all there, that of all of them."""
    if parts is None or not parts.whole or parts.parts[0].page_id != bundle.page.id:
        return bundle.article.prose
    others = (chronicle.bundle(one.page_id) for one in parts.parts[1:])
    following = ((one if unmasked else masked(one)).article.prose for one in others)
    return "\n\n".join((bundle.article.prose, *following))


def _findings(bundle: Bundle, console: Console) -> None:
    """Print the tables of statements and reports that have a row."""
    if bundle.findings is None:
        return
    for columns, described in ((STATEMENT_COLUMNS, statement_rows), (REPORT_COLUMNS, report_rows)):
        rows = list(described(bundle.findings, bundle.page.text))
        if rows:
            console.out("")
            print_rows(columns, rows, Format.TABLE, console)


def _revisions(chronicle: Chronicle, bundle: Bundle, form: Format, console: Console) -> int:
    """Print what changed from each revision of a page to the next, the earliest first."""
    ids = chronicle.revisions(bundle.page.uri)
    if len(ids) < 2:
        console.say(console.text("show.no_revisions"))
        return 0
    rows = [
        (old[:SHORT_ID], new[:SHORT_ID], change.kind.value, change.field, change.before, change.after)
        for old, new in pairwise(ids)
        for change in changes(chronicle.bundle(old).article, chronicle.bundle(new).article)
    ]
    print_rows(REVISION_COLUMNS, rows, form, console)
    return 0


def _ledger(options: argparse.Namespace, console: Console) -> int:
    path, words = chronicle_and_words(options.words, options.chronicle, console.text)
    name = the_only(words, "ID", console.text)
    form = Format(options.format)
    with Chronicle.open(path) as chronicle:
        stored = chronicle.bundle(page_named(chronicle, name))
    bundle = stored if options.unmasked else masked(stored)
    print_rows(LEDGER_COLUMNS, _ledger_rows(bundle, QUOTE_LENGTH if form is Format.TABLE else None), form, console)
    return 0


def _ledger_rows(bundle: Bundle, most: int | None) -> Iterator[Row]:
    text = bundle.page.text
    for entry in bundle.article.ledger:
        quote = entry.span.of(text)
        yield (
            entry.span.start,
            entry.span.end,
            entry.verdict.value,
            entry.reason.value if entry.reason else None,
            entry.rule,
            told(entry.evidence),
            quote if most is None or len(quote) <= most else quote[:most] + "…",
        )


def print_rows(columns: Iterable[str], rows: Iterable[Row], form: Format, console: Console) -> None:
    """Print rows to standard output."""
    for line in lines(tuple(columns), rows, form, console.text):
        console.out(line)


ARTICLES = Command("articles", _articles_arguments, _articles)
SEARCH = Command("search", _search_arguments, _search)
SHOW = Command("show", _show_arguments, _show)
LEDGER = Command("ledger", _page_arguments, _ledger)
