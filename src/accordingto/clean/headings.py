"""What a page calls itself: its title in the publisher's form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from accordingto.clean.jsonld import strings
from accordingto.clean.outlets import outlet
from accordingto.clean.page import Page
from accordingto.clean.shapes import key_of
from accordingto.model import Field

_TAIL = re.compile(r"(?:\s+(?:[|–—»·•/]|-{1,2}|::)\s+|\s*[：|]\s*)([^|–—»·•：]{2,60})$")
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
MIN_WORDS = 2
"""Words of a heading below which it is a section or the site's name."""
_KICKED = re.compile(r"[^:|–—]{2,60}(?::|\s[|–—-])\s$")
"""A kicker before a headline, as far as its separator."""
MIN_TITLE = 12
"""Characters of a repeated title; shorter ones are sections and the site's name."""
MIN_CUT = 20
"""Characters before an ellipsis that a longer form must begin with to be the same title."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a page is called, and where that stands on it."""

    title: Field[str] | None
    known: frozenset[str]
    """Keys of all forms of the title."""
    site: frozenset[str]
    """Keys of the names of the site."""
    heading: int | None
    """Index of the headline's segment."""


def read_names(page: Page) -> Names:
    """The title of a page, the forms it has there, and its place."""
    site = site_keys(page)
    found = titles(page, site)
    known = frozenset(key_of(field.value) for field in found)
    return Names(_title(found), known, site, heading_of(page, known))


def titles(page: Page, site: frozenset[str]) -> list[Field[str]]:
    """What the page calls itself, most trusted first; the name of the site cut off where it hangs behind."""
    found = [field for field in _raw_titles(page) if field.value.strip()]
    stated = {key_of(field.value) for field in found}
    kept = [Field(_without_site(f.value, site, stated), f.read_from) for f in found]
    return [field for field in kept if key_of(field.value) not in site] or kept


def _raw_titles(page: Page) -> Iterator[Field[str]]:
    for text in strings(page.article.get("headline"))[:1]:
        yield Field(text, "json-ld:headline")
    for name in page.rules.meta["title"]:
        if name in page.meta:
            yield Field(page.meta[name][0], f"meta:{name}")
    heading = next((s for s in page.segments if "h1" in s.marks and _told(s.text) and "hidden" not in s.marks), None)
    if heading:
        yield Field(heading.text, "h1")
    if page.html_title:
        yield Field(page.html_title, "title")


def _told(text: str) -> bool:
    """Whether a heading says more than a section's name; scripts without blanks have few words."""
    return len(text.split()) >= MIN_WORDS or (len(text) >= 8 and not text.isascii())


def _title(found: list[Field[str]]) -> Field[str] | None:
    """The publisher's own statement of the headline first, without a kicker before it; where it was cut short, one that goes on."""
    first = next(iter(found), None)
    shared = next((field for field in found if field.read_from == "meta:og:title"), None)
    if first is None:
        return None
    if shared and _KICKED.match(first.value.removesuffix(shared.value)) and first.value.endswith(shared.value):
        return shared
    if cut := _CUT.search(first.value):
        stem = first.value[: cut.start()]
        longer = (f for f in found if len(stem) >= MIN_CUT and f.value.startswith(stem) and f.value != first.value)
        return next(longer, first)
    return first


def _without_site(title: str, site: frozenset[str], stated: set[str]) -> str:
    """Cut ``| Orra Post`` off a title, as often as it hangs there; other tails where the page states the title without them."""
    cut = title
    while match := _TAIL.search(cut):
        tail, cut = key_of(match[1]), cut[: match.start()]
        if key_of(cut) in stated or any(
            tail == name or (len(name) > 3 and (name in tail or tail in name)) for name in site
        ):
            title = cut
    return title


def site_keys(page: Page) -> frozenset[str]:
    """Keys of the names of the site: the outlet's, and the host with and without its ending."""
    host, found = host_of(page), outlet(page)
    names = [*([found.value] if found else []), host, host.rsplit(".", 1)[0]]
    return frozenset(key for key in map(key_of, names) if key)


def heading_of(page: Page, known: frozenset[str]) -> int | None:
    """Index of the first segment that repeats a title, an ``h1`` before others.

    Args:
        page: the page.
        known: keys of its titles.
    """
    same = [i for i, s in enumerate(page.segments) if s.size >= MIN_TITLE and key_of(s.text) in known]
    shown = [i for i in same if not page.segments[i].marks & {"furniture", "related", "hidden"}]
    top = [i for i in shown if "h1" in page.segments[i].marks]
    return next(iter(top or shown or same), None)


def host_of(page: Page) -> str:
    """The host of the page's address, without ``www``; empty where none can be read."""
    address = page.links.get("canonical") or next(iter(page.meta.get("og:url", [])), "")
    try:
        return urlsplit(address).netloc.removeprefix("www.")
    except ValueError:
        return ""
