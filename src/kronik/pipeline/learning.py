"""Learn from pages which lines recur in an outlet."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kronik.articles.recurring import RecurringLines
from kronik.articles.recurring_tally import LEAST_PAGES, Tally
from kronik.pipeline.extract import extract
from kronik.pipeline.progress import OnProgress, silent
from kronik.pipeline.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What was learnt, from how many pages, and how many could not be read."""

    recurring: RecurringLines
    pages: int
    failures: int


def learn(
    inputs: Sequence[str | Path],
    *,
    least: int = LEAST_PAGES,
    jobs: int | None = None,
    settings: Settings | None = None,
    on_progress: OnProgress = silent,
) -> Learnt:
    """Return the lines that recur in the outlets of the inputs.

    Streams: what is held are the lines met, up to a bound, and eight bytes an article. The result depends on the inputs
    and their order alone.

    Args:
        inputs: files, folders and globs; ``-`` for JSONL on standard input.
        least: fewest distinct articles of a line.
        jobs: worker processes; as many as there are processors when not given.
        settings: how inputs are read, and bounds.
        on_progress: told of each page.

    Raises:
        UsageError: an input is missing, or columns do not fit.
    """
    tally = Tally()
    pages = failures = 0
    for outcome in extract(inputs, jobs=jobs, settings=settings, on_progress=on_progress):
        if outcome.bundle is None:
            failures += 1
        else:
            pages += 1
            tally.add(outcome.bundle.page, outcome.bundle.article)
    return Learnt(recurring=tally.result(least=least), pages=pages, failures=failures)
