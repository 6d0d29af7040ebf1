"""One offline page: the text as archived, every statement highlighted, and beside it according to whom.

The page has no script and asks for nothing: its policy allows one style sheet, by hash. A statement's words light up
where its card, or its words, are pointed at, focused or linked to. Boxes at the top choose whether events, estimates,
control, places, times and actors are marked in the text. Everything that a report says is escaped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from accordingto.export.html_article import Names, article, keys_of, name_of
from accordingto.export.html_marks import LEGEND, lit, sheet, toggles
from accordingto.export.markup import element, head, isolated
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line


def page(readings: Iterable[Reading]) -> str:
    """One self-contained HTML document with all readings, in the order given."""
    readings = list(readings)
    names = Names()
    articles = [article(reading, names, key) for key, reading in _keyed(readings)]
    style = _style([keys for key, reading in _keyed(readings) for keys in keys_of(reading, key)])
    return "".join(
        (
            head(_title(readings), style),
            '<body class="accordingto"><a class="skip" href="#text">Skip to the text</a>\n',
            f'<header class="top"><h1>accordingto <small>· who says so</small></h1>{LEGEND}{toggles()}</header>\n',
            _contents(readings, names),
            '<main id="text">\n',
            "\n".join(articles),
            "\n</main>\n",
            '<footer class="foot"><p>It shows what reports say and according to whom, not what is true. '
            "Each mark was set by a machine; the words are the publishers’.</p></footer>\n",
            "</body></html>\n",
        )
    )


def fragment(reading: Reading) -> str:
    """One reading as a piece of HTML with its own style, for a notebook."""
    key = f"k{hashlib.sha256(reading.report.id.encode()).hexdigest()[:8]}"
    style = _style(keys_of(reading, key))
    return f'<div class="accordingto"><style>{style}</style>{toggles()}{article(reading, Names(), key)}</div>'


def _keyed(readings: list[Reading]) -> list[tuple[str, Reading]]:
    return [(f"k{number}", reading) for number, reading in enumerate(readings)]


def _style(keys: list[tuple[str, str]]) -> str:
    """The sheets, and for each statement the rule that lights up its words and its card together."""
    return sheet("page.css") + sheet("article.css") + lit(keys)


def _title(readings: list[Reading]) -> str:
    return f"{name_of(readings[0]) if len(readings) == 1 else f'{len(readings)} reports'}: according to whom"


def _contents(readings: list[Reading], names: Names) -> str:
    if len(readings) < 2:
        return ""
    items = [
        element(
            "li", element("a", isolated(name_of(reading)), href=f"#{anchor}"), " ", element("span", _outlet(reading))
        )
        for anchor, reading in zip(names.articles, readings, strict=True)
    ]
    return element("nav", element("ol", *items), class_="toc", aria_label="Reports") + "\n"


def _outlet(reading: Reading) -> str:
    outlet = reading.report.outlet
    return isolated(one_line(outlet.value)) if outlet else ""
