"""A report: its text as archived, who says what, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from csv import DictReader
from itertools import pairwise

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from accordingto.export.schema import schema
from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.export.invented import ARABIC, HEADLINE, KINDS
from tests.export.test_html import Parsed
from tests.web.odd import HOSTILE, odd_store


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A server of odd reports, and their ids."""
    path = tmp_path_factory.mktemp("odd") / "odd.db"
    ids = odd_store(path)
    with TestClient(create_app(Settings(db=str(path), name="ada")), base_url="http://localhost") as made:
        yield made, ids


def sample_reports(client: TestClient) -> dict[str, str]:
    """Ids of the sample's reports by outlet."""
    story = client.app.state.stores  # type: ignore[attr-defined]
    with story.taken() as store:
        return {str(store.report(one).outlet.value): one for one in store.reports()}


@pytest.fixture(scope="module")
def monitor(client: TestClient) -> str:
    """The report that rewrites who will not go on."""
    return sample_reports(client)["Meridian Monitor"]


def test_the_twin_is_the_reading_as_it_is_documented(client: TestClient, monitor: str):
    told = client.get(f"/reports/{monitor}.json").json()
    Draft202012Validator(schema()).validate({"type": "readings", "readings": [told["reading"]], "failures": []})
    assert told["read"]
    assert told["reading"]["report"]["id"] == told["id"] == monitor


def test_page_and_twins_say_the_same(client: TestClient, monitor: str):
    told = client.get(f"/reports/{monitor}.json").json()
    page = client.get(f"/reports/{monitor}").text
    ids = [one["id"] for one in told["reading"]["statements"]]
    assert set(ids) <= set(Parsed(page).all("id"))
    assert [row["id"] for row in DictReader(client.get(f"/reports/{monitor}.csv").text.splitlines())] == ids
    features = client.get(f"/reports/{monitor}.geojson").json()["features"]
    assert [one["id"] for one in features] == [one["id"] for one in told["reading"]["places"]]
    assert told["story"]["title"] in page
    for one in (*told["took"]["rows"], *told["gave"]["rows"]):
        assert f'href="/reports/{one["report"]}"' in page if one["report"] else one["target"] in page


def test_what_the_sample_shows(client: TestClient, monitor: str):
    told = client.get(f"/reports/{monitor}.json").json()
    (copied,) = [one for one in told["took"]["rows"] if one["kind"] == "copies"]
    assert copied["outlet"] == "The Harbour Post"
    assert 0.3 < copied["share"] < 0.8
    slots = [d for one in told["against"]["statements"] for o in one["others"] for d in o["differences"]]
    assert any(d["slot"] == "actor" and "Free Upland Forces" in d["here"] for d in slots)


def test_every_link_inside_the_page_leads_somewhere(client: TestClient, monitor: str):
    parsed = Parsed(client.get(f"/reports/{monitor}").text)
    ids = parsed.all("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in parsed.all("href") if href.startswith("#")} <= set(ids)


def test_the_page_needs_neither_script_nor_inline_style(client: TestClient, monitor: str):
    page = client.get(f"/reports/{monitor}").text
    assert not Parsed(page).all("style")
    assert "<style" not in page
    assert not [name for _, attributes in Parsed(page).elements for name in attributes if name.startswith("on")]
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    assert all(client.get(one).headers["content-type"].startswith("text/css") for one in sheets)


def test_the_sheet_lights_up_each_statement_and_is_made_of_numbers_alone(client: TestClient, monitor: str):
    statements = client.get(f"/reports/{monitor}.json").json()["reading"]["statements"]
    page = client.get(f"/reports/{monitor}").text
    (address,) = re.findall(r'href="(/style/lit-\d+\.css)"', page)
    css = client.get(address).text
    assert all(f".k-{number}{{--on" in css for number in range(1, len(statements) + 1))
    assert re.fullmatch(
        r"(\.k:has\(\.k-\d+:is\(:hover,:focus-within,:focus,:target\)\) \.k-\d+\{--on:var\(--hot\)\}\n)+", css
    )
    assert len(client.get("/style/lit-99999999.css").text) < 2_000_000


def test_the_text_stands_as_archived_with_crossing_and_nested_spans(odd: tuple[TestClient, dict[str, str]]):
    client, ids = odd
    page = client.get(f"/reports/{ids['invented']}").text
    parsed = Parsed(page)
    assert parsed.texts == [words for words, _ in KINDS]
    crossing = re.findall(r'<span class="s c c2 k-\d+ k-\d+" title="[^"]*">(.*?)</span>', page)
    assert "the Asur" in [re.sub(r"<[^>]*>", "", one) for one in crossing]
    assert 'class="src' in page
    assert 'class="cue' in page


def test_whatever_a_report_says_is_inert(odd: tuple[TestClient, dict[str, str]]):
    client, ids = odd
    page = client.get(f"/reports/{ids['invented']}").text
    parsed = Parsed(page)
    assert not {"img", "style"} & {tag for tag, _ in parsed.elements}
    scripts = [attributes for tag, attributes in parsed.elements if tag == "script"]
    assert all(
        attributes["src"].startswith("/assets/page-") for attributes in scripts
    )  # the page's own, where it was built
    assert not [name for _, attributes in parsed.elements for name in attributes if name.startswith("on")]
    assert parsed.texts[0] == HEADLINE
    assert "49" not in re.sub(r"[0-9a-f]{20,}", "", page[page.index("<main") :])
    assert client.get(f"/reports/{ids['invented']}.json").json()["cases"] == [HOSTILE]
    assert all(not href.lower().startswith(("javascript:", "data:")) for href in parsed.all("href"))


def test_headings_go_down_one_by_one_from_the_headline(
    odd: tuple[TestClient, dict[str, str]], client: TestClient, monitor: str
):
    pages = [odd[0].get(f"/reports/{one}").text for one in odd[1].values()] + [client.get(f"/reports/{monitor}").text]
    for page in pages:
        levels = [int(level) for level in re.findall(r"<h(\d)", page)]
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))


