"""The routes of the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from accordingto.store.layers import FlatLayer
from accordingto.web.api import exports, layers
from accordingto.web.api.document import Schema, answers, parameters
from accordingto.web.page import Page, Query, answered
from accordingto.web.people import own

V1 = "/api/v1"
"""Where the API stands; its number is raised when something that was there changes or goes."""
_OBJECT: Schema = {"type": "object"}


def add_api(app: FastAPI, pages: tuple[Page, ...]) -> None:
    """Give an application its API: each layer, and what each page shows."""
    for layer in FlatLayer:
        _add(
            app,
            f"/{layer}",
            layers.endpoint(layer),
            name=f"list-{layer}",
            about=f"{layer.capitalize()}, page by page, in the order of keeping; each row says according to whom.",
            query=layers.LayerQuery,
            schema=layers.schema(layer),
            tag="records",
        )
    _add(
        app,
        "/export/{format}",
        exports.answer,
        name="export",
        about=f"An export, streamed: {', '.join(exports.streamed())}.",
        query=exports.ExportQuery,
        schema={"type": "string", "format": "binary"},
        tag="exports",
        media="*/*",
    )
    _add(
        app,
        "/me",
        own.me,
        name="me",
        about="Who asks, what they may do, and what a change must send along as X-CSRF-Token where no token of the API is sent.",
        query=Query,
        schema=_OBJECT,
        tag="people",
    )
    for page in pages:
        _add(
            app,
            page.path,
            _shown(page),
            name=page.name,
            about=page.about,
            query=page.query,
            schema=_OBJECT,
            tag="pages",
        )


def _add(
    app: FastAPI,
    path: str,
    endpoint: Callable[[Request], Response],
    *,
    name: str,
    about: str,
    query: type[Query],
    schema: Schema,
    tag: str,
    media: str = "application/json",
) -> None:
    def answer(request: Request) -> Response:
        return endpoint(request)

    extra: dict[str, Any] = {"parameters": parameters(path, query)}
    app.add_api_route(
        f"{V1}{path}",
        answer,
        name=f"api-{name}",
        operation_id=name,
        summary=about,
        tags=[tag],
        responses=answers(schema, about, media=media),
        response_class=Response,
        openapi_extra=extra,
    )


def _shown(page: Page) -> Callable[[Request], Response]:
    return lambda request: answered(page, "json", request)
