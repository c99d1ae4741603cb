-- The chronicle, format 1. Words are those of docs/glossary.md; offsets are half-open code points of the named part.
-- Columns called evidence and slices hold JSON: [{"slices": [{"start": 0, "end": 5}], "part": "text"}], and its inner list.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Each set of stages that derived rows were made by; pages.maker_set and failures.maker_set name one.
CREATE TABLE makers (
    maker_set TEXT NOT NULL,
    position INTEGER NOT NULL,
    stage TEXT NOT NULL,
    version TEXT NOT NULL,
    settings TEXT NOT NULL,
    PRIMARY KEY (maker_set, position)
) STRICT, WITHOUT ROWID;

-- item is the smallest digest of the items that give this page: its bytes, media, encoding and article stand here.
CREATE TABLE pages (
    id TEXT PRIMARY KEY NOT NULL,
    item TEXT NOT NULL,
    uri TEXT NOT NULL,
    media TEXT NOT NULL,
    encoding TEXT NOT NULL,
    projection TEXT NOT NULL,
    partial INTEGER NOT NULL,
    maker_set TEXT NOT NULL,
    breaks TEXT NOT NULL,
    hidden TEXT NOT NULL,
    text TEXT
) STRICT;
CREATE INDEX pages_by_uri ON pages (uri);
CREATE INDEX pages_by_item ON pages (item);
CREATE INDEX pages_by_maker ON pages (maker_set, id);

-- Every part save the page text, which is pages.text.
CREATE TABLE parts (
    page_id TEXT NOT NULL REFERENCES pages (id),
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (page_id, name)
) STRICT, WITHOUT ROWID;

-- data is zlib-compressed; size is its length before that.
CREATE TABLE raws (
    page_id TEXT PRIMARY KEY NOT NULL REFERENCES pages (id),
    media TEXT NOT NULL,
    encoding TEXT NOT NULL,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

-- Where and when items were found; several items may give one page.
CREATE TABLE fetches (
    digest TEXT NOT NULL,
    page_id TEXT NOT NULL REFERENCES pages (id),
    location TEXT NOT NULL,
    url TEXT,
    fetched TEXT
) STRICT;
CREATE UNIQUE INDEX fetches_once ON fetches (digest, location, ifnull(url, x''), ifnull(fetched, x''));
CREATE INDEX fetches_by_page ON fetches (page_id, location, url, fetched, digest);

-- What could not be read. url and fetched belong to the place, which becomes a fetch when the item is read after all.
CREATE TABLE failures (
    id TEXT PRIMARY KEY NOT NULL,
    digest TEXT NOT NULL,
    location TEXT NOT NULL,
    url TEXT,
    fetched TEXT,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    maker_set TEXT NOT NULL
) STRICT;
CREATE INDEX failures_by_digest ON failures (digest, location);

-- number ties the search index to its row; it means nothing outside this file. headline, outlet, section, byline,
-- editors, published and published_time repeat values of readings, where their evidence is.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    page_id TEXT NOT NULL UNIQUE REFERENCES pages (id),
    language TEXT NOT NULL,
    language_score REAL NOT NULL,
    kind TEXT NOT NULL,
    headline TEXT,
    outlet TEXT,
    section TEXT,
    byline TEXT,
    editors TEXT,
    dateline_place TEXT,
    dateline_outlet TEXT,
    dateline_rule TEXT,
    dateline_evidence TEXT,
    published TEXT,
    published_time TEXT,
    not_before TEXT,
    not_after TEXT,
    bound_rule TEXT,
    bound_evidence TEXT,
    completeness TEXT NOT NULL,
    completeness_evidence TEXT NOT NULL,
    no_pack INTEGER NOT NULL,
    prose TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_day ON articles (published, page_id);
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE);

