"""The encoding of bytes: decided first, recorded, and never a reason to change the text.

An encoding is recorded as the name of a Python codec. Where bytes did not fit and became U+FFFD, the name is followed
by ``/replace`` (``utf-8/replace``): codec and error handler, as `decoded` takes them.
"""

import codecs
import re

from charset_normalizer import from_bytes

from kronik.errors import UsageError

UTF8 = "utf-8"
WESTERN = "cp1252"
REPLACE = "/replace"
SAMPLE_BYTES = 256 * 1024
"""Most bytes that charset-normalizer looks at, and that the encoding of a table is decided on."""
META_BYTES = 4096
"""Where a charset declaration is looked for; HTML demands the first 1024 bytes, real pages are late."""
WESTERN_SIGNS = bytes([0x80, *range(0x82, 0x8A), 0x8B, *range(0x91, 0x9A), 0x9B, *range(0xA0, 0xC0)])
"""Quotation marks, dashes and other signs of cp1252."""
SHORT_BYTES = 256
"""What is shorter is too short to measure letters in; own choice, no set measured."""
FOREIGN_SHARE = 0.4
"""Text in another script than Latin has more bytes outside ASCII than this (in the codecs of Cyrillic, Greek, Arabic
and East Asia more than half). Below it, short texts and those with signs alone are read as Western. Own choice, no set
measured."""
WESTERN_SHARE = 0.1
"""Text with fewer bytes outside ASCII than this is Latin script with some signs; own choice, no set measured."""
CONTROL_SHARE = 0.01
"""Bytes with a larger share of control characters are no text; random bytes have 0.11. Own choice, no set measured."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_FOR_PAGES = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "utf_7"}
)
"""Python codecs that decode text, but that no page is written in."""
ESCAPING = ("iso2022", "hz")
"""Codecs whose bytes are all ASCII, so that the bytes alone would pass for UTF-8."""
BROWSERS_READ_AS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""What browsers read a declared codec as (WHATWG Encoding, section 4.2)."""
CHARSET_IN_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{1,40})", re.IGNORECASE)
CHARSET_IN_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.\-]{1,40})", re.IGNORECASE)
CHARSET_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{1,40})", re.IGNORECASE)
ESCAPED = re.compile("[\udc80-\udcff]")
"""What the handler ``surrogateescape`` makes of bytes that do not fit."""
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b") + b"\x7f"
CHARSET_STEPS = 5
"""Places of the data that charset-normalizer looks at; its own default."""
CHARSET_CHUNK = 512
"""Bytes that it looks at in each place; its own default."""


def codec_of(name: str) -> str | None:
    """Return Python's name of an encoding that a page can be in, or None when there is none of that name."""
    try:
        found = codecs.lookup(name).name
        b"aaaa".decode(found, "replace")  # codecs that are no encodings refuse
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if found.replace("-", "_") in NOT_FOR_PAGES else found


def asked_codec(name: str | None) -> str | None:
    """Return Python's name of the encoding that the user asked for; None for None.

    Raises:
        UsageError: there is no such encoding.
    """
    if name is None:
        return None
    found = codec_of(name)
    if found is None:
        raise UsageError(f"unknown encoding: {name!r}; use a name such as utf-8, cp1252 or utf-16")
    return found


def declared_in_markup(head: bytes) -> str | None:
    """Return the charset that HTML or XML declares near its beginning, as it is written there."""
    match = CHARSET_IN_XML.search(head[:META_BYTES]) or CHARSET_IN_META.search(head[:META_BYTES])
    return match.group(1).decode("ascii") if match else None


def declared_in_header(content_type: str | None) -> str | None:
    """Return the charset of a Content-Type header, as it is written there."""
    match = CHARSET_IN_HEADER.search(content_type or "")
    return match.group(1) if match else None


def bom_codec(head: bytes) -> str | None:
    """Return the codec that a byte order mark names."""
    return next((codec for bom, codec in BOMS if head.startswith(bom)), None)


