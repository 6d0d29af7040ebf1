"""The API: its records, its document, and that nothing that may be asked of it makes it fail."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from accordingto.store.layers import FlatLayer
from accordingto.web.api.routes import add_api
from accordingto.web.app import create_app
from accordingto.web.pages import PAGES
from accordingto.web.settings import Settings


@pytest.fixture(scope="module")
def api(sample: Any) -> Any:
    """The document of a server over the sample store, and the server."""
    app = create_app(Settings(db=str(sample), name="ada"))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"host": "localhost"})


def _paths() -> list[str]:
    app = FastAPI()
    add_api(app, PAGES)
    return sorted(app.openapi()["paths"])


@pytest.mark.parametrize("path", _paths())
def test_nothing_that_is_asked_makes_the_server_fail(api: Any, path: str):
    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=api[path]["GET"].as_strategy())
    def asked(case: Any) -> None:
        case.call_and_validate(checks=checks, headers={"host": "localhost"})

    asked()


@pytest.mark.parametrize("layer", list(FlatLayer))
def test_the_pages_of_a_layer_are_the_layer(client: TestClient, layer: FlatLayer):
    whole = client.get(f"/api/v1/{layer}?limit=1000").json()
    assert whole["next"] is None
    found, after = [], None
    while True:
        asked = {"limit": 3} if after is None else {"limit": 3, "after": after}
        page = client.get(f"/api/v1/{layer}", params=asked).json()
        found += page[layer.value]
        after = page["next"]
        if after is None:
            break
    assert found == whole[layer.value]
    assert len({row["id"] for row in found}) > 4


def test_filters_hold_of_every_record(client: TestClient):
    rows = client.get("/api/v1/events?act=narrate&limit=1000").json()["events"]
    assert {row["act"] for row in rows} == {"narrate"}
    assert client.get("/api/v1/events?actor=nobody").json() == {"events": [], "next": None}


def test_spans_are_those_of_the_text(client: TestClient):
    row = client.get("/api/v1/statements?limit=1").json()["statements"][0]
    whole = client.get(f"/api/v1/reports/{row['report']}").json()["reading"]["report"]["text"]
    assert " … ".join(whole[start:end] for start, end in row["spans"]) == row["content"]


def test_an_unchanged_answer_is_not_sent_again(client: TestClient):
    first = client.get("/api/v1/statements")
    again = client.get("/api/v1/statements", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_export_is_streamed_whole(client: TestClient):
    got = client.get("/api/v1/export/csv?layer=statements")
    assert got.status_code == 200
    assert got.headers["content-disposition"] == 'attachment; filename="accordingto-statements.csv"'
    rows = list(csv.DictReader(io.StringIO(got.text)))
    listed = client.get("/api/v1/statements?limit=1000").json()["statements"]
    assert {row["id"] for row in rows if row["id"].startswith("statement-")} == {row["id"] for row in listed}


@pytest.mark.parametrize(
    "path",
    ["csv", "csv?layer=dreams", "nonsense", "csv?layer=statements&evidence=rumours", "csv?layer=events&story=none"],
)
def test_what_cannot_be_exported_is_told_before_anything_is_sent(client: TestClient, path: str):
    got = client.get(f"/api/v1/export/{path}")
    assert got.status_code in (400, 404)
    assert got.json()["error"]["message"]


def test_nothing_but_the_document_s_methods_is_answered(client: TestClient):
    assert client.post("/api/v1/statements").status_code in (403, 405)
    assert client.delete("/api/v1/reports/x").status_code in (403, 405)
