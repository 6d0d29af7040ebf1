-- schema 0005
-- frozen eb74830105c5b6df5c8800e6f35c38bba36c4a6b1c5f7136584ef952a3a79122
--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    name text NOT NULL,
    role character varying NOT NULL,
    password_hash character varying,
    disabled boolean NOT NULL,
    created_at character varying NOT NULL
);


--
-- Name: accounts_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.accounts_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: accounts_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.accounts_key_seq OWNED BY public.accounts.key;


--
-- Name: actor_names; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.actor_names (
    actor character varying NOT NULL,
    folded text NOT NULL
);


--
-- Name: actors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.actors (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    id character varying NOT NULL,
    name text NOT NULL,
    kind character varying NOT NULL,
    country character varying,
    reference text,
    origin text NOT NULL,
    record bytea NOT NULL
);


--
-- Name: actors_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.actors_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: actors_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.actors_key_seq OWNED BY public.actors.key;


--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: assignments; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.assignments (
    key bigint NOT NULL,
    batch text NOT NULL,
    report_key bigint NOT NULL,
    coder text NOT NULL,
    kind character varying NOT NULL,
    blind boolean NOT NULL,
    layers text NOT NULL,
    state character varying NOT NULL,
    by text NOT NULL,
    at character varying NOT NULL,
    done_at character varying
);


--
-- Name: assignments_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.assignments_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: assignments_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.assignments_key_seq OWNED BY public.assignments.key;


--
-- Name: audit_items; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_items (
    audit_key bigint NOT NULL,
    ordinal integer NOT NULL,
    layer character varying NOT NULL,
    text_sha256 character varying(64) NOT NULL,
    spans character varying NOT NULL,
    record character varying NOT NULL,
    report character varying NOT NULL
);


--
-- Name: audit_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_log (
    key bigint NOT NULL,
    at character varying NOT NULL,
    who text NOT NULL,
    via character varying NOT NULL,
    action character varying NOT NULL,
    target text,
    detail text
);


--
-- Name: audit_log_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.audit_log_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: audit_log_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.audit_log_key_seq OWNED BY public.audit_log.key;


--
-- Name: audits; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audits (
    key bigint NOT NULL,
    id character varying NOT NULL,
    digest character varying(20) NOT NULL,
    name text NOT NULL,
    at character varying NOT NULL,
    by text NOT NULL,
    seed integer NOT NULL,
    record text NOT NULL
);


--
-- Name: audits_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.audits_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: audits_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.audits_key_seq OWNED BY public.audits.key;


--
-- Name: blocks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.blocks (
    report_key bigint NOT NULL,
    "position" integer NOT NULL,
    kind character varying NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    by character varying NOT NULL
);


--
-- Name: captures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.captures (
    key bigint NOT NULL,
    id character varying NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying NOT NULL,
    compression character varying NOT NULL,
    data bytea NOT NULL
);


--
-- Name: captures_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.captures_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: captures_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.captures_key_seq OWNED BY public.captures.key;


--
-- Name: case_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.case_reports (
    case_key bigint NOT NULL,
    report_key bigint NOT NULL
);


--
-- Name: cases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cases (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    name text NOT NULL
);


--
-- Name: cases_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.cases_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: cases_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.cases_key_seq OWNED BY public.cases.key;


--
-- Name: checkpoints; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.checkpoints (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    source text NOT NULL,
    "position" text NOT NULL,
    done boolean NOT NULL
);


--
-- Name: checkpoints_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.checkpoints_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: checkpoints_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.checkpoints_key_seq OWNED BY public.checkpoints.key;


--
-- Name: control; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.control (
    key bigint NOT NULL,
    report_key bigint NOT NULL,
    statement_key bigint NOT NULL,
    id character varying NOT NULL,
    "position" integer NOT NULL,
    status character varying NOT NULL,
    asserted boolean NOT NULL,
    aux character varying,
    trigger text NOT NULL,
    spans character varying NOT NULL,
    as_of character varying,
    as_of_start character varying,
    as_of_end character varying,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: control_parts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.control_parts (
    control_key bigint NOT NULL,
    "position" integer NOT NULL,
    role character varying NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    entity character varying,
    actor character varying,
    place character varying,
    evidence character varying NOT NULL,
    spans character varying
);


--
-- Name: readings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.readings (
    report_key bigint NOT NULL,
    run_key bigint NOT NULL,
    place text NOT NULL,
    projection integer NOT NULL,
    record bytea NOT NULL,
    record_sha256 character varying(64) NOT NULL
);


--
-- Name: reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reports (
    key bigint NOT NULL,
    id character varying NOT NULL,
    capture_key bigint NOT NULL,
    sighting_key bigint NOT NULL,
    work_key bigint,
    edition integer NOT NULL,
    text text NOT NULL,
    text_exact bytea,
    text_sha256 character varying(64) NOT NULL,
    extraction character varying NOT NULL,
    title text,
    title_from text,
    outlet text,
    outlet_from text,
    url text,
    url_from text,
    published character varying,
    published_from text,
    published_day character varying(10),
    updated character varying,
    updated_from text,
    authors text NOT NULL,
    place text,
    place_from text,
    language character varying,
    direction character varying NOT NULL,
    flags text NOT NULL,
    record bytea NOT NULL,
    record_sha256 character varying(64) NOT NULL
);


--
-- Name: runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.runs (
    key bigint NOT NULL,
    id character varying NOT NULL,
    version character varying NOT NULL,
    extraction character varying NOT NULL,
    model_sha256 character varying NOT NULL,
    lexicons_sha256 character varying NOT NULL,
    gazetteer_sha256 character varying NOT NULL
);


--
-- Name: statements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statements (
    key bigint NOT NULL,
    report_key bigint NOT NULL,
    id character varying NOT NULL,
    "position" integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    spans character varying NOT NULL,
    content text NOT NULL,
    block character varying,
    form character varying NOT NULL,
    mood character varying NOT NULL,
    chain text NOT NULL,
    voices integer NOT NULL,
    source text,
    source_kind character varying NOT NULL,
    source_actor character varying,
    source_role text,
    unnamed boolean NOT NULL,
    act character varying NOT NULL,
    factuality character varying NOT NULL,
    said character varying,
    said_start character varying,
    said_end character varying,
    editorial character varying,
    about character varying,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: successions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.successions (
    report_key bigint NOT NULL,
    kind character varying NOT NULL,
    previous_key bigint NOT NULL
);


--
-- Name: control_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.control_flat AS
 SELECT o.id,
    o.status,
    o.asserted,
    o.aux,
    o.trigger,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT control_parts.name
                   FROM public.control_parts
                  WHERE ((control_parts.control_key = o.key) AND ((control_parts.role)::text = 'holder'::text))
                  GROUP BY control_parts.name
                  ORDER BY (min(control_parts."position"))) listed) AS holders,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT control_parts.name
                   FROM public.control_parts
                  WHERE ((control_parts.control_key = o.key) AND ((control_parts.role)::text = 'place'::text))
                  GROUP BY control_parts.name
                  ORDER BY (min(control_parts."position"))) listed) AS places,
    o.as_of,
    o.as_of_start,
    o.as_of_end,
    s.id AS statement,
    s.chain,
    s.source,
    s.source_actor,
    s.unnamed,
    s.act,
    s.factuality,
    s.said,
    s.content,
    r.id AS report,
    r.outlet,
    r.title,
    r.url,
    r.published,
    r.published_day,
    r.edition,
    (NOT (EXISTS ( SELECT 1
           FROM public.successions later
          WHERE (later.previous_key = r.key)))) AS latest,
    runs.id AS run,
    o.key
   FROM ((((public.control o
     JOIN public.reports r ON ((r.key = o.report_key)))
     JOIN public.statements s ON ((s.key = o.statement_key)))
     JOIN public.readings ON ((readings.report_key = r.key)))
     JOIN public.runs ON ((runs.key = readings.run_key)));


--
-- Name: copy_pairs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.copy_pairs (
    text_key bigint NOT NULL,
    other_key bigint NOT NULL,
    kind character varying NOT NULL,
    share double precision NOT NULL,
    other_share double precision NOT NULL,
    sentences integer NOT NULL,
    jaccard double precision NOT NULL
);


--
-- Name: copy_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.copy_reports (
    report_key bigint NOT NULL,
    text_key bigint NOT NULL
);


--
-- Name: copy_texts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.copy_texts (
    key bigint NOT NULL,
    fingerprint bigint NOT NULL,
    words integer NOT NULL,
    sentences bytea NOT NULL,
    signature bytea NOT NULL
);


--
-- Name: copies_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.copies_flat AS
 SELECT c.kind,
        CASE
            WHEN ((a.work_key IS NULL) AND (b.work_key IS NULL)) THEN (a.capture_key = b.capture_key)
            ELSE COALESCE((a.work_key = b.work_key), false)
        END AS editions,
    c.share,
    c.other_share,
    c.sentences,
    c.jaccard,
    a.id AS report,
    a.outlet,
    a.title,
    a.published,
    a.url,
    b.id AS other_report,
    b.outlet AS other_outlet,
    b.title AS other_title,
    b.published AS other_published,
    b.url AS other_url,
    a.key AS report_key,
    b.key AS other_key
   FROM ((( SELECT x.report_key AS one,
            y.report_key AS other,
            'exact'::character varying AS kind,
            1.0 AS share,
            1.0 AS other_share,
            (length(t.sentences) / 10) AS sentences,
            1.0 AS jaccard
           FROM ((public.copy_reports x
             JOIN public.copy_reports y ON (((y.text_key = x.text_key) AND (y.report_key > x.report_key))))
             JOIN public.copy_texts t ON ((t.key = x.text_key)))
        UNION ALL
         SELECT x.report_key,
            y.report_key,
            p.kind,
            p.share,
            p.other_share,
            p.sentences,
            p.jaccard
           FROM ((public.copy_pairs p
             JOIN public.copy_reports x ON ((x.text_key = p.text_key)))
             JOIN public.copy_reports y ON (((y.text_key = p.other_key) AND (y.report_key > x.report_key))))
        UNION ALL
         SELECT y.report_key,
            x.report_key,
            p.kind,
            p.other_share,
            p.share,
            p.sentences,
            p.jaccard
           FROM ((public.copy_pairs p
             JOIN public.copy_reports x ON ((x.text_key = p.text_key)))
             JOIN public.copy_reports y ON (((y.text_key = p.other_key) AND (y.report_key < x.report_key))))) c
     JOIN public.reports a ON ((a.key = c.one)))
     JOIN public.reports b ON ((b.key = c.other)));


--
-- Name: copy_bands; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.copy_bands (
    band integer NOT NULL,
    text_key bigint NOT NULL
);


--
-- Name: copy_common; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.copy_common (
    hash bigint NOT NULL,
    anywhere boolean NOT NULL
);


--
-- Name: copy_sentences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.copy_sentences (
    hash bigint NOT NULL,
    text_key bigint NOT NULL
);


--
-- Name: copy_texts_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.copy_texts_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: copy_texts_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.copy_texts_key_seq OWNED BY public.copy_texts.key;


--
-- Name: differences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.differences (
    relation_key bigint NOT NULL,
    "position" integer NOT NULL,
    slot character varying NOT NULL,
    a_value text NOT NULL,
    b_value text NOT NULL,
    a_spans character varying NOT NULL,
    b_spans character varying NOT NULL,
    a_words text NOT NULL,
    b_words text NOT NULL
);


--
-- Name: sightings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sightings (
    key bigint NOT NULL,
    capture_key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    place text NOT NULL,
    at character varying,
    url text,
    declared_encoding text,
    headers text,
    hashes text,
    container_key bigint
);


--
-- Name: works; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.works (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    address text NOT NULL
);


--
-- Name: editions_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.editions_flat AS
 SELECT x.kind,
    works.address,
    r.id AS report,
    r.edition,
    r.title,
    r.published,
    r.updated,
    g.at AS seen,
    p.id AS previous,
    p.edition AS previous_edition,
    p.title AS previous_title,
    h.at AS previous_seen,
    r.key
   FROM (((((public.successions x
     JOIN public.reports r ON ((r.key = x.report_key)))
     JOIN public.reports p ON ((p.key = x.previous_key)))
     JOIN public.sightings g ON ((g.key = r.sighting_key)))
     JOIN public.sightings h ON ((h.key = p.sighting_key)))
     LEFT JOIN public.works ON ((works.key = r.work_key)));


--
-- Name: entities; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entities (
    report_key bigint NOT NULL,
    "position" integer NOT NULL,
    id character varying NOT NULL,
    name text NOT NULL,
    kind character varying NOT NULL,
    role text,
    abbreviation text,
    mentions integer NOT NULL,
    actor character varying,
    actor_by character varying
);


--
-- Name: estimate_parts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.estimate_parts (
    estimate_key bigint NOT NULL,
    "position" integer NOT NULL,
    role character varying NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    entity character varying,
    actor character varying,
    place character varying,
    evidence character varying NOT NULL,
    spans character varying
);


--
-- Name: estimates; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.estimates (
    key bigint NOT NULL,
    report_key bigint NOT NULL,
    statement_key bigint,
    id character varying NOT NULL,
    "position" integer NOT NULL,
    words text NOT NULL,
    spans character varying NOT NULL,
    low double precision,
    high double precision,
    approximate boolean NOT NULL,
    unit text NOT NULL,
    what text,
    as_of character varying,
    as_of_start character varying,
    as_of_end character varying,
    part_of character varying,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: estimates_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.estimates_flat AS
 SELECT o.id,
    o.words,
    o.low,
    o.high,
    o.approximate,
    o.unit,
    o.what,
    o.part_of,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT estimate_parts.name
                   FROM public.estimate_parts
                  WHERE (estimate_parts.estimate_key = o.key)
                  GROUP BY estimate_parts.name
                  ORDER BY (min(estimate_parts."position"))) listed) AS places,
    o.as_of,
    o.as_of_start,
    o.as_of_end,
    s.id AS statement,
    s.chain,
    s.source,
    s.source_actor,
    s.unnamed,
    s.act,
    s.factuality,
    s.said,
    s.content,
    r.id AS report,
    r.outlet,
    r.title,
    r.url,
    r.published,
    r.published_day,
    r.edition,
    (NOT (EXISTS ( SELECT 1
           FROM public.successions later
          WHERE (later.previous_key = r.key)))) AS latest,
    runs.id AS run,
    o.key
   FROM ((((public.estimates o
     JOIN public.reports r ON ((r.key = o.report_key)))
     LEFT JOIN public.statements s ON ((s.key = o.statement_key)))
     JOIN public.readings ON ((readings.report_key = r.key)))
     JOIN public.runs ON ((runs.key = readings.run_key)));


--
-- Name: event_parts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event_parts (
    event_key bigint NOT NULL,
    "position" integer NOT NULL,
    role character varying NOT NULL,
    name text NOT NULL,
    words text NOT NULL,
    entity character varying,
    actor character varying,
    place character varying,
    evidence character varying NOT NULL,
    spans character varying
);


--
-- Name: event_victims; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event_victims (
    event_key bigint NOT NULL,
    "position" integer NOT NULL,
    harm character varying NOT NULL,
    low double precision,
    high double precision,
    who text,
    civilians boolean,
    part boolean NOT NULL,
    spans character varying
);


--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    key bigint NOT NULL,
    report_key bigint NOT NULL,
    statement_key bigint NOT NULL,
    id character varying NOT NULL,
    "position" integer NOT NULL,
    type character varying NOT NULL,
    mode character varying,
    contexts character varying,
    aux character varying,
    derived boolean NOT NULL,
    trigger text NOT NULL,
    spans character varying NOT NULL,
    "time" character varying,
    time_start character varying,
    time_end character varying,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: events_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.events_flat AS
 SELECT o.id,
    o.type,
    o.mode,
    o.aux,
    o.derived,
    o.trigger,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT event_parts.name
                   FROM public.event_parts
                  WHERE ((event_parts.event_key = o.key) AND ((event_parts.role)::text = 'actor'::text))
                  GROUP BY event_parts.name
                  ORDER BY (min(event_parts."position"))) listed) AS actors,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT event_parts.name
                   FROM public.event_parts
                  WHERE ((event_parts.event_key = o.key) AND ((event_parts.role)::text = 'recipient'::text))
                  GROUP BY event_parts.name
                  ORDER BY (min(event_parts."position"))) listed) AS recipients,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT event_parts.name
                   FROM public.event_parts
                  WHERE ((event_parts.event_key = o.key) AND ((event_parts.role)::text = 'place'::text))
                  GROUP BY event_parts.name
                  ORDER BY (min(event_parts."position"))) listed) AS places,
    o."time",
    o.time_start,
    o.time_end,
    s.id AS statement,
    s.chain,
    s.source,
    s.source_actor,
    s.unnamed,
    s.act,
    s.factuality,
    s.said,
    s.content,
    r.id AS report,
    r.outlet,
    r.title,
    r.url,
    r.published,
    r.published_day,
    r.edition,
    (NOT (EXISTS ( SELECT 1
           FROM public.successions later
          WHERE (later.previous_key = r.key)))) AS latest,
    runs.id AS run,
    o.key
   FROM ((((public.events o
     JOIN public.reports r ON ((r.key = o.report_key)))
     JOIN public.statements s ON ((s.key = o.statement_key)))
     JOIN public.readings ON ((readings.report_key = r.key)))
     JOIN public.runs ON ((runs.key = readings.run_key)));


--
-- Name: failures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.failures (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    place text NOT NULL,
    error character varying NOT NULL,
    message text NOT NULL,
    capture_key bigint,
    at character varying
);


--
-- Name: failures_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.failures_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: failures_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.failures_key_seq OWNED BY public.failures.key;


--
-- Name: group_ledger; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.group_ledger (
    key bigint NOT NULL,
    id character varying NOT NULL,
    change character varying NOT NULL,
    other character varying,
    at character varying NOT NULL
);


--
-- Name: group_ledger_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.group_ledger_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: group_ledger_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.group_ledger_key_seq OWNED BY public.group_ledger.key;


--
-- Name: group_reviews; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.group_reviews (
    key bigint NOT NULL,
    kind character varying NOT NULL,
    decision character varying NOT NULL,
    ids text NOT NULL,
    members text,
    target character varying,
    by text NOT NULL,
    at character varying NOT NULL,
    role character varying,
    note text,
    supersedes integer,
    saw integer,
    conflicts integer
);


--
-- Name: group_reviews_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.group_reviews_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: group_reviews_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.group_reviews_key_seq OWNED BY public.group_reviews.key;


--
-- Name: indexed_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.indexed_reports (
    report_key bigint NOT NULL,
    version integer NOT NULL,
    documents bytea
);


