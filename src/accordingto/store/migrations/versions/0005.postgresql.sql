ALTER TABLE travels ADD COLUMN regrouped BYTEA
-- next
ALTER TABLE matters ADD COLUMN decided TEXT
-- next
ALTER TABLE quote_groups ADD COLUMN decided TEXT
-- next
CREATE INDEX ix_travels_regrouped ON travels (story_key) WHERE regrouped IS NOT NULL
-- next
DROP VIEW "quotes_flat"
-- next
CREATE VIEW "quotes_flat" AS
SELECT
    g.id AS "quote",
    g.words AS "utterance",
    o."position" AS "position",
    o."words" AS "words",
    o."speaker" AS "speaker",
    o."edits" AS "edits",
    s.id AS "statement",
    r.id AS "report",
    r.outlet AS "outlet",
    r.title AS "title",
    r.published AS "published",
    o."spans" AS "spans",
    g."variants" AS "variants",
    g."reports" AS "reports",
    g."speakers" AS "speakers",
    z.id AS "story",
    z.title AS "story_title",
    g."score" AS "score",
    g."by" AS "by",
    g."decided" AS "decided",
    g.key AS "key"
FROM quote_variants AS o
JOIN quote_groups AS g ON g.key = o.group_key
LEFT JOIN stories AS z ON z.key = g.story_key
JOIN reports AS r ON r.key = o.report_key
LEFT JOIN statements AS s ON s.key = o.statement_key
-- next
DROP VIEW "matters_flat"
-- next
CREATE VIEW "matters_flat" AS
SELECT
    o."id" AS "id",
    o."label" AS "label",
    o."outlets" AS "outlets",
    o."at_least" AS "at_least",
    o."at_most" AS "at_most",
    o."echoes" AS "echoes",
    o."reports" AS "reports",
    o."statements" AS "statements",
    (SELECT string_agg(description, '; ') FROM (SELECT description FROM occasions AS c WHERE c.matter_key = o.key ORDER BY c.position) AS listed) AS "occasions",
    (SELECT count(*) FROM relations AS x WHERE x.matter_key = o.key AND x.kind = 'contradicts') AS "contradictions",
    o."decided" AS "decided",
    z.id AS "story",
    z.title AS "story_title",
    o.key AS "key"
FROM matters AS o
LEFT JOIN stories AS z ON z.key = o.story_key
-- next
UPDATE stories SET changed = TRUE WHERE EXISTS (
    SELECT 1 FROM matters AS m JOIN group_reviews AS g ON g.kind = 'matters' AND strpos(g.ids, m.id) > 0 WHERE m.story_key = stories.key
) OR EXISTS (
    SELECT 1 FROM quote_groups AS m JOIN group_reviews AS g ON g.kind = 'quotes' AND strpos(g.ids, m.id) > 0 WHERE m.story_key = stories.key
)
