"""A report as somebody has it before them."""

from __future__ import annotations

from accordingto.review.apply import Applied, applied
from accordingto.store.store import Store


def shown_to(store: Store, report: str, viewer: str | None) -> Applied:
    """A report with the decisions that somebody sees.

    Args:
        store: the store.
        report: id.
        viewer: whoever codes blind sees only their own; ``None`` sees everybody's.

    Raises:
        NotKept: where it is not in the store, or was kept unread.
    """
    return applied(store.reading(report), store.decisions_of(report, viewer=viewer))
