"""A stream of bytes as a stream of text, for tables: decided on the beginning, decoded as it goes."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass

from kronik.pages.encodings import SAMPLE_BYTES, guess_codec, stream_handler
from kronik.pages.sources import Context, Source
from kronik.pages.streams import CHUNK_BYTES

HEADER_CHARACTERS = 64 * 1024
"""How far the first line of a table is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How a stream is decoded.

    Attributes:
        codec: name of a Python codec.
        asked: the user asked for it.
    """

    codec: str
    asked: bool


def decoding_of(source: Source, context: Context) -> Decoding:
    """Return how a source is decoded; what is looked at stays in the stream."""
    if context.codec is not None:
        return Decoding(codec=context.codec, asked=True)
    head = source.stream.peek(SAMPLE_BYTES)
    return Decoding(codec=guess_codec(head, whole=False), asked=False)


def decoded_chunks(stream: io.BufferedReader, decoding: Decoding) -> Iterator[str]:
    """Yield the text of a stream piece by piece; bytes that do not fit are kept for `kronik.pages.encodings.mended`."""
    decoder = codecs.getincrementaldecoder(decoding.codec)(stream_handler(decoding.codec))
    # Not read: it would lose what stands before a fault in the stream.
    while data := stream.read1(CHUNK_BYTES):
        if text := decoder.decode(data):
            yield text
    if rest := decoder.decode(b"", final=True):
        yield rest


def line_of(source: Source, decoding: Decoding) -> str:
    """Return the first line that is not blank, as far as the stream's buffer shows it; nothing is consumed."""
    head = source.stream.peek(SAMPLE_BYTES)[:HEADER_CHARACTERS]
    decoder = codecs.getincrementaldecoder(decoding.codec)("replace")
    found = next((line for line in decoder.decode(head).splitlines() if line.strip()), "")
    return found.removeprefix("\ufeff")
