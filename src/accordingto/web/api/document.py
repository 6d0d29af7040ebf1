"""How routes stand in the OpenAPI document: parameters from the models of what may be asked, answers with what each column holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from accordingto.web.page import Query

Schema = dict[str, Any]
V1 = "/api/v1"
"""Where the API stands; its number is raised when something that was there changes or goes."""
ERROR: Schema = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["status", "title", "message"],
            "properties": {
                "status": {"type": "integer"},
                "title": {"type": "string"},
                "message": {"type": "string", "description": "What is wrong, and what to do."},
            },
        }
    },
}
_FAILS = {
    400: "What was asked for cannot be; the message says why.",
    401: "Somebody has to sign in first.",
    403: "Whoever asks may not have this.",
    404: "There is no such thing in this store.",
    429: "Too many requests; `Retry-After` says when to come again.",
}


def answers(schema: Schema, about: str, *, media: str = "application/json") -> dict[int | str, Any]:
    """The answers of a route: what it gives, that nothing has changed, and how it fails."""
    made: dict[int | str, Any] = {
        200: {"description": about, "content": {media: {"schema": schema}}},
        304: {"description": "What `If-None-Match` names is still what there is."},
    }
    failed = {"application/json": {"schema": ERROR}}
    return made | {status: {"description": told, "content": failed} for status, told in _FAILS.items()}


def parameters(path: str, query: type[Query]) -> list[Schema]:
    """The variable parts of a path, and what may be asked, as OpenAPI has them."""
    parts = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)", path)
    ]
    model = query.model_json_schema()
    defined = model.get("$defs", {})
    return parts + [_parameter(name, _inlined(given, defined)) for name, given in model.get("properties", {}).items()]


def _parameter(name: str, schema: Schema) -> Schema:
    about = schema.pop("description", None)
    schema.pop("title", None)
    many = {"style": "form", "explode": True} if schema.get("type") == "array" else {}
    told = {"description": " ".join(about.split())} if about else {}
    return {"name": name, "in": "query", "required": False, "schema": schema, **told, **many}


def _inlined(value: Any, defined: Mapping[str, Schema]) -> Any:
    """A schema with its definitions put where they are named, and without ``null``, which an address cannot say."""
    if isinstance(value, list):
        return [_inlined(one, defined) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        named = dict(defined[value["$ref"].rpartition("/")[2]])
        return _inlined({**named, **{name: one for name, one in value.items() if name != "$ref"}}, defined)
    if "anyOf" in value:
        (one,) = [one for one in value["anyOf"] if one.get("type") != "null"]
        rest = {name: held for name, held in value.items() if name not in ("anyOf", "default")}
        return _inlined({**one, **rest}, defined)
    return {name: _inlined(one, defined) for name, one in value.items()}


def row_schema(columns: Mapping[str, str], kinds: Mapping[str, Schema]) -> Schema:
    """A row: each column with what it holds; those without a kind of their own are text or nothing."""
    plain: Schema = {"type": ["string", "number", "null"]}
    return {
        "type": "object",
        "required": list(columns),
        "properties": {name: {**kinds.get(name, plain), "description": about} for name, about in columns.items()},
    }
