"""The templates: escaped, strict about names, and with the words that all formats share."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from accordingto import __version__
from accordingto.export.travel_view import middle
from accordingto.export.wording import ACTS, COMMITMENTS, FORMS, counted, moment_text
from accordingto.model import Act, Factuality, Form, Moment
from accordingto.pipeline.wording import AGENTLESS
from accordingto.resources.countries import country_name
from accordingto.web.drawing import batched_by, changed, lineage_figure
from accordingto.web.page import ENDINGS
from accordingto.web.settings import Settings

SECTIONS = (
    ("stories", "Stories", "s"),
    ("search", "Search", "f"),
    ("map", "Map", "m"),
    ("timeline", "Timeline", "t"),
    ("actors", "Actors", "a"),
    ("places", "Places", "p"),
    ("outlets", "Outlets", "o"),
    ("review", "Review", "r"),
)
"""Entries of the navigation: name of the page, what it says, and the key after ``g`` that goes there."""


def environment(settings: Settings) -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("accordingto.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        version=__version__,
        settings=settings,
        sections=SECTIONS,
        asset=asset,
        path=path,
        again=again,
        twin=twin,
        form_token=form_token,
        token=token,
        plus=plus,
        minus=minus,
        countries=countries,
        zip=zip,
    )
    made.globals.update(
        acts={act.value: told for act, told in ACTS.items()},
        commitments={held.value: f"{told} ({held.value})" for held, told in COMMITMENTS.items()},
    )
    made.globals.update(agentless=AGENTLESS, lineage_figure=lineage_figure)
    made.filters.update(batched_by=batched_by, changed=changed, middle=middle)
    made.filters.update(
        act=lambda value: ACTS[Act(value)],
        commitment=lambda value: COMMITMENTS[Factuality(value)],
        form=lambda value: FORMS[Form(value)],
        counted=counted,
        moment=moment,
        marked=marked,
        twice=lambda value: (value, value),
        country=country_name,
        host=lambda url: urlsplit(url).hostname or url,
    )
    return made


@pass_context
def path(context: Context, name: str, /, **parts: Any) -> str:
    """The path of a page, or nothing where there is no such page."""
    return path_of(context["request"].app, name, **parts)


def path_of(app: Any, name: str, /, **parts: Any) -> str:
    """The path of a page of an application, or nothing where there is no such page; what stands in it is quoted."""
    from starlette.routing import NoMatchFound

    quoted = {
        key: quote(value, safe=":", errors="replace") if isinstance(value, str) else value
        for key, value in parts.items()
    }
    if any(isinstance(value, str) and value.endswith(ENDINGS) for value in parts.values()):
        name = f"{name}.html"  # without, it would be the address of another's twin
    route = _named(app).get(name)
    try:
        return str(route.url_path_for(name, **quoted)) if route else ""
    except NoMatchFound:
        return ""


def _named(app: Any) -> dict[str, Any]:
    """The routes of an application by name: looked through one by one for each link, they took most of the time of a long page."""
    if not hasattr(app.state, "named"):
        app.state.named = {
            name: route for route in reversed(app.router.routes) if (name := getattr(route, "name", None))
        }
    found: dict[str, Any] = app.state.named
    return found


@pass_context
def again(context: Context, /, **changed: Any) -> str:
    """The address of this page with some of what is asked for changed; ``None`` takes it out."""
    request = context["request"]
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changed]
    kept += [(name, value) for name, value in changed.items() if value is not None]
    return f"{_here(request)}?{urlencode(kept)}" if kept else _here(request)


@pass_context
def plus(context: Context, name: str, value: str) -> str:
    """The address of this page with one value more asked for, from its start."""
    return _with(context, [*_asked(context), (name, value)])


@pass_context
def minus(context: Context, name: str, value: str) -> str:
    """The address of this page with one value less asked for, from its start."""
    return _with(context, [pair for pair in _asked(context) if pair != (name, value)])


def _asked(context: Context) -> list[tuple[str, str]]:
    given = context["request"].query_params.multi_items()
    return [(name, value) for name, value in given if name != "after" and value]


def _with(context: Context, asked: list[tuple[str, str]]) -> str:
    here = _here(context["request"])
    return f"{here}?{urlencode(asked)}" if asked else here


def _here(request: Any) -> str:
    """The path of this page, quoted as it must stand in an address: its parts may hold a question mark."""
    return quote(request.scope["path"], safe="/:", errors="replace")


@pass_context
def twin(context: Context, ending: str) -> str:
    """The address of this page in another form."""
    request, page = context["request"], context["page"]
    query = f"?{request.url.query}" if request.url.query else ""
    shown = _here(request).removesuffix(".html") if page.named else _here(request)
    return f"{shown}.{ending}{query}"


@pass_context
def token(context: Context) -> str:
    """What a change must send along, as the header ``X-CSRF-Token`` or as the field that `form_token` draws."""
    return str(getattr(context["request"].state, "csrf", ""))


@pass_context
def form_token(context: Context) -> Markup:
    """The field that every form with ``method="post"`` holds: without it, the server takes it for another site's."""
    return Markup('<input type="hidden" name="csrf" value="{}">').format(token(context))


def asset(name: str) -> str:
    """The address of a built file, or nothing where it was not built: the pages do without."""
    built = _manifest().get(name)
    return f"/assets/{built}" if built else ""


def _manifest() -> dict[str, str]:
    file = resources.files("accordingto.web") / "built" / "manifest.json"
    if not file.is_file():
        return {}
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found


def folder(name: str) -> Path:
    """A folder of files that the server gives out."""
    return Path(str(resources.files("accordingto.web") / name))


def countries(codes: list[str]) -> list[tuple[str, str]]:
    """Codes of countries with their names, in the order of these."""
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])


def moment(iso: str | None) -> str:
    """A day or moment in words."""
    return moment_text(Moment(iso[:16], None)) if iso else "date not known"


def marked(words: str, spans: list[tuple[int, int]], kind: str = "hit") -> Markup:
    """Words with some stretches marked.

    Args:
        words: of a report.
        spans: half-open, in code points of ``words``; sorted, not overlapping.
        kind: the class of a mark.
    """
    made, at = Markup(), 0
    for start, end in spans:
        made += escape(words[at:start]) + Markup('<mark class="{}">{}</mark>').format(kind, words[start:end])
        at = end
    return made + escape(words[at:])
