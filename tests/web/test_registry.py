"""Every page has its twins, its template and a line about it."""

from __future__ import annotations

import json
from csv import DictReader

import pytest
from starlette.testclient import TestClient

from accordingto.web.page import Page
from accordingto.web.pages import PAGES

PLAIN = [page for page in PAGES if "{" not in page.path]


def test_names_and_paths_are_given_once():
    assert len({page.name for page in PAGES}) == len({page.path for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_what_it_is_and_what_its_columns_hold(page: Page):
    assert page.about.endswith(".")
    assert (page.rows is None) == (page.columns is None)
    assert all(about.endswith((".", "…")) for about in (page.columns or {}).values())


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.name)
def test_a_page_is_answered_in_all_its_forms(page: Page, client: TestClient):
    assert client.get(page.path).headers["content-type"] == "text/html; charset=utf-8"
    for twin in page.twins:
        got = client.get(f"{page.path}.{twin}")
        assert got.status_code == 200, got.text
        if twin == "csv":
            assert DictReader(got.text.splitlines()).fieldnames == list(page.columns or {})
        else:
            assert isinstance(json.loads(got.text), dict)


@pytest.mark.parametrize("page", PLAIN, ids=lambda page: page.name)
def test_what_a_page_does_not_know_is_told(page: Page, client: TestClient):
    got = client.get(f"{page.path}.json?colour=red")
    assert got.status_code == 400
    assert "colour: is not known here" in got.json()["error"]["message"]


def test_a_page_that_one_has_is_not_sent_again(client: TestClient):
    first = client.get("/stories")
    again = client.get("/stories", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
