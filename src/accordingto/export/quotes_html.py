"""Quotations as markup: ``del`` for words of the first wording that another has not, ``ins`` for those that it has instead.

Both are underlined or struck through as browsers show them, and named for those who hear the page; colour only adds to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.compare.accounts import Account
from accordingto.export.marked import marked
from accordingto.export.markup import element, isolated, text
from accordingto.export.quotes_view import Pair, Shown, Wording, shown
from accordingto.model import QuoteGroup


def fragment(groups: Sequence[QuoteGroup], accounts: Sequence[Account]) -> str:
    """A list of groups, each with its wordings; ``accounts`` hold the reports that they were made from."""
    return element("ol", *(element("li", _group(group)) for group in shown(groups, accounts)), class_="quotes") + "\n"


def _group(group: Shown) -> str:
    return element(
        "article",
        element("blockquote", element("p", text(group.first.text)), dir="auto"),
        element("p", text(group.summary), class_="about"),
        element("p", isolated(group.first.about), class_="acc"),
        element(
            "ul", *(element("li", isolated(one.about)) for one in group.same), class_="same", aria_label="same words"
        )
        if group.same
        else "",
        *(_pair(pair) for pair in group.pairs),
        id=f"q-{group.id}",
    )


def _pair(pair: Pair) -> str:
    caption = element("figcaption", isolated(pair.other.about), element("small", text(f" {pair.changes}")))
    sides = element("div", _side(pair.first, "del"), _side(pair.other, "ins"), class_="pair")
    return element("figure", caption, sides, class_="diff")


def _side(wording: Wording, name: str) -> str:
    words = marked(wording.text, ((span, name, None) for span in wording.marks))
    return element("div", element("small", isolated(wording.outlet)), element("p", words, class_="words", dir="auto"))
