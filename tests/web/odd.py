"""A store of reports that are hard to show: markup, Arabic, crossing spans, nothing known, unread, several editions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from accordingto.model import Block, BlockKind, Span
from accordingto.model.protocols import Entry
from accordingto.store.store import Store
from tests.export.invented import bare
from tests.store.made import claimed_entry, entry_of, invented_entry, unread

HOSTILE = '"><img src=x onerror=alert(1)> </title></style><script>alert(1)</script> {{ 7 * 7 }}'


def edition(words: str) -> Entry:
    """One of several editions of a report, not read."""
    entry = unread(f"{words}\n\nRead: another.", url="https://post.example/c")
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, len(words)), "test"),
        Block(BlockKind.RELATED, Span(len(words) + 2, len(entry.report.text)), "test"),
    )
    return replace(entry, report=replace(entry.report, blocks=blocks))


def odd_store(path: Path) -> dict[str, str]:
    """Ids of the reports by what is odd about them."""
    entries = {
        "invented": invented_entry(url=f"https://harbourpost.example/a?x={HOSTILE}", where=HOSTILE, cases=(HOSTILE,)),
        "claimed": claimed_entry(),
        "bare": entry_of(bare()),
        "first": edition("One was killed at the bridge."),
        "second": edition("Two were killed at the bridge."),
    }
    with Store.open(path) as store:
        for entry in entries.values():
            store.put(entry)
    return {name: entry.report.id for name, entry in entries.items()}
