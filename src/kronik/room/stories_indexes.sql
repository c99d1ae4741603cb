CREATE INDEX seat_by_cluster ON seat (cluster, page_id);
CREATE INDEX member_by_article ON member (article);
CREATE UNIQUE INDEX story_by_name ON story (name);
