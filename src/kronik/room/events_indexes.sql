CREATE INDEX event_by_name ON event (name);
CREATE INDEX telling_by_report ON telling (report);
CREATE TABLE event_day AS
SELECT DISTINCT r.day, r.outlet, t.event FROM telling AS t JOIN side.report AS r ON r.place = t.report;
CREATE TABLE story_events AS
SELECT m.story, count(DISTINCT t.event) AS events
FROM told.member AS m JOIN side.report AS r ON r.article = m.article JOIN telling AS t ON t.report = r.place
GROUP BY m.story;
