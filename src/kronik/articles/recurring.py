"""Lines that recur in an outlet: the file that holds them as hashes, and the marks that a build makes by it.

The file is learnt from pages by `kronik.articles.recurring_tally`. A build uses only the file that it is given.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.resources import files

from kronik.articles.fields import site_of
from kronik.articles.lines import Line
from kronik.articles.marks import Mark
from kronik.articles.outlets import load_outlets
from kronik.articles.shapes import normalised
from kronik.errors import DataError
from kronik.records.articles import Reason
from kronik.records.identifiers import identify
from kronik.records.pages import Page

VERSION = "1"
"""Version of the file's form and of how a line is hashed."""
PACKAGED = "recurring.tsv"
"""The packaged file, learnt from Indonesian pages of June 2025."""
HASH_BYTES = 8

REMOVED_PAGES = 8
"""Fewest distinct pages of a recurring line that is removed; fewer leave it unsure. Chosen on pages of two outlets
(2,846 articles, June 2025), where every line with these four properties is the outlet's own notice."""
REMOVED_DAYS = 6
"""Fewest publication days of such a line: a story's background is told again for some days, at most five there."""
FEWEST_LABEL = 4
"""A shorter first label of a host is not sought as the outlet's name ("nu", "dw", "rri")."""

HEAD = ("outlet", "line", "pages", "days")
"""The columns."""
_PAGES_DIGEST = re.compile(r"[0-9a-f]{32}")
_HASH = re.compile(rf"[0-9a-f]{{{2 * HASH_BYTES}}}")
_MAIL = re.compile(r"[\w.+-]@\w[\w-]*\.\w")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class RecurringLine:
    """A line that recurs in an outlet.

    Attributes:
        outlet: the outlet's one name, as `outlet_key` gives it.
        line: hash of the line, as `line_hash` gives it.
        pages: distinct articles that have it.
        days: distinct publication days of those.
    """

    outlet: str
    line: str
    pages: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringLines:
    """What a file of recurring lines holds.

    Attributes:
        pages: how many articles it was learnt from.
        pages_digest: digest of their page ids, whatever their order.
        lines: sorted by outlet and hash, each once.
    """

    pages: int
    pages_digest: str
    lines: tuple[RecurringLine, ...]

    @property
    def digest(self) -> str:
        """Digest of the whole content."""
        return identify("recurring", encode(self))

    def find(self, outlet: str, line: str) -> RecurringLine | None:
        """Return the entry of a line in an outlet, None where there is none."""
        at = bisect_left(self.lines, (outlet, line), key=lambda entry: (entry.outlet, entry.line))
        if at < len(self.lines) and (self.lines[at].outlet, self.lines[at].line) == (outlet, line):
            return self.lines[at]
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLines:
    """The recurring lines as they bear on one page: those of its outlet."""

    outlet: str
    known: RecurringLines


def outlet_key(page: Page) -> str | None:
    """Return the one name of the outlet that a page's address, or else its outlet part, tells; None without either."""
    spelling = site_of(page.uri) or " ".join((page.part("outlet") or "").split())
    return load_outlets().name_of(spelling) if spelling else None


def line_hash(text: str) -> str:
    """Return the hash of a line's letters and digits, case folded, as 16 hexadecimal characters."""
    return blake2b(normalised(text).encode(), digest_size=HASH_BYTES, person=b"recurring").hexdigest()


def outlet_lines(page: Page, known: RecurringLines | None) -> OutletLines | None:
    """Return the lines that may recur on a page; None without a file or an outlet."""
    if known is None:
        return None
    outlet = outlet_key(page)
    return None if outlet is None else OutletLines(outlet=outlet, known=known)


