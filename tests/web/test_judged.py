"""What people decided on statements, where the statements are read: on their own pages and those of stories, matters and quotations."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from starlette.testclient import TestClient

from accordingto import review
from accordingto.model.people import Role
from accordingto.store.assigning import Assigning
from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.settings import Settings


@pytest.fixture
def kept(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "kept.db"))


@pytest.fixture
def desk(kept: Path) -> Iterator[TestClient]:
    app = create_app(Settings(db=str(kept), name="sami", review=True))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as made:
        yield made


@pytest.fixture
def story(desk: TestClient) -> str:
    return f"/stories/{desk.get('/stories.json').json()['stories'][0]['id']}"


@pytest.fixture
def teller(desk: TestClient, story: str) -> dict[str, Any]:
    """The first statement that the story's page shows of its first matter, with the id of the matter."""
    matter = desk.get(f"{story}.json").json()["matters"]["entries"][0]
    return {**matter["outlets_told"][0]["reports"][0], "matter": matter["id"]}


def decide(kept: Path, teller: dict[str, Any], how: str, *fields: Any, **more: Any) -> None:
    with Store.open(kept) as store:
        make = getattr(review, how)
        store.decide(make(store.reading(teller["report"]), "statements", teller["statement"], *fields, **more))


def everywhere(desk: TestClient, story: str, teller: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a statement on the pages of its story and its matter, and of pairs that it stands in."""
    found: list[dict[str, Any]] = []

    def walk(shown: Any) -> None:
        if isinstance(shown, dict):
            if shown.get("statement") == teller["statement"] and "decided" in shown:
                found.append(shown)
            for one in shown.values():
                walk(one)
        elif isinstance(shown, list):
            for one in shown:
                walk(one)

    for path in (f"{story}.json", f"/matters/{teller['matter']}.json", "/contradictions.json?limit=100"):
        walk(desk.get(path).json())
    return found


def test_a_rejected_statement_is_marked_wherever_it_stands(desk: TestClient, kept: Path, story: str, teller: Any):
    plain = everywhere(desk, story, teller)
    assert plain
    assert all(row["decided"] is None for row in plain)
    decide(kept, teller, "reject", by="Nura", note="a misreading")
    rows = everywhere(desk, story, teller)
    assert len(rows) == len(plain)
    assert {(row["decided"]["action"], row["decided"]["by"]) for row in rows} == {("reject", "Nura")}
    for path in (story, f"/matters/{teller['matter']}"):
        assert "rejected by <bdi>Nura</bdi>" in desk.get(path).text
    shown = desk.get(f"/statements/{teller['statement']}.json").json()
    assert (shown["decided"]["action"], shown["decided"]["note"], shown["read"]) == ("reject", "a misreading", None)
    page = desk.get(f"/statements/{teller['statement']}").text
    assert "Rejected by <bdi>Nura</bdi>" in page
    assert "a misreading" in page


def test_a_corrected_statement_is_shown_as_corrected_and_as_it_was_read(
    desk: TestClient, kept: Path, story: str, teller: Any
):
    decide(kept, teller, "correct", {"act": "deny"}, by="Nura")
    telling = next(row for row in everywhere(desk, story, teller) if "act" in row)
    assert (telling["act"], telling["decided"]["action"]) == ("deny", "correct")
    shown = desk.get(f"/statements/{teller['statement']}.json").json()
    assert shown["statement"]["act"] == "deny"
    assert shown["read"]["act"] == teller["act"] != "deny"
    assert "corrected by <bdi>Nura</bdi>" in desk.get(story).text
    assert "it stands here as corrected" in desk.get(f"/statements/{teller['statement']}").text


def test_a_correction_of_its_words_is_shown_with_these(desk: TestClient, kept: Path, story: str, teller: Any):
    start, end = teller["spans"][0]
    decide(kept, teller, "correct", {"content": [[start, end - 4]]}, by="Nura")
    telling = next(row for row in everywhere(desk, story, teller) if "act" in row)
    assert telling["spans"] == [[start, end - 4]]
    assert telling["text"] == teller["text"][: len(telling["text"])] != teller["text"]


def test_an_adjudicator_counts_and_coders_who_differ_are_told(desk: TestClient, kept: Path, story: str, teller: Any):
    decide(kept, teller, "accept", by="Nura", role=Role.CODER)
    decide(kept, teller, "reject", by="Lio", role=Role.CODER)
    assert {row["decided"]["disputed"] for row in everywhere(desk, story, teller)} == {True}
    decide(kept, teller, "accept", by="Judy", role=Role.ADJUDICATOR)
    made = {(row["decided"]["by"], row["decided"]["disputed"]) for row in everywhere(desk, story, teller)}
    assert made == {("Judy", False)}
    assert "Accepted by <bdi>Judy</bdi> (adjudicator)" in desk.get(f"/statements/{teller['statement']}").text


def test_who_codes_blind_sees_no_decision_of_another(desk: TestClient, kept: Path, story: str, teller: Any):
    decide(kept, teller, "reject", by="Nura")
    with Store.open(kept) as store:
        store.assign(Assigning("first", (teller["report"],), ("sami", "Nura")), by="Judy")
    assert all(row["decided"] is None for row in everywhere(desk, story, teller))
    assert desk.get(f"/statements/{teller['statement']}.json").json()["decided"] is None


def test_a_page_asks_once_for_all_decisions(kept: Path, desk: TestClient, story: str, teller: Any):
    """Of a store without any it only asks whether there are some."""
    asked: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        counts = []
        for many in (0, 3):
            with Store.open(kept) as store:
                reading = store.reading(teller["report"])
                for one in reading.statements[:many]:
                    store.decide(review.reject(reading, "statements", one.id, by="Nura"))
            asked.clear()
            desk.get(f"{story}.json")
            counts.append(len(asked))
            decisions = [one for one in asked if "reviews" in one]
            assert len(decisions) == (1 if not many else 2), decisions
        assert counts[1] - counts[0] <= 2
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
