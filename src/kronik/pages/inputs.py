"""What the user names as INPUT, checked and taken apart into files."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kronik.errors import UsageError
from kronik.records.failures import Failure, FailureCode, failure

STDIN = "-"
"""The input that stands for JSON lines on standard input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file to read.

    Attributes:
        path: where it is; None for standard input.
        location: how records name it: its path relative to INPUT with forward slashes, or its name if INPUT is it.
    """

    path: Path | None
    location: str


def check_inputs(inputs: Sequence[str]) -> tuple[Path | None, ...]:
    """Return the files and folders that the inputs name, in order, globs expanded and sorted; None for standard input.

    Raises:
        UsageError: there is no input, one is missing, a glob matches nothing, or standard input is named twice.
    """
    if not inputs:
        raise UsageError("no input: name a file, a folder, a glob, or - for JSON lines on standard input")
    if inputs.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    return tuple(path for name in inputs for path in _paths_of(name))


def bytes_of(inputs: Sequence[str]) -> int | None:
    """Return how many bytes the input files have on disk; None with standard input, whose length is not known.

    Raises:
        UsageError: as `check_inputs`.
    """
    paths = check_inputs(inputs)
    if None in paths:
        return None
    found = (entry.path for path in paths for entry in files_of(path) if isinstance(entry, InputFile))
    return sum(_size(path) for path in found if path is not None)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it will be a failure when it is read


def files_of(path: Path | None) -> Iterator[InputFile | Failure]:
    """Yield the files of one input: itself, or all in a folder, sorted by name, hidden names left out."""
    if path is None:
        yield InputFile(path=None, location=STDIN)
    elif not path.is_dir():
        yield InputFile(path=path, location=_readable(path.name))
    else:
        found = False
        for entry in _walk(path, "", ()):
            found = True
            yield entry
        if not found:
            yield failure(_readable(path.name) or ".", FailureCode.EMPTY, "the folder holds no files")


def reason_of(error: OSError) -> str:
    """Return what the operating system says, without the path."""
    return f"the system refuses: {error.strerror or type(error).__name__}"


def _paths_of(name: str) -> list[Path | None]:
    if name == STDIN:
        return [None]
    try:
        if name and os.path.lexists(name):
            return [Path(name)]
        # Path.glob takes no absolute pattern.
        matches = sorted(glob.glob(name, recursive=True), key=os.fsencode) if glob.has_magic(name) else []  # noqa: PTH207
    except ValueError as error:  # a NUL in the name
        raise UsageError(f"not a file name: {name!r}") from error
    if matches:
        return [Path(match) for match in matches]
    raise UsageError(f"no file matches {name!r}" if glob.has_magic(name) else f"no such file or folder: {name!r}")


def _walk(folder: Path, prefix: str, above: tuple[tuple[int, int], ...]) -> Iterator[InputFile | Failure]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield failure(prefix.rstrip("/") or _readable(folder.name) or ".", FailureCode.UNREADABLE, reason_of(error))
        return
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return  # a link to a folder that it lies in
    for entry in entries:
        if entry.name.startswith("."):
            continue
        location = prefix + _readable(entry.name)
        if entry.is_dir():
            yield from _walk(Path(entry.path), location + "/", (*above, identity))
        else:
            yield _ordinary(entry, location)


def _ordinary(entry: os.DirEntry[str], location: str) -> InputFile | Failure:
    try:
        if stat.S_ISREG(entry.stat().st_mode):
            return InputFile(path=Path(entry.path), location=location)
    except OSError as error:
        return failure(location, FailureCode.UNREADABLE, reason_of(error))
    # Opening a pipe or a device could wait for ever.
    return failure(location, FailureCode.UNSUPPORTED, "not an ordinary file")


def _readable(name: str) -> str:
    """Return a file name as text; bytes of it that are no UTF-8 as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
