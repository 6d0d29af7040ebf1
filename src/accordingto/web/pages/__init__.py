"""The pages, each in a module of its own."""

from __future__ import annotations

from starlette.routing import BaseRoute

from accordingto.web.page import Page
from accordingto.web.pages import map, report, search, stories, timeline

PAGES: tuple[Page, ...] = (
    stories.PAGE,
    report.PAGE,
    search.PAGE,
    map.PAGE,
    timeline.PAGE,
)
"""All pages, in the order in which their paths are tried."""
ROUTES: tuple[BaseRoute, ...] = (*report.ROUTES,)
"""What pages need beside themselves."""
