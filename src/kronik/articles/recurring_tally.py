"""Counting lines over the pages of an outlet, to learn which recur."""

from dataclasses import dataclass, field
from hashlib import blake2b

from kronik.articles.lines import Line, lines_of
from kronik.articles.outlets import load_outlets
from kronik.articles.recurring import RecurringLine, RecurringLines, line_hash, outlet_key
from kronik.articles.shapes import normalised
from kronik.records.articles import Article, Verdict
from kronik.records.pages import Page

LEAST_PAGES = 5
"""Fewest distinct articles of a line that is learnt. Chosen on pages of two outlets (2,846 articles, June 2025):
with five, on as many days, all seven lines are notices to the reader; with four, on three days, background of stories
comes in."""
LEAST_DAYS = 5
"""Fewest distinct publication days of such a line. With two days nine of ten are notices, but of an outlet
that the number was not chosen on none of four."""
FEWEST_LETTERS = 40
"""Fewest letters and digits of a line that is counted: shorter ones recur as headings and table rows of articles."""
FOOT_LINES = 5
"""Last lines of what the other rules keep: notices stand there, phrases of reports anywhere."""
FOOT_SHARE = 0.7
"""Least share of a line's articles in which it stands there. Notices of those pages have 0.78 to 1.0."""
MOST_LINES = 1_000_000
"""Lines held at most, about 300 bytes each. When they are more the rarest are forgotten, so that one may be counted
too low, never too high."""
MOST_DAYS = 64
"""Distinct days counted at most."""

QUOTES = frozenset('"“”„‟«»')
"""A line with a quotation mark is somebody's words, which reports repeat; it is not counted."""


@dataclass(slots=True)
class Seen:
    """What is known of one line: articles that have it, in how many it stands at the foot, and their days."""

    pages: int = 0
    at_foot: int = 0
    days: set[str] = field(default_factory=set)


class Tally:
    """Counts the kept lines of articles. Every article counts once: a later revision of one is not counted."""

    def __init__(self, *, most_lines: int = MOST_LINES) -> None:
        self._most_lines = most_lines
        self._floor = 0
        self._seen: dict[tuple[str, str], Seen] = {}
        self._articles: set[bytes] = set()
        self._digest = 0

    @property
    def pages(self) -> int:
        """Articles counted so far."""
        return len(self._articles)

    def add(self, page: Page, article: Article) -> None:
        """Count the lines of a page that its ledger keeps; a page without a known outlet has none to count."""
        outlet = outlet_key(page)
        if outlet is None:
            return
        number = load_outlets().article_number(page.uri)
        name = "\0".join((outlet, "uri", page.uri) if number is None else (outlet, "number", number))
        key = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        if key in self._articles:
            return
        self._articles.add(key)
        self._digest = (self._digest + int(page.id, 16)) % (1 << 128)
        self._count(outlet, article.published.value if article.published else None, kept_lines(page, article))
        if len(self._seen) > self._most_lines:
            self._forget()

    def _count(self, outlet: str, day: str | None, lines: tuple[Line, ...]) -> None:
        foot = len(lines) - FOOT_LINES
        here = {line_hash(line.text): index for index, line in enumerate(lines) if countable(line.text)}
        for line, index in here.items():
            seen = self._seen.setdefault((outlet, line), Seen())
            seen.pages += 1
            seen.at_foot += index >= foot
            if day is not None and len(seen.days) < MOST_DAYS:
                seen.days.add(day)

    def _forget(self) -> None:
        """Forget the rarest lines until half of the room is free."""
        while len(self._seen) > self._most_lines // 2:
            self._floor += 1
            self._seen = {key: seen for key, seen in self._seen.items() if seen.pages > self._floor}

    def result(self, *, least: int = LEAST_PAGES) -> RecurringLines:
        """Return the lines that recur in at least ``least`` articles, on enough days, at the foot of most."""
        days = min(least, LEAST_DAYS)
        lines = (
            RecurringLine(outlet=outlet, line=line, pages=seen.pages, days=len(seen.days))
            for (outlet, line), seen in self._seen.items()
            if seen.pages >= least and len(seen.days) >= days and seen.at_foot >= FOOT_SHARE * seen.pages
        )
        return RecurringLines(pages=self.pages, pages_digest=f"{self._digest:032x}", lines=tuple(sorted(lines)))


def kept_lines(page: Page, article: Article) -> tuple[Line, ...]:
    """Return the lines that the ledger calls prose or unsure."""
    return lines_of(page, tuple(entry.span for entry in article.ledger if entry.verdict is not Verdict.REMOVED))


def countable(text: str) -> bool:
    """Tell whether a line is long enough and no quotation."""
    return not QUOTES.intersection(text) and len(normalised(text)) >= FEWEST_LETTERS
