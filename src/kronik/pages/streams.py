"""Byte streams with bounds: inflated or counted as they are read, never held whole."""

import io
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

from kronik.errors import LimitError, PageError
from kronik.pages.options import MEBIBYTE, ReadLimits
from kronik.records.failures import FailureCode

CHUNK_BYTES = 64 * 1024
"""Bytes read at a time."""
BUFFER_BYTES = 256 * 1024
"""Bytes of a stream that can be looked at before it is read."""
BOMB_FLOOR_BYTES = MEBIBYTE
"""A member that unpacks to less than this is no bomb, whatever its ratio: a small blank page packs very well."""
GZIP_WINDOW = 31
"""zlib's name for: a gzip header, the largest window."""
GZIP_OR_ZLIB_WINDOW = 47
"""zlib's name for: a gzip or zlib header, whichever stands there."""


class Budget:
    """How many bytes one archive, with all that lies inside it, may still unpack to."""

    def __init__(self, limits: ReadLimits) -> None:
        self.limits = limits
        self.left = limits.archive_bytes

    def spend(self, location: str, *, unpacked: int, total_in: int, total_out: int) -> None:
        """Count ``unpacked`` more bytes of the member at ``location``, which took ``total_in`` and gave ``total_out``.

        Raises:
            LimitError: the member's ratio or the archive's total goes beyond the limits.
        """
        self.left -= unpacked
        if total_out > BOMB_FLOOR_BYTES and total_out > self.limits.archive_ratio * max(1, total_in):
            raise bomb(location, f"unpacks to more than {self.limits.archive_ratio} times its size")
        if self.left < 0:
            raise bomb(location, f"the archive unpacks to more than {self.limits.archive_bytes} bytes")

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left < 0


def bomb(location: str, reason: str) -> LimitError:
    """Return the error of an archive that unpacks to too much."""
    return LimitError(location, FailureCode.BOMB, reason)


def broken(location: str, reason: str) -> PageError:
    """Return the error of a damaged container."""
    return PageError(location, FailureCode.BROKEN, reason)


def too_large(location: str, what: str, limit: int) -> LimitError:
    """Return the error of a page, row or record of more than ``limit`` bytes."""
    return LimitError(location, FailureCode.TOO_LARGE, f"the {what} is larger than {limit} bytes")


class _Reading(io.RawIOBase):
    """A raw stream over a function that returns at most so many bytes; an error waits until what came before is out."""

    def __init__(self, produce: Callable[[int], bytes]) -> None:
        super().__init__()
        self._produce = produce
        self._held: PageError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # the stub names a wider type
        if self._held is not None:
            raise self._held
        view = memoryview(buffer)
        filled = 0
        while filled < len(view):
            try:
                data = self._produce(len(view) - filled)
            except PageError as error:
                self._held = error
                if filled:
                    return filled
                raise
            if not data:
                break
            view[filled : filled + len(data)] = data
            filled += len(data)
        return filled


def buffered(produce: Callable[[int], bytes]) -> io.BufferedReader:
    """Return a stream that can be peeked into, over a function that returns at most so many bytes, none at the end."""
    return io.BufferedReader(_Reading(produce), BUFFER_BYTES)


def inflated(
    packed: io.BufferedIOBase, location: str, budget: Budget, *, window: int = GZIP_WINDOW
) -> io.BufferedReader:
    """Return the unpacked bytes of a gzip stream of one or many members, as a stream.

    Reading from it raises PageError: ``broken`` when the data are damaged or end too early (after all that could be
    unpacked was read, if it is read with ``read1``), ``bomb`` when they unpack to too much.
    """
    return buffered(_Inflating(packed, location, budget, window).produce)


class _Inflating:
    def __init__(self, packed: io.BufferedIOBase, location: str, budget: Budget, window: int) -> None:
        self.packed = packed
        self.location = location
        self.budget = budget
        self.window = window
        self.inflator = zlib.decompressobj(window)
        self.pending = b""
        self.total_in = 0
        self.total_out = 0
        self.ended = False

    def produce(self, size: int) -> bytes:
        """Return up to ``size`` unpacked bytes, none at the end."""
        while not self.ended:
            if not self.pending:
                self.pending = self.packed.read1(CHUNK_BYTES)
                self.total_in += len(self.pending)
            at_end = not self.pending
            if self.inflator.eof:
                self.ended = at_end or not self._next_member()
                continue
            data = self._inflate(size)
            if data:
                return data
            if at_end and not self.inflator.eof:
                raise broken(self.location, "the gzip data end too early")
        return b""

    def _inflate(self, size: int) -> bytes:
        try:
            data = self.inflator.decompress(self.pending, size)
        except zlib.error as error:
            raise broken(self.location, "the gzip data are damaged") from error
        self.pending = self.inflator.unused_data if self.inflator.eof else self.inflator.unconsumed_tail
        self.total_out += len(data)
        used = self.total_in - len(self.pending)
        self.budget.spend(self.location, unpacked=len(data), total_in=used, total_out=self.total_out)
        return data

    def _next_member(self) -> bool:
        """Go on to the next member if there may be one; zeros and whatever else follows a member are ignored."""
        self.pending = self.pending.lstrip(b"\0")
        if not self.pending:
            return True
        if not self.pending.startswith(b"\x1f"):
            return False
        self.inflator = zlib.decompressobj(self.window)
        return True


def counted(member: BinaryIO, location: str, budget: Budget, packed_size: int) -> io.BufferedReader:
    """Return the unpacked bytes of a member of ``packed_size`` bytes, with the archive's bounds."""
    total = 0

    def produce(size: int) -> bytes:
        nonlocal total
        data = member.read(size)
        total += len(data)
        budget.spend(location, unpacked=len(data), total_in=packed_size, total_out=total)
        return data

    return buffered(produce)


def read_bounded(stream: BinaryIO, location: str, limit: int, *, what: str = "page") -> bytes:
    """Return all bytes of a stream.

    Raises:
        LimitError: there are more than ``limit``; the rest is not read.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise too_large(location, what, limit)
    return data


@contextmanager
def seekable(stream: io.BufferedReader, memory_bytes: int) -> Iterator[IO[bytes]]:
    """Give a stream that can be sought in: itself, or a copy (on disk beyond ``memory_bytes``), gone at the end.

    Raises:
        PageError: reading the stream does.
    """
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=memory_bytes) as copy:
        while data := stream.read(CHUNK_BYTES):
            copy.write(data)
        copy.seek(0)
        yield copy
