-- Events beside the side tables of the same state: `report` is a place there. A report that stands alone is an event.

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    independent INTEGER NOT NULL,
    reports INTEGER NOT NULL
) STRICT;
-- In order of publication.
CREATE TABLE telling (
    event INTEGER NOT NULL,
    position INTEGER NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