CREATE TABLE readings (
    page_id TEXT NOT NULL REFERENCES pages (id),
    field TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    rule TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (page_id, field, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflicts (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    chosen TEXT NOT NULL,
    other TEXT NOT NULL,
    rule TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    rule TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE times (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    part TEXT NOT NULL,
    slices TEXT NOT NULL,
    value TEXT,
    earliest TEXT,
    latest TEXT,
    modifier TEXT,
    anchor TEXT NOT NULL,
    anchor_day TEXT,
    rule TEXT NOT NULL,
    conflict INTEGER NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;

-- Search over headline and prose; the text itself stands in articles alone.
CREATE VIRTUAL TABLE article_words USING fts5 (
    headline, prose, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_words (rowid, headline, prose) VALUES (new.number, new.headline, new.prose);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO article_words (article_words, rowid, headline, prose)
    VALUES ('delete', old.number, old.headline, old.prose);
END;
CREATE TRIGGER articles_changed AFTER UPDATE ON articles BEGIN
    INSERT INTO article_words (article_words, rowid, headline, prose)
    VALUES ('delete', old.number, old.headline, old.prose);
    INSERT INTO article_words (rowid, headline, prose) VALUES (new.number, new.headline, new.prose);
END;

-- Views for people, and for the exports of the same names.

-- The pages of one uri in order: by publication day, last fetch, id. The latest counts in figures.
CREATE VIEW revision_list AS
SELECT
    page_id,
    uri,
    row_number() OVER newest_first = 1 AS latest,
    row_number() OVER oldest_first AS revision
FROM (
    SELECT
        pages.id AS page_id,
        pages.uri AS uri,
        ifnull(articles.published, '') AS published,
        ifnull((SELECT max(fetches.fetched) FROM fetches WHERE fetches.page_id = pages.id), '') AS fetched
    FROM pages JOIN articles ON articles.page_id = pages.id
)
WINDOW
    newest_first AS (PARTITION BY uri ORDER BY published DESC, fetched DESC, page_id DESC),
    oldest_first AS (PARTITION BY uri ORDER BY published, fetched, page_id);

CREATE VIEW page_list AS
SELECT
    pages.id AS page_id,
    pages.uri,
    pages.media,
    pages.encoding,
    pages.projection,
    pages.partial,
    length(pages.text) AS text_chars,
    raws.size AS raw_bytes,
    pages.text
FROM pages LEFT JOIN raws ON raws.page_id = pages.id;

CREATE VIEW article_list AS
SELECT
    articles.page_id,
    pages.uri,
    articles.outlet,
    articles.headline,
    articles.byline,
    articles.editors,
    articles.section,
    articles.dateline_place,
    articles.dateline_outlet,
    articles.published,
    articles.published_time,
    articles.not_before,
    articles.not_after,
    articles.language,
    articles.language_score,
    articles.kind,
    articles.completeness,
    (
        SELECT ifnull(sum(end_char - start_char), 0) FROM ledger
        WHERE ledger.page_id = articles.page_id AND verdict = 'prose'
    ) AS prose_chars,
    (
        SELECT ifnull(sum(end_char - start_char), 0) FROM ledger
        WHERE ledger.page_id = articles.page_id AND verdict = 'removed'
    ) AS removed_chars,
    (
        SELECT ifnull(sum(end_char - start_char), 0) FROM ledger
        WHERE ledger.page_id = articles.page_id AND verdict = 'unsure'
    ) AS unsure_chars,
    CASE articles.no_pack WHEN 0 THEN (SELECT count(*) FROM times WHERE times.page_id = articles.page_id) END AS times,
    articles.prose
FROM articles JOIN pages ON pages.id = articles.page_id;

CREATE VIEW ledger_list AS
SELECT
    ledger.page_id,
    ledger.position,
    ledger.start_char,
    ledger.end_char,
    ledger.verdict,
    ledger.reason,
    ledger.rule,
    substr(pages.text, ledger.start_char + 1, ledger.end_char - ledger.start_char) AS quote
FROM ledger JOIN pages ON pages.id = ledger.page_id;

-- The quote runs from the first slice to the last.
CREATE VIEW time_list AS
SELECT
    times.page_id,
    times.position,
    times.id AS time_id,
    times.part,
    times.start_char,
    times.end_char,
    substr(
        CASE times.part
            WHEN 'text' THEN pages.text
            ELSE (SELECT parts.text FROM parts WHERE parts.page_id = times.page_id AND parts.name = times.part)
        END,
        times.start_char + 1,
        times.end_char - times.start_char
    ) AS quote,
    times.value,
    times.earliest,
    times.latest,
    times.modifier,
    times.anchor,
    times.anchor_day,
    times.rule,
    times.conflict
FROM times JOIN pages ON pages.id = times.page_id;

-- Every value of the metadata with the characters it was read from: one row a slice, one without place where the
-- value comes from the uri.
CREATE VIEW reading_list AS
SELECT
    found.page_id,
    found.field,
    found.position,
    found.value,
    found.rule,
    ifnull(item.key, 0) AS evidence,
    ifnull(slice.key, 0) AS slice,
    json_extract(item.value, '$.part') AS part,
    json_extract(slice.value, '$.start') AS start_char,
    json_extract(slice.value, '$.end') AS end_char,
    substr(
        CASE json_extract(item.value, '$.part')
            WHEN 'text' THEN (SELECT pages.text FROM pages WHERE pages.id = found.page_id)
            ELSE (
                SELECT parts.text FROM parts
                WHERE parts.page_id = found.page_id AND parts.name = json_extract(item.value, '$.part')
            )
        END,
        json_extract(slice.value, '$.start') + 1,
        json_extract(slice.value, '$.end') - json_extract(slice.value, '$.start')
    ) AS quote
FROM (
    SELECT page_id, field, position, value, rule, evidence FROM readings
    UNION ALL
    SELECT page_id, 'dateline', 0, ifnull(dateline_place, dateline_outlet), dateline_rule, dateline_evidence
    FROM articles WHERE dateline_rule IS NOT NULL
    UNION ALL
    SELECT page_id, 'published_bound', 0, ifnull(not_before, '..') || '/' || ifnull(not_after, '..'), bound_rule,
        bound_evidence
    FROM articles WHERE bound_rule IS NOT NULL
    UNION ALL
    SELECT page_id, 'completeness', 0, completeness, '', completeness_evidence
    FROM articles WHERE completeness_evidence <> '[]'
    UNION ALL
    SELECT page_id, 'conflict:' || field, position, other, rule, evidence FROM conflicts
) AS found
LEFT JOIN json_each(found.evidence) AS item
LEFT JOIN json_each(item.value, '$.slices') AS slice;

CREATE VIEW fetch_list AS
SELECT page_id, location, url, fetched, digest AS item FROM fetches;

CREATE VIEW failure_list AS
SELECT id AS failure_id, location, code, reason, digest AS item FROM failures;