--
-- Name: lineage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lineage (
    key bigint NOT NULL,
    story_key bigint NOT NULL,
    report_key bigint NOT NULL,
    kind character varying NOT NULL,
    target_key bigint,
    target text NOT NULL,
    known boolean NOT NULL,
    about character varying,
    ordered boolean NOT NULL,
    share double precision,
    target_share double precision,
    substitutions integer NOT NULL,
    cuts integer NOT NULL,
    insertions integer NOT NULL,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: lineage_evidence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.lineage_evidence (
    lineage_key bigint NOT NULL,
    "position" integer NOT NULL,
    report character varying NOT NULL,
    spans character varying NOT NULL,
    words text NOT NULL
);


--
-- Name: stories; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.stories (
    key bigint NOT NULL,
    id character varying NOT NULL,
    reports integer NOT NULL,
    title text,
    first character varying(10),
    last character varying(10),
    revision integer NOT NULL,
    changed boolean NOT NULL
);


--
-- Name: lineage_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.lineage_flat AS
 SELECT o.kind,
    r.id AS report,
    r.outlet,
    r.title,
    r.published,
    COALESCE(t.outlet, o.target) AS source,
    t.id AS source_report,
    t.outlet AS source_outlet,
    t.title AS source_title,
    t.published AS source_published,
    o.known,
    o.about,
    o.ordered,
    o.share,
    o.target_share,
    o.substitutions,
    o.cuts,
    o.insertions,
    ( SELECT string_agg(listed.words, ' | '::text) AS string_agg
           FROM ( SELECT e.words
                   FROM public.lineage_evidence e
                  WHERE ((e.lineage_key = o.key) AND ((e.report)::text = (r.id)::text))
                  ORDER BY e."position") listed) AS words,
    ( SELECT string_agg(listed.words, ' | '::text) AS string_agg
           FROM ( SELECT e.words
                   FROM public.lineage_evidence e
                  WHERE ((e.lineage_key = o.key) AND ((e.report)::text <> (r.id)::text))
                  ORDER BY e."position") listed) AS source_words,
    z.id AS story,
    z.title AS story_title,
    o.score,
    o.by,
    o.key
   FROM (((public.lineage o
     JOIN public.stories z ON ((z.key = o.story_key)))
     JOIN public.reports r ON ((r.key = o.report_key)))
     LEFT JOIN public.reports t ON ((t.key = o.target_key)));


--
-- Name: links; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.links (
    statement_key bigint NOT NULL,
    "position" integer NOT NULL,
    name text,
    words text,
    kind character varying NOT NULL,
    role text,
    entity character varying,
    actor character varying,
    unnamed boolean NOT NULL,
    act character varying NOT NULL,
    factuality character varying NOT NULL,
    evidence character varying NOT NULL,
    rule character varying,
    spans character varying,
    cue text,
    cue_spans character varying,
    addressee text,
    said character varying,
    said_start character varying,
    said_end character varying,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: matter_statements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.matter_statements (
    matter_key bigint NOT NULL,
    "position" integer NOT NULL,
    statement_key bigint NOT NULL,
    echo boolean NOT NULL
);


--
-- Name: matters; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.matters (
    key bigint NOT NULL,
    story_key bigint,
    id character varying NOT NULL,
    label text NOT NULL,
    statements integer NOT NULL,
    reports integer NOT NULL,
    outlets integer NOT NULL,
    at_least integer NOT NULL,
    at_most integer NOT NULL,
    echoes integer NOT NULL,
    decided text
);


--
-- Name: occasions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.occasions (
    matter_key bigint NOT NULL,
    "position" integer NOT NULL,
    id character varying NOT NULL,
    kind character varying NOT NULL,
    description text NOT NULL,
    date character varying,
    carried_by text NOT NULL,
    evidence text NOT NULL
);


--
-- Name: relations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.relations (
    key bigint NOT NULL,
    story_key bigint NOT NULL,
    matter_key bigint,
    a_key bigint NOT NULL,
    b_key bigint NOT NULL,
    kind character varying NOT NULL,
    a_start integer NOT NULL,
    a_end integer NOT NULL,
    b_start integer NOT NULL,
    b_end integer NOT NULL,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: matters_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.matters_flat AS
 SELECT o.id,
    o.label,
    o.outlets,
    o.at_least,
    o.at_most,
    o.echoes,
    o.reports,
    o.statements,
    ( SELECT string_agg(listed.description, '; '::text) AS string_agg
           FROM ( SELECT c.description
                   FROM public.occasions c
                  WHERE (c.matter_key = o.key)
                  ORDER BY c."position") listed) AS occasions,
    ( SELECT count(*) AS count
           FROM public.relations x
          WHERE ((x.matter_key = o.key) AND ((x.kind)::text = 'contradicts'::text))) AS contradictions,
    o.decided,
    z.id AS story,
    z.title AS story_title,
    o.key
   FROM (public.matters o
     LEFT JOIN public.stories z ON ((z.key = o.story_key)));


--
-- Name: matters_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.matters_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: matters_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.matters_key_seq OWNED BY public.matters.key;


--
-- Name: mentions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mentions (
    report_key bigint NOT NULL,
    "position" integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    kind character varying NOT NULL,
    head text NOT NULL,
    entity integer,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: mismatch_differences; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mismatch_differences (
    mismatch_key bigint NOT NULL,
    "position" integer NOT NULL,
    slot character varying NOT NULL,
    a_value text NOT NULL,
    b_value text NOT NULL,
    a_spans character varying NOT NULL,
    b_spans character varying NOT NULL,
    a_words text NOT NULL,
    b_words text NOT NULL
);


--
-- Name: mismatches; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mismatches (
    key bigint NOT NULL,
    story_key bigint NOT NULL,
    statement_key bigint NOT NULL,
    source_key bigint NOT NULL,
    named text NOT NULL,
    named_spans character varying NOT NULL,
    a_start integer NOT NULL,
    a_end integer NOT NULL,
    b_start integer NOT NULL,
    b_end integer NOT NULL,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: mismatches_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.mismatches_flat AS
 SELECT d.slot,
    d.a_value,
    d.b_value,
    d.a_words,
    d.b_words,
    d.a_spans AS a_slot_spans,
    d.b_spans AS b_slot_spans,
    sa.id AS a,
    ra.outlet AS a_outlet,
    ra.published AS a_published,
    sa.chain AS a_chain,
    substr(ra.text, (o.a_start + 1), (o.a_end - o.a_start)) AS a_sentence,
    sa.content AS a_content,
    ra.id AS a_report,
    ra.title AS a_title,
    ra.url AS a_url,
    sa.spans AS a_spans,
    sb.id AS b,
    rb.outlet AS b_outlet,
    rb.published AS b_published,
    sb.chain AS b_chain,
    substr(rb.text, (o.b_start + 1), (o.b_end - o.b_start)) AS b_sentence,
    sb.content AS b_content,
    rb.id AS b_report,
    rb.title AS b_title,
    rb.url AS b_url,
    sb.spans AS b_spans,
    o.named,
    o.named_spans,
    z.id AS story,
    z.title AS story_title,
    o.score,
    o.by,
    o.key
   FROM ((((((public.mismatches o
     JOIN public.stories z ON ((z.key = o.story_key)))
     JOIN public.statements sa ON ((sa.key = o.source_key)))
     JOIN public.reports ra ON ((ra.key = sa.report_key)))
     JOIN public.statements sb ON ((sb.key = o.statement_key)))
     JOIN public.reports rb ON ((rb.key = sb.report_key)))
     LEFT JOIN public.mismatch_differences d ON ((d.mismatch_key = o.key)));


--
-- Name: places; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.places (
    key bigint NOT NULL,
    report_key bigint NOT NULL,
    statement_key bigint,
    id character varying NOT NULL,
    "position" integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    toponym text NOT NULL,
    name text,
    gazetteer_id character varying,
    kind character varying,
    country text,
    admin1 text,
    latitude double precision,
    longitude double precision,
    centroid boolean NOT NULL,
    "precision" character varying,
    viewpoint text,
    relation text,
    demonym boolean NOT NULL,
    score double precision NOT NULL,
    by character varying NOT NULL
);


--
-- Name: quote_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.quote_groups (
    key bigint NOT NULL,
    story_key bigint,
    id character varying NOT NULL,
    words text NOT NULL,
    speakers text NOT NULL,
    variants integer NOT NULL,
    reports integer NOT NULL,
    score double precision NOT NULL,
    by character varying NOT NULL,
    decided text
);


--
-- Name: quote_groups_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.quote_groups_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: quote_groups_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.quote_groups_key_seq OWNED BY public.quote_groups.key;


--
-- Name: quote_variants; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.quote_variants (
    group_key bigint NOT NULL,
    "position" integer NOT NULL,
    report_key bigint NOT NULL,
    statement_key bigint,
    speaker text,
    spans character varying NOT NULL,
    words text NOT NULL,
    edits integer NOT NULL
);


--
-- Name: quotes_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.quotes_flat AS
 SELECT g.id AS quote,
    g.words AS utterance,
    o."position",
    o.words,
    o.speaker,
    o.edits,
    s.id AS statement,
    r.id AS report,
    r.outlet,
    r.title,
    r.published,
    o.spans,
    g.variants,
    g.reports,
    g.speakers,
    z.id AS story,
    z.title AS story_title,
    g.score,
    g.by,
    g.decided,
    g.key
   FROM ((((public.quote_variants o
     JOIN public.quote_groups g ON ((g.key = o.group_key)))
     LEFT JOIN public.stories z ON ((z.key = g.story_key)))
     JOIN public.reports r ON ((r.key = o.report_key)))
     LEFT JOIN public.statements s ON ((s.key = o.statement_key)));


--
-- Name: relations_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.relations_flat AS
 SELECT o.kind,
    d.slot,
    d.a_value,
    d.b_value,
    d.a_words,
    d.b_words,
    d.a_spans AS a_slot_spans,
    d.b_spans AS b_slot_spans,
    sa.id AS a,
    ra.outlet AS a_outlet,
    ra.published AS a_published,
    sa.chain AS a_chain,
    substr(ra.text, (o.a_start + 1), (o.a_end - o.a_start)) AS a_sentence,
    sa.content AS a_content,
    ra.id AS a_report,
    ra.title AS a_title,
    ra.url AS a_url,
    sa.spans AS a_spans,
    sb.id AS b,
    rb.outlet AS b_outlet,
    rb.published AS b_published,
    sb.chain AS b_chain,
    substr(rb.text, (o.b_start + 1), (o.b_end - o.b_start)) AS b_sentence,
    sb.content AS b_content,
    rb.id AS b_report,
    rb.title AS b_title,
    rb.url AS b_url,
    sb.spans AS b_spans,
    m.id AS matter,
    z.id AS story,
    z.title AS story_title,
    o.score,
    o.by,
    o.key
   FROM (((((((public.relations o
     JOIN public.stories z ON ((z.key = o.story_key)))
     JOIN public.statements sa ON ((sa.key = o.a_key)))
     JOIN public.reports ra ON ((ra.key = sa.report_key)))
     JOIN public.statements sb ON ((sb.key = o.b_key)))
     JOIN public.reports rb ON ((rb.key = sb.report_key)))
     LEFT JOIN public.differences d ON ((d.relation_key = o.key)))
     LEFT JOIN public.matters m ON ((m.key = o.matter_key)));


--
-- Name: release_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.release_reports (
    release_key bigint NOT NULL,
    report character varying NOT NULL,
    text_sha256 character varying(64) NOT NULL,
    record_sha256 character varying(64) NOT NULL,
    reading_sha256 character varying(64)
);


--
-- Name: releases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.releases (
    key bigint NOT NULL,
    id character varying NOT NULL,
    digest character varying(20) NOT NULL,
    name text NOT NULL,
    at character varying NOT NULL,
    by text NOT NULL,
    note text,
    record text NOT NULL,
    sha256 character varying(64) NOT NULL
);


--
-- Name: releases_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.releases_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: releases_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.releases_key_seq OWNED BY public.releases.key;


--
-- Name: report_actors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_actors (
    report_key bigint NOT NULL,
    actor_key bigint NOT NULL
);


--
-- Name: report_captures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_captures (
    report_key bigint NOT NULL,
    capture_key bigint NOT NULL,
    sighting_key bigint NOT NULL
);


--
-- Name: report_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.report_words (
    report_key bigint NOT NULL,
    words tsvector NOT NULL
);


--
-- Name: reports_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.reports_flat AS
 SELECT r.id,
    r.outlet,
    r.title,
    r.url,
    r.published,
    r.published_day,
    r.edition,
    (NOT (EXISTS ( SELECT 1
           FROM public.successions later
          WHERE (later.previous_key = r.key)))) AS latest,
    r.authors,
    r.language,
    r.flags,
    length(r.text) AS characters,
    ( SELECT count(*) AS count
           FROM public.statements s
          WHERE (s.report_key = r.key)) AS statements,
    ( SELECT count(*) AS count
           FROM (public.report_captures c
             JOIN public.sightings g ON ((g.capture_key = c.capture_key)))
          WHERE (c.report_key = r.key)) AS sightings,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT cases.name
                   FROM (public.case_reports
                     JOIN public.cases ON ((cases.key = case_reports.case_key)))
                  WHERE (case_reports.report_key = r.key)
                  ORDER BY cases.name) listed) AS cases,
    captures.media_type,
    runs.id AS run,
    r.key
   FROM (((public.reports r
     JOIN public.captures ON ((captures.key = r.capture_key)))
     LEFT JOIN public.readings ON ((readings.report_key = r.key)))
     LEFT JOIN public.runs ON ((runs.key = readings.run_key)));


--
-- Name: reports_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.reports_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: reports_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.reports_key_seq OWNED BY public.reports.key;


--
-- Name: review_leases; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review_leases (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    holder text NOT NULL,
    until double precision NOT NULL
);


--
-- Name: review_leases_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.review_leases_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: review_leases_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.review_leases_key_seq OWNED BY public.review_leases.key;


--
-- Name: reviews; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reviews (
    key bigint NOT NULL,
    text_sha256 character varying(64) NOT NULL,
    layer character varying NOT NULL,
    spans character varying NOT NULL,
    decision text NOT NULL,
    by text NOT NULL,
    at character varying NOT NULL,
    note text,
    supersedes integer,
    value text,
    record character varying,
    role character varying,
    batch text,
    saw integer,
    conflicts integer
);


--
-- Name: reviews_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.reviews_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: reviews_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.reviews_key_seq OWNED BY public.reviews.key;


--
-- Name: runs_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.runs_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: runs_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.runs_key_seq OWNED BY public.runs.key;


--
-- Name: search_settings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.search_settings (
    name character varying NOT NULL,
    value character varying NOT NULL
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    key bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    account_key bigint NOT NULL,
    csrf character varying NOT NULL,
    created_at character varying NOT NULL,
    expires_at character varying NOT NULL,
    seen_at character varying NOT NULL
);


--
-- Name: sessions_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.sessions_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: sessions_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.sessions_key_seq OWNED BY public.sessions.key;


--
-- Name: sightings_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.sightings_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: sightings_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.sightings_key_seq OWNED BY public.sightings.key;


--
-- Name: standing_reviews; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.standing_reviews (
    review_key bigint NOT NULL
);


--
-- Name: statement_actors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statement_actors (
    statement_key bigint NOT NULL,
    "position" integer NOT NULL,
    role character varying NOT NULL,
    name text NOT NULL,
    folded text NOT NULL,
    actor character varying
);


--
-- Name: statement_places; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statement_places (
    statement_key bigint NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    folded text NOT NULL,
    gazetteer_id character varying,
    country text
);


--
-- Name: statement_vectors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statement_vectors (
    statement_key bigint NOT NULL,
    vector_key bigint NOT NULL
);


--
-- Name: statement_words; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.statement_words (
    statement_key bigint NOT NULL,
    words tsvector NOT NULL
);


--
-- Name: statements_flat; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.statements_flat AS
 SELECT s.id,
    r.id AS report,
    r.outlet,
    r.title,
    r.url,
    r.published,
    r.published_day,
    r.edition,
    (NOT (EXISTS ( SELECT 1
           FROM public.successions later
          WHERE (later.previous_key = r.key)))) AS latest,
    s.chain,
    s.source,
    s.source_actor,
    s.unnamed,
    s.act,
    s.factuality,
    s.said,
    s.content,
    s.form,
    s.mood,
    s.block,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT statement_actors.name
                   FROM public.statement_actors
                  WHERE ((statement_actors.statement_key = s.key) AND ((statement_actors.role)::text <> ALL ((ARRAY['source'::character varying, 'voice'::character varying])::text[])))
                  GROUP BY statement_actors.name
                  ORDER BY (min(statement_actors."position"))) listed) AS actors,
    ( SELECT string_agg(listed.name, '; '::text) AS string_agg
           FROM ( SELECT statement_places.name
                   FROM public.statement_places
                  WHERE (statement_places.statement_key = s.key)
                  GROUP BY statement_places.name
                  ORDER BY (min(statement_places."position"))) listed) AS places,
    runs.id AS run,
    s.key
   FROM (((public.statements s
     JOIN public.reports r ON ((r.key = s.report_key)))
     JOIN public.readings ON ((readings.report_key = r.key)))
     JOIN public.runs ON ((runs.key = readings.run_key)));


--
-- Name: stories_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.stories_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: stories_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.stories_key_seq OWNED BY public.stories.key;


--
-- Name: story_drafts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.story_drafts (
    report_key bigint NOT NULL,
    draft bigint NOT NULL
);


--
-- Name: story_frequencies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.story_frequencies (
    term bigint NOT NULL,
    reports integer NOT NULL
);


--
-- Name: story_ledger; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.story_ledger (
    key bigint NOT NULL,
    story character varying NOT NULL,
    kind character varying NOT NULL,
    other character varying,
    at character varying NOT NULL,
    because character varying NOT NULL
);


--
-- Name: story_ledger_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.story_ledger_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: story_ledger_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.story_ledger_key_seq OWNED BY public.story_ledger.key;


--
-- Name: story_reports; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.story_reports (
    report_key bigint NOT NULL,
    story_key bigint NOT NULL,
    day integer NOT NULL,
    terms bytea NOT NULL,
    rarities bytea NOT NULL
);


--
-- Name: story_terms; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.story_terms (
    term bigint NOT NULL,
    day integer NOT NULL,
    report_key bigint NOT NULL
);


--
-- Name: times; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.times (
    report_key bigint NOT NULL,
    "position" integer NOT NULL,
    statement_key bigint,
    words text,
    spans character varying,
    value character varying NOT NULL,
    kind character varying NOT NULL,
    mod character varying,
    first_day character varying,
    last_day character varying,
    anchor character varying,
    by character varying NOT NULL
);


--
-- Name: tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tokens (
    key bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    account_key bigint NOT NULL,
    label text NOT NULL,
    role character varying NOT NULL,
    created_at character varying NOT NULL,
    expires_at character varying,
    last_used_day character varying(10),
    revoked_at character varying
);


--
-- Name: tokens_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.tokens_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: tokens_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.tokens_key_seq OWNED BY public.tokens.key;


--
-- Name: tombstones; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tombstones (
    key bigint NOT NULL,
    digest character varying(64) NOT NULL,
    what character varying NOT NULL,
    at character varying NOT NULL,
    reason text
);


--
-- Name: tombstones_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.tombstones_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: tombstones_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.tombstones_key_seq OWNED BY public.tombstones.key;


--
-- Name: travels; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.travels (
    story_key bigint NOT NULL,
    version integer NOT NULL,
    at character varying NOT NULL,
    reports integer NOT NULL,
    attached integer NOT NULL,
    outlets integer NOT NULL,
    matters integer NOT NULL,
    quotes integer NOT NULL,
    contradictions integer NOT NULL,
    mismatches integer NOT NULL,
    record bytea NOT NULL,
    record_sha256 character varying(64) NOT NULL,
    regrouped bytea
);


--
-- Name: vectors; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vectors (
    key bigint NOT NULL,
    digest bytea NOT NULL,
    vector bytea NOT NULL
);


--
-- Name: vectors_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.vectors_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: vectors_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.vectors_key_seq OWNED BY public.vectors.key;


--
-- Name: watch_feeds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_feeds (
    fetch_key bigint NOT NULL,
    root_key bigint NOT NULL,
    depth integer NOT NULL,
    kind character varying,
    title text,
    outlet text,
    cases text NOT NULL,
    every double precision NOT NULL,
    updated text
);


--
-- Name: watch_fetches; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_fetches (
    key bigint NOT NULL,
    digest character varying(20) NOT NULL,
    kind character varying NOT NULL,
    address text NOT NULL,
    url text NOT NULL,
    host_key bigint NOT NULL,
    state character varying NOT NULL,
    tries integer NOT NULL,
    next_at double precision NOT NULL,
    holder character varying,
    until double precision NOT NULL,
    etag text,
    last_modified text,
    asked_at double precision,
    message text,
    moved_key bigint,
    hops integer NOT NULL,
    report_key bigint
);


--
-- Name: watch_fetches_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.watch_fetches_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: watch_fetches_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.watch_fetches_key_seq OWNED BY public.watch_fetches.key;


--
-- Name: watch_finds; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_finds (
    page_key bigint NOT NULL,
    feed_key bigint NOT NULL,
    found_at double precision NOT NULL,
    title text,
    outlet text,
    published character varying,
    updated character varying
);


--
-- Name: watch_hosts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_hosts (
    key bigint NOT NULL,
    host character varying(253) NOT NULL,
    next_at double precision NOT NULL
);


--
-- Name: watch_hosts_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.watch_hosts_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: watch_hosts_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.watch_hosts_key_seq OWNED BY public.watch_hosts.key;


--
-- Name: watch_robots; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_robots (
    key bigint NOT NULL,
    origin character varying(300) NOT NULL,
    rules text,
    expires double precision NOT NULL,
    failures integer NOT NULL,
    reason text NOT NULL,
    lasting boolean NOT NULL
);


--
-- Name: watch_robots_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.watch_robots_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: watch_robots_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.watch_robots_key_seq OWNED BY public.watch_robots.key;


--
-- Name: watch_state; Type: VIEW; Schema: public; Owner: -
--

CREATE VIEW public.watch_state AS
 SELECT f.kind,
    f.address,
    f.state,
    f.tries,
    f.message,
    h.host,
    to_char((to_timestamp(f.next_at) AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'::text) AS next_at,
    to_char((to_timestamp(f.asked_at) AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'::text) AS asked_at,
    r.id AS report
   FROM ((public.watch_fetches f
     JOIN public.watch_hosts h ON ((h.key = f.host_key)))
     LEFT JOIN public.reports r ON ((r.key = f.report_key)));


--
-- Name: watch_turns; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_turns (
    key bigint NOT NULL,
    host_key bigint NOT NULL,
    holder character varying NOT NULL,
    until double precision NOT NULL
);


--
-- Name: watch_turns_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.watch_turns_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: watch_turns_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.watch_turns_key_seq OWNED BY public.watch_turns.key;


--
-- Name: works_key_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.works_key_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: works_key_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.works_key_seq OWNED BY public.works.key;


--
-- Name: accounts key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts ALTER COLUMN key SET DEFAULT nextval('public.accounts_key_seq'::regclass);


--
-- Name: actors key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actors ALTER COLUMN key SET DEFAULT nextval('public.actors_key_seq'::regclass);


--
-- Name: assignments key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments ALTER COLUMN key SET DEFAULT nextval('public.assignments_key_seq'::regclass);


--
-- Name: audit_log key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log ALTER COLUMN key SET DEFAULT nextval('public.audit_log_key_seq'::regclass);


--
-- Name: audits key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits ALTER COLUMN key SET DEFAULT nextval('public.audits_key_seq'::regclass);


--
-- Name: captures key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.captures ALTER COLUMN key SET DEFAULT nextval('public.captures_key_seq'::regclass);


--
-- Name: cases key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases ALTER COLUMN key SET DEFAULT nextval('public.cases_key_seq'::regclass);


--
-- Name: checkpoints key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkpoints ALTER COLUMN key SET DEFAULT nextval('public.checkpoints_key_seq'::regclass);


--
-- Name: copy_texts key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_texts ALTER COLUMN key SET DEFAULT nextval('public.copy_texts_key_seq'::regclass);


--
-- Name: failures key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.failures ALTER COLUMN key SET DEFAULT nextval('public.failures_key_seq'::regclass);


--
-- Name: group_ledger key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_ledger ALTER COLUMN key SET DEFAULT nextval('public.group_ledger_key_seq'::regclass);


--
-- Name: group_reviews key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_reviews ALTER COLUMN key SET DEFAULT nextval('public.group_reviews_key_seq'::regclass);


--
-- Name: matters key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matters ALTER COLUMN key SET DEFAULT nextval('public.matters_key_seq'::regclass);


--
-- Name: quote_groups key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_groups ALTER COLUMN key SET DEFAULT nextval('public.quote_groups_key_seq'::regclass);


--
-- Name: releases key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases ALTER COLUMN key SET DEFAULT nextval('public.releases_key_seq'::regclass);


--
-- Name: reports key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports ALTER COLUMN key SET DEFAULT nextval('public.reports_key_seq'::regclass);


--
-- Name: review_leases key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_leases ALTER COLUMN key SET DEFAULT nextval('public.review_leases_key_seq'::regclass);


--
-- Name: reviews key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews ALTER COLUMN key SET DEFAULT nextval('public.reviews_key_seq'::regclass);


--
-- Name: runs key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs ALTER COLUMN key SET DEFAULT nextval('public.runs_key_seq'::regclass);


--
-- Name: sessions key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions ALTER COLUMN key SET DEFAULT nextval('public.sessions_key_seq'::regclass);


--
-- Name: sightings key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings ALTER COLUMN key SET DEFAULT nextval('public.sightings_key_seq'::regclass);


--
-- Name: stories key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stories ALTER COLUMN key SET DEFAULT nextval('public.stories_key_seq'::regclass);


--
-- Name: story_ledger key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_ledger ALTER COLUMN key SET DEFAULT nextval('public.story_ledger_key_seq'::regclass);


--
-- Name: tokens key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens ALTER COLUMN key SET DEFAULT nextval('public.tokens_key_seq'::regclass);


--
-- Name: tombstones key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tombstones ALTER COLUMN key SET DEFAULT nextval('public.tombstones_key_seq'::regclass);


--
-- Name: vectors key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vectors ALTER COLUMN key SET DEFAULT nextval('public.vectors_key_seq'::regclass);


--
-- Name: watch_fetches key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_fetches ALTER COLUMN key SET DEFAULT nextval('public.watch_fetches_key_seq'::regclass);


--
-- Name: watch_hosts key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_hosts ALTER COLUMN key SET DEFAULT nextval('public.watch_hosts_key_seq'::regclass);


--
-- Name: watch_robots key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_robots ALTER COLUMN key SET DEFAULT nextval('public.watch_robots_key_seq'::regclass);


--
-- Name: watch_turns key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_turns ALTER COLUMN key SET DEFAULT nextval('public.watch_turns_key_seq'::regclass);


--
-- Name: works key; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.works ALTER COLUMN key SET DEFAULT nextval('public.works_key_seq'::regclass);


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: actor_names; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.actor_names VALUES ('group:kharan-front', 'al jabha');
INSERT INTO public.actor_names VALUES ('group:kharan-front', 'kf');
INSERT INTO public.actor_names VALUES ('group:kharan-front', 'kharan front');


--
-- Data for Name: actors; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.actors VALUES (1, '75a944a6946e452ec07b', 'group:kharan-front', 'Kharan Front', 'armed-group', NULL, 'https://reference.example/kf', 'registry', '\x789c8d8d410e82301045af62664d4559f6002ce40886c5085369282d9916a221dcdd2931ae5dfef7f3fedfc0f6a0e1c96199f53820a35786834f5080c789a46b0e7aaabf74b43e1bc813f5eaf004a2b3182982be43531f59ddf03120b405301962f25dde1a529aa32ecb1f3bd30ba7d951391ad10c76298f6cbf17e7de2ae46a45b7e4859830910ebc92b7285c3227e1d5a5ba4aa4acf9c5b97f7ff303ecedfe01a45c58b8');


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0005');


--
-- Data for Name: assignments; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_items; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit_log; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audits; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: blocks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.blocks VALUES (1, 0, 'headline', 0, 49, 'test');
INSERT INTO public.blocks VALUES (1, 1, 'dateline', 51, 64, 'test');
INSERT INTO public.blocks VALUES (1, 2, 'paragraph', 66, 240, 'test');
INSERT INTO public.blocks VALUES (1, 3, 'paragraph', 242, 376, 'test');
INSERT INTO public.blocks VALUES (1, 4, 'paragraph', 378, 453, 'test');
INSERT INTO public.blocks VALUES (1, 5, 'paragraph', 455, 505, 'test');
INSERT INTO public.blocks VALUES (2, 0, 'headline', 0, 82, 'test');
INSERT INTO public.blocks VALUES (2, 1, 'dateline', 84, 97, 'test');
INSERT INTO public.blocks VALUES (2, 2, 'caption', 99, 135, 'test');
INSERT INTO public.blocks VALUES (2, 3, 'credit', 137, 166, 'test');
INSERT INTO public.blocks VALUES (2, 4, 'paragraph', 168, 328, 'test');
INSERT INTO public.blocks VALUES (2, 5, 'paragraph', 330, 423, 'test');
INSERT INTO public.blocks VALUES (2, 6, 'related', 425, 455, 'test');
INSERT INTO public.blocks VALUES (2, 7, 'paragraph', 457, 521, 'test');
INSERT INTO public.blocks VALUES (2, 8, 'paragraph', 523, 630, 'test');
INSERT INTO public.blocks VALUES (2, 9, 'boilerplate', 632, 693, 'test');


--
-- Data for Name: captures; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.captures VALUES (1, 'capture-f2bf33491ec7b29d19ca', '5627b2f5b5d7c734386298c3ba8d5b7f07d7d290c9c7019e1267813a170edb8e', 551, 'text/plain', 'zlib', '\x789c3d91c16e13311086effb14ff032c51928a0740a08284caa120719eac275dab6b1b8d9dacc2a91269097906909038145a2e8503e2ca53d8d73e09b3dbc2cd9e7fe69bffb78f4373ca29e2d4761d28a1638a09b339acc711f9d892d470c1db14049136b1aa6607aa48d3623e9d1f54d5f13d6169850d161ba496f15ce7c8e350824f686d1a8b8e443b119677f5072d77e6df12048f972b6f68538f5eac3fc18253cfecff7c563be40d660fd1d8b5edac8ed4ba6fcd034bc90e4d6b3b23eceb71d1a3b8121cfd376dcd40d7bbd22755f54a3b48dc0686bd55cba9d5dc561390954668a986498304b750f131b937784646089ed5e6805f04312c13dc9e7d7ccde88797f321e921b5dad76329c1e1499035d5b7679ff0943d0b757841c63a65bd95951f5da99743ee7980ea5bcdeae974aaa94edac41221ec48ffa0e798ee538eb1ee0236813a9baca652d93a4a1c155676f947fe5dce91bfe4af6587b22dfb7c8d7ca987f3fcb3bccb3765af62b9186bf9bb76bdcfdfa0d23effca37f90a3abe2d1f90afca16aa5deac4ae5c4caabfaaefdc2b');
INSERT INTO public.captures VALUES (2, 'capture-c105461d653d77d2723a', '381c00012b70b263b48e9facc79ef18409aa832584711ddd379a63be739cfc3c', 757, 'text/plain', 'zlib', '\x789c5d524d4f134118becfaf78c2c140d26c056ea412ab0151a021a021c67898ed0cdd89d399cdccd45a4e8d42255cbd6a62620c207a301cbdf557cc5cf925bebb2560bcedbc1fcfd7bb6dd71fa195af0e95d63036b49af92abace7a8f5048b4fdc0e11e7ce0a3067ad248c7353c1f79b47cd7a932ac722d5d985f5c68356f0a8c2d2e639bbb6e81a5fb4bcb8cad4be794f4e001cf9477d8e47da5610db6ad117c94e1e17e9bb19dc206bb828ed49ae391e3468466c7ba500c95938cedad6d6db777317f5b5ac0f5f8139e93465e59109618483f4acd0d82fdcf4363faf5c98dfa0e17aa8f0d7ee80686ac287127a5815b783859d2b7140d9014821fe4c16328ab0e575e0af0dc0e424d903b257a3263ec7afc795fa28eb2b05ad4cda1f40139376ff0ca1edcea79ddb81e7fa95f77a12ae222848aced8dc8ad10c4938f55662e04174196d31b62bb958a9ad1f50b4a3be34f8079ab17492dec7b37484f82d9ea713a4a3741a2f5195d271bc4a1fe2ef748af83d4dea5afc49531fe305a6973440b51f6912afe2af788e743c7b1f8106ce68ed244da67f10cfa97b457d5a3c25880979afe4ac3b6b0284344a56e6e9e02aa0e0027d65e42c0e67b9c8f0628f141fa8aee2baba91a27468b2a48ba95ccbd9aa2fe857f06451d73fcb63de2fe96ac271227bb0f172676d77eb6967737eae08a15c6936e53b1ad032b3ae37b780e9459dcf06777425871deb43863dd533189419fb0b64bb2a92');
INSERT INTO public.captures VALUES (3, 'capture-05fe6746535b85c78f14', 'cd5df96646f01de7243fa046b2c1ef1167045becea9d176bd86b88278785df2d', 15, 'text/plain', 'none', '\x4f6e6520776173206b696c6c65642e');
INSERT INTO public.captures VALUES (4, 'capture-0092f04426d55c3448eb', '56afb30c9dec357124d1fa6d20f82b437785c93fe37720c82a7bf1aa42c3f1dc', 16, 'text/plain', 'none', '\x54776f2077657265206b696c6c65642e');


--
-- Data for Name: case_reports; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.case_reports VALUES (1, 1);


--
-- Data for Name: cases; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.cases VALUES (1, '4c5cc08dce5d27a8b705', 'one');


--
-- Data for Name: checkpoints; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: control; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.control VALUES (1048576, 1, 1048577, 'control-bb37b826c73c0a1a18ef', 0, 'holds', false, NULL, 'held', '[[124,128]]', '2023-03-12', '2023-03-12', '2023-03-12', 0.9, 'control:test');
INSERT INTO public.control VALUES (1048577, 1, 1048581, 'control-d3424989da3c77180bce', 1, 'gains', true, NULL, 'سيطرت', '[[486,491]]', NULL, NULL, NULL, 0.9, 'control:test');


--
-- Data for Name: control_parts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.control_parts VALUES (1048576, 0, 'holder', 'Kharan Front', 'Front', 'entity-front', 'group:kharan-front', NULL, 'stated', '[[118,123]]');
INSERT INTO public.control_parts VALUES (1048576, 1, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar', 'stated', '[[129,136]]');
INSERT INTO public.control_parts VALUES (1048577, 0, 'holder', 'الجبهة', 'الجبهة', NULL, NULL, NULL, 'stated', '[[479,485]]');
INSERT INTO public.control_parts VALUES (1048577, 1, 'place', 'تل هارون', 'تل هارون', NULL, NULL, NULL, 'stated', '[[496,504]]');


--
-- Data for Name: copy_bands; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.copy_bands VALUES (13148782, 1);
INSERT INTO public.copy_bands VALUES (31978303, 1);
INSERT INTO public.copy_bands VALUES (49039100, 1);
INSERT INTO public.copy_bands VALUES (62550850, 1);
INSERT INTO public.copy_bands VALUES (68890023, 1);
INSERT INTO public.copy_bands VALUES (90679601, 1);
INSERT INTO public.copy_bands VALUES (101940598, 1);
INSERT INTO public.copy_bands VALUES (124026143, 1);
INSERT INTO public.copy_bands VALUES (135775100, 1);
INSERT INTO public.copy_bands VALUES (157529266, 1);
INSERT INTO public.copy_bands VALUES (168834635, 1);
INSERT INTO public.copy_bands VALUES (189510848, 1);
INSERT INTO public.copy_bands VALUES (204105337, 1);
INSERT INTO public.copy_bands VALUES (221226494, 1);
INSERT INTO public.copy_bands VALUES (244051548, 1);
INSERT INTO public.copy_bands VALUES (265229144, 1);
INSERT INTO public.copy_bands VALUES (282532390, 1);
INSERT INTO public.copy_bands VALUES (300487490, 1);
INSERT INTO public.copy_bands VALUES (304558417, 1);
INSERT INTO public.copy_bands VALUES (334328879, 1);
INSERT INTO public.copy_bands VALUES (339957143, 1);
INSERT INTO public.copy_bands VALUES (355849872, 1);
INSERT INTO public.copy_bands VALUES (381590484, 1);
INSERT INTO public.copy_bands VALUES (402279032, 1);
INSERT INTO public.copy_bands VALUES (410782927, 1);
INSERT INTO public.copy_bands VALUES (428806700, 1);
INSERT INTO public.copy_bands VALUES (438541088, 1);
INSERT INTO public.copy_bands VALUES (458426996, 1);
INSERT INTO public.copy_bands VALUES (482418296, 1);
INSERT INTO public.copy_bands VALUES (491608709, 1);
INSERT INTO public.copy_bands VALUES (509558106, 1);
INSERT INTO public.copy_bands VALUES (533018334, 1);
INSERT INTO public.copy_bands VALUES (550764332, 1);
INSERT INTO public.copy_bands VALUES (566962009, 1);
INSERT INTO public.copy_bands VALUES (571092613, 1);
INSERT INTO public.copy_bands VALUES (599890179, 1);
INSERT INTO public.copy_bands VALUES (604671099, 1);
INSERT INTO public.copy_bands VALUES (623027818, 1);
INSERT INTO public.copy_bands VALUES (641463210, 1);
INSERT INTO public.copy_bands VALUES (662617692, 1);
INSERT INTO public.copy_bands VALUES (681243453, 1);
INSERT INTO public.copy_bands VALUES (701121954, 1);
INSERT INTO public.copy_bands VALUES (1764033, 2);
INSERT INTO public.copy_bands VALUES (19518527, 2);
INSERT INTO public.copy_bands VALUES (35020558, 2);
INSERT INTO public.copy_bands VALUES (52934762, 2);
INSERT INTO public.copy_bands VALUES (81341675, 2);
INSERT INTO public.copy_bands VALUES (94087433, 2);
INSERT INTO public.copy_bands VALUES (111042490, 2);
INSERT INTO public.copy_bands VALUES (124007786, 2);
INSERT INTO public.copy_bands VALUES (135559161, 2);
INSERT INTO public.copy_bands VALUES (160480056, 2);
INSERT INTO public.copy_bands VALUES (177682029, 2);
INSERT INTO public.copy_bands VALUES (185883061, 2);
INSERT INTO public.copy_bands VALUES (210995998, 2);
INSERT INTO public.copy_bands VALUES (222299321, 2);
INSERT INTO public.copy_bands VALUES (241440928, 2);
INSERT INTO public.copy_bands VALUES (257713134, 2);
INSERT INTO public.copy_bands VALUES (284443153, 2);
INSERT INTO public.copy_bands VALUES (297605599, 2);
INSERT INTO public.copy_bands VALUES (314664275, 2);
INSERT INTO public.copy_bands VALUES (331821778, 2);
INSERT INTO public.copy_bands VALUES (344887464, 2);
INSERT INTO public.copy_bands VALUES (354052052, 2);
INSERT INTO public.copy_bands VALUES (373799660, 2);
INSERT INTO public.copy_bands VALUES (390163066, 2);
INSERT INTO public.copy_bands VALUES (412254524, 2);
INSERT INTO public.copy_bands VALUES (435401985, 2);
INSERT INTO public.copy_bands VALUES (446567296, 2);
INSERT INTO public.copy_bands VALUES (466901876, 2);
INSERT INTO public.copy_bands VALUES (476030504, 2);
INSERT INTO public.copy_bands VALUES (502390663, 2);
INSERT INTO public.copy_bands VALUES (513339738, 2);
INSERT INTO public.copy_bands VALUES (522383282, 2);
INSERT INTO public.copy_bands VALUES (552815212, 2);
INSERT INTO public.copy_bands VALUES (569061293, 2);
INSERT INTO public.copy_bands VALUES (585775986, 2);
INSERT INTO public.copy_bands VALUES (588618134, 2);
INSERT INTO public.copy_bands VALUES (608038699, 2);
INSERT INTO public.copy_bands VALUES (627330385, 2);
INSERT INTO public.copy_bands VALUES (653092075, 2);
INSERT INTO public.copy_bands VALUES (667256251, 2);
INSERT INTO public.copy_bands VALUES (682661087, 2);
INSERT INTO public.copy_bands VALUES (698436467, 2);


--
-- Data for Name: copy_common; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: copy_pairs; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: copy_reports; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.copy_reports VALUES (1, 1);
INSERT INTO public.copy_reports VALUES (2, 2);


--
-- Data for Name: copy_sentences; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.copy_sentences VALUES (-6348309072608666771, 1);
INSERT INTO public.copy_sentences VALUES (47251456639956905, 1);
INSERT INTO public.copy_sentences VALUES (1536323319899122014, 1);
INSERT INTO public.copy_sentences VALUES (3068871804367024819, 1);
INSERT INTO public.copy_sentences VALUES (7248819371208567661, 1);
INSERT INTO public.copy_sentences VALUES (-8894816558600515702, 2);
INSERT INTO public.copy_sentences VALUES (-1487159365305791071, 2);
INSERT INTO public.copy_sentences VALUES (1726747600872014589, 2);
INSERT INTO public.copy_sentences VALUES (3887418181838302668, 2);
INSERT INTO public.copy_sentences VALUES (6893542306799414370, 2);


--
-- Data for Name: copy_texts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.copy_texts VALUES (1, 8000946408182730577, 76, '\x5e69bc6eeb1d52151f00b3328280a5d2962a0d00a9f72410f3dea7000a806d5bc5828846e6a70c406d6bdbedcffa98640a40', '\xc8a26ee7f33fec46fcba73421b2da767a931137d76647d1f17c37c63b4b210364b4bb4c02a66792fa5fe8bee5ccf1358d71a26e91342273151ed742f43559735d690be9bd4fa4a787c0ccf8f122c239b20530a74c11e784d5a855f3d5ac536ded3ff2ccb27590a2e85c199030a8c7b22a66a3bf3aa7ebe5c9af33dca45a2');
INSERT INTO public.copy_texts VALUES (2, -6749487146597068382, 77, '\xcceddd6d3de2f2351a008a8f5a7a77438f841280a18d8dc26f8c5ceb0d00fd02bc56cba3f617094062ece75834c8aa5f0b40', '\x1aeac129d43f165f0e27b86ad92ceb9ba9099e5fba64356a1477f990bb3897366d1459b5938b1e4004b96418a05c63eef44211bd19dfc16553c732d28e90a81a67d447baec416a7a92813cf3b5019e1380d45b745fa628f1df8798f15a22efb2f34a6ceb2fadea3b721599963def2b644d51ed64ebc585bbb094dfa14b73');


--
-- Data for Name: differences; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: entities; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.entities VALUES (1, 0, 'entity-front', 'Kharan Front', 'organisation', NULL, NULL, 2, 'group:kharan-front', 'actors:alias');
INSERT INTO public.entities VALUES (1, 1, 'entity-army', 'army of Orvenia', 'organisation', NULL, 'AO', 1, NULL, NULL);
INSERT INTO public.entities VALUES (2, 0, 'entity-1', 'Nadim Hazrun', 'person', 'General', NULL, 2, NULL, NULL);


--
-- Data for Name: estimate_parts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.estimate_parts VALUES (1048577, 0, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar', 'stated', '[[129,136]]');
INSERT INTO public.estimate_parts VALUES (1048579, 0, 'place', 'Asur', 'west of the Asur', NULL, NULL, 'place-asur', 'stated', '[[411,427]]');


--
-- Data for Name: estimates; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.estimates VALUES (1048576, 1, 1048576, 'estimate-d67db36ede9dd8c3eee4', 0, 'at least 12', '[[13,24]]', 12, NULL, false, 'people', NULL, NULL, NULL, NULL, NULL, 0.9, 'estimates:test');
INSERT INTO public.estimates VALUES (1048577, 1, 1048577, 'estimate-984bc2e9013380cfd436', 1, 'between 12 and 15', '[[156,173]]', 12, 15, false, 'civilians', 'civilians', '2023-03-12', '2023-03-12', '2023-03-12', NULL, 0.9, 'estimates:test');
INSERT INTO public.estimates VALUES (1048578, 1, 1048577, 'estimate-268531aa07f35ef2e1fd', 2, 'five', '[[185,189]]', 5, 5, false, 'children', 'children', NULL, NULL, NULL, 'estimate-984bc2e9013380cfd436', 0.9, 'estimates:test');
INSERT INTO public.estimates VALUES (1048579, 1, 1048580, 'estimate-ac9c1dfb01afa8cfc656', 3, 'Fewer than 1,000', '[[378,394]]', NULL, 999, true, 'fighters', 'fighters remain', NULL, NULL, NULL, NULL, 0.9, 'estimates:test');


--
-- Data for Name: event_parts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.event_parts VALUES (1048576, 0, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar-headline', 'stated', '[[28,35]]');
INSERT INTO public.event_parts VALUES (1048577, 0, 'actor', 'Kharan Front', 'the Kharan Front', 'entity-front', 'group:kharan-front', NULL, 'stated', '[[83,99]]');
INSERT INTO public.event_parts VALUES (1048577, 1, 'recipient', 'civilians', 'civilians', NULL, NULL, NULL, 'stated', '[[174,183]]');
INSERT INTO public.event_parts VALUES (1048577, 2, 'place', 'Manshar', 'Manshar', NULL, NULL, 'place-manshar', 'stated', '[[129,136]]');
INSERT INTO public.event_parts VALUES (1048578, 0, 'actor', 'army of Orvenia', 'The army', 'entity-army', NULL, NULL, 'stated', '[[242,250]]');
INSERT INTO public.event_parts VALUES (1048579, 0, 'actor', 'army of Orvenia', 'its aircraft', 'entity-army', NULL, NULL, 'inherited', '[[242,250]]');
INSERT INTO public.event_parts VALUES (1048579, 1, 'place', 'Camp Hadra', 'Camp Hadra', NULL, NULL, 'place-hadra', 'stated', '[[287,297]]');
INSERT INTO public.event_parts VALUES (1048580, 0, 'actor', 'We', 'We', NULL, NULL, NULL, 'stated', '[[316,318]]');
INSERT INTO public.event_parts VALUES (1048580, 1, 'place', 'Dorva', 'Dorva', NULL, NULL, 'place-dorva', 'stated', '[[342,347]]');


--
-- Data for Name: event_victims; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.event_victims VALUES (1048576, 0, 'killed', 12, NULL, NULL, NULL, false, '[[13,24]]');
INSERT INTO public.event_victims VALUES (1048577, 0, 'killed', 12, 15, 'civilians', true, false, '[[156,173]]');
INSERT INTO public.event_victims VALUES (1048577, 1, 'killed', 5, 5, 'children', true, true, '[[185,189]]');


--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events VALUES (1048576, 1, 1048576, 'event-1a85953f1820cfa587f6', 0, 'ASSAULT', 'heavy-weapons', NULL, NULL, false, 'kill', '[[8,12]]', NULL, NULL, NULL, 0.81239, 'events:test');
INSERT INTO public.events VALUES (1048577, 1, 1048577, 'event-b5a29f7ba846d8a4902f', 1, 'ASSAULT', 'heavy-weapons', '["military"]', NULL, false, 'Rockets … hit', '[[66,73],[100,103]]', '2023-03-12', '2023-03-12', '2023-03-12', 0.81239, 'events:test');
INSERT INTO public.events VALUES (1048578, 1, 1048578, 'event-57b68ea315af2cd51a18', 2, 'REJECT', NULL, NULL, NULL, true, 'denied', '[[251,257]]', NULL, NULL, NULL, 0.81239, 'events:test');
INSERT INTO public.events VALUES (1048579, 1, 1048578, 'event-9355920e63759e95d4c2', 3, 'ASSAULT', 'aerial', NULL, NULL, false, 'bombed', '[[280,286]]', NULL, NULL, NULL, 0.81239, 'events:test');
INSERT INTO public.events VALUES (1048580, 1, 1048579, 'event-c6a788a12217259191a4', 4, 'RETREAT', 'withdraw', NULL, 'negated', false, 'withdraw', '[[328,336]]', NULL, NULL, NULL, 0.81239, 'events:test');


--
-- Data for Name: failures; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: group_ledger; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: group_reviews; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: indexed_reports; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.indexed_reports VALUES (1, 1, NULL);
INSERT INTO public.indexed_reports VALUES (2, 1, NULL);
INSERT INTO public.indexed_reports VALUES (3, 1, NULL);
INSERT INTO public.indexed_reports VALUES (4, 1, NULL);


--
-- Data for Name: lineage; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: lineage_evidence; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: links; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.links VALUES (1048576, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048576, 1, 'Asur Monitor', 'monitor', 'organisation', NULL, NULL, NULL, false, 'state', 'CT+', 'stated', NULL, '[[37,44]]', 'says', '[[45,49]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048577, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048577, 1, 'Asur Monitor', 'the Asur Monitor', 'organisation', NULL, NULL, NULL, false, 'state', 'CT+', 'stated', NULL, '[[208,224]]', 'said', '[[225,229]]', NULL, '2023-03-13', '2023-03-13', '2023-03-13', 0.9, 'test');
INSERT INTO public.links VALUES (1048578, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048578, 1, 'the army', 'The army', 'organisation', NULL, 'entity-army', NULL, false, 'deny', 'CT-', 'stated', NULL, '[[242,250]]', 'denied', '[[251,257]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048579, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048579, 1, 'Nadim Hazrun', 'General Nadim Hazrun', 'person', NULL, NULL, NULL, false, 'state', 'CT+', 'stated', NULL, '[[350,370]]', 'said', '[[371,375]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048580, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048580, 1, 'the coalition', 'the coalition', 'unnamed', NULL, NULL, NULL, true, 'estimate', 'PR+', 'stated', NULL, '[[429,442]]', 'estimates', '[[443,452]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048581, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (1048581, 1, 'أبو ليث المسكري', 'أبو ليث المسكري', 'person', NULL, NULL, NULL, false, 'allege', 'CT+', 'stated', NULL, '[[460,475]]', 'وزعم', '[[455,459]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097152, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'narrate', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097153, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097153, 1, 'Northwire', 'Northwire', 'agency', NULL, NULL, NULL, false, 'report', 'CT+', 'inherited', 'agency-dateline', '[[157,166]]', 'reported', '[[278,286]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097153, 2, 'Gen. Nadim Hazrun', 'General Nadim Hazrun', 'person', 'chief of staff', 'entity-1', NULL, false, 'intend', 'CT+', 'stated', NULL, '[[231,251]]', 'said on Monday', '[[252,266]]', NULL, '2023-03-13', '2023-03-13', '2023-03-13', 0.9, 'test');
INSERT INTO public.links VALUES (2097154, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097154, 1, 'Northwire', 'Northwire', 'agency', NULL, NULL, NULL, false, 'report', 'CT+', 'inherited', 'agency-dateline', '[[157,166]]', 'reported', '[[278,286]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097155, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097155, 1, NULL, NULL, 'agentless', NULL, NULL, NULL, true, 'doubt', 'U', 'implied', 'agentless', NULL, 'doubts were raised', '[[292,310]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097156, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097156, 1, 'Northwire', 'Northwire', 'agency', NULL, NULL, NULL, false, 'report', 'CT+', 'inherited', 'agency-dateline', '[[157,166]]', 'reported', '[[278,286]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097156, 2, 'Gen. Nadim Hazrun', 'the general', 'person', NULL, 'entity-1', NULL, false, 'state', 'CT+', 'stated', NULL, '[[374,385]]', 'the general said', '[[374,390]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097157, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097157, 1, 'بيان', 'بيان', 'document', NULL, NULL, NULL, false, 'state', 'CT+', 'stated', NULL, '[[516,520]]', 'بحسب', '[[511,515]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097157, 2, 'أبو ليث المسكري', 'أبو ليث المسكري', 'person', NULL, NULL, NULL, false, 'state', 'CT+', 'stated', NULL, '[[462,477]]', 'وقال', '[[457,461]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097158, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097158, 1, 'Kharan Front', 'The Front', 'organisation', NULL, NULL, NULL, false, 'deny', 'CT-', 'stated', NULL, '[[523,532]]', 'denied', '[[533,539]]', NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097159, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'narrate', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097160, 0, 'The Harbour Post', NULL, 'outlet', NULL, NULL, NULL, false, 'report', 'CT+', 'implied', 'outlet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'test');
INSERT INTO public.links VALUES (2097160, 1, 'US officials', 'US officials', 'unnamed', NULL, NULL, NULL, true, 'believe', 'PS+', 'stated', NULL, '[[568,580]]', 'think it possible', '[[581,598]]', NULL, NULL, NULL, NULL, 0.9, 'test');


--
-- Data for Name: matter_statements; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: matters; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: mentions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.mentions VALUES (1, 0, 83, 99, 'organisation', 'Kharan Front', 0, 0.9, 'test');
INSERT INTO public.mentions VALUES (1, 1, 118, 123, 'organisation', 'Front', 0, 0.9, 'test');
INSERT INTO public.mentions VALUES (1, 2, 242, 250, 'organisation', 'army', 1, 0.9, 'test');
INSERT INTO public.mentions VALUES (1, 3, 395, 403, 'group', 'fighters', NULL, 0.9, 'test');
INSERT INTO public.mentions VALUES (2, 0, 374, 385, 'office', 'general', 0, 0.7, 'test');
INSERT INTO public.mentions VALUES (2, 1, 231, 251, 'person', 'Nadim Hazrun', 0, 0.9, 'test');


--
-- Data for Name: mismatch_differences; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: mismatches; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: occasions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: places; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.places VALUES (1048576, 1, 1048576, 'place-manshar-headline', 0, 28, 35, 'Manshar', 'Manshar', 'world:manshar', 'settlement', 'Orvenia', 'Kharan', 35.25, 38.5, false, 'settlement', 'world', NULL, false, 0.9, 'places:test');
INSERT INTO public.places VALUES (1048577, 1, 1048577, 'place-manshar', 1, 129, 136, 'Manshar', 'Manshar', 'world:manshar', 'settlement', 'Orvenia', 'Kharan', 35.25, 38.5, false, 'settlement', 'world', NULL, false, 0.9, 'places:test');
INSERT INTO public.places VALUES (1048578, 1, 1048578, 'place-hadra', 2, 287, 297, 'Camp Hadra', 'Camp Hadra', 'region:hadra', 'facility', 'Orvenia', NULL, 35.5, 39, true, 'region', 'world', NULL, false, 0.9, 'places:test');
INSERT INTO public.places VALUES (1048579, 1, 1048579, 'place-dorva', 3, 342, 347, 'Dorva', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, false, 0.9, 'places:test');
INSERT INTO public.places VALUES (1048580, 1, 1048580, 'place-asur', 4, 423, 427, 'Asur', 'Asur', NULL, 'water', NULL, NULL, NULL, NULL, false, 'vague', NULL, 'west of', false, 0.9, 'places:test');


--
-- Data for Name: quote_groups; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: quote_variants; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: readings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.readings VALUES (1, 1, 'a.txt', 1, '\x789ced5add73a3c811ff575cbc066d315f30a3b7adcd26b92497bbda75ea1e7c2ed7008334b5085480e4f5b9fcbfa767060448b2856467ab36d9178c7abefae3d73ddd8d1fbdba918d5aa9a2a9bdf9cda3a7536fded366388d538a5482524a922423280b12cff72ab52eab0666ba979948b8a0288e71982461c68408580ad392b2686017d8f826f009bbbdf5bdacac56b04e17a9ae54d2c0a455599a33655dabaa5176d952eac27253979b2a51defcd1fb022b6056b969726556a9ad4e55e1c634b0eefdb45ae7da2eaf36b9eaa73ef95e21578670bd54577f93550c7b5efd5ad67628d94cda4126bdb0309ec1ef8dcc75f300d40fd77f02529d9415ac09de09df8b0db951f6846332540b59e85a36ba2c8e49f2d968dfb051af6561ac7243229fd2dbdb5e94f735c8f07359e8a6ac60e27d59a566e5aaa5ec0976b821653e157643279935f85982dd1e19592a99ce7772ef2129c09cc64a4a8c6211239686218a2e425218fa38087f60e9422ce180fb184f415303328e864ec20a63067bbf0a58409706398fde56e6e6300f0798cc023243c40c36d2a2654454561523922c9225703cf7d69b38d7f5d2f239453b84f89838091c537aa5eaf9bd525f52f900332daa0d7186bda7f3bd00ab10a320cd188ec3385592c53cbec80b30e33e41e4871b5cea0614fb98054337307897d5ea61e002d73d09f4ee98732f334b3eed110cc131d1c02380b1874379676f18695395309c0470552b0108423862e145182388f9c4dc133b8cfdff226cadaa7af275cd20db8946d8fa974cf50a04f9a3da14037cfd5515aa92f9d568f824a84884607ff66defef94c84461b8c1599840104b521e89cb5015719fe2e847e4b2326c0ac3d0c4db8962018920de0f5a49698e77a16f7879f7f4d30921253e65780029e058af8ea0ead74f6f892a2255483321681ac44861c410cf2e42158d429f05f407aace8e56340c7cda4693568cdf374188897d72f3a4fccafea1f629ed406c49381a0c30f324761db54f82dc82012edf7ceb09b50e143b6c9894ca3c578b370d97306ce00cae36a8a25bca2cab00a62d4730ca892f042c389eba984d81fa8fa5ac6471f59776e97ef2b1dbf259488c3858aa3ced194088fb0893532cbcd1d96dfad49edda55d27ce7e29e79a7c72a617cb061ca13f9d08804230907c51959b757fec60457774b1c9f3975061e7693530fb9e9a5a97da33e871e907183a40cfc896b716cab6c0b122ccbfd8ed7793ede09de5d4bed67340b9ac7b1d8d15daf2687e5d95d9d52fd556155a9ec5a6ddc9b015c715041d37154acb5f9c96b6e30693fd3d439233c14886380e924c321e656724aabb4bc49bd0b06a2abd58a8cac403037e734d340f6b5bfc7efefcfedfffbc1ec28a83777486769ccfdbda7455a6ca79fef66176afe4da68c1f7d639e4464ebc29a507b7bdb0a73e28fe0c2360c06e2713c0cddfd9cad167069eb92e94d5e556277033bbd360d05c755f34443477216e8c3e1ebdbcbcf7e60803b201d21d8a27f086a0fc35bd01286d7bac5863c54c629145b1e4344cb9a422c067dcd4c78df54c4f6860ac30f423f0d71b14043e0ac81bdbcde60f5f1b07640df780ac1e76be35d99e2ea00fed6992af8911fc053736c6860446aff5ce79a65830a23ee264c44fa2b7209d9960f63c0fad08724e44c273f06a4f313d92a36d1c7cac8d830fdb38f8156d1c44012e349cd2c6412683b8c4a7a0389ec40a0b7d14197b18052ecb9139fcc1fbbca936ca38ddcb0cb0eefc89c773067010a3e3973a4f2b551c9e0ef6b476b19cec0700411813385021949e420996d204bf3a5a1f6f870d0200e6818f79f84ac797aad232f75ef6ec9f8a254c73fa030f5cdd81f301e00f7399367737a767f3750955455debad7aaebdd4798d6eea2ba9aba492d9b188e01a4a67fb27e6918f45343ae9835cada10e492b79e0a24b4b3d302e8be2902b49109319d4f60c49c4bf8171bbeed8ceb89f3efefde38789b63d2f4a1fb3c8c9f61e30960226b6b0d5ce3d075a4b4219712e11c628c24c2081247dadd69ee9de0db4464c0241c291d6ae3f7d7c7f9e4bdceb660950b8378adc7c0542a116adcece532c41a14f101f29f637750192095888d03192ff5c56db4310a7960a2036a965dba71866972d699686511a9350a54aa4294f8852ead5f67926c16c2b8c2e81f28f67609b4237b63c2fd7b93a56c9eca4d9eb98ec441290312558890011c2216b062e5e9d333f9386ed44ea6eb003a1cc15d88a34bcd34e49652e22d94ccc61be4db622ebbb32fb4ed2954350e0903382a40ca28c30956185b2f4bf0d8a2eaff00fd3920e127d9ef17a4408eebefa3eb91cc55aeb84571cea492602fc368b032433c9932c09cff932f24cbc3ede17eff464badd44f411c1c501a72a21c44e59c366c54965c9f5ba2abfbaf66c9bb89dd09fed7ca0e0028fa208b976fdc0a3ee810dd328e8be101fb8963444179f4d8d5595791f9d5bc22c8e491473d0714492409a84437d83821261082d981b7b98651b23ceb2cc53a3f85d7f789ec9bc56472cd1f2ded9c12c54d36fcaaef13654e52bebc31fd1f1d9e8d8e12c85bc820a2e52499228423c8813f55a9c3df3d9628033ca439f0a34c2d942ea628c33e7bb6f0c331a099ff2718769bfa18e93410bded2b1b8005054b45f5df68f92eea8abc1fed1a06defce0ddb103138d35a6e0cc0be6fdda217f45caecbe2613542ef99f03fd0b963a25379db11edb75fc83f54d32855dd591641d83c9df72cb68dd21ae6e40e2e6ddd5e99bdfb86aa4c57ba405ed70f064a6ee23661ef30333704c849f83b785d9bce4fed9aa8a35db75addaf4b6d0169b9e8efb9679a867df3dd361e2f565fdfb7fcdf55deb22d9a771a73c5f55067a3e2facc027d9ae24627ece9ae520b906bdef1d9aa2e9389b69fb18e2bae53d34e4be25d000cc04ce3b137a0b488f94e8d3084ed7b649092281388f42e520d15eb3899a2d4b42de2baaf306d9d37546a57e79d5926bea8cf3d2ea44b545a26282636ad1932d1a632933ec4935d5234cda6eddeadbdee61437be50ef4b9958b8dbb98f2eeeb499b670d88771dfb262b83a2bbebb4bae8f91d5ccffe77f18f7dc36f005ec4a4a0548682868a32ac92208abddba7ff00acdc3364', '3eafa8aaac6af61dba43e44e8c4dd4e83e9b5ed47764cba6c18ad037631beaaf');
INSERT INTO public.readings VALUES (2, 1, 'a.txt', 1, '\x789ced596d6fdb3610fe2b86be4e2ec477295f07ac1b061405d27eca8c82e24b2cd416034a4a9705fdef3b528e4ddb69ec2919b021f9e2c877e4dd3d0fef4e67e63eeb7ad99bb569fb2ebbb8bacf1a9d5dec647322ad9042608e91e20c63c5a9cef2cc9b1be77b58393ecc99a288cb8aa1da30610a650bc26199726d0f56c0f0152f68ce71b558e499757e0d5b9b5637dea81ed6ad9d0b6e65d719df9be0402d65d3c6803a377865b28bfbec2bec80556ee85726ec32b78d36eda86b20faecb7f5cdaa89dbfdb032bba5dff3ac95eb20f8b434b35fa5afc1e6eca3eba24a0d6759906a8717f416be0f72d5f47720fdf9d34f20ea94f3b0a77857e5591dc4bd891e1ec130b42120fd1888cbc07dd07437b20d6772c57899b3b2582c76383e5fce9cb58d6ae4aa83a5df9cd7dda1f800da23764b94b3aa8c764774b501f4b7e610dec7cb27e02d124d2938a31bedd2487db165e020ad9065d4228494368248c9adacf1a4b42af2122739d54aef65dfb8f67f955463d447b43f99559368e7aa9416ab9a515ad658d90a713689765456393e51cd4d58adffd3c4bf5035cb6b08fcee510cedd2f866cc3eebddfa0b5004b50a9a55d37e9da35d68a38db986a3029549eb14319123ced3faff00612fbf01e149f1ef64272b1f8b32c7254f2aff8598b831be8bc577465bc304e598a114d67bd3be9b7d90ba59c3b9fee5873681073ae3e5ea50ed5da44f2d1b63a1f9cd20d9adddc8bf9c1b05199b2024f7887b7c80e339cd24c339e6299363daff1326412e43a1de67b77215bc65b8c0645e90392241d9cb589c7b4213e9de13c9562d9d0f8730d4aba65b9efb7ac1905e5888082139de691d4615b6128cd46565b8b51c59981d2675188cd148ecdbbcf06a3bcca40cb40217bae6d894044bad34257ada3b0e57382758bc65e03603c170d79d0563b77a8ba41d56abd369133847459236da0df551f49f5f386734ad24519a5b0afdaac275c1249d94338414391164915f1140423149b2e775e7ceebeb5ecf9d8f88a03929d9b9f3510f877d3dce48d9a45126faabd2da8b05f2c21d1b42d34def3cfc448d4e5909051387c0e359c2522a0a43b93084218a51418b4955494bf8011dbacab616d7cd9f11fcab2b45edd410c83df3e601f19ce1bd9b873f8682e3327c52199f457ce64926fe70c9e91b0984e0a0d8b352f0b965473934eecd389c622609ac7216ffd004633d4ba08e0a163e49dc47e32741e38643ae5ed2f4498e29744bcad1bf5ce68f95b32c702da0b51aa474651045d5b4ab444659cef67e1abc5dfb3cc93ce142d4426a62251348f0c26a3991f9e280f9d73c123b7f2ddba67b48bc73fa2926392338ed2dbf2fa597edec17ef62537ee80b01e3283bdd3449305aa533b369ef8ed1cd9ff7da96c0779f9d2ce8602b688193e41f0a1bc91c6f0207cdc378936fe90c37d7a11a8257f8fed43093c42b0ecf69cf21da397cb86fca8fde0a1b870783d5935e8ff88b8b1a93604eb63d4ca5fb0e0ec34868db8b7f47de627bdff57e4b4ebce84a21927211026a5d1fa3816c977a56dfcd9612dc2d628e381f348bef7f0359412284', '4122fe3e583fa78e325cec192ae29cad240d12b3902a0ae3709903f0655551e6');


--
-- Data for Name: relations; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: release_reports; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: releases; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: report_actors; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.report_actors VALUES (1, 1);


--
-- Data for Name: report_captures; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.report_captures VALUES (1, 1, 1);
INSERT INTO public.report_captures VALUES (2, 2, 2);
INSERT INTO public.report_captures VALUES (3, 3, 3);
INSERT INTO public.report_captures VALUES (4, 4, 4);


--
-- Data for Name: report_words; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.report_words VALUES (1, '''1000'':150B ''12'':69A,86B,111B ''13'':91B ''15'':113B ''2023'':93B ''aircraft'':130B ''and'':112B ''army'':126B ''asur'':120B,156B ''at'':67A,84B ''between'':110B ''bombed'':132B ''border'':137B ''by'':96B ''camp'':133B ''children'':118B ''civilians'':114B ''coalition'':158B ''denied'':127B ''dorva'':143B ''estimates'':159B ''fewer'':148B ''fighters'':151B ''fired'':95B ''five'':115B ''from'':142B ''front'':99B,104B ''general'':144B ''had'':131B ''hadra'':134B ''hazrun'':146B ''held'':105B ''hit'':100B ''in'':70A,87B ''its'':129B ''kharan'':98B ''kill'':66A,83B ''killing'':109B ''least'':68A,85B ''manshar'':71A,88B,106B ''march'':92B ''market'':102B ''monday'':124B ''monitor'':72A,89B,121B ''nadim'':145B ''near'':135B ''not'':140B ''of'':103B,116B,154B ''on'':107B,123B ''remain'':152B ''rockets'':65A,82B,94B ''said'':122B,147B ''says'':73A,90B ''sunday'':108B ''than'':149B ''that'':128B ''the'':97B,101B,119B,125B,136B,155B,157B ''them'':117B ''we'':138B ''west'':153B ''will'':139B ''withdraw'':141B ''¤all'':9 ''¤case·one'':21 ''¤d20230313'':20 ''¤m202303'':19 ''¤y2023'':18 ''¶harbour'':31 ''¶post'':32 ''¶the'':30 ''ابو'':161B ''الجبهة'':165B ''المسكري'':163B ''ان'':164B ''تل'':168B ''سيطرت'':166B ''على'':167B ''ليث'':162B ''هارون'':169B ''وزعم'':160B');
INSERT INTO public.report_words VALUES (2, '''1'':77A,100B ''13'':102B ''2023'':104B ''about'':139B ''alert'':76A,99B ''and'':135B,154B ''army'':64A,87B,119B ''asur'':71A,94B,126B,150B,165B ''at'':106B ''b'':65A,68A,88B,91B ''bank'':147B ''brandt'':114B ''bridge'':141B ''camp'':197B ''cross'':69A,92B,124B ''denied'':181B ''does'':120B ''doubts'':136B ''drive'':157B ''example'':201B ''fell'':195B ''ferries'':105B ''ferrymen'':162B ''front'':180B ''general'':73A,96B,127B,152B ''had'':184B ''hadra'':198B ''harbour'':204B ''hazrun'':129B ''hold'':144B ''http'':200B ''hyperlink'':199B ''it'':183B,191B ''jisr'':107B ''kamil'':108B ''march'':103B ''mined'':185B ''monday'':110B,132B ''nadim'':128B ''nella'':113B ''nobody'':155B ''northwire'':115B,117B,133B ''not'':67A,90B,121B ''of'':148B,163B ''officials'':189B ''on'':109B,131B,196B ''org'':202B ''out'':159B ''photo'':112B ''plan'':122B ''possible'':192B ''post'':205B ''raised'':138B ''read'':160B ''reported'':134B ''road'':187B ''said'':130B,153B ''says'':74A,97B ''script'':75A,78A,98B,101B ''selmar'':116B ''shells'':194B ''sign'':206B ''stay'':72A,95B ''that'':182B,193B ''the'':70A,93B,118B,125B,140B,145B,149B,151B,161B,164B,179B,186B,203B ''think'':190B ''to'':123B ''up'':207B ''us'':158B,188B ''wa'':111B ''we'':142B ''were'':137B ''west'':146B ''will'':66A,89B,143B,156B ''¤all'':9 ''¤d20230313'':20 ''¤m202303'':19 ''¤y2023'':18 ''¶harbour'':30 ''¶post'':31 ''¶the'':29 ''ابو'':167B ''الجبهة'':171B ''المسكري'':169B ''ان'':170B ''بحسب'':177B ''بيان'':178B ''تل'':175B ''تنسحب'':173B ''لن'':172B ''ليث'':168B ''من'':174B ''هارون'':176B ''وقال'':166B');
INSERT INTO public.report_words VALUES (3, '''killed'':60B ''one'':58B ''was'':59B ''¤all'':9');
INSERT INTO public.report_words VALUES (4, '''killed'':60B ''two'':58B ''were'':59B ''¤all'':9');


--
-- Data for Name: reports; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.reports VALUES (1, 'report-9c8941bb26cc6f59905d', 1, 1, 1, 1, 'Rockets kill at least 12 in Manshar, monitor says

13 March 2023

Rockets fired by the Kharan Front hit the market of Front-held Manshar on Sunday, killing between 12 and 15 civilians, five of them children, the Asur Monitor said on Monday.

The army denied that its aircraft had bombed Camp Hadra near the border. “We will not withdraw from Dorva,” General Nadim Hazrun said.

Fewer than 1,000 fighters remain west of the Asur, the coalition estimates.

وزعم أبو ليث المسكري أن الجبهة سيطرت على تل هارون.
', NULL, '5627b2f5b5d7c734386298c3ba8d5b7f07d7d290c9c7019e1267813a170edb8e', 'test/1', 'Rockets kill at least 12 in Manshar, monitor says', 'text:headline', 'The Harbour Post', 'given', 'https://ledger.example/a', 'capture', '2023-03-13', 'text:dateline', '2023-03-13', NULL, NULL, '[]', NULL, NULL, 'en', 'ltr', '[]', '\x789c9592cb8edb2014865fc562ed34068c317e82d954aaaaeeaa6a74b8d84621b605789451e477ef71356d93aa5964079cefff39b72bf1967424ba658ef9a04cab6aaa356b8c697aa154252c29898125afd121f7713af44cf79cd78a3a233553962a03086677c9af6904261a8445c330d80b2dac3492d7bc6d986a0dd7d05aa1655f492b2d53955146565439ca1ad9520e5456ceead6a1a10eb33925d27dbf92939ff64c470736f8690fa605260c5565ad7e20fa8ed1ec52265bf987b690dd3d2d68d9d48ff005220c1196f12fdf3425abab2704ac662597cd130a2edbb216fc09452d44292a71afc01bb63f82c97e9e3e5e8f749f8acf018777256f10d67d8a5fb1a92ea7e2e443282017c141ca0565859f8acf30e10063599ce7c9e7391609de139a44ecfb6b1fe7f32fe74bee1e0c622bc9bce27ff9f6c36fa32b5e20ea798dc5971993bdf71bfc9b9bb064b2c6702b1b735e52773c066707173fb90b9c97e08ef08ffcf77aa2c1b2eae0d3e8ec8dcd95e012011a1356317ea8f881727498fb3eed594e6b08db7fea7bb43ac80698861586bb9e6201f726633e876e27c9b6fd04ff291308', '88e3255043168272e44a523be6f61d3fbb798bdd5b86d94ba9a89d898d981da2');
INSERT INTO public.reports VALUES (2, 'report-5c416a951be57e0cf036', 2, 2, 2, 1, 'Army <b>will not</b> cross the Asur & stay, general says <script>alert(1)</script>

13 March 2023

Ferries at Jisr Kamil on Monday. @WA

Photo: Nella Brandt/Northwire

SELMAR (Northwire) – The army does not plan to cross the Asur, General Nadim Hazrun said on Monday, Northwire reported, and doubts were raised about the bridge.

“We will hold the west bank [of the Asur],” the general said, “and nobody will drive us out.”

Read: The ferrymen of the Asur

وقال أبو ليث المسكري إن الجبهة «لن تنسحب من تل هارون» بحسب بيان.

The Front denied that it had mined the road. US officials think it possible that shells fell on Camp Hadra.

=HYPERLINK("http://example.org") © The Harbour Post. Sign up.
', NULL, '381c00012b70b263b48e9facc79ef18409aa832584711ddd379a63be739cfc3c', 'test/1', 'Army <b>will not</b> cross the Asur & stay, general says <script>alert(1)</script>', 'text:headline', 'The Harbour Post', 'given', 'https://post.example/b', 'capture', '2023-03-13T14:07+02:00', 'text:dateline', '2023-03-13', '2023-03', 'meta:modified', '["Nella Brandt"]', 'Selmar', 'text:dateline', 'en', 'ltr', '["short"]', '\x789c9553cb6edb3010fc158187a245e99a0fbd6104484f3d15059a5b11042b8ab284500f90541ac3c8bf77e93cec385181dc24eeccce2c39bb275d4d4a62f5345abf4a54cc5328125ee924d34c354ca6841205939fad46dcd3d74a7196c429afd344d659568b4c4840a0d7f7fec6b5209214c132e78a31c64595b14aa4b28a735d34a05456e886e7312b007229923cce38afeb5a6605204a67b2508d920a1b566654b78e947ff6e4b61b82d356436dba4163d14d306089d15c5c23748755af9d270ff4055d83d7afd1794c8b6c091ec6ebc6e1882e0aca65b208b7baeefc11cd6546799a2ec127b0b0b530b5278c34a752e41f6048c9682ce412c36a8323d7477c2c121a278b23bca31027194d04ff00231192a6922d31aab133da4ec1d891934a41d3e26c0efcc30459508757783c5df310acce1bccdf9edc819943102f6dbf8b36d5c5dfce986818fd665d5d44ca8ece45bed5d1a59b6df429721e7634daea415b3091839d8b364ed96ef2178096fc67fe65b37e3a40158bd9ba69ecd81fa4ef7db910b6074ac6190df953475728fb036c35a2f2afd1f9b37edbee4e0f782b64b6e694d67a3fb972bd9e90f24ddf433f19bdaecec8cf0b8874987d3bdac79578eef1531b03d1770b437d2e7b18e34d4ee398f224bd0ef73dcd95e95c8b91399ada135c3b409b443021574caeb8bce271c932ec31368d0b9393af4c948c054f6f0497d62e8c3fd58780fe47ed4464988d3913e8b587b21febaee9b00d163158ea55367e6bd3837def22defa0a0bc8b3383833306c67d8be6aa587b336adef4d199041b931b00d2f411c3e8927d70fff00f9b3ab39', '1281d5410a6a2af1a5100c7df44c30c9363cc2d69fd0e282610f5ac8719e228d');
INSERT INTO public.reports VALUES (3, 'report-54ee794d1d5ec76ebb88', 3, 3, 3, 1, 'One was killed.', NULL, 'cd5df96646f01de7243fa046b2c1ef1167045becea9d176bd86b88278785df2d', 'text-1', NULL, NULL, NULL, NULL, 'https://post.example/c', 'capture', NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, 'ltr', '[]', '\x789c458fd16ac3300c45ff45cfcd12bbb6e4e457ca28b625d3b274368e330aa5ff3e07067bd3c3b9e75ebde0ceb04095926b1bac11a1d9b0622b915042700e4e107d697b95cefd5dc364932019b4671b9c8de492321d6cf26cd7ede6b5c50366cb6946349826c542da9c939f0c061d9524a59026638344f1332bc2c00e7b9f2647ae073577615873fcda60b97c9ea0bbab8fed9ebfbbfb681a5427f6bac2f2821fbfeec7c05b6b655bc6b1e4ad7dc8d33fca2a63ec5c15cfd754f3e3ff0b78bf7f0129ba4ebd', 'f9bfe6389526e34e76519b41fc1cd03d5899906823c671a63f9334061b0b3b8b');
INSERT INTO public.reports VALUES (4, 'report-d6b311904c2665191a03', 4, 4, 3, 2, 'Two were killed.', NULL, '56afb30c9dec357124d1fa6d20f82b437785c93fe37720c82a7bf1aa42c3f1dc', 'text-1', NULL, NULL, NULL, NULL, 'https://post.example/c', 'capture', NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, 'ltr', '[]', '\x789c458f4b8ac3301044efd2eb38965a1f5bbe4a1842ab259130ce48c8f21008b97b6418985d2d1eafaa5e700fb0408d25d73604eb95944e68466b8d74928482133095b6d7d8b9bf3408e13009add1066358693d47dfc1169fedbadd088dedb0b194bc12ec42646526893ac84436a048337aada66936ec548a3da1e01969f2491269649564e02ef46be6ef0d96cbd709babb12b77bfee9eea369909dd8eb0acb0b7e69dd8f81b7d6cab68c63c95b3bc7273dca1ac7c35423856baaf9f1ff02deef0f250a4daa', '4327397b4464e8cf34489962a0c56d2861d752df2aa269535cd9effcd46637ca');


--
-- Data for Name: review_leases; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: reviews; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.reviews VALUES (1, '5627b2f5b5d7c734386298c3ba8d5b7f07d7d290c9c7019e1267813a170edb8e', 'statements', '[[0,35]]', 'accept', 'Nura', '2026-11-26T16:41:21+00:00', NULL, NULL, '{"id": "statement-2dbd41ec1d43ccf31f0c", "report": "report-9c8941bb26cc6f59905d", "content": [[0, 35]], "form": "indirect", "mood": "asserted", "chain": [{"source": {"kind": "outlet", "evidence": {"is": "Implied", "rule": "outlet"}, "name": "The Harbour Post"}, "cue": {"is": "Implied", "rule": "outlet"}, "act": "report", "factuality": "CT+", "score": 0.9, "by": "test"}, {"source": {"kind": "organisation", "evidence": {"is": "Stated", "spans": [[37, 44]]}, "name": "Asur Monitor", "words": "monitor"}, "cue": {"is": "Stated", "spans": [[45, 49]]}, "act": "state", "factuality": "CT+", "score": 0.9, "by": "test"}], "score": 0.9, "by": "head:test"}', 'statement-2dbd41ec1d43ccf31f0c', NULL, NULL, NULL, NULL);


--
-- Data for Name: runs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.runs VALUES (1, 'run-0a813eb187b32e38e1db', '0.0.0', 'test/1', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc');


--
-- Data for Name: search_settings; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: sightings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sightings VALUES (1, 1, '35524d3d10f98d583c7c', 'a.txt', NULL, 'https://ledger.example/a', NULL, NULL, NULL, NULL);
INSERT INTO public.sightings VALUES (2, 2, 'ed122f6184ea9e3692df', 'a.txt', NULL, 'https://post.example/b', NULL, NULL, NULL, NULL);
INSERT INTO public.sightings VALUES (3, 3, '65acdf62bcfc403c2528', 'a.txt', NULL, 'https://post.example/c', NULL, NULL, NULL, NULL);
INSERT INTO public.sightings VALUES (4, 4, '65acdf62bcfc403c2528', 'a.txt', NULL, 'https://post.example/c', NULL, NULL, NULL, NULL);


--
-- Data for Name: standing_reviews; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.standing_reviews VALUES (1);


--
-- Data for Name: statement_actors; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.statement_actors VALUES (1048576, 0, 'source', 'Asur Monitor', 'asur monitor', NULL);
INSERT INTO public.statement_actors VALUES (1048576, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (1048577, 0, 'source', 'Asur Monitor', 'asur monitor', NULL);
INSERT INTO public.statement_actors VALUES (1048577, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (1048577, 2, 'actor', 'Kharan Front', 'kharan front', 'group:kharan-front');
INSERT INTO public.statement_actors VALUES (1048577, 3, 'recipient', 'civilians', 'civilians', NULL);
INSERT INTO public.statement_actors VALUES (1048577, 4, 'holder', 'Kharan Front', 'kharan front', 'group:kharan-front');
INSERT INTO public.statement_actors VALUES (1048578, 0, 'source', 'the army', 'the army', NULL);
INSERT INTO public.statement_actors VALUES (1048578, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (1048578, 2, 'actor', 'army of Orvenia', 'army of orvenia', NULL);
INSERT INTO public.statement_actors VALUES (1048579, 0, 'source', 'Nadim Hazrun', 'nadim hazrun', NULL);
INSERT INTO public.statement_actors VALUES (1048579, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (1048579, 2, 'actor', 'We', 'we', NULL);
INSERT INTO public.statement_actors VALUES (1048580, 0, 'source', 'the coalition', 'the coalition', NULL);
INSERT INTO public.statement_actors VALUES (1048580, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (1048581, 0, 'source', 'أبو ليث المسكري', 'ابو ليث المسكري', NULL);
INSERT INTO public.statement_actors VALUES (1048581, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (1048581, 2, 'holder', 'الجبهة', 'الجبهة', NULL);
INSERT INTO public.statement_actors VALUES (2097152, 0, 'source', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097153, 0, 'source', 'Gen. Nadim Hazrun', 'gen nadim hazrun', NULL);
INSERT INTO public.statement_actors VALUES (2097153, 1, 'voice', 'Northwire', 'northwire', NULL);
INSERT INTO public.statement_actors VALUES (2097153, 2, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097154, 0, 'source', 'Northwire', 'northwire', NULL);
INSERT INTO public.statement_actors VALUES (2097154, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097154, 2, 'named', 'Nadim Hazrun', 'nadim hazrun', NULL);
INSERT INTO public.statement_actors VALUES (2097155, 0, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097156, 0, 'source', 'Gen. Nadim Hazrun', 'gen nadim hazrun', NULL);
INSERT INTO public.statement_actors VALUES (2097156, 1, 'voice', 'Northwire', 'northwire', NULL);
INSERT INTO public.statement_actors VALUES (2097156, 2, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097157, 0, 'source', 'أبو ليث المسكري', 'ابو ليث المسكري', NULL);
INSERT INTO public.statement_actors VALUES (2097157, 1, 'voice', 'بيان', 'بيان', NULL);
INSERT INTO public.statement_actors VALUES (2097157, 2, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097158, 0, 'source', 'Kharan Front', 'kharan front', NULL);
INSERT INTO public.statement_actors VALUES (2097158, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097159, 0, 'source', 'The Harbour Post', 'the harbour post', NULL);
INSERT INTO public.statement_actors VALUES (2097160, 0, 'source', 'US officials', 'us officials', NULL);
INSERT INTO public.statement_actors VALUES (2097160, 1, 'voice', 'The Harbour Post', 'the harbour post', NULL);


--
-- Data for Name: statement_places; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.statement_places VALUES (1048576, 0, 'Manshar', 'manshar', 'world:manshar', 'Orvenia');
INSERT INTO public.statement_places VALUES (1048577, 0, 'Manshar', 'manshar', 'world:manshar', 'Orvenia');
INSERT INTO public.statement_places VALUES (1048578, 0, 'Camp Hadra', 'camp hadra', 'region:hadra', 'Orvenia');
INSERT INTO public.statement_places VALUES (1048579, 0, 'Dorva', 'dorva', NULL, NULL);
INSERT INTO public.statement_places VALUES (1048580, 0, 'Asur', 'asur', NULL, NULL);


--
-- Data for Name: statement_vectors; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: statement_words; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.statement_words VALUES (1048576, '''12'':120A ''asur'':131B ''at'':118A ''in'':121A ''kill'':117A ''least'':119A ''manshar'':122A ''monitor'':132B,141B ''rockets'':116A ''¤act·state'':10 ''¤all'':9 ''¤case·one'':23 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§asur'':43 ''§monitor'':44,53 ''¶harbour'':33 ''¶post'':34 ''¶the'':32 ''‡kharan'':96 ''‡manshar'':78 ''‡orvenia'':87 ''‡·in·20orvenia·2f'':106 ''‡·in·20orvenia·2fkharan'':107 ''‡·world·3amanshar'':105');
INSERT INTO public.statement_words VALUES (1048577, '''12'':175A ''15'':177A ''and'':176A ''asur'':191B,202B ''between'':174A ''by'':160A ''children'':182A ''civilians'':178A ''fired'':159A ''five'':179A ''front'':163A,168A ''held'':169A ''hit'':164A ''kharan'':162A ''killing'':173A ''manshar'':170A ''market'':166A ''monitor'':192B,203B ''of'':167A,180A ''on'':171A ''rockets'':158A ''sunday'':172A ''the'':161A,165A,201B ''them'':181A ''¤act·state'':10 ''¤all'':9 ''¤case·one'':23 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§asur'':43,54 ''§monitor'':44,55 ''§the'':53 ''¶harbour'':33 ''¶post'':34 ''¶the'':32 ''†civilians'':82 ''†front'':73,93,102 ''†kharan'':72,92 ''†the'':91 ''†·group·3akharan·2dfront'':111 ''‡kharan'':138 ''‡manshar'':120 ''‡orvenia'':129 ''‡·in·20orvenia·2f'':148 ''‡·in·20orvenia·2fkharan'':149 ''‡·world·3amanshar'':147');
INSERT INTO public.statement_words VALUES (1048578, '''aircraft'':151A ''ao'':188B ''army'':168B,177B ''bombed'':153A ''border'':158A ''camp'':154A ''had'':152A ''hadra'':155A ''its'':150A ''near'':156A ''of'':178B ''orvenia'':179B ''that'':149A ''the'':157A,167B ''¤act·deny'':10 ''¤all'':9 ''¤case·one'':23 ''¤commitment·ct·2d'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§ao'':64 ''§army'':44,53 ''§of'':54 ''§orvenia'':55 ''§the'':43 ''¶harbour'':33 ''¶post'':34 ''¶the'':32 ''†aircraft'':103 ''†army'':81,93 ''†its'':102 ''†of'':82 ''†orvenia'':83 ''†the'':92 ''‡camp'':120 ''‡hadra'':121 ''‡orvenia'':130 ''‡·in·20orvenia·2f'':140 ''‡·region·3ahadra'':139');
INSERT INTO public.statement_words VALUES (1048579, '''dorva'':111A ''from'':110A ''general'':130B ''hazrun'':121B,132B ''nadim'':120B,131B ''not'':108A ''we'':106A ''will'':107A ''withdraw'':109A ''¤act·state'':10 ''¤all'':9 ''¤case·one'':23 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§general'':53 ''§hazrun'':44,55 ''§nadim'':43,54 ''¶harbour'':33 ''¶post'':34 ''¶the'':32 ''†we'':72 ''‡dorva'':89');
INSERT INTO public.statement_words VALUES (1048580, '''1000'':88A ''asur'':94A ''coalition'':104B ''fewer'':86A ''fighters'':89A ''of'':92A ''remain'':90A ''than'':87A ''the'':93A,103B ''west'':91A ''¤act·estimate'':10 ''¤all'':9 ''¤case·one'':23 ''¤commitment·pr·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§coalition'':44 ''§the'':43 ''¶harbour'':33 ''¶post'':34 ''¶the'':32 ''‡asur'':69');
INSERT INTO public.statement_words VALUES (1048581, '''¤act·allege'':10 ''¤all'':9 ''¤case·one'':23 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§ابو'':43 ''§المسكري'':45 ''§ليث'':44 ''¶harbour'':33 ''¶post'':34 ''¶the'':32 ''ابو'':101B ''الجبهة'':88A ''المسكري'':103B ''ان'':87A ''تل'':91A ''سيطرت'':89A ''على'':90A ''ليث'':102B ''هارون'':92A ''†الجبهة'':62');
INSERT INTO public.statement_words VALUES (2097152, '''1'':90A ''alert'':89A ''army'':77A ''asur'':84A ''b'':78A,81A ''cross'':82A ''general'':86A ''harbour'':101B ''not'':80A ''post'':102B ''says'':87A ''script'':88A,91A ''stay'':85A ''the'':83A,100B ''will'':79A ''¤act·narrate'':10 ''¤all'':9 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§harbour'':43 ''§post'':44 ''§the'':42 ''¶harbour'':32 ''¶post'':33 ''¶the'':31');
INSERT INTO public.statement_words VALUES (2097153, '''army'':108A ''asur'':115A ''cross'':113A ''does'':109A ''gen'':133B ''general'':144B ''hazrun'':135B,146B,156B ''nadim'':134B,145B,155B ''northwire'':124B ''not'':110A ''plan'':111A ''the'':107A,114A ''to'':112A ''¤act·intend'':10 ''¤all'':9 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§gen'':51 ''§general'':62 ''§hazrun'':53,64,74 ''§nadim'':52,63,73 ''§northwire'':42 ''¶harbour'':32 ''¶post'':33 ''¶the'':31');
INSERT INTO public.statement_words VALUES (2097154, '''asur'':86A ''general'':87A ''hazrun'':89A ''monday'':92A ''nadim'':88A ''northwire'':101B ''on'':91A ''said'':90A ''the'':85A ''¤act·report'':10 ''¤all'':9 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§northwire'':42 ''¶harbour'':32 ''¶post'':33 ''¶the'':31 ''†hazrun'':60 ''†nadim'':59');
INSERT INTO public.statement_words VALUES (2097155, '''about'':69A ''bridge'':71A ''doubts'':66A ''raised'':68A ''the'':70A ''were'':67A ''¤act·doubt'':10 ''¤all'':9 ''¤commitment·u'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''¶harbour'':32 ''¶post'':33 ''¶the'':31');
INSERT INTO public.statement_words VALUES (2097156, '''and'':115A ''asur'':114A ''bank'':111A ''drive'':118A ''gen'':138B ''general'':150B ''hazrun'':140B,160B ''hold'':108A ''nadim'':139B,159B ''nobody'':116A ''northwire'':129B ''of'':112A ''out'':120A ''the'':109A,113A,149B ''us'':119A ''we'':106A ''west'':110A ''will'':107A,117A ''¤act·state'':10 ''¤all'':9 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§gen'':51 ''§general'':63 ''§hazrun'':53,73 ''§nadim'':52,72 ''§northwire'':42 ''§the'':62 ''¶harbour'':32 ''¶post'':33 ''¶the'':31');
INSERT INTO public.statement_words VALUES (2097157, '''¤act·state'':10 ''¤all'':9 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§ابو'':51 ''§المسكري'':53 ''§بيان'':42 ''§ليث'':52 ''¶harbour'':32 ''¶post'':33 ''¶the'':31 ''ابو'':108B ''المسكري'':110B ''بيان'':99B ''تل'':89A ''تنسحب'':87A ''لن'':86A ''ليث'':109B ''من'':88A ''هارون'':90A');
INSERT INTO public.statement_words VALUES (2097158, '''front'':101B,111B ''had'':88A ''it'':87A ''kharan'':100B ''mined'':89A ''road'':91A ''that'':86A ''the'':90A,110B ''¤act·deny'':10 ''¤all'':9 ''¤commitment·ct·2d'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§front'':43,53 ''§kharan'':42 ''§the'':52 ''¶harbour'':32 ''¶post'':33 ''¶the'':31');
INSERT INTO public.statement_words VALUES (2097159, '''had'':78A ''harbour'':91B ''it'':77A ''mined'':79A ''post'':92B ''road'':81A ''the'':80A,90B ''¤act·narrate'':10 ''¤all'':9 ''¤commitment·ct·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§harbour'':43 ''§post'':44 ''§the'':42 ''¶harbour'':32 ''¶post'':33 ''¶the'':31');
INSERT INTO public.statement_words VALUES (2097160, '''camp'':79A ''fell'':77A ''hadra'':80A ''officials'':90B ''on'':78A ''shells'':76A ''us'':89B ''¤act·believe'':10 ''¤all'':9 ''¤commitment·ps·2b'':11 ''¤d20230313'':22 ''¤m202303'':21 ''¤y2023'':20 ''§officials'':43 ''§us'':42 ''¶harbour'':32 ''¶post'':33 ''¶the'':31');


--
-- Data for Name: statements; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.statements VALUES (1048576, 1, 'statement-2dbd41ec1d43ccf31f0c', 0, 0, 35, '[[0,35]]', 'Rockets kill at least 12 in Manshar', 'headline', 'indirect', 'asserted', 'Asur Monitor', 1, 'Asur Monitor', 'organisation', NULL, NULL, false, 'state', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO public.statements VALUES (1048577, 1, 'statement-0284beaa21b9b15d6617', 1, 66, 206, '[[66,206]]', 'Rockets fired by the Kharan Front hit the market of Front-held Manshar on Sunday, killing between 12 and 15 civilians, five of them children', 'paragraph', 'indirect', 'asserted', 'Asur Monitor', 1, 'Asur Monitor', 'organisation', NULL, NULL, false, 'state', 'CT+', '2023-03-13', '2023-03-13', '2023-03-13', NULL, NULL, 0.9, 'head:test');
INSERT INTO public.statements VALUES (1048578, 1, 'statement-2e6210df52b6bdea5b8b', 2, 258, 313, '[[258,313]]', 'that its aircraft had bombed Camp Hadra near the border', 'paragraph', 'indirect', 'asserted', 'the army', 1, 'the army', 'organisation', NULL, NULL, false, 'deny', 'CT-', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO public.statements VALUES (1048579, 1, 'statement-dec52c01f0e9b2612756', 3, 315, 349, '[[315,349]]', '“We will not withdraw from Dorva,”', 'paragraph', 'direct', 'asserted', 'Nadim Hazrun', 1, 'Nadim Hazrun', 'person', NULL, NULL, false, 'state', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO public.statements VALUES (1048580, 1, 'statement-d3ace2bea56ce62cd879', 4, 378, 427, '[[378,427]]', 'Fewer than 1,000 fighters remain west of the Asur', 'paragraph', 'indirect', 'asserted', 'the coalition', 1, 'the coalition', 'unnamed', NULL, NULL, true, 'estimate', 'PR+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO public.statements VALUES (1048581, 1, 'statement-3ae64f994d0b1e21518f', 5, 476, 504, '[[476,504]]', 'أن الجبهة سيطرت على تل هارون', 'paragraph', 'indirect', 'asserted', 'أبو ليث المسكري', 1, 'أبو ليث المسكري', 'person', NULL, NULL, false, 'allege', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.9, 'head:test');
INSERT INTO public.statements VALUES (2097152, 2, 'statement-1f54f111cde73aa6fab2', 0, 0, 82, '[[0,82]]', 'Army <b>will not</b> cross the Asur & stay, general says <script>alert(1)</script>', 'headline', 'narration', 'asserted', 'The Harbour Post', 0, 'The Harbour Post', 'outlet', NULL, NULL, false, 'narrate', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097153, 2, 'statement-6c8af2cb5448b2cf9165', 1, 189, 229, '[[189,229]]', 'The army does not plan to cross the Asur', 'paragraph', 'indirect', 'intended', 'Northwire → Gen. Nadim Hazrun', 2, 'Gen. Nadim Hazrun', 'person', NULL, 'chief of staff', false, 'intend', 'CT+', '2023-03-13', '2023-03-13', '2023-03-13', NULL, NULL, 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097154, 2, 'statement-c0f9753b89e6ff61f772', 2, 221, 266, '[[221,266]]', 'the Asur, General Nadim Hazrun said on Monday', 'paragraph', 'indirect', 'asserted', 'Northwire', 1, 'Northwire', 'agency', NULL, NULL, false, 'report', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097155, 2, 'statement-f720db62e832adcd43d5', 3, 292, 327, '[[292,327]]', 'doubts were raised about the bridge', 'paragraph', 'indirect', 'asserted', '(no source given)', 1, NULL, 'agentless', NULL, NULL, true, 'doubt', 'U', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097156, 2, 'statement-d49a3cd6f4f7792b05a4', 4, 330, 423, '[[330,373],[392,423]]', '“We will hold the west bank [of the Asur],” … “and nobody will drive us out.”', 'paragraph', 'direct', 'asserted', 'Northwire → Gen. Nadim Hazrun', 2, 'Gen. Nadim Hazrun', 'person', NULL, NULL, false, 'state', 'CT+', NULL, NULL, NULL, '[[358,371]]', NULL, 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097157, 2, 'statement-cf4470e467e351421040', 5, 488, 510, '[[488,510]]', '«لن تنسحب من تل هارون»', 'paragraph', 'mixed', 'asserted', 'بيان → أبو ليث المسكري', 2, 'أبو ليث المسكري', 'person', NULL, NULL, false, 'state', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097158, 2, 'statement-3677b7ad3fa571760fda', 6, 540, 566, '[[540,566]]', 'that it had mined the road', 'paragraph', 'indirect', 'asserted', 'Kharan Front', 1, 'Kharan Front', 'organisation', NULL, NULL, false, 'deny', 'CT-', NULL, NULL, NULL, NULL, 'statement-ca02b7278e1cd9e1419d', 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097159, 2, 'statement-ca02b7278e1cd9e1419d', 7, 545, 566, '[[545,566]]', 'it had mined the road', 'paragraph', 'narration', 'asserted', 'The Harbour Post', 0, 'The Harbour Post', 'outlet', NULL, NULL, false, 'narrate', 'CT+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');
INSERT INTO public.statements VALUES (2097160, 2, 'statement-3af7a772621c6522c64d', 8, 604, 629, '[[604,629]]', 'shells fell on Camp Hadra', 'paragraph', 'indirect', 'asserted', 'US officials', 1, 'US officials', 'unnamed', NULL, NULL, true, 'believe', 'PS+', NULL, NULL, NULL, NULL, NULL, 0.87654, 'head:test');


--
-- Data for Name: stories; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.stories VALUES (1, 'story-979046ff5f41dd85be40', 2, 'Rockets kill at least 12 in Manshar, monitor says', '2023-03-13', '2023-03-13', 4, true);


--
-- Data for Name: story_drafts; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: story_frequencies; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.story_frequencies VALUES (-8934664442064190678, 1);
INSERT INTO public.story_frequencies VALUES (-8774392404778886721, 1);
INSERT INTO public.story_frequencies VALUES (-7935176750431117380, 1);
INSERT INTO public.story_frequencies VALUES (-7769192760266499717, 1);
INSERT INTO public.story_frequencies VALUES (-7179789274476386287, 1);
INSERT INTO public.story_frequencies VALUES (-5937413735316796819, 1);
INSERT INTO public.story_frequencies VALUES (-5896063303209537599, 1);
INSERT INTO public.story_frequencies VALUES (-4757842336618655252, 1);
INSERT INTO public.story_frequencies VALUES (-4236603839982723660, 1);
INSERT INTO public.story_frequencies VALUES (-3937405747882032051, 1);
INSERT INTO public.story_frequencies VALUES (-3769479138773630590, 1);
INSERT INTO public.story_frequencies VALUES (-3064579805048970350, 1);
INSERT INTO public.story_frequencies VALUES (-3001816610931273122, 1);
INSERT INTO public.story_frequencies VALUES (-2282075950686535677, 1);
INSERT INTO public.story_frequencies VALUES (-1112315883922775112, 1);
INSERT INTO public.story_frequencies VALUES (-500725903167454986, 1);
INSERT INTO public.story_frequencies VALUES (287611393067795492, 1);
INSERT INTO public.story_frequencies VALUES (328803819565138686, 1);
INSERT INTO public.story_frequencies VALUES (725445314541119371, 1);
INSERT INTO public.story_frequencies VALUES (1856922626304694951, 1);
INSERT INTO public.story_frequencies VALUES (2099699019898824089, 1);
INSERT INTO public.story_frequencies VALUES (2209815692856122183, 1);
INSERT INTO public.story_frequencies VALUES (2541102474771871894, 1);
INSERT INTO public.story_frequencies VALUES (3000369784822422747, 1);
INSERT INTO public.story_frequencies VALUES (3086524257228809008, 1);
INSERT INTO public.story_frequencies VALUES (3452844556330244418, 1);
INSERT INTO public.story_frequencies VALUES (3671054034314471408, 1);
INSERT INTO public.story_frequencies VALUES (4165509293596754043, 1);
INSERT INTO public.story_frequencies VALUES (4663718075410673402, 1);
INSERT INTO public.story_frequencies VALUES (4982245091201982350, 1);
INSERT INTO public.story_frequencies VALUES (5715554002702315968, 1);
INSERT INTO public.story_frequencies VALUES (5729354064195401585, 1);
INSERT INTO public.story_frequencies VALUES (6712454394368448365, 1);
INSERT INTO public.story_frequencies VALUES (7044586432729886128, 1);
INSERT INTO public.story_frequencies VALUES (7995794339455524907, 1);
INSERT INTO public.story_frequencies VALUES (8338843554079607668, 1);
INSERT INTO public.story_frequencies VALUES (-8929572555457932576, 2);
INSERT INTO public.story_frequencies VALUES (-8886114095557012642, 1);
INSERT INTO public.story_frequencies VALUES (-8535238517883476388, 2);
INSERT INTO public.story_frequencies VALUES (-8514244393294099048, 1);
INSERT INTO public.story_frequencies VALUES (-8448387231242618607, 2);
INSERT INTO public.story_frequencies VALUES (-8157183464361844837, 1);
INSERT INTO public.story_frequencies VALUES (-7708677270670515558, 1);
INSERT INTO public.story_frequencies VALUES (-7475485476801041400, 1);
INSERT INTO public.story_frequencies VALUES (-7450145083977818331, 2);
INSERT INTO public.story_frequencies VALUES (-7035846654929681155, 1);
INSERT INTO public.story_frequencies VALUES (-6998913833428421003, 1);
INSERT INTO public.story_frequencies VALUES (-6910887737468992596, 1);
INSERT INTO public.story_frequencies VALUES (-6336019250796532137, 2);
INSERT INTO public.story_frequencies VALUES (-5821074379491746250, 1);
INSERT INTO public.story_frequencies VALUES (-5795586803637952590, 1);
INSERT INTO public.story_frequencies VALUES (-5762769041256592160, 1);
INSERT INTO public.story_frequencies VALUES (-5462463220414095535, 1);
INSERT INTO public.story_frequencies VALUES (-5268662376345568260, 2);
INSERT INTO public.story_frequencies VALUES (-4608851528290742366, 2);
INSERT INTO public.story_frequencies VALUES (-4230717555336525878, 1);
INSERT INTO public.story_frequencies VALUES (-4222918626106529598, 1);
INSERT INTO public.story_frequencies VALUES (-3640908353781249734, 2);
INSERT INTO public.story_frequencies VALUES (-3138323396388615287, 2);
INSERT INTO public.story_frequencies VALUES (-2882475630088248771, 1);
INSERT INTO public.story_frequencies VALUES (-2877175874769480099, 2);
INSERT INTO public.story_frequencies VALUES (-2831000752746516325, 2);
INSERT INTO public.story_frequencies VALUES (-2309326399645176733, 2);
INSERT INTO public.story_frequencies VALUES (-2302009613641618418, 1);
INSERT INTO public.story_frequencies VALUES (-1936544417872378971, 1);
INSERT INTO public.story_frequencies VALUES (-1910817738542894683, 2);
INSERT INTO public.story_frequencies VALUES (-1865944371998037080, 1);
INSERT INTO public.story_frequencies VALUES (-1595315649810001477, 2);
INSERT INTO public.story_frequencies VALUES (-1523870198020789048, 1);
INSERT INTO public.story_frequencies VALUES (-843330789671711124, 1);
INSERT INTO public.story_frequencies VALUES (-724080403127836902, 1);
INSERT INTO public.story_frequencies VALUES (-459504101372803898, 1);
INSERT INTO public.story_frequencies VALUES (-270454054717133575, 2);
INSERT INTO public.story_frequencies VALUES (0, 2);
INSERT INTO public.story_frequencies VALUES (19159198328802301, 1);
INSERT INTO public.story_frequencies VALUES (497092720020027238, 2);
INSERT INTO public.story_frequencies VALUES (907511913195887055, 1);
INSERT INTO public.story_frequencies VALUES (1103438796986983973, 2);
INSERT INTO public.story_frequencies VALUES (1525559307267214370, 1);
INSERT INTO public.story_frequencies VALUES (1542553900445601920, 1);
INSERT INTO public.story_frequencies VALUES (2179470504443339205, 1);
INSERT INTO public.story_frequencies VALUES (2439707162081950719, 1);
INSERT INTO public.story_frequencies VALUES (2730402798303876848, 1);
INSERT INTO public.story_frequencies VALUES (2858947318211752804, 1);
INSERT INTO public.story_frequencies VALUES (2972760034639138431, 1);
INSERT INTO public.story_frequencies VALUES (3033097258393190928, 2);
INSERT INTO public.story_frequencies VALUES (3644363161478527109, 2);
INSERT INTO public.story_frequencies VALUES (4148182456891638608, 2);
INSERT INTO public.story_frequencies VALUES (4545842718669211703, 1);
INSERT INTO public.story_frequencies VALUES (4637456168731030617, 1);
INSERT INTO public.story_frequencies VALUES (4912935347061098288, 2);
INSERT INTO public.story_frequencies VALUES (7053231964515272685, 2);
INSERT INTO public.story_frequencies VALUES (7259689464038409243, 2);
INSERT INTO public.story_frequencies VALUES (7481287170606553272, 1);
INSERT INTO public.story_frequencies VALUES (8120993085295370803, 2);
INSERT INTO public.story_frequencies VALUES (8809113640359939482, 1);


--
-- Data for Name: story_ledger; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.story_ledger VALUES (1, 'story-979046ff5f41dd85be40', 'minted', NULL, '2026-11-26T16:41:21+00:00', 'report-9c8941bb26cc6f59905d');


--
-- Data for Name: story_reports; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.story_reports VALUES (1, 1, 738592, '\x20450b0001004100006dcaea5daa119aad158a0510c2bcefe2b9172a158a05244429c509cdfd03157d05820127e1b11eb0cb1572045ce65224cabd8c89008a05c1affa16aaf92cae008a0571b7ce7c2ac1824f00870447dbc51faad7aa1e007604f96c855c78273ffc006e045083886ef74d9139006c04bfd944b998183b86008a0111e8acecb1435c9c008a00a2cfb629f4110ac0008a004d04e96455865bc9008a003ac91d8124e578cd008a00898bf59f7f6f72d4008a015d960a2cc93712d8008a009b30ae8dd043b6d8008a00a5b1a20764697be5008a00bb11746cde4cdce9008a0066f739f53107e606008a006d575723b56d275d008a00ed075d231a1de261008a011179d61c934cc18a153d05b0ad66680966c361006504faee6b51e1dab8400060042a43731f07b20184005f045e129358b26757d60079007b59c7f458482e940078007b406cf9a1dcce39007401c031a24915ba514f1535068be73185ab4c110a0070001bc4a7a31a99bf640055050300de88037054e0006d02fec2f8f154259004006a004299b47cd4f7ea2f005104bc5f9db0c996e091004f042b60539496c4f66e004e0485787298fc609332004904f600deab71100df9004804a7da464c4a1dc519005c00ecd1875c9abff8bd005900b41dc607418f34c500430433226f282f90b370003d0492633876e76c78d5003a0496b8a4ca3ccf432300390630e3bf767589d52a00360499254e4822a1231d003204251f61c884c49b98151c04dbdc27336c74a329003c00fcfb74b87bf3e1b6003300576e3ca20ff011a80032008e1f076d837d2445002304748b78060886b973001f04e052da5b12c91384002400b823c2cc984290f0002200f02794b23134f232001a0430870916ab402e44001c0063acb7f6df9ff3df000f042526cb55bd33500f001200', '\xc7c7bbaec7c7c4b3a9a6c7c7c7c7c7c7c7c7c7c7c7c7c7619d9695b6b5b054ac86a8a4807d7b7472908c6a615c5b56502d5f5150383139362a2d181d');
INSERT INTO public.story_reports VALUES (2, 1, 738592, '\x20450b00010001000010c2bcefe2b9172a228a05b2df372882f091af158a04643391457005ad27158a0551df9474a46e31b4156a04fdc4cbaebea65b9e008a05898bf59f7f6f72d4008a05ed075d231a1de261008a05b8d8b04a0bdfd267008a060e6c5bf5739e0de0154c04f096a2f6e056e425007f04cfd979df4621980c007704f96c855c78273ffc006e04fcfb74b87bf3e1b62233045e93bb8c4f2eae84008a005ce65224cabd8c89008a0108acaecf90bd4198008a00365e4477b16337af008a00a2cfb629f4110ac0008a003ac91d8124e578cd008a005d960a2cc93712d8008a009b30ae8dd043b6d8008a00a5b1a20764697be5008a00bb11746cde4cdce9008a006cce776d1de34bf4008a0066f739f53107e606008a00220c74711be02b15008a008010f48299406815008a009acdb3e72e42407a008a0033226f282f90b370153d047576ee48f3dcde9e007a001a5fbeaeb58cf3f5006c005083886ef74d9139006c00e04c48e5168806b0004f043da2debaaf63ffd7004f04980dd8aed553d789004e04c8ac2af32020daea004e04c2288a2fe22d65c5004d04a8eb6ad87ad51ae6004d04fffbdedfbc94db21004d04e052da5b12c913842224049b9f0597dbdccb8e00610085787298fc6093320049049a628e59dd4605950042041bc4a7a31a99bf6400550137081323de13163f005400a583f3b81c0320e5005000ca472879cc7849c5004b00c561c95fe0083f1e152b00576e3ca20ff011a8003204251f61c884c49b98151c041179d61c934cc18a003d01fdcb917a30114400003a007fce244b805d41290033002526cb55bd33500f15120430870916ab402e44001c045934a8aed08d5b40001b04acc38edd379817a0001800c6c4d65074839ff900100463acb7f6df9ff3df000f00', '\xbac7c7a4c7babac778bdb4a351c7bac7c7babababababac7bac7c7c760b7a6a17d7d7b7b7a7a7a3997726984847e77454f2d605c511d2d2b261a18');


--
-- Data for Name: story_terms; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.story_terms VALUES (-8934664442064190678, 738592, 1);
INSERT INTO public.story_terms VALUES (-8774392404778886721, 738592, 1);
INSERT INTO public.story_terms VALUES (-8535238517883476388, 738592, 1);
INSERT INTO public.story_terms VALUES (-8448387231242618607, 738592, 1);
INSERT INTO public.story_terms VALUES (-7179789274476386287, 738592, 1);
INSERT INTO public.story_terms VALUES (-5937413735316796819, 738592, 1);
INSERT INTO public.story_terms VALUES (-5896063303209537599, 738592, 1);
INSERT INTO public.story_terms VALUES (-4608851528290742366, 738592, 1);
INSERT INTO public.story_terms VALUES (-3937405747882032051, 738592, 1);
INSERT INTO public.story_terms VALUES (-3769479138773630590, 738592, 1);
INSERT INTO public.story_terms VALUES (-270454054717133575, 738592, 1);
INSERT INTO public.story_terms VALUES (287611393067795492, 738592, 1);
INSERT INTO public.story_terms VALUES (2209815692856122183, 738592, 1);
INSERT INTO public.story_terms VALUES (3033097258393190928, 738592, 1);
INSERT INTO public.story_terms VALUES (4148182456891638608, 738592, 1);
INSERT INTO public.story_terms VALUES (4663718075410673402, 738592, 1);
INSERT INTO public.story_terms VALUES (5715554002702315968, 738592, 1);
INSERT INTO public.story_terms VALUES (5729354064195401585, 738592, 1);
INSERT INTO public.story_terms VALUES (7044586432729886128, 738592, 1);
INSERT INTO public.story_terms VALUES (7259689464038409243, 738592, 1);
INSERT INTO public.story_terms VALUES (-8886114095557012642, 738592, 2);
INSERT INTO public.story_terms VALUES (-7475485476801041400, 738592, 2);
INSERT INTO public.story_terms VALUES (-7035846654929681155, 738592, 2);
INSERT INTO public.story_terms VALUES (-5821074379491746250, 738592, 2);
INSERT INTO public.story_terms VALUES (-5795586803637952590, 738592, 2);
INSERT INTO public.story_terms VALUES (-5462463220414095535, 738592, 2);
INSERT INTO public.story_terms VALUES (-5268662376345568260, 738592, 2);
INSERT INTO public.story_terms VALUES (-3138323396388615287, 738592, 2);
INSERT INTO public.story_terms VALUES (-2302009613641618418, 738592, 2);
INSERT INTO public.story_terms VALUES (-843330789671711124, 738592, 2);
INSERT INTO public.story_terms VALUES (-270454054717133575, 738592, 2);
INSERT INTO public.story_terms VALUES (907511913195887055, 738592, 2);
INSERT INTO public.story_terms VALUES (1525559307267214370, 738592, 2);
INSERT INTO public.story_terms VALUES (1542553900445601920, 738592, 2);
INSERT INTO public.story_terms VALUES (2730402798303876848, 738592, 2);
INSERT INTO public.story_terms VALUES (2858947318211752804, 738592, 2);
INSERT INTO public.story_terms VALUES (3033097258393190928, 738592, 2);
INSERT INTO public.story_terms VALUES (7053231964515272685, 738592, 2);
INSERT INTO public.story_terms VALUES (7481287170606553272, 738592, 2);
INSERT INTO public.story_terms VALUES (8120993085295370803, 738592, 2);


--
-- Data for Name: successions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.successions VALUES (4, 'edition', 3);


--
-- Data for Name: times; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.times VALUES (1, 0, 1048577, 'Sunday', '[[140,146]]', '2023-03-12', 'DATE', NULL, '2023-03-12', '2023-03-12', 'published', 'times:weekday');
INSERT INTO public.times VALUES (1, 1, NULL, 'Monday', '[[233,239]]', '2023-03-13', 'DATE', NULL, '2023-03-13', '2023-03-13', 'published', 'times:weekday');


--
-- Data for Name: tokens; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: tombstones; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: travels; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: vectors; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: watch_feeds; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: watch_fetches; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: watch_finds; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: watch_hosts; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: watch_robots; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: watch_turns; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: works; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.works VALUES (1, 'fe976d61a1378a4c8261', 'https://ledger.example/a');
INSERT INTO public.works VALUES (2, 'b63244c6963b2264e237', 'https://post.example/b');
INSERT INTO public.works VALUES (3, 'a8fcf96d6b40f5f999cd', 'https://post.example/c');


--
-- Name: accounts_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.accounts_key_seq', 1, false);


--
-- Name: actors_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.actors_key_seq', 1, true);


--
-- Name: assignments_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.assignments_key_seq', 1, false);


--
-- Name: audit_log_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audit_log_key_seq', 1, false);


--
-- Name: audits_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.audits_key_seq', 1, false);


--
-- Name: captures_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.captures_key_seq', 4, true);


--
-- Name: cases_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.cases_key_seq', 1, true);


--
-- Name: checkpoints_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.checkpoints_key_seq', 1, false);


--
-- Name: copy_texts_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.copy_texts_key_seq', 2, true);


--
-- Name: failures_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.failures_key_seq', 1, false);


--
-- Name: group_ledger_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.group_ledger_key_seq', 1, false);


--
-- Name: group_reviews_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.group_reviews_key_seq', 1, false);


--
-- Name: matters_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.matters_key_seq', 1, false);


--
-- Name: quote_groups_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.quote_groups_key_seq', 1, false);


--
-- Name: releases_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.releases_key_seq', 1, false);


--
-- Name: reports_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reports_key_seq', 4, true);


--
-- Name: review_leases_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.review_leases_key_seq', 1, false);


--
-- Name: reviews_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.reviews_key_seq', 1, true);


--
-- Name: runs_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.runs_key_seq', 1, true);


--
-- Name: sessions_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.sessions_key_seq', 1, false);


--
-- Name: sightings_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.sightings_key_seq', 4, true);


--
-- Name: stories_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.stories_key_seq', 1, true);


--
-- Name: story_ledger_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.story_ledger_key_seq', 1, true);


--
-- Name: tokens_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.tokens_key_seq', 1, false);


--
-- Name: tombstones_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.tombstones_key_seq', 1, false);


--
-- Name: vectors_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.vectors_key_seq', 1, false);


--
-- Name: watch_fetches_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.watch_fetches_key_seq', 1, false);


--
-- Name: watch_hosts_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.watch_hosts_key_seq', 1, false);


--
-- Name: watch_robots_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.watch_robots_key_seq', 1, false);


--
-- Name: watch_turns_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.watch_turns_key_seq', 1, false);


--
-- Name: works_key_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.works_key_seq', 3, true);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: accounts pk_accounts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT pk_accounts PRIMARY KEY (key);


--
-- Name: actor_names pk_actor_names; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actor_names
    ADD CONSTRAINT pk_actor_names PRIMARY KEY (actor, folded);


--
-- Name: actors pk_actors; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actors
    ADD CONSTRAINT pk_actors PRIMARY KEY (key);


--
-- Name: assignments pk_assignments; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT pk_assignments PRIMARY KEY (key);


--
-- Name: audit_items pk_audit_items; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_items
    ADD CONSTRAINT pk_audit_items PRIMARY KEY (audit_key, ordinal);


--
-- Name: audit_log pk_audit_log; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT pk_audit_log PRIMARY KEY (key);


--
-- Name: audits pk_audits; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits
    ADD CONSTRAINT pk_audits PRIMARY KEY (key);


--
-- Name: blocks pk_blocks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT pk_blocks PRIMARY KEY (report_key, "position");


--
-- Name: captures pk_captures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.captures
    ADD CONSTRAINT pk_captures PRIMARY KEY (key);


--
-- Name: case_reports pk_case_reports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_reports
    ADD CONSTRAINT pk_case_reports PRIMARY KEY (case_key, report_key);


--
-- Name: cases pk_cases; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT pk_cases PRIMARY KEY (key);


--
-- Name: checkpoints pk_checkpoints; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkpoints
    ADD CONSTRAINT pk_checkpoints PRIMARY KEY (key);


--
-- Name: control pk_control; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.control
    ADD CONSTRAINT pk_control PRIMARY KEY (key);


--
-- Name: control_parts pk_control_parts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.control_parts
    ADD CONSTRAINT pk_control_parts PRIMARY KEY (control_key, "position");


--
-- Name: copy_bands pk_copy_bands; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_bands
    ADD CONSTRAINT pk_copy_bands PRIMARY KEY (band, text_key);


--
-- Name: copy_common pk_copy_common; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_common
    ADD CONSTRAINT pk_copy_common PRIMARY KEY (hash);


--
-- Name: copy_pairs pk_copy_pairs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_pairs
    ADD CONSTRAINT pk_copy_pairs PRIMARY KEY (text_key, other_key);


--
-- Name: copy_reports pk_copy_reports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_reports
    ADD CONSTRAINT pk_copy_reports PRIMARY KEY (report_key);


--
-- Name: copy_sentences pk_copy_sentences; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_sentences
    ADD CONSTRAINT pk_copy_sentences PRIMARY KEY (hash, text_key);


--
-- Name: copy_texts pk_copy_texts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_texts
    ADD CONSTRAINT pk_copy_texts PRIMARY KEY (key);


--
-- Name: differences pk_differences; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.differences
    ADD CONSTRAINT pk_differences PRIMARY KEY (relation_key, "position");


--
-- Name: entities pk_entities; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT pk_entities PRIMARY KEY (report_key, "position");


--
-- Name: estimate_parts pk_estimate_parts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.estimate_parts
    ADD CONSTRAINT pk_estimate_parts PRIMARY KEY (estimate_key, "position");


--
-- Name: estimates pk_estimates; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.estimates
    ADD CONSTRAINT pk_estimates PRIMARY KEY (key);


--
-- Name: event_parts pk_event_parts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event_parts
    ADD CONSTRAINT pk_event_parts PRIMARY KEY (event_key, "position");


--
-- Name: event_victims pk_event_victims; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event_victims
    ADD CONSTRAINT pk_event_victims PRIMARY KEY (event_key, "position");


--
-- Name: events pk_events; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT pk_events PRIMARY KEY (key);


--
-- Name: failures pk_failures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT pk_failures PRIMARY KEY (key);


--
-- Name: group_ledger pk_group_ledger; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_ledger
    ADD CONSTRAINT pk_group_ledger PRIMARY KEY (key);


--
-- Name: group_reviews pk_group_reviews; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.group_reviews
    ADD CONSTRAINT pk_group_reviews PRIMARY KEY (key);


--
-- Name: indexed_reports pk_indexed_reports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indexed_reports
    ADD CONSTRAINT pk_indexed_reports PRIMARY KEY (report_key);


--
-- Name: lineage pk_lineage; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lineage
    ADD CONSTRAINT pk_lineage PRIMARY KEY (key);


--
-- Name: lineage_evidence pk_lineage_evidence; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lineage_evidence
    ADD CONSTRAINT pk_lineage_evidence PRIMARY KEY (lineage_key, "position");


--
-- Name: links pk_links; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.links
    ADD CONSTRAINT pk_links PRIMARY KEY (statement_key, "position");


--
-- Name: matter_statements pk_matter_statements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matter_statements
    ADD CONSTRAINT pk_matter_statements PRIMARY KEY (matter_key, "position");


--
-- Name: matters pk_matters; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matters
    ADD CONSTRAINT pk_matters PRIMARY KEY (key);


--
-- Name: mentions pk_mentions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT pk_mentions PRIMARY KEY (report_key, "position");


--
-- Name: mismatch_differences pk_mismatch_differences; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mismatch_differences
    ADD CONSTRAINT pk_mismatch_differences PRIMARY KEY (mismatch_key, "position");


--
-- Name: mismatches pk_mismatches; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mismatches
    ADD CONSTRAINT pk_mismatches PRIMARY KEY (key);


--
-- Name: occasions pk_occasions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.occasions
    ADD CONSTRAINT pk_occasions PRIMARY KEY (matter_key, "position");


--
-- Name: places pk_places; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places
    ADD CONSTRAINT pk_places PRIMARY KEY (key);


--
-- Name: quote_groups pk_quote_groups; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_groups
    ADD CONSTRAINT pk_quote_groups PRIMARY KEY (key);


--
-- Name: quote_variants pk_quote_variants; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_variants
    ADD CONSTRAINT pk_quote_variants PRIMARY KEY (group_key, "position");


--
-- Name: readings pk_readings; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT pk_readings PRIMARY KEY (report_key);


--
-- Name: relations pk_relations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.relations
    ADD CONSTRAINT pk_relations PRIMARY KEY (key);


--
-- Name: release_reports pk_release_reports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_reports
    ADD CONSTRAINT pk_release_reports PRIMARY KEY (release_key, report);


--
-- Name: releases pk_releases; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT pk_releases PRIMARY KEY (key);


--
-- Name: report_actors pk_report_actors; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_actors
    ADD CONSTRAINT pk_report_actors PRIMARY KEY (report_key, actor_key);


--
-- Name: report_captures pk_report_captures; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_captures
    ADD CONSTRAINT pk_report_captures PRIMARY KEY (report_key, capture_key);


--
-- Name: reports pk_reports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT pk_reports PRIMARY KEY (key);


--
-- Name: review_leases pk_review_leases; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_leases
    ADD CONSTRAINT pk_review_leases PRIMARY KEY (key);


--
-- Name: reviews pk_reviews; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reviews
    ADD CONSTRAINT pk_reviews PRIMARY KEY (key);


--
-- Name: runs pk_runs; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs
    ADD CONSTRAINT pk_runs PRIMARY KEY (key);


--
-- Name: search_settings pk_search_settings; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search_settings
    ADD CONSTRAINT pk_search_settings PRIMARY KEY (name);


--
-- Name: sessions pk_sessions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (key);


--
-- Name: sightings pk_sightings; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT pk_sightings PRIMARY KEY (key);


--
-- Name: standing_reviews pk_standing_reviews; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_reviews
    ADD CONSTRAINT pk_standing_reviews PRIMARY KEY (review_key);


--
-- Name: statement_actors pk_statement_actors; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_actors
    ADD CONSTRAINT pk_statement_actors PRIMARY KEY (statement_key, "position");


--
-- Name: statement_places pk_statement_places; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_places
    ADD CONSTRAINT pk_statement_places PRIMARY KEY (statement_key, "position");


--
-- Name: statement_vectors pk_statement_vectors; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_vectors
    ADD CONSTRAINT pk_statement_vectors PRIMARY KEY (statement_key);


--
-- Name: statements pk_statements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT pk_statements PRIMARY KEY (key);


--
-- Name: stories pk_stories; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stories
    ADD CONSTRAINT pk_stories PRIMARY KEY (key);


--
-- Name: story_drafts pk_story_drafts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_drafts
    ADD CONSTRAINT pk_story_drafts PRIMARY KEY (report_key);


--
-- Name: story_frequencies pk_story_frequencies; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_frequencies
    ADD CONSTRAINT pk_story_frequencies PRIMARY KEY (term);


--
-- Name: story_ledger pk_story_ledger; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_ledger
    ADD CONSTRAINT pk_story_ledger PRIMARY KEY (key);


--
-- Name: story_reports pk_story_reports; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_reports
    ADD CONSTRAINT pk_story_reports PRIMARY KEY (report_key);


--
-- Name: story_terms pk_story_terms; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_terms
    ADD CONSTRAINT pk_story_terms PRIMARY KEY (term, day, report_key);


--
-- Name: successions pk_successions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.successions
    ADD CONSTRAINT pk_successions PRIMARY KEY (report_key, kind);


--
-- Name: times pk_times; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.times
    ADD CONSTRAINT pk_times PRIMARY KEY (report_key, "position");


--
-- Name: tokens pk_tokens; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT pk_tokens PRIMARY KEY (key);


--
-- Name: tombstones pk_tombstones; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tombstones
    ADD CONSTRAINT pk_tombstones PRIMARY KEY (key);


--
-- Name: travels pk_travels; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.travels
    ADD CONSTRAINT pk_travels PRIMARY KEY (story_key);


--
-- Name: vectors pk_vectors; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vectors
    ADD CONSTRAINT pk_vectors PRIMARY KEY (key);


--
-- Name: watch_feeds pk_watch_feeds; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_feeds
    ADD CONSTRAINT pk_watch_feeds PRIMARY KEY (fetch_key);


--
-- Name: watch_fetches pk_watch_fetches; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_fetches
    ADD CONSTRAINT pk_watch_fetches PRIMARY KEY (key);


--
-- Name: watch_finds pk_watch_finds; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_finds
    ADD CONSTRAINT pk_watch_finds PRIMARY KEY (page_key, feed_key);


--
-- Name: watch_hosts pk_watch_hosts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_hosts
    ADD CONSTRAINT pk_watch_hosts PRIMARY KEY (key);


--
-- Name: watch_robots pk_watch_robots; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_robots
    ADD CONSTRAINT pk_watch_robots PRIMARY KEY (key);


--
-- Name: watch_turns pk_watch_turns; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_turns
    ADD CONSTRAINT pk_watch_turns PRIMARY KEY (key);


--
-- Name: works pk_works; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.works
    ADD CONSTRAINT pk_works PRIMARY KEY (key);


--
-- Name: report_words report_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_words
    ADD CONSTRAINT report_words_pkey PRIMARY KEY (report_key);


--
-- Name: statement_words statement_words_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_words
    ADD CONSTRAINT statement_words_pkey PRIMARY KEY (statement_key);


--
-- Name: accounts uq_accounts_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT uq_accounts_digest UNIQUE (digest);


--
-- Name: actors uq_actors_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.actors
    ADD CONSTRAINT uq_actors_digest UNIQUE (digest);


--
-- Name: assignments uq_assignments_batch_report_key_coder_kind; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT uq_assignments_batch_report_key_coder_kind UNIQUE (batch, report_key, coder, kind);


--
-- Name: audits uq_audits_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits
    ADD CONSTRAINT uq_audits_digest UNIQUE (digest);


--
-- Name: audits uq_audits_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audits
    ADD CONSTRAINT uq_audits_id UNIQUE (id);


--
-- Name: captures uq_captures_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.captures
    ADD CONSTRAINT uq_captures_id UNIQUE (id);


--
-- Name: cases uq_cases_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cases
    ADD CONSTRAINT uq_cases_digest UNIQUE (digest);


--
-- Name: checkpoints uq_checkpoints_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.checkpoints
    ADD CONSTRAINT uq_checkpoints_digest UNIQUE (digest);


--
-- Name: control uq_control_report_key_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.control
    ADD CONSTRAINT uq_control_report_key_id UNIQUE (report_key, id);


--
-- Name: copy_texts uq_copy_texts_fingerprint; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_texts
    ADD CONSTRAINT uq_copy_texts_fingerprint UNIQUE (fingerprint);


--
-- Name: estimates uq_estimates_report_key_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.estimates
    ADD CONSTRAINT uq_estimates_report_key_id UNIQUE (report_key, id);


--
-- Name: events uq_events_report_key_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT uq_events_report_key_id UNIQUE (report_key, id);


--
-- Name: failures uq_failures_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT uq_failures_digest UNIQUE (digest);


--
-- Name: matters uq_matters_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matters
    ADD CONSTRAINT uq_matters_id UNIQUE (id);


--
-- Name: quote_groups uq_quote_groups_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_groups
    ADD CONSTRAINT uq_quote_groups_id UNIQUE (id);


--
-- Name: releases uq_releases_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT uq_releases_digest UNIQUE (digest);


--
-- Name: releases uq_releases_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.releases
    ADD CONSTRAINT uq_releases_id UNIQUE (id);


--
-- Name: reports uq_reports_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT uq_reports_id UNIQUE (id);


--
-- Name: review_leases uq_review_leases_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review_leases
    ADD CONSTRAINT uq_review_leases_digest UNIQUE (digest);


--
-- Name: runs uq_runs_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs
    ADD CONSTRAINT uq_runs_id UNIQUE (id);


--
-- Name: sessions uq_sessions_sha256; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT uq_sessions_sha256 UNIQUE (sha256);


--
-- Name: sightings uq_sightings_capture_key_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT uq_sightings_capture_key_digest UNIQUE (capture_key, digest);


--
-- Name: statements uq_statements_id_report_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT uq_statements_id_report_key UNIQUE (id, report_key);


--
-- Name: stories uq_stories_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.stories
    ADD CONSTRAINT uq_stories_id UNIQUE (id);


--
-- Name: tokens uq_tokens_sha256; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT uq_tokens_sha256 UNIQUE (sha256);


--
-- Name: tombstones uq_tombstones_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tombstones
    ADD CONSTRAINT uq_tombstones_digest UNIQUE (digest);


--
-- Name: vectors uq_vectors_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vectors
    ADD CONSTRAINT uq_vectors_digest UNIQUE (digest);


--
-- Name: watch_fetches uq_watch_fetches_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_fetches
    ADD CONSTRAINT uq_watch_fetches_digest UNIQUE (digest);


--
-- Name: watch_hosts uq_watch_hosts_host; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_hosts
    ADD CONSTRAINT uq_watch_hosts_host UNIQUE (host);


--
-- Name: watch_robots uq_watch_robots_origin; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_robots
    ADD CONSTRAINT uq_watch_robots_origin UNIQUE (origin);


--
-- Name: works uq_works_digest; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.works
    ADD CONSTRAINT uq_works_digest UNIQUE (digest);


--
-- Name: ix_actors_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_actors_id ON public.actors USING btree (id);


--
-- Name: ix_assignments_coder_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_assignments_coder_state ON public.assignments USING btree (coder, state);


--
-- Name: ix_assignments_report_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_assignments_report_key ON public.assignments USING btree (report_key);


--
-- Name: ix_audit_items_text_sha256_layer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_audit_items_text_sha256_layer ON public.audit_items USING btree (text_sha256, layer);


--
-- Name: ix_audit_log_who; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_audit_log_who ON public.audit_log USING btree (who);


--
-- Name: ix_case_reports_report_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_case_reports_report_key ON public.case_reports USING btree (report_key);


--
-- Name: ix_control_parts_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_control_parts_actor ON public.control_parts USING btree (actor);


--
-- Name: ix_control_score_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_control_score_key ON public.control USING btree (score, key);


--
-- Name: ix_control_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_control_statement_key ON public.control USING btree (statement_key);


--
-- Name: ix_control_status; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_control_status ON public.control USING btree (status);


--
-- Name: ix_copy_pairs_other_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_copy_pairs_other_key ON public.copy_pairs USING btree (other_key);


--
-- Name: ix_copy_reports_text_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_copy_reports_text_key ON public.copy_reports USING btree (text_key);


--
-- Name: ix_entities_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_entities_actor ON public.entities USING btree (actor);


--
-- Name: ix_estimate_parts_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_estimate_parts_actor ON public.estimate_parts USING btree (actor);


--
-- Name: ix_estimates_score_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_estimates_score_key ON public.estimates USING btree (score, key);


--
-- Name: ix_estimates_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_estimates_statement_key ON public.estimates USING btree (statement_key);


--
-- Name: ix_event_parts_actor; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_event_parts_actor ON public.event_parts USING btree (actor);


--
-- Name: ix_events_score_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_events_score_key ON public.events USING btree (score, key);


--
-- Name: ix_events_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_events_statement_key ON public.events USING btree (statement_key);


--
-- Name: ix_events_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_events_type ON public.events USING btree (type);


--
-- Name: ix_failures_capture_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_failures_capture_key ON public.failures USING btree (capture_key);


--
-- Name: ix_group_ledger_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_group_ledger_id ON public.group_ledger USING btree (id);


--
-- Name: ix_group_reviews_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_group_reviews_kind ON public.group_reviews USING btree (kind);


--
-- Name: ix_lineage_report_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lineage_report_key ON public.lineage USING btree (report_key);


--
-- Name: ix_lineage_story_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lineage_story_key ON public.lineage USING btree (story_key);


--
-- Name: ix_lineage_target_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_lineage_target_key ON public.lineage USING btree (target_key);


--
-- Name: ix_matter_statements_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_matter_statements_statement_key ON public.matter_statements USING btree (statement_key);


--
-- Name: ix_matters_story_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_matters_story_key ON public.matters USING btree (story_key);


--
-- Name: ix_mismatches_source_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mismatches_source_key ON public.mismatches USING btree (source_key);


--
-- Name: ix_mismatches_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mismatches_statement_key ON public.mismatches USING btree (statement_key);


--
-- Name: ix_mismatches_story_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mismatches_story_key ON public.mismatches USING btree (story_key);


--
-- Name: ix_places_gazetteer_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_places_gazetteer_id ON public.places USING btree (gazetteer_id);


--
-- Name: ix_places_report_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_places_report_key ON public.places USING btree (report_key);


--
-- Name: ix_places_score_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_places_score_key ON public.places USING btree (score, key);


--
-- Name: ix_places_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_places_statement_key ON public.places USING btree (statement_key);


--
-- Name: ix_quote_groups_story_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_quote_groups_story_key ON public.quote_groups USING btree (story_key);


--
-- Name: ix_quote_variants_report_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_quote_variants_report_key ON public.quote_variants USING btree (report_key);


--
-- Name: ix_quote_variants_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_quote_variants_statement_key ON public.quote_variants USING btree (statement_key);


--
-- Name: ix_readings_run_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_readings_run_key ON public.readings USING btree (run_key);


--
-- Name: ix_relations_a_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_relations_a_key ON public.relations USING btree (a_key);


--
-- Name: ix_relations_b_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_relations_b_key ON public.relations USING btree (b_key);


--
-- Name: ix_relations_kind; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_relations_kind ON public.relations USING btree (kind);


--
-- Name: ix_relations_matter_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_relations_matter_key ON public.relations USING btree (matter_key);


--
-- Name: ix_relations_story_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_relations_story_key ON public.relations USING btree (story_key);


--
-- Name: ix_report_actors_actor_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_report_actors_actor_key ON public.report_actors USING btree (actor_key);


--
-- Name: ix_report_captures_capture_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_report_captures_capture_key ON public.report_captures USING btree (capture_key);


--
-- Name: ix_report_words_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_report_words_words ON public.report_words USING gin (words);


--
-- Name: ix_reports_capture_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reports_capture_key ON public.reports USING btree (capture_key);


--
-- Name: ix_reports_outlet; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reports_outlet ON public.reports USING hash (outlet);


--
-- Name: ix_reports_published_day_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reports_published_day_key ON public.reports USING btree (published_day, key);


--
-- Name: ix_reports_text_sha256; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reports_text_sha256 ON public.reports USING btree (text_sha256);


--
-- Name: ix_reports_work_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reports_work_key ON public.reports USING btree (work_key);


--
-- Name: ix_review_leases_holder; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_review_leases_holder ON public.review_leases USING btree (holder);


--
-- Name: ix_reviews_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reviews_by ON public.reviews USING btree (by);


--
-- Name: ix_reviews_text_sha256_layer; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_reviews_text_sha256_layer ON public.reviews USING btree (text_sha256, layer);


--
-- Name: ix_sessions_account_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sessions_account_key ON public.sessions USING btree (account_key);


--
-- Name: ix_sessions_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sessions_expires_at ON public.sessions USING btree (expires_at);


--
-- Name: ix_statement_actors_actor_role_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statement_actors_actor_role_statement_key ON public.statement_actors USING btree (actor, role, statement_key);


--
-- Name: ix_statement_actors_folded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statement_actors_folded ON public.statement_actors USING hash (folded);


--
-- Name: ix_statement_places_folded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statement_places_folded ON public.statement_places USING hash (folded);


--
-- Name: ix_statement_places_gazetteer_id_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statement_places_gazetteer_id_statement_key ON public.statement_places USING btree (gazetteer_id, statement_key);


--
-- Name: ix_statement_vectors_vector_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statement_vectors_vector_key ON public.statement_vectors USING btree (vector_key);


--
-- Name: ix_statement_words_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statement_words_words ON public.statement_words USING gin (words);


--
-- Name: ix_statements_report_key_form_unnamed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statements_report_key_form_unnamed ON public.statements USING btree (report_key, form, unnamed);


--
-- Name: ix_statements_score_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statements_score_key ON public.statements USING btree (score, key);


--
-- Name: ix_statements_unnamed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_statements_unnamed ON public.statements USING btree (key) WHERE unnamed;


--
-- Name: ix_stories_changed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stories_changed ON public.stories USING btree (key) WHERE changed;


--
-- Name: ix_stories_last; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_stories_last ON public.stories USING btree (last);


--
-- Name: ix_story_ledger_other; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_story_ledger_other ON public.story_ledger USING btree (other);


--
-- Name: ix_story_ledger_story; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_story_ledger_story ON public.story_ledger USING btree (story);


--
-- Name: ix_story_reports_story_key_day_report_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_story_reports_story_key_day_report_key ON public.story_reports USING btree (story_key, day, report_key);


--
-- Name: ix_successions_previous_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_successions_previous_key ON public.successions USING btree (previous_key);


--
-- Name: ix_times_statement_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_times_statement_key ON public.times USING btree (statement_key);


--
-- Name: ix_tokens_account_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_tokens_account_key ON public.tokens USING btree (account_key);


--
-- Name: ix_travels_regrouped; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_travels_regrouped ON public.travels USING btree (story_key) WHERE (regrouped IS NOT NULL);


--
-- Name: ix_watch_feeds_root_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_feeds_root_key ON public.watch_feeds USING btree (root_key);


--
-- Name: ix_watch_fetches_holder; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_fetches_holder ON public.watch_fetches USING btree (holder);


--
-- Name: ix_watch_fetches_host_key_state_next_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_fetches_host_key_state_next_at ON public.watch_fetches USING btree (host_key, state, next_at);


--
-- Name: ix_watch_fetches_host_key_until; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_fetches_host_key_until ON public.watch_fetches USING btree (host_key, until);


--
-- Name: ix_watch_fetches_moved_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_fetches_moved_key ON public.watch_fetches USING btree (moved_key);


--
-- Name: ix_watch_fetches_report_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_fetches_report_key ON public.watch_fetches USING btree (report_key);


--
-- Name: ix_watch_finds_feed_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_finds_feed_key ON public.watch_finds USING btree (feed_key);


--
-- Name: ix_watch_turns_host_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_turns_host_key ON public.watch_turns USING btree (host_key);


--
-- Name: assignments fk_assignments_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.assignments
    ADD CONSTRAINT fk_assignments_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: audit_items fk_audit_items_audit_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_items
    ADD CONSTRAINT fk_audit_items_audit_key FOREIGN KEY (audit_key) REFERENCES public.audits(key) ON DELETE CASCADE;


--
-- Name: blocks fk_blocks_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT fk_blocks_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: case_reports fk_case_reports_case_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_reports
    ADD CONSTRAINT fk_case_reports_case_key FOREIGN KEY (case_key) REFERENCES public.cases(key) ON DELETE CASCADE;


--
-- Name: case_reports fk_case_reports_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_reports
    ADD CONSTRAINT fk_case_reports_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: control_parts fk_control_parts_control_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.control_parts
    ADD CONSTRAINT fk_control_parts_control_key FOREIGN KEY (control_key) REFERENCES public.control(key) ON DELETE CASCADE;


--
-- Name: control fk_control_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.control
    ADD CONSTRAINT fk_control_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: control fk_control_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.control
    ADD CONSTRAINT fk_control_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: copy_pairs fk_copy_pairs_other_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_pairs
    ADD CONSTRAINT fk_copy_pairs_other_key FOREIGN KEY (other_key) REFERENCES public.copy_texts(key) ON DELETE CASCADE;


--
-- Name: copy_pairs fk_copy_pairs_text_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_pairs
    ADD CONSTRAINT fk_copy_pairs_text_key FOREIGN KEY (text_key) REFERENCES public.copy_texts(key) ON DELETE CASCADE;


--
-- Name: copy_reports fk_copy_reports_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_reports
    ADD CONSTRAINT fk_copy_reports_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: copy_reports fk_copy_reports_text_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.copy_reports
    ADD CONSTRAINT fk_copy_reports_text_key FOREIGN KEY (text_key) REFERENCES public.copy_texts(key) ON DELETE CASCADE;


--
-- Name: differences fk_differences_relation_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.differences
    ADD CONSTRAINT fk_differences_relation_key FOREIGN KEY (relation_key) REFERENCES public.relations(key) ON DELETE CASCADE;


--
-- Name: entities fk_entities_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entities
    ADD CONSTRAINT fk_entities_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: estimate_parts fk_estimate_parts_estimate_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.estimate_parts
    ADD CONSTRAINT fk_estimate_parts_estimate_key FOREIGN KEY (estimate_key) REFERENCES public.estimates(key) ON DELETE CASCADE;


--
-- Name: estimates fk_estimates_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.estimates
    ADD CONSTRAINT fk_estimates_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: estimates fk_estimates_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.estimates
    ADD CONSTRAINT fk_estimates_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE SET NULL;


--
-- Name: event_parts fk_event_parts_event_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event_parts
    ADD CONSTRAINT fk_event_parts_event_key FOREIGN KEY (event_key) REFERENCES public.events(key) ON DELETE CASCADE;


--
-- Name: event_victims fk_event_victims_event_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event_victims
    ADD CONSTRAINT fk_event_victims_event_key FOREIGN KEY (event_key) REFERENCES public.events(key) ON DELETE CASCADE;


--
-- Name: events fk_events_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT fk_events_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: events fk_events_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT fk_events_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: failures fk_failures_capture_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT fk_failures_capture_key FOREIGN KEY (capture_key) REFERENCES public.captures(key) ON DELETE SET NULL;


--
-- Name: indexed_reports fk_indexed_reports_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.indexed_reports
    ADD CONSTRAINT fk_indexed_reports_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: lineage_evidence fk_lineage_evidence_lineage_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lineage_evidence
    ADD CONSTRAINT fk_lineage_evidence_lineage_key FOREIGN KEY (lineage_key) REFERENCES public.lineage(key) ON DELETE CASCADE;


--
-- Name: lineage fk_lineage_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lineage
    ADD CONSTRAINT fk_lineage_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: lineage fk_lineage_story_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lineage
    ADD CONSTRAINT fk_lineage_story_key FOREIGN KEY (story_key) REFERENCES public.stories(key) ON DELETE CASCADE;


--
-- Name: lineage fk_lineage_target_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.lineage
    ADD CONSTRAINT fk_lineage_target_key FOREIGN KEY (target_key) REFERENCES public.reports(key) ON DELETE SET NULL;


--
-- Name: links fk_links_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.links
    ADD CONSTRAINT fk_links_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: matter_statements fk_matter_statements_matter_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matter_statements
    ADD CONSTRAINT fk_matter_statements_matter_key FOREIGN KEY (matter_key) REFERENCES public.matters(key) ON DELETE CASCADE;


--
-- Name: matter_statements fk_matter_statements_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matter_statements
    ADD CONSTRAINT fk_matter_statements_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: matters fk_matters_story_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matters
    ADD CONSTRAINT fk_matters_story_key FOREIGN KEY (story_key) REFERENCES public.stories(key) ON DELETE SET NULL;


--
-- Name: mentions fk_mentions_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT fk_mentions_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: mismatch_differences fk_mismatch_differences_mismatch_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mismatch_differences
    ADD CONSTRAINT fk_mismatch_differences_mismatch_key FOREIGN KEY (mismatch_key) REFERENCES public.mismatches(key) ON DELETE CASCADE;


--
-- Name: mismatches fk_mismatches_source_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mismatches
    ADD CONSTRAINT fk_mismatches_source_key FOREIGN KEY (source_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: mismatches fk_mismatches_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mismatches
    ADD CONSTRAINT fk_mismatches_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: mismatches fk_mismatches_story_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mismatches
    ADD CONSTRAINT fk_mismatches_story_key FOREIGN KEY (story_key) REFERENCES public.stories(key) ON DELETE CASCADE;


--
-- Name: occasions fk_occasions_matter_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.occasions
    ADD CONSTRAINT fk_occasions_matter_key FOREIGN KEY (matter_key) REFERENCES public.matters(key) ON DELETE CASCADE;


--
-- Name: places fk_places_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places
    ADD CONSTRAINT fk_places_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: places fk_places_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.places
    ADD CONSTRAINT fk_places_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE SET NULL;


--
-- Name: quote_groups fk_quote_groups_story_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_groups
    ADD CONSTRAINT fk_quote_groups_story_key FOREIGN KEY (story_key) REFERENCES public.stories(key) ON DELETE SET NULL;


--
-- Name: quote_variants fk_quote_variants_group_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_variants
    ADD CONSTRAINT fk_quote_variants_group_key FOREIGN KEY (group_key) REFERENCES public.quote_groups(key) ON DELETE CASCADE;


--
-- Name: quote_variants fk_quote_variants_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_variants
    ADD CONSTRAINT fk_quote_variants_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: quote_variants fk_quote_variants_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.quote_variants
    ADD CONSTRAINT fk_quote_variants_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE SET NULL;


--
-- Name: readings fk_readings_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT fk_readings_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: readings fk_readings_run_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.readings
    ADD CONSTRAINT fk_readings_run_key FOREIGN KEY (run_key) REFERENCES public.runs(key) ON DELETE CASCADE;


--
-- Name: relations fk_relations_a_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.relations
    ADD CONSTRAINT fk_relations_a_key FOREIGN KEY (a_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: relations fk_relations_b_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.relations
    ADD CONSTRAINT fk_relations_b_key FOREIGN KEY (b_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: relations fk_relations_matter_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.relations
    ADD CONSTRAINT fk_relations_matter_key FOREIGN KEY (matter_key) REFERENCES public.matters(key) ON DELETE SET NULL;


--
-- Name: relations fk_relations_story_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.relations
    ADD CONSTRAINT fk_relations_story_key FOREIGN KEY (story_key) REFERENCES public.stories(key) ON DELETE CASCADE;


--
-- Name: release_reports fk_release_reports_release_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.release_reports
    ADD CONSTRAINT fk_release_reports_release_key FOREIGN KEY (release_key) REFERENCES public.releases(key) ON DELETE CASCADE;


--
-- Name: report_actors fk_report_actors_actor_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_actors
    ADD CONSTRAINT fk_report_actors_actor_key FOREIGN KEY (actor_key) REFERENCES public.actors(key) ON DELETE CASCADE;


--
-- Name: report_actors fk_report_actors_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_actors
    ADD CONSTRAINT fk_report_actors_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: report_captures fk_report_captures_capture_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_captures
    ADD CONSTRAINT fk_report_captures_capture_key FOREIGN KEY (capture_key) REFERENCES public.captures(key) ON DELETE CASCADE;


--
-- Name: report_captures fk_report_captures_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_captures
    ADD CONSTRAINT fk_report_captures_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: report_captures fk_report_captures_sighting_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_captures
    ADD CONSTRAINT fk_report_captures_sighting_key FOREIGN KEY (sighting_key) REFERENCES public.sightings(key) ON DELETE CASCADE;


--
-- Name: reports fk_reports_capture_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT fk_reports_capture_key FOREIGN KEY (capture_key) REFERENCES public.captures(key) ON DELETE CASCADE;


--
-- Name: reports fk_reports_sighting_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT fk_reports_sighting_key FOREIGN KEY (sighting_key) REFERENCES public.sightings(key) ON DELETE CASCADE;


--
-- Name: reports fk_reports_work_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reports
    ADD CONSTRAINT fk_reports_work_key FOREIGN KEY (work_key) REFERENCES public.works(key) ON DELETE SET NULL;


--
-- Name: sessions fk_sessions_account_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT fk_sessions_account_key FOREIGN KEY (account_key) REFERENCES public.accounts(key) ON DELETE CASCADE;


--
-- Name: sightings fk_sightings_capture_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT fk_sightings_capture_key FOREIGN KEY (capture_key) REFERENCES public.captures(key) ON DELETE CASCADE;


--
-- Name: sightings fk_sightings_container_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT fk_sightings_container_key FOREIGN KEY (container_key) REFERENCES public.captures(key) ON DELETE SET NULL;


--
-- Name: standing_reviews fk_standing_reviews_review_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.standing_reviews
    ADD CONSTRAINT fk_standing_reviews_review_key FOREIGN KEY (review_key) REFERENCES public.reviews(key) ON DELETE CASCADE;


--
-- Name: statement_actors fk_statement_actors_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_actors
    ADD CONSTRAINT fk_statement_actors_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: statement_places fk_statement_places_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_places
    ADD CONSTRAINT fk_statement_places_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: statement_vectors fk_statement_vectors_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_vectors
    ADD CONSTRAINT fk_statement_vectors_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- Name: statement_vectors fk_statement_vectors_vector_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_vectors
    ADD CONSTRAINT fk_statement_vectors_vector_key FOREIGN KEY (vector_key) REFERENCES public.vectors(key) ON DELETE CASCADE;


--
-- Name: statements fk_statements_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statements
    ADD CONSTRAINT fk_statements_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: story_reports fk_story_reports_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_reports
    ADD CONSTRAINT fk_story_reports_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: story_reports fk_story_reports_story_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.story_reports
    ADD CONSTRAINT fk_story_reports_story_key FOREIGN KEY (story_key) REFERENCES public.stories(key) ON DELETE CASCADE;


--
-- Name: successions fk_successions_previous_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.successions
    ADD CONSTRAINT fk_successions_previous_key FOREIGN KEY (previous_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: successions fk_successions_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.successions
    ADD CONSTRAINT fk_successions_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: times fk_times_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.times
    ADD CONSTRAINT fk_times_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: times fk_times_statement_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.times
    ADD CONSTRAINT fk_times_statement_key FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE SET NULL;


--
-- Name: tokens fk_tokens_account_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tokens
    ADD CONSTRAINT fk_tokens_account_key FOREIGN KEY (account_key) REFERENCES public.accounts(key) ON DELETE CASCADE;


--
-- Name: travels fk_travels_story_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.travels
    ADD CONSTRAINT fk_travels_story_key FOREIGN KEY (story_key) REFERENCES public.stories(key) ON DELETE CASCADE;


--
-- Name: watch_feeds fk_watch_feeds_fetch_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_feeds
    ADD CONSTRAINT fk_watch_feeds_fetch_key FOREIGN KEY (fetch_key) REFERENCES public.watch_fetches(key) ON DELETE CASCADE;


--
-- Name: watch_feeds fk_watch_feeds_root_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_feeds
    ADD CONSTRAINT fk_watch_feeds_root_key FOREIGN KEY (root_key) REFERENCES public.watch_fetches(key) ON DELETE CASCADE;


--
-- Name: watch_fetches fk_watch_fetches_host_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_fetches
    ADD CONSTRAINT fk_watch_fetches_host_key FOREIGN KEY (host_key) REFERENCES public.watch_hosts(key) ON DELETE CASCADE;


--
-- Name: watch_fetches fk_watch_fetches_moved_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_fetches
    ADD CONSTRAINT fk_watch_fetches_moved_key FOREIGN KEY (moved_key) REFERENCES public.watch_fetches(key) ON DELETE SET NULL;


--
-- Name: watch_fetches fk_watch_fetches_report_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_fetches
    ADD CONSTRAINT fk_watch_fetches_report_key FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE SET NULL;


--
-- Name: watch_finds fk_watch_finds_feed_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_finds
    ADD CONSTRAINT fk_watch_finds_feed_key FOREIGN KEY (feed_key) REFERENCES public.watch_fetches(key) ON DELETE CASCADE;


--
-- Name: watch_finds fk_watch_finds_page_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_finds
    ADD CONSTRAINT fk_watch_finds_page_key FOREIGN KEY (page_key) REFERENCES public.watch_fetches(key) ON DELETE CASCADE;


--
-- Name: watch_turns fk_watch_turns_host_key; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_turns
    ADD CONSTRAINT fk_watch_turns_host_key FOREIGN KEY (host_key) REFERENCES public.watch_hosts(key) ON DELETE CASCADE;


--
-- Name: report_words report_words_report_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.report_words
    ADD CONSTRAINT report_words_report_key_fkey FOREIGN KEY (report_key) REFERENCES public.reports(key) ON DELETE CASCADE;


--
-- Name: statement_words statement_words_statement_key_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.statement_words
    ADD CONSTRAINT statement_words_statement_key_fkey FOREIGN KEY (statement_key) REFERENCES public.statements(key) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


