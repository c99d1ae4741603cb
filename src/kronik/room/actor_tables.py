"""Writing down which actors of the list are taken for one when their names, offices and countries are compared."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kronik.chronicle.browsing.making import identity_key
from kronik.chronicle.reader import Chronicle
from kronik.stories.identities import Bearer, bearers_of, identities_of

TABLE = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE same (key TEXT NOT NULL, identity INTEGER NOT NULL, PRIMARY KEY (key, identity)) STRICT, WITHOUT ROWID;
"""


def write_actors(chronicle_path: Path, target: Path) -> None:
    """Write which keys of the list of actors belong to one identity, for identities of several keys.

    Args:
        chronicle_path: read only.
        target: where there is no file yet.

    Raises:
        ChronicleError: the file is damaged.
    """
    with Chronicle.open(chronicle_path) as chronicle:
        bearers = [one for bundle in chronicle.bundles() for one in bearers_of(bundle) if not one.protected]
    keys = {one.id: _key(one) for one in bearers}
    rows = []
    for number, identity in enumerate(identities_of(bearers), 1):
        found = sorted({keys[name] for name in identity.members})
        rows += [(key, number) for key in found if len(found) > 1]
    with closing(sqlite3.connect(target)) as store, store:
        store.executescript(TABLE)
        store.executemany("INSERT INTO same VALUES (?, ?)", rows)
        store.execute("CREATE INDEX same_by_identity ON same (identity, key)")


def _key(bearer: Bearer) -> str:
    profile = bearer.profile
    return identity_key(kind=profile.kind.value, country=profile.country, name=bearer.name, known=profile.known)
