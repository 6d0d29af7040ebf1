"""Apache Arrow: a layer as a table, with the same fields as the JSON rows. Needs the extra ``arrow``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from accordingto.export.layers import Layer, layer_of, rows_of
from accordingto.export.schema import schema
from accordingto.export.schema_terms import Schema
from accordingto.model import UsageError
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import encodable

if TYPE_CHECKING:
    import pyarrow

MISSING = (
    "Arrow tables need the extra “arrow”, which is not installed; "
    "install it with: python -m pip install 'accordingto[arrow]'"
)


def table(readings: Iterable[Reading], layer: Layer | str = Layer.STATEMENTS) -> pyarrow.Table:
    """One row a record of the layer; nested fields are structs and lists, typed as in the JSON Schema, also for no rows.

    Raises:
        UsageError: where there is no such layer, or pyarrow is not installed; the message says what to do.
    """
    layer, pa = layer_of(layer), pyarrow_or_say()
    rows = [_encodable(row) for reading in readings for row in rows_of(reading, layer)]
    return pa.Table.from_pylist(rows, schema=_arrow_schema(pa, layer))


def _encodable(value: Any) -> Any:
    """The value with lone surrogates replaced in all its texts: Arrow keeps UTF-8."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {key: _encodable(part) for key, part in value.items()}
    return [_encodable(part) for part in value] if isinstance(value, list) else value


def pyarrow_or_say() -> Any:
    """The module.

    Raises:
        UsageError: where it is not installed; the message says how to.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise UsageError(MISSING) from error
    return pyarrow


def _arrow_schema(pa: Any, layer: Layer) -> Any:
    whole = schema()
    record = whole["$defs"][layer.record]
    return pa.schema(_fields(pa, record, whole["$defs"]))


def _fields(pa: Any, record: Schema, defs: dict[str, Schema]) -> list[Any]:
    return [
        pa.field(name, _arrow_type(pa, part, defs), nullable=_nullable(part))
        for name, part in record["properties"].items()
    ]


def _arrow_type(pa: Any, part: Schema, defs: dict[str, Schema]) -> Any:
    """The Arrow type of a part of the JSON Schema; the schema uses no more of JSON Schema than is handled here."""
    if "$ref" in part:
        return _arrow_type(pa, defs[part["$ref"].rsplit("/", 1)[-1]], defs)
    if "anyOf" in part:
        return _arrow_type(pa, part["anyOf"][0], defs)
    kind = part["type"][0] if isinstance(part["type"], list) else part["type"]
    if kind == "object":
        return pa.struct(_fields(pa, part, defs))
    if kind == "array":
        return pa.list_(_arrow_type(pa, part["items"], defs))
    return {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}[kind]


def _nullable(part: Schema) -> bool:
    return "anyOf" in part or (isinstance(part.get("type"), list) and "null" in part["type"])
