CREATE TABLE actor_names (
	actor VARCHAR NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_actor_names PRIMARY KEY (actor, folded)
)
 WITHOUT ROWID
-- next
CREATE TABLE actors (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	id VARCHAR NOT NULL,
	name TEXT NOT NULL,
	kind VARCHAR NOT NULL,
	country VARCHAR,
	reference TEXT,
	origin TEXT NOT NULL,
	record BLOB NOT NULL,
	CONSTRAINT pk_actors PRIMARY KEY ("key"),
	CONSTRAINT uq_actors_digest UNIQUE (digest)
)
-- next
CREATE INDEX ix_actors_id ON actors (id)
-- next
CREATE TABLE captures (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	size INTEGER NOT NULL,
	media_type VARCHAR NOT NULL,
	compression VARCHAR NOT NULL,
	data BLOB NOT NULL,
	CONSTRAINT pk_captures PRIMARY KEY ("key"),
	CONSTRAINT uq_captures_id UNIQUE (id)
)
-- next
CREATE TABLE cases (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_cases PRIMARY KEY ("key"),
	CONSTRAINT uq_cases_digest UNIQUE (digest)
)
-- next
CREATE TABLE checkpoints (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	source TEXT NOT NULL,
	position TEXT NOT NULL,
	done BOOLEAN NOT NULL,
	CONSTRAINT pk_checkpoints PRIMARY KEY ("key"),
	CONSTRAINT uq_checkpoints_digest UNIQUE (digest)
)
-- next
CREATE TABLE copy_bands (
	band INTEGER NOT NULL,
	text_key INTEGER NOT NULL,
	CONSTRAINT pk_copy_bands PRIMARY KEY (band, text_key)
)
 WITHOUT ROWID
-- next
CREATE TABLE copy_common (
	hash BIGINT NOT NULL,
	anywhere BOOLEAN NOT NULL,
	CONSTRAINT pk_copy_common PRIMARY KEY (hash)
)
 WITHOUT ROWID
-- next
CREATE TABLE copy_sentences (
	hash BIGINT NOT NULL,
	text_key INTEGER NOT NULL,
	CONSTRAINT pk_copy_sentences PRIMARY KEY (hash, text_key)
)
 WITHOUT ROWID
-- next
CREATE TABLE copy_texts (
	"key" INTEGER NOT NULL,
	fingerprint BIGINT NOT NULL,
	words INTEGER NOT NULL,
	sentences BLOB NOT NULL,
	signature BLOB NOT NULL,
	CONSTRAINT pk_copy_texts PRIMARY KEY ("key"),
	CONSTRAINT uq_copy_texts_fingerprint UNIQUE (fingerprint)
)
-- next
CREATE TABLE reviews (
	"key" INTEGER NOT NULL,
	text_sha256 VARCHAR(64) NOT NULL,
	layer VARCHAR NOT NULL,
	spans VARCHAR NOT NULL,
	decision TEXT NOT NULL,
	"by" TEXT NOT NULL,
	at VARCHAR NOT NULL,
	note TEXT,
	supersedes INTEGER,
	CONSTRAINT pk_reviews PRIMARY KEY ("key")
)
-- next
CREATE INDEX ix_reviews_text_sha256_layer ON reviews (text_sha256, layer)
-- next
CREATE TABLE runs (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	version VARCHAR NOT NULL,
	extraction VARCHAR NOT NULL,
	model_sha256 VARCHAR NOT NULL,
	lexicons_sha256 VARCHAR NOT NULL,
	gazetteer_sha256 VARCHAR NOT NULL,
	CONSTRAINT pk_runs PRIMARY KEY ("key"),
	CONSTRAINT uq_runs_id UNIQUE (id)
)
-- next
CREATE TABLE search_settings (
	name VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	CONSTRAINT pk_search_settings PRIMARY KEY (name)
)
 WITHOUT ROWID
