"""What people see who write SQL."""

from __future__ import annotations

from sqlalchemy import text

from accordingto.store.store import Store
from tests.store.made import claimed_entry, invented_entry, unread


def flat(store: Store, view: str) -> list[dict]:
    with store.looking() as connection:
        return [dict(row._mapping) for row in connection.execute(text(f"SELECT * FROM {view} ORDER BY key"))]


def test_statements_say_according_to_whom(store: Store) -> None:
    entry = claimed_entry(url="https://ledger.example/a")
    store.put(entry)
    rows = {row["id"]: row for row in flat(store, "statements_flat")}
    assert set(rows) == {statement.id for statement in entry.reading.statements}
    for statement in entry.reading.statements:
        row = rows[statement.id]
        assert row["content"] == entry.reading.words(statement.content)
        assert (row["act"], row["factuality"]) == (statement.act.value, statement.factuality.value)
        assert (row["report"], row["run"], row["outlet"]) == (
            entry.report.id,
            entry.reading.run.id,
            entry.report.outlet.value,
        )
    market = next(row for row in rows.values() if "Rockets" in row["content"] and row["actors"])
    assert "Kharan Front" in market["actors"]
    assert "Manshar" in market["places"]
    assert bool(market["latest"])


def test_events_estimates_and_control_are_never_bare_facts(store: Store) -> None:
    entry = claimed_entry()
    store.put(entry)
    for view, records in (
        ("events_flat", entry.reading.events),
        ("estimates_flat", entry.reading.estimates),
        ("control_flat", entry.reading.control),
    ):
        rows = flat(store, view)
        assert [row["id"] for row in rows] != []
        assert {row["id"]: row["statement"] for row in rows} == {record.id: record.statement for record in records}
        assert all(row["chain"] for row in rows if row["statement"])


def test_reports_say_how_often_they_were_seen(store: Store) -> None:
    store.put(claimed_entry(where="a.txt", cases=("two", "one")))
    store.put(claimed_entry(where="b.txt"))
    store.put(unread("Nobody read this."))
    first, second = flat(store, "reports_flat")
    assert (first["sightings"], first["cases"]) == (2, "one; two")
    assert first["statements"] == len(claimed_entry().reading.statements)
    assert (second["statements"], second["run"], second["cases"]) == (0, None, None)


def test_editions_show_what_follows_what(store: Store) -> None:
    first = unread("One was killed.", url="https://ledger.example/a")
    store.put(first)
    second = unread("Two were killed.", url="https://ledger.example/a")
    store.put(second)
    (row,) = flat(store, "editions_flat")
    assert (row["report"], row["previous"], row["edition"], row["kind"]) == (
        second.report.id,
        first.report.id,
        2,
        "edition",
    )
    latest = {row["id"]: bool(row["latest"]) for row in flat(store, "reports_flat")}
    assert latest == {first.report.id: False, second.report.id: True}


def test_names_with_characters_that_no_database_holds(store: Store) -> None:
    store.put(invented_entry(where="\ud800\x00", cases=("\x00",)))
    assert flat(store, "reports_flat")[0]["cases"] == "␛0000"
