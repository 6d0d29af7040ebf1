"""Two coders who do not see each other, what they say differently, how it is settled, and groups."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from accordingto import review
from accordingto.model.review import Action
from accordingto.store.assigning import Assigning
from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.web import gates
from tests.web.test_desk import post


@pytest.fixture
def report(kept: Path) -> str:
    """A report that ada and bea have coded, one record otherwise."""
    with Store.open(kept) as store:
        name = next(iter(store.reports()))
        store.assign(Assigning("first", (name,), ("ada", "bea")), by="sami")
        reading = store.reading(name)
        first = reading.statements[0].id
        for coder, decide in (("ada", review.accept), ("bea", review.reject)):
            store.decide(decide(reading, "statements", first, by=coder, batch="first"))
            store.coded(name, by=coder, rest=Action.ACCEPT, batch="first")
    return name


@pytest.fixture
def kept(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "kept.db"))


@pytest.fixture
def desk(kept: Path, report: str) -> Iterator[TestClient]:
    app = create_app(Settings(db=str(kept), name="sami", review=True))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as made:
        yield made


def test_what_two_coders_say_differently_is_listed_with_both(desk: TestClient, report: str):
    (one,) = desk.get("/review/disputes.json").json()["disputes"]
    assert one["report"] == report
    assert {made["by"]: made["action"] for made in one["decisions"]} == {"ada": "accept", "bea": "reject"}
    page = desk.get("/review/disputes").text
    assert "1 record of which coders say different things" in page


def test_agreement_counts_where_records_are_and_what_they_say(desk: TestClient):
    shown = desk.get("/review/agreement.json?batch=first").json()
    row = next(row for row in shown["layers"] if row["layer"] == "statements")
    assert 0 < row["exact_f1"] < 1
    assert row["u_alpha"] < 1
    assert next(row for row in shown["layers"] if row["layer"] == "places")["exact_f1"] == 1.0
    assert "Unitising alpha" in desk.get("/review/agreement").text


def test_matters_are_merged_and_parted_again(desk: TestClient, kept: Path):
    with Store.open(kept, read_only=True) as store, store.looking() as connection:
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM matters ORDER BY key LIMIT 2")]
    made = post(desk, "/review/groups", action="merge", kind="matters", ids=" ".join(ids), next="/review/groups")
    assert made.status_code == 303, made.text
    (told,) = desk.get("/review/groups.json").json()["decisions"]
    assert (told["action"], set(told["ids"]), told["standing"]) == ("merge", set(ids), True)
    assert post(desk, "/review/groups/undo", key=told["key"]).status_code == 303
    assert not any(
        one["standing"] and one["action"] == "merge" for one in desk.get("/review/groups.json").json()["decisions"]
    )


def test_a_coder_does_not_see_what_others_said(shared: Any):
    for name, status in (("cody", 403), ("judy", 200)):
        client, _ = gates.signed_in(shared, name)
        for path in ("/review/disputes", "/review/agreement"):
            assert client.get(path).status_code == status