def test_arabic_keeps_its_direction(odd: tuple[TestClient, dict[str, str]]):
    client, ids = odd
    page = client.get(f"/reports/{ids['invented']}").text
    assert re.search(r'<p dir="auto">[^\n]*لن تنسحب', page)
    assert ARABIC in Parsed(page).texts


def test_a_report_of_which_nothing_is_known_is_shown(odd: tuple[TestClient, dict[str, str]]):
    client, ids = odd
    page = client.get(f"/reports/{ids['bare']}").text
    assert "outlet not known" in page
    assert "date not known" in page
    assert "no statements found" in page
    assert client.get(f"/reports/{ids['bare']}.json").json()["story"] is None
    assert "lit-" not in page


def test_a_report_that_was_not_read_shows_its_text_and_its_editions(odd: tuple[TestClient, dict[str, str]]):
    client, ids = odd
    page = client.get(f"/reports/{ids['first']}").text
    assert "One was killed at the bridge." in page
    assert "was not read yet" in page
    assert "no statements found" not in page
    assert f'<a href="/reports/{ids["second"]}">number 2</a>' in page
    told = client.get(f"/reports/{ids['second']}.json").json()
    assert (told["read"], told["edition"], len(told["editions"])) == (False, 2, 2)


def test_a_story_of_one_report_offers_nothing_to_set_beside_it(odd: tuple[TestClient, dict[str, str]]):
    client, _ = odd
    buttons = {
        one["reports"]: client.get(f"/stories/{one['id']}").text
        for one in client.get("/stories.json").json()["stories"]
    }
    assert {reports: "choose two to four" in page for reports, page in buttons.items()} == {1: False, 2: True}
    assert {reports: "<button data-key=" in page for reports, page in buttons.items()} == {1: False, 2: True}


def test_a_report_that_is_not_kept_is_told(client: TestClient):
    got = client.get("/reports/report-none")
    assert got.status_code == 404
    assert "there is no report report-none in this store" in got.text
    assert client.get("/reports/report-none.json").json()["error"]["status"] == 404
    assert HOSTILE not in client.get(f"/reports/{HOSTILE.replace('/', '')}").text


def test_editions_stand_side_by_side(odd: tuple[TestClient, dict[str, str]]):
    client, ids = odd
    told = client.get(f"/reports/{ids['first']}/editions.json").json()
    assert (told["old"]["report"], told["new"]["report"]) == (ids["first"], ids["second"])
    (changed,) = told["sentences"]
    assert (changed["old_text"], changed["new_text"]) == (
        "One was killed at the bridge.",
        "Two were killed at the bridge.",
    )
    page = client.get(f"/reports/{ids['second']}/editions").text
    assert re.search(r"<del>One was</del> killed at", page)
    assert re.search(r"<ins>Two were</ins> killed at", page)
    rows = list(DictReader(client.get(f"/reports/{ids['first']}/editions.csv").text.splitlines()))
    assert [(row["what"], row["change"]) for row in rows] == [("sentence", "changed")]
    assert client.get(f"/reports/{ids['first']}/editions?new=9").status_code == 404
    assert "no address" in client.get(f"/reports/{ids['bare']}/editions").text
    assert client.get(f"/reports/{ids['invented']}/editions").status_code == 404
