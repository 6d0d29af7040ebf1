CREATE TABLE stories (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	reports INTEGER NOT NULL,
	title TEXT,
	first VARCHAR(10),
	last VARCHAR(10),
	revision INTEGER NOT NULL,
	changed BOOLEAN NOT NULL,
	CONSTRAINT pk_stories PRIMARY KEY ("key"),
	CONSTRAINT uq_stories_id UNIQUE (id)
)
-- next
CREATE INDEX ix_stories_changed ON stories ("key") WHERE changed
-- next
CREATE INDEX ix_stories_last ON stories (last)
-- next
CREATE TABLE story_reports (
	report_key INTEGER NOT NULL,
	story_key INTEGER NOT NULL,
	day INTEGER NOT NULL,
	terms BLOB NOT NULL,
	rarities BLOB NOT NULL,
	CONSTRAINT pk_story_reports PRIMARY KEY (report_key),
	CONSTRAINT fk_story_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_story_reports_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_story_reports_story_key_day_report_key ON story_reports (story_key, day, report_key)
-- next
CREATE TABLE story_terms (
	term BIGINT NOT NULL,
	day INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	CONSTRAINT pk_story_terms PRIMARY KEY (term, day, report_key)
)
 WITHOUT ROWID
-- next
CREATE TABLE story_frequencies (
	term BIGINT NOT NULL,
	reports INTEGER NOT NULL,
	CONSTRAINT pk_story_frequencies PRIMARY KEY (term)
)
 WITHOUT ROWID
-- next
CREATE TABLE story_drafts (
	report_key INTEGER NOT NULL,
	draft INTEGER NOT NULL,
	CONSTRAINT pk_story_drafts PRIMARY KEY (report_key)
)
 WITHOUT ROWID
-- next
CREATE TABLE story_ledger (
	"key" INTEGER NOT NULL,
	story VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	other VARCHAR,
	at VARCHAR NOT NULL,
	because VARCHAR NOT NULL,
	CONSTRAINT pk_story_ledger PRIMARY KEY ("key")
)
-- next
CREATE INDEX ix_story_ledger_other ON story_ledger (other)
-- next
CREATE INDEX ix_story_ledger_story ON story_ledger (story)
-- next
CREATE TABLE group_ledger (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	change VARCHAR NOT NULL,
	other VARCHAR,
	at VARCHAR NOT NULL,
	CONSTRAINT pk_group_ledger PRIMARY KEY ("key")
)
-- next
CREATE INDEX ix_group_ledger_id ON group_ledger (id)
-- next
CREATE TABLE matters (
	"key" INTEGER NOT NULL,
	story_key INTEGER,
	id VARCHAR NOT NULL,
	label TEXT NOT NULL,
	statements INTEGER NOT NULL,
	reports INTEGER NOT NULL,
	outlets INTEGER NOT NULL,
	at_least INTEGER NOT NULL,
	at_most INTEGER NOT NULL,
	echoes INTEGER NOT NULL,
	CONSTRAINT pk_matters PRIMARY KEY ("key"),
	CONSTRAINT fk_matters_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE SET NULL,
	CONSTRAINT uq_matters_id UNIQUE (id)
)
-- next
CREATE INDEX ix_matters_story_key ON matters (story_key)
-- next
CREATE TABLE quote_groups (
	"key" INTEGER NOT NULL,
	story_key INTEGER,
	id VARCHAR NOT NULL,
	words TEXT NOT NULL,
	speakers TEXT NOT NULL,
	variants INTEGER NOT NULL,
	reports INTEGER NOT NULL,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_quote_groups PRIMARY KEY ("key"),
	CONSTRAINT fk_quote_groups_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE SET NULL,
	CONSTRAINT uq_quote_groups_id UNIQUE (id)
)
-- next
CREATE INDEX ix_quote_groups_story_key ON quote_groups (story_key)
-- next
CREATE TABLE travels (
	story_key INTEGER NOT NULL,
	version INTEGER NOT NULL,
	at VARCHAR NOT NULL,
	reports INTEGER NOT NULL,
	attached INTEGER NOT NULL,
	outlets INTEGER NOT NULL,
	matters INTEGER NOT NULL,
	quotes INTEGER NOT NULL,
	contradictions INTEGER NOT NULL,
	mismatches INTEGER NOT NULL,
	record BLOB NOT NULL,
	record_sha256 VARCHAR(64) NOT NULL,
	CONSTRAINT pk_travels PRIMARY KEY (story_key),
	CONSTRAINT fk_travels_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE CASCADE
)
-- next
CREATE TABLE occasions (
	matter_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	description TEXT NOT NULL,
	date VARCHAR,
	carried_by TEXT NOT NULL,
	evidence TEXT NOT NULL,
	CONSTRAINT pk_occasions PRIMARY KEY (matter_key, position),
	CONSTRAINT fk_occasions_matter_key FOREIGN KEY(matter_key) REFERENCES matters ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE TABLE lineage (
	"key" INTEGER NOT NULL,
	story_key INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	target_key INTEGER,
	target TEXT NOT NULL,
	known BOOLEAN NOT NULL,
	about VARCHAR,
	ordered BOOLEAN NOT NULL,
	share FLOAT,
	target_share FLOAT,
	substitutions INTEGER NOT NULL,
	cuts INTEGER NOT NULL,
	insertions INTEGER NOT NULL,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_lineage PRIMARY KEY ("key"),
	CONSTRAINT fk_lineage_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE CASCADE,
	CONSTRAINT fk_lineage_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_lineage_target_key FOREIGN KEY(target_key) REFERENCES reports ("key") ON DELETE SET NULL
)
-- next
CREATE INDEX ix_lineage_report_key ON lineage (report_key)
-- next
CREATE INDEX ix_lineage_story_key ON lineage (story_key)
-- next
CREATE INDEX ix_lineage_target_key ON lineage (target_key)
-- next
CREATE TABLE lineage_evidence (
	lineage_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	report VARCHAR NOT NULL,
	spans VARCHAR NOT NULL,
	words TEXT NOT NULL,
	CONSTRAINT pk_lineage_evidence PRIMARY KEY (lineage_key, position),
	CONSTRAINT fk_lineage_evidence_lineage_key FOREIGN KEY(lineage_key) REFERENCES lineage ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE TABLE matter_statements (
	matter_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	statement_key INTEGER NOT NULL,
	echo BOOLEAN NOT NULL,
	CONSTRAINT pk_matter_statements PRIMARY KEY (matter_key, position),
	CONSTRAINT fk_matter_statements_matter_key FOREIGN KEY(matter_key) REFERENCES matters ("key") ON DELETE CASCADE,
	CONSTRAINT fk_matter_statements_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_matter_statements_statement_key ON matter_statements (statement_key)
-- next
CREATE TABLE mismatches (
	"key" INTEGER NOT NULL,
	story_key INTEGER NOT NULL,
	statement_key INTEGER NOT NULL,
	source_key INTEGER NOT NULL,
	named TEXT NOT NULL,
	named_spans VARCHAR NOT NULL,
	a_start INTEGER NOT NULL,
	a_end INTEGER NOT NULL,
	b_start INTEGER NOT NULL,
	b_end INTEGER NOT NULL,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_mismatches PRIMARY KEY ("key"),
	CONSTRAINT fk_mismatches_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE CASCADE,
	CONSTRAINT fk_mismatches_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE,
	CONSTRAINT fk_mismatches_source_key FOREIGN KEY(source_key) REFERENCES statements ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_mismatches_source_key ON mismatches (source_key)
-- next
CREATE INDEX ix_mismatches_statement_key ON mismatches (statement_key)
-- next
CREATE INDEX ix_mismatches_story_key ON mismatches (story_key)
-- next
CREATE TABLE quote_variants (
	group_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	statement_key INTEGER,
	speaker TEXT,
	spans VARCHAR NOT NULL,
	words TEXT NOT NULL,
	edits INTEGER NOT NULL,
	CONSTRAINT pk_quote_variants PRIMARY KEY (group_key, position),
	CONSTRAINT fk_quote_variants_group_key FOREIGN KEY(group_key) REFERENCES quote_groups ("key") ON DELETE CASCADE,
	CONSTRAINT fk_quote_variants_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_quote_variants_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE SET NULL
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_quote_variants_report_key ON quote_variants (report_key)
-- next
CREATE INDEX ix_quote_variants_statement_key ON quote_variants (statement_key)
-- next
CREATE TABLE relations (
	"key" INTEGER NOT NULL,
	story_key INTEGER NOT NULL,
	matter_key INTEGER,
	a_key INTEGER NOT NULL,
	b_key INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	a_start INTEGER NOT NULL,
	a_end INTEGER NOT NULL,
	b_start INTEGER NOT NULL,
	b_end INTEGER NOT NULL,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_relations PRIMARY KEY ("key"),
	CONSTRAINT fk_relations_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE CASCADE,
	CONSTRAINT fk_relations_matter_key FOREIGN KEY(matter_key) REFERENCES matters ("key") ON DELETE SET NULL,
	CONSTRAINT fk_relations_a_key FOREIGN KEY(a_key) REFERENCES statements ("key") ON DELETE CASCADE,
	CONSTRAINT fk_relations_b_key FOREIGN KEY(b_key) REFERENCES statements ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_relations_a_key ON relations (a_key)
-- next
CREATE INDEX ix_relations_b_key ON relations (b_key)
-- next
CREATE INDEX ix_relations_kind ON relations (kind)
-- next
CREATE INDEX ix_relations_matter_key ON relations (matter_key)
-- next
CREATE INDEX ix_relations_story_key ON relations (story_key)
-- next
CREATE TABLE differences (
	relation_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	slot VARCHAR NOT NULL,
	a_value TEXT NOT NULL,
	b_value TEXT NOT NULL,
	a_spans VARCHAR NOT NULL,
	b_spans VARCHAR NOT NULL,
	a_words TEXT NOT NULL,
	b_words TEXT NOT NULL,
	CONSTRAINT pk_differences PRIMARY KEY (relation_key, position),
	CONSTRAINT fk_differences_relation_key FOREIGN KEY(relation_key) REFERENCES relations ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE TABLE mismatch_differences (
	mismatch_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	slot VARCHAR NOT NULL,
	a_value TEXT NOT NULL,
	b_value TEXT NOT NULL,
	a_spans VARCHAR NOT NULL,
	b_spans VARCHAR NOT NULL,
	a_words TEXT NOT NULL,
	b_words TEXT NOT NULL,
	CONSTRAINT pk_mismatch_differences PRIMARY KEY (mismatch_key, position),
	CONSTRAINT fk_mismatch_differences_mismatch_key FOREIGN KEY(mismatch_key) REFERENCES mismatches ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE VIEW "relations_flat" AS
SELECT
    o."kind" AS "kind",
    d."slot" AS "slot",
    d."a_value" AS "a_value",
    d."b_value" AS "b_value",
    d."a_words" AS "a_words",
    d."b_words" AS "b_words",
    d."a_spans" AS "a_slot_spans",
    d."b_spans" AS "b_slot_spans",
    sa.id AS "a",
    ra.outlet AS "a_outlet",
    ra.published AS "a_published",
    sa.chain AS "a_chain",
    substr(ra.text, o."a_start" + 1, o."a_end" - o."a_start") AS "a_sentence",
    sa.content AS "a_content",
    ra.id AS "a_report",
    ra.title AS "a_title",
    ra.url AS "a_url",
    sa.spans AS "a_spans",
    sb.id AS "b",
    rb.outlet AS "b_outlet",
    rb.published AS "b_published",
    sb.chain AS "b_chain",
    substr(rb.text, o."b_start" + 1, o."b_end" - o."b_start") AS "b_sentence",
    sb.content AS "b_content",
    rb.id AS "b_report",
    rb.title AS "b_title",
    rb.url AS "b_url",
    sb.spans AS "b_spans",
    m.id AS "matter",
    z.id AS "story",
    z.title AS "story_title",
    o."score" AS "score",
    o."by" AS "by",
    o.key AS "key"
FROM relations AS o
JOIN stories AS z ON z.key = o.story_key
JOIN statements AS sa ON sa.key = o.a_key
JOIN reports AS ra ON ra.key = sa.report_key
JOIN statements AS sb ON sb.key = o.b_key
JOIN reports AS rb ON rb.key = sb.report_key
LEFT JOIN differences AS d ON d.relation_key = o.key
LEFT JOIN matters AS m ON m.key = o.matter_key
-- next
CREATE VIEW "mismatches_flat" AS
SELECT
    d."slot" AS "slot",
    d."a_value" AS "a_value",
    d."b_value" AS "b_value",
    d."a_words" AS "a_words",
    d."b_words" AS "b_words",
    d."a_spans" AS "a_slot_spans",
    d."b_spans" AS "b_slot_spans",
    sa.id AS "a",
    ra.outlet AS "a_outlet",
    ra.published AS "a_published",
    sa.chain AS "a_chain",
    substr(ra.text, o."a_start" + 1, o."a_end" - o."a_start") AS "a_sentence",
    sa.content AS "a_content",
    ra.id AS "a_report",
    ra.title AS "a_title",
    ra.url AS "a_url",
    sa.spans AS "a_spans",
    sb.id AS "b",
    rb.outlet AS "b_outlet",
    rb.published AS "b_published",
    sb.chain AS "b_chain",
    substr(rb.text, o."b_start" + 1, o."b_end" - o."b_start") AS "b_sentence",
    sb.content AS "b_content",
    rb.id AS "b_report",
    rb.title AS "b_title",
    rb.url AS "b_url",
    sb.spans AS "b_spans",
    o."named" AS "named",
    o."named_spans" AS "named_spans",
    z.id AS "story",
    z.title AS "story_title",
    o."score" AS "score",
    o."by" AS "by",
    o.key AS "key"
FROM mismatches AS o
JOIN stories AS z ON z.key = o.story_key
JOIN statements AS sa ON sa.key = o.source_key
JOIN reports AS ra ON ra.key = sa.report_key
JOIN statements AS sb ON sb.key = o.statement_key
JOIN reports AS rb ON rb.key = sb.report_key
LEFT JOIN mismatch_differences AS d ON d.mismatch_key = o.key
-- next
CREATE VIEW "lineage_flat" AS
SELECT
    o."kind" AS "kind",
    r.id AS "report",
    r.outlet AS "outlet",
    r.title AS "title",
    r.published AS "published",
    coalesce(t.outlet, o.target) AS "source",
    t.id AS "source_report",
    t.outlet AS "source_outlet",
    t.title AS "source_title",
    t.published AS "source_published",
    o."known" AS "known",
    o."about" AS "about",
    o."ordered" AS "ordered",
    o."share" AS "share",
    o."target_share" AS "target_share",
    o."substitutions" AS "substitutions",
    o."cuts" AS "cuts",
    o."insertions" AS "insertions",
    (SELECT group_concat(words, ' | ') FROM (SELECT e.words FROM lineage_evidence AS e WHERE e.lineage_key = o.key AND e.report = r.id ORDER BY e.position) AS listed) AS "words",
    (SELECT group_concat(words, ' | ') FROM (SELECT e.words FROM lineage_evidence AS e WHERE e.lineage_key = o.key AND e.report <> r.id ORDER BY e.position) AS listed) AS "source_words",
    z.id AS "story",
    z.title AS "story_title",
    o."score" AS "score",
    o."by" AS "by",
    o.key AS "key"
FROM lineage AS o
JOIN stories AS z ON z.key = o.story_key
JOIN reports AS r ON r.key = o.report_key
LEFT JOIN reports AS t ON t.key = o.target_key
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
    g.key AS "key"
FROM quote_variants AS o
JOIN quote_groups AS g ON g.key = o.group_key
LEFT JOIN stories AS z ON z.key = g.story_key
JOIN reports AS r ON r.key = o.report_key
LEFT JOIN statements AS s ON s.key = o.statement_key
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
    (SELECT group_concat(description, '; ') FROM (SELECT description FROM occasions AS c WHERE c.matter_key = o.key ORDER BY c.position) AS listed) AS "occasions",
    (SELECT count(*) FROM relations AS x WHERE x.matter_key = o.key AND x.kind = 'contradicts') AS "contradictions",
    z.id AS "story",
    z.title AS "story_title",
    o.key AS "key"
FROM matters AS o
LEFT JOIN stories AS z ON z.key = o.story_key
