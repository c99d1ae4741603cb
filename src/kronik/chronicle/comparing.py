"""What changed between two chronicles of the same pages."""

from collections.abc import Iterator
from dataclasses import replace

from kronik.chronicle.differences import Difference, Section, differences
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.stored import StoredPage
from kronik.records.pages import Fetch
from kronik.records.revisions import ChangeKind

MAKER_COLUMN = 7
"""Place of ``maker_set`` in a row of the table of pages: who made a page says nothing of what it is."""


def compare(before: Chronicle, after: Chronicle) -> Iterator[Difference]:
    """Yield what changed from one chronicle to the other: pages by id, then failures by id.

    A page is the same in both when its id is, or, where another version reads other text from the same bytes, when
    it was made of the same item. Nothing is yielded for chronicles that hold the same, whoever made them.
    """
    old, new = before.stored_pages(), after.stored_pages()
    first, second = next(old, None), next(new, None)
    gone: dict[str, tuple[str, str]] = {}
    come: dict[str, tuple[str, str]] = {}
    while first is not None or second is not None:
        if second is None or (first is not None and _id(first) < _id(second)):
            assert first is not None  # noqa: S101 - one of the two is left; says so to the type checker
            gone[_item(first)] = _id(first), _uri(first)
            first = next(old, None)
        elif first is None or _id(second) < _id(first):
            come[_item(second)] = _id(second), _uri(second)
            second = next(new, None)
        else:
            yield from _of_page(before, after, first, second)
            first, second = next(old, None), next(new, None)
    for item in sorted(gone.keys() & come.keys(), key=come.__getitem__):
        yield from differences(before.bundle(gone[item][0]), after.bundle(come[item][0]))
    for kind, mine, theirs in ((ChangeKind.REMOVED, gone, come), (ChangeKind.ADDED, come, gone)):
        for page, uri in sorted(mine[item] for item in mine.keys() - theirs.keys()):
            yield Difference(section=Section.PAGE, kind=kind, page=page, name=uri)
    yield from _of_failures(before, after)


def _of_page(before: Chronicle, after: Chronicle, first: StoredPage, second: StoredPage) -> Iterator[Difference]:
    page, about = _id(second), _uri(second)
    if _without_maker(first) != _without_maker(second):
        yield from differences(before.bundle(page), after.bundle(page))
    had, has = first.rows.raw is not None, second.rows.raw is not None
    if had != has:
        kind = ChangeKind.ADDED if has else ChangeKind.REMOVED
        yield Difference(section=Section.PAGE, kind=kind, page=page, name=about, field="raw")
    old, new = {_place(fetch) for _, fetch in first.places}, {_place(fetch) for _, fetch in second.places}
    for kind, places in ((ChangeKind.REMOVED, old - new), (ChangeKind.ADDED, new - old)):
        for place in sorted(places):
            yield Difference(section=Section.FETCH, kind=kind, page=page, name=place)


def _of_failures(before: Chronicle, after: Chronicle) -> Iterator[Difference]:
    old = {failed.id: failed for _, failed in before.failed_places()}
    new = {failed.id: failed for _, failed in after.failed_places()}
    for name in sorted({*old, *new}):
        first, second = old.get(name), new.get(name)
        failed = second or first
        assert failed is not None  # noqa: S101 - the name is of one of them; says so to the type checker
        told = Difference(section=Section.FAILURE, kind=ChangeKind.CHANGED, page=None, name=failed.location)
        was, now = (f"{one.code}: {one.reason}" if one else None for one in (first, second))
        if first is None or second is None:
            kind = ChangeKind.ADDED if first is None else ChangeKind.REMOVED
            yield replace(told, kind=kind, before=was, after=now)
        elif was != now:
            yield replace(told, field="code" if first.code != second.code else "reason", before=was, after=now)


def _without_maker(page: StoredPage) -> tuple[object, ...]:
    rows = page.rows
    row = (*rows.page[:MAKER_COLUMN], *rows.page[MAKER_COLUMN + 1 :])
    return row, replace(rows, page=(), raw=None)


def _id(page: StoredPage) -> str:
    return str(page.rows.page[0])


def _item(page: StoredPage) -> str:
    return str(page.rows.page[1])


def _uri(page: StoredPage) -> str:
    return str(page.rows.page[2])


def _place(fetch: Fetch) -> str:
    return " ".join(filter(None, (fetch.location, fetch.url, fetch.fetched)))
