"""What is tampered with is found, each kind of it, on both databases."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update
from typer.testing import CliRunner

from accordingto.cli.main import app
from accordingto.model import sha256
from accordingto.store.schema import metadata
from accordingto.store.store import Store
from accordingto.store.verify import findings, total
from tests.store.made import claimed_entry, invented_entry, unread

T = metadata.tables


def found(store: Store) -> set[str]:
    return {finding.kind for finding in findings(store)}


@pytest.fixture
def full(store: Store) -> Store:
    """A store with reports read and unread, editions, and texts that no database can hold."""
    store.put(claimed_entry(url="https://ledger.example/a", cases=("one",)))
    store.put(invented_entry(url="https://post.example/b"))
    store.put(unread("One was killed.", url="https://post.example/c"))
    store.put(unread("Two \ud800 were killed.", url="https://post.example/c", where="\udcff"))
    return store


def test_nothing_is_wrong_with_what_was_put(full: Store) -> None:
    steps: list[None] = []
    assert list(findings(full, lambda: steps.append(None))) == []
    assert len(steps) == total(full) == 8


def change(table: str, **values: object) -> Callable[[Connection], None]:
    """Change the first row of a table."""

    def work(connection: Connection) -> None:
        found = T[table]
        first = found.primary_key.columns[0]
        lowest = connection.scalar(select(first).order_by(first).limit(1))
        connection.execute(update(found).where(first == lowest).values(**values))

    return work


def repack(table: str, change: Callable[[dict], object]) -> Callable[[Connection], None]:
    """Change a record and its hash with it, as somebody would who covers up."""

    def work(connection: Connection) -> None:
        row = connection.execute(select(T[table]).limit(1)).one()
        plain = json.loads(zlib.decompress(row.record))
        change(plain)
        data = json.dumps(plain, separators=(",", ":")).encode()
        key = T[table].primary_key.columns[0]
        values = {"record": zlib.compress(data), "record_sha256": sha256(data)}
        connection.execute(update(T[table]).where(key == row[0]).values(**values))

    return work


def shift(plain: dict) -> None:
    plain["statements"][0]["content"] = [[10**6, 10**6 + 5]]


def reword(plain: dict) -> None:
    plain["places"][0]["toponym"] = "Elsewhere"


def drop(table: str) -> Callable[[Connection], None]:
    def work(connection: Connection) -> None:
        first = T[table].primary_key.columns[0]
        lowest = connection.scalar(select(first).order_by(first).limit(1))
        connection.execute(delete(T[table]).where(first == lowest))

    return work


def twice(connection: Connection) -> None:
    row = connection.execute(select(T["links"]).limit(1)).one()
    connection.execute(insert(T["links"]), [{**row._mapping, "position": 99}])


DAMAGES = {
    "bytes": (change("captures", data=b"x", compression="none"), "capture"),
    "bytes that cannot be unpacked": (change("captures", data=b"x", compression="zlib"), "capture"),
    "hash of bytes": (change("captures", sha256="0" * 64), "capture"),
    "size": (change("captures", size=1), "capture"),
    "sighting": (change("sightings", place="elsewhere"), "capture"),
    "address": (change("works", address="https://elsewhere.example/"), "address"),
    "text": (change("reports", text="Nobody was hurt."), "report"),
    "hash of text": (change("reports", text_sha256="0" * 64), "report"),
    "record of report": (change("reports", record=zlib.compress(b"{}")), "report"),
    "record that is no record": (change("reports", record=b"no"), "report"),
    "date": (change("reports", published_day="1999-01-01"), "report"),
    "outlet": (change("reports", outlet="Other Post"), "report"),
    "block": (change("blocks", kind="paragraph"), "block"),
    "blocks": (repack("reports", lambda plain: plain["blocks"].pop()), "block"),
    "record of reading": (change("readings", record=zlib.compress(b'{"actors":[]}')), "reading"),
    "damaged reading": (change("readings", record=b"no"), "reading"),
    "span": (repack("readings", shift), "quotation"),
    "toponym": (repack("readings", reword), "quotation"),
    "run": (change("runs", model_sha256="0" * 64), "reading"),
    "words of a statement": (change("statements", content="We surrender."), "row"),
    "act": (change("statements", act="deny"), "row"),
    "voice": (change("links", name="Nobody"), "row"),
    "lost voice": (drop("links"), "row"),
    "voice too many": (twice, "row"),
    "event": (change("events", type="AID"), "row"),
    "lost event": (drop("events"), "row"),
    "part": (change("event_parts", name="Nobody"), "row"),
    "victims": (change("event_victims", low=0), "row"),
    "estimate": (change("estimates", low=0), "row"),
    "control": (change("control", status="loses"), "row"),
    "place": (change("places", latitude=0.0), "row"),
    "time": (change("times", value="1999"), "row"),
    "mention": (change("mentions", head="Nobody"), "row"),
    "entity": (change("entities", name="Nobody"), "row"),
    "named": (change("statement_actors", folded="nobody"), "row"),
    "actor": (change("actors", name="Nobody"), "actor"),
    "lost actor": (drop("report_actors"), "row"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found(full: Store, name: str) -> None:
    work, kind = DAMAGES[name]
    with full.writing() as connection:
        work(connection)
    assert kind in found(full), name


def test_a_row_that_refers_to_nothing_is_found(full: Store) -> None:
    with full.engine.connect() as connection:
        if full.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(update(T["case_reports"]).values(case_key=10**6))
        if full.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        else:
            connection.commit()
    assert "reference" in found(full)


def test_the_command_says_what_no_longer_matches(database: str) -> None:
    with Store.open(database) as store:
        entry = claimed_entry()
        store.put(entry)
        whole = CliRunner().invoke(app, ["verify", "--db", database])
        assert (whole.exit_code, whole.stdout) == (0, "")
        assert "2 captures and reports checked; all match" in whole.stderr
        with store.writing() as connection:
            connection.execute(update(T["statements"]).values(content="We surrender."))
    listed = CliRunner().invoke(app, ["verify", "--db", database])
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    assert listed.exit_code == 3
    assert {(row["type"], row["kind"], row["where"]) for row in rows} == {("finding", "row", entry.report.id)}
    shown = CliRunner().invoke(app, ["verify", "--db", database, "--format", "text"])
    assert "We surrender." in shown.stdout


def test_there_must_be_a_store(tmp_path) -> None:
    got = CliRunner().invoke(app, ["verify", "--db", str(tmp_path / "none.db")])
    assert got.exit_code == 2
    assert "there is no store at" in got.stderr
