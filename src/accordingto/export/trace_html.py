"""A trace as one offline page: the tree, the changed statements side by side, and the evidence for each edge.

The page has no script and asks for nothing: its policy allows one style sheet, by hash. Everything that a report says
is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.compare.trace import Trace
from accordingto.export.html_marks import sheet
from accordingto.export.marked import sentence
from accordingto.export.markup import element, head, isolated, text
from accordingto.export.trace_evidence import edge_rows, occasion_rows
from accordingto.export.trace_view import Compared, Line, Marked, View, view_of
from accordingto.pipeline.reading import Reading

_NEVER = (
    "It shows what reports say and from whom they have it, not what is true. A machine set the marks; "
    "the words are the publishers’."
)
_COUNT = (
    "The number of origins is an interval: at least the occasions that cannot be one, at most those that are not known "
    "to be one. A report that names no source may have the claim from anywhere."
)


def page(trace: Trace, readings: Sequence[Reading]) -> str:
    """One self-contained HTML document; ``readings`` are those that the trace was made from."""
    view = view_of(trace, readings)
    style = sheet("trace.css")
    return "".join(
        (
            head(view.summary, style),
            '<body class="trace"><a class="skip" href="#tree">Skip to the tree</a>\n',
            '<header class="top"><b>accordingto</b> · how it travelled</header>\n<main>\n',
            _head(view),
            element("section", _tree(view.lines), id="tree", aria_label="Who has it from whom"),
            _others(view.others),
            _without(view),
            _evidence(trace, readings),
            "\n</main>\n",
            element("footer", element("p", text(_NEVER)), element("p", text(_COUNT)), class_="foot"),
            "\n</body></html>\n",
        )
    )


def _head(view: View) -> str:
    dotted = element("span", "dotted", class_="w")
    legend = f"{element('mark', 'marked')} differs in what is said · {dotted} other words"
    claim = element("p", "Traced: ", element("q", text(view.claim)), class_="claim")
    return element("h1", text(view.summary)) + claim + element("p", legend, class_="legend") + "\n"


def _tree(lines: Sequence[Line], depth: int = 0) -> str:
    """Nested lists from lines in depth-first order."""
    items = []
    starts = [i for i, line in enumerate(lines) if line.branch.depth == depth]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        below = lines[start + 1 : end]
        items.append(element("li", _line(lines[start]), _tree(below, depth + 1) if below else ""))
    return element("ol", *items, class_="tree" if depth == 0 else None) + "\n"


def _line(line: Line) -> str:
    about = " · ".join(text(part) for part in line.about)
    if line.sentence is None:
        kind = "root" if line.branch.kind == "occasion" else "agency"
        small = element("small", f" {about}") if about else ""
        return element("p", isolated(line.label), small, class_=kind)
    changed = any(not compared.note for compared in line.compared)
    return element(
        "article",
        element("h3", isolated(line.label)),
        element("p", about, class_="about"),
        "" if changed else element("blockquote", sentence(line.sentence), dir="auto"),
        element("p", isolated(line.according), class_="acc"),
        element("p", text(line.same), class_="same") if line.same else "",
        *(_compared(compared) for compared in line.compared),
        class_="changed" if line.compared else None,
        id=f"r-{line.branch.report}",
    )


def _compared(compared: Compared) -> str:
    note = element("p", text(compared.note), class_="note") if compared.note else ""
    caption = element("figcaption", *(element("span", _heading(heading)) for heading in compared.headings))
    pair = element("div", _side(compared.a), _side(compared.b), class_="pair")
    return note + element("figure", caption, pair, class_="diff")


def _heading(heading: str) -> str:
    slot, _, change = heading.partition(": ")
    return element("b", text(slot)) + text(change)


def _side(side: Marked) -> str:
    words = element("p", sentence(side), class_="words", dir="auto")
    return element("div", element("small", isolated(side.name)), words)


def _others(others: Sequence[Compared]) -> str:
    if not others:
        return ""
    items = (element("li", _compared(compared)) for compared in others)
    return element("h2", "Also changed on the way") + element("ol", *items, class_="others")


def _without(view: View) -> str:
    return element("p", "Not found in: ", text(", ".join(view.without)), class_="claim") if view.without else ""


def _evidence(trace: Trace, readings: Sequence[Reading]) -> str:
    occasions, edges = occasion_rows(trace, readings), edge_rows(trace, readings)
    first = _table("Where it was first said, and how that is known", ("occasion", "named by", "words"), occasions)
    return first + _table("Every dependence that was found, and what shows it", ("report", "from", "words"), edges)


def _table(title: str, columns: Sequence[str], rows: Sequence[tuple[str, str, tuple[str, ...]]]) -> str:
    if not rows:
        return ""
    head = element("thead", element("tr", *(element("th", text(column), scope="col") for column in columns)))
    body = [element("tr", element("td", isolated(a)), element("td", text(b)), _quotes(words)) for a, b, words in rows]
    return element("details", element("summary", text(title)), element("table", head, element("tbody", *body)))


def _quotes(words: Sequence[str]) -> str:
    return element("td", *(element("q", text(word)) for word in words))
