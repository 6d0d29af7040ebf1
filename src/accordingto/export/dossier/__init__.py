"""A story for somebody who was not there: one offline page with what the reports say, according to whom, and how to check it.

The page has no script and asks for nothing: its policy allows one style sheet, by hash. Everything that a report says is escaped. What it
carries of the publishers' words is chosen: whole texts, quotations, or hashes only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.export.exporting import Export


def chunks(export: Export) -> Iterator[str]:
    """The dossier of the one story that is exported, section by section.

    Raises:
        UsageError: where its reports have never been compared.
    """
    from accordingto.export.about import about
    from accordingto.export.dossier.page import page

    journey = next(export.journeys(), None)
    if journey is None:
        raise UsageError("the reports of this story have not been compared yet; accordingto relate does that")
    yield from page(
        journey, carried=export.carried, told=about(export.store, carried=export.carried, scope=export.scope)
    )
