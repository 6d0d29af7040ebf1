ALTER TABLE reviews ADD COLUMN value TEXT
-- next
ALTER TABLE reviews ADD COLUMN record VARCHAR
-- next
ALTER TABLE reviews ADD COLUMN role VARCHAR
-- next
ALTER TABLE reviews ADD COLUMN batch TEXT
-- next
ALTER TABLE reviews ADD COLUMN saw INTEGER
-- next
ALTER TABLE reviews ADD COLUMN conflicts INTEGER
-- next
CREATE INDEX ix_reviews_by ON reviews ("by")
-- next
CREATE TABLE accounts (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	name TEXT NOT NULL,
	role VARCHAR NOT NULL,
	password_hash VARCHAR,
	disabled BOOLEAN NOT NULL,
	created_at VARCHAR NOT NULL,
	CONSTRAINT pk_accounts PRIMARY KEY ("key"),
	CONSTRAINT uq_accounts_digest UNIQUE (digest)
)
-- next
CREATE TABLE tokens (
	"key" INTEGER NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	account_key INTEGER NOT NULL,
	label TEXT NOT NULL,
	role VARCHAR NOT NULL,
	created_at VARCHAR NOT NULL,
	expires_at VARCHAR,
	last_used_day VARCHAR(10),
	revoked_at VARCHAR,
	CONSTRAINT pk_tokens PRIMARY KEY ("key"),
	CONSTRAINT uq_tokens_sha256 UNIQUE (sha256),
	CONSTRAINT fk_tokens_account_key FOREIGN KEY(account_key) REFERENCES accounts ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_tokens_account_key ON tokens (account_key)
-- next
CREATE TABLE sessions (
	"key" INTEGER NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	account_key INTEGER NOT NULL,
	csrf VARCHAR NOT NULL,
	created_at VARCHAR NOT NULL,
	expires_at VARCHAR NOT NULL,
	seen_at VARCHAR NOT NULL,
	CONSTRAINT pk_sessions PRIMARY KEY ("key"),
	CONSTRAINT uq_sessions_sha256 UNIQUE (sha256),
	CONSTRAINT fk_sessions_account_key FOREIGN KEY(account_key) REFERENCES accounts ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_sessions_account_key ON sessions (account_key)
-- next
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at)
-- next
CREATE TABLE audit_log (
	"key" INTEGER NOT NULL,
	at VARCHAR NOT NULL,
	who TEXT NOT NULL,
	via VARCHAR NOT NULL,
	action VARCHAR NOT NULL,
	target TEXT,
	detail TEXT,
	CONSTRAINT pk_audit_log PRIMARY KEY ("key")
)
-- next
CREATE INDEX ix_audit_log_who ON audit_log (who)
-- next
CREATE TABLE standing_reviews (
	review_key INTEGER NOT NULL,
	CONSTRAINT pk_standing_reviews PRIMARY KEY (review_key),
	CONSTRAINT fk_standing_reviews_review_key FOREIGN KEY(review_key) REFERENCES reviews ("key") ON DELETE CASCADE
)
-- next
CREATE TABLE group_reviews (
	"key" INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	decision VARCHAR NOT NULL,
	ids TEXT NOT NULL,
	members TEXT,
	target VARCHAR,
	"by" TEXT NOT NULL,
	at VARCHAR NOT NULL,
	role VARCHAR,
	note TEXT,
	supersedes INTEGER,
	saw INTEGER,
	conflicts INTEGER,
	CONSTRAINT pk_group_reviews PRIMARY KEY ("key")
)
-- next
CREATE INDEX ix_group_reviews_kind ON group_reviews (kind)
-- next
CREATE TABLE assignments (
	"key" INTEGER NOT NULL,
	batch TEXT NOT NULL,
	report_key INTEGER NOT NULL,
	coder TEXT NOT NULL,
	kind VARCHAR NOT NULL,
	blind BOOLEAN NOT NULL,
	layers TEXT NOT NULL,
	state VARCHAR NOT NULL,
	"by" TEXT NOT NULL,
	at VARCHAR NOT NULL,
	done_at VARCHAR,
	CONSTRAINT pk_assignments PRIMARY KEY ("key"),
	CONSTRAINT uq_assignments_batch_report_key_coder_kind UNIQUE (batch, report_key, coder, kind),
	CONSTRAINT fk_assignments_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_assignments_coder_state ON assignments (coder, state)
-- next
CREATE INDEX ix_assignments_report_key ON assignments (report_key)
-- next
CREATE TABLE review_leases (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	holder TEXT NOT NULL,
	until FLOAT NOT NULL,
	CONSTRAINT pk_review_leases PRIMARY KEY ("key"),
	CONSTRAINT uq_review_leases_digest UNIQUE (digest)
)
-- next
CREATE INDEX ix_review_leases_holder ON review_leases (holder)
-- next
CREATE TABLE audits (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	digest VARCHAR(20) NOT NULL,
	name TEXT NOT NULL,
	at VARCHAR NOT NULL,
	"by" TEXT NOT NULL,
	seed INTEGER NOT NULL,
	record TEXT NOT NULL,
	CONSTRAINT pk_audits PRIMARY KEY ("key"),
	CONSTRAINT uq_audits_id UNIQUE (id),
	CONSTRAINT uq_audits_digest UNIQUE (digest)
)
-- next
CREATE TABLE audit_items (
	audit_key INTEGER NOT NULL,
	ordinal INTEGER NOT NULL,
	layer VARCHAR NOT NULL,
	text_sha256 VARCHAR(64) NOT NULL,
	spans VARCHAR NOT NULL,
	record VARCHAR NOT NULL,
	report VARCHAR NOT NULL,
	CONSTRAINT pk_audit_items PRIMARY KEY (audit_key, ordinal),
	CONSTRAINT fk_audit_items_audit_key FOREIGN KEY(audit_key) REFERENCES audits ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_audit_items_text_sha256_layer ON audit_items (text_sha256, layer)
-- next
CREATE TABLE releases (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	digest VARCHAR(20) NOT NULL,
	name TEXT NOT NULL,
	at VARCHAR NOT NULL,
	"by" TEXT NOT NULL,
	note TEXT,
	record TEXT NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	CONSTRAINT pk_releases PRIMARY KEY ("key"),
	CONSTRAINT uq_releases_id UNIQUE (id),
	CONSTRAINT uq_releases_digest UNIQUE (digest)
)
-- next
CREATE TABLE release_reports (
	release_key INTEGER NOT NULL,
	report VARCHAR NOT NULL,
	text_sha256 VARCHAR(64) NOT NULL,
	record_sha256 VARCHAR(64) NOT NULL,
	reading_sha256 VARCHAR(64),
	CONSTRAINT pk_release_reports PRIMARY KEY (release_key, report),
	CONSTRAINT fk_release_reports_release_key FOREIGN KEY(release_key) REFERENCES releases ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_statements_score_key ON statements (score, "key")
-- next
CREATE INDEX ix_statements_unnamed ON statements ("key") WHERE unnamed
-- next
CREATE INDEX ix_events_score_key ON events (score, "key")
-- next
CREATE INDEX ix_estimates_score_key ON estimates (score, "key")
-- next
CREATE INDEX ix_control_score_key ON control (score, "key")
-- next
CREATE INDEX ix_places_score_key ON places (score, "key")
-- next
INSERT INTO standing_reviews (review_key)
SELECT key FROM reviews
WHERE NOT EXISTS (SELECT 1 FROM reviews AS later WHERE later.supersedes = reviews.key)
