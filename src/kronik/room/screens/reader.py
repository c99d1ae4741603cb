"""The reader: one article, every character of it tied to what was read there."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.chronicle.values import Row
from kronik.errors import UsageError
from kronik.records.articles import Verdict
from kronik.records.bundles import Bundle
from kronik.records.masking import masked
from kronik.records.revisions import Change, changes
from kronik.room.screen import RoomError, Screen, Sheet, Visit
from kronik.room.screens.fields import KINDS, Field, fields_of
from kronik.room.screens.marking import TextLine, covering, text_lines
from kronik.web.page_text import Stretch, stretches

VIEWS = ("prose", "ledger", "revisions")
"""Views of an article; the first is the usual one."""
MOST_REVISIONS = 8
"""Revisions that are laid side by side: the latest ones."""
MARKED = ("time", "place", "actor", "statement", "report")
"""Kinds that are marked unless asked otherwise; dropped candidates are marked on demand."""

_STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A page of the same article: its id, when it was published or found, and what it changed from the one before."""

    page: str
    published: str | None
    fetched: str | None
    headline: str | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Characters of the page text with one verdict and reason."""

    verdict: str
    reason: str | None
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderView:
    """What the reader shows.

    Attributes:
        id, uri, headline, outlet, published, published_time, writers, language, kind, completeness: of the article.
        mode: which of `VIEWS`.
        marked_up: white space is as in HTML source.
        characters: of the page text.
        shares: characters by verdict and reason; ``stretches``: the same in order of place.
        marked: kinds of fields that are marked in the text.
        fields: everything that was read.
        chosen: key of the field whose characters are shown; None for none.
        at: the characters whose fields are shown, half-open; None for none.
        found: keys of the fields that are shown beside the text: of ``at``, or the chosen one.
        lines: the text.
        revisions: pages of the article, the oldest first; empty for one alone.
        story: id of its story; None where it stands alone or stories are not there yet.
        no_grammar: statements and reports were not looked for.
    """

    id: str
    uri: str
    headline: str | None
    outlet: str | None
    published: str | None
    published_time: str | None
    writers: tuple[str, ...]
    language: str
    kind: str
    completeness: str
    mode: str
    marked_up: bool
    characters: int
    shares: tuple[Share, ...]
    stretches: tuple[Stretch, ...]
    marked: tuple[str, ...]
    fields: tuple[Field, ...]
    chosen: str | None
    at: tuple[int, int] | None
    found: tuple[str, ...]
    lines: tuple[TextLine, ...]
    revisions: tuple[Revision, ...]
    story: str | None
    no_grammar: bool

    def field(self, key: str) -> Field | None:
        """Return the field of a key."""
        return next((one for one in self.fields if one.key == key), None)

    def of_kind(self, kind: str) -> tuple[Field, ...]:
        """Return the fields of a kind."""
        return tuple(one for one in self.fields if one.kind == kind)


def reader_screen(visit: Visit) -> Screen:
    """Return the page of one article. Raises RoomError when there is none."""
    page_id = visit.page_id()
    try:
        bundle = masked(visit.chronicle.bundle(page_id))
    except UsageError as error:
        raise RoomError(404, "room.error.article") from error
    view = reader_view(visit, bundle)
    return Screen(
        template="reader.html",
        title=view.headline or visit.t("list.no_headline"),
        view=view,
        sheet=lambda: Sheet(columns=FIELD_COLUMNS, rows=_field_rows(view)),
        place="search",
    )


def reader_view(visit: Visit, bundle: Bundle) -> ReaderView:
    """Return what the reader shows of a bundle whose protected names are masked."""
    article, page, mode = bundle.article, bundle.page, visit.choice("view", VIEWS)
    fields = fields_of(bundle)
    chosen = next((one for one in fields if one.key == visit.address.get("field")), None)
    at = _stretch(visit.address.get("at"), len(page.text))
    marked = _marked(visit.address.get("show"), chosen)
    counts: Counter[tuple[Verdict, str | None]] = Counter()
    for entry in article.ledger:
        counts[entry.verdict, entry.reason.value if entry.reason else None] += len(entry.span)
    order = tuple(Verdict)
    shares = sorted(counts.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0][1] or ""))
    stories = visit.state.stories
    story = stories.of_page.get(page.id) if stories else None
    return ReaderView(
        id=page.id,
        uri=page.uri,
        headline=article.headline.value if article.headline else None,
        outlet=article.outlet.value if article.outlet else None,
        published=article.published.value if article.published else None,
        published_time=article.published_time.value if article.published_time else None,
        writers=tuple(writer.value for writer in article.writers),
        language=article.language.code,
        kind=article.kind.value,
        completeness=article.completeness.value,
        mode=mode,
        marked_up=bool(page.breaks),
        characters=len(page.text),
        shares=tuple(Share(verdict=v.value, reason=reason, characters=n) for (v, reason), n in shares),
        stretches=stretches(article.ledger) if mode == "ledger" else (),
        marked=marked,
        fields=fields,
        chosen=chosen.key if chosen else None,
        at=at,
        found=covering(fields, *at) if at else (chosen.key,) if chosen else (),
        lines=text_lines(bundle, [one for one in fields if one.kind in marked], whole=mode == "ledger")
        if mode != "revisions"
        else (),
        revisions=_revisions(visit, bundle),
        story=story if stories and story in stories.cards else None,
        no_grammar=bundle.findings is None,
    )


FIELD_COLUMNS = (
    "page_id", "field", "kind", "name", "value", "rule", "score", "role", "part", "start_char", "end_char", "quote",
)  # fmt: skip


def _field_rows(view: ReaderView) -> Iterator[Row]:
    for one in view.fields:
        head = (view.id, one.key, one.kind, one.name, one.value)
        for spot in one.spots:
            rule = spot.rule or one.rule
            yield (*head, rule, one.score, spot.role, "text", spot.start, spot.end, spot.quote)
        for other in one.elsewhere:
            yield (*head, one.rule, one.score, None, other.part, other.start, other.end, other.quote)
        if not one.spots and not one.elsewhere:
            yield (*head, one.rule, one.score, None, None, None, None, None)


def _stretch(value: str | None, length: int) -> tuple[int, int] | None:
    match = _STRETCH.fullmatch(value or "")
    if match is None:
        return None
    start, end = int(match[1]), min(int(match[2]), length)
    return (start, end) if start < end else None


def _marked(value: str | None, chosen: Field | None) -> tuple[str, ...]:
    wanted = MARKED if value is None else tuple(value.split(","))
    extra = chosen.kind if chosen else None
    return tuple(kind for kind in KINDS if kind in wanted or kind == extra)


def _revisions(visit: Visit, bundle: Bundle) -> tuple[Revision, ...]:
    ids = visit.desk.revisions(bundle.page.id)
    if len(ids) < 2:
        return ()
    out = []
    before: Bundle | None = None
    for page_id in ids[-MOST_REVISIONS:]:
        after = bundle if page_id == bundle.page.id else masked(visit.chronicle.bundle(page_id))
        fetched = [fetch.fetched for fetch in visit.chronicle.fetches(page_id) if fetch.fetched]
        out.append(
            Revision(
                page=page_id,
                published=after.article.published.value if after.article.published else None,
                fetched=max(fetched, default=None),
                headline=after.article.headline.value if after.article.headline else None,
                changes=changes(before.article, after.article) if before else (),
            )
        )
        before = after
    return tuple(out)
