"""Writing down which actors of the list are taken for one when their names, offices and countries are compared."""

from pathlib import Path

from kronik.chronicle.browsing.making import identity_key
from kronik.chronicle.browsing.tables import Tables
from kronik.chronicle.reader import Chronicle
from kronik.stories.identities import Bearer, bearers_of, identities_of

TABLE = """
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
    with Tables.create(target, TABLE) as store:
        store.write("INSERT INTO same VALUES (?, ?)", rows)
        store.finish("CREATE INDEX same_by_identity ON same (identity, key);")


def _key(bearer: Bearer) -> str:
    profile = bearer.profile
    return identity_key(kind=profile.kind.value, country=profile.country, name=bearer.name, known=profile.known)
