"""The names that the package offers: listed, sorted, there, documented, and loaded only when asked for."""

import subprocess
import sys

import pytest

import kronik


def test_the_list_is_sorted_and_complete() -> None:
    assert kronik.__all__ == sorted(kronik.__all__)
    assert set(kronik.__all__) == set(kronik._HOMES)


@pytest.mark.parametrize("name", kronik.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    assert getattr(kronik, name).__doc__


def test_an_unknown_name_is_an_error_like_any_other() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        kronik.nothing_of_the_kind  # noqa: B018 - asking is the test


def test_a_star_import_works_in_a_fresh_interpreter() -> None:
    program = "from kronik import *; print(build.__module__, Chronicle.__module__)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["kronik.pipeline.build", "kronik.chronicle.reader"]
