"""Copies: prints of reports, the indexes that find equal ones, and the pairs found.

What is compared is a *text*: reports with the same words in the same order share one, so that a story reprinted unchanged three hundred
times makes one row of prints and no pairs but in the view. The two indexes refer to texts without a foreign key: deleting a text
by one would search them through, since they lie in the order of hash and band; `accordingto.store.door` deletes by hash and band.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, LargeBinary, String, Table

from accordingto.store.schema.base import Ddl, Key, extra, key, metadata, to

copy_texts = Table(
    "copy_texts",
    metadata,
    key(),
    Column(
        "fingerprint",
        BigInteger,
        nullable=False,
        unique=True,
        doc="64-bit hash of all sentences in order: equal in exact copies only.",
    ),
    Column("words", Integer, nullable=False, doc="Words of the body, stock sentences left out."),
    Column(
        "sentences",
        LargeBinary,
        nullable=False,
        doc="Ten bytes a sentence, little-endian: 64-bit hash, 14 bits of words, then flags: at the end, quoted.",
    ),
    Column("signature", LargeBinary, nullable=False, doc="MinHash signature of the word shingles, a byte a minimum."),
    info={"doc": "Prints of each distinct text: what is compared instead of the words."},
)

copy_reports = Table(
    "copy_reports",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    to("text_key", "copy_texts", "Its text.", index=True),
    info={
        "doc": "Which text each report has; those with one text are exact copies. Reports of next to no words have none."
    },
)

copy_sentences = Table(
    "copy_sentences",
    metadata,
    Column(
        "hash", BigInteger, primary_key=True, autoincrement=False, doc="64-bit hash of a sentence of six words or more."
    ),
    Column("text_key", Key, primary_key=True, autoincrement=False, doc="A text that holds it."),
    sqlite_with_rowid=False,
    info={"doc": "Index of sentences: which texts hold one; those that are common everywhere are left out."},
)

copy_bands = Table(
    "copy_bands",
    metadata,
    Column(
        "band",
        Integer,
        primary_key=True,
        autoincrement=False,
        doc="Number of the band times 2^24, and its three bytes.",
    ),
    Column("text_key", Key, primary_key=True, autoincrement=False, doc="A text with them in its signature."),
    sqlite_with_rowid=False,
    info={"doc": "Index of signatures: which texts agree in a band; a hundred texts a band at most."},
)

copy_common = Table(
    "copy_common",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False, doc="64-bit hash of the sentence."),
    Column(
        "anywhere",
        Boolean,
        nullable=False,
        doc="Whether it shows nothing wherever it stands, or only where two texts end with it.",
    ),
    sqlite_with_rowid=False,
    info={"doc": "Sentences that so many texts hold that they show nothing."},
)

copy_pairs = Table(
    "copy_pairs",
    metadata,
    to("text_key", "copy_texts", "The text with the lower key.", primary_key=True),
    to("other_key", "copy_texts", "The other text.", primary_key=True, index=True),
    Column("kind", String, nullable=False, doc="near, partial or quotation."),
    Column("share", Float, nullable=False, doc="Share of the first text's words in sentences equal in both, 0 to 1."),
    Column("other_share", Float, nullable=False, doc="The same share of the other text."),
    Column("sentences", Integer, nullable=False, doc="How many sentences of six words or more are equal."),
    Column(
        "jaccard", Float, nullable=False, doc="Similarity of all word shingles, estimated from the signatures, 0 to 1."
    ),
    sqlite_with_rowid=False,
    info={"doc": "Pairs of different texts that share something; exact copies have one text."},
)

COPIES = (
    ("kind", "c.kind", "exact, near, partial or quotation (only quotations are shared)."),
    (
        "editions",
        "CASE WHEN a.work_key IS NULL AND b.work_key IS NULL THEN a.capture_key = b.capture_key "
        "ELSE coalesce(a.work_key = b.work_key, false) END",
        "Whether the two are editions or cleanings of one report, which is no copy.",
    ),
    ("share", "c.share", "Share of the report's words in sentences equal in both, 0 to 1."),
    ("other_share", "c.other_share", "The same share of the other report."),
    ("sentences", "c.sentences", "How many sentences of six words or more are equal."),
    ("jaccard", "c.jaccard", "Similarity of all word shingles, estimated, 0 to 1."),
    ("report", "a.id", "Id of the report, the one that was kept first."),
    ("outlet", "a.outlet", "Who published it."),
    ("title", "a.title", "Its headline."),
    ("published", "a.published", "When it was published, as far as known."),
    ("url", "a.url", "Its address."),
    ("other_report", "b.id", "Id of the other report."),
    ("other_outlet", "b.outlet", "Who published that."),
    ("other_title", "b.title", "Its headline."),
    ("other_published", "b.published", "When it was published, as far as known."),
    ("other_url", "b.url", "Its address."),
    ("report_key", "a.key", "Key of the report in `reports`."),
    ("other_key", "b.key", "Key of the other report in `reports`."),
)
"""Columns of the view: name, SQL that both dialects know, and what it holds."""
_SQL = """CREATE VIEW "copies_flat" AS
SELECT
{columns}
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
JOIN reports AS b ON b.key = c.other""".format(columns=",\n".join(f'    {sql} AS "{name}"' for name, sql, _ in COPIES))
extra(
    Ddl(
        "copies_flat",
        "view",
        _SQL,
        _SQL,
        tuple((name, doc) for name, _, doc in COPIES),
        "Pairs of reports that share something: copies, parts of one in another, quotations.",
    )
)
