-- Which articles are told together, beside the side tables of the same state: `article` is a place there.

CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    headline TEXT,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    independent INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    first TEXT,
    last TEXT
) STRICT;
-- In order of publication. origin, share: the earlier article that most of the wording is of, and how much of it.
CREATE TABLE member (
    story INTEGER NOT NULL,
    position INTEGER NOT NULL,
    article INTEGER NOT NULL,
    page_id TEXT NOT NULL,
    origin TEXT,
    share REAL,
    PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;

-- Every article that is grouped. source: the article whose wording it has. Reports of two articles may tell one event
-- where these have story or source in common, directly or through others: that is a cluster.
CREATE TABLE seat (
    page_id TEXT PRIMARY KEY,
    article INTEGER NOT NULL,
    story TEXT NOT NULL,
    source TEXT NOT NULL,
    cluster INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE story_day (day TEXT, outlet TEXT, story INTEGER NOT NULL, articles INTEGER NOT NULL) STRICT;
