"""What can be said of a chronicle at once, however large it is."""

from pathlib import Path
from typing import NamedTuple

from kronik.chronicle import schema
from kronik.chronicle.reader import Chronicle


class Glance(NamedTuple):
    """How many articles a chronicle has, and the version of Kronik that made it."""

    articles: int
    version: str


def glance(path: Path) -> Glance:
    """Return what can be said of a chronicle at once.

    Raises:
        ChronicleError: there is none, it is none, or it is damaged.
    """
    with Chronicle.open(path), schema.faults_told(path):
        connection = schema.connect(path, read_only=True)
        try:
            (articles,) = connection.execute("SELECT count(*) FROM articles").fetchone()
            return Glance(articles, schema.read_identity(connection).kronik_version)
        finally:
            connection.close()
