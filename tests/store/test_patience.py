"""A query of a page that takes too long is stopped on PostgreSQL, and told; elsewhere and on the command line nothing is."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from accordingto.model import TookTooLong
from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.settings import Settings

_LOCK = text("LOCK TABLE stories IN ACCESS EXCLUSIVE MODE")


def test_a_page_that_takes_too_long_is_told_and_the_next_one_is_answered(made_postgres: str) -> None:
    app = create_app(Settings(db=made_postgres, name="ada", patience=0.3))
    with TestClient(app, base_url="http://localhost") as client, Store.open(made_postgres) as other:
        with other.writing() as connection:
            connection.execute(_LOCK)
            page, twin = client.get("/stories"), client.get("/stories.json")
        assert (page.status_code, twin.status_code) == (503, 503)
        assert "This took too long" in page.text
        told = twin.json()["error"]["message"]
        assert told.startswith(
            "The store was stopped after 0.3 seconds at one query. Nothing was changed. Ask for less"
        )
        assert "accordingto serve --patience" in told
        assert client.get("/stories").status_code == 200


def test_only_who_asks_for_it_is_bounded(made_postgres: str) -> None:
    with Store.open(made_postgres) as whole, whole.looking() as connection:
        assert connection.scalar(text("SHOW statement_timeout")) == "0"
        connection.execute(text("SELECT pg_sleep(0.2)"))
    with Store.open(made_postgres, patience=0.1) as bounded, pytest.raises(TookTooLong):
        bounded.transact(lambda connection: connection.execute(text("SELECT pg_sleep(5)")))


def test_a_server_of_its_own_patience_reads_a_file_as_ever(made_sqlite: object) -> None:
    with TestClient(
        create_app(Settings(db=str(made_sqlite), name="ada", patience=0.3)), base_url="http://localhost"
    ) as client:
        assert client.get("/stories").status_code == 200
