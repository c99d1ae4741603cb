"""Fixtures of the readers' tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kronik.pages.options import ReadLimits, ReadOptions
from kronik.pages.reading import read_inputs


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list]:
    """Write bytes to a file of this name and read it: the items, failures and skipped records."""

    def write_and_read(name: str, data: bytes, **options: object) -> list:
        limits = ReadLimits(**{key: value for key, value in options.items() if key in ReadLimits.__slots__})
        others = {key: value for key, value in options.items() if key not in ReadLimits.__slots__}
        path = tmp_path / name
        path.write_bytes(data)
        return list(read_inputs([str(path)], ReadOptions(limits=limits, **others)))

    return write_and_read
