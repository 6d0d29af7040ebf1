"""The entries of a live blog on a page: which text belongs to which, and when each was written.

No class names are needed: an entry is what a time stamp shares with prose and with no other time stamp.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from accordingto.clean.dates import find_dates
from accordingto.clean.dom import Segment, prosy, text_in, upwards
from accordingto.clean.jsonld import Node, strings
from accordingto.clean.moments import machine_moment
from accordingto.clean.page import Page
from accordingto.clean.shapes import key_of
from accordingto.model import Moment
from accordingto.resources.cleaning import CleanRules

MIN_ENTRIES = 3
"""Time stamps with prose of their own from which a page is a live blog; lists of other pieces have links instead of prose."""
MIN_SHARE = 0.5
"""Share of the page's prose that the entries must hold."""
MAX_ONE = 0.6
"""Share of the entries' prose from which one is the article and the others announce pieces beside it."""
MAX_STAMP = 60
"""Characters of a visible time stamp."""
MIN_KEY = 20
"""Letters of a stated update by which the entry is told that it is."""
_STAMPS = ("data-timestamp", "data-time", "data-date", "data-published", "data-datetime")
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s*\(?(?:GMT|UTC|CES?T|E[SD]T|BST|MSK|Uhr|local)\)?)?", re.I
)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One entry: its element and when it was written, where the page states more than a clock time."""

    element: Any
    at: Moment | None


def entries(page: Page, rules: CleanRules) -> dict[int, Entry]:
    """The entry of each segment that stands in one; empty where a page is no live blog."""
    segments = page.segments
    stamps = [*_timed(page), *(s.parent for s in segments if clock_stamp(s))]
    if len({id(stamp) for stamp in stamps}) < MIN_ENTRIES:
        return {}
    prose = [s for s in segments if prosy(s) and "comment" not in s.marks]
    around = {at for s in prose for at in upwards(s.parent)}
    holders: dict[Any, list[Any]] = {}
    for stamp in stamps:
        holder = next((at for at in upwards(stamp) if at in around), None)
        if holder is not None:
            holders.setdefault(holder, []).append(stamp)
    inner = [h for h in holders if not any(other is not h and _inside(other, h) for other in holders)]
    if len(inner) < MIN_ENTRIES:
        return {}
    stated = _stated(page.article, rules)
    found = {id(h): Entry(h, _moment(holders[h], rules)) for h in inner}
    placed = {i: entry for i, s in enumerate(segments) if (entry := _of(s, found))}
    held: Counter[int] = Counter()
    for i, entry in placed.items():
        held[id(entry)] += segments[i].size if prosy(segments[i]) else 0
    if held.total() < MIN_SHARE * sum(s.size for s in prose) or max(held.values()) > MAX_ONE * held.total():
        return {}
    return _completed(segments, placed, stated) if stated else placed


def clock_stamp(segment: Segment) -> bool:
    """Whether a segment is a time stamp: marked as one, or nothing but a clock time."""
    if len(segment.text) > MAX_STAMP:
        return False
    return _CLOCK.fullmatch(segment.text) is not None or (
        "time" in segment.marks and _CLOCK.search(segment.text) is not None
    )


def clocked(text: str) -> bool:
    """Whether a heading opens with a clock time: ``11.04 Uhr: Convoy leaves Brod``."""
    match = _CLOCK.match(text)
    return match is not None and text[match.end() :][:1] in ("", " ", ":", "\u00a0", ",", "–", "—", "-", "|")


def _timed(page: Page) -> list[Any]:
    marked = [e for e in page.dated if e.tag == "time" and e.get("datetime")]
    named = [e for key in _STAMPS for e in page.tree.xpath(f"//*[@{key}]")]
    return marked + named


def _inside(element: Any, holder: Any) -> bool:
    return any(at is holder for at in upwards(element))


def _of(segment: Segment, found: dict[int, Entry]) -> Entry | None:
    return next((found[id(at)] for at in upwards(segment.parent) if id(at) in found), None)


def _moment(stamps: list[Any], rules: CleanRules) -> Moment | None:
    """The first time stated in full among an entry's stamps: the others say when it was changed."""
    for stamp in stamps:
        for key in ("datetime", *_STAMPS):
            moment = machine_moment(stamp.get(key) or "", rules) if stamp.get(key) else None
            if moment and moment.date:
                return moment
    for stamp in stamps:
        for dated in find_dates(text_in(stamp)[: 2 * MAX_STAMP], rules):
            if dated.moment and len(dated.moment.local) > 10:
                return dated.moment
    return None


def _stated(article: Node, rules: CleanRules) -> list[tuple[str, Moment]]:
    """Keys of the headlines and first words of the updates in JSON-LD, with their times."""
    updates = article.get("liveBlogUpdate")
    made = []
    for update in updates if isinstance(updates, list) else [updates]:
        if isinstance(update, dict):
            times = [machine_moment(text, rules) for text in strings(update.get("datePublished"))]
            for text in (*strings(update.get("headline")), *strings(update.get("articleBody"))):
                key = key_of(text)[:80]
                if times and times[0] and times[0].date and len(key) >= MIN_KEY:
                    made.append((key, times[0]))
    return made


def _completed(segments: list[Segment], placed: dict[int, Entry], stated: list[tuple[str, Moment]]) -> dict[int, Entry]:
    """Give entries without a full time of their own the one that JSON-LD states for their text."""
    texts: dict[int, str] = {}
    for i, entry in placed.items():
        texts[id(entry)] = texts.get(id(entry), "") + key_of(segments[i].text)
    made: dict[int, Entry] = {}
    for entry in {id(e): e for e in placed.values()}.values():
        at = entry.at or next((moment for key, moment in stated if key in texts[id(entry)]), None)
        made[id(entry)] = Entry(entry.element, at)
    return {i: made[id(entry)] for i, entry in placed.items()}
