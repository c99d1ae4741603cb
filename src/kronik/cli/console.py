"""What the command line says and where: results to standard output, the rest to standard error."""

import json
import sys
import time
from collections.abc import Sequence

from tqdm import tqdm

from kronik.cli.catalogue import Catalogue
from kronik.pipeline.progress import OnProgress, Progress, silent

LINE_SECONDS = 10.0
"""Seconds between two progress lines where standard error is no terminal."""


class Console:
    """Speaks one language to one person."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.text = catalogue

    def say(self, message: str) -> None:
        """Print a line to standard error."""
        print(message, file=sys.stderr, flush=True)

    def error(self, message: str) -> None:
        """Print an error to standard error, after the program's name."""
        self.say(f"kronik: {message}")

    def out(self, line: str) -> None:
        """Print a line of the result to standard output."""
        print(line)

    def write(self, data: bytes) -> None:
        """Write bytes of the result to standard output."""
        sys.stdout.buffer.write(data)

    def failure(self, fields: Sequence[tuple[str, str]]) -> None:
        """Print a failure as one line of JSON to standard error."""
        self.say(json.dumps(dict(fields), ensure_ascii=False))


class ProgressMeter:
    """Shows progress: a bar on a terminal, a line now and then in a pipe, nothing when quiet. A context manager."""

    def __init__(self, console: Console, *, quiet: bool) -> None:
        self._console = console
        self._started = time.monotonic()
        self._last = self._started
        self._bar: tqdm[None] | None = None
        self._quiet = quiet
        if not quiet and sys.stderr.isatty():
            self._bar = tqdm(unit=console.text("progress.unit"), dynamic_ncols=True, leave=False)

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._started

    def __enter__(self) -> OnProgress:
        return silent if self._quiet else self._show

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def _show(self, progress: Progress) -> None:
        if self._bar is not None:
            self._bar.total = progress.total
            self._bar.update(progress.pages - self._bar.n)
        elif time.monotonic() - self._last >= LINE_SECONDS:
            self._last = time.monotonic()
            self._console.say(self.line(progress))

    def line(self, progress: Progress) -> str:
        """Return one line about the progress."""
        text, seconds = self._console.text, max(self.seconds, 1e-9)
        pages, rate = text.number(progress.pages), text.number(progress.pages / seconds, 1)
        if not progress.total or not progress.pages:
            return text("progress.counting", pages=pages, rate=rate)
        left = seconds * (progress.total - progress.pages) / progress.pages
        return text(
            "progress.left", pages=pages, total=text.number(progress.total), rate=rate, left=tqdm.format_interval(left)
        )
