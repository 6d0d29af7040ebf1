"""The pages, each in a module of its own."""

from __future__ import annotations

from starlette.routing import BaseRoute

from accordingto.web.desk import history, queue, settling
from accordingto.web.desk import report as desk
from accordingto.web.desk.routes import routes as decisions
from accordingto.web.page import Page
from accordingto.web.pages import (
    actor,
    actors,
    contradictions,
    editions,
    map,
    matter,
    outlet,
    outlets,
    place,
    places,
    quote,
    report,
    search,
    statement,
    stories,
    story,
    timeline,
)
from accordingto.web.people import admin, own, signing

PAGES: tuple[Page, ...] = (
    stories.PAGE,
    story.PAGE,
    report.PAGE,
    editions.PAGE,
    statement.PAGE,
    matter.PAGE,
    quote.PAGE,
    contradictions.PAGE,
    search.PAGE,
    map.PAGE,
    timeline.PAGE,
    actors.PAGE,
    actor.PAGE,
    places.PAGE,
    place.PAGE,
    outlets.PAGE,
    outlet.PAGE,
    queue.PAGE,
    history.PAGE,
    desk.PAGE,
    settling.DISPUTES,
    settling.AGREEMENT,
    settling.GROUPS,
    own.PAGE,
    admin.ACCOUNTS,
    admin.LOG,
)
"""All pages, in the order in which their paths are tried."""
ROUTES: tuple[BaseRoute, ...] = (
    *report.ROUTES,
    *story.ROUTES,
    *signing.ROUTES,
    *own.ROUTES,
    *admin.ROUTES,
    *decisions(),
)
"""What pages need beside themselves."""
