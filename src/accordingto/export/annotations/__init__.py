"""W3C Web Annotation: one annotation for each part of a statement, and for what is named and claimed, anchored in the reports' texts.

Positions are Unicode code points of the archived text, as the recommendation asks; beside them stands the quotation with what is before
and after it, so that an annotation finds its place in a text that was changed elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accordingto.export.exporting import Export


def chunks(export: Export) -> Iterator[str]:
    """The document: a page of annotations a report, and the collection of all pages."""
    from accordingto.export.about import about
    from accordingto.export.annotations.document import document

    told = about(export.store, carried=export.carried, scope=export.scope)
    yield from document(export.items(), carried=export.carried, base=export.settings.base, told=told)
