"""People's decisions outlive runs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto.model import Span, UsageError
from accordingto.store.reviews import carried, orphaned, review
from accordingto.store.store import Store
from tests.store.made import claimed_entry


def test_a_review_is_carried_to_whatever_another_run_finds_there(store: Store) -> None:
    entry = claimed_entry(url="https://ledger.example/a")
    store.put(entry)
    statement = entry.reading.statements[0]
    sha = entry.report.text_sha256
    made = {"text_sha256": sha, "layer": "statements", "spans": statement.content, "by": "me", "at": "2023-03-14"}
    with store.writing() as connection:
        review(connection, decision="right", **made)
    again = replace(
        entry.reading,
        run=replace(entry.reading.run, model_sha256="f" * 64),
        statements=(replace(statement, score=0.1), *entry.reading.statements[1:]),
    )
    store.put(replace(entry, reading=again))
    reprint = claimed_entry(url="https://post.example/b")
    store.put(reprint)
    with store.looking() as connection:
        (one,) = carried(connection)
        assert (one.decision, one.spans) == ("right", tuple((s.start, s.end) for s in statement.content))
        assert one.records == ((entry.report.id, statement.id), (reprint.report.id, statement.id))
        assert list(orphaned(connection)) == []


def test_a_review_of_what_is_not_found_any_more_is_orphaned_and_stays(store: Store) -> None:
    entry = claimed_entry()
    store.put(entry)
    with store.writing() as connection:
        for layer, spans in (
            ("events", entry.reading.events[0].trigger),
            ("places", (entry.reading.places[0].span,)),
            ("estimates", entry.reading.estimates[0].span),
            ("control", entry.reading.control[0].trigger),
        ):
            review(
                connection,
                text_sha256=entry.report.text_sha256,
                layer=layer,
                spans=spans,
                decision="wrong",
                by="me",
                at="2023-03-14",
                note="\ud800",
            )
    with store.looking() as connection:
        assert list(orphaned(connection)) == []
    run = replace(entry.reading.run, model_sha256="f" * 64)
    bare = replace(entry.reading, run=run, events=(), estimates=(), control=(), places=())
    store.put(replace(entry, reading=bare))
    with store.looking() as connection:
        assert [one.layer for one in orphaned(connection)] == ["events", "places", "estimates", "control"]
    store.put(replace(entry, reading=replace(entry.reading, run=replace(run, model_sha256="e" * 64))))
    with store.looking() as connection:
        assert list(orphaned(connection)) == []


def test_a_later_review_takes_the_place_of_an_earlier_one(store: Store) -> None:
    made = {"text_sha256": "0" * 64, "layer": "statements", "spans": (Span(1, 2),), "by": "me", "at": "2023-03-14"}
    with store.writing() as connection:
        first = review(connection, decision="right", **made)
        second = review(connection, decision="wrong", supersedes=first, **made)
        with pytest.raises(UsageError, match="no review 99"):
            review(connection, decision="right", supersedes=99, **made)
        with pytest.raises(UsageError, match="cannot be reviewed"):
            review(connection, decision="right", **{**made, "layer": "moods"})
    with store.looking() as connection:
        assert [(one.key, one.decision, one.records) for one in carried(connection)] == [(second, "wrong", ())]
