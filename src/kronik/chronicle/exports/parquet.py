"""Parquet: the door to DuckDB, polars, pandas and R."""

from pathlib import Path

from kronik.chronicle.reader import Chronicle


def parquet_folder(chronicle: Chronicle, folder: Path) -> None:
    """Write every table to ``folder/NAME.parquet``; the folder is made where it is missing.

    Raises:
        UsageError: pyarrow is missing; names the extra to install.
    """
    raise NotImplementedError
