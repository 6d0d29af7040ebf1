"""The pages, each in a module of its own."""

from __future__ import annotations

from starlette.routing import BaseRoute

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
    own.PAGE,
    admin.ACCOUNTS,
    admin.LOG,
)
"""All pages, in the order in which their paths are tried."""
ROUTES: tuple[BaseRoute, ...] = (*report.ROUTES, *story.ROUTES, *signing.ROUTES, *own.ROUTES, *admin.ROUTES)
"""What pages need beside themselves."""
