"""Measure a build: articles per second, peak memory of the parent and the largest worker, size of the file.

    python benchmarks/run.py [INPUT ...] [--jobs N] [--times 10] [--json]

Without INPUT: the two seed pages and the news of the shared folder (what KRONIK_SHARED names, or ``shared`` beside the
checkout). Prints the table of docs/benchmarks.md, with the command. The multiple is made in a temporary folder: every
row of the tables again and again, with its own uri and some words put behind its text, so that no page is the same.
"""

import argparse
import csv
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from measuring import Run, measured

from kronik import Chronicle, __version__

ROOT = Path(__file__).resolve().parent.parent
MEBIBYTE = 1024 * 1024
LARGEST_FIELD = 100 * MEBIBYTE
"""Bytes of the largest cell that the copier of tables reads; pages of the shared news are far smaller."""

COLUMNS = (
    "set", "pages", "failures", "seconds", "pages/s", "parent MiB", "largest worker MiB", "file MiB",
    "second build s", "pages it added", "verify s",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One build, measured.

    Attributes:
        name: what was built.
        pages: pages in the chronicle.
        failures: failure rows in it.
        file_bytes: its size.
        build, again, verify: the build, a second one over the same inputs, and ``kronik verify``.
        again_pages: pages that the second build added; 0 when building is idempotent.
    """

    name: str
    pages: int
    failures: int
    file_bytes: int
    build: Run
    again: Run
    again_pages: int
    verify: Run

    @property
    def rate(self) -> float:
        """Pages per second of the first build."""
        return self.pages / self.build.seconds


def shared_inputs() -> list[Path]:
    """Return the seed pages and the news tables of the shared folder; empty when it is not here."""
    shared = Path(os.environ.get("KRONIK_SHARED", ROOT.parent / "shared"))
    return [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "news").glob("*.csv"))]


def multiplied(tables: Sequence[Path], times: int, folder: Path) -> list[Path]:
    """Write each table ``times`` over into the folder, every page with its own uri and text; return the new tables."""
    csv.field_size_limit(LARGEST_FIELD)
    out = []
    for table in tables:
        path = folder / table.name
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            for number in range(times):
                for at, row in enumerate(rows_of(table, number)):
                    if number == 0 or at:
                        writer.writerow(row)
        out.append(path)
    return out


def rows_of(table: Path, number: int) -> Iterator[list[str]]:
    """Yield the head and the rows of a table, changed so that no copy is the page of another."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        head = next(reader)
        yield head
        uri, text = head.index("url"), head.index("isi_berita")
        for row in reader:
            if number:
                row[uri] = f"{row[uri]}/copy-{number}"
                row[text] = f"{row[text]}\nSalinan ke-{number} dari halaman ini, dibuat untuk mengukur."
            yield row


def pages_and_failures(path: Path) -> tuple[int, int]:
    """Return how many pages and failures a chronicle holds."""
    with Chronicle.open(path) as chronicle:
        counts = {table.name: table.count for table in chronicle.info().tables}
    return counts["pages"], counts["failures"]


def measure(name: str, inputs: Sequence[Path], *, jobs: int, folder: Path) -> Result:
    """Build a chronicle of the inputs in the folder, build again, verify, and return what it took."""
    chronicle = folder / f"{name}.kronik"
    kronik = [sys.executable, "-m", "kronik"]
    command = [*kronik, "build", *map(str, inputs), "-o", str(chronicle), "--jobs", str(jobs), "--quiet"]
    build = measured(command)
    pages, failures = pages_and_failures(chronicle)
    size = chronicle.stat().st_size
    again = measured(command)
    return Result(
        name=name,
        pages=pages,
        failures=failures,
        file_bytes=size,
        build=build,
        again=again,
        again_pages=pages_and_failures(chronicle)[0] - pages,
        verify=measured([*kronik, "verify", str(chronicle)]),
    )


def report(results: Sequence[Result], *, jobs: int, command: str) -> str:
    """Return the Markdown that docs/benchmarks.md shows."""
    rows = [COLUMNS, tuple("---" if at == 0 else "---:" for at in range(len(COLUMNS)))]
    for result in results:
        build = result.build
        rows.append(
            (
                result.name,
                f"{result.pages:,}",
                f"{result.failures:,}",
                f"{build.seconds:.1f}",
                f"{result.rate:.1f}",
                f"{build.parent_bytes / MEBIBYTE:.0f}",
                f"{build.worker_bytes / MEBIBYTE:.0f}",
                f"{result.file_bytes / MEBIBYTE:.1f}",
                f"{result.again.seconds:.1f}",
                f"{result.again_pages:,}",
                f"{result.verify.seconds:.1f}",
            )
        )
    made = f"Kronik {__version__}, Python {platform.python_version()}, {os.cpu_count()} cores, {jobs} jobs"
    lines = [
        f"`{command}`, {made}, {datetime.now(UTC):%Y-%m-%d}",
        "",
        *("| " + " | ".join(row) + " |" for row in rows),
    ]
    if len(results) == 2:
        small, large = (result.build for result in results)
        parent, worker = large.parent_bytes / small.parent_bytes, large.worker_bytes / max(1, small.worker_bytes)
        lines += ["", f"Peaks of the larger set over those of the smaller: parent {parent:.2f}, worker {worker:.2f}."]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="*", type=Path, metavar="INPUT")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="worker processes")
    parser.add_argument(
        "--times", type=int, default=10, metavar="N", help="build N times the tables too; 1 to leave out"
    )
    parser.add_argument("--json", action="store_true", help="print every figure as JSON")
    options = parser.parse_args(arguments)
    inputs = options.inputs or shared_inputs()
    if not inputs:
        print("benchmarks: the shared folder is not here (KRONIK_SHARED names it); give INPUT")
        return 2
    tables = [path for path in inputs if path.suffix == ".csv"] if not options.inputs else []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        results = [measure("once", inputs, jobs=options.jobs, folder=folder)]
        if tables and options.times > 1:
            larger = multiplied(tables, options.times, folder)
            results.append(measure(f"{options.times} times", larger, jobs=options.jobs, folder=folder))
    if options.json:
        print(json.dumps([asdict(result) for result in results], indent=1))
    else:
        print(report(results, jobs=options.jobs, command="make bench"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
