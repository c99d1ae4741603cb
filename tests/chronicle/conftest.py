"""Fixtures of the store's tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
from chronicle_records import identity

from kronik.chronicle.writer import ChronicleWriter
from kronik.records.bundles import Outcome


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "uji.kronik"


@pytest.fixture
def built(path: Path) -> Callable[..., Path]:
    """Return a function that builds a finished chronicle of outcomes and gives its path."""

    def build(*outcomes: Outcome) -> Path:
        with ChronicleWriter.open(path, identity()) as writer:
            writer.add(outcomes)
            writer.finish()
        return path

    return build
