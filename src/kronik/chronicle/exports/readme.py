"""The README that lies beside an export."""

from kronik.chronicle.reader import Chronicle


def readme(chronicle: Chronicle, command: str) -> str:
    """Return the text of an export's README: version, digests, counts, the command, a note on rights."""
    raise NotImplementedError
