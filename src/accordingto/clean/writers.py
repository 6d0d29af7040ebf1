"""Who a page says wrote it: persons first, desks and agencies where no person is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from accordingto.clean.bylines import author_names, opened_byline
from accordingto.clean.dom import text_in
from accordingto.clean.jsonld import strings
from accordingto.clean.page import Page
from accordingto.clean.shapes import key_of, named
from accordingto.model import Field
from accordingto.resources.cleaning import CleanRules

MAX_WORDS = 6
"""Words of a name."""
MAX_STATED = 300
"""Characters of a value that states names; longer ones are texts about the author."""
REACH_BEFORE, REACH_AFTER = 4, 20
"""Segments before and after the headline among which a byline stands."""
_BY = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|od|text|written by|author|autor|escrito por|posted by|reporting by)\s*:?\s+",
    re.I,
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_TAIL = re.compile(r"\s+(?:[-–—•·]|in|aus|from|for|für|pour)\s.*$|\s+[@|].*$")
_ADDRESS = re.compile(r"[^\s()]+@[^\s()]+|https?://[^\s()]+|www\.[^\s()]+")
_HANDLE = re.compile(r"@\w+|[a-z0-9_.]*\d[a-z0-9_.]*")
Source = tuple[str, list[str], bool]
"""Where, the values as they stand, and whether they are said to be organisations."""


def authors(page: Page, heading: int | None, site: frozenset[str], rules: CleanRules) -> tuple[Field[str], ...]:
    """Who the page says wrote it. The first place that names a person wins; the outlet itself only where none does.

    Args:
        page: the page.
        heading: index of the headline's segment.
        site: keys of the outlet's names.
        rules: the cleaning lexicons.
    """
    spare: tuple[Field[str], ...] = ()
    for where, values, organisations in _sources(page, heading, rules):
        names = [_names(value, rules) for value in values]
        fields = tuple(Field(name, where) for name in _distinct([name for listed in names for name in listed]))
        persons = () if organisations else _persons(names, where, site, rules)
        if persons:
            return persons
        spare = spare or fields
    return spare


def _persons(names: list[list[str]], where: str, site: frozenset[str], rules: CleanRules) -> tuple[Field[str], ...]:
    """The names of a place that names a person, without the outlet's own; none where it names houses only."""
    own = _distinct([name for listed in names if listed and not _of_site(listed[0], site) for name in listed])
    if all(_house(name, site, rules) for name in own):
        return ()
    return tuple(Field(name, where) for name in own if not _of_site(name, site))


def _sources(page: Page, heading: int | None, rules: CleanRules) -> Iterator[Source]:
    stated = page.article.get("author") or page.article.get("creator")
    yield "json-ld:author", strings(_of_kind(stated, organisations=False)), False
    for name in rules.meta["author"]:
        yield f"meta:{name}", page.meta.get(name, []), False
    yield "rel:author", _rel_authors(page), False
    near = _near(page, heading)
    yield "class:byline", [t for i, t in near if "byline" in page.segments[i].marks and _bylike(t, rules)], False
    yield "text:byline", [t for _, t in near if _opened(t, rules)][:1], False
    yield "json-ld:author", strings(_of_kind(stated, organisations=True)), True


def _of_kind(stated: Any, *, organisations: bool) -> list[Any]:
    """The authors that are said to be organisations, or the others."""
    listed = stated if isinstance(stated, list) else [stated] if stated else []
    return [item for item in listed if _organisation(item) == organisations]


def _organisation(item: Any) -> bool:
    return isinstance(item, dict) and "organization" in " ".join(strings(item.get("@type"))).lower()


def _rel_authors(page: Page) -> list[str]:
    found = page.tree.xpath("//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']")
    return [" ".join(text_in(e).split()) for e in found][:6]


def _near(page: Page, heading: int | None) -> list[tuple[int, str]]:
    if heading is None:
        return []
    reach = range(max(0, heading - REACH_BEFORE), min(len(page.segments), heading + REACH_AFTER))
    apart = frozenset({"related", "comment", "hidden", "caption", "figure"})
    return [(i, page.segments[i].text) for i in reach if not page.segments[i].marks & apart]


def _bylike(text: str, rules: CleanRules) -> bool:
    if len(text.split()) > 16 or any(char.isdigit() for char in text):
        return False
    return _opened(text, rules) or (named(text) and len(text.split()) >= 2)


def _opened(text: str, rules: CleanRules) -> bool:
    return bool(_BY.match(text) or opened_byline(text, rules)) and len(text.split()) <= 24


def _names(value: str, rules: CleanRules) -> list[str]:
    """The names in a stated value, without addresses, brackets, roles and handles."""
    if len(value) > MAX_STATED:
        return []
    clean = _ADDRESS.sub(" ", value)
    clean = _BY.sub("", " ".join(_BRACKETS.sub(" ", clean).replace("()", " ").split()))
    found = []
    for start, end in author_names(clean):
        name = _TAIL.sub("", _BY.sub("", clean[start:end])).strip(" .,;:|-–—")
        if not len(name) > 1 or len(name.split()) > MAX_WORDS or _HANDLE.fullmatch(name):
            continue
        if name.islower() and name.isascii() and "." not in name and len(name.split()) == 1 and len(name) > 3:
            continue  # a user's name
        if rules.role.fullmatch(name) or any(char.isdigit() for char in name):
            continue
        found.append(name)
    return found


def _distinct(names: list[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        if key := key_of(name):
            found.setdefault(key, name)
    return list(found.values())


def _house(name: str, site: frozenset[str], rules: CleanRules) -> bool:
    """Whether a name is a desk's, an agency's or the outlet's."""
    return _of_site(name, site) or bool(rules.house.search(name) or rules.agencies.fullmatch(name))


def _of_site(name: str, site: frozenset[str]) -> bool:
    """Whether a name is the outlet's own: ``Orra Post``, ``Orra Post Staff``."""
    key = key_of(name)
    return any(
        key == own
        or (len(own) > 2 and key.startswith(own))
        or (len(own) > 4 and own in key)
        or (len(key) > 3 and key in own)
        for own in site
    )
