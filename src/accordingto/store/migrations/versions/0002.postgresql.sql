CREATE TABLE stories (
	key BIGSERIAL NOT NULL,
	id VARCHAR NOT NULL,
	reports INTEGER NOT NULL,
	title TEXT,
	first VARCHAR(10),
	last VARCHAR(10),
	terms BYTEA NOT NULL,
	revision INTEGER NOT NULL,
	changed BOOLEAN NOT NULL,
	CONSTRAINT pk_stories PRIMARY KEY (key),
	CONSTRAINT uq_stories_id UNIQUE (id)
)
-- next
CREATE INDEX ix_stories_changed ON stories (key) WHERE changed
-- next
CREATE INDEX ix_stories_last ON stories (last)
-- next
CREATE TABLE story_reports (
	report_key BIGINT NOT NULL,
	story_key BIGINT NOT NULL,
	day INTEGER NOT NULL,
	terms BYTEA NOT NULL,
	listed BOOLEAN NOT NULL,
	CONSTRAINT pk_story_reports PRIMARY KEY (report_key),
	CONSTRAINT fk_story_reports_report_key FOREIGN KEY(report_key) REFERENCES reports (key) ON DELETE CASCADE,
	CONSTRAINT fk_story_reports_story_key FOREIGN KEY(story_key) REFERENCES stories (key) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_story_reports_story_key ON story_reports (story_key)
-- next
CREATE TABLE story_terms (
	term BIGINT NOT NULL,
	day INTEGER NOT NULL,
	report_key BIGINT NOT NULL,
	CONSTRAINT pk_story_terms PRIMARY KEY (term, day, report_key)
)
-- next
CREATE TABLE story_frequencies (
	term BIGINT NOT NULL,
	reports INTEGER NOT NULL,
	CONSTRAINT pk_story_frequencies PRIMARY KEY (term)
)
-- next
CREATE TABLE story_drafts (
	report_key BIGINT NOT NULL,
	draft BIGINT NOT NULL,
	place INTEGER NOT NULL,
	CONSTRAINT pk_story_drafts PRIMARY KEY (report_key)
)
-- next
CREATE TABLE story_ledger (
	key BIGSERIAL NOT NULL,
	story VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	other VARCHAR,
	at VARCHAR NOT NULL,
	because VARCHAR NOT NULL,
	CONSTRAINT pk_story_ledger PRIMARY KEY (key)
)
-- next
CREATE INDEX ix_story_ledger_other ON story_ledger (other)
-- next
CREATE INDEX ix_story_ledger_story ON story_ledger (story)
