"""CSV that a spreadsheet opens safely."""

from collections.abc import Iterator
from pathlib import Path

from kronik.chronicle.reader import Chronicle


def csv_table(chronicle: Chronicle, table: str, bom: bool = False) -> Iterator[bytes]:
    """Yield one table as CSV in UTF-8, heading first. Raises UsageError for a name that is not in TABLES."""
    raise NotImplementedError


def csv_folder(chronicle: Chronicle, folder: Path, bom: bool = False) -> None:
    """Write every table to ``folder/NAME.csv``; the folder is made where it is missing."""
    raise NotImplementedError
