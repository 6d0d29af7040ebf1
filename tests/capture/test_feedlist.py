"""Lists of feeds: TOML, OPML, addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.capture.feedlist import FEED, SETTINGS, duration, feeds_of
from accordingto.model import UsageError

TOML = """
contact = "https://desk.example/crawl"
interval = "30m"
case = "selmar"
delay = 3
per_host = 2
page_limit = "5MB"
allow_private = false

[[feed]]
url = "https://ledger.example/rss#top"
outlet = "Gulf Ledger"
interval = "2h"

[[feed]]
url = "https://coast.example/news.xml"
case = ["coast", "harbour"]
"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="Gulf">
<outline type="rss" text="Gulf Ledger" xmlUrl="https://ledger.example/rss" htmlUrl="https://ledger.example/"/>
<outline xmlurl="feed://coast.example/rss"/><outline xmlUrl="feed:https://north.example/rss"/><outline xmlUrl="ftp://old.example/rss"/>
<outline text="a folder"/></outline></body></opml>"""


def _write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_toml(tmp_path: Path) -> None:
    got = feeds_of([_write(tmp_path / "feeds.toml", TOML)])
    first, second = got.feeds
    assert (first.url, first.outlet, first.cases, first.interval) == (
        "https://ledger.example/rss",
        "Gulf Ledger",
        ("selmar",),
        7200.0,
    )
    assert (second.cases, second.interval) == (("coast", "harbour"), None)
    assert got.settings == {
        "contact": "https://desk.example/crawl",
        "interval": 1800.0,
        "delay": 3.0,
        "per_host": 2,
        "page_limit": 5 * 2**20,
        "allow_private": False,
    }


def test_opml(tmp_path: Path) -> None:
    got = feeds_of([_write(tmp_path / "feeds.opml", OPML)])
    assert [feed.url for feed in got.feeds] == [
        "https://ledger.example/rss",
        "http://coast.example/rss",
        "https://north.example/rss",
    ]
    assert "ftp://old.example/rss" in got.notes[0]


def test_a_feed_that_is_named_twice_is_one(tmp_path: Path) -> None:
    got = feeds_of([_write(tmp_path / "feeds.toml", TOML), "https://ledger.example/rss"])
    assert len(got.feeds) == 2
    assert (got.feeds[0].outlet, got.feeds[0].cases) == ("Gulf Ledger", ("selmar",))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.toml", "[[feed]]\nurl = 'https://ledger.example/'\nintervall = '2h'", "intervall.*not known.*interval"),
        ("a.toml", "[[feed]]\noutlet = 'x'", "feed 1 has no url"),
        ("a.toml", "[[feed]]\nurl = 'ledger.example'", "only http and https"),
        ("a.toml", "delay = 'soon'\n[[feed]]\nurl = 'https://ledger.example/'", "delay.*must be a time such as"),
        ("a.toml", "delay = -1", "must be a time"),
        ("a.toml", "per_host = true", "whole number"),
        ("a.toml", "page_limit = '10 GB'", "a size such as"),
        ("a.toml", 'contact = "a\\nb"', "words on one line"),
        ("a.toml", "feed = 'https://ledger.example/'", r"\[\[feed\]\]"),
        ("a.toml", "not toml", "is not TOML"),
        ("a.toml", "", "no feed is named"),
        ("a.opml", "<opml><body/></opml>", "lists no feed"),
        ("a.opml", "<opml", "is not OPML"),
        ("a.opml", '<!DOCTYPE o [<!ENTITY x "y">]><opml/>', "entities"),
        ("a.txt", "https://ledger.example/rss", "neither TOML"),
    ],
)
def test_what_is_wrong_with_a_list_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        feeds_of([_write(tmp_path / name, text)])


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be opened"):
        feeds_of([str(tmp_path / "none.toml")])
    with pytest.raises(UsageError):
        feeds_of([])
    with pytest.raises(UsageError, match="only http"):
        feeds_of(["ftp://ledger.example/rss"])


def test_durations() -> None:
    assert [duration(value) for value in (90, "90", "90s", "1.5m", "2h", "1d")] == [90, 90, 90, 90, 7200, 86400]
    for value in ("", "m", "2 weeks", True, None, "-5m"):
        with pytest.raises(ValueError, match="time"):
            duration(value)


def test_every_setting_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "watch.md").read_text(encoding="utf-8")
    for name, (kind, words) in {**SETTINGS, **FEED}.items():
        assert f"| `{name}` | {kind} | {words} |" in page
