"""Which column of a table is what: named by the caller, or told by the names that tables of news usually have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.capture.found import Options
from accordingto.model import InputError

ROLES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "full_text", "fulltext", "maintext", "main_text", "article_text", "body_text",
        "article_body", "articlebody", "article_content", "news_text", "story_text", "text_content", "content_text", "plain_text",
    ),
    "html": ("html", "raw_html", "page_html", "html_content", "body_html", "content_html"),
    "url": ("url", "link", "web_url", "article_url", "source_url", "permalink", "canonical_url", "document_identifier", "uri", "href"),
    "outlet": (
        "outlet", "source_name", "publisher", "publication", "newspaper", "media_outlet", "media_name", "source_domain", "site_name",
        "site",
        "source", "domain", "medium", "publication_name",
    ),
    "published": (
        "published", "published_at", "date_published", "datepublished", "date_publish", "publication_date", "published_date",
        "publish_date", "pub_date", "pubdate", "published_on", "date", "datetime", "timestamp", "time", "created_at",
    ),
    "title": ("title", "headline", "head", "article_title", "news_title"),
}  # fmt: skip
"""Roles and the names that tell them, the surest first; ``html`` is looked for only where nothing is called text."""
SHOWN = 30
"""Columns named in a message at most."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns that are used; ``text`` is always there."""

    text: str
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None

    @property
    def names(self) -> list[str]:
        """All of them, each once."""
        return list(dict.fromkeys(n for n in (self.text, self.url, self.outlet, self.published, self.title) if n))


def choose(names: Sequence[str], options: Options, where: str) -> Columns:
    """Find the columns of a table.

    Args:
        names: those that it has.
        options: what the caller named.
        where: the table, for messages.

    Raises:
        InputError: where no column, or more than one, can be the text; or one that was named is not there.
    """
    given = {role: _named(name, names, where) for role, name in options.columns}
    text = (
        _named(options.text_column, names, where) if options.text_column else given.get("text") or _text(names, where)
    )
    others = {role: given.get(role) or _told(role, names, text) for role in ("url", "outlet", "published", "title")}
    return Columns(text, **others)


def _text(names: Sequence[str], where: str) -> str:
    found = _matches("text", names) or _matches("html", names)
    if not found and len(names) == 1:
        return names[0]
    if len(found) == 1:
        return found[0]
    why = (
        f"more than one may hold the text: {', '.join(found)}"
        if found
        else "none has a name that says it holds the text"
    )
    raise InputError(f"{where} has the columns {_listed(names)}; {why}. Name it with --text-column")


def _told(role: str, names: Sequence[str], text: str) -> str | None:
    return next((name for name in _matches(role, names) if name != text), None)


def _matches(role: str, names: Sequence[str]) -> list[str]:
    """The columns whose name is one of a role's, in the role's order."""
    plain = {name: _plain(name) for name in names}
    return [name for usual in ROLES[role] for name in names if plain[name] == usual]


def _named(wanted: str, names: Sequence[str], where: str) -> str:
    for name in names:
        if name == wanted:
            return name
    alike = [name for name in names if _plain(name) == _plain(wanted)]
    if len(alike) == 1:
        return alike[0]
    raise InputError(f"{where} has no column {wanted}; it has {_listed(names)}")


def _plain(name: str) -> str:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[^\w]+|_+", "_", parted).strip("_").lower()


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(name or "(no name)" for name in names[:SHOWN])
    return f"{shown} and {len(names) - SHOWN} more" if len(names) > SHOWN else shown or "(none)"
