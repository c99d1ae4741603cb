-- The chronicle, format 2. Words are those of docs/glossary.md; offsets are half-open code points of the named part.
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
    number_in_outlet TEXT,
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
    no_grammar INTEGER NOT NULL,
    prose TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_day ON articles (published, page_id);
CREATE INDEX articles_by_number ON articles (number_in_outlet);
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

-- Mentions of places. The unit's columns are empty where it cannot be told which one is meant.
CREATE TABLE places (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    slices TEXT NOT NULL,
    country TEXT,
    province TEXT,
    regency TEXT,
    locality TEXT,
    code TEXT,
    latitude REAL,
    longitude REAL,
    level TEXT,
    known INTEGER NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE actors (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    country_rule TEXT,
    sector_rule TEXT,
    known TEXT,
    protection TEXT,
    titles TEXT NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_by_id ON actors (id);
CREATE INDEX actors_by_name ON actors (name COLLATE NOCASE);

CREATE TABLE mentions (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    slices TEXT NOT NULL,
    form TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT NOT NULL,
    denies INTEGER NOT NULL,
    rule TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_by_id ON statements (id);

CREATE TABLE statement_speakers (
    page_id TEXT NOT NULL REFERENCES pages (id),
    statement_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    PRIMARY KEY (page_id, statement_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    triggers TEXT NOT NULL,
    date TEXT,
    earliest TEXT,
    latest TEXT,
    date_evidence TEXT NOT NULL,
    date_rule TEXT,
    place TEXT NOT NULL,
    country TEXT,
    province TEXT,
    regency TEXT,
    locality TEXT,
    code TEXT,
    latitude REAL,
    longitude REAL,
    level TEXT,
    known INTEGER NOT NULL,
    place_rule TEXT,
    status TEXT NOT NULL,
    passage TEXT NOT NULL,
    rule TEXT NOT NULL,
    score REAL NOT NULL,
    parts TEXT NOT NULL,
    PRIMARY KEY (page_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_by_id ON reports (id);
CREATE INDEX reports_by_day ON reports (earliest, id);
CREATE INDEX reports_by_type ON reports (type, id);

-- role is actor, recipient, claimed_by or denied_by; rule is empty for the last two.
CREATE TABLE report_roles (
    page_id TEXT NOT NULL REFERENCES pages (id),
    report_id TEXT NOT NULL,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (page_id, report_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_roles_by_actor ON report_roles (actor_id, report_id);

CREATE TABLE figures (
    page_id TEXT NOT NULL REFERENCES pages (id),
    report_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    side TEXT,
    counted_by TEXT,
    as_of TEXT,
    cumulative INTEGER NOT NULL,
    victims TEXT,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    slices TEXT NOT NULL,
    PRIMARY KEY (page_id, report_id, position)
) STRICT, WITHOUT ROWID;

-- Words that could have told an event, and why they became no report.
CREATE TABLE dropped (
    page_id TEXT NOT NULL REFERENCES pages (id),
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    slices TEXT NOT NULL,
    reason TEXT NOT NULL,
    score REAL NOT NULL,
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

-- The pages of one article, which are those of one uri or of one number of its outlet, in order: by publication
-- day, last fetch, id. The latest counts in figures. A part of an article of several pages has its number behind a
-- "#": its revisions are its own, and the first part that is there counts for all of them.
CREATE VIEW revision_list AS
SELECT
    page_id,
    uri,
    article,
    row_number() OVER newest_first = 1 AS latest,
    row_number() OVER oldest_first AS revision
FROM (
    SELECT
        pages.id AS page_id,
        pages.uri AS uri,
        ifnull(articles.number_in_outlet, pages.uri) AS article,
        CASE WHEN instr(articles.number_in_outlet, '#')
            THEN substr(articles.number_in_outlet, 1, instr(articles.number_in_outlet, '#') - 1)
            ELSE ifnull(articles.number_in_outlet, pages.uri)
        END AS whole,
        CASE WHEN instr(articles.number_in_outlet, '#')
            THEN CAST(substr(articles.number_in_outlet, instr(articles.number_in_outlet, '#') + 1) AS INTEGER)
            ELSE 1
        END AS part,
        ifnull(articles.published, '') AS published,
        ifnull((SELECT max(fetches.fetched) FROM fetches WHERE fetches.page_id = pages.id), '') AS fetched
    FROM pages JOIN articles ON articles.page_id = pages.id
)
WINDOW
    newest_first AS (PARTITION BY whole ORDER BY part, published DESC, fetched DESC, page_id DESC),
    oldest_first AS (PARTITION BY article ORDER BY published, fetched, page_id);

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
    CASE articles.no_grammar
        WHEN 0 THEN (SELECT count(*) FROM statements WHERE statements.page_id = articles.page_id)
    END AS statements,
    CASE articles.no_grammar
        WHEN 0 THEN (SELECT count(*) FROM reports WHERE reports.page_id = articles.page_id)
    END AS reports,
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

CREATE VIEW place_list AS
SELECT
    places.page_id,
    places.position,
    places.id AS place_id,
    places.start_char,
    places.end_char,
    substr(pages.text, places.start_char + 1, places.end_char - places.start_char) AS quote,
    places.country,
    places.province,
    places.regency,
    places.locality,
    places.code,
    places.latitude,
    places.longitude,
    places.level,
    places.rule
FROM places JOIN pages ON pages.id = places.page_id;

-- name is masked where the page protects its bearer; the actors table and the mentions hold it.
CREATE VIEW actor_list AS
SELECT
    actors.page_id,
    actors.position,
    actors.id AS actor_id,
    CASE WHEN actors.protection IS NULL THEN actors.name ELSE '[' || actors.protection || ']' END AS name,
    actors.kind,
    actors.country,
    actors.sector,
    actors.country_rule,
    actors.sector_rule,
    actors.known,
    actors.protection,
    (SELECT count(*) FROM mentions WHERE mentions.page_id = actors.page_id AND mentions.actor_id = actors.id) AS mentions
FROM actors;

CREATE VIEW mention_list AS
SELECT
    mentions.page_id,
    mentions.position,
    mentions.actor_id,
    mentions.start_char,
    mentions.end_char,
    CASE
        WHEN actors.protection IS NULL OR mentions.form = 'pronoun'
        THEN substr(pages.text, mentions.start_char + 1, mentions.end_char - mentions.start_char)
    END AS quote,
    mentions.form,
    mentions.rule
FROM mentions
JOIN pages ON pages.id = mentions.page_id
JOIN actors ON actors.page_id = mentions.page_id AND actors.id = mentions.actor_id;

-- content is joined from its slices with [...] between them.
CREATE VIEW statement_list AS
SELECT
    statements.page_id,
    statements.position,
    statements.id AS statement_id,
    (
        SELECT group_concat(name, '; ') FROM (
            SELECT actor_list.name AS name
            FROM statement_speakers
            JOIN actor_list
                ON actor_list.page_id = statement_speakers.page_id AND actor_list.actor_id = statement_speakers.actor_id
            WHERE statement_speakers.page_id = statements.page_id AND statement_speakers.statement_id = statements.id
            ORDER BY statement_speakers.position
        )
    ) AS speakers,
    statements.kind,
    substr(
        pages.text,
        json_extract(statements.cue, '$[0].slices[0].start') + 1,
        json_extract(statements.cue, '$[0].slices[0].end') - json_extract(statements.cue, '$[0].slices[0].start')
    ) AS cue,
    (
        SELECT group_concat(quote, ' [...] ') FROM (
            SELECT
                substr(
                    pages.text,
                    json_extract(slice.value, '$.start') + 1,
                    json_extract(slice.value, '$.end') - json_extract(slice.value, '$.start')
                ) AS quote
            FROM json_each(statements.content) AS item, json_each(item.value, '$.slices') AS slice
            ORDER BY json_extract(slice.value, '$.start')
        )
    ) AS content,
    substr(
        pages.text,
        json_extract(statements.source, '$[0].slices[0].start') + 1,
        json_extract(statements.source, '$[0].slices[0].end') - json_extract(statements.source, '$[0].slices[0].start')
    ) AS via,
    statements.denies,
    json_extract(statements.content, '$[0].slices[0].start') AS start_char,
    json_extract(statements.content, '$[0].slices[0].end') AS end_char,
    statements.rule,
    statements.score
FROM statements JOIN pages ON pages.id = statements.page_id;

-- Names of a role in their order, masked where they must be; the trigger is that of the first telling.
CREATE VIEW report_list AS
SELECT
    reports.page_id,
    reports.position,
    reports.id AS report_id,
    reports.type,
    reports.mode,
    (SELECT group_concat(role_list.name, '; ') FROM role_list
     WHERE role_list.page_id = reports.page_id AND role_list.report_id = reports.id AND role_list.role = 'actor') AS actors,
    (SELECT group_concat(role_list.name, '; ') FROM role_list
     WHERE role_list.page_id = reports.page_id AND role_list.report_id = reports.id AND role_list.role = 'recipient')
        AS recipients,
    substr(
        pages.text,
        json_extract(reports.triggers, '$[0].slices[0].start') + 1,
        json_extract(reports.triggers, '$[0].slices[0].end') - json_extract(reports.triggers, '$[0].slices[0].start')
    ) AS trigger_quote,
    json_array_length(reports.triggers) AS tellings,
    reports.date,
    reports.earliest,
    reports.latest,
    reports.date_rule,
    substr(
        pages.text,
        json_extract(reports.place, '$[0].slices[0].start') + 1,
        json_extract(reports.place, '$[0].slices[0].end') - json_extract(reports.place, '$[0].slices[0].start')
    ) AS place,
    reports.country,
    reports.province,
    reports.regency,
    reports.locality,
    reports.code,
    reports.latitude,
    reports.longitude,
    reports.level,
    reports.place_rule,
    reports.status,
    (SELECT group_concat(role_list.name, '; ') FROM role_list
     WHERE role_list.page_id = reports.page_id AND role_list.report_id = reports.id AND role_list.role = 'claimed_by')
        AS claimed_by,
    (SELECT group_concat(role_list.name, '; ') FROM role_list
     WHERE role_list.page_id = reports.page_id AND role_list.report_id = reports.id AND role_list.role = 'denied_by')
        AS denied_by,
    reports.passage,
    json_extract(reports.triggers, '$[0].slices[0].start') AS start_char,
    json_extract(reports.triggers, '$[0].slices[0].end') AS end_char,
    reports.rule,
    reports.score
FROM reports JOIN pages ON pages.id = reports.page_id;

CREATE VIEW role_list AS
SELECT
    report_roles.page_id,
    report_roles.report_id,
    report_roles.role,
    report_roles.position,
    report_roles.actor_id,
    actor_list.name,
    actor_list.kind,
    actor_list.country,
    actor_list.sector,
    report_roles.rule
FROM report_roles
JOIN actor_list ON actor_list.page_id = report_roles.page_id AND actor_list.actor_id = report_roles.actor_id;

CREATE VIEW figure_list AS
SELECT
    figures.page_id,
    figures.report_id,
    figures.position,
    figures.kind,
    figures.value,
    figures.unit,
    figures.side,
    figures.counted_by,
    figures.as_of,
    figures.cumulative,
    figures.victims,
    figures.start_char,
    figures.end_char,
    substr(pages.text, figures.start_char + 1, figures.end_char - figures.start_char) AS quote
FROM figures JOIN pages ON pages.id = figures.page_id;
