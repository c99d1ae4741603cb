-- Side tables of a chronicle, made for one state of it and thrown away after: narrow rows in the order in which lists
-- show them, names that a page protects masked in every text. `place` is the row's place in that order: newest first.

-- chain and revision: pages of one article have one chain; revision 1 is the oldest of them.
CREATE TABLE article (
    place INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    page_id TEXT NOT NULL,
    uri TEXT NOT NULL,
    outlet TEXT,
    headline TEXT,
    byline TEXT,
    day TEXT,
    moment TEXT,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    completeness TEXT NOT NULL,
    chain TEXT NOT NULL,
    revision INTEGER NOT NULL,
    latest INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    reports INTEGER NOT NULL
) STRICT;

CREATE TABLE statement (
    place INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    statement_id TEXT NOT NULL,
    speakers TEXT,
    kind TEXT NOT NULL,
    cue TEXT,
    content TEXT NOT NULL,
    via TEXT,
    denies INTEGER NOT NULL,
    outlet TEXT,
    day TEXT
) STRICT;
CREATE VIRTUAL TABLE statement_words USING fts5 (
    content, content = 'statement', content_rowid = 'place', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE report (
    place INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    report_id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    actors TEXT,
    recipients TEXT,
    words TEXT NOT NULL,
    date TEXT,
    earliest TEXT,
    latest TEXT,
    spot TEXT,
    country TEXT,
    province TEXT,
    regency TEXT,
    code TEXT,
    status TEXT NOT NULL,
    claimed_by TEXT,
    denied_by TEXT,
    figures TEXT,
    score REAL NOT NULL,
    outlet TEXT,
    day TEXT,
    current INTEGER NOT NULL
) STRICT;

-- One row for the actors that are taken for one across articles: those of one id of the knowledge files, or of one
-- kind, country and name. Protected ones have none, and none has who is never named ("warga"): others in every article.
CREATE TABLE identity (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    known TEXT,
    articles INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    acting INTEGER NOT NULL,
    receiving INTEGER NOT NULL
) STRICT;
CREATE TABLE form (
    identity INTEGER NOT NULL,
    name TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (identity, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE naming (identity INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (identity, article))
STRICT, WITHOUT ROWID;
CREATE TABLE speaking (identity INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (identity, statement))
STRICT, WITHOUT ROWID;
CREATE TABLE taking (
    identity INTEGER NOT NULL,
    role TEXT NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (identity, role, report)
) STRICT, WITHOUT ROWID;

-- Of which countries those are who act and who are acted on, named or not: what is asked of a state is asked of all of it.
CREATE TABLE siding (country TEXT NOT NULL, role TEXT NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (country, role, report))
STRICT, WITHOUT ROWID;

-- Articles that a search for one of these words must not find: the word is part of a name that the page protects.
CREATE TABLE guarded (word TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (word, number)) STRICT, WITHOUT ROWID;
CREATE INDEX guarded_by_number ON guarded (number);

CREATE TABLE verdict (verdict TEXT NOT NULL, reason TEXT, characters INTEGER NOT NULL) STRICT;
CREATE TABLE failure (code TEXT NOT NULL, failures INTEGER NOT NULL) STRICT;
