-- Laid over the side tables when they are full: that is faster than keeping them in order row by row.
CREATE UNIQUE INDEX article_by_page ON article (page_id);
CREATE UNIQUE INDEX article_by_number ON article (number);
CREATE INDEX article_by_chain ON article (chain, revision);
CREATE INDEX article_facets ON article (day, outlet, language, kind, completeness, latest, reports);
CREATE INDEX statement_facets ON statement (day, outlet, kind, denies, via IS NOT NULL);
CREATE INDEX statement_by_article ON statement (article);
CREATE INDEX statement_by_id ON statement (statement_id);
CREATE INDEX report_by_id ON report (report_id);
CREATE INDEX report_facets ON report (type, mode, status, outlet, day, country, province, regency, code, current);
CREATE INDEX report_by_article ON report (article);
CREATE INDEX report_by_code ON report (code);
CREATE UNIQUE INDEX identity_by_key ON identity (key);
CREATE INDEX identity_by_rank ON identity (articles DESC, name, id);
CREATE INDEX taking_by_report ON taking (report, role, identity);
INSERT INTO statement_words (statement_words) VALUES ('rebuild');
ANALYZE;

-- What the overview shows, counted once.
CREATE TABLE daily AS
SELECT day, outlet, count(*) AS articles, sum(reports) AS reports FROM article WHERE latest GROUP BY day, outlet;
CREATE TABLE typed AS
SELECT type, day, outlet, count(*) AS reports FROM report WHERE current GROUP BY type, day, outlet;
CREATE TABLE regional AS
SELECT province, regency, min(substr(code, 1, 5)) AS code, count(*) AS reports FROM report
WHERE current AND regency IS NOT NULL GROUP BY province, regency;
CREATE TABLE placed AS
SELECT country, province, regency, spot IS NOT NULL AS told, count(*) AS reports FROM report WHERE current
GROUP BY 1, 2, 3, 4;
CREATE TABLE total AS
SELECT
    (SELECT count(*) FROM article) AS articles,
    (SELECT count(*) FROM article WHERE latest) AS current,
    (SELECT count(*) FROM article WHERE day IS NULL) AS undated,
    (SELECT count(*) FROM article WHERE completeness IN ('cut', 'partial')) AS cut,
    (SELECT count(*) FROM statement) AS statements,
    (SELECT count(*) FROM report) AS reports,
    (SELECT count(*) FROM report WHERE date IS NULL) AS reports_undated,
    (SELECT count(*) FROM report WHERE country IS NULL AND spot IS NULL) AS reports_placeless,
    (SELECT count(*) FROM identity WHERE kind <> 'group') AS actors,
    (SELECT ifnull(sum(characters), 0) FROM verdict) AS characters,
    (SELECT ifnull(sum(characters), 0) FROM verdict WHERE verdict = 'removed') AS removed,
    (SELECT ifnull(sum(characters), 0) FROM verdict WHERE verdict = 'unsure') AS unsure,
    (SELECT ifnull(sum(failures), 0) FROM failure) AS failures;
