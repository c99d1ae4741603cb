"""How inputs are read: columns, encoding and bounds."""

from dataclasses import dataclass, field

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLimits:
    """Bounds on what reading may cost.

    Attributes:
        page_bytes: largest page, row or record, in bytes, after decompression.
        archive_ratio: most bytes that a byte of an archive may unpack to.
        archive_bytes: most bytes that one archive may unpack to in all.
        archive_depth: archives inside archives.
    """

    page_bytes: int = 16 * MEBIBYTE
    archive_ratio: int = 200
    archive_bytes: int = 8 * 1024 * MEBIBYTE
    archive_depth: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How inputs are read.

    Attributes:
        columns: pairs (part, column) given by the user: ``(("text", "isi_berita"), ("uri", "url"))``.
        encoding: encoding asked by the user; None to detect.
        limits: bounds.
    """

    columns: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None
    limits: ReadLimits = field(default_factory=ReadLimits)
