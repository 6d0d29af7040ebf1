"""The pages, each in a module of its own."""

from __future__ import annotations

from accordingto.web.page import Page
from accordingto.web.pages import stories

PAGES: tuple[Page, ...] = (stories.PAGE,)
"""All pages, in the order in which their paths are tried."""