def recurring_marks(
    here: OutletLines, lines: Sequence[Line], removed: frozenset[int], doubted: frozenset[int]
) -> Iterator[Mark]:
    """Yield marks for lines that recur in the outlet.

    A line is removed when it stands on many pages and days and names its outlet; else it is unsure.

    Args:
        here: the outlet's lines.
        lines: the lines of the page.
        removed: indexes of lines that other rules remove; they are left to those.
        doubted: indexes of lines that other rules speak of at all; only a removal is added to those.
    """
    for index, line in enumerate(lines):
        entry = None if index in removed else here.known.find(here.outlet, line_hash(line.text))
        if entry is None:
            continue
        often = entry.pages >= REMOVED_PAGES and entry.days >= REMOVED_DAYS
        if often and names_outlet(line.text, here.outlet):
            yield Mark(start=line.start, end=line.end, reason=Reason.BOILERPLATE, rule="recurs.outlet")
        elif index not in doubted:
            yield Mark(start=line.start, end=line.end, reason=None, rule="recurs.outlet-weak")


def names_outlet(text: str, outlet: str) -> bool:
    """Tell whether a line speaks of the outlet itself: its host, a mail address, or its name written as a name.

    A name counts with a capital or a digit, and not as the first word, since many are also words ("Suara", "Antara").
    """
    if outlet in text.casefold() or _MAIL.search(text):
        return True
    known = load_outlets()
    family = known.families.get(known.family_of(f"https://{outlet}") or "")
    label = outlet.split(".", maxsplit=1)[0]
    names = [*(family.aliases if family else ()), *([label] if len(label) >= FEWEST_LABEL else [])]
    for name in names:
        found = re.search(rf"(?<=\W){re.escape(name)}(?!\w)", text, re.IGNORECASE)
        if found is not None and any(char.isupper() or char.isdigit() for char in found.group()):
            return True
    return False


def encode(known: RecurringLines) -> str:
    """Return the text of the file."""
    rows = [("kronik-outlets", VERSION), ("pages", str(known.pages), known.pages_digest), HEAD]
    rows += [(entry.outlet, entry.line, str(entry.pages), str(entry.days)) for entry in known.lines]
    return "".join("\t".join(row) + "\n" for row in rows)


def decode(name: str, text: str) -> RecurringLines:
    """Return what a file holds; ``name`` is what an error calls it. A line that begins with "#" says nothing.

    Raises:
        DataError: it is no such file, of another version, or a row is wrong, stands twice or out of order.
    """
    said = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if not line.startswith("#")]
    rows = [line.split("\t") for _, line in said]
    if not rows or rows[0][0] != "kronik-outlets":
        raise DataError(name, "head", "is no file of `kronik outlets learn`")
    if rows[0] != ["kronik-outlets", VERSION]:
        raise DataError(name, "head", f"is of another version than {VERSION}; learn it anew")
    if len(rows) < 3 or rows[2] != list(HEAD):
        raise DataError(name, "columns", f"must be {' '.join(HEAD)}")
    if len(rows[1]) != 3 or rows[1][0] != "pages" or not _PAGES_DIGEST.fullmatch(rows[1][2]):
        raise DataError(name, "pages", "must be pages, their count and their digest")
    entries: list[RecurringLine] = []
    for (number, _), row in zip(said[3:], rows[3:], strict=True):
        entry = _entry(name, f"line {number}", row)
        if entries and (entry.outlet, entry.line) <= (entries[-1].outlet, entries[-1].line):
            raise DataError(name, f"line {number}", "stands twice or out of order")
        entries.append(entry)
    return RecurringLines(pages=_count(name, "pages", rows[1][1]), pages_digest=rows[1][2], lines=tuple(entries))


def load_packaged() -> RecurringLines:
    """Return the packaged file. Costs a file read.

    Raises:
        DataError: the file is wrong.
    """
    text = files("kronik.articles").joinpath("data", PACKAGED).read_text(encoding="utf-8")
    return decode(PACKAGED, text)


def _entry(name: str, key: str, row: list[str]) -> RecurringLine:
    if len(row) != len(HEAD) or not row[0] or not _HASH.fullmatch(row[1]):
        raise DataError(name, key, "must be an outlet, a hash and two counts")
    return RecurringLine(outlet=row[0], line=row[1], pages=_count(name, key, row[2]), days=_count(name, key, row[3]))


def _count(name: str, key: str, text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise DataError(name, key, f"{text!r} is no count")
    return int(text)
