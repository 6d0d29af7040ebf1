"""JSON-LD: reports, statements and how they travelled in the terms of schema.org and PROV-O, with our own where these have none.

The context is embedded, so that nothing is fetched to read it. A claim always stands under who says so: its chain of voices with act and
commitment, and the report in which it appears. There is no ``ClaimReview`` and no rating, and there never will be.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accordingto.export.exporting import Export


def chunks(export: Export) -> Iterator[str]:
    """The document, node by node."""
    from accordingto.export.about import about
    from accordingto.export.linked.document import document

    told = about(export.store, carried=export.carried, scope=export.scope)
    yield from document(export.items(), export.journeys(), carried=export.carried, base=export.settings.base, told=told)
