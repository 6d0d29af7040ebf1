"""The list of stories."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_the_story_of_the_sample_is_told_with_what_was_found(client: TestClient):
    (story,) = client.get("/stories.json").json()["stories"]
    assert (story["reports"], story["outlets"]) == (5, 5)
    assert client.get("/stories.csv").text.splitlines()[1].startswith(story["id"])
    assert story["title"] in client.get("/stories").text


def test_stories_are_narrowed_by_place_actor_case_and_days(client: TestClient):
    def ids(query: str) -> int:
        return len(client.get(f"/stories.json?{query}").json()["stories"])

    assert ids("case=crossing&since=2023&place=") == 1
    assert ids("until=1999") == ids("place=Atlantis") == ids("actor=nobody") == 0


def test_the_list_goes_on_after_its_last_story(client: TestClient):
    story = client.get("/stories.json").json()["stories"][0]["id"]
    assert client.get(f"/stories.json?after={story}").json()["stories"] == []
    assert client.get("/stories.json?after=story-none").status_code == 404


def test_a_day_that_is_none_is_told(client: TestClient):
    got = client.get("/stories?since=yesterday")
    assert got.status_code == 400
    assert "<p>since: write a day as 2023-03-13" in got.text
