"""The server's application: pages, their twins, static files, and errors told as pages or as JSON."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import BoundedSemaphore

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from accordingto import __version__
from accordingto.model import AccordingtoError, NotKept, TookTooLong, UsageError
from accordingto.web import templating
from accordingto.web.api.document import V1
from accordingto.web.api.routes import add_api
from accordingto.web.desk.routes import add_decisions
from accordingto.web.page import drawn, jsonned, routes, tagged
from accordingto.web.pages import PAGES, ROUTES
from accordingto.web.security.guard import guard
from accordingto.web.settings import Settings
from accordingto.web.stores import Stores

_TITLES = {
    400: "This cannot be asked so",
    401: "Sign in first",
    403: "You may not do this",
    404: "There is no such page",
    405: "This address only gives",
    413: "This is too much at once",
    421: "This is not the server meant",
    429: "This is too often",
    500: "Something went wrong here",
    503: "This took too long",
}


_NARROWER = (
    "Nothing was changed. Ask for less: fewer days, one outlet, one place, words that are rarer. Whoever runs the server may let a query "
    "take longer: accordingto serve --patience SECONDS."
)
AT_ONCE = 3
"""Pages made at a time in one process. Each asks the database some twenty times, and one that gets its answer has to wait for all others
that compute just then: many at once are all slow, a few are quick one after the other."""
SWITCH = 0.001
"""Seconds after which a thread that computes lets another one in, for the same reason; Python's own are five times as many."""


def create_app(settings: Settings) -> FastAPI:
    """The application.

    Args:
        settings: what it is started with. Stores are opened at the first request; whether there are accounts is looked up now.

    Raises:
        UsageError: where it would answer other machines and nobody has to say who they are.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        sys.setswitchinterval(SWITCH)
        for name in app.state.templates.list_templates():  # so that the first who asks does not wait for all of them
            app.state.templates.get_template(name)
        yield
        app.state.stores.close()
        app.state.guard.book.close()

    app = FastAPI(
        title="accordingto",
        version=__version__,
        description="What reports say, according to whom.",
        openapi_url=f"{V1}/openapi.json",
        docs_url=None,  # FastAPI's own page of documentation asks another host for its script
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.stores = Stores(settings.db, read_only=settings.read_only, patience=settings.patience or None)
    app.state.templates = templating.environment(settings)
    app.state.turns = BoundedSemaphore(AT_ONCE)
    app.router.routes.append(Route("/", _home, name="home"))
    for page in PAGES:
        app.router.routes.extend(routes(page))
    app.router.routes.extend(ROUTES)
    add_api(app, PAGES)
    add_decisions(app)
    app.router.routes.append(Mount("/static", StaticFiles(directory=templating.folder("static")), name="static"))
    if templating.folder("built").is_dir():
        app.router.routes.append(Mount("/assets", StaticFiles(directory=templating.folder("built")), name="assets"))
    for kind in (HTTPException, RequestValidationError, AccordingtoError, Exception):
        app.add_exception_handler(kind, _told)
    guard(app, settings)
    return app


def _home(_: Request) -> Response:
    return RedirectResponse("/stories", status_code=307)


def _told(request: Request, error: Exception) -> Response:
    """An error as a page, or as JSON for whoever asked for data."""
    status, message = _meaning(error)
    shown = {"status": status, "title": _TITLES.get(status, "This did not work"), "message": message}
    if _wants_data(request):
        return tagged(request, jsonned({"error": shown}), "application/json", status=status)
    return drawn(request, "error.html", shown, status=status)


def _meaning(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        own = error.status_code not in (404, 405) or error.detail not in ("Not Found", "Method Not Allowed")
        return error.status_code, error.detail if own else "Nothing is kept at this address."
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        return 400, f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg'].removeprefix('Value error, ')}"
    if isinstance(error, TookTooLong):
        return 503, f"{error}. {_NARROWER}"
    if isinstance(error, NotKept):
        return 404, str(error)
    if isinstance(error, UsageError):
        return 400, str(error)
    return 500, "The server's own log says more; what you asked for was not carried out."


def _wants_data(request: Request) -> bool:
    path = request.url.path
    return path.startswith(V1) or path.endswith((".json", ".csv", ".geojson"))
