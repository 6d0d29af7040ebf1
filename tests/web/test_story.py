"""A story's page, on the sample story."""

from __future__ import annotations

from csv import DictReader
from itertools import pairwise
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.read import Read

SWAPPED = "actor: coalition → FUF"


@pytest.fixture(scope="module")
def ident(client: TestClient) -> str:
    """Id of the story."""
    return str(client.get("/stories.json").json()["stories"][0]["id"])


@pytest.fixture(scope="module")
def story(client: TestClient, ident: str) -> dict[str, Any]:
    """Its twin."""
    return dict(client.get(f"/stories/{ident}.json").json())


@pytest.fixture(scope="module")
def page(client: TestClient, ident: str) -> Read:
    """The page."""
    return Read(client.get(f"/stories/{ident}").text)


def _swapped(story: dict[str, Any]) -> dict[str, Any]:
    groups = next(part for part in story["against"] if part["kind"] == "contradicts")["groups"]
    return next(
        dict(pair) for group in groups for pair in (group["pair"], *group["others"]) if SWAPPED in pair["headings"]
    )


def test_the_swapped_actor_is_shown_with_both_sentences_and_the_words_marked(story: dict[str, Any], page: Read):
    pair = _swapped(story)
    assert "does not intend to target the Kharan Front" in pair["a"]["text"]
    assert "Free Upland Forces (FUF) do not intend to target Kharanists" in pair["b"]["text"]
    for side, words in (("a", "coalition"), ("b", "FUF")):
        one = pair[side]
        marked = [one["text"][start:end] for start, end in one["marks"]]
        assert any(words in mark for mark in marked), marked
        assert one["text"] in page.all("blockquote")
        assert set(marked) <= set(page.all("mark"))
    assert pair["a"]["according"] == "Northwire → Owen Thackley"


def test_the_head_says_in_a_sentence_what_was_found(story: dict[str, Any], page: Read):
    assert story["head"].startswith("5 reports of 5 outlets; ")
    assert f"{story['head']}." in page.all("p")
    assert page.all("h1") == [story["title"]]


def test_a_story_says_whose_headline_it_bears(story: dict[str, Any], page: Read):
    own = next(one for one in story["reports"] if one["title"] == story["title"])
    assert any(line.endswith(f"its title is the headline of {own['number']} {own['outlet']}") for line in page.all("p"))


def test_what_is_told_stands_in_quotation_marks_for_it_is_no_fact(story: dict[str, Any], page: Read):
    quoted = set(page.all("q"))
    labels = {one["label"] for one in story["matters"]["entries"]} | {one["text"] for one in story["quotes"]["entries"]}
    bare = {label for label in labels if label not in quoted}
    assert labels - bare
    assert all(label[0] in '“„«‘"' for label in bare), bare


@pytest.mark.parametrize(
    ("at_least", "at_most", "told"),
    [(1, 1, []), (3, 3, ["2 more, of which no report says"]), (2, 4, ["at least 1 more, of which no report says"])],
)
def test_origins_without_an_occasion_are_counted(client: TestClient, at_least: int, at_most: int, told: list[str]):
    macros = client.app.state.templates.get_template("told.html").make_module({})  # type: ignore[attr-defined]
    one = {"origins": {"at_least": at_least, "at_most": at_most}, "occasions": [{"told": "a briefing"}]}
    lines = Read(macros.occasions(one)).all("li")
    assert lines[0] == "a briefing"
    assert [line.partition(" where")[0] for line in lines[1:]] == told


def test_what_contradicts_comes_before_all_else(page: Read):
    assert page.all("h2")[0].split()[1] == "contradictions"


def test_a_matter_is_told_with_its_one_origin_and_who_only_passes_it_on(story: dict[str, Any], page: Read):
    first = next(one for one in story["matters"]["entries"] if one["outlets"] == 5 and one["echoes"] == 4)
    assert first["origins"] == {"at_least": 1, "at_most": 1}
    assert first["occasions"][0]["told"].startswith("a briefing by Major General Owen Thackley")
    assert [one["outlet"] for one in first["outlets_told"] if one["echo"]] == [
        "The Harbour Post",
        "Le Courrier de l’Imbra",
        "Basin Live",
        "Meridian Monitor",
    ]
    assert first["occasions"][0]["told"] in page.all("li")