-- next
CREATE TABLE tombstones (
	"key" INTEGER NOT NULL,
	digest VARCHAR(64) NOT NULL,
	what VARCHAR NOT NULL,
	at VARCHAR NOT NULL,
	reason TEXT,
	CONSTRAINT pk_tombstones PRIMARY KEY ("key"),
	CONSTRAINT uq_tombstones_digest UNIQUE (digest)
)
-- next
CREATE TABLE vectors (
	"key" INTEGER NOT NULL,
	digest BLOB NOT NULL,
	vector BLOB NOT NULL,
	CONSTRAINT pk_vectors PRIMARY KEY ("key"),
	CONSTRAINT uq_vectors_digest UNIQUE (digest)
)
-- next
CREATE TABLE watch_hosts (
	"key" INTEGER NOT NULL,
	host VARCHAR(253) NOT NULL,
	next_at FLOAT NOT NULL,
	CONSTRAINT pk_watch_hosts PRIMARY KEY ("key"),
	CONSTRAINT uq_watch_hosts_host UNIQUE (host)
)
-- next
CREATE TABLE watch_robots (
	"key" INTEGER NOT NULL,
	origin VARCHAR(300) NOT NULL,
	rules TEXT,
	expires FLOAT NOT NULL,
	failures INTEGER NOT NULL,
	reason TEXT NOT NULL,
	lasting BOOLEAN NOT NULL,
	CONSTRAINT pk_watch_robots PRIMARY KEY ("key"),
	CONSTRAINT uq_watch_robots_origin UNIQUE (origin)
)
-- next
CREATE TABLE works (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	address TEXT NOT NULL,
	CONSTRAINT pk_works PRIMARY KEY ("key"),
	CONSTRAINT uq_works_digest UNIQUE (digest)
)
-- next
CREATE TABLE copy_pairs (
	text_key INTEGER NOT NULL,
	other_key INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	share FLOAT NOT NULL,
	other_share FLOAT NOT NULL,
	sentences INTEGER NOT NULL,
	jaccard FLOAT NOT NULL,
	CONSTRAINT pk_copy_pairs PRIMARY KEY (text_key, other_key),
	CONSTRAINT fk_copy_pairs_text_key FOREIGN KEY(text_key) REFERENCES copy_texts ("key") ON DELETE CASCADE,
	CONSTRAINT fk_copy_pairs_other_key FOREIGN KEY(other_key) REFERENCES copy_texts ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_copy_pairs_other_key ON copy_pairs (other_key)
-- next
CREATE TABLE failures (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	place TEXT NOT NULL,
	error VARCHAR NOT NULL,
	message TEXT NOT NULL,
	capture_key INTEGER,
	at VARCHAR,
	CONSTRAINT pk_failures PRIMARY KEY ("key"),
	CONSTRAINT uq_failures_digest UNIQUE (digest),
	CONSTRAINT fk_failures_capture_key FOREIGN KEY(capture_key) REFERENCES captures ("key") ON DELETE SET NULL
)
-- next
CREATE INDEX ix_failures_capture_key ON failures (capture_key)
-- next
CREATE TABLE sightings (
	"key" INTEGER NOT NULL,
	capture_key INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	place TEXT NOT NULL,
	at VARCHAR,
	url TEXT,
	declared_encoding TEXT,
	headers TEXT,
	hashes TEXT,
	container_key INTEGER,
	CONSTRAINT pk_sightings PRIMARY KEY ("key"),
	CONSTRAINT uq_sightings_capture_key_digest UNIQUE (capture_key, digest),
	CONSTRAINT fk_sightings_capture_key FOREIGN KEY(capture_key) REFERENCES captures ("key") ON DELETE CASCADE,
	CONSTRAINT fk_sightings_container_key FOREIGN KEY(container_key) REFERENCES captures ("key") ON DELETE SET NULL
)
-- next
CREATE TABLE watch_turns (
	"key" INTEGER NOT NULL,
	host_key INTEGER NOT NULL,
	holder VARCHAR NOT NULL,
	until FLOAT NOT NULL,
	CONSTRAINT pk_watch_turns PRIMARY KEY ("key"),
	CONSTRAINT fk_watch_turns_host_key FOREIGN KEY(host_key) REFERENCES watch_hosts ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_watch_turns_host_key ON watch_turns (host_key)
-- next
CREATE TABLE reports (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	capture_key INTEGER NOT NULL,
	sighting_key INTEGER NOT NULL,
	work_key INTEGER,
	edition INTEGER NOT NULL,
	text TEXT NOT NULL,
	text_exact BLOB,
	text_sha256 VARCHAR(64) NOT NULL,
	extraction VARCHAR NOT NULL,
	title TEXT,
	title_from TEXT,
	outlet TEXT,
	outlet_from TEXT,
	url TEXT,
	url_from TEXT,
	published VARCHAR,
	published_from TEXT,
	published_day VARCHAR(10),
	updated VARCHAR,
	updated_from TEXT,
	authors TEXT NOT NULL,
	place TEXT,
	place_from TEXT,
	language VARCHAR,
	direction VARCHAR NOT NULL,
	flags TEXT NOT NULL,
	record BLOB NOT NULL,
	record_sha256 VARCHAR(64) NOT NULL,
	CONSTRAINT pk_reports PRIMARY KEY ("key"),
	CONSTRAINT uq_reports_id UNIQUE (id),
	CONSTRAINT fk_reports_capture_key FOREIGN KEY(capture_key) REFERENCES captures ("key") ON DELETE CASCADE,
	CONSTRAINT fk_reports_sighting_key FOREIGN KEY(sighting_key) REFERENCES sightings ("key") ON DELETE CASCADE,
	CONSTRAINT fk_reports_work_key FOREIGN KEY(work_key) REFERENCES works ("key") ON DELETE SET NULL
)
-- next
CREATE INDEX ix_reports_capture_key ON reports (capture_key)
-- next
CREATE INDEX ix_reports_outlet ON reports (outlet)
-- next
CREATE INDEX ix_reports_published_day ON reports (published_day)
-- next
CREATE INDEX ix_reports_text_sha256 ON reports (text_sha256)
-- next
CREATE INDEX ix_reports_work_key ON reports (work_key)
-- next
CREATE TABLE blocks (
	report_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_blocks PRIMARY KEY (report_key, position),
	CONSTRAINT fk_blocks_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE TABLE case_reports (
	case_key INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	CONSTRAINT pk_case_reports PRIMARY KEY (case_key, report_key),
	CONSTRAINT fk_case_reports_case_key FOREIGN KEY(case_key) REFERENCES cases ("key") ON DELETE CASCADE,
	CONSTRAINT fk_case_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_case_reports_report_key ON case_reports (report_key)
-- next
CREATE TABLE copy_reports (
	report_key INTEGER NOT NULL,
	text_key INTEGER NOT NULL,
	CONSTRAINT pk_copy_reports PRIMARY KEY (report_key),
	CONSTRAINT fk_copy_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_copy_reports_text_key FOREIGN KEY(text_key) REFERENCES copy_texts ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_copy_reports_text_key ON copy_reports (text_key)
-- next
CREATE TABLE entities (
	report_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	name TEXT NOT NULL,
	kind VARCHAR NOT NULL,
	role TEXT,
	abbreviation TEXT,
	mentions INTEGER NOT NULL,
	actor VARCHAR,
	actor_by VARCHAR,
	CONSTRAINT pk_entities PRIMARY KEY (report_key, position),
	CONSTRAINT fk_entities_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_entities_actor ON entities (actor)
-- next
CREATE TABLE indexed_reports (
	report_key INTEGER NOT NULL,
	version INTEGER NOT NULL,
	documents BLOB,
	CONSTRAINT pk_indexed_reports PRIMARY KEY (report_key),
	CONSTRAINT fk_indexed_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
-- next
CREATE TABLE mentions (
	report_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	head TEXT NOT NULL,
	entity INTEGER,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_mentions PRIMARY KEY (report_key, position),
	CONSTRAINT fk_mentions_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE TABLE readings (
	report_key INTEGER NOT NULL,
	run_key INTEGER NOT NULL,
	place TEXT NOT NULL,
	projection INTEGER NOT NULL,
	record BLOB NOT NULL,
	record_sha256 VARCHAR(64) NOT NULL,
	CONSTRAINT pk_readings PRIMARY KEY (report_key),
	CONSTRAINT fk_readings_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_readings_run_key FOREIGN KEY(run_key) REFERENCES runs ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_readings_run_key ON readings (run_key)
-- next
CREATE TABLE report_actors (
	report_key INTEGER NOT NULL,
	actor_key INTEGER NOT NULL,
	CONSTRAINT pk_report_actors PRIMARY KEY (report_key, actor_key),
	CONSTRAINT fk_report_actors_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_report_actors_actor_key FOREIGN KEY(actor_key) REFERENCES actors ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_report_actors_actor_key ON report_actors (actor_key)
-- next
CREATE TABLE report_captures (
	report_key INTEGER NOT NULL,
	capture_key INTEGER NOT NULL,
	sighting_key INTEGER NOT NULL,
	CONSTRAINT pk_report_captures PRIMARY KEY (report_key, capture_key),
	CONSTRAINT fk_report_captures_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_report_captures_capture_key FOREIGN KEY(capture_key) REFERENCES captures ("key") ON DELETE CASCADE,
	CONSTRAINT fk_report_captures_sighting_key FOREIGN KEY(sighting_key) REFERENCES sightings ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_report_captures_capture_key ON report_captures (capture_key)
-- next
CREATE TABLE statements (
	"key" INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	spans VARCHAR NOT NULL,
	content TEXT NOT NULL,
	block VARCHAR,
	form VARCHAR NOT NULL,
	mood VARCHAR NOT NULL,
	chain TEXT NOT NULL,
	voices INTEGER NOT NULL,
	source TEXT,
	source_kind VARCHAR NOT NULL,
	source_actor VARCHAR,
	source_role TEXT,
	unnamed BOOLEAN NOT NULL,
	act VARCHAR NOT NULL,
	factuality VARCHAR NOT NULL,
	said VARCHAR,
	said_start VARCHAR,
	said_end VARCHAR,
	editorial VARCHAR,
	about VARCHAR,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_statements PRIMARY KEY ("key"),
	CONSTRAINT uq_statements_id_report_key UNIQUE (id, report_key),
	CONSTRAINT fk_statements_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_statements_report_key ON statements (report_key)
-- next
CREATE TABLE successions (
	report_key INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	previous_key INTEGER NOT NULL,
	CONSTRAINT pk_successions PRIMARY KEY (report_key, kind),
	CONSTRAINT fk_successions_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_successions_previous_key FOREIGN KEY(previous_key) REFERENCES reports ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_successions_previous_key ON successions (previous_key)
-- next
CREATE TABLE watch_fetches (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	kind VARCHAR NOT NULL,
	address TEXT NOT NULL,
	url TEXT NOT NULL,
	host_key INTEGER NOT NULL,
	state VARCHAR NOT NULL,
	tries INTEGER NOT NULL,
	next_at FLOAT NOT NULL,
	holder VARCHAR,
	until FLOAT NOT NULL,
	etag TEXT,
	last_modified TEXT,
	asked_at FLOAT,
	message TEXT,
	moved_key INTEGER,
	hops INTEGER NOT NULL,
	report_key INTEGER,
	CONSTRAINT pk_watch_fetches PRIMARY KEY ("key"),
	CONSTRAINT uq_watch_fetches_digest UNIQUE (digest),
	CONSTRAINT fk_watch_fetches_host_key FOREIGN KEY(host_key) REFERENCES watch_hosts ("key") ON DELETE CASCADE,
	CONSTRAINT fk_watch_fetches_moved_key FOREIGN KEY(moved_key) REFERENCES watch_fetches ("key") ON DELETE SET NULL,
	CONSTRAINT fk_watch_fetches_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE SET NULL
)
-- next
CREATE INDEX ix_watch_fetches_holder ON watch_fetches (holder)
-- next
CREATE INDEX ix_watch_fetches_host_key_state_next_at ON watch_fetches (host_key, state, next_at)
-- next
CREATE INDEX ix_watch_fetches_host_key_until ON watch_fetches (host_key, until)
-- next
CREATE INDEX ix_watch_fetches_moved_key ON watch_fetches (moved_key)
-- next
CREATE INDEX ix_watch_fetches_report_key ON watch_fetches (report_key)
-- next
CREATE TABLE control (
	"key" INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	statement_key INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	status VARCHAR NOT NULL,
	asserted BOOLEAN NOT NULL,
	aux VARCHAR,
	"trigger" TEXT NOT NULL,
	spans VARCHAR NOT NULL,
	as_of VARCHAR,
	as_of_start VARCHAR,
	as_of_end VARCHAR,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_control PRIMARY KEY ("key"),
	CONSTRAINT uq_control_report_key_id UNIQUE (report_key, id),
	CONSTRAINT fk_control_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_control_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_control_statement_key ON control (statement_key)
-- next
CREATE INDEX ix_control_status ON control (status)
-- next
CREATE TABLE estimates (
	"key" INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	statement_key INTEGER,
	id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	words TEXT NOT NULL,
	spans VARCHAR NOT NULL,
	low FLOAT,
	high FLOAT,
	approximate BOOLEAN NOT NULL,
	unit TEXT NOT NULL,
	what TEXT,
	as_of VARCHAR,
	as_of_start VARCHAR,
	as_of_end VARCHAR,
	part_of VARCHAR,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_estimates PRIMARY KEY ("key"),
	CONSTRAINT uq_estimates_report_key_id UNIQUE (report_key, id),
	CONSTRAINT fk_estimates_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_estimates_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE SET NULL
)
-- next
CREATE INDEX ix_estimates_statement_key ON estimates (statement_key)
-- next
CREATE TABLE events (
	"key" INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	statement_key INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	type VARCHAR NOT NULL,
	mode VARCHAR,
	contexts VARCHAR,
	aux VARCHAR,
	derived BOOLEAN NOT NULL,
	"trigger" TEXT NOT NULL,
	spans VARCHAR NOT NULL,
	time VARCHAR,
	time_start VARCHAR,
	time_end VARCHAR,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_events PRIMARY KEY ("key"),
	CONSTRAINT uq_events_report_key_id UNIQUE (report_key, id),
	CONSTRAINT fk_events_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_events_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_events_statement_key ON events (statement_key)
-- next
CREATE INDEX ix_events_type ON events (type)
-- next
CREATE TABLE links (
	statement_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	name TEXT,
	words TEXT,
	kind VARCHAR NOT NULL,
	role TEXT,
	entity VARCHAR,
	actor VARCHAR,
	unnamed BOOLEAN NOT NULL,
	act VARCHAR NOT NULL,
	factuality VARCHAR NOT NULL,
	evidence VARCHAR NOT NULL,
	rule VARCHAR,
	spans VARCHAR,
	cue TEXT,
	cue_spans VARCHAR,
	addressee TEXT,
	said VARCHAR,
	said_start VARCHAR,
	said_end VARCHAR,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_links PRIMARY KEY (statement_key, position),
	CONSTRAINT fk_links_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE TABLE places (
	"key" INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	statement_key INTEGER,
	id VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	toponym TEXT NOT NULL,
	name TEXT,
	gazetteer_id VARCHAR,
	kind VARCHAR,
	country TEXT,
	admin1 TEXT,
	latitude FLOAT,
	longitude FLOAT,
	centroid BOOLEAN NOT NULL,
	precision VARCHAR,
	viewpoint TEXT,
	relation TEXT,
	demonym BOOLEAN NOT NULL,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_places PRIMARY KEY ("key"),
	CONSTRAINT fk_places_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_places_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE SET NULL
)
-- next
CREATE INDEX ix_places_gazetteer_id ON places (gazetteer_id)
-- next
CREATE INDEX ix_places_report_key ON places (report_key)
-- next
CREATE INDEX ix_places_statement_key ON places (statement_key)
-- next
CREATE TABLE statement_actors (
	statement_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role VARCHAR NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	actor VARCHAR,
	CONSTRAINT pk_statement_actors PRIMARY KEY (statement_key, position),
	CONSTRAINT fk_statement_actors_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_statement_actors_actor ON statement_actors (actor)
-- next
CREATE INDEX ix_statement_actors_folded ON statement_actors (folded)
-- next
CREATE TABLE statement_places (
	statement_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	gazetteer_id VARCHAR,
	country TEXT,
	CONSTRAINT pk_statement_places PRIMARY KEY (statement_key, position),
	CONSTRAINT fk_statement_places_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_statement_places_folded ON statement_places (folded)
-- next
CREATE INDEX ix_statement_places_gazetteer_id ON statement_places (gazetteer_id)
-- next
CREATE TABLE statement_vectors (
	statement_key INTEGER NOT NULL,
	vector_key INTEGER NOT NULL,
	CONSTRAINT pk_statement_vectors PRIMARY KEY (statement_key),
	CONSTRAINT fk_statement_vectors_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE,
	CONSTRAINT fk_statement_vectors_vector_key FOREIGN KEY(vector_key) REFERENCES vectors ("key") ON DELETE CASCADE
)
-- next
CREATE INDEX ix_statement_vectors_vector_key ON statement_vectors (vector_key)
-- next
CREATE TABLE times (
	report_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	statement_key INTEGER,
	words TEXT,
	spans VARCHAR,
	value VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	mod VARCHAR,
	first_day VARCHAR,
	last_day VARCHAR,
	anchor VARCHAR,
	"by" VARCHAR NOT NULL,
	CONSTRAINT pk_times PRIMARY KEY (report_key, position),
	CONSTRAINT fk_times_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_times_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE SET NULL
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_times_statement_key ON times (statement_key)
-- next
CREATE TABLE watch_feeds (
	fetch_key INTEGER NOT NULL,
	root_key INTEGER NOT NULL,
	depth INTEGER NOT NULL,
	kind VARCHAR,
	title TEXT,
	outlet TEXT,
	cases TEXT NOT NULL,
	every FLOAT NOT NULL,
	updated TEXT,
	CONSTRAINT pk_watch_feeds PRIMARY KEY (fetch_key),
	CONSTRAINT fk_watch_feeds_fetch_key FOREIGN KEY(fetch_key) REFERENCES watch_fetches ("key") ON DELETE CASCADE,
	CONSTRAINT fk_watch_feeds_root_key FOREIGN KEY(root_key) REFERENCES watch_fetches ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_watch_feeds_root_key ON watch_feeds (root_key)
-- next
CREATE TABLE watch_finds (
	page_key INTEGER NOT NULL,
	feed_key INTEGER NOT NULL,
	found_at FLOAT NOT NULL,
	title TEXT,
	outlet TEXT,
	published VARCHAR,
	updated VARCHAR,
	CONSTRAINT pk_watch_finds PRIMARY KEY (page_key, feed_key),
	CONSTRAINT fk_watch_finds_page_key FOREIGN KEY(page_key) REFERENCES watch_fetches ("key") ON DELETE CASCADE,
	CONSTRAINT fk_watch_finds_feed_key FOREIGN KEY(feed_key) REFERENCES watch_fetches ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_watch_finds_feed_key ON watch_finds (feed_key)
-- next
CREATE TABLE control_parts (
	control_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role VARCHAR NOT NULL,
	name TEXT NOT NULL,
	words TEXT NOT NULL,
	entity VARCHAR,
	actor VARCHAR,
	place VARCHAR,
	evidence VARCHAR NOT NULL,
	spans VARCHAR,
	CONSTRAINT pk_control_parts PRIMARY KEY (control_key, position),
	CONSTRAINT fk_control_parts_control_key FOREIGN KEY(control_key) REFERENCES control ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_control_parts_actor ON control_parts (actor)
-- next
CREATE TABLE estimate_parts (
	estimate_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role VARCHAR NOT NULL,
	name TEXT NOT NULL,
	words TEXT NOT NULL,
	entity VARCHAR,
	actor VARCHAR,
	place VARCHAR,
	evidence VARCHAR NOT NULL,
	spans VARCHAR,
	CONSTRAINT pk_estimate_parts PRIMARY KEY (estimate_key, position),
	CONSTRAINT fk_estimate_parts_estimate_key FOREIGN KEY(estimate_key) REFERENCES estimates ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_estimate_parts_actor ON estimate_parts (actor)
-- next
CREATE TABLE event_parts (
	event_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role VARCHAR NOT NULL,
	name TEXT NOT NULL,
	words TEXT NOT NULL,
	entity VARCHAR,
	actor VARCHAR,
	place VARCHAR,
	evidence VARCHAR NOT NULL,
	spans VARCHAR,
	CONSTRAINT pk_event_parts PRIMARY KEY (event_key, position),
	CONSTRAINT fk_event_parts_event_key FOREIGN KEY(event_key) REFERENCES events ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE INDEX ix_event_parts_actor ON event_parts (actor)
-- next
CREATE TABLE event_victims (
	event_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	harm VARCHAR NOT NULL,
	low FLOAT,
	high FLOAT,
	who TEXT,
	civilians BOOLEAN,
	part BOOLEAN NOT NULL,
	spans VARCHAR,
	CONSTRAINT pk_event_victims PRIMARY KEY (event_key, position),
	CONSTRAINT fk_event_victims_event_key FOREIGN KEY(event_key) REFERENCES events ("key") ON DELETE CASCADE
)
 WITHOUT ROWID
-- next
CREATE VIEW "copies_flat" AS
SELECT
    c.kind AS "kind",
    CASE WHEN a.work_key IS NULL AND b.work_key IS NULL THEN a.capture_key = b.capture_key ELSE coalesce(a.work_key = b.work_key, false) END AS "editions",
    c.share AS "share",
    c.other_share AS "other_share",
    c.sentences AS "sentences",
    c.jaccard AS "jaccard",
    a.id AS "report",
    a.outlet AS "outlet",
    a.title AS "title",
    a.published AS "published",
    a.url AS "url",
    b.id AS "other_report",
    b.outlet AS "other_outlet",
    b.title AS "other_title",
    b.published AS "other_published",
    b.url AS "other_url",
    a.key AS "report_key",
    b.key AS "other_key"
FROM (
    SELECT x.report_key AS one, y.report_key AS other, 'exact' AS kind, 1.0 AS share, 1.0 AS other_share,
        length(t.sentences) / 10 AS sentences, 1.0 AS jaccard
    FROM copy_reports AS x
    JOIN copy_reports AS y ON y.text_key = x.text_key AND y.report_key > x.report_key
    JOIN copy_texts AS t ON t.key = x.text_key
    UNION ALL
    SELECT x.report_key, y.report_key, p.kind, p.share, p.other_share, p.sentences, p.jaccard
    FROM copy_pairs AS p
    JOIN copy_reports AS x ON x.text_key = p.text_key
    JOIN copy_reports AS y ON y.text_key = p.other_key AND y.report_key > x.report_key
    UNION ALL
    SELECT y.report_key, x.report_key, p.kind, p.other_share, p.share, p.sentences, p.jaccard
    FROM copy_pairs AS p
    JOIN copy_reports AS x ON x.text_key = p.text_key
    JOIN copy_reports AS y ON y.text_key = p.other_key AND y.report_key < x.report_key
) AS c
JOIN reports AS a ON a.key = c.one
JOIN reports AS b ON b.key = c.other
-- next
CREATE VIRTUAL TABLE statements_fts USING fts5(content, voices, labels, content="statements", content_rowid="key", tokenize="ascii")
-- next
CREATE VIRTUAL TABLE reports_fts USING fts5(title, text, labels, content="reports", content_rowid="key", tokenize="ascii")
-- next
CREATE VIEW watch_state AS
SELECT f.kind, f.address, f.state, f.tries, f.message, h.host,
       strftime('%Y-%m-%dT%H:%M:%SZ', f.next_at, 'unixepoch') AS next_at, strftime('%Y-%m-%dT%H:%M:%SZ', f.asked_at, 'unixepoch') AS asked_at, r.id AS report
FROM watch_fetches f JOIN watch_hosts h ON h.key = f.host_key LEFT JOIN reports r ON r.key = f.report_key
-- next
CREATE VIEW "statements_flat" AS
SELECT
    s.id AS "id",
    r.id AS "report",
    r.outlet AS "outlet",
    r.title AS "title",
    r.url AS "url",
    r.published AS "published",
    r.published_day AS "published_day",
    r.edition AS "edition",
    NOT EXISTS (SELECT 1 FROM successions AS later WHERE later.previous_key = r.key) AS "latest",
    s.chain AS "chain",
    s.source AS "source",
    s.source_actor AS "source_actor",
    s.unnamed AS "unnamed",
    s.act AS "act",
    s.factuality AS "factuality",
    s.said AS "said",
    s.content AS "content",
    s.form AS "form",
    s.mood AS "mood",
    s.block AS "block",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM statement_actors WHERE statement_key = s.key AND role NOT IN ('source', 'voice') GROUP BY name ORDER BY min(position)) AS listed) AS "actors",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM statement_places WHERE statement_key = s.key GROUP BY name ORDER BY min(position)) AS listed) AS "places",
    runs.id AS "run",
    s.key AS "key"
FROM statements AS s
JOIN reports AS r ON r.key = s.report_key
JOIN readings ON readings.report_key = r.key
JOIN runs ON runs.key = readings.run_key
-- next
CREATE VIEW "events_flat" AS
SELECT
    o."id" AS "id",
    o."type" AS "type",
    o."mode" AS "mode",
    o."aux" AS "aux",
    o."derived" AS "derived",
    o."trigger" AS "trigger",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM event_parts WHERE event_key = o.key AND role = 'actor' GROUP BY name ORDER BY min(position)) AS listed) AS "actors",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM event_parts WHERE event_key = o.key AND role = 'recipient' GROUP BY name ORDER BY min(position)) AS listed) AS "recipients",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM event_parts WHERE event_key = o.key AND role = 'place' GROUP BY name ORDER BY min(position)) AS listed) AS "places",
    o."time" AS "time",
    o."time_start" AS "time_start",
    o."time_end" AS "time_end",
    s.id AS "statement",
    s.chain AS "chain",
    s.source AS "source",
    s.source_actor AS "source_actor",
    s.unnamed AS "unnamed",
    s.act AS "act",
    s.factuality AS "factuality",
    s.said AS "said",
    s.content AS "content",
    r.id AS "report",
    r.outlet AS "outlet",
    r.title AS "title",
    r.url AS "url",
    r.published AS "published",
    r.published_day AS "published_day",
    r.edition AS "edition",
    NOT EXISTS (SELECT 1 FROM successions AS later WHERE later.previous_key = r.key) AS "latest",
    runs.id AS "run",
    o.key AS "key"
FROM events AS o
JOIN reports AS r ON r.key = o.report_key
JOIN statements AS s ON s.key = o.statement_key
JOIN readings ON readings.report_key = r.key
JOIN runs ON runs.key = readings.run_key
-- next
CREATE VIEW "estimates_flat" AS
SELECT
    o."id" AS "id",
    o."words" AS "words",
    o."low" AS "low",
    o."high" AS "high",
    o."approximate" AS "approximate",
    o."unit" AS "unit",
    o."what" AS "what",
    o."part_of" AS "part_of",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM estimate_parts WHERE estimate_key = o.key GROUP BY name ORDER BY min(position)) AS listed) AS "places",
    o."as_of" AS "as_of",
    o."as_of_start" AS "as_of_start",
    o."as_of_end" AS "as_of_end",
    s.id AS "statement",
    s.chain AS "chain",
    s.source AS "source",
    s.source_actor AS "source_actor",
    s.unnamed AS "unnamed",
    s.act AS "act",
    s.factuality AS "factuality",
    s.said AS "said",
    s.content AS "content",
    r.id AS "report",
    r.outlet AS "outlet",
    r.title AS "title",
    r.url AS "url",
    r.published AS "published",
    r.published_day AS "published_day",
    r.edition AS "edition",
    NOT EXISTS (SELECT 1 FROM successions AS later WHERE later.previous_key = r.key) AS "latest",
    runs.id AS "run",
    o.key AS "key"
FROM estimates AS o
JOIN reports AS r ON r.key = o.report_key
LEFT JOIN statements AS s ON s.key = o.statement_key
JOIN readings ON readings.report_key = r.key
JOIN runs ON runs.key = readings.run_key
-- next
CREATE VIEW "control_flat" AS
SELECT
    o."id" AS "id",
    o."status" AS "status",
    o."asserted" AS "asserted",
    o."aux" AS "aux",
    o."trigger" AS "trigger",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM control_parts WHERE control_key = o.key AND role = 'holder' GROUP BY name ORDER BY min(position)) AS listed) AS "holders",
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM control_parts WHERE control_key = o.key AND role = 'place' GROUP BY name ORDER BY min(position)) AS listed) AS "places",
    o."as_of" AS "as_of",
    o."as_of_start" AS "as_of_start",
    o."as_of_end" AS "as_of_end",
    s.id AS "statement",
    s.chain AS "chain",
    s.source AS "source",
    s.source_actor AS "source_actor",
    s.unnamed AS "unnamed",
    s.act AS "act",
    s.factuality AS "factuality",
    s.said AS "said",
    s.content AS "content",
    r.id AS "report",
    r.outlet AS "outlet",
    r.title AS "title",
    r.url AS "url",
    r.published AS "published",
    r.published_day AS "published_day",
    r.edition AS "edition",
    NOT EXISTS (SELECT 1 FROM successions AS later WHERE later.previous_key = r.key) AS "latest",
    runs.id AS "run",
    o.key AS "key"
FROM control AS o
JOIN reports AS r ON r.key = o.report_key
JOIN statements AS s ON s.key = o.statement_key
JOIN readings ON readings.report_key = r.key
JOIN runs ON runs.key = readings.run_key
-- next
CREATE VIEW "reports_flat" AS
SELECT
    r.id AS "id",
    r.outlet AS "outlet",
    r.title AS "title",
    r.url AS "url",
    r.published AS "published",
    r.published_day AS "published_day",
    r.edition AS "edition",
    NOT EXISTS (SELECT 1 FROM successions AS later WHERE later.previous_key = r.key) AS "latest",
    r.authors AS "authors",
    r.language AS "language",
    r.flags AS "flags",
    length(r.text) AS "characters",
    (SELECT count(*) FROM statements AS s WHERE s.report_key = r.key) AS "statements",
    (SELECT count(*) FROM report_captures AS c JOIN sightings AS g ON g.capture_key = c.capture_key WHERE c.report_key = r.key) AS "sightings",
    (SELECT group_concat(name, '; ') FROM (SELECT cases.name FROM case_reports JOIN cases ON cases.key = case_reports.case_key WHERE case_reports.report_key = r.key ORDER BY cases.name) AS listed) AS "cases",
    captures.media_type AS "media_type",
    runs.id AS "run",
    r.key AS "key"
FROM reports AS r
JOIN captures ON captures.key = r.capture_key
LEFT JOIN readings ON readings.report_key = r.key
LEFT JOIN runs ON runs.key = readings.run_key
-- next
CREATE VIEW "editions_flat" AS
SELECT
    x.kind AS "kind",
    works.address AS "address",
    r.id AS "report",
    r.edition AS "edition",
    r.title AS "title",
    r.published AS "published",
    r.updated AS "updated",
    g.at AS "seen",
    p.id AS "previous",
    p.edition AS "previous_edition",
    p.title AS "previous_title",
    h.at AS "previous_seen",
    r.key AS "key"
FROM successions AS x
JOIN reports AS r ON r.key = x.report_key
JOIN reports AS p ON p.key = x.previous_key
JOIN sightings AS g ON g.key = r.sighting_key
JOIN sightings AS h ON h.key = p.sighting_key
LEFT JOIN works ON works.key = r.work_key
