"""Whatever reports say of themselves is inert on the pages of stories, and keeps its own direction; ids that went up in others lead on."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.web.odd import HOSTILE
from tests.web.read import Read

WORDS = (
    ("stories", "title"),
    ("reports", "title"),
    ("reports", "outlet"),
    ("statements", "content"),
    ("statements", "chain"),
    ("matters", "label"),
    ("occasions", "description"),
    ("quote_groups", "words"),
    ("lineage_evidence", "words"),
    ("differences", "a_value"),
)
ARABIC = "التحالف لا ينوي استهداف الجبهة"


def _changed(sample: Path, path: Path, words: str, *more: str) -> dict[str, str]:
    """A copy of the sample's store with other words in it, and ids in it."""
    shutil.copy(sample, path)
    with closing(sqlite3.connect(path)) as store, store:
        for table, column in WORDS:
            store.execute(f'update {table} set "{column}" = ?', (words,))
        for line in more:
            store.execute(line)
        ids = {
            name: store.execute(f"select id from {name} order by key limit 1").fetchone()[0]
            for name in ("stories", "matters", "quote_groups")
        }
        ids["statements"] = store.execute(
            "select s.id from relations r join statements s on s.key = r.a_key where r.kind = 'contradicts'"
        ).fetchone()[0]
    return ids


def _paths(ids: dict[str, str]) -> list[str]:
    return [
        f"/stories/{ids['stories']}",
        f"/stories/{ids['stories']}?section=lineage",
        f"/statements/{ids['statements']}",
        f"/matters/{ids['matters']}",
        f"/quotes/{ids['quote_groups']}",
        "/contradictions",
    ]


@pytest.fixture(scope="module")
def hostile(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A server whose store holds markup wherever words of reports stand."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    ids = _changed(sample, path, HOSTILE)
    with TestClient(create_app(Settings(db=str(path))), base_url="http://localhost") as made:
        yield made, ids


def test_markup_in_words_of_reports_is_inert(hostile: tuple[TestClient, dict[str, str]]):
    client, ids = hostile
    for path in _paths(ids):
        got = client.get(path)
        assert got.status_code == 200, path
        page = Read(got.text)
        assert page.count("img") == 0, path
        assert not [one for one in page.all("script") if one], path
        assert "{{ 7 * 7 }}" in got.text or path.startswith("/quotes"), path
        assert "onerror" not in {name for one in page.tree.iter() for name in one.attrib}, path


def test_words_of_reports_have_their_own_direction(sample: Path, tmp_path: Path):
    ids = _changed(sample, tmp_path / "arabic.db", ARABIC)
    with TestClient(create_app(Settings(db=str(tmp_path / "arabic.db"))), base_url="http://localhost") as client:
        for path in _paths(ids):
            page = Read(client.get(path).text)
            quoted = list(page.tree.iter("blockquote", "q"))
            assert all(one.get("dir") == "auto" for one in quoted), path
            for one in page.tree.iter():
                if (
                    isinstance(one.tag, str)
                    and ARABIC in (one.text or "")
                    and one.tag not in ("title", "desc", "tspan")
                ):
                    around = [one, *one.iterancestors()]
                    isolated = any(up.tag == "bdi" or up.get("dir") == "auto" for up in around)
                    assert isolated or "\u2068" in (one.text or ""), (path, one.tag, one.attrib)


def test_ids_that_went_up_in_others_lead_on(sample: Path, tmp_path: Path):
    ledger = (
        "insert into story_ledger (story, kind, other, at, because)"
        " select 'story-old', 'merged', id, '2024-01-01', 'rebuilt' from stories limit 1",
        "insert into group_ledger (id, change, other, at) select 'matter-old', 'merged', id, '2024-01-01' from matters limit 1",
        "insert into group_ledger (id, change, other, at) select 'quote-old', 'merged', id, '2024-01-01' from quote_groups limit 1",
    )
    _changed(sample, tmp_path / "merged.db", ARABIC, *ledger)
    with TestClient(create_app(Settings(db=str(tmp_path / "merged.db"))), base_url="http://localhost") as client:
        for path, ends in (("stories", ".csv?section=matters"), ("matters", ".json"), ("quotes", "")):
            name = {"stories": "story", "matters": "matter", "quotes": "quote"}[path]
            got = client.get(f"/{path}/{name}-old{ends}", follow_redirects=False)
            assert got.status_code == 307, path
            assert got.headers["location"].endswith(ends)
            assert "-old" not in got.headers["location"]
            assert client.get(f"/{path}/{name}-old{ends}").status_code == 200


def test_places_are_given_as_points_where_they_are_known(client: TestClient):
    ident = client.get("/stories.json").json()["stories"][0]["id"]
    features = client.get(f"/stories/{ident}.geojson").json()["features"]
    selmar = next(one for one in features if one["properties"]["name"] == "Selmar")
    assert selmar["geometry"] == {"type": "Point", "coordinates": [-121.6, -44.6]}
    assert selmar["properties"]["reports"] == 3


def test_a_story_that_was_not_compared_says_so(sample: Path, tmp_path: Path):
    _changed(sample, tmp_path / "new.db", ARABIC, "delete from travels", "update stories set changed = 1")
    with TestClient(create_app(Settings(db=str(tmp_path / "new.db"))), base_url="http://localhost") as client:
        ident = client.get("/stories.json").json()["stories"][0]["id"]
        shown = client.get(f"/stories/{ident}.json").json()
        assert "accordingto relate" in shown["notes"][0]
        assert shown["notes"][0] in client.get(f"/stories/{ident}").text
