-- schema 0005
-- frozen eb74830105c5b6df5c8800e6f35c38bba36c4a6b1c5f7136584ef952a3a79122
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE actor_names (
	actor VARCHAR NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_actor_names PRIMARY KEY (actor, folded)
)
 WITHOUT ROWID;
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
);
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
);
CREATE TABLE cases (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_cases PRIMARY KEY ("key"),
	CONSTRAINT uq_cases_digest UNIQUE (digest)
);
CREATE TABLE checkpoints (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	source TEXT NOT NULL,
	position TEXT NOT NULL,
	done BOOLEAN NOT NULL,
	CONSTRAINT pk_checkpoints PRIMARY KEY ("key"),
	CONSTRAINT uq_checkpoints_digest UNIQUE (digest)
);
CREATE TABLE copy_bands (
	band INTEGER NOT NULL,
	text_key INTEGER NOT NULL,
	CONSTRAINT pk_copy_bands PRIMARY KEY (band, text_key)
)
 WITHOUT ROWID;
CREATE TABLE copy_common (
	hash BIGINT NOT NULL,
	anywhere BOOLEAN NOT NULL,
	CONSTRAINT pk_copy_common PRIMARY KEY (hash)
)
 WITHOUT ROWID;
CREATE TABLE copy_sentences (
	hash BIGINT NOT NULL,
	text_key INTEGER NOT NULL,
	CONSTRAINT pk_copy_sentences PRIMARY KEY (hash, text_key)
)
 WITHOUT ROWID;
CREATE TABLE copy_texts (
	"key" INTEGER NOT NULL,
	fingerprint BIGINT NOT NULL,
	words INTEGER NOT NULL,
	sentences BLOB NOT NULL,
	signature BLOB NOT NULL,
	CONSTRAINT pk_copy_texts PRIMARY KEY ("key"),
	CONSTRAINT uq_copy_texts_fingerprint UNIQUE (fingerprint)
);
CREATE TABLE reviews (
	"key" INTEGER NOT NULL,
	text_sha256 VARCHAR(64) NOT NULL,
	layer VARCHAR NOT NULL,
	spans VARCHAR NOT NULL,
	decision TEXT NOT NULL,
	"by" TEXT NOT NULL,
	at VARCHAR NOT NULL,
	note TEXT,
	supersedes INTEGER, value TEXT, record VARCHAR, role VARCHAR, batch TEXT, saw INTEGER, conflicts INTEGER,
	CONSTRAINT pk_reviews PRIMARY KEY ("key")
);
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
);
CREATE TABLE search_settings (
	name VARCHAR NOT NULL,
	value VARCHAR NOT NULL,
	CONSTRAINT pk_search_settings PRIMARY KEY (name)
)
 WITHOUT ROWID;
CREATE TABLE tombstones (
	"key" INTEGER NOT NULL,
	digest VARCHAR(64) NOT NULL,
	what VARCHAR NOT NULL,
	at VARCHAR NOT NULL,
	reason TEXT,
	CONSTRAINT pk_tombstones PRIMARY KEY ("key"),
	CONSTRAINT uq_tombstones_digest UNIQUE (digest)
);
CREATE TABLE vectors (
	"key" INTEGER NOT NULL,
	digest BLOB NOT NULL,
	vector BLOB NOT NULL,
	CONSTRAINT pk_vectors PRIMARY KEY ("key"),
	CONSTRAINT uq_vectors_digest UNIQUE (digest)
);
CREATE TABLE watch_hosts (
	"key" INTEGER NOT NULL,
	host VARCHAR(253) NOT NULL,
	next_at FLOAT NOT NULL,
	CONSTRAINT pk_watch_hosts PRIMARY KEY ("key"),
	CONSTRAINT uq_watch_hosts_host UNIQUE (host)
);
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
);
CREATE TABLE works (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	address TEXT NOT NULL,
	CONSTRAINT pk_works PRIMARY KEY ("key"),
	CONSTRAINT uq_works_digest UNIQUE (digest)
);
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
 WITHOUT ROWID;
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
);
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
);
CREATE TABLE watch_turns (
	"key" INTEGER NOT NULL,
	host_key INTEGER NOT NULL,
	holder VARCHAR NOT NULL,
	until FLOAT NOT NULL,
	CONSTRAINT pk_watch_turns PRIMARY KEY ("key"),
	CONSTRAINT fk_watch_turns_host_key FOREIGN KEY(host_key) REFERENCES watch_hosts ("key") ON DELETE CASCADE
);
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
);
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
 WITHOUT ROWID;
CREATE TABLE case_reports (
	case_key INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	CONSTRAINT pk_case_reports PRIMARY KEY (case_key, report_key),
	CONSTRAINT fk_case_reports_case_key FOREIGN KEY(case_key) REFERENCES cases ("key") ON DELETE CASCADE,
	CONSTRAINT fk_case_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE copy_reports (
	report_key INTEGER NOT NULL,
	text_key INTEGER NOT NULL,
	CONSTRAINT pk_copy_reports PRIMARY KEY (report_key),
	CONSTRAINT fk_copy_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_copy_reports_text_key FOREIGN KEY(text_key) REFERENCES copy_texts ("key") ON DELETE CASCADE
);
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
 WITHOUT ROWID;
CREATE TABLE indexed_reports (
	report_key INTEGER NOT NULL,
	version INTEGER NOT NULL,
	documents BLOB,
	CONSTRAINT pk_indexed_reports PRIMARY KEY (report_key),
	CONSTRAINT fk_indexed_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE
);
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
 WITHOUT ROWID;
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
);
CREATE TABLE report_actors (
	report_key INTEGER NOT NULL,
	actor_key INTEGER NOT NULL,
	CONSTRAINT pk_report_actors PRIMARY KEY (report_key, actor_key),
	CONSTRAINT fk_report_actors_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_report_actors_actor_key FOREIGN KEY(actor_key) REFERENCES actors ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE report_captures (
	report_key INTEGER NOT NULL,
	capture_key INTEGER NOT NULL,
	sighting_key INTEGER NOT NULL,
	CONSTRAINT pk_report_captures PRIMARY KEY (report_key, capture_key),
	CONSTRAINT fk_report_captures_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_report_captures_capture_key FOREIGN KEY(capture_key) REFERENCES captures ("key") ON DELETE CASCADE,
	CONSTRAINT fk_report_captures_sighting_key FOREIGN KEY(sighting_key) REFERENCES sightings ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
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
);
CREATE TABLE successions (
	report_key INTEGER NOT NULL,
	kind VARCHAR NOT NULL,
	previous_key INTEGER NOT NULL,
	CONSTRAINT pk_successions PRIMARY KEY (report_key, kind),
	CONSTRAINT fk_successions_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_successions_previous_key FOREIGN KEY(previous_key) REFERENCES reports ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
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
);
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
);
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
);
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
);
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
 WITHOUT ROWID;
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
);
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
CREATE TABLE statement_vectors (
	statement_key INTEGER NOT NULL,
	vector_key INTEGER NOT NULL,
	CONSTRAINT pk_statement_vectors PRIMARY KEY (statement_key),
	CONSTRAINT fk_statement_vectors_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE,
	CONSTRAINT fk_statement_vectors_vector_key FOREIGN KEY(vector_key) REFERENCES vectors ("key") ON DELETE CASCADE
);
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
CREATE VIRTUAL TABLE statements_fts USING fts5(content, voices, labels, content="statements", content_rowid="key", tokenize="ascii");
CREATE VIRTUAL TABLE reports_fts USING fts5(title, text, labels, content="reports", content_rowid="key", tokenize="ascii");
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
);
CREATE TABLE story_reports (
	report_key INTEGER NOT NULL,
	story_key INTEGER NOT NULL,
	day INTEGER NOT NULL,
	terms BLOB NOT NULL,
	rarities BLOB NOT NULL,
	CONSTRAINT pk_story_reports PRIMARY KEY (report_key),
	CONSTRAINT fk_story_reports_report_key FOREIGN KEY(report_key) REFERENCES reports ("key") ON DELETE CASCADE,
	CONSTRAINT fk_story_reports_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE CASCADE
);
CREATE TABLE story_terms (
	term BIGINT NOT NULL,
	day INTEGER NOT NULL,
	report_key INTEGER NOT NULL,
	CONSTRAINT pk_story_terms PRIMARY KEY (term, day, report_key)
)
 WITHOUT ROWID;
CREATE TABLE story_frequencies (
	term BIGINT NOT NULL,
	reports INTEGER NOT NULL,
	CONSTRAINT pk_story_frequencies PRIMARY KEY (term)
)
 WITHOUT ROWID;
CREATE TABLE story_drafts (
	report_key INTEGER NOT NULL,
	draft INTEGER NOT NULL,
	CONSTRAINT pk_story_drafts PRIMARY KEY (report_key)
)
 WITHOUT ROWID;
CREATE TABLE story_ledger (
	"key" INTEGER NOT NULL,
	story VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	other VARCHAR,
	at VARCHAR NOT NULL,
	because VARCHAR NOT NULL,
	CONSTRAINT pk_story_ledger PRIMARY KEY ("key")
);
CREATE TABLE group_ledger (
	"key" INTEGER NOT NULL,
	id VARCHAR NOT NULL,
	change VARCHAR NOT NULL,
	other VARCHAR,
	at VARCHAR NOT NULL,
	CONSTRAINT pk_group_ledger PRIMARY KEY ("key")
);
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
	echoes INTEGER NOT NULL, decided TEXT,
	CONSTRAINT pk_matters PRIMARY KEY ("key"),
	CONSTRAINT fk_matters_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE SET NULL,
	CONSTRAINT uq_matters_id UNIQUE (id)
);
CREATE TABLE quote_groups (
	"key" INTEGER NOT NULL,
	story_key INTEGER,
	id VARCHAR NOT NULL,
	words TEXT NOT NULL,
	speakers TEXT NOT NULL,
	variants INTEGER NOT NULL,
	reports INTEGER NOT NULL,
	score FLOAT NOT NULL,
	"by" VARCHAR NOT NULL, decided TEXT,
	CONSTRAINT pk_quote_groups PRIMARY KEY ("key"),
	CONSTRAINT fk_quote_groups_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE SET NULL,
	CONSTRAINT uq_quote_groups_id UNIQUE (id)
);
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
	record_sha256 VARCHAR(64) NOT NULL, regrouped BLOB,
	CONSTRAINT pk_travels PRIMARY KEY (story_key),
	CONSTRAINT fk_travels_story_key FOREIGN KEY(story_key) REFERENCES stories ("key") ON DELETE CASCADE
);
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
 WITHOUT ROWID;
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
);
CREATE TABLE lineage_evidence (
	lineage_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	report VARCHAR NOT NULL,
	spans VARCHAR NOT NULL,
	words TEXT NOT NULL,
	CONSTRAINT pk_lineage_evidence PRIMARY KEY (lineage_key, position),
	CONSTRAINT fk_lineage_evidence_lineage_key FOREIGN KEY(lineage_key) REFERENCES lineage ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
CREATE TABLE matter_statements (
	matter_key INTEGER NOT NULL,
	position INTEGER NOT NULL,
	statement_key INTEGER NOT NULL,
	echo BOOLEAN NOT NULL,
	CONSTRAINT pk_matter_statements PRIMARY KEY (matter_key, position),
	CONSTRAINT fk_matter_statements_matter_key FOREIGN KEY(matter_key) REFERENCES matters ("key") ON DELETE CASCADE,
	CONSTRAINT fk_matter_statements_statement_key FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
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
);
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
 WITHOUT ROWID;
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
);
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
 WITHOUT ROWID;
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
 WITHOUT ROWID;
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
);
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
);
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
);
CREATE TABLE audit_log (
	"key" INTEGER NOT NULL,
	at VARCHAR NOT NULL,
	who TEXT NOT NULL,
	via VARCHAR NOT NULL,
	action VARCHAR NOT NULL,
	target TEXT,
	detail TEXT,
	CONSTRAINT pk_audit_log PRIMARY KEY ("key")
);
CREATE TABLE standing_reviews (
	review_key INTEGER NOT NULL,
	CONSTRAINT pk_standing_reviews PRIMARY KEY (review_key),
	CONSTRAINT fk_standing_reviews_review_key FOREIGN KEY(review_key) REFERENCES reviews ("key") ON DELETE CASCADE
);
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
);
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
);
CREATE TABLE review_leases (
	"key" INTEGER NOT NULL,
	digest VARCHAR(20) NOT NULL,
	holder TEXT NOT NULL,
	until FLOAT NOT NULL,
	CONSTRAINT pk_review_leases PRIMARY KEY ("key"),
	CONSTRAINT uq_review_leases_digest UNIQUE (digest)
);
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
);
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
 WITHOUT ROWID;
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
);
CREATE TABLE release_reports (
	release_key INTEGER NOT NULL,
	report VARCHAR NOT NULL,
	text_sha256 VARCHAR(64) NOT NULL,
	record_sha256 VARCHAR(64) NOT NULL,
	reading_sha256 VARCHAR(64),
	CONSTRAINT pk_release_reports PRIMARY KEY (release_key, report),
	CONSTRAINT fk_release_reports_release_key FOREIGN KEY(release_key) REFERENCES releases ("key") ON DELETE CASCADE
)
 WITHOUT ROWID;
