"""Data stands beside the code, travels with the package and says where it comes from."""

from pathlib import PurePosixPath

import pytest
from source_tree import PACKAGE, project_files, project_table, text_of

DATA = [path for path in project_files() if path.is_relative_to(PACKAGE) and path.suffix != ".py"]
KNOWLEDGE = [path for path in DATA if path.suffix in {".toml", ".tsv"} and "samples" not in path.parts]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_data_file_is_packaged(path: PurePosixPath) -> None:
    patterns = project_table()["tool"]["setuptools"]["package-data"]["*"]
    suffixes = {pattern.removeprefix("**/*") for pattern in patterns}
    assert path.suffix in suffixes or path.name in suffixes


@pytest.mark.parametrize("path", KNOWLEDGE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_data_file_names_its_source(path: PurePosixPath) -> None:
    assert "source" in (text_of(PACKAGE / path) or "").lower()
