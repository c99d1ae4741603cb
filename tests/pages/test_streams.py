import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kronik.errors import LimitError, PageError
from kronik.pages.options import ReadLimits
from kronik.pages.streams import Budget, buffered, inflated, read_bounded, seekable


def unpacked(data: bytes) -> tuple[bytes, str]:
    stream = inflated(io.BytesIO(data), "a.gz", Budget(ReadLimits()))
    out = b""
    try:
        while piece := stream.read1(7):
            out += piece
    except PageError as error:
        return out, error.code
    return out, ""


@given(members=st.lists(st.binary(max_size=300), min_size=1, max_size=3), padding=st.integers(0, 3))
def test_members_are_joined_and_padding_is_ignored(members: list[bytes], padding: int) -> None:
    data = b"".join(gzip.compress(member) for member in members) + bytes(padding)
    assert unpacked(data) == (b"".join(members), "")


@given(data=st.binary(min_size=1, max_size=300), cut=st.integers(1, 30))
def test_truncated_data_give_a_beginning_and_then_a_failure(data: bytes, cut: int) -> None:
    whole = gzip.compress(data)
    out, code = unpacked(whole[: max(1, len(whole) - cut)])
    assert data.startswith(out)
    assert code == "broken"


@given(data=st.binary(max_size=100), at=st.integers(0, 99), byte=st.integers(0, 255))
def test_damaged_data_end(data: bytes, at: int, byte: int) -> None:
    whole = bytearray(gzip.compress(data))
    whole[at % len(whole)] = byte
    assert unpacked(bytes(whole))[1] in ("", "broken")


def test_a_stream_without_end_is_read_to_the_limit_only() -> None:
    asked = []

    def endless(size: int) -> bytes:
        asked.append(size)
        return b"x" * size

    with pytest.raises(LimitError, match="larger than 1000 bytes"):
        read_bounded(buffered(endless), "a", 1000)
    assert sum(asked) < 1_000_000


def test_a_copy_that_can_be_sought_in() -> None:
    data = iter([b"satu ", b"dua"])
    with seekable(buffered(lambda _: next(data, b"")), 4) as stream:
        assert stream.read() == b"satu dua"
        assert stream.seek(5) == 5
        assert stream.read() == b"dua"
