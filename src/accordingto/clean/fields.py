"""Title, authors, times, outlet and address of a page, each with where it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from accordingto.clean.bylines import author_names
from accordingto.clean.dates import find_dates
from accordingto.clean.extract import key_of
from accordingto.clean.jsonld import strings
from accordingto.clean.moments import machine_moment
from accordingto.clean.page import Page
from accordingto.model import Field, Moment
from accordingto.resources.cleaning import CleanRules

_TAIL = re.compile(r"\s+(?:[|–—»·•/]|-{1,2}|::)\s+([^|–—»·•]{2,60})$")
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af|text|written by|author|autor|escrito por|posted by)\s*:?\s+", re.I)


def titles(page: Page) -> list[Field[str]]:
    """What the page calls itself, most trusted first; the name of the site cut off where it hangs behind."""
    site = {key_of(f.value) for f in (outlet(page), *_hosts(page)) if f}
    heading = next(
        (s for s in page.segments if "h1" in s.marks and len(s.text.split()) > 1 and not s.marks & {"hidden"}), None
    )
    found = [Field(t, "json-ld:headline") for t in strings(page.article.get("headline"))[:1]]
    found += [Field(page.meta[name][0], f"meta:{name}") for name in page.rules.meta["title"] if name in page.meta]
    if heading:
        found.append(Field(heading.text, "h1"))
    if page.html_title:
        found.append(Field(page.html_title, "title"))
    return [Field(_without_site(f.value, site), f.read_from) for f in found if f.value.strip()]


def _hosts(page: Page) -> list[Field[str]]:
    address = page.links.get("canonical") or next(iter(page.meta.get("og:url", [])), "")
    host = _split_host(address).removeprefix("www.")
    return [Field(host, "host"), Field(host.rsplit(".", 1)[0], "host")] if host else []


def _split_host(address: str) -> str:
    """The host of an address, empty where the page wrote none that can be read."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _without_site(title: str, site: set[str]) -> str:
    """Cut ``| Orra Post`` off a title, as often as it hangs there."""
    while match := _TAIL.search(title):
        tail = key_of(match[1])
        if not any(tail == name or (len(name) > 3 and (name in tail or tail in name)) for name in site):
            break
        title = title[: match.start()]
    return title


def title(page: Page) -> Field[str] | None:
    """The title: what heading and metadata agree on, else the metadata's, else the heading."""
    found = titles(page)
    heading = next((f for f in found if f.read_from == "h1"), None)
    for field in found:
        if field is not heading and heading and key_of(field.value) == key_of(heading.value):
            return field
    return found[0] if found else None


def standfirst(page: Page) -> list[str]:
    """What the page's metadata say in a sentence or two."""
    return [
        *strings(page.article.get("description")),
        *(t for name in page.rules.meta["description"] for t in page.meta.get(name, [])),
    ]


def published(page: Page, rules: CleanRules) -> Field[Moment] | None:
    """When the page says it was published."""
    sources: list[tuple[str, str]] = [(v, "json-ld:datePublished") for v in strings(page.article.get("datePublished"))]
    sources += [(v, "json-ld:datePublished") for node in page.nodes for v in strings(node.get("datePublished"))]
    sources += [(v, f"meta:{name}") for name in page.rules.meta["published"] for v in page.meta.get(name, [])]
    sources += [(v, "json-ld:dateCreated") for v in strings(page.article.get("dateCreated"))]
    sources += _marked_up(page, "datepublished")
    first = _first(sources, rules)
    return first or _first(_time_elements(page), rules) or _visible(page, rules) or _guessed(page)


def updated(page: Page, rules: CleanRules) -> Field[Moment] | None:
    """When the page says it was changed last."""
    sources = [(v, "json-ld:dateModified") for v in strings(page.article.get("dateModified"))]
    sources += [(v, f"meta:{name}") for name in page.rules.meta["updated"] for v in page.meta.get(name, [])]
    return _first([*sources, *_marked_up(page, "datemodified")], rules)


def _first(sources: Iterable[tuple[str, str]], rules: CleanRules) -> Field[Moment] | None:
    """The first that can be read; one with a clock time is preferred to a bare day on the same day."""
    read = [Field(m, where) for value, where in sources if (m := machine_moment(value, rules)) and m.date]
    if not read:
        return None
    day = read[0].value.date
    return max(
        (f for f in read if f.value.date == day), key=lambda f: (len(f.value.local) > 10, f.value.offset is not None)
    )


