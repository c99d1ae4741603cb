"""Containers of files: gzip and zip, opened member by member."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, BinaryIO, cast

from kronik.errors import PageError
from kronik.pages.sniffing import without_suffix
from kronik.pages.sources import Context, Found, ReadSource, Source, refuse
from kronik.pages.streams import bomb, broken, counted, inflated, seekable
from kronik.records.failures import FailureCode, failure

ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
    IndexError,
)
"""What the standard library raises on damaged, encrypted or unusual zip files."""
MAC_FOLDER = "__MACOSX"
ENCRYPTED = 0x1


def read_gzip(source: Source, context: Context, read: ReadSource) -> Iterator[Found]:
    """Yield what a gzip file holds, read by ``read``.

    Raises:
        PageError: the gzip file lies in another one.
    """
    if context.packed:
        refuse(source.location, FailureCode.UNSUPPORTED, "gzip inside gzip")
    stream = inflated(source.stream, source.location, context.budget)
    inner = Source(location=source.location, name=without_suffix(source.name, ".gz"), stream=stream)
    yield from read(inner, replace(context, packed=True))


def read_zip(source: Source, context: Context, read: ReadSource) -> Iterator[Found]:
    """Yield what the members of a zip file hold, sorted by name, each read by ``read``; hidden names are left out.

    Raises:
        PageError: the file is no zip file, or lies too deep in others, or unpacks to too much in all.
    """
    limit = context.limits.archive_depth
    if context.depth >= limit:
        raise bomb(source.location, f"more than {limit} archives inside each other")
    with seekable(source.stream, context.limits.page_bytes) as stream:
        yield from _members(stream, source, replace(context, depth=context.depth + 1, packed=False), read)


def _members(stream: IO[bytes], source: Source, context: Context, read: ReadSource) -> Iterator[Found]:
    try:
        archive = zipfile.ZipFile(stream)
        members = sorted((info for info in archive.infolist() if _wanted(info)), key=lambda info: info.filename)
    except ZIP_ERRORS as error:
        raise broken(source.location, "the zip file is damaged") from error
    with archive:
        if not members:
            refuse(source.location, FailureCode.EMPTY, "the zip file holds no files")
        for info in members:
            yield from _member(archive, info, source, context, read)
            if context.budget.spent:
                return


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source, context: Context, read: ReadSource
) -> Iterator[Found]:
    inner = info.filename.lstrip("/").encode("utf-8", "backslashreplace").decode("utf-8")
    location = f"{source.location}!{inner}"
    if info.flag_bits & ENCRYPTED:
        yield failure(location, FailureCode.UNSUPPORTED, "the member of the zip file is encrypted")
        return
    try:
        member = archive.open(info)
    except NotImplementedError:
        yield failure(location, FailureCode.UNSUPPORTED, "the member is packed by a method that is not known here")
        return
    except ZIP_ERRORS:
        yield failure(location, FailureCode.BROKEN, "the member of the zip file is damaged")
        return
    with member:
        guarded = cast("BinaryIO", _Guarded(cast("BinaryIO", member), location))
        stream = counted(guarded, location, context.budget, info.compress_size)
        yield from read(Source(location=location, name=inner.rpartition("/")[2], stream=stream), context)


class _Guarded:
    """A member of a zip file whose faults are ours."""

    def __init__(self, member: BinaryIO, location: str) -> None:
        self._member = member
        self._location = location

    def read(self, size: int) -> bytes:
        """Return up to ``size`` bytes.

        Raises:
            PageError: the member is damaged.
        """
        try:
            return self._member.read(size)
        except PageError:
            raise
        except ZIP_ERRORS as error:
            raise broken(self._location, "the member of the zip file is damaged") from error


def _wanted(info: zipfile.ZipInfo) -> bool:
    steps = info.filename.split("/")
    return (
        not info.is_dir() and MAC_FOLDER not in steps and not any(step.startswith(".") for step in steps if step != ".")
    )
