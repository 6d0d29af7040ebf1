"""Records by layer, page by page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from accordingto.store.layers import FLAGS, LISTS, SPANS, FlatLayer, columns, paged
from accordingto.web.api.document import Schema, row_schema
from accordingto.web.page import LIMIT, asked, jsonned, tagged
from accordingto.web.pages.asking import Words

MOST = 1000
"""Statements of one page at most: some MB of JSON."""
_SPAN = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
_KINDS: dict[str, Schema] = {
    **{name: {"type": ["boolean", "null"]} for name in FLAGS},
    **{name: {"type": ["array", "null"], "items": {"type": "string"}} for name in LISTS},
    SPANS: {"type": "array", "items": _SPAN},
}


class LayerQuery(Words):
    """Which records."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = LIMIT
    """Of how many statements at most; a statement may claim several events."""
    after: Annotated[int, Field(ge=0, lt=2**62)] | None = None
    """`next` of the page before."""


def schema(layer: FlatLayer) -> Schema:
    """Of a page of a layer."""
    rows = {"type": "array", "items": row_schema(columns(layer), _KINDS)}
    after = {"type": ["integer", "null"], "description": "To be given as `after`; null on the last page."}
    return {"type": "object", "required": [layer.value, "next"], "properties": {layer.value: rows, "next": after}}


def endpoint(layer: FlatLayer) -> Callable[[Request], Response]:
    """What answers for a layer."""
    return partial(_answer, layer)


def _answer(layer: FlatLayer, request: Request) -> Response:
    query: LayerQuery = asked(LayerQuery, request)
    with request.app.state.stores.taken() as store, store.looking() as connection:
        found = paged(connection, layer, query.q, query.filters, limit=query.limit, after=query.after)
    return tagged(request, jsonned({layer.value: list(found.rows), "next": found.next}), "application/json")
