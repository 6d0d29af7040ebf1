"""The terms that the JSON Schema is put together from; every one takes its description first or last."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

Schema = dict[str, Any]

OFFSETS = "offsets are Unicode code points of the report's `text`, half-open"


def obj(description: str, properties: dict[str, Schema]) -> Schema:
    """An object with exactly these properties."""
    return {
        "description": description,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def passage(what: str, *, null: bool = False) -> dict[str, Schema]:
    """The two properties of words of the report."""
    return {
        "text": text(
            f"The report's characters at the spans: {what}; several spans are joined by ` … `"
            + ("; null where there are none." if null else "."),
            null=null,
        ),
        "spans": with_(ref("spans"), "Where they stand."),
    }


def read_from() -> dict[str, Schema]:
    """The properties that say where a value was read."""
    return {
        "read_from": text("Where it was read: `json-ld:datePublished`, `meta:og:title`, `text:dateline`, `given` …"),
        "text": text("The report's own words, where it was read in the archived text.", null=True),
        "spans": with_(ref("spans"), "Where they stand; empty where it was read elsewhere."),
    }


def ref(name: str) -> Schema:
    """A reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def with_(found: Schema, description: str) -> Schema:
    """A schema with a description."""
    return {"description": description, **found}


def maybe(name: str, description: str) -> Schema:
    """A definition, or null."""
    return {"description": description, "anyOf": [ref(name), {"type": "null"}]}


def list_of(name: str, description: str) -> Schema:
    """A list of a definition."""
    return {"description": description, "type": "array", "items": ref(name)}


def text(description: str, *, null: bool = False) -> Schema:
    """A text."""
    return {"description": description, "type": ["string", "null"] if null else "string"}


def words(description: str) -> Schema:
    """A list of texts."""
    return {"description": description, "type": "array", "items": {"type": "string"}}


def flag(description: str) -> Schema:
    """A boolean."""
    return {"description": description, "type": "boolean"}


def count(description: str) -> Schema:
    """An integer from 0."""
    return {"description": description, "type": "integer", "minimum": 0}


def const(value: str) -> Schema:
    """The ``type`` of a record."""
    return {"description": "What the record is.", "type": "string", "const": value}


def choice(values: type[StrEnum] | Iterable[str], description: str, *, null: bool = False) -> Schema:
    """One of some texts."""
    names: list[str | None] = [str(value) for value in values]
    kind = ["string", "null"] if null else "string"
    return {"description": description, "type": kind, "enum": [*names, None] if null else names}


def score() -> Schema:
    """How sure the machine is."""
    return {
        "description": "How sure the machine is, 0 to 1, four decimals.",
        "type": "number",
        "minimum": 0,
        "maximum": 1,
    }


def by(description: str = "The rule or the head of the model that found it.") -> Schema:
    """What found it."""
    return text(description)


def number(description: str, *, null: bool = False) -> Schema:
    """A number."""
    return {"description": description, "type": ["number", "null"] if null else "number"}


def whole(description: str, *, null: bool = False) -> Schema:
    """An integer."""
    return {"description": description, "type": ["integer", "null"] if null else "integer"}
