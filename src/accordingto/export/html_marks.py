"""What stands around an article wherever it is drawn: how to read its marks, the boxes that choose them, its style sheets."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources

from accordingto.export.markup import element

LEGEND = (
    '<ul class="legend" aria-label="How to read the marks">'
    '<li><span class="src">source</span> who</li>'
    '<li><span class="cue">cue</span> says so</li>'
    '<li><span class="s c">content</span> what is put forward</li>'
    '<li><span class="s c2">content within content</span></li>'
    "<li>numbers lead to the statement</li></ul>"
)
_LAYERS = (
    ("ev", "events", True),
    ("es", "estimates", True),
    ("co", "control", True),
    ("pl", "places", True),
    ("ti", "times", False),
    ("ac", "actors", False),
    ("st", "statements at the side", True),
)
"""Class, name, and whether it is marked at first."""


def toggles() -> str:
    """A box for each layer; the style sheet does the rest, so that it works without a script and without a network."""
    boxes = [
        element(
            "label",
            f'<input type="checkbox" class="on-{kind}"{" checked" if shown else ""}> ',
            element("span", name, class_=kind),
        )
        for kind, name, shown in _LAYERS
    ]
    return element("fieldset", element("legend", "Marked in the text"), *boxes, class_="toggles")


def lit(keys: Iterable[tuple[str, str]]) -> str:
    """For each statement the rule that lights up its words and its card together.

    Args:
        keys: the class of the article and of the statement; made by the program, never read from a report, so that nothing of
            one reaches the sheet.
    """
    return "".join(
        f".{article}:has(.{key}:is(:hover,:focus-within,:focus,:target)) .{key}{{--on:var(--hot)}}\n"
        for article, key in keys
    )


def sheet(name: str) -> str:
    """A style sheet of this station: ``article.css``, or ``page.css`` for what is around it in a page of one file."""
    return (resources.files("accordingto.export") / name).read_text(encoding="utf-8")
