"""Reports that several people coded: as people have them, and as each coder has them."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.review.agreement import Coding, coding
from accordingto.review.apply import Applied
from accordingto.review.shown import shown_to
from accordingto.store.store import Store


def coded(store: Store, batch: str | None) -> Iterator[tuple[str, Applied]]:
    """Reports that are coded with what people decided, in the order of keeping.

    Args:
        store: the store.
        batch: only of this batch, those that all who were to code them have coded.
    """
    names = store.coded_reports() if batch is None else store.coded_together(batch)
    for name in [report for report, _ in names]:
        yield name, shown_to(store, name, None)


def codings(store: Store, batch: str) -> Iterator[Coding]:
    """Reports of a batch as each of their coders has them; those with one coder alone are left out."""
    for report, held in store.coded_together(batch):
        coders = [one.coder for one in held]
        if len(coders) > 1:
            yield coding(store.reading(report), store.decisions_of(report), coders)
