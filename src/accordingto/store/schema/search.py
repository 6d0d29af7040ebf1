"""What search reads beside the records: words of statements and reports, names of actors, sentence vectors.

All of it follows from the records and can be made anew. On SQLite the words lie in FTS5 tables without a copy of the text, on
PostgreSQL in tables of ``tsvector`` with a GIN index; both are given the same words, cut by `accordingto.language.terms`.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from accordingto.store.schema.base import Ddl, Words, extra, key, metadata, to

indexed_reports = Table(
    "indexed_reports",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    Column("version", Integer, nullable=False, doc="Version of the rules that made the words."),
    Column(
        "documents",
        LargeBinary,
        doc="On SQLite what the indexes were given, JSON packed with zlib: they must be given it again to forget it.",
    ),
    info={"doc": "Which reports the indexes of words hold."},
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("actor", String, nullable=False, doc="Id of the actor of the registry."),
    Column("folded", Words, nullable=False, doc="One of its names, as the words that a search looks for."),
    PrimaryKeyConstraint("actor", "folded"),
    sqlite_with_rowid=False,
    info={"doc": "Names and aliases of the actors that reports name, so that one can be asked for by any of them."},
)

vectors = Table(
    "vectors",
    metadata,
    key(),
    Column(
        "digest",
        LargeBinary,
        nullable=False,
        unique=True,
        doc="Start of a hash over the words and the encoder: 16 bytes.",
    ),
    Column("vector", LargeBinary, nullable=False, doc="384 numbers of int8: only their direction counts."),
    info={"doc": "What contents of statements mean, as directions; equal contents share one."},
)

statement_vectors = Table(
    "statement_vectors",
    metadata,
    to("statement_key", "statements", "The statement.", primary_key=True),
    to("vector_key", "vectors", "What its content means.", index=True),
    info={"doc": "Which vector the content of each statement has."},
)

search_settings = Table(
    "search_settings",
    metadata,
    Column("name", String, primary_key=True, doc="What is set."),
    Column("value", String, nullable=False, doc="To what."),
    sqlite_with_rowid=False,
    info={
        "doc": "What the indexes of search remember about this store: its own name, so that files beside it can be told apart."
    },
)

for _name, _table, _columns in (
    ("statements_fts", "statements", ("content", "voices")),
    ("reports_fts", "reports", ("title", "text")),
):
    extra(
        Ddl(
            _name,
            "table",
            f"CREATE VIRTUAL TABLE {_name} USING fts5({', '.join(_columns)}, labels, "
            f'content="{_table}", content_rowid="key", tokenize="ascii")',
            None,
            columns=(
                (_columns[0], "Its words, without case and accents."),
                (_columns[1], "Words of the names of those who say it; of reports, words of the whole text."),
                ("labels", "Words that stand for what a search may be narrowed by: act, names, days …"),
            ),
            doc=f"Words of {_table} on SQLite; rowid is the key. It keeps no copy of the text.",
        )
    )
for _name, _table, _key in (
    ("statement_words", "statements", "statement_key"),
    ("report_words", "reports", "report_key"),
):
    extra(
        Ddl(
            _name,
            "table",
            None,
            f"CREATE TABLE {_name} ({_key} BIGINT PRIMARY KEY REFERENCES {_table} (key) ON DELETE CASCADE, words TSVECTOR NOT NULL)",
            columns=(
                (_key, "The row that the words are of."),
                ("words", "Its words with their places, and its labels."),
            ),
            doc=f"Words of {_table} on PostgreSQL.",
        )
    )
    extra(Ddl(f"ix_{_name}_words", "index", None, f"CREATE INDEX ix_{_name}_words ON {_name} USING gin (words)"))