def looks_binary(head: bytes) -> bool:
    """Tell whether bytes are no text: too many control characters where no UTF-16 or UTF-32 explains them."""
    if bom_codec(head) or wide_codec(head):
        return False
    return len(head) - len(head.translate(None, CONTROLS)) > CONTROL_SHARE * len(head)


def guess_codec(sample: bytes, *, declared: str | None = None, whole: bool = True) -> str:
    """Return the codec that bytes are best read with.

    In order: byte order mark; UTF-16 by its zero bytes; UTF-8 when it fits; the declared encoding when it fits; UTF-8
    when most of what is outside ASCII fits it; what charset-normalizer finds; cp1252.

    Args:
        sample: the bytes, or their beginning.
        declared: charset of an HTTP header or of the markup, as written; ignored when unknown.
        whole: False when ``sample`` may end within a character.
    """
    told = _declared_codec(declared)
    if certain := bom_codec(sample) or wide_codec(sample) or (told if told and told.startswith(ESCAPING) else None):
        return certain
    if _fits(sample, UTF8, whole=whole):
        return UTF8
    if told and _fits(sample, told, whole=whole):
        return told
    return UTF8 if _mostly_utf8(sample) else _measured(sample)


def decide(data: bytes, *, declared: str | None = None) -> str:
    """Return the encoding to record for whole data: a codec, with ``/replace`` where bytes do not fit it."""
    codec = guess_codec(data, declared=declared)
    return codec if _fits(data, codec, whole=True) else codec + REPLACE


def decoded(data: bytes, encoding: str) -> str:
    """Return the text of bytes in a recorded encoding.

    Raises:
        UnicodeDecodeError: the bytes do not fit, and the encoding does not end in ``/replace``.
        LookupError: there is no such codec.
    """
    codec, slash, handler = encoding.partition("/")
    return data.decode(codec, handler if slash else "strict")


def stream_handler(codec: str) -> str:
    """Return the error handler that keeps bytes that do not fit for `mended`; the wide codecs have none."""
    return "replace" if codec.startswith(("utf-16", "utf-32")) else "surrogateescape"


def mended(text: str, codec: str) -> tuple[str, str]:
    """Return a piece of a stream without escaped bytes, and the encoding to record for it.

    Bytes that do not fit the stream's UTF-8 are read as what they look like on their own; those of another codec
    become U+FFFD.
    """
    if not ESCAPED.search(text):
        return text, codec
    if codec not in (UTF8, "utf-8-sig"):
        return ESCAPED.sub("\ufffd", text), codec + REPLACE
    data = text.encode(UTF8, "surrogateescape")
    encoding = decide(data)
    return decoded(data, encoding), encoding


def _declared_codec(name: str | None) -> str | None:
    codec = codec_of(name) if name else None
    if codec is None or codec.startswith(("utf-16", "utf-32")):
        return None  # an ASCII declaration that could be read says that it is not wide
    return BROWSERS_READ_AS.get(codec, codec)


def _fits(data: bytes, codec: str, *, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder(codec)("strict").decode(data, final=whole)
    except (UnicodeError, ValueError):
        return False
    return True


def wide_codec(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by zero bytes that are nearly all on one side."""
    pairs = len(head[:META_BYTES]) // 2
    if pairs < 2:
        return None
    even, odd = head[: pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.7 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode(UTF8, "surrogateescape")
    misfits = len(ESCAPED.findall(text))
    return len(text) - misfits - len(text.encode("ascii", "ignore")) > misfits


def _measured(sample: bytes) -> str:
    sample = sample[:SAMPLE_BYTES]
    outside = b"".join(re.findall(rb"[\x80-\xff]+", sample))
    plain = len(sample) < SHORT_BYTES or not outside.translate(None, WESTERN_SIGNS)
    share = FOREIGN_SHARE if plain else WESTERN_SHARE
    if len(outside) < share * len(sample) and _fits(sample, WESTERN, whole=True):
        return WESTERN
    best = from_bytes(sample, steps=CHARSET_STEPS, chunk_size=CHARSET_CHUNK).best()
    codec = codec_of(best.encoding) if best else None
    return codec or WESTERN
