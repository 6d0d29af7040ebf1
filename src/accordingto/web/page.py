"""What a page is, and how it is answered as HTML, JSON, CSV and GeoJSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from accordingto.export.csv import header, line
from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.web.security.needs import need

if TYPE_CHECKING:
    from accordingto.store.store import Store
    from accordingto.web.security.viewer import Viewer

Row = dict[str, Any]
ENDINGS = (".json", ".csv", ".geojson", ".html")
"""What addresses of twins end in; and of a page itself, where what stands last in its address ends so: an outlet may be named after a
file."""
LIMIT, MOST = 30, 200
"""Entries a page shows where nothing is asked for, and at most."""


class Query(BaseModel):
    """What may be asked of a page; those with options subclass it. What it does not know is an error, so that a misspelt filter is told."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Asking:
    """A page asked for."""

    store: Store
    path: Mapping[str, str]
    """The variable parts of the path."""
    query: Any
    """A `Query` of the page's model."""
    viewer: Viewer
    writes: bool = False
    """Whether they may decide here."""


class Moved(Exception):
    """What is asked for is kept elsewhere now: raised by a view, answered by sending there, in the same form."""

    def __init__(self, name: str, **parts: str) -> None:
        super().__init__(name)
        self.name = name
        """Of the page."""
        self.parts = parts


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its twins."""

    name: str
    """Unique; links are made by it."""
    path: str
    about: str
    """One line for the documentation."""
    view: Callable[[Asking], Row]
    """What it shows: values that JSON can hold. It is what the template is given, and the JSON twin itself."""
    template: str
    section: str = ""
    """The entry of the navigation that it belongs to."""
    query: type[Query] = Query
    columns: Mapping[str, str] | None = None
    """Of the CSV twin, with what each holds."""
    rows: Callable[[Row], Iterable[Row]] | None = None
    """The rows of the CSV twin, out of what the view gave."""
    role: Role = Role.READER
    """Who may see it at least, in whatever form."""
    features: Callable[[Row], Row] | None = None
    """The GeoJSON twin, a FeatureCollection, out of what the view gave."""

    @property
    def twins(self) -> tuple[str, ...]:
        """Endings under which the page is there in other forms."""
        return ("json", *(["csv"] if self.rows else []), *(["geojson"] if self.features else []))

    @property
    def named(self) -> bool:
        """Whether its address ends in what it is about, which may have any ending: then the page is also there as ``.html``."""
        return self.path.endswith("}")


def routes(page: Page) -> list[Route]:
    """The routes of a page; those with endings come first, for a variable part would swallow them."""
    forms = (*page.twins, "html") if page.named else page.twins
    made = [
        Route(f"{page.path}.{form}", _endpoint(page, form), name=f"{page.name}.{form}", methods=["GET"])
        for form in forms
    ]
    return [*made, Route(page.path, _endpoint(page, "html"), name=page.name, methods=["GET"])]


def _endpoint(page: Page, form: str) -> Callable[[Request], Response]:
    return lambda request: answered(page, form, request)


def answered(page: Page, form: str, request: Request) -> Response:
    """A page in one of its forms: ``html`` or one of its twins.

    Raises:
        UsageError: where what is asked for cannot be.
        HTTPException: where it is not for whoever asks.
    """
    need(request, page.role)
    with request.app.state.turns:
        return _answered(page, form, request)


def _answered(page: Page, form: str, request: Request) -> Response:
    with request.app.state.stores.taken() as store:
        viewer, settings = request.state.viewer, request.app.state.settings
        writes = settings.review and viewer.role >= Role.CODER
        asking = Asking(store, request.path_params, asked(page.query, request), viewer, writes)
        try:
            shown = page.view(asking)
        except Moved as moved:
            return _sent(request, moved, form)
    if form == "html":
        return drawn(request, page.template, shown, page=page)
    return tagged(request, *_FORMS[form](page, shown))


def _sent(request: Request, moved: Moved, form: str) -> Response:
    name = moved.name if form == "html" else f"{moved.name}.{form}"
    if request.url.path.startswith("/api/"):
        name = f"api-{moved.name}"
    address = request.app.url_path_for(name, **moved.parts)
    query = f"?{request.url.query}" if request.url.query else ""
    # not for good: what is merged today may be regrouped tomorrow, and the old id then leads elsewhere
    return RedirectResponse(f"{address}{query}", status_code=307)


def asked(model: type[Query], request: Request) -> Any:
    """What is asked for, checked.

    Raises:
        UsageError: where an option is not known or its value cannot be; the message names it.
    """
    given = request.query_params
    many = {name for name, field in model.model_fields.items() if "tuple" in str(field.annotation)}
    # an empty field of a form asks for nothing
    values: Row = {name: given[name] for name in given if name not in many and given[name].strip()}
    values |= {name: [value for value in given.getlist(name) if value.strip()] for name in given if name in many}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        known = ", ".join(model.model_fields) or "nothing"
        told = (
            f"is not known here; known: {known}"
            if first["type"] == "extra_forbidden"
            else first["msg"].removeprefix("Value error, ")
        )
        raise UsageError(f"{name}: {told}") from error


def drawn(request: Request, template: str, shown: Row, *, page: Page | None = None, status: int = 200) -> Response:
    """A template with what it shows."""
    made = request.app.state.templates.get_template(template)
    context = {"shown": shown, "request": request, "page": page, "viewer": getattr(request.state, "viewer", None)}
    body = made.render(context).encode("utf-8", "replace")
    return tagged(request, body, "text/html; charset=utf-8", status=status)


def tagged(request: Request, body: bytes, media: str, *, status: int = 200) -> Response:
    """A body with its ETag, or 304 where the client has it already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    held = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if status == 200 and (tag in held or "*" in held):
        return Response(status_code=304, headers=headers)
    return Response(body, status_code=status, media_type=media, headers=headers)


def _json(_: Page, shown: Row) -> tuple[bytes, str]:
    return jsonned(shown), "application/json"


def jsonned(shown: Any) -> bytes:
    """JSON as the twins have it: lone surrogates as escapes, since UTF-8 has none."""
    return json.dumps(shown, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def _csv(page: Page, shown: Row) -> tuple[bytes, str]:
    assert page.rows
    assert page.columns
    lines = [header(page.columns), *(line(row[name] for name in page.columns) for row in page.rows(shown))]
    return "".join(lines).encode("utf-8", "replace"), "text/csv; charset=utf-8"


def _geojson(page: Page, shown: Row) -> tuple[bytes, str]:
    assert page.features
    return jsonned(page.features(shown)), "application/geo+json"


_FORMS: dict[str, Callable[[Page, Row], tuple[bytes, str]]] = {"json": _json, "csv": _csv, "geojson": _geojson}
