"""Exports, as a stream: as much as a store holds, in memory that does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from accordingto.export.bare import Carried
from accordingto.export.exporting import Export, Settings
from accordingto.export.formats import FORMATS, Format, format_of, layers_of
from accordingto.store.auditing import Action
from accordingto.store.exporting import Scope
from accordingto.web.page import asked
from accordingto.web.pages.asking import Words
from accordingto.web.security.guard import note


class ExportQuery(Words):
    """What is exported."""

    layer: str | None = None
    """Of a format that has several; one at a time."""
    story: tuple[str, ...] = ()
    """Only the reports of this story."""
    evidence: Carried = Carried.QUOTES
    """What of the reports' words goes into it: their texts, only the words that records point at, or none but spans and hashes."""
    editions: bool = False
    """Also reports in whose place a later edition stands."""
    names: Literal["acled", "ucdp"] | None = None
    """Columns of claimed events under the names of this data set, as far as it has them."""
    base: str | None = None
    """Name things in linked data by addresses under this one; by URNs without it."""


def streamed() -> tuple[str, ...]:
    """Names of the formats that can be given out as one document."""
    return tuple(name for name, made in FORMATS.items() if not made.folder)


def answer(request: Request) -> Response:
    """Stream an export; what is wrong with what was asked is told before anything is sent.

    Raises:
        UsageError: where there is no such format or layer, or it cannot be streamed.
    """
    query: ExportQuery = asked(ExportQuery, request)
    chosen = format_of(request.path_params["format"])
    layers = layers_of(chosen, (query.layer,)) if query.layer else ()
    pieces = _pieces(request, chosen, query, layers)
    first = next(pieces, b"")
    note(request, Action.EXPORT, target=chosen.name, detail=query.model_dump(mode="json", exclude_defaults=True))
    name = f"accordingto-{query.layer or chosen.name}{chosen.ending}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-store"}
    return StreamingResponse(_after(first, pieces), media_type=chosen.media_type, headers=headers)


def _after(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces


def _pieces(request: Request, chosen: Format, query: ExportQuery, layers: tuple[str, ...]) -> Iterator[bytes]:
    """The document; the store is held until its last piece is made, or nobody wants it any more."""
    with ExitStack() as held:
        store = held.enter_context(request.app.state.stores.taken())
        scope = Scope(query.filters, tuple(store.stories_named(query.story)), query.editions)
        settings, viewer = Settings(query.evidence, layers, names=query.names, base=query.base), request.state.viewer
        yield from chosen.chunks(Export.of(store, scope, settings, viewer=viewer and viewer.name))
