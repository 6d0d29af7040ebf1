"""Where an article leads beyond itself: nowhere on a page of one file, to the pages of a server where there is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from accordingto.export.markup import element


def _nowhere(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses by id; an empty one is no link."""

    statement: Callable[[str], str] = _nowhere
    actor: Callable[[str], str] = _nowhere
    """Of the registry."""
    place: Callable[[str], str] = _nowhere
    """Of the gazetteer."""
    outlet: Callable[[str], str] = _nowhere
    """By its name."""
    level: int = 2
    """Of the heading that the headline is."""


NOWHERE = Links()


def linked(markup: str, address: str) -> str:
    """Markup as a link, where there is an address."""
    return element("a", markup, href=address, class_="to") if address else markup