@pytest.mark.parametrize(
    ("at_least", "at_most", "told"), [(1, 2, "at least 1 origin, at most 2"), (1, 1, "1 origin"), (3, 3, "3 origins")]
)
def test_an_origin_that_is_not_sure_is_told_as_at_least(client: TestClient, at_least: int, at_most: int, told: str):
    macros = client.app.state.templates.get_template("told.html").make_module({})  # type: ignore[attr-defined]
    one = {"outlets": 4, "origins": {"at_least": at_least, "at_most": at_most}}
    assert Read(macros.origins(one)).all("strong") == [told]


def test_who_has_it_from_whom_is_drawn_and_told_in_words(story: dict[str, Any], page: Read):
    assert page.count("svg") == 2
    for edge in story["lineage"]:
        assert any(edge["how"] in line for line in page.all("li")), edge["how"]


def test_reports_are_set_side_by_side_with_what_differs_marked(client: TestClient, ident: str, story: dict[str, Any]):
    post, monitor = (one["id"] for one in story["reports"] if one["outlet"] in ("The Harbour Post", "Meridian Monitor"))
    sides = client.get(f"/stories/{ident}.json?side={post}&side={monitor}").json()["sides"]
    assert sides["chosen"] == [post, monitor]
    headings = [heading for row in sides["matters"] for one in row["found"] for heading in one["headings"]]
    assert SWAPPED in headings
    copied = sides["copies"][0]
    assert (copied["from"], copied["to"]) == (monitor, post)
    assert any(one["a"]["marks"] or one["b"]["marks"] for one in copied["passages"])
    page = Read(client.get(f"/stories/{ident}?side={post}&side={monitor}").text)
    assert page.count("del") > 0
    assert page.count("ins") > 0
    assert "Side by side what differs is marked" in page.all("h2")


def test_a_report_that_the_story_has_not_cannot_be_set_beside(client: TestClient, ident: str):
    got = client.get(f"/stories/{ident}?side=report-none&side=report-nil")
    assert got.status_code == 404
    assert "choose among those that its page lists" in got.text


def test_a_part_of_a_story_has_an_address_of_its_own(client: TestClient, ident: str, story: dict[str, Any]):
    rest = client.get(f"/stories/{ident}.json?section=matters&after=2").json()
    assert [one["id"] for one in rest["matters"]["entries"]] == [one["id"] for one in story["matters"]["entries"][2:]]
    assert rest["against"] is rest["quotes"] is None
    page = Read(client.get(f"/stories/{ident}?section=matters&after=2").text)
    assert page.all("h2") == [heading for heading in page.all("h2") if "matters" in heading]


def test_the_table_has_the_reports_with_what_each_took(client: TestClient, ident: str):
    rows = list(DictReader(client.get(f"/stories/{ident}.csv").text.splitlines()))
    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5"]
    copying = next(row for row in rows if row["outlet"] == "Meridian Monitor")
    assert copying["took"] == "copies"
    assert copying["took_from"] == next(row["id"] for row in rows if row["outlet"] == "The Harbour Post")


def test_a_story_that_there_is_not_is_told_with_what_to_do(client: TestClient):
    got = client.get("/stories/story-none")
    assert got.status_code == 404
    assert "accordingto stories lists what there is" in got.text


def test_a_report_leads_to_its_story_in_the_form_asked_for(client: TestClient, ident: str, story: dict[str, Any]):
    got = client.get(f"/stories/{story['reports'][0]['id']}.json", follow_redirects=False)
    assert got.status_code == 307
    assert got.headers["location"].endswith(f"/stories/{ident}.json")


def test_headings_go_down_a_step_at_a_time(client: TestClient, ident: str, story: dict[str, Any]):
    pair = _swapped(story)
    quote = story["quotes"]["entries"][0]["id"]
    for path in (
        f"/stories/{ident}",
        f"/statements/{pair['a']['statement']}",
        f"/quotes/{quote}",
        f"/matters/{pair['matter']}",
        "/contradictions",
    ):
        levels = Read(client.get(path).text).levels
        assert levels.count(1) == 1, path
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), (path, levels)


def test_the_interface_leads_on_within_itself(client: TestClient, ident: str, story: dict[str, Any]):
    got = client.get(f"/api/v1/stories/{story['reports'][0]['id']}", follow_redirects=False)
    assert got.headers["location"].endswith(f"/api/v1/stories/{ident}")
    assert client.get(f"/api/v1/stories/{ident}").json() == story