def _marked_up(page: Page, itemprop: str) -> list[tuple[str, str]]:
    found = []
    for element in page.tree.iter("time", "span", "div", "p", "abbr"):
        if (element.get("itemprop") or "").lower() == itemprop:
            value = element.get("datetime") or element.get("content") or element.get("title") or element.text_content()
            found.append((" ".join(value.split()), f"itemprop:{itemprop}"))
    return found


def _time_elements(page: Page) -> list[tuple[str, str]]:
    """``time`` elements outside of lists of other articles."""
    times = [e for e in page.tree.iter("time") if e.get("datetime")]
    kept = [e for e in times if not any(a.tag in ("aside", "nav", "footer", "li") for a in e.iterancestors())]
    return [(e.get("datetime"), "time[datetime]") for e in kept[:3]]


def _visible(page: Page, rules: CleanRules) -> Field[Moment] | None:
    """A date in the visible text around the headline."""
    heading = next((i for i, s in enumerate(page.segments) if "h1" in s.marks), None)
    if heading is None:
        return None
    for segment in page.segments[max(0, heading - 4) : heading + 10]:
        if len(segment.text) < 120:
            for dated in find_dates(segment.text, rules):
                if dated.moment and dated.moment.date and not rules.updated.search(segment.text[: dated.start]):
                    return Field(dated.moment, "text:visible")
    return None


def _guessed(page: Page) -> Field[Moment] | None:
    """Htmldate's reading of the page as the last resort: a day."""
    from htmldate import find_date

    try:
        day = find_date(page.tree, original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    except (ValueError, TypeError, AttributeError):
        return None
    return Field(Moment(day, None), "htmldate") if day else None


def authors(page: Page) -> tuple[Field[str], ...]:
    """Who the page says wrote it; addresses and the outlet itself are left out where persons are named."""
    sources = [
        ("json-ld:author", strings(page.article.get("author"))),
        *((f"meta:{name}", page.meta.get(name, [])) for name in page.rules.meta["author"]),
        ("rel:author", _rel_authors(page)),
        (
            "class:byline",
            [s.text for s in page.segments if "byline" in s.marks and len(s.text.split()) <= 12 and _BY.match(s.text)],
        ),
    ]
    for where, values in sources:
        names = _names(values)
        if names:
            return tuple(Field(name, where) for name in names)
    return ()


def _rel_authors(page: Page) -> list[str]:
    found = page.tree.xpath("//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']")
    return [" ".join(e.text_content().split()) for e in found][:6]


def _names(values: list[str]) -> list[str]:
    names: list[str] = []
    for value in values:
        clean = _BY.sub("", value.strip())
        if clean.startswith(("http", "www.", "/", "@")) or not 1 < len(clean) <= 160:
            continue
        for start, end in author_names(clean):
            name = clean[start:end].strip(" .")
            if name and len(name.split()) <= 6 and not any(key_of(name) == key_of(n) for n in names):
                names.append(name)
    return names


def outlet(page: Page) -> Field[str] | None:
    """The outlet's name."""
    for name in page.rules.meta["outlet"][:1]:
        if name in page.meta:
            return Field(page.meta[name][0], f"meta:{name}")
    for value in strings(page.article.get("publisher")):
        return Field(value, "json-ld:publisher")
    for node in page.nodes:
        if str(node.get("@type")) in ("NewsMediaOrganization", "WebSite") and strings(node.get("name")):
            return Field(strings(node.get("name"))[0], f"json-ld:{node['@type']}")
    return next(
        (Field(page.meta[name][0], f"meta:{name}") for name in page.rules.meta["outlet"][1:] if name in page.meta), None
    )


def address(page: Page, url: str | None) -> Field[str] | None:
    """The canonical address."""
    candidates: list[tuple[Any, str]] = [
        (page.links.get("canonical"), "link:canonical"),
        (next(iter(page.meta.get("og:url", [])), None), "meta:og:url"),
        (next(iter(strings(page.article.get("url"), key="@id")), None), "json-ld:url"),
        (url, "capture"),
    ]
    for value, where in candidates:
        full = _joined(url, value) if value else ""
        if full.startswith(("http://", "https://")) and _split_host(full):
            return Field(full, where)
    return None


def _joined(base: str | None, address: str) -> str:
    try:
        return urljoin(base or "", address)
    except ValueError:
        return ""
