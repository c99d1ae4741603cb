import os

import pytest

from kronik.errors import UsageError
from kronik.pages.inputs import check_inputs, files_of
from kronik.pages.options import ReadOptions
from kronik.pages.reading import read_inputs
from kronik.records.failures import Failure, FailureCode


def locations(*inputs: object) -> list[str]:
    return [found.location for path in check_inputs([str(name) for name in inputs]) for found in files_of(path)]


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a-x.txt", ".hidden.txt", ".git/x.txt", "B.txt"):
        path = tmp_path / "masukan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("isi")
    return tmp_path / "masukan"


def test_a_folder_is_read_by_name_without_hidden_files(folder) -> None:
    assert locations(folder) == ["B.txt", "a/b/c.txt", "a/z.txt", "a-x.txt", "b.txt"]


def test_a_file_is_named_by_its_name(folder) -> None:
    assert locations(folder / "a" / "z.txt", folder / ".hidden.txt") == ["z.txt", ".hidden.txt"]


def test_globs_are_expanded_and_sorted(folder) -> None:
    assert locations(folder / "*.txt") == ["B.txt", "a-x.txt", "b.txt"]
    assert locations(folder / "**" / "c.*") == ["c.txt"]


def test_a_name_that_looks_like_a_glob_and_exists_is_a_file(tmp_path) -> None:
    (tmp_path / "a[1].txt").write_text("isi")
    assert locations(tmp_path / "a[1].txt") == ["a[1].txt"]


@pytest.mark.parametrize("name", ["tidak-ada.txt", "*.tidak-ada", "", "a\0b"])
def test_what_is_not_there_is_refused_before_anything_is_read(folder, name: str) -> None:
    missing = str(folder / name) if name else ""
    with pytest.raises(UsageError):
        read_inputs([str(folder), missing], ReadOptions())


def test_no_input_and_standard_input_twice_are_refused() -> None:
    with pytest.raises(UsageError, match="no input"):
        read_inputs([], ReadOptions())
    with pytest.raises(UsageError, match="only once"):
        read_inputs(["-", "-"], ReadOptions())


def test_an_empty_folder_is_a_failure(tmp_path) -> None:
    (tmp_path / "kosong").mkdir()
    (found,) = files_of(tmp_path / "kosong")
    assert isinstance(found, Failure)
    assert (found.code, found.location) == (FailureCode.EMPTY, "kosong")


def test_links_that_lead_back_end(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("isi")
    (tmp_path / "lagi").symlink_to(tmp_path)
    assert locations(tmp_path) == ["a.txt"]


def test_a_broken_link_and_a_pipe_are_failures(tmp_path) -> None:
    (tmp_path / "mati.txt").symlink_to(tmp_path / "tidak-ada")
    os.mkfifo(tmp_path / "pipa")
    broken, pipe = read_inputs([str(tmp_path)], ReadOptions())
    assert broken.code is FailureCode.UNREADABLE
    assert pipe.code is FailureCode.UNSUPPORTED
    assert str(tmp_path) not in broken.reason


def test_a_file_that_may_not_be_read_is_a_failure(tmp_path, monkeypatch) -> None:
    path = tmp_path / "rahasia.txt"
    path.write_text("isi")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("kronik.pages.reading.io.FileIO", refuse)
    (failure,) = read_inputs([str(path)], ReadOptions())
    assert failure.code is FailureCode.UNREADABLE
    assert failure.location == "rahasia.txt"
    assert str(tmp_path) not in failure.reason


def test_a_name_that_is_no_utf8_is_shown_with_escapes(tmp_path) -> None:
    with open(os.fsencode(tmp_path) + b"/a\xff.txt", "wb") as out:  # noqa: PTH123  # Path takes no bytes
        out.write(b"isi")
    (item,) = read_inputs([str(tmp_path)], ReadOptions())
    assert item.uri == "a\\xff.txt"
