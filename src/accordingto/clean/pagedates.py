"""When a page says it was published and changed, each with where that was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accordingto.clean.dates import find_dates
from accordingto.clean.dom import text_in
from accordingto.clean.jsonld import strings
from accordingto.clean.moments import machine_moment
from accordingto.clean.page import Page
from accordingto.model import Field, Moment
from accordingto.resources.cleaning import CleanRules

REACH_BEFORE, REACH_AFTER = 4, 10
"""Segments before and after the headline among which a visible date is looked for."""
_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_ASIDE = frozenset({"aside", "nav", "footer"})
_OWN = frozenset({"header", "article"})
_APART = frozenset({"related", "furniture", "comment", "consent", "hidden", "h2", "h3", "h4", "h5", "h6"})
Source = tuple[str, str]
"""What is stated, and where."""


def published(
    page: Page, rules: CleanRules, *, heading: int | None, seen: str | None = None, url: str | None = None
) -> Field[Moment] | None:
    """When the page says it was published: metadata, then marked-up times, its address, the text around the headline.

    Args:
        page: the page.
        rules: the cleaning lexicons.
        heading: index of the headline's segment.
        seen: the day that the page was fetched, ISO 8601: nothing published later can be on it, and a date of that very day
            above the headline is today's, not the report's.
        url: the address that it was fetched from.

    Returns:
        Where only a time of change is stated, that time, and ``read_from`` says so.
    """
    day = seen[:10] if seen else None
    return (
        _first(_stated(page), rules, day)
        or _first(_time_elements(page), rules, day)
        or _in_address(page, url, heading, rules, day)
        or _visible(page, heading, rules, day)
        or _in_title(page, rules, day)
        or _first(_changed(page), rules, day)
    )


def updated(page: Page, rules: CleanRules, *, seen: str | None = None) -> Field[Moment] | None:
    """When the page says it was changed last."""
    return _first(_changed(page), rules, seen[:10] if seen else None)


def _stated(page: Page) -> Iterator[Source]:
    for value in strings(page.article.get("datePublished")):
        yield value, "json-ld:datePublished"
    if not page.article.get("datePublished"):
        for node in page.nodes:
            for value in strings(node.get("datePublished")):
                yield value, "json-ld:datePublished"
    for name in page.rules.meta["published"]:
        for value in page.meta.get(name, []):
            yield value, f"meta:{name}"
    for value in strings(page.article.get("dateCreated")):
        yield value, "json-ld:dateCreated"
    yield from _marked_up(page, "datepublished")


def _changed(page: Page) -> Iterator[Source]:
    for value in strings(page.article.get("dateModified")):
        yield value, "json-ld:dateModified"
    for name in page.rules.meta["updated"]:
        for value in page.meta.get(name, []):
            yield value, f"meta:{name}"
    yield from _marked_up(page, "datemodified")


def _first(sources: Iterable[Source], rules: CleanRules, seen: str | None) -> Field[Moment] | None:
    """The first that can be read and does not lie ahead; one with a clock time is preferred to a bare day on the same day."""
    read = [
        Field(moment, where)
        for value, where in sources
        if (moment := machine_moment(value, rules)) and moment.date and not _ahead(moment, seen)
    ]
    if not read:
        return None
    day = read[0].value.date
    same = (field for field in read if field.value.date == day)
    return max(same, key=lambda f: (len(f.value.local) > 10, f.value.offset is not None))


def _ahead(moment: Moment, seen: str | None) -> bool:
    """Whether a moment lies after the day the page was seen; one day is left for zones."""
    from datetime import date, timedelta

    if seen is None or moment.date is None:
        return False
    try:
        return date.fromisoformat(moment.date) > date.fromisoformat(seen) + timedelta(days=1)
    except ValueError:
        return True  # no day of the calendar


def _marked_up(page: Page, itemprop: str) -> list[Source]:
    found = []
    for element in page.dated:
        if itemprop in (element.get("itemprop") or "").lower().split():
            value = element.get("datetime") or element.get("content") or element.get("title") or text_in(element)
            found.append((" ".join(value.split()), f"itemprop:{itemprop}"))
    return found


def _time_elements(page: Page) -> list[Source]:
    """``time`` elements outside of lists of other articles; a list in the article's own header is none."""
    kept = []
    for element in page.dated:
        if element.tag == "time" and element.get("datetime"):
            around = {at.tag for at in element.iterancestors()}
            if not around & _ASIDE and ("li" not in around or around & _OWN):
                kept.append((element.get("datetime"), "time[datetime]"))
    return kept[:3]


def _in_address(
    page: Page, url: str | None, heading: int | None, rules: CleanRules, seen: str | None
) -> Field[Moment] | None:
    """The day in the page's own address; a clock time that stands beside the headline on that day goes with it."""
    for address in (page.links.get("canonical"), next(iter(page.meta.get("og:url", [])), None), url):
        match = _ADDRESS.search(address or "")
        if match:
            found = Field(Moment("-".join(match.groups()), None), "url")
            beside = _visible(page, heading, rules, seen)
            if beside and beside.value.date == found.value.date:
                return beside
            return None if _ahead(found.value, seen) else found
    return None


def _in_title(page: Page, rules: CleanRules, seen: str | None) -> Field[Moment] | None:
    """A date behind the last separator of the page's ``title``."""
    tail = re.split(r"\s[|–—·-]\s", page.html_title)[1:][-1:]
    for dated in find_dates(tail[0], rules) if tail else ():
        if dated.moment and dated.moment.date and not _ahead(dated.moment, seen):
            return Field(dated.moment, "title")
    return None


def _visible(page: Page, heading: int | None, rules: CleanRules, seen: str | None) -> Field[Moment] | None:
    """A date in the visible text around the headline."""
    if heading is None:
        return None
    for i in range(max(0, heading - REACH_BEFORE), min(len(page.segments), heading + REACH_AFTER)):
        segment = page.segments[i]
        if len(segment.text) >= 120 or segment.marks & _APART:
            continue
        for dated in find_dates(segment.text, rules):
            moment = dated.moment
            if not moment or not moment.date or rules.updated.search(segment.text[: dated.start]):
                continue
            today = i < heading and moment.date == seen
            if not today and not _ahead(moment, seen):
                return Field(moment, "text:visible")
    return None