DELETE FROM "statements_fts_data";
DELETE FROM "statements_fts_idx";
DELETE FROM "statements_fts_docsize";
DELETE FROM "statements_fts_config";
DELETE FROM "reports_fts_data";
DELETE FROM "reports_fts_idx";
DELETE FROM "reports_fts_docsize";
DELETE FROM "reports_fts_config";
INSERT INTO "alembic_version" VALUES ('0005');
INSERT INTO "actor_names" VALUES ('group:kharan-front', 'al jabha');
INSERT INTO "actor_names" VALUES ('group:kharan-front', 'kf');
INSERT INTO "actor_names" VALUES ('group:kharan-front', 'kharan front');
INSERT INTO "actors" VALUES (1, '75a944a6946e452ec07b', 'group:kharan-front', 'Kharan Front', 'armed-group', NULL, 'https://reference.example/kf', 'registry', X'789C8D8D410E82301045AF62664D4559F6002CE40886C5085369282D9916A221DCDD2931AE5DFEF7F3FEDFC0F6A0E1C96199F53820A35786834F5080C789A46B0E7AAABF74B43E1BC813F5EAF004A2B3182982BE43531F59DDF03120B405301962F25DDE1A529AA32ECB1F3BD30BA7D951391AD10C76298F6CBF17E7DE2AE46A45B7E4859830910EBC92B7285C3227E1D5A5BA4AA4ACF9C5B97F7FF303ECEDFE01A45C58B8');
INSERT INTO "captures" VALUES (1, 'capture-f2bf33491ec7b29d19ca', '5627b2f5b5d7c734386298c3ba8d5b7f07d7d290c9c7019e1267813a170edb8e', 551, 'text/plain', 'zlib', X'789C3D91C16E13311086EFFB14FF032C51928A0740A08284CAA120719EAC275DAB6B1B8D9DACC2A91269097906909038145A2E8503E2CA53D8D73E09B3DBC2CD9E7FE69BFFB78F4373CA29E2D4761D28A1638A09B339ACC711F9D892D470C1DB14049136B1AA6607AA48D3623E9D1F54D5F13D6169850D161BA496F15CE7C8E350824F686D1A8B8E443B119677F5072D77E6DF12048F972B6F68538F5EAC3FC18253CFECFF7C563BE40D660FD1D8B5EDAC8ED4BA6FCD034BC90E4D6B3B23ECEB71D1A3B8121CFD376DCD40D7BBD22755F54A3B48DC0686BD55CBA9D5DC561390954668A986498304B750F131B937784646089ED5E6805F04312C13DC9E7D7CCDE88797F321E921B5DAD76329C1E1499035D5B7679FF0943D0B757841C63A65BD95951F5DA99743EE7980EA5BCDEAE974AAA94EDAC41221EC48FFA0E798EE538EB1EE0236813A9BACA652D93A4A1C155676F947FE5DCE91BFE4AF6587B22DFB7C8D7CA987F3FCB3BCCB3765AF62B9186BF9BB76BDCFDFA0D23EFFCA37F90A3ABE2D1F90AFCA16AA5DEAC4AE5C4CAABFAAEFDC2B');
INSERT INTO "captures" VALUES (2, 'capture-c105461d653d77d2723a', '381c00012b70b263b48e9facc79ef18409aa832584711ddd379a63be739cfc3c', 757, 'text/plain', 'zlib', X'789C5D524D4F134118BECFAF78C2C140D26C056EA412AB0151A021A021C67898ED0CDD89D399CDCCD45A4E8D42255CBD6A62620C207A301CBDF557CC5CF925BEBB2560BCEDBC1FCFD7BB6DD71FA195AF0E95D63036B49AF92ABACE7A8F5048B4FDC0E11E7CE0A3067AD248C7353C1F79B47CD7A932AC722D5D985F5C68356F0A8C2D2E639BBB6E81A5FB4BCB8CAD4BE794F4E001CF9477D8E47DA5610DB6AD117C94E1E17E9BB19DC206BB828ED49AE391E3468466C7BA500C95938CEDAD6D6DB777317F5B5AC0F5F8139E93465E59109618483F4ACD0D82FDCF4363FAF5C98DFA0E17AA8F0D7EE80686AC287127A5815B783859D2B7140D9014821FE4C16328AB0E575E0AF0DC0E424D903B257A3263EC7AFC795FA28EB2B05AD4CDA1F40139376FF0CA1EDCEA79DDB81E7FA95F77A12AE222848ACED8DC8AD10C4938F55662E04174196D31B62BB958A9AD1F50B4A3BE34F8079AB17492DEC7B37484F82D9EA713A4A3741A2F5195D271BC4A1FE2EF748AF83D4DEA5AFC49531FE305A6973440B51F6912AFE2AF788E743C7B1F8106CE68ED244DA67F10CFA97B457D5A3C25880979AFE4AC3B6B0284344A56E6E9E02AA0E0027D65E42C0E67B9C8F0628F141FA8AEE2BABA91A27468B2A48BA95CCBD9AA2FE857F06451D73FCB63DE2FE96AC271227BB0F172676D77EB6967737EAE08A15C6936E53B1AD032B3AE37B780E9459DCF06777425871DEB43863DD533189419FB0B64BB2A92');
INSERT INTO "captures" VALUES (3, 'capture-05fe6746535b85c78f14', 'cd5df96646f01de7243fa046b2c1ef1167045becea9d176bd86b88278785df2d', 15, 'text/plain', 'none', X'4F6E6520776173206B696C6C65642E');
INSERT INTO "captures" VALUES (4, 'capture-0092f04426d55c3448eb', '56afb30c9dec357124d1fa6d20f82b437785c93fe37720c82a7bf1aa42c3f1dc', 16, 'text/plain', 'none', X'54776F2077657265206B696C6C65642E');
INSERT INTO "cases" VALUES (1, '4c5cc08dce5d27a8b705', 'one');
INSERT INTO "copy_bands" VALUES (1764033, 2);
INSERT INTO "copy_bands" VALUES (13148782, 1);
INSERT INTO "copy_bands" VALUES (19518527, 2);
INSERT INTO "copy_bands" VALUES (31978303, 1);
INSERT INTO "copy_bands" VALUES (35020558, 2);
INSERT INTO "copy_bands" VALUES (49039100, 1);
INSERT INTO "copy_bands" VALUES (52934762, 2);
INSERT INTO "copy_bands" VALUES (62550850, 1);
INSERT INTO "copy_bands" VALUES (68890023, 1);
INSERT INTO "copy_bands" VALUES (81341675, 2);
INSERT INTO "copy_bands" VALUES (90679601, 1);
INSERT INTO "copy_bands" VALUES (94087433, 2);
INSERT INTO "copy_bands" VALUES (101940598, 1);
INSERT INTO "copy_bands" VALUES (111042490, 2);
INSERT INTO "copy_bands" VALUES (124007786, 2);
INSERT INTO "copy_bands" VALUES (124026143, 1);
INSERT INTO "copy_bands" VALUES (135559161, 2);
INSERT INTO "copy_bands" VALUES (135775100, 1);
INSERT INTO "copy_bands" VALUES (157529266, 1);
INSERT INTO "copy_bands" VALUES (160480056, 2);
INSERT INTO "copy_bands" VALUES (168834635, 1);
INSERT INTO "copy_bands" VALUES (177682029, 2);
INSERT INTO "copy_bands" VALUES (185883061, 2);
INSERT INTO "copy_bands" VALUES (189510848, 1);
INSERT INTO "copy_bands" VALUES (204105337, 1);
INSERT INTO "copy_bands" VALUES (210995998, 2);
INSERT INTO "copy_bands" VALUES (221226494, 1);
INSERT INTO "copy_bands" VALUES (222299321, 2);
INSERT INTO "copy_bands" VALUES (241440928, 2);
INSERT INTO "copy_bands" VALUES (244051548, 1);
INSERT INTO "copy_bands" VALUES (257713134, 2);
INSERT INTO "copy_bands" VALUES (265229144, 1);
INSERT INTO "copy_bands" VALUES (282532390, 1);
INSERT INTO "copy_bands" VALUES (284443153, 2);
INSERT INTO "copy_bands" VALUES (297605599, 2);
INSERT INTO "copy_bands" VALUES (300487490, 1);
INSERT INTO "copy_bands" VALUES (304558417, 1);
INSERT INTO "copy_bands" VALUES (314664275, 2);
INSERT INTO "copy_bands" VALUES (331821778, 2);
INSERT INTO "copy_bands" VALUES (334328879, 1);
INSERT INTO "copy_bands" VALUES (339957143, 1);
INSERT INTO "copy_bands" VALUES (344887464, 2);
INSERT INTO "copy_bands" VALUES (354052052, 2);
INSERT INTO "copy_bands" VALUES (355849872, 1);
INSERT INTO "copy_bands" VALUES (373799660, 2);
INSERT INTO "copy_bands" VALUES (381590484, 1);
INSERT INTO "copy_bands" VALUES (390163066, 2);
INSERT INTO "copy_bands" VALUES (402279032, 1);
INSERT INTO "copy_bands" VALUES (410782927, 1);
INSERT INTO "copy_bands" VALUES (412254524, 2);
INSERT INTO "copy_bands" VALUES (428806700, 1);
INSERT INTO "copy_bands" VALUES (435401985, 2);
INSERT INTO "copy_bands" VALUES (438541088, 1);
INSERT INTO "copy_bands" VALUES (446567296, 2);
INSERT INTO "copy_bands" VALUES (458426996, 1);
INSERT INTO "copy_bands" VALUES (466901876, 2);
INSERT INTO "copy_bands" VALUES (476030504, 2);
INSERT INTO "copy_bands" VALUES (482418296, 1);
INSERT INTO "copy_bands" VALUES (491608709, 1);
INSERT INTO "copy_bands" VALUES (502390663, 2);
INSERT INTO "copy_bands" VALUES (509558106, 1);
INSERT INTO "copy_bands" VALUES (513339738, 2);
INSERT INTO "copy_bands" VALUES (522383282, 2);
INSERT INTO "copy_bands" VALUES (533018334, 1);
INSERT INTO "copy_bands" VALUES (550764332, 1);
INSERT INTO "copy_bands" VALUES (552815212, 2);
INSERT INTO "copy_bands" VALUES (566962009, 1);
INSERT INTO "copy_bands" VALUES (569061293, 2);
INSERT INTO "copy_bands" VALUES (571092613, 1);
INSERT INTO "copy_bands" VALUES (585775986, 2);
INSERT INTO "copy_bands" VALUES (588618134, 2);
INSERT INTO "copy_bands" VALUES (599890179, 1);
INSERT INTO "copy_bands" VALUES (604671099, 1);
INSERT INTO "copy_bands" VALUES (608038699, 2);
INSERT INTO "copy_bands" VALUES (623027818, 1);
INSERT INTO "copy_bands" VALUES (627330385, 2);
INSERT INTO "copy_bands" VALUES (641463210, 1);
INSERT INTO "copy_bands" VALUES (653092075, 2);
INSERT INTO "copy_bands" VALUES (662617692, 1);
INSERT INTO "copy_bands" VALUES (667256251, 2);
INSERT INTO "copy_bands" VALUES (681243453, 1);
INSERT INTO "copy_bands" VALUES (682661087, 2);
INSERT INTO "copy_bands" VALUES (698436467, 2);
INSERT INTO "copy_bands" VALUES (701121954, 1);
INSERT INTO "copy_sentences" VALUES (-8894816558600515702, 2);
INSERT INTO "copy_sentences" VALUES (-6348309072608666771, 1);
INSERT INTO "copy_sentences" VALUES (-1487159365305791071, 2);
INSERT INTO "copy_sentences" VALUES (47251456639956905, 1);
INSERT INTO "copy_sentences" VALUES (1536323319899122014, 1);
INSERT INTO "copy_sentences" VALUES (1726747600872014589, 2);
INSERT INTO "copy_sentences" VALUES (3068871804367024819, 1);
INSERT INTO "copy_sentences" VALUES (3887418181838302668, 2);
INSERT INTO "copy_sentences" VALUES (6893542306799414370, 2);
INSERT INTO "copy_sentences" VALUES (7248819371208567661, 1);
INSERT INTO "copy_texts" VALUES (1, 8000946408182730577, 76, X'5E69BC6EEB1D52151F00B3328280A5D2962A0D00A9F72410F3DEA7000A806D5BC5828846E6A70C406D6BDBEDCFFA98640A40', X'C8A26EE7F33FEC46FCBA73421B2DA767A931137D76647D1F17C37C63B4B210364B4BB4C02A66792FA5FE8BEE5CCF1358D71A26E91342273151ED742F43559735D690BE9BD4FA4A787C0CCF8F122C239B20530A74C11E784D5A855F3D5AC536DED3FF2CCB27590A2E85C199030A8C7B22A66A3BF3AA7EBE5C9AF33DCA45A2');
INSERT INTO "copy_texts" VALUES (2, -6749487146597068382, 77, X'CCEDDD6D3DE2F2351A008A8F5A7A77438F841280A18D8DC26F8C5CEB0D00FD02BC56CBA3F617094062ECE75834C8AA5F0B40', X'1AEAC129D43F165F0E27B86AD92CEB9BA9099E5FBA64356A1477F990BB3897366D1459B5938B1E4004B96418A05C63EEF44211BD19DFC16553C732D28E90A81A67D447BAEC416A7A92813CF3B5019E1380D45B745FA628F1DF8798F15A22EFB2F34A6CEB2FADEA3B721599963DEF2B644D51ED64EBC585BBB094DFA14B73');
INSERT INTO "reviews" VALUES (1, '5627b2f5b5d7c734386298c3ba8d5b7f07d7d290c9c7019e1267813a170edb8e', 'statements', '[[0,35]]', 'accept', 'Nura', '2026-11-26T16:41:20+00:00', NULL, NULL, '{"id": "statement-2dbd41ec1d43ccf31f0c", "report": "report-9c8941bb26cc6f59905d", "content": [[0, 35]], "form": "indirect", "mood": "asserted", "chain": [{"source": {"kind": "outlet", "evidence": {"is": "Implied", "rule": "outlet"}, "name": "The Harbour Post"}, "cue": {"is": "Implied", "rule": "outlet"}, "act": "report", "factuality": "CT+", "score": 0.9, "by": "test"}, {"source": {"kind": "organisation", "evidence": {"is": "Stated", "spans": [[37, 44]]}, "name": "Asur Monitor", "words": "monitor"}, "cue": {"is": "Stated", "spans": [[45, 49]]}, "act": "state", "factuality": "CT+", "score": 0.9, "by": "test"}], "score": 0.9, "by": "head:test"}', 'statement-2dbd41ec1d43ccf31f0c', NULL, NULL, NULL, NULL);
INSERT INTO "runs" VALUES (1, 'run-0a813eb187b32e38e1db', '0.0.0', 'test/1', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc');
INSERT INTO "works" VALUES (1, 'fe976d61a1378a4c8261', 'https://ledger.example/a');
INSERT INTO "works" VALUES (2, 'b63244c6963b2264e237', 'https://post.example/b');
INSERT INTO "works" VALUES (3, 'a8fcf96d6b40f5f999cd', 'https://post.example/c');
INSERT INTO "sightings" VALUES (1, 1, '35524d3d10f98d583c7c', 'a.txt', NULL, 'https://ledger.example/a', NULL, NULL, NULL, NULL);
INSERT INTO "sightings" VALUES (2, 2, 'ed122f6184ea9e3692df', 'a.txt', NULL, 'https://post.example/b', NULL, NULL, NULL, NULL);
INSERT INTO "sightings" VALUES (3, 3, '65acdf62bcfc403c2528', 'a.txt', NULL, 'https://post.example/c', NULL, NULL, NULL, NULL);
INSERT INTO "sightings" VALUES (4, 4, '65acdf62bcfc403c2528', 'a.txt', NULL, 'https://post.example/c', NULL, NULL, NULL, NULL);
INSERT INTO "reports" VALUES (1, 'report-9c8941bb26cc6f59905d', 1, 1, 1, 1, 'Rockets kill at least 12 in Manshar, monitor says

13 March 2023

Rockets fired by the Kharan Front hit the market of Front-held Manshar on Sunday, killing between 12 and 15 civilians, five of them children, the Asur Monitor said on Monday.

The army denied that its aircraft had bombed Camp Hadra near the border. “We will not withdraw from Dorva,” General Nadim Hazrun said.

Fewer than 1,000 fighters remain west of the Asur, the coalition estimates.

وزعم أبو ليث المسكري أن الجبهة سيطرت على تل هارون.
', NULL, '5627b2f5b5d7c734386298c3ba8d5b7f07d7d290c9c7019e1267813a170edb8e', 'test/1', 'Rockets kill at least 12 in Manshar, monitor says', 'text:headline', 'The Harbour Post', 'given', 'https://ledger.example/a', 'capture', '2023-03-13', 'text:dateline', '2023-03-13', NULL, NULL, '[]', NULL, NULL, 'en', 'ltr', '[]', X'789C9592CB8EDB2014865FC562ED34068C317E82D954AAAAEEAA6A74B8D84621B605789451E477EF71356D93AA5964079CEFFF39B72BF1967424BA658EF9A04CAB6AAA356B8C697AA154252C29898125AFD121F7713AF44CF79CD78A3A233553962A03086677C9AF6904261A8445C330D80B2DAC3492D7BC6D986A0DD7D05AA1655F492B2D53955146565439CA1AD9520E5456CEEAD6A1A10EB33925D27DBF92939FF64C470736F8690FA605260C5565AD7E20FA8ED1EC52265BF987B690DD3D2D68D9D48FF005220C1196F12FDF3425ABAB2704AC662597CD130A2EDBB216FC09452D44292A71AFC01BB63F82C97E9E3E5E8F749F8ACF018777256F10D67D8A5FB1A92EA7E2E443282017C141CA0565859F8ACF30E10063599CE7C9E7391609DE139A44ECFB6B1FE7F32FE74BEE1E0C622BC9BCE27FF9F6C36FA32B5E20EA798DC5971993BDF71BFC9B9BB064B2C6702B1B735E52773C066707173FB90B9C97E08EF08FFCF77AA2C1B2EAE0D3E8EC8DCD95E012011A1356317EA8F881727498FB3EED594E6B08DB7FEA7BB43AC80698861586BB9E6201F726633E876E27C9B6FD04FF291308', '88e3255043168272e44a523be6f61d3fbb798bdd5b86d94ba9a89d898d981da2');
INSERT INTO "reports" VALUES (2, 'report-5c416a951be57e0cf036', 2, 2, 2, 1, 'Army <b>will not</b> cross the Asur & stay, general says <script>alert(1)</script>

13 March 2023

Ferries at Jisr Kamil on Monday. @WA

Photo: Nella Brandt/Northwire

SELMAR (Northwire) – The army does not plan to cross the Asur, General Nadim Hazrun said on Monday, Northwire reported, and doubts were raised about the bridge.

“We will hold the west bank [of the Asur],” the general said, “and nobody will drive us out.”

Read: The ferrymen of the Asur

وقال أبو ليث المسكري إن الجبهة «لن تنسحب من تل هارون» بحسب بيان.

The Front denied that it had mined the road. US officials think it possible that shells fell on Camp Hadra.

=HYPERLINK("http://example.org") © The Harbour Post. Sign up.
', NULL, '381c00012b70b263b48e9facc79ef18409aa832584711ddd379a63be739cfc3c', 'test/1', 'Army <b>will not</b> cross the Asur & stay, general says <script>alert(1)</script>', 'text:headline', 'The Harbour Post', 'given', 'https://post.example/b', 'capture', '2023-03-13T14:07+02:00', 'text:dateline', '2023-03-13', '2023-03', 'meta:modified', '["Nella Brandt"]', 'Selmar', 'text:dateline', 'en', 'ltr', '["short"]', X'789C9553CB6EDB3010FC158187A245E99A0FBD6104484F3D15059A5B11042B8AB284500F90541AC3C8BF77E93CEC385181DC24EECCCE2C39BB275D4D4A62F5345ABF4A54CC5328125EE924D34C354CA6841205939FAD46DCD3D74A7196C429AFD344D659568B4C4840A0D7F7FEC6B5209214C132E78A31C64595B14AA4B28A735D34A05456E886E7312B007229923CCE38AFEB5A6605204A67B2508D920A1B566654B78E947FF6E4B61B82D356436DBA4163D14D306089D15C5C23748755AF9D270FF4055D83D7AFD1794C8B6C091EC6EBC6E1882E0ACA65B208B7BAEEFC11CD6546799A2EC127B0B0B530B5278C34A752E41F6048C9682CE412C36A8323D7477C2C121A278B23BCA31027194D04FF00231192A6922D31AAB133DA4EC1D891934A41D3E26C0EFCC30459508757783C5DF310ACCE1BCCDF9EDC819943102F6DBF8B36D5C5DFCE986818FD665D5D44CA8ECE45BED5D1A59B6DF429721E7634DAEA415B3091839D8B364ED96EF2178096FC67FE65B37E3A40158BD9BA69ECD81FA4EF7DB910B6074AC6190DF953475728FB036C35A2F2AFD1F9B37EDBEE4E0F782B64B6E694D67A3FB972BD9E90F24DDF433F19BDAECEC8CF0B8874987D3BDAC79578EEF1531B03D1770B437D2E7B18E34D4EE398F224BD0EF73DCD95E95C8B91399ADA135C3B409B443021574CAEB8BCE271C932EC31368D0B9393AF4C948C054F6F0497D62E8C3FD58780FE47ED4464988D3913E8B587B21FEBAEE9B00D163158EA55367E6BD3837DEF22DEFA0A0BC8B3383833306C67D8BE6AA587B336ADEF4D199041B931B00D2F411C3E8927D70FFF00F9B3AB39', '1281d5410a6a2af1a5100c7df44c30c9363cc2d69fd0e282610f5ac8719e228d');
INSERT INTO "reports" VALUES (3, 'report-54ee794d1d5ec76ebb88', 3, 3, 3, 1, 'One was killed.', NULL, 'cd5df96646f01de7243fa046b2c1ef1167045becea9d176bd86b88278785df2d', 'text-1', NULL, NULL, NULL, NULL, 'https://post.example/c', 'capture', NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, 'ltr', '[]', X'789C458FD16AC3300C45FF45CFCD12BBB6E4E457CA28B625D3B274368E330AA5FF3E07067BD3C3B9E75EBDE0CEB04095926B1BAC11A1D9B0622B915042700E4E107D697B95CEFD5DC364932019B4671B9C8DE492321D6CF26CD7EDE6B5C50366CB6946349826C542DA9C939F0C061D9524A59026638344F1332BC2C00E7B9F2647AE073577615873FCDA60B97C9EA0BBAB8FED9EBFBBFB681A5427F6BAC2F2821FBFEEC7C05B6B655BC6B1E4AD7DC8D33FCA2A63EC5C15CFD754F3E3FF0B78BF7F0129BA4EBD', 'f9bfe6389526e34e76519b41fc1cd03d5899906823c671a63f9334061b0b3b8b');
INSERT INTO "reports" VALUES (4, 'report-d6b311904c2665191a03', 4, 4, 3, 2, 'Two were killed.', NULL, '56afb30c9dec357124d1fa6d20f82b437785c93fe37720c82a7bf1aa42c3f1dc', 'text-1', NULL, NULL, NULL, NULL, 'https://post.example/c', 'capture', NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, 'ltr', '[]', X'789C458F4B8AC3301044EFD2EB38965A1F5BBE4A1842AB259130CE48C8F21008B97B6418985D2D1EAFAA5E700FB0408D25D73604EB95944E68466B8D74928482133095B6D7D8B9BF3408E13009ADD1066358693D47DFC1169FEDBADD088DEDB0B194BC12EC42646526893AC84436A048337AADA66936EC548A3DA1E01969F2491269649564E02EF46BE6EF0D96CBD709BABB12B77BFEE9EEA369909DD8EB0ACB0B7E69DD8F81B7D6CAB68C63C95B3BC7273DCA1AC7C35423856BAAF9F1FF02DEEF0F250A4DAA', '4327397b4464e8cf34489962a0c56d2861d752df2aa269535cd9effcd46637ca');
INSERT INTO "blocks" VALUES (1, 0, 'headline', 0, 49, 'test');
INSERT INTO "blocks" VALUES (1, 1, 'dateline', 51, 64, 'test');
INSERT INTO "blocks" VALUES (1, 2, 'paragraph', 66, 240, 'test');
INSERT INTO "blocks" VALUES (1, 3, 'paragraph', 242, 376, 'test');
INSERT INTO "blocks" VALUES (1, 4, 'paragraph', 378, 453, 'test');
INSERT INTO "blocks" VALUES (1, 5, 'paragraph', 455, 505, 'test');
INSERT INTO "blocks" VALUES (2, 0, 'headline', 0, 82, 'test');
INSERT INTO "blocks" VALUES (2, 1, 'dateline', 84, 97, 'test');
INSERT INTO "blocks" VALUES (2, 2, 'caption', 99, 135, 'test');
INSERT INTO "blocks" VALUES (2, 3, 'credit', 137, 166, 'test');
INSERT INTO "blocks" VALUES (2, 4, 'paragraph', 168, 328, 'test');
INSERT INTO "blocks" VALUES (2, 5, 'paragraph', 330, 423, 'test');
INSERT INTO "blocks" VALUES (2, 6, 'related', 425, 455, 'test');
INSERT INTO "blocks" VALUES (2, 7, 'paragraph', 457, 521, 'test');
INSERT INTO "blocks" VALUES (2, 8, 'paragraph', 523, 630, 'test');
INSERT INTO "blocks" VALUES (2, 9, 'boilerplate', 632, 693, 'test');
INSERT INTO "case_reports" VALUES (1, 1);
INSERT INTO "copy_reports" VALUES (1, 1);
INSERT INTO "copy_reports" VALUES (2, 2);
INSERT INTO "entities" VALUES (1, 0, 'entity-front', 'Kharan Front', 'organisation', NULL, NULL, 2, 'group:kharan-front', 'actors:alias');
INSERT INTO "entities" VALUES (1, 1, 'entity-army', 'army of Orvenia', 'organisation', NULL, 'AO', 1, NULL, NULL);
INSERT INTO "entities" VALUES (2, 0, 'entity-1', 'Nadim Hazrun', 'person', 'General', NULL, 2, NULL, NULL);
INSERT INTO "indexed_reports" VALUES (1, 1, X'789CDD57DB6EDB300CFD15C2CF79B09D6BF72B5D31D0B61C0BB5A540566A64C3FE7DD42D96933449FBB0A57B31488AA4783994E45F49AF51B38E09DDFFA8759F7C7B7ECED2C566B95ECD1225CB57A67B78E56D0BA8A165D86BC872E0023A147D832A9925D8EF157452702D157CDFA769B10E2CAD1A012E901C78AAD44EC7EEEB85A5EC3AAE4D106E2DE8E44570E8F40E799ACF3DDD193A0D5CE5B82CF025F6CC994AC16227C54A375EB0A2F80BB9F741AF7692928BB75BDBCC1C7992DF3B420A22F385990AA57A6382E354F84A6A28A632C70C52B59523E7383A1C15B8F0054ABD67CFD6F769B99D939799EFF57AEC75CD15ABA0388029938FB056526868B8B6C20E156982AC839CB55580034801FD5E5478B0A0E1620B05D30363C2C0064505D9124AFEC65B4E06B4D91B338EC86D0765C3DB4A31F10EA4CCD6B1FC3FC756F0745D93224B8F30328C6BC9647D2CF744EC36B8C7C1059163B64AEE7701A6CE8BAF6D756EF3250763334B7443271FA7C940AE4A8535011E69406457D09C94D8ED0CAF1004A3504C510BA92A66E06911ABBA4348C4D284F6939C515E8372C5C4E11692AB7F8AE408A951B227125CCB3A10A72DB78A720A306F68485907E2025622184F773712D335BF167A37C194ED9E235D0F6F43D3318A6DB9140187C1F60E7C8DC87A9A250383C1DCAC426A2274435E0673A676509119122A0456BC237CFD54FBE3386C99600AC92A5AFBE267A14BC5D1D3649D2CA47C5BDBF47A60D396B96286C26FD25952B3819959A533264BD394AEA16DA399EA41B10EE96D33B05EFB6BC95E397E964B892DD7D4F86BE52653DEBD5FF19D7A888A8F337B4C6A5A349BF6B166994D7895AFCD77B182885958BAB4DF8D955879FE6495E6732B424BDB85796697D12D3F8D3E16CE22472782C85764B8707BAC923822BFF106226FD68DABF224D4C5328A6B1E39C66B5D2511DB3EF8145DAE875F38AFCAC4E2566DCE6EFF9BED4F5E5EE851C97652453F1677FD521C1F7E3D1EFAE4E3264065A5376AD980ADFFE33C6CCF9EB0142EAF8C67E28DE7E383812E7D4EC17EF2E901372E968B57888BE5A327234CCE4508875F0FE3ACCEF368D2977019A59F9FDA58F5710EA6E814F97BC7018DDCEF3F4649F565');
INSERT INTO "indexed_reports" VALUES (2, 1, X'789CDD56C96EDB3010FD9581CE3A789197F4575AA31889B4C5462205928EAB16FDF70E1759B41D3B0E9004692F04391B671E39CBEFCC58B4BCE5D29AEF5B6BB22F5FBFCE260FABE9629667A8DB1E4A3888A601A92C6D2BAD8C015B7340B3D740BA3DECB8E41A1B30D81B3095169D056CB8B6308DC72CCF9C4A8DBA54A4D529E348DFF693091648B6E3AEB26E53AE246A4D3E4572A5DA5658E760E00E52B312C226CAF5B3C96C1EF7ADDB4F86130BA7E93C552897CEA5B01B1C0B27E7DE89E9D52089AB5412573E904D1E019B87283D684C71E321EB1A9460D5197014BD54DAD607A1F97015C10812996809A75F7A2F13BA87F7395E4ABB85A890964BF67900BD083E901D0451C00736609E867C94F4A0DC277DC91F5FAD88AFE6BEF3B3501B140C94845649867DFA72B710D7BC23B14F8D38999C0CC8B8FD39328B3C636A5F5A03074E7A1A85E10C90AEB1FE23975AB09D03E1160EDEC21518F6EF18FD18C632CF0E3CD4B05A35CCBB7EE0844F89F211D476AC6648292255A9581FC499164F1CF60628E2D764AC33987ED05724AA2FC69FFAD7BC2E4FC7CA7906C8CB89B9F2302D8BC2AF4B27B59C6138B8753EF714E6D7B567178B4BD92270569EE4D7F9D453D64136BC0659F0471CC58299E86BA445A9785B91A8948954642C462F8B797231FE431FE00E6806A90B8022E312A6138D17C13A7E88B5ABD46841584A2406AD903C64B356C808D3470A869AED562B798CC2B13DE1668DE2B27F0972F66190C730C2E12498F3940A811DF179C8B36BD0FCFFD3D7729267A6E64D63604BAB6BD815B69D8343BB8473557CBB1595C0C6DC8ABEE48DE04FD7A2EFCC87474F8E87CDE8FE66936761BE1847F6371DD6DFCA1450D82DEAAA068FCF966B2D682EA61CFE218C86476C45338E567040E86A45C3B2A417449A2FA8215B187B90E10D594B08F78EDBF70C7689D980AD9B756820B86304823BE78B742EF097DF1A38C80B0CC61C6C3DFDC1135B490B9BA5C5F4CD9B552ABABCD09B55C94DE1D687F4BE776BDB30DE1B6C45BBEB8471D6B28EBD00A8E00B5F20AF751348CB055105BD240952761A51363C685E2D3750F71DD78D53AAADED80FF24166929BD83F34A0C46EC24ECBB8B9AF45E63F1E6CF5FF727075F');
INSERT INTO "indexed_reports" VALUES (3, 1, X'789CAB562A2E492C49CD4DCD2B298E4F2B2956B28A8ED5512A4A2DC82F820B441BEB2829E928E5E7A52A9427162B6467E6E4A4A60005624A0D0C124D1273729462636B01B98C18BC');
INSERT INTO "indexed_reports" VALUES (4, 1, X'789CAB562A2E492C49CD4DCD2B298E4F2B2956B28A8ED5512A4A2DC82F820B449BE82829E9289594E72B94A716A52A6467E6E4A4A60045624A0D0C124D1273729462636B01D7A2193D');
INSERT INTO "mentions" VALUES (1, 0, 83, 99, 'organisation', 'Kharan Front', 0, 0.9, 'test');
INSERT INTO "mentions" VALUES (1, 1, 118, 123, 'organisation', 'Front', 0, 0.9, 'test');
INSERT INTO "mentions" VALUES (1, 2, 242, 250, 'organisation', 'army', 1, 0.9, 'test');
INSERT INTO "mentions" VALUES (1, 3, 395, 403, 'group', 'fighters', NULL, 0.9, 'test');
INSERT INTO "mentions" VALUES (2, 0, 374, 385, 'office', 'general', 0, 0.7, 'test');
INSERT INTO "mentions" VALUES (2, 1, 231, 251, 'person', 'Nadim Hazrun', 0, 0.9, 'test');
INSERT INTO "readings" VALUES (1, 1, 'a.txt', 1, X'789CED5ADD73A3C811FF575CBC066D315F30A3B7ADCD26B92497BBDA75EA1E7C2ED7008334B5085480E4F5B9FCBFA767060448B2856467AB36D9178C7ABEFAE3D73DDD8D1FBDBA918D5AA9A2A9BDF9CDA3A7536FDED366388D538A5482524A922423280B12CFF72AB52EAB0666BA979948B8A0288E71982461C68408580AD392B2686017D8F826F009BBBDF5BDACAC56B04E17A9AE54D2C0A455599A33655DABAA5176D952EAC27253979B2A51DEFCD1FB022B6056B969726556A9AD4E55E1C634B0EEFDB45AE7DA2EAF36B9EAA73EF95E21578670BD54577F93550C7B5EFD5AD67628D94CDA4126BDB0309EC1EF8DCC75F300D40FD77F02529D9415AC09DE09DF8B0DB951F6846332540B59E85A36BA2C8E49F2D968DFB051AF6561AC7243229FD2DBDB5E94F735C8F07359E8A6AC60E27D59A566E5AAA5EC0976B821653E157643279935F85982DD1E19592A99CE7772EF2129C09CC64A4A8C6211239686218A2E425218FA38087F60E9422CE180FB184F415303328E864EC20A63067BBF0A58409706398FDE56E6E6300F0798CC023243C40C36D2A2654454561523922C9225703CF7D69B38D7F5D2F239453B84F89838091C537AA5EAF9BD525F52F900332DAA0D7186BDA7F3BD00AB10A320CD188EC3385592C53CBEC80B30E33E41E4871B5CEA0614FB98054337307897D5EA61E002D73D09F4EE98732F334B3EED110CC131D1C02380B1874379676F18695395309C0470552B0108423862E145182388F9C4DC133B8CFDFF226CADAA7AF275CD20DB8946D8FA974CF50A04F9A3DA14037CFD5515AA92F9D568F824A84884607FF66DEFEF94C84461B8C1599840104B521E89CB5015719FE2E847E4B2326C0AC3D0C4DB8962018920DE0F5A49698E77A16F7879F7F4D30921253E65780029E058AF8EA0EAD74F6F892A2255483321681AC44861C410CF2E42158D429F05F407AACE8E56340C7CDA4693568CDF374188897D72F3A4FCCAFEA1F629ED406C49381A0C30F324761DB54F82DC82012EDF7CEB09B50E143B6C9894CA3C578B370D97306CE00CAE36A8A25BCA2CAB00A62D4730CA892F042C389EBA984D81FA8FA5AC6471F59776E97EF2B1DBF259488C3858AA3CED194088FB0893532CBCD1D96DFAD49EDDA55D27CE7E29E79A7C72A617CB061CA13F9D08804230907C51959B757FEC60457774B1C9F3975061E7693530FB9E9A5A97DA33E871E907183A40CFC896B716CAB6C0B122CCBFD8ED7793EDE09DE5D4BED67340B9AC7B1D8D15DAF2687E5D95D9D52FD556155A9EC5A6DDC9B015C715041D37154ACB5F9C96B6E30693FD3D439233C14886380E924C321E656724AABB4BC49BD0B06A2ABD58A8CAC403037E734D340F6B5BFC7EFEFCFEDFFFBC1EC28A83777486769CCFDBDA7455A6CA79FEF66176AFE4DA68C1F7D639E4464EBC29A507B7BDB0A73E28FE0C2360C06E2713C0CDDFD9CAD167069EB92E94D5E556277033BBD360D05C755F34443477216E8C3E1EBDBCBCF7E60803B201D21D8A27F086A0FC35BD01286D7BAC5863C54C629145B1E4344CB9A422C067DCD4C78DF54C4F6860AC30F423F0D71B14043E0AC81BDBCDE60F5F1B07640DF780AC1E76BE35D99E2EA00FED6992AF8911FC053736C6860446AFF5CE79A65830A23EE264C44FA2B7209D9960F63C0FAD08724E44C273F06A4F313D92A36D1C7CAC8D830FDB38F8156D1C44012E349CD2C6412683B8C4A7A0389EC40A0B7D14197B18052ECB9139FCC1FBBCA936CA38DDCB0CB0EEFC89C773067010A3E3973A4F2B551C9E0EF6B476B19CEC0700411813385021949E420996D204BF3A5A1F6F870D0200E6818F79F84AC797AAD232F75EF6EC9F8A254C73FA030F5CDD81F301E00F7399367737A767F3750955455DEBAD7AAEBDD4798D6EEA2BA9ABA492D9B188E01A4A67FB27E6918F45343AE9835CADA10E492B79E0A24B4B3D302E8BE2902B49109319D4F60C49C4BF8171BBEED8CEB89F3EFEFDE38789B63D2F4A1FB3C8C9F61E30960226B6B0D5CE3D075A4B4219712E11C628C24C2081247DADD69EE9DE0DB4464C0241C291D6AE3F7D7C7F9E4BDCEB660950B8378ADC7C0542A116ADCECE532C41A14F101F29F637750192095888D03192FF5C56DB4310A7960A2036A965DBA71866972D699686511A9350A54AA4294F8852EAD5F67926C16C2B8C2E81F28F67609B4237B63C2FD7B93A56C9ECA4D9EB98EC441290312558890011C2216B062E5E9D333F9386ED44EA6EB003A1CC15D88A34BCD34E49652E22D94CCC61BE4DB622EBBB32FB4ED2954350E0903382A40CA28C30956185B2F4BF0D8A2EAFF00FD3920E127D9EF17A4408EEBEFA3EB91CC55AEB84571CEA492602FC368B032433C9932C09CFF932F24CBC3EDE17EFF464BADD44F411C1C501A72A21C44E59C366C54965C9F5BA2ABFBAF66C9BB89DD09FED7CA0E0028FA208B976FDC0A3EE810DD328E8BE101FB8963444179F4D8D5595791F9D5BC22C8E491473D0714492409A84437D83821261082D981B7B98651B23CEB2CC53A3F85D7F789EC9BC56472CD1F2DED9C12C54D36FCAAEF13654E52BEBC31FD1F1D9E8D8E12C85BC820A2E52499228423C8813F55A9C3DF3D9628033CA439F0A34C2D942EA628C33E7BB6F0C331A099FF2718769BFA18E93410BDED2B1B8005054B45F5DF68F92EEA8ABC1FED1A06DEFCE0DDB103138D35A6E0CC0BE6FDDA217F45CAECBE2613542EF99F03FD0B963A25379DB11EDB75FC83F54D32855DD591641D83C9DF72CB68DD21AE6E40E2E6DDD5E99BDFB86AA4C57BA405ED70F064A6EE23661EF30333704C849F83B785D9BCE4FED9AA8A35DB75ADDAF4B6D0169B9E8EFB9679A867DF3DD361E2F565FDFB7FCDF55DEB22D9A771A73C5F55067A3E2FACC027D9AE24627ECE9AE520B906BDEF1D9AA2E9389B69FB18E2BAE53D34E4BE25D000CC04CE3B137A0B488F94E8D3084ED7B649092281388F42E520D15EB3899A2D4B42DE2BAAF306D9D37546A57E79D5926BEA8CF3D2EA44B545A26282636AD1932D1A632933EC4935D5234CDA6EDDEADBDEE61437BE50EF4B9958B8DBB98F2EEEB499B670D88771DFB262B83A2BBEBB4BAE8F91D5CCFFE77F18F7DC36F005EC4A4A0548682868A32AC92208ABDDBA7FF00ACDC3364', '3eafa8aaac6af61dba43e44e8c4dd4e83e9b5ed47764cba6c18ad037631beaaf');
INSERT INTO "readings" VALUES (2, 1, 'a.txt', 1, X'789CED596D6FDB3610FE2B86BE4E2EC477295F07AC1B061405D27ECA8C82E24B2CD416034A4A9705FDEF3B528E4DDB69EC2919B021F9E2C877E4DD3D0FEF4E67E63EEB7AD99BB569FB2EBBB8BACF1A9D5DEC647322AD9042608E91E20C63C5A9CEF2CC9B1BE77B58393ECC99A288CB8AA1DA30610A650BC26199726D0F56C0F0152F68CE71B558E499757E0D5B9B5637DEA81ED6AD9D0B6E65D719DF9BE0402D65D3C6803A377865B28BFBEC2BEC80556EE85726EC32B78D36EDA86B20FAECB7F5CDAA89DBFDB032BBA5DFF3AC95EB20F8B434B35FA5AFC1E6ECA3EBA24A0D6759906A8717F416BE0F72D5F47720FDF9D34F20EA94F3B0A77857E5591DC4BD891E1EC130B42120FD1888CBC07DD07437B20D6772C57899B3B2582C76383E5FCE9CB58D6AE4AA83A5DF9CD7DDA1F800DA23764B94B3AA8C764774B501F4B7E610DEC7CB27E02D124D2938A31BEDD2487DB165E020AD9065D4228494368248C9ADACF1A4B42AF2122739D54AEF65DFB8F67F955463D447B43F99559368E7AA9416AB9A515AD658D90A713689765456393E51CD4D58ADFFD3C4BF5035CB6B08FCEE510CEDD2F866CC3EEBDDFA0B5004B50A9A55D37E9DA35D68A38DB986A3029549EB14319123CED3FAFF00612FBF01E149F1EF64272B1F8B32C7254F2AFF8598B831BE8BC577465BC304E598A114D67BD3BE9B7D90BA59C3B9FEE5873681073AE3E5EA50ED5DA44F2D1B63A1F9CD20D9ADDDC8BF9C1B05199B2024F7887B7C80E339CD24C339E6299363DAFF1326412E43A1DE67B77215BC65B8C0645E90392241D9CB589C7B4213E9DE13C9562D9D0F8730D4ABA65B9EFB7AC1905E5888082139DE691D4615B6128CD46565B8B51C59981D2675188CD148ECDBBCF06A3BCCA40CB40217BAE6D894044BAD34257ADA3B0E57382758BC65E03603C170D79D0563B77A8BA41D56ABD369133847459236DA0DF551F49F5F386734AD24519A5B0AFDAAC275C1249D94338414391164915F1140423149B2E775E7CEEBEB5ECF9D8F88A03929D9B9F3510F877D3DCE48D9A45126FAABD2DA8B05F2C21D1B42D34DEF3CFC448D4E5909051387C0E359C2522A0A43B93084218A51418B4955494BF8011DBACAB616D7CD9F11FCAB2B45EDD410C83DF3E601F19CE1BD9B873F8682E3327C52199F457CE64926FE70C9E91B0984E0A0D8B352F0B965473934EECD389C622609AC7216FFD004633D4BA08E0A163E49DC47E32741E38643AE5ED2F4498E29744BCAD1BF5CE68F95B32C702DA0B51AA474651045D5B4AB444659CEF67E1ABC5DFB3CC93CE142D4426A62251348F0C26A3991F9E280F9D73C123B7F2DDBA67B48BC73FA2926392338ED2DBF2FA597EDEC17EF62537EE80B01E3283BDD3449305AA533B369EF8ED1CD9FF7DA96C0779F9D2CE8602B688193E41F0A1BC91C6F0207CDC378936FE90C37D7A11A8257F8FED43093C42B0ECF69CF21DA397CB86FCA8FDE0A1B870783D5935E8FF88B8B1A93604EB63D4CA5FB0E0EC34868DB8B7F47DE627BDFF57E4B4EBCE84A21927211026A5D1FA3816C977A56DFCD9612DC2D628E381F348BEF7F0359412284', '4122fe3e583fa78e325cec192ae29cad240d12b3902a0ae3709903f0655551e6');
INSERT INTO "report_actors" VALUES (1, 1);
INSERT INTO "report_captures" VALUES (1, 1, 1);
INSERT INTO "report_captures" VALUES (2, 2, 2);
INSERT INTO "report_captures" VALUES (3, 3, 3);
INSERT INTO "report_captures" VALUES (4, 4, 4);
INSERT INTO "statements" VALUES (1048576, 1, 'statement-2dbd41ec1d43ccf31f0c', 0, 0, 35, '[[0,35]]', 'Rockets kill at least 12 in Manshar', 'headline', 'indirect', 'asserted', 'Asur Monitor', 1, 'Asur Monitor', 'organisation', NULL, NULL, 0, 'state', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO "statements" VALUES (1048577, 1, 'statement-0284beaa21b9b15d6617', 1, 66, 206, '[[66,206]]', 'Rockets fired by the Kharan Front hit the market of Front-held Manshar on Sunday, killing between 12 and 15 civilians, five of them children', 'paragraph', 'indirect', 'asserted', 'Asur Monitor', 1, 'Asur Monitor', 'organisation', NULL, NULL, 0, 'state', 'CT+', '2023-03-13', '2023-03-13', '2023-03-13', NULL, NULL, 0.9, 'head:test');
INSERT INTO "statements" VALUES (1048578, 1, 'statement-2e6210df52b6bdea5b8b', 2, 258, 313, '[[258,313]]', 'that its aircraft had bombed Camp Hadra near the border', 'paragraph', 'indirect', 'asserted', 'the army', 1, 'the army', 'organisation', NULL, NULL, 0, 'deny', 'CT-', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO "statements" VALUES (1048579, 1, 'statement-dec52c01f0e9b2612756', 3, 315, 349, '[[315,349]]', '“We will not withdraw from Dorva,”', 'paragraph', 'direct', 'asserted', 'Nadim Hazrun', 1, 'Nadim Hazrun', 'person', NULL, NULL, 0, 'state', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO "statements" VALUES (1048580, 1, 'statement-d3ace2bea56ce62cd879', 4, 378, 427, '[[378,427]]', 'Fewer than 1,000 fighters remain west of the Asur', 'paragraph', 'indirect', 'asserted', 'the coalition', 1, 'the coalition', 'unnamed', NULL, NULL, 1, 'estimate', 'PR+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO "statements" VALUES (1048581, 1, 'statement-3ae64f994d0b1e21518f', 5, 476, 504, '[[476,504]]', 'أن الجبهة سيطرت على تل هارون', 'paragraph', 'indirect', 'asserted', 'أبو ليث المسكري', 1, 'أبو ليث المسكري', 'person', NULL, NULL, 0, 'allege', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO "statements" VALUES (2097152, 2, 'statement-1f54f111cde73aa6fab2', 0, 0, 82, '[[0,82]]', 'Army <b>will not</b> cross the Asur & stay, general says <script>alert(1)</script>', 'headline', 'narration', 'asserted', 'The Harbour Post', 0, 'The Harbour Post', 'outlet', NULL, NULL, 0, 'narrate', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097153, 2, 'statement-6c8af2cb5448b2cf9165', 1, 189, 229, '[[189,229]]', 'The army does not plan to cross the Asur', 'paragraph', 'indirect', 'intended', 'Northwire → Gen. Nadim Hazrun', 2, 'Gen. Nadim Hazrun', 'person', NULL, 'chief of staff', 0, 'intend', 'CT+', '2023-03-13', '2023-03-13', '2023-03-13', NULL, NULL, 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097154, 2, 'statement-c0f9753b89e6ff61f772', 2, 221, 266, '[[221,266]]', 'the Asur, General Nadim Hazrun said on Monday', 'paragraph', 'indirect', 'asserted', 'Northwire', 1, 'Northwire', 'agency', NULL, NULL, 0, 'report', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097155, 2, 'statement-f720db62e832adcd43d5', 3, 292, 327, '[[292,327]]', 'doubts were raised about the bridge', 'paragraph', 'indirect', 'asserted', '(no source given)', 1, NULL, 'agentless', NULL, NULL, 1, 'doubt', 'U', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097156, 2, 'statement-d49a3cd6f4f7792b05a4', 4, 330, 423, '[[330,373],[392,423]]', '“We will hold the west bank [of the Asur],” … “and nobody will drive us out.”', 'paragraph', 'direct', 'asserted', 'Northwire → Gen. Nadim Hazrun', 2, 'Gen. Nadim Hazrun', 'person', NULL, NULL, 0, 'state', 'CT+', NULL, NULL, NULL, '[[358,371]]', NULL, 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097157, 2, 'statement-cf4470e467e351421040', 5, 488, 510, '[[488,510]]', '«لن تنسحب من تل هارون»', 'paragraph', 'mixed', 'asserted', 'بيان → أبو ليث المسكري', 2, 'أبو ليث المسكري', 'person', NULL, NULL, 0, 'state', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097158, 2, 'statement-3677b7ad3fa571760fda', 6, 540, 566, '[[540,566]]', 'that it had mined the road', 'paragraph', 'indirect', 'asserted', 'Kharan Front', 1, 'Kharan Front', 'organisation', NULL, NULL, 0, 'deny', 'CT-', NULL, NULL, NULL, NULL, 'statement-ca02b7278e1cd9e1419d', 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097159, 2, 'statement-ca02b7278e1cd9e1419d', 7, 545, 566, '[[545,566]]', 'it had mined the road', 'paragraph', 'narration', 'asserted', 'The Harbour Post', 0, 'The Harbour Post', 'outlet', NULL, NULL, 0, 'narrate', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO "statements" VALUES (2097160, 2, 'statement-3af7a772621c6522c64d', 8, 604, 629, '[[604,629]]', 'shells fell on Camp Hadra', 'paragraph', 'indirect', 'asserted', 'US officials', 1, 'US officials', 'unnamed', NULL, NULL, 1, 'believe', 'PS+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO "successions" VALUES (4, 'edition', 3);
INSERT INTO "control" VALUES (1048576, 1, 1048577, 'control-bb37b826c73c0a1a18ef', 0, 'holds', 0, NULL, 'held', '[[124,128]]', '2023-03-12', '2023-03-12', '2023-03-12', 0.9, 'control:test');
INSERT INTO "control" VALUES (1048577, 1, 1048581, 'control-d3424989da3c77180bce', 1, 'gains', 1, NULL, 'سيطرت', '[[486,491]]', NULL, NULL, NULL, 0.9, 'control:test');
INSERT INTO "estimates" VALUES (1048576, 1, 1048576, 'estimate-d67db36ede9dd8c3eee4', 0, 'at least 12', '[[13,24]]', 12.0, NULL, 0, 'people', NULL, NULL, NULL, NULL, NULL, 0.9, 'estimates:test');
INSERT INTO "estimates" VALUES (1048577, 1, 1048577, 'estimate-984bc2e9013380cfd436', 1, 'between 12 and 15', '[[156,173]]', 12.0, 15.0, 0, 'civilians', 'civilians', '2023-03-12', '2023-03-12', '2023-03-12', NULL, 0.9, 'estimates:test');
INSERT INTO "estimates" VALUES (1048578, 1, 1048577, 'estimate-268531aa07f35ef2e1fd', 2, 'five', '[[185,189]]', 5.0, 5.0, 0, 'children', 'children', NULL, NULL, NULL, 'estimate-984bc2e9013380cfd436', 0.9, 'estimates:test');
INSERT INTO "estimates" VALUES (1048579, 1, 1048580, 'estimate-ac9c1dfb01afa8cfc656', 3, 'Fewer than 1,000', '[[378,394]]', NULL, 999.0, 1, 'fighters', 'fighters remain', NULL, NULL, NULL, NULL, 0.9, 'estimates:test');
INSERT INTO "events" VALUES (1048576, 1, 1048576, 'event-1a85953f1820cfa587f6', 0, 'ASSAULT', 'heavy-weapons', NULL, NULL, 0, 'kill', '[[8,12]]', NULL, NULL, NULL, 0.81239, 'events:test');
INSERT INTO "events" VALUES (1048577, 1, 1048577, 'event-b5a29f7ba846d8a4902f', 1, 'ASSAULT', 'heavy-weapons', '["military"]', NULL, 0, 'Rockets … hit', '[[66,73],[100,103]]', '2023-03-12', '2023-03-12', '2023-03-12', 0.81239, 'events:test');
INSERT INTO "events" VALUES (1048578, 1, 1048578, 'event-57b68ea315af2cd51a18', 2, 'REJECT', NULL, NULL, NULL, 1, 'denied', '[[251,257]]', NULL, NULL, NULL, 0.81239, 'events:test');
INSERT INTO "events" VALUES (1048579, 1, 1048578, 'event-9355920e63759e95d4c2', 3, 'ASSAULT', 'aerial', NULL, NULL, 0, 'bombed', '[[280,286]]', NULL, NULL, NULL, 0.81239, 'events:test');
INSERT INTO "events" VALUES (1048580, 1, 1048579, 'event-c6a788a12217259191a4', 4, 'RETREAT', 'withdraw', NULL, 'negated', 0, 'withdraw', '[[328,336]]', NULL, NULL, NULL, 0.81239, 'events:test');
INSERT INTO "links" VALUES (1048576, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048576, 1, 'Asur Monitor', 'monitor', 'organisation', NULL, NULL, NULL, 0, 'state', 'CT+', 'stated', NULL, '[[37,44]]', 'says', '[[45,49]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048577, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048577, 1, 'Asur Monitor', 'the Asur Monitor', 'organisation', NULL, NULL, NULL, 0, 'state', 'CT+', 'stated', NULL, '[[208,224]]', 'said', '[[225,229]]', NULL, '2023-03-13', '2023-03-13', '2023-03-13', 0.9, 'test');
INSERT INTO "links" VALUES (1048578, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048578, 1, 'the army', 'The army', 'organisation', NULL, 'entity-army', NULL, 0, 'deny', 'CT-', 'stated', NULL, '[[242,250]]', 'denied', '[[251,257]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048579, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048579, 1, 'Nadim Hazrun', 'General Nadim Hazrun', 'person', NULL, NULL, NULL, 0, 'state', 'CT+', 'stated', NULL, '[[350,370]]', 'said', '[[371,375]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048580, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048580, 1, 'the coalition', 'the coalition', 'unnamed', NULL, NULL, NULL, 1, 'estimate', 'PR+', 'stated', NULL, '[[429,442]]', 'estimates', '[[443,452]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048581, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (1048581, 1, 'أبو ليث المسكري', 'أبو ليث المسكري', 'person', NULL, NULL, NULL, 0, 'allege', 'CT+', 'stated', NULL, '[[460,475]]', 'وزعم', '[[455,459]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097152, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'narrate', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097153, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097153, 1, 'Northwire', 'Northwire', 'agency', NULL, NULL, NULL, 0, 'report', 'CT+', 'inherited', 'agency-dateline', '[[157,166]]', 'reported', '[[278,286]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097153, 2, 'Gen. Nadim Hazrun', 'General Nadim Hazrun', 'person', 'chief of staff', 'entity-1', NULL, 0, 'intend', 'CT+', 'stated', NULL, '[[231,251]]', 'said on Monday', '[[252,266]]', NULL, '2023-03-13', '2023-03-13', '2023-03-13', 0.9, 'test');
INSERT INTO "links" VALUES (2097154, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097154, 1, 'Northwire', 'Northwire', 'agency', NULL, NULL, NULL, 0, 'report', 'CT+', 'inherited', 'agency-dateline', '[[157,166]]', 'reported', '[[278,286]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097155, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097155, 1, NULL, NULL, 'agentless', NULL, NULL, NULL, 1, 'doubt', 'U', 'implied', 'agentless', NULL, 'doubts were raised', '[[292,310]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097156, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097156, 1, 'Northwire', 'Northwire', 'agency', NULL, NULL, NULL, 0, 'report', 'CT+', 'inherited', 'agency-dateline', '[[157,166]]', 'reported', '[[278,286]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097156, 2, 'Gen. Nadim Hazrun', 'the general', 'person', NULL, 'entity-1', NULL, 0, 'state', 'CT+', 'stated', NULL, '[[374,385]]', 'the general said', '[[374,390]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097157, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097157, 1, 'بيان', 'بيان', 'document', NULL, NULL, NULL, 0, 'state', 'CT+', 'stated', NULL, '[[516,520]]', 'بحسب', '[[511,515]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097157, 2, 'أبو ليث المسكري', 'أبو ليث المسكري', 'person', NULL, NULL, NULL, 0, 'state', 'CT+', 'stated', NULL, '[[462,477]]', 'وقال', '[[457,461]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097158, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097158, 1, 'Kharan Front', 'The Front', 'organisation', NULL, NULL, NULL, 0, 'deny', 'CT-', 'stated', NULL, '[[523,532]]', 'denied', '[[533,539]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097159, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'narrate', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097160, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, 0, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "links" VALUES (2097160, 1, 'US officials', 'US officials', 'unnamed', NULL, NULL, NULL, 1, 'believe', 'PS+', 'stated', NULL, '[[568,580]]', 'think it possible', '[[581,598]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO "places" VALUES (1048576, 1, 1048576, 'place-manshar-headline', 0, 28, 35, 'Manshar', 'Manshar', 'world:manshar', 'settlement', 'Orvenia', 'Kharan', 35.25, 38.5, 0, 'settlement', 'world', NULL, 0, 0.9, 'places:test');
INSERT INTO "places" VALUES (1048577, 1, 1048577, 'place-manshar', 1, 129, 136, 'Manshar', 'Manshar', 'world:manshar', 'settlement', 'Orvenia', 'Kharan', 35.25, 38.5, 0, 'settlement', 'world', NULL, 0, 0.9, 'places:test');
INSERT INTO "places" VALUES (1048578, 1, 1048578, 'place-hadra', 2, 287, 297, 'Camp Hadra', 'Camp Hadra', 'region:hadra', 'facility', 'Orvenia', NULL, 35.5, 39.0, 1, 'region', 'world', NULL, 0, 0.9, 'places:test');
INSERT INTO "places" VALUES (1048579, 1, 1048579, 'place-dorva', 3, 342, 347, 'Dorva', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0, 0.9, 'places:test');
INSERT INTO "places" VALUES (1048580, 1, 1048580, 'place-asur', 4, 423, 427, 'Asur', 'Asur', NULL, 'water', NULL, NULL, NULL, NULL, 0, 'vague', NULL, 'west of', 0, 0.9, 'places:test');
INSERT INTO "statement_actors" VALUES (1048576, 0, 'source', 'Asur Monitor', 'asur monitor', NULL);
INSERT INTO "statement_actors" VALUES (1048576, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (1048577, 0, 'source', 'Asur Monitor', 'asur monitor', NULL);
INSERT INTO "statement_actors" VALUES (1048577, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (1048577, 2, 'actor', 'Kharan Front', 'kharan front', 'group:kharan-front');
INSERT INTO "statement_actors" VALUES (1048577, 3, 'recipient', 'civilians', 'civilians', NULL);
INSERT INTO "statement_actors" VALUES (1048577, 4, 'holder', 'Kharan Front', 'kharan front', 'group:kharan-front');
INSERT INTO "statement_actors" VALUES (1048578, 0, 'source', 'the army', 'the army', NULL);
INSERT INTO "statement_actors" VALUES (1048578, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (1048578, 2, 'actor', 'army of Orvenia', 'army of orvenia', NULL);
INSERT INTO "statement_actors" VALUES (1048579, 0, 'source', 'Nadim Hazrun', 'nadim hazrun', NULL);
INSERT INTO "statement_actors" VALUES (1048579, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (1048579, 2, 'actor', 'We', 'we', NULL);
INSERT INTO "statement_actors" VALUES (1048580, 0, 'source', 'the coalition', 'the coalition', NULL);
INSERT INTO "statement_actors" VALUES (1048580, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (1048581, 0, 'source', 'أبو ليث المسكري', 'ابو ليث المسكري', NULL);
INSERT INTO "statement_actors" VALUES (1048581, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (1048581, 2, 'holder', 'الجبهة', 'الجبهة', NULL);
INSERT INTO "statement_actors" VALUES (2097152, 0, 'source', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097153, 0, 'source', 'Gen. Nadim Hazrun', 'gen nadim hazrun', NULL);
INSERT INTO "statement_actors" VALUES (2097153, 1, 'voice', 'Northwire', 'northwire', NULL);
INSERT INTO "statement_actors" VALUES (2097153, 2, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097154, 0, 'source', 'Northwire', 'northwire', NULL);
INSERT INTO "statement_actors" VALUES (2097154, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097154, 2, 'named', 'Nadim Hazrun', 'nadim hazrun', NULL);
INSERT INTO "statement_actors" VALUES (2097155, 0, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097156, 0, 'source', 'Gen. Nadim Hazrun', 'gen nadim hazrun', NULL);
INSERT INTO "statement_actors" VALUES (2097156, 1, 'voice', 'Northwire', 'northwire', NULL);
INSERT INTO "statement_actors" VALUES (2097156, 2, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097157, 0, 'source', 'أبو ليث المسكري', 'ابو ليث المسكري', NULL);
INSERT INTO "statement_actors" VALUES (2097157, 1, 'voice', 'بيان', 'بيان', NULL);
INSERT INTO "statement_actors" VALUES (2097157, 2, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097158, 0, 'source', 'Kharan Front', 'kharan front', NULL);
INSERT INTO "statement_actors" VALUES (2097158, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097159, 0, 'source', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_actors" VALUES (2097160, 0, 'source', 'US officials', 'us officials', NULL);
INSERT INTO "statement_actors" VALUES (2097160, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO "statement_places" VALUES (1048576, 0, 'Manshar', 'manshar', 'world:manshar', 'Orvenia');
INSERT INTO "statement_places" VALUES (1048577, 0, 'Manshar', 'manshar', 'world:manshar', 'Orvenia');
INSERT INTO "statement_places" VALUES (1048578, 0, 'Camp Hadra', 'camp hadra', 'region:hadra', 'Orvenia');
INSERT INTO "statement_places" VALUES (1048579, 0, 'Dorva', 'dorva', NULL, NULL);
INSERT INTO "statement_places" VALUES (1048580, 0, 'Asur', 'asur', NULL, NULL);
INSERT INTO "times" VALUES (1, 0, 1048577, 'Sunday', '[[140,146]]', '2023-03-12', 'DATE', NULL, '2023-03-12', '2023-03-12', 'published', 'times:weekday');
INSERT INTO "times" VALUES (1, 1, NULL, 'Monday', '[[233,239]]', '2023-03-13', 'DATE', NULL, '2023-03-13', '2023-03-13', 'published', 'times:weekday');
INSERT INTO "control_parts" VALUES (1048576, 0, 'holder', 'Kharan Front', 'Front', 'entity-front', 'group:kharan-front', NULL, 'stated', '[[118,123]]');
INSERT INTO "control_parts" VALUES (1048576, 1, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar', 'stated', '[[129,136]]');
INSERT INTO "control_parts" VALUES (1048577, 0, 'holder', 'الجبهة', 'الجبهة', NULL, NULL, NULL, 'stated', '[[479,485]]');
INSERT INTO "control_parts" VALUES (1048577, 1, 'place', 'تل هارون', 'تل هارون', NULL, NULL, NULL, 'stated', '[[496,504]]');
INSERT INTO "estimate_parts" VALUES (1048577, 0, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar', 'stated', '[[129,136]]');
INSERT INTO "estimate_parts" VALUES (1048579, 0, 'place', 'Asur', 'west of the Asur', NULL, NULL, 'place-asur', 'stated', '[[411,427]]');
INSERT INTO "event_parts" VALUES (1048576, 0, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar-headline', 'stated', '[[28,35]]');
INSERT INTO "event_parts" VALUES (1048577, 0, 'actor', 'Kharan Front', 'the Kharan Front', 'entity-front', 'group:kharan-front', NULL, 'stated', '[[83,99]]');
INSERT INTO "event_parts" VALUES (1048577, 1, 'recipient', 'civilians', 'civilians', NULL, NULL, NULL, 'stated', '[[174,183]]');
INSERT INTO "event_parts" VALUES (1048577, 2, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar', 'stated', '[[129,136]]');
INSERT INTO "event_parts" VALUES (1048578, 0, 'actor', 'army of Orvenia', 'The army', 'entity-army', NULL, NULL, 'stated', '[[242,250]]');
INSERT INTO "event_parts" VALUES (1048579, 0, 'actor', 'army of Orvenia', 'its aircraft', 'entity-army', NULL, NULL, 'inherited', '[[242,250]]');
INSERT INTO "event_parts" VALUES (1048579, 1, 'place', 'Camp Hadra', 'Camp Hadra', NULL, NULL, 'place-hadra', 'stated', '[[287,297]]');
INSERT INTO "event_parts" VALUES (1048580, 0, 'actor', 'We', 'We', NULL, NULL, NULL, 'stated', '[[316,318]]');
INSERT INTO "event_parts" VALUES (1048580, 1, 'place', 'Dorva', 'Dorva', NULL, NULL, 'place-dorva', 'stated', '[[342,347]]');
INSERT INTO "event_victims" VALUES (1048576, 0, 'killed', 12.0, NULL, NULL, NULL, 0, '[[13,24]]');
INSERT INTO "event_victims" VALUES (1048577, 0, 'killed', 12.0, 15.0, 'civilians', 1, 0, '[[156,173]]');
INSERT INTO "event_victims" VALUES (1048577, 1, 'killed', 5.0, 5.0, 'children', 1, 1, '[[185,189]]');
INSERT INTO "statements_fts_data" VALUES (1, X'0F810947823E');
INSERT INTO "statements_fts_data" VALUES (10, X'000000000102020002010101020101');
INSERT INTO "statements_fts_data" VALUES (137438953473, X'000007E9053031303030C080040204020132C080000206010213020135C08001021501086169726372616674C08002020402026E64C08001021402016FC08002060101090203726D79C0800208010103040203737572C080000601010201080101020603020A020174C08000020401076265747765656EC08001021202056F6D626564C080020206030472646572C08002020B020179C080010204010463616D70C080020207020768696C6472656EC08001021A02086976696C69616E73C08001021602086F616C6974696F6EC08004060101030105646F727661C08003020701056665776572C080040202020769676874657273C0800402050303726564C08001020303027665C0800102170203726F6DC08003020604026E74C08001040707010767656E6572616CC08003060101050103686164C08002020504027261C08002020803047A72756EC0800308010103060203656C64C08001020D02026974C0800102080102696EC08000020702027473C08002020301066B686172616EC0800102060203696C6CC0800002030503696E67C08001021101056C65617374C08000020501076D616E73686172C08000020801020E0304726B6574C08001020A02066F6E69746F72C08000080101030401080101030601056E6164696DC0800308010102060203656172C08002020902026F74C08003020401026F66C08001040B0F010601010602020802016EC08001020F02067276656E6961C0800206010107010672656D61696EC08004020602066F636B657473C080000202010202010673756E646179C08001021001047468616EC080040203040174C080020202030165C080010A050601010501080A01010202080901010204016DC08001021901027765C08003020203027374C0800402070203696C6CC0800302030306746864726177C080030205010DC2A4616374C2B7616C6C656765C0800506010203080464656E79C08002060102030808657374696D617465C080040601020308057374617465C08000060102030106010203020601020304026C6CC080000601020201060102020106010202010601020201060102020106010202030963617365C2B76F6E65C08000060102090106010209010601020901060102090106010209010601020904116F6D6D69746D656E74C2B76374C2B73262C0800006010204010601020402060102040206010204140164C08002060102040F067072C2B73262C08004060102040309643230323330333133C08000060102080106010208010601020801060102080106010208010601020803076D323032333033C08000060102070106010207010601020701060102070106010207010601020703057932303233C0800006010206010601020601060102060106010206010601020601060102060203A7616FC08002060102160403726D79C0800208010210040403737572C080000601020F010801020F060309636F616C6974696F6EC0800406010210030767656E6572616CC0800306010212030668617A72756EC08003080102100603076D6F6E69746F72C08000080102100401080102100603056E6164696DC080030801020F0603026F66C080020601021304067276656E6961C08002060102140303746865C0800106010212010601020F020601020F0306D8A7D8A8D988C080050601020F050CD984D985D8B3D983D8B1D98AC08005060102110306D984D98AD8ABC08005060102100208B6686172626F7572C080000601020C010601020C010601020C010601020C010601020C010601020C0304706F7374C080000601020D010601020D010601020D010601020D010601020D010601020D0303746865C080000601020B010601020B010601020B010601020B010601020B010601020B0201B7C080001A0101040102050706050404040401240101040102050706050605040604040404040122010104060102050706050604060505050401160101040102050706050604010C010205070605010C0102050706060106D8A7D8A8D988C0800506010102030AD984D8ACD8A8D987D8A9C080050203050AD985D8B3D983D8B1D98AC0800506010104040186C0800502020203AAD984C0800502060209B3D98AD8B7D8B1D8AAC0800502040205B9D984D989C0800502050106D984D98AD8ABC0800506010103020987D8A7D8B1D988D986C080050207010BE280A06169726372616674C08002060102200503726D79C0800208010218070409636976696C69616E73C0800106010219040566726F6E74C080010A01021708040403697473C080020601021F04066B686172616EC08001080102160804026F66C080020601021905067276656E6961C080020601021A0403746865C080010601021B010601021C04027765C0800306010216041AC2B767726F7570C2B733616B686172616EC2B7326466726F6E74C0800106010221040CD8A7D984D8ACD8A8D987D8A9C08005060102130305A161737572C0800406010212040463616D70C08002060102220405646F727661C080030601021804056861647261C080020601022304066B686172616EC0800006010218010601022704076D616E73686172C0800006010214010601022304076F7276656E6961C0800006010216010601022501060102250413C2B7696EC2B732306F7276656E6961C2B73266C080000601021B010601022A010601022817066B686172616EC080000601021C010601022B060F726567696F6EC2B733616861647261C08002060102270610776F726C64C2B733616D616E73686172C080000601021A0106010229040B0B080F090A0D15080E0C0B080B0E0F110C0C0E0A090A0A100A090E0A0909090D0A0A0C110B160F0A0912080F0D100D0B08180809090A0D160D1118242B290A0F2B29270C0D12121010170F0B0F160F150F2A2625580F1113080A100C0F10140D12100C100B0F110B23150E0D0E0E14151A261418');
INSERT INTO "statements_fts_data" VALUES (274877906945, X'0000078E02303181808000020F010561626F757481808003020502046C65727481808000020E02026E6481808004020B0203726D79818080000202010203020373757281808000020901020A01020302020A010162818080000403050203616E6B81808004020702057269646765818080030207010463616D708180800802050204726F73738180800002070102080104646F657381808001020403047562747381808003020202047269766581808004020E010466656C6C8180800802030204726F6E74818080060801010305010367656E8180800106010104030601010404046572616C81808000020B01060101080102040206010109010368616481808006020401020304027261818080080206030572626F75728180800006010103070601010303047A72756E818080010A010106060501020602080101060802036F6C648180800402040102697481808006020301020201066B686172616E818080060601010201056D696E656481808006020501020402056F6E64617981808002020901056E6164696D818080010A010105060501020502080101050802056F626F647981808004020C03077274687769726581808001060101020106010102020601010203017481808000020501020501026F66818080040208030766696369616C73818080080601010302016E818080020208060204020275748180800402100104706C616E81808001020602036F737481808000060101040706010104010672616973656481808003020402036F61648180800602070102060104736169648180800202070302797381808000020C0205637269707481808000040D05020568656C6C73818080080202020374617981808000020A01047468617481808006020203016581808000080801010201040209010202010206010A050601010802080601010501080501010202016F8180800102070102757381808004020F04060101020102776581808004020203027265818080030203030273748180800402060203696C6C8180800002040404030C010EC2A4616374C2B762656C696576658180800806010203080464656E79818080060601020309046F75627481808003060102030806696E74656E64818080010601020308076E6172726174658180800006010203070601020308067265706F72748180800206010203080573746174658180800406010203010601020304026C6C8180800006010202010601020201060102020106010202010601020201060102020106010202010601020201060102020312636F6D6D69746D656E74C2B76374C2B7326281808000060102040106010204010601020402060102040106010204020601020414016481808006060102040F067073C2B7326281808008060102040F01758180800306010204030964323032333033313381808000060102080106010208010601020801060102080106010208010601020801060102080106010208010601020803076D323032333033818080000601020701060102070106010207010601020701060102070106010207010601020701060102070106010207030579323032338180800006010206010601020601060102060106010206010601020601060102060106010206010601020601060102060206A766726F6E74818080060801020F05030367656E8180800106010210030601021006046572616C818080010601021403060102150307686172626F7572818080000601020F070601020F05047A72756E818080010A010212060503080102120803066B686172616E818080060601020E03056E6164696D818080010A010211060503080102110804086F72746877697265818080010601020E010601020E020601020E03096F6666696369616C73818080080601020F0304706F7374818080000601021007060102100303746865818080000601020E04060102140206010211010601020E03027573818080080601020E0306D8A7D8A8D9888180800506010210050CD984D985D8B3D983D8B1D98A81808005060102120407A8D98AD8A7D986818080050601020E0306D984D98AD8AB81808005060102110208B6686172626F7572818080000601020B010601020B010601020B010601020B010601020B010601020B010601020B010601020B010601020B0304706F7374818080000601020C010601020C010601020C010601020C010601020C010601020C010601020C010601020C010601020C0303746865818080000601020A010601020A010601020A010601020A010601020A010601020A010601020A010601020A010601020A0201B7818080000A0102050606011A01010306060102050606040606010C010205060604010801020506011A0101030605010205060604060501120101030102050606040112010104010205060605010A0102050606010A01020506060106D8A7D8A8D9888180800506010104030CD984D985D8B3D983D8B1D98A81808005060101060207A8D98AD8A7D98681808005060101020203AAD984818080050205040786D8B3D8ADD8A88180800502030104D984D98681808005020204038AD8AB8180800506010105020385D986818080050204020987D8A7D8B1D988D9868180800502060109E280A068617A72756E818080020601021104056E6164696D818080020601021004090D0C0A0E140A0B0D0C0F0C0C0C0C0F12190E0A14190B0D10100D1A0D1B0C0A110C0A0C120E0E0C0A0E0D0B0C29090F0A0A0A0F180E0E1016101434350B100B3B3937111213161610171C13131C0C101611103A36355D1016110B0F0C0D0B1113');
INSERT INTO "statements_fts_idx" VALUES (1, X'', 2);
INSERT INTO "statements_fts_idx" VALUES (2, X'', 2);
INSERT INTO "statements_fts_docsize" VALUES (1048576, X'07041B');
INSERT INTO "statements_fts_docsize" VALUES (1048577, X'19062A');
INSERT INTO "statements_fts_docsize" VALUES (1048578, X'0A0827');
INSERT INTO "statements_fts_docsize" VALUES (1048579, X'060617');
INSERT INTO "statements_fts_docsize" VALUES (1048580, X'090211');
INSERT INTO "statements_fts_docsize" VALUES (1048581, X'060312');
INSERT INTO "statements_fts_docsize" VALUES (2097152, X'0F030F');
INSERT INTO "statements_fts_docsize" VALUES (2097153, X'090C18');
INSERT INTO "statements_fts_docsize" VALUES (2097154, X'080110');
INSERT INTO "statements_fts_docsize" VALUES (2097155, X'06000B');
INSERT INTO "statements_fts_docsize" VALUES (2097156, X'0F0B17');
INSERT INTO "statements_fts_docsize" VALUES (2097157, X'050511');
INSERT INTO "statements_fts_docsize" VALUES (2097158, X'060511');
INSERT INTO "statements_fts_docsize" VALUES (2097159, X'05030F');
INSERT INTO "statements_fts_docsize" VALUES (2097160, X'05020E');
INSERT INTO "statements_fts_config" VALUES ('version', 4);
INSERT INTO "reports_fts_data" VALUES (1, X'0418815715');
INSERT INTO "reports_fts_data" VALUES (10, X'000000000104040004010101020101030101040101');
INSERT INTO "reports_fts_data" VALUES (137438953473, X'000003B30530313030300106010146020132010A060101061B020133010601010B0201350106010121010432303233010601010D01086169726372616674010601013202026E6401060101200203726D79010601012E020373757201080101282602017401080401010401076265747765656E010601011E02056F6D626564010601013403047264657201060101390201790106010110010463616D700106010135020768696C6472656E010601012602086976696C69616E73010601012202086F616C6974696F6E010601014E010664656E696564010601012F02046F727661010601013F0109657374696D61746573010601014F01056665776572010601014402076967687465727301060101470303726564010601010F0302766501060101230203726F6D010601013E04026E74010801011307010767656E6572616C01060101400103686164010601013304027261010601013603047A72756E01060101420203656C6401060101190202697401060101140102696E01080701010702027473010601013101066B686172616E01060101120203696C6C0108030101030503696E67010601011D01056C6561737401080501010501076D616E73686172010A08010108140303726368010601010C04036B6574010601011602056F6E646179010601012C040469746F72010A090101092201056E6164696D01060101410203656172010601013702026F74010601013C01026F66010A0101170F2802016E010801011B12010672656D61696E010601014802066F636B657473010A020101020E010473616964010801012A1B0302797301080A01010A0205756E646179010601011C01047468616E0106010145040174010601013003016501120101110614080D150404016D010601012501027765010601013A0302737401060101490203696C6C010601013B0306746864726177010601013D0105C2A4616C6C0106010202030963617365C2B76F6E6501060102070309643230323330333133010601020603076D32303233303301060102050305793230323301060102040208B6686172626F7572010601020A0304706F7374010601020B030374686501060102090201B70108010203070106D8A7D8A8D9880106010151030AD984D8ACD8A8D987D8A90106010155050AD985D8B3D983D8B1D98A010601015304018601060101540203AAD98401060101580209B3D98AD8B7D8B1D8AA01060101560205B9D984D98901060101570106D984D98AD8AB0106010152020987D8A7D8B1D988D9860106010159020788D8B2D8B9D9850106010150040B0A08080B0F090A0B090E0C0B080B0E0F0F0D0B100C0E0A090A0A0E0A090B0A090A090D0B0A0D100A0A0C0D0C0A090B090D0F0C0A0C0B080E0809090A0D0C10100E0C0F0B0A090D1111080A100C0D10');
INSERT INTO "reports_fts_data" VALUES (274877906945, X'0000044E02303102080F01010F02013302060101110104323032330206010113010561626F7574020601013602046C65727402080E01010E02026E640208010132150203726D79020A02010102220203737572020E09010109221A110201740206010115010162020C0305010103050203616E6B020601013E020572616E6474020601011D0304696467650206010138010463616D7002060101700204726F7373020A0701010722010664656E696564020601016002036F657302060101230304756274730206010133020472697665020601014801076578616D706C650206010174010466656C6C020601016E0305727269657302060101140504796D656E020601014D0204726F6E74020601015F010767656E6572616C020C0B01010B211B01036861640206010163040272610206010171030572626F7572020601017703047A72756E020601012C02036F6C64020601013B020374747002060101730208797065726C696E6B02060101720102697402080101620A01046A697372020601011601056B616D696C020601011701056D6172636802060101120204696E6564020601016402056F6E64617902080101191801056E6164696D020601012B0204656C6C61020601011C02056F626F64790206010146030772746877697265020A01011E0412030174020A050101052101026F66020801013F11030766696369616C73020601016802016E020A010118184302027267020601017502027574020601014A010570686F746F020601011B02036C616E020601012502076F737369626C65020601016B0401740206010178010672616973656402060101350203656164020601014B0306706F72746564020601013102036F61640206010166010473616964020801012D190302797302080C01010C02056372697074020C0D0501010D050205656C6D6172020601011F020568656C6C73020601016D020369676E0206010179020374617902080A01010A01047468617402080101610D030165021E080101081B09110706040C051109130303696E6B020601016902016F020601012601027570020601017A02017302080101492001027761020601011A020165020601013903027265020601013403027374020601013D0203696C6C020C04010104380F0105C2A4616C6C02060102020309643230323330333133020601020603076D32303233303302060102050305793230323302060102040208B6686172626F757202060102090304706F7374020601020A030374686502060102080201B70208010203060106D8A7D8A8D9880206010152030AD984D8ACD8A8D987D8A90206010156050AD985D8B3D983D8B1D98A020601015404018602060101550207A8D8ADD8B3D8A8020601015C0306D98AD8A7D986020601015D0203AAD984020601015A040786D8B3D8ADD8A802060101580104D984D986020601015704038AD8AB0206010153020385D9860206010159020987D8A7D8B1D988D986020601015B020788D982D8A7D98402060101510409080B0C0C0A0C0E080B0A0C0B0B0D0D0A0B0B0E0B0C0B0B110A090C0B0A0A0F0A0B0C0C0B0D0C0B0C100A0A0E0A09090C0A0E080D0A0D0A0C0A0F0C0C0A0B0C140A080909090809090D0C100E0C0F0B0A090D1111080E0D0A0E0B0A0A10');
INSERT INTO "reports_fts_data" VALUES (412316860417, X'0000003107306B696C6C6564030601010401036F6E650306010102010377617303060101030105C2A4616C6C0306010202040D0A0A');
INSERT INTO "reports_fts_data" VALUES (549755813889, X'0000003207306B696C6C65640406010104010374776F040601010201047765726504060101030105C2A4616C6C0406010202040D0A0B');
INSERT INTO "reports_fts_idx" VALUES (1, X'', 2);
INSERT INTO "reports_fts_idx" VALUES (2, X'', 2);
INSERT INTO "reports_fts_idx" VALUES (3, X'', 2);
INSERT INTO "reports_fts_idx" VALUES (4, X'', 2);
INSERT INTO "reports_fts_docsize" VALUES (1, X'09580A');
INSERT INTO "reports_fts_docsize" VALUES (2, X'0F7909');
INSERT INTO "reports_fts_docsize" VALUES (3, X'000301');
INSERT INTO "reports_fts_docsize" VALUES (4, X'000301');
INSERT INTO "reports_fts_config" VALUES ('version', 4);
INSERT INTO "stories" VALUES (1, 'story-979046ff5f41dd85be40', 2, 'Rockets kill at least 12 in Manshar, monitor says', '2023-03-13', '2023-03-13', 4, 1);
INSERT INTO "story_reports" VALUES (1, 1, 738592, X'20450B0001004100006DCAEA5DAA119AAD158A0510C2BCEFE2B9172A158A05244429C509CDFD03157D05820127E1B11EB0CB1572045CE65224CABD8C89008A05C1AFFA16AAF92CAE008A0571B7CE7C2AC1824F00870447DBC51FAAD7AA1E007604F96C855C78273FFC006E045083886EF74D9139006C04BFD944B998183B86008A0111E8ACECB1435C9C008A00A2CFB629F4110AC0008A004D04E96455865BC9008A003AC91D8124E578CD008A00898BF59F7F6F72D4008A015D960A2CC93712D8008A009B30AE8DD043B6D8008A00A5B1A20764697BE5008A00BB11746CDE4CDCE9008A0066F739F53107E606008A006D575723B56D275D008A00ED075D231A1DE261008A011179D61C934CC18A153D05B0AD66680966C361006504FAEE6B51E1DAB8400060042A43731F07B20184005F045E129358B26757D60079007B59C7F458482E940078007B406CF9A1DCCE39007401C031A24915BA514F1535068BE73185AB4C110A0070001BC4A7A31A99BF640055050300DE88037054E0006D02FEC2F8F154259004006A004299B47CD4F7EA2F005104BC5F9DB0C996E091004F042B60539496C4F66E004E0485787298FC609332004904F600DEAB71100DF9004804A7DA464C4A1DC519005C00ECD1875C9ABFF8BD005900B41DC607418F34C500430433226F282F90B370003D0492633876E76C78D5003A0496B8A4CA3CCF432300390630E3BF767589D52A00360499254E4822A1231D003204251F61C884C49B98151C04DBDC27336C74A329003C00FCFB74B87BF3E1B6003300576E3CA20FF011A80032008E1F076D837D2445002304748B78060886B973001F04E052DA5B12C91384002400B823C2CC984290F0002200F02794B23134F232001A0430870916AB402E44001C0063ACB7F6DF9FF3DF000F042526CB55BD33500F001200', X'C7C7BBAEC7C7C4B3A9A6C7C7C7C7C7C7C7C7C7C7C7C7C7619D9695B6B5B054AC86A8A4807D7B7472908C6A615C5B56502D5F5150383139362A2D181D');
INSERT INTO "story_reports" VALUES (2, 1, 738592, X'20450B00010001000010C2BCEFE2B9172A228A05B2DF372882F091AF158A04643391457005AD27158A0551DF9474A46E31B4156A04FDC4CBAEBEA65B9E008A05898BF59F7F6F72D4008A05ED075D231A1DE261008A05B8D8B04A0BDFD267008A060E6C5BF5739E0DE0154C04F096A2F6E056E425007F04CFD979DF4621980C007704F96C855C78273FFC006E04FCFB74B87BF3E1B62233045E93BB8C4F2EAE84008A005CE65224CABD8C89008A0108ACAECF90BD4198008A00365E4477B16337AF008A00A2CFB629F4110AC0008A003AC91D8124E578CD008A005D960A2CC93712D8008A009B30AE8DD043B6D8008A00A5B1A20764697BE5008A00BB11746CDE4CDCE9008A006CCE776D1DE34BF4008A0066F739F53107E606008A00220C74711BE02B15008A008010F48299406815008A009ACDB3E72E42407A008A0033226F282F90B370153D047576EE48F3DCDE9E007A001A5FBEAEB58CF3F5006C005083886EF74D9139006C00E04C48E5168806B0004F043DA2DEBAAF63FFD7004F04980DD8AED553D789004E04C8AC2AF32020DAEA004E04C2288A2FE22D65C5004D04A8EB6AD87AD51AE6004D04FFFBDEDFBC94DB21004D04E052DA5B12C913842224049B9F0597DBDCCB8E00610085787298FC6093320049049A628E59DD4605950042041BC4A7A31A99BF6400550137081323DE13163F005400A583F3B81C0320E5005000CA472879CC7849C5004B00C561C95FE0083F1E152B00576E3CA20FF011A8003204251F61C884C49B98151C041179D61C934CC18A003D01FDCB917A30114400003A007FCE244B805D41290033002526CB55BD33500F15120430870916AB402E44001C045934A8AED08D5B40001B04ACC38EDD379817A0001800C6C4D65074839FF900100463ACB7F6DF9FF3DF000F00', X'BAC7C7A4C7BABAC778BDB4A351C7BAC7C7BABABABABABAC7BAC7C7C760B7A6A17D7D7B7B7A7A7A3997726984847E77454F2D605C511D2D2B261A18');
INSERT INTO "story_terms" VALUES (-8934664442064190678, 738592, 1);
INSERT INTO "story_terms" VALUES (-8886114095557012642, 738592, 2);
INSERT INTO "story_terms" VALUES (-8774392404778886721, 738592, 1);
INSERT INTO "story_terms" VALUES (-8535238517883476388, 738592, 1);
INSERT INTO "story_terms" VALUES (-8448387231242618607, 738592, 1);
INSERT INTO "story_terms" VALUES (-7475485476801041400, 738592, 2);
INSERT INTO "story_terms" VALUES (-7179789274476386287, 738592, 1);
INSERT INTO "story_terms" VALUES (-7035846654929681155, 738592, 2);
INSERT INTO "story_terms" VALUES (-5937413735316796819, 738592, 1);
INSERT INTO "story_terms" VALUES (-5896063303209537599, 738592, 1);
INSERT INTO "story_terms" VALUES (-5821074379491746250, 738592, 2);
INSERT INTO "story_terms" VALUES (-5795586803637952590, 738592, 2);
INSERT INTO "story_terms" VALUES (-5462463220414095535, 738592, 2);
INSERT INTO "story_terms" VALUES (-5268662376345568260, 738592, 2);
INSERT INTO "story_terms" VALUES (-4608851528290742366, 738592, 1);
INSERT INTO "story_terms" VALUES (-3937405747882032051, 738592, 1);
INSERT INTO "story_terms" VALUES (-3769479138773630590, 738592, 1);
INSERT INTO "story_terms" VALUES (-3138323396388615287, 738592, 2);
INSERT INTO "story_terms" VALUES (-2302009613641618418, 738592, 2);
INSERT INTO "story_terms" VALUES (-843330789671711124, 738592, 2);
INSERT INTO "story_terms" VALUES (-270454054717133575, 738592, 1);
INSERT INTO "story_terms" VALUES (-270454054717133575, 738592, 2);
INSERT INTO "story_terms" VALUES (287611393067795492, 738592, 1);
INSERT INTO "story_terms" VALUES (907511913195887055, 738592, 2);
INSERT INTO "story_terms" VALUES (1525559307267214370, 738592, 2);
INSERT INTO "story_terms" VALUES (1542553900445601920, 738592, 2);
INSERT INTO "story_terms" VALUES (2209815692856122183, 738592, 1);
INSERT INTO "story_terms" VALUES (2730402798303876848, 738592, 2);
INSERT INTO "story_terms" VALUES (2858947318211752804, 738592, 2);
INSERT INTO "story_terms" VALUES (3033097258393190928, 738592, 1);
INSERT INTO "story_terms" VALUES (3033097258393190928, 738592, 2);
INSERT INTO "story_terms" VALUES (4148182456891638608, 738592, 1);
INSERT INTO "story_terms" VALUES (4663718075410673402, 738592, 1);
INSERT INTO "story_terms" VALUES (5715554002702315968, 738592, 1);
INSERT INTO "story_terms" VALUES (5729354064195401585, 738592, 1);
INSERT INTO "story_terms" VALUES (7044586432729886128, 738592, 1);
INSERT INTO "story_terms" VALUES (7053231964515272685, 738592, 2);
INSERT INTO "story_terms" VALUES (7259689464038409243, 738592, 1);
INSERT INTO "story_terms" VALUES (7481287170606553272, 738592, 2);
INSERT INTO "story_terms" VALUES (8120993085295370803, 738592, 2);
INSERT INTO "story_frequencies" VALUES (-8934664442064190678, 1);
INSERT INTO "story_frequencies" VALUES (-8929572555457932576, 2);
INSERT INTO "story_frequencies" VALUES (-8886114095557012642, 1);
INSERT INTO "story_frequencies" VALUES (-8774392404778886721, 1);
INSERT INTO "story_frequencies" VALUES (-8535238517883476388, 2);
INSERT INTO "story_frequencies" VALUES (-8514244393294099048, 1);
INSERT INTO "story_frequencies" VALUES (-8448387231242618607, 2);
INSERT INTO "story_frequencies" VALUES (-8157183464361844837, 1);
INSERT INTO "story_frequencies" VALUES (-7935176750431117380, 1);
INSERT INTO "story_frequencies" VALUES (-7769192760266499717, 1);
INSERT INTO "story_frequencies" VALUES (-7708677270670515558, 1);
INSERT INTO "story_frequencies" VALUES (-7475485476801041400, 1);
INSERT INTO "story_frequencies" VALUES (-7450145083977818331, 2);
INSERT INTO "story_frequencies" VALUES (-7179789274476386287, 1);
INSERT INTO "story_frequencies" VALUES (-7035846654929681155, 1);
INSERT INTO "story_frequencies" VALUES (-6998913833428421003, 1);
INSERT INTO "story_frequencies" VALUES (-6910887737468992596, 1);
INSERT INTO "story_frequencies" VALUES (-6336019250796532137, 2);
INSERT INTO "story_frequencies" VALUES (-5937413735316796819, 1);
INSERT INTO "story_frequencies" VALUES (-5896063303209537599, 1);
INSERT INTO "story_frequencies" VALUES (-5821074379491746250, 1);
INSERT INTO "story_frequencies" VALUES (-5795586803637952590, 1);
INSERT INTO "story_frequencies" VALUES (-5762769041256592160, 1);
INSERT INTO "story_frequencies" VALUES (-5462463220414095535, 1);
INSERT INTO "story_frequencies" VALUES (-5268662376345568260, 2);
INSERT INTO "story_frequencies" VALUES (-4757842336618655252, 1);
INSERT INTO "story_frequencies" VALUES (-4608851528290742366, 2);
INSERT INTO "story_frequencies" VALUES (-4236603839982723660, 1);
INSERT INTO "story_frequencies" VALUES (-4230717555336525878, 1);
INSERT INTO "story_frequencies" VALUES (-4222918626106529598, 1);
INSERT INTO "story_frequencies" VALUES (-3937405747882032051, 1);
INSERT INTO "story_frequencies" VALUES (-3769479138773630590, 1);
INSERT INTO "story_frequencies" VALUES (-3640908353781249734, 2);
INSERT INTO "story_frequencies" VALUES (-3138323396388615287, 2);
INSERT INTO "story_frequencies" VALUES (-3064579805048970350, 1);
INSERT INTO "story_frequencies" VALUES (-3001816610931273122, 1);
INSERT INTO "story_frequencies" VALUES (-2882475630088248771, 1);
INSERT INTO "story_frequencies" VALUES (-2877175874769480099, 2);
INSERT INTO "story_frequencies" VALUES (-2831000752746516325, 2);
INSERT INTO "story_frequencies" VALUES (-2309326399645176733, 2);
INSERT INTO "story_frequencies" VALUES (-2302009613641618418, 1);
INSERT INTO "story_frequencies" VALUES (-2282075950686535677, 1);
INSERT INTO "story_frequencies" VALUES (-1936544417872378971, 1);
INSERT INTO "story_frequencies" VALUES (-1910817738542894683, 2);
INSERT INTO "story_frequencies" VALUES (-1865944371998037080, 1);
INSERT INTO "story_frequencies" VALUES (-1595315649810001477, 2);
INSERT INTO "story_frequencies" VALUES (-1523870198020789048, 1);
INSERT INTO "story_frequencies" VALUES (-1112315883922775112, 1);
INSERT INTO "story_frequencies" VALUES (-843330789671711124, 1);
INSERT INTO "story_frequencies" VALUES (-724080403127836902, 1);
INSERT INTO "story_frequencies" VALUES (-500725903167454986, 1);
INSERT INTO "story_frequencies" VALUES (-459504101372803898, 1);
INSERT INTO "story_frequencies" VALUES (-270454054717133575, 2);
INSERT INTO "story_frequencies" VALUES (0, 2);
INSERT INTO "story_frequencies" VALUES (19159198328802301, 1);
INSERT INTO "story_frequencies" VALUES (287611393067795492, 1);
INSERT INTO "story_frequencies" VALUES (328803819565138686, 1);
INSERT INTO "story_frequencies" VALUES (497092720020027238, 2);
INSERT INTO "story_frequencies" VALUES (725445314541119371, 1);
INSERT INTO "story_frequencies" VALUES (907511913195887055, 1);
INSERT INTO "story_frequencies" VALUES (1103438796986983973, 2);
INSERT INTO "story_frequencies" VALUES (1525559307267214370, 1);
INSERT INTO "story_frequencies" VALUES (1542553900445601920, 1);
INSERT INTO "story_frequencies" VALUES (1856922626304694951, 1);
INSERT INTO "story_frequencies" VALUES (2099699019898824089, 1);
INSERT INTO "story_frequencies" VALUES (2179470504443339205, 1);
INSERT INTO "story_frequencies" VALUES (2209815692856122183, 1);
INSERT INTO "story_frequencies" VALUES (2439707162081950719, 1);
INSERT INTO "story_frequencies" VALUES (2541102474771871894, 1);
INSERT INTO "story_frequencies" VALUES (2730402798303876848, 1);
INSERT INTO "story_frequencies" VALUES (2858947318211752804, 1);
INSERT INTO "story_frequencies" VALUES (2972760034639138431, 1);
INSERT INTO "story_frequencies" VALUES (3000369784822422747, 1);
INSERT INTO "story_frequencies" VALUES (3033097258393190928, 2);
INSERT INTO "story_frequencies" VALUES (3086524257228809008, 1);
INSERT INTO "story_frequencies" VALUES (3452844556330244418, 1);
INSERT INTO "story_frequencies" VALUES (3644363161478527109, 2);
INSERT INTO "story_frequencies" VALUES (3671054034314471408, 1);
INSERT INTO "story_frequencies" VALUES (4148182456891638608, 2);
INSERT INTO "story_frequencies" VALUES (4165509293596754043, 1);
INSERT INTO "story_frequencies" VALUES (4545842718669211703, 1);
INSERT INTO "story_frequencies" VALUES (4637456168731030617, 1);
INSERT INTO "story_frequencies" VALUES (4663718075410673402, 1);
INSERT INTO "story_frequencies" VALUES (4912935347061098288, 2);
INSERT INTO "story_frequencies" VALUES (4982245091201982350, 1);
INSERT INTO "story_frequencies" VALUES (5715554002702315968, 1);
INSERT INTO "story_frequencies" VALUES (5729354064195401585, 1);
INSERT INTO "story_frequencies" VALUES (6712454394368448365, 1);
INSERT INTO "story_frequencies" VALUES (7044586432729886128, 1);
INSERT INTO "story_frequencies" VALUES (7053231964515272685, 2);
INSERT INTO "story_frequencies" VALUES (7259689464038409243, 2);
INSERT INTO "story_frequencies" VALUES (7481287170606553272, 1);
INSERT INTO "story_frequencies" VALUES (7995794339455524907, 1);
INSERT INTO "story_frequencies" VALUES (8120993085295370803, 2);
INSERT INTO "story_frequencies" VALUES (8338843554079607668, 1);
INSERT INTO "story_frequencies" VALUES (8809113640359939482, 1);
INSERT INTO "story_ledger" VALUES (1, 'story-979046ff5f41dd85be40', 'minted', NULL, '2026-11-26T16:41:20+00:00', 'report-9c8941bb26cc6f59905d');
INSERT INTO "standing_reviews" VALUES (1);
CREATE INDEX ix_actors_id ON actors (id);
CREATE INDEX ix_reviews_text_sha256_layer ON reviews (text_sha256, layer);
CREATE INDEX ix_copy_pairs_other_key ON copy_pairs (other_key);
CREATE INDEX ix_failures_capture_key ON failures (capture_key);
CREATE INDEX ix_watch_turns_host_key ON watch_turns (host_key);
CREATE INDEX ix_reports_capture_key ON reports (capture_key);
CREATE INDEX ix_reports_outlet ON reports (outlet);
CREATE INDEX ix_reports_text_sha256 ON reports (text_sha256);
CREATE INDEX ix_reports_work_key ON reports (work_key);
CREATE INDEX ix_case_reports_report_key ON case_reports (report_key);
CREATE INDEX ix_copy_reports_text_key ON copy_reports (text_key);
CREATE INDEX ix_entities_actor ON entities (actor);
CREATE INDEX ix_readings_run_key ON readings (run_key);
CREATE INDEX ix_report_actors_actor_key ON report_actors (actor_key);
CREATE INDEX ix_report_captures_capture_key ON report_captures (capture_key);
CREATE INDEX ix_successions_previous_key ON successions (previous_key);
CREATE INDEX ix_watch_fetches_holder ON watch_fetches (holder);
CREATE INDEX ix_watch_fetches_host_key_state_next_at ON watch_fetches (host_key, state, next_at);
CREATE INDEX ix_watch_fetches_host_key_until ON watch_fetches (host_key, until);
CREATE INDEX ix_watch_fetches_moved_key ON watch_fetches (moved_key);
CREATE INDEX ix_watch_fetches_report_key ON watch_fetches (report_key);
CREATE INDEX ix_control_statement_key ON control (statement_key);
CREATE INDEX ix_control_status ON control (status);
CREATE INDEX ix_estimates_statement_key ON estimates (statement_key);
CREATE INDEX ix_events_statement_key ON events (statement_key);
CREATE INDEX ix_events_type ON events (type);
CREATE INDEX ix_places_gazetteer_id ON places (gazetteer_id);
CREATE INDEX ix_places_report_key ON places (report_key);
CREATE INDEX ix_places_statement_key ON places (statement_key);
CREATE INDEX ix_statement_actors_folded ON statement_actors (folded);
CREATE INDEX ix_statement_places_folded ON statement_places (folded);
CREATE INDEX ix_statement_vectors_vector_key ON statement_vectors (vector_key);
CREATE INDEX ix_times_statement_key ON times (statement_key);
CREATE INDEX ix_watch_feeds_root_key ON watch_feeds (root_key);
CREATE INDEX ix_watch_finds_feed_key ON watch_finds (feed_key);
CREATE INDEX ix_control_parts_actor ON control_parts (actor);
CREATE INDEX ix_estimate_parts_actor ON estimate_parts (actor);
CREATE INDEX ix_event_parts_actor ON event_parts (actor);
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
JOIN reports AS b ON b.key = c.other;
CREATE VIEW watch_state AS
SELECT f.kind, f.address, f.state, f.tries, f.message, h.host,
       strftime('%Y-%m-%dT%H:%M:%SZ', f.next_at, 'unixepoch') AS next_at, strftime('%Y-%m-%dT%H:%M:%SZ', f.asked_at, 'unixepoch') AS asked_at, r.id AS report
FROM watch_fetches f JOIN watch_hosts h ON h.key = f.host_key LEFT JOIN reports r ON r.key = f.report_key;
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
JOIN runs ON runs.key = readings.run_key;
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
JOIN runs ON runs.key = readings.run_key;
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
JOIN runs ON runs.key = readings.run_key;
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
JOIN runs ON runs.key = readings.run_key;
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
LEFT JOIN runs ON runs.key = readings.run_key;
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
LEFT JOIN works ON works.key = r.work_key;
CREATE INDEX ix_stories_changed ON stories ("key") WHERE changed;
CREATE INDEX ix_stories_last ON stories (last);
CREATE INDEX ix_story_reports_story_key_day_report_key ON story_reports (story_key, day, report_key);
CREATE INDEX ix_story_ledger_other ON story_ledger (other);
CREATE INDEX ix_story_ledger_story ON story_ledger (story);
CREATE INDEX ix_group_ledger_id ON group_ledger (id);
CREATE INDEX ix_matters_story_key ON matters (story_key);
CREATE INDEX ix_quote_groups_story_key ON quote_groups (story_key);
CREATE INDEX ix_lineage_report_key ON lineage (report_key);
CREATE INDEX ix_lineage_story_key ON lineage (story_key);
CREATE INDEX ix_lineage_target_key ON lineage (target_key);
CREATE INDEX ix_matter_statements_statement_key ON matter_statements (statement_key);
CREATE INDEX ix_mismatches_source_key ON mismatches (source_key);
CREATE INDEX ix_mismatches_statement_key ON mismatches (statement_key);
CREATE INDEX ix_mismatches_story_key ON mismatches (story_key);
CREATE INDEX ix_quote_variants_report_key ON quote_variants (report_key);
CREATE INDEX ix_quote_variants_statement_key ON quote_variants (statement_key);
CREATE INDEX ix_relations_a_key ON relations (a_key);
CREATE INDEX ix_relations_b_key ON relations (b_key);
CREATE INDEX ix_relations_kind ON relations (kind);
CREATE INDEX ix_relations_matter_key ON relations (matter_key);
CREATE INDEX ix_relations_story_key ON relations (story_key);
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
LEFT JOIN matters AS m ON m.key = o.matter_key;
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
LEFT JOIN mismatch_differences AS d ON d.mismatch_key = o.key;
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
LEFT JOIN reports AS t ON t.key = o.target_key;
CREATE INDEX ix_reviews_by ON reviews ("by");
CREATE INDEX ix_tokens_account_key ON tokens (account_key);
CREATE INDEX ix_sessions_account_key ON sessions (account_key);
CREATE INDEX ix_sessions_expires_at ON sessions (expires_at);
CREATE INDEX ix_audit_log_who ON audit_log (who);
CREATE INDEX ix_group_reviews_kind ON group_reviews (kind);
CREATE INDEX ix_assignments_coder_state ON assignments (coder, state);
CREATE INDEX ix_assignments_report_key ON assignments (report_key);
CREATE INDEX ix_review_leases_holder ON review_leases (holder);
CREATE INDEX ix_audit_items_text_sha256_layer ON audit_items (text_sha256, layer);
CREATE INDEX ix_statements_score_key ON statements (score, "key");
CREATE INDEX ix_statements_unnamed ON statements ("key") WHERE unnamed;
CREATE INDEX ix_events_score_key ON events (score, "key");
CREATE INDEX ix_estimates_score_key ON estimates (score, "key");
CREATE INDEX ix_control_score_key ON control (score, "key");
CREATE INDEX ix_places_score_key ON places (score, "key");
CREATE INDEX ix_statements_report_key_form_unnamed ON statements (report_key, form, unnamed);
CREATE INDEX ix_statement_actors_actor_role_statement_key ON statement_actors (actor, role, statement_key);
CREATE INDEX ix_statement_places_gazetteer_id_statement_key ON statement_places (gazetteer_id, statement_key);
CREATE INDEX ix_reports_published_day_key ON reports (published_day, key);
CREATE INDEX ix_travels_regrouped ON travels (story_key) WHERE regrouped IS NOT NULL;
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
LEFT JOIN statements AS s ON s.key = o.statement_key;
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
    o."decided" AS "decided",
    z.id AS "story",
    z.title AS "story_title",
    o.key AS "key"
FROM matters AS o
LEFT JOIN stories AS z ON z.key = o.story_key;
COMMIT;
