"""The JSON Schema (2020-12) of what `accordingto read` writes as JSON, built from the records' own enumerations.

The description of every property is the documentation: ``docs/reference/output.md`` is generated from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from accordingto.model import Act, BlockKind, Factuality, Form, MentionKind, Mood, SourceKind, TimeKind

Schema = dict[str, Any]

ID = "urn:accordingto:schema:1"
"""Changes only when a reader of the old output would break."""
_OFFSETS = "offsets are Unicode code points of the report's `text`, half-open"


def schema() -> Schema:
    """The schema. At the top it fits one line of JSON Lines, or the one document of ``--format json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "accordingto records",
        "description": "One line of `--format jsonl`, or the document of `--format json`.",
        "oneOf": [_ref(name) for name in (*RECORDS, "document")],
        "$defs": {**_parts(), **_records(), "document": _document()},
    }


RECORDS = ("report", "statement", "mention", "entity", "failure")
"""The records that stand on lines of their own."""


def _records() -> dict[str, Schema]:
    return {
        "report": _report(),
        "statement": _statement(),
        "mention": _mention(),
        "entity": _entity(),
        "failure": _failure(),
    }


def _parts() -> dict[str, Schema]:
    return {
        "spans": {
            "description": f"Stretches `[start, end)` of the text, in text order; {_OFFSETS}.",
            "type": "array",
            "items": {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
        },
        "passage": _object("Words of the report.", _passage("the words", null=True)),
        "evidence": _evidence(),
        "field": _object("A value about the report and where it was read.", {"value": _text("The value."), **_read()}),
        "moment": _moment(),
        "block": _block(),
        "time": _time(),
        "source": _source(),
        "link": _link(),
        "run": _run(),
    }


def _report() -> Schema:
    return _object(
        "A report as it was read: the archived text that all offsets point into, and what is known about it.",
        {
            "type": _const("report"),
            "id": _text("Id, from the content: the same text has the same id on every machine."),
            "capture": _text("Id of the bytes that the report was read from."),
            "where": _text("Where it came from: a path, an address, `-` for standard input."),
            "text": _text(
                "The archived text, unchanged; all spans point into it. A lone surrogate comes as a JSON escape."
            ),
            "text_sha256": _text("SHA-256 of the text in UTF-8."),
            "extraction": _text("Version of the cleaning that made the text."),
            "blocks": _list("block", "The text in pieces: together with white space they are the text."),
            "title": _maybe("field", "The title, and where it was read."),
            "outlet": _maybe("field", "The name of the outlet, and where it was read."),
            "url": _maybe("field", "The canonical address, and where it was read."),
            "authors": _list("field", "The authors as named, and where each was read."),
            "published": _maybe("moment", "When it was published."),
            "updated": _maybe("moment", "When it was last changed, as the publisher states it."),
            "place": _maybe("field", "Where the dateline says that it was written."),
            "language": _maybe("field", "Language of the text, as a BCP 47 tag."),
            "direction": _choice(("ltr", "rtl"), "Direction of writing."),
            "flags": _words("What a reader should know: `not-english`, `truncated`, `no-date` …"),
            "notes": _words("Remarks of the reading, for people."),
            "statements": {"description": "How many statements were found.", "type": "integer", "minimum": 0},
            "run": _with(_ref("run"), "What made these records."),
        },
    )


def _statement() -> Schema:
    return _object(
        "One proposition put forward, and according to whom.",
        {
            "type": _const("statement"),
            "id": _text("Id, from the text and the spans; it does not change with the model."),
            "report": _text("Id of the report."),
            "outlet": _text("The outlet, repeated from the report.", null=True),
            "published": _text("When the report was published: ISO 8601 as far as stated.", null=True),
            "block": _choice(BlockKind, "The kind of block that the content begins in.", null=True),
            "chain_text": _text(
                "The voices below the outlet on one line, outermost first: `Northwire → Gen. Nadim Hazrun`; "
                "for narration the outlet."
            ),
            "source": _text("Name or description of the innermost voice; null where no source is given.", null=True),
            "unnamed": _flag("Whether nobody can tell from the report who the innermost voice is."),
            "act": _choice(Act, "What the innermost voice does in putting the content forward."),
            "factuality": _choice(
                Factuality,
                "The innermost voice's commitment: certain, probable, possible (CT, PR, PS) that it is so (+) "
                "or not (-); U is uncommitted.",
            ),
            "form": _choice(Form, "How the content stands in the text."),
            "mood": _choice(Mood, "How the content is put forward."),
            "said": _text("When the innermost voice said it, as a TIMEX3 value.", null=True),
            "content": _with(_ref("passage"), "What is put forward, in the report's words."),
            "editorial": _with(_ref("passage"), "Brackets inside a quotation: words of the outlet, not of the voice."),
            "chain": {**_list("link", "The voices from the outlet to the innermost."), "minItems": 1},
            "about": _text("Id of the statement that a denial, comment or non-response responds to.", null=True),
            "score": _score(),
            "by": _by(),
            "run": _text("Id of the run that made the record."),
        },
    )


def _link() -> Schema:
    return _object(
        "One voice of a chain.",
        {
            "source": _with(_ref("source"), "Who."),
            "cue": _with(
                _ref("evidence"), "The words that say that the voice puts it forward: said, alleged, according to."
            ),
            "act": _choice(Act, "What this voice does."),
            "factuality": _choice(Factuality, "This voice's commitment to the content."),
            "said": _maybe("time", "When this voice said it."),
            "addressee": _maybe("evidence", "To whom."),
            "score": _score(),
            "by": _by(),
        },
    )


def _source() -> Schema:
    return _object(
        "A voice as the report names it.",
        {
            "kind": _choice(SourceKind, "How the voice is named."),
            "name": _text(
                "Resolved name where the report gives one, else the description; null where agentless.", null=True
            ),
            "words": _text("The report's own words for it at this place.", null=True),
            "unnamed": _flag("Whether nobody can tell from the report who it is."),
            "role": _text("Office or role, as the report states it.", null=True),
            "role_evidence": _maybe("evidence", "The words that state the role."),
            "entity": _text("Id of the entity of this report that it is.", null=True),
            "actor": _text("Id of the actor of the registry that it is.", null=True),
            "evidence": _with(_ref("evidence"), "The words that name it."),
        },
    )


def _evidence() -> Schema:
    return _object(
        "Where a value comes from.",
        {
            "kind": _choice(
                ("stated", "inherited", "implied"),
                "`stated`: the words here say it; `inherited`: words elsewhere in the report say it, "
                "and a rule carries it here; "
                "`implied`: no words say it, a rule concludes it.",
            ),
            **_passage("the words that say it", null=True),
            "rule": _text("The rule that carried or concluded it; null where stated.", null=True),
            "from_record": _text("Id of the record that it is inherited from.", null=True),
        },
    )


def _time() -> Schema:
    return _object(
        "A time expression, resolved.",
        {
            "value": _text("TIMEX3 value."),
            "start": _text("First day, ISO 8601; null where open.", null=True),
            "end": _text("Last day, inclusive; null where open.", null=True),
            "anchor": _text(
                "What a relative expression was resolved against; null where it needed no anchor.", null=True
            ),
            "evidence": _with(_ref("evidence"), "The words that state the time."),
            "by": _by(),
            "kind": _choice(TimeKind, "TIMEX3 type."),
            "mod": _text("TIMEX3 mod: START, APPROX …", null=True),
            "id": _text("Of the expression in the text; null where another record only repeats it.", null=True),
        },
    )


def _moment() -> Schema:
    return _object(
        "A point of calendar time as stated, and where it was read.",
        {
            "value": _text("ISO 8601, as far as stated, with the offset if one was stated."),
            "local": _text("The local part alone."),
            "offset": _text("The offset, `+00:00`; null where none was stated.", null=True),
            "precision": _choice(("year", "month", "day", "minute", "second"), "How far it was stated."),
            **_read(),
        },
    )


def _block() -> Schema:
    return _object(
        "A stretch of the text of one kind.",
        {
            "kind": _choice(BlockKind, "What it is."),
            "start": _count(f"Where it starts; {_OFFSETS}."),
            "end": _count("Where it ends, exclusive."),
            "by": _by("The rule that told."),
        },
    )


def _run() -> Schema:
    return _object(
        "Versions and hashes of what made the records.",
        {
            "id": _text("Short name, equal for equal ingredients."),
            "version": _text("Version of accordingto."),
            "extraction": _text("Version of the cleaning."),
            "model_sha256": _text("SHA-256 of the model."),
            "lexicons_sha256": _text("SHA-256 of the lexicons."),
        },
    )


def _mention() -> Schema:
    return _object(
        "One naming in the text. Written with `--all`.",
        {
            "type": _const("mention"),
            "id": _text("Id, from the text and the span."),
            "report": _text("Id of the report."),
            "kind": _choice(MentionKind, "What is named."),
            "head": _text("The words that name, without titles, articles and appositions."),
            "entity": _text("Id of the entity, where it is resolved.", null=True),
            **_passage("the naming"),
            "score": _score(),
            "by": _by(),
        },
    )


def _entity() -> Schema:
    return _object(
        "Mentions of one thing inside one report. Written with `--all`.",
        {
            "type": _const("entity"),
            "id": _text("Id, local to the report."),
            "report": _text("Id of the report."),
            "kind": _choice(MentionKind, "What it is."),
            "name": _text("The fullest name that the report gives."),
            "mentions": _words("Ids of its mentions, in text order."),
            "role": _text("Role, as the report states it.", null=True),
            "role_words": _maybe("passage", "The words that state the role."),
            "abbreviation": _text("Short form that the report introduces.", null=True),
            "actor": _text("Id of the actor of the registry that it is.", null=True),
            "actor_by": _text("The rule that told.", null=True),
        },
    )


def _failure() -> Schema:
    return _object(
        "A report that could not be read. The others were.",
        {
            "type": _const("failure"),
            "where": _text("Where it came from."),
            "error": _text("Class of the error: `EmptyInput`, `BinaryInput`, `TooLarge`, `NotAnArticle` …"),
            "message": _text("What is wrong and what to do."),
        },
    )


def _document() -> Schema:
    reading = _object(
        "One report and its records.",
        {
            "report": _with(_ref("report"), "The report."),
            "statements": _list("statement", "Its statements, in reading order."),
            "mentions": _list("mention", "Its mentions; empty without `--all`."),
            "entities": _list("entity", "Its entities; empty without `--all`."),
        },
    )
    return _object(
        "The document of `--format json`.",
        {
            "type": _const("readings"),
            "readings": {
                "description": "The reports that were read, in the order given.",
                "type": "array",
                "items": reading,
            },
            "failures": _list("failure", "The reports that were not."),
        },
    )


def _object(description: str, properties: dict[str, Schema]) -> Schema:
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _passage(what: str, *, null: bool = False) -> dict[str, Schema]:
    return {
        "text": _text(
            f"The report's characters at the spans: {what}; several spans are joined by ` … `"
            + ("; null where there are none." if null else "."),
            null=null,
        ),
        "spans": _with(_ref("spans"), "Where they stand."),
    }


def _read() -> dict[str, Schema]:
    return {
        "read_from": _text("Where it was read: `json-ld:datePublished`, `meta:og:title`, `text:dateline`, `given` …"),
        "text": _text("The report's own words, where it was read in the archived text.", null=True),
        "spans": _with(_ref("spans"), "Where they stand; empty where it was read elsewhere."),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _with(found: Schema, description: str) -> Schema:
    return {"description": description, **found}


def _maybe(name: str, description: str) -> Schema:
    return {"description": description, "anyOf": [_ref(name), {"type": "null"}]}


def _list(name: str, description: str) -> Schema:
    return {"description": description, "type": "array", "items": _ref(name)}


def _text(description: str, *, null: bool = False) -> Schema:
    return {"description": description, "type": ["string", "null"] if null else "string"}


def _words(description: str) -> Schema:
    return {"description": description, "type": "array", "items": {"type": "string"}}


def _flag(description: str) -> Schema:
    return {"description": description, "type": "boolean"}


def _count(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 0}


def _const(value: str) -> Schema:
    return {"description": "What the record is.", "type": "string", "const": value}


def _choice(values: type[StrEnum] | Iterable[str], description: str, *, null: bool = False) -> Schema:
    names: list[str | None] = [str(value) for value in values]
    kind = ["string", "null"] if null else "string"
    return {"description": description, "type": kind, "enum": [*names, None] if null else names}


def _score() -> Schema:
    return {
        "description": "How sure the machine is, 0 to 1, four decimals.",
        "type": "number",
        "minimum": 0,
        "maximum": 1,
    }


def _by(description: str = "The rule or the head of the model that found it.") -> Schema:
    return _text(description)
