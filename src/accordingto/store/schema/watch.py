"""The frontier of `accordingto watch`: what is to be fetched, from which hosts, and how far each is."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table

from accordingto.store.schema.base import Ddl, Words, extra, key, metadata, to

_UNIX = "in seconds of Unix time"

watch_hosts = Table(
    "watch_hosts",
    metadata,
    key(),
    Column("host", String(253), nullable=False, unique=True, doc="Name or IP address."),
    Column("next_at", Float, nullable=False, doc=f"Nobody asks it before this time, {_UNIX}."),
    info={"doc": "Hosts that are asked, and until when each is left alone.", "label": "host"},
)

watch_turns = Table(
    "watch_turns",
    metadata,
    key(),
    to("host_key", "watch_hosts", "The host that is being asked.", index=True),
    Column("holder", String, nullable=False, doc="The program that asks."),
    Column("until", Float, nullable=False, doc=f"When it must be over, {_UNIX}, even if the program was killed."),
    info={"doc": "Requests that are under way."},
)

watch_robots = Table(
    "watch_robots",
    metadata,
    key(),
    Column("origin", String(300), nullable=False, unique=True, doc="Scheme, host and port."),
    Column("rules", Words, doc="The text of robots.txt, empty where there is none; null where it could not be had."),
    Column("expires", Float, nullable=False, doc=f"When it is asked for again, {_UNIX}."),
    Column("failures", Integer, nullable=False, doc="How often in a row it could not be had."),
    Column("reason", Words, nullable=False, doc="Why it could not be had."),
    Column("lasting", Boolean, nullable=False, doc="Whether that will not pass by itself."),
    info={"doc": "Copies of robots.txt.", "label": "origin"},
)

watch_fetches = Table(
    "watch_fetches",
    metadata,
    key(),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over `kind` and `address`."),
    Column("kind", String, nullable=False, doc="feed or page."),
    Column("address", Words, nullable=False, doc="The key under which it is known: without parameters of tracking."),
    Column("url", Words, nullable=False, doc="The address that is asked for."),
    to("host_key", "watch_hosts", "Its host."),
    Column(
        "state",
        String,
        nullable=False,
        doc="waiting (to be asked for, or being asked for until `until`), fetched (being read and kept), done, moved, failed, "
        "or forbidden (by robots.txt, or an address that is never asked for). Feeds wait for ever.",
    ),
    Column("tries", Integer, nullable=False, doc="How often in a row it was asked for in vain."),
    Column("next_at", Float, nullable=False, doc=f"It is not asked for before this time, {_UNIX}."),
    Column("holder", String, doc="The program that took it on."),
    Column("until", Float, nullable=False, doc=f"Until when it has it, {_UNIX}; it renews that while it lives."),
    Column("etag", Words, doc="The validator that came with it last."),
    Column("last_modified", Words, doc="The date that came with it last, as the server wrote it."),
    Column("asked_at", Float, doc=f"When it was asked for last, {_UNIX}."),
    Column("message", Words, doc="Why it failed, is forbidden or waits to be tried again."),
    to("moved_key", "watch_fetches", "Where it redirects to.", optional=True, index=True),
    Column("hops", Integer, nullable=False, doc="How many redirects led to it."),
    to("report_key", "reports", "The report that it gave last.", optional=True, index=True),
    Index(None, "host_key", "state", "next_at"),
    Index(None, "host_key", "until"),
    Index(None, "holder"),
    info={"doc": "Feeds and pages to fetch, each once.", "label": "address"},
)

watch_feeds = Table(
    "watch_feeds",
    metadata,
    to("fetch_key", "watch_fetches", "The feed or sitemap.", primary_key=True),
    to("root_key", "watch_fetches", "The feed that was named; itself, or an index above it.", index=True),
    Column("depth", Integer, nullable=False, doc="How many indexes stand above it."),
    Column("kind", String, doc="rss, atom, json, sitemap or index, once it was read."),
    Column("title", Words, doc="What it calls itself."),
    Column("outlet", Words, doc="The outlet of its pages, where that was given."),
    Column("cases", Words, nullable=False, doc="JSON list: the collections that its reports go into."),
    Column("every", Float, nullable=False, doc="Seconds between two looks at it, as given."),
    Column("updated", Words, doc="Of a sitemap: when the index above it says that it was changed."),
    sqlite_with_rowid=False,
    info={"doc": "Feeds and sitemaps that are or were watched."},
)

watch_finds = Table(
    "watch_finds",
    metadata,
    to("page_key", "watch_fetches", "The page.", primary_key=True),
    to("feed_key", "watch_fetches", "The feed that lists it.", primary_key=True, index=True),
    Column("found_at", Float, nullable=False, doc=f"When it was found there first, {_UNIX}."),
    Column("title", Words, doc="What the feed calls it."),
    Column("outlet", Words, doc="Who published it, where the feed says so."),
    Column("published", String, doc="When, as the feed says, ISO 8601."),
    Column("updated", String, doc="When it was last changed, as the feed says, ISO 8601."),
    sqlite_with_rowid=False,
    info={"doc": "Which feed lists which page."},
)

_STATE = """CREATE VIEW watch_state AS
SELECT f.kind, f.address, f.state, f.tries, f.message, h.host,
       {next_at} AS next_at, {asked_at} AS asked_at, r.id AS report
FROM watch_fetches f JOIN watch_hosts h ON h.key = f.host_key LEFT JOIN reports r ON r.key = f.report_key"""
_SQLITE = "strftime('%Y-%m-%dT%H:%M:%SZ', f.{}, 'unixepoch')"
_POSTGRESQL = "to_char(to_timestamp(f.{}) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
extra(
    Ddl(
        "watch_state",
        "view",
        _STATE.format(next_at=_SQLITE.format("next_at"), asked_at=_SQLITE.format("asked_at")),
        _STATE.format(next_at=_POSTGRESQL.format("next_at"), asked_at=_POSTGRESQL.format("asked_at")),
        columns=(
            ("kind", "feed or page."),
            ("address", "The key under which it is known."),
            ("state", "waiting, fetched, done, moved, failed or forbidden."),
            ("tries", "How often in a row it was asked for in vain."),
            ("message", "Why it failed, is forbidden or waits to be tried again."),
            ("host", "Its host."),
            ("next_at", "It is not asked for before this time, ISO 8601."),
            ("asked_at", "When it was asked for last, ISO 8601."),
            ("report", "Id of the report that it gave last."),
        ),
        doc="What is watched and how far it is, with times that people read.",
    )
)
