"""The records. This package imports nothing else of the project."""

from accordingto.model.actor import Actor
from accordingto.model.errors import (
    AccordingtoError,
    BinaryInput,
    EmptyInput,
    EvidenceError,
    InputError,
    IntegrityError,
    NotAnArticle,
    ResourceError,
    SpanError,
    TooLarge,
    UsageError,
)
from accordingto.model.evidence import Evidence, Implied, Inherited, Stated, check_score, check_spans, spans_of
from accordingto.model.ids import content_id, sha256, text_sha256
from accordingto.model.mention import Entity, Mention, MentionKind
from accordingto.model.report import Block, BlockKind, Capture, Field, Moment, Report, Sighting
from accordingto.model.run import Run
from accordingto.model.spans import Span, Spans, hull, length, overlap, spans, text_of
from accordingto.model.statement import Act, Factuality, Form, Link, Mood, Source, SourceKind, Statement
from accordingto.model.time import Time
from accordingto.model.travel import (
    Difference,
    Lineage,
    LineageKind,
    Matter,
    Occasion,
    Passage,
    Relation,
    RelationKind,
    Slot,
)

__all__ = [
    "AccordingtoError", "Act", "Actor", "BinaryInput", "Block", "BlockKind", "Capture", "Difference", "EmptyInput",
    "Entity", "Evidence", "EvidenceError", "Factuality", "Field", "Form", "Implied", "Inherited", "InputError",
    "IntegrityError", "Lineage", "LineageKind", "Link", "Matter", "Mention", "MentionKind", "Moment", "Mood",
    "NotAnArticle", "Occasion", "Passage", "Relation", "RelationKind", "Report", "ResourceError", "Run", "Sighting",
    "Slot", "Source", "SourceKind", "Span", "SpanError", "Spans", "Stated", "Statement", "Time", "TooLarge", "UsageError",
    "check_score", "check_spans", "content_id", "hull", "length", "overlap", "sha256", "spans", "spans_of", "text_of",
    "text_sha256",
]
