"""Ids: hashes of what a record is, never of where or when it was made."""

from hashlib import blake2b

DIGEST_BYTES = 16
"""Length of an id in bytes (32 hexadecimal characters): no two of 10^12 records share one by chance (p < 10^-14)."""


def identify(kind: str, *fields: str | bytes | int | None) -> str:
    """Return the id of a record of this kind with these fields.

    Each field goes in with its type and length, so that no two lists of fields look alike.
    """
    digest = blake2b(digest_size=DIGEST_BYTES, person=kind.encode()[:16])
    for field in fields:
        mark, data = _bytes_of(field)
        digest.update(mark + str(len(data)).encode() + b":" + data)
    return digest.hexdigest()


def _bytes_of(field: str | bytes | int | None) -> tuple[bytes, bytes]:
    if field is None:
        return b"n", b""
    if isinstance(field, bytes):
        return b"b", field
    if isinstance(field, int):
        return b"i", str(field).encode()
    return b"s", field.encode("utf-8", "surrogatepass")
