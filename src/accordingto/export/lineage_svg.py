"""Who took what from whom, drawn: reports down an axis of time, and on its left a line from each origin to those that took from it.

A pure function of a `Graph`; the picture has no script, no colour of its own and no inline style: classes that begin with ``lg``
are coloured by ``lineage.css``, in the dark too. The kinds of a line differ by stroke and by head, so that nothing depends on colour.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accordingto.export.html_marks import sheet
from accordingto.export.letters import BOLD, cut, length
from accordingto.export.lineage_graph import (
    Arrow,
    Dot,
    Graph,
    clock_text,
    day_text,
    hours_between,
)
from accordingto.export.markup import element, isolated, text
from accordingto.model import LineageKind

WIDE, NARROW = 720, 350
"""Widths in CSS pixels: of a page, and of a telephone held upright (360 wide, less its margins)."""
COMPACT = 60
"""Dots from which each has one line of text only: a story of hundreds of reprints stays a few screens long."""
_RADIUS = 11
_LANE, _NARROW_LANE, _NARROWEST_LANE = 15, 11, 2
"""Pixels between two lines: of a page, of a telephone, and where there are so many that they would take the room of the words."""
_LANES_SHARE = 0.42
"""Of the width that lines may take at most; the rest is for words."""
_FARTHEST, _PER_DOUBLING = 40, 6.5
"""Space that time adds between two dots: so many pixels each time that the hours double, at most as many."""
_FSI, _PDI = "\u2068", "\u2069"


@dataclass
class _Trunk:
    """A line down from an origin, with a branch to each report that took from it in one way."""

    origin: int
    kind: LineageKind
    ordered: bool
    takers: list[int] = field(default_factory=list)
    lane: int = 0

    @property
    def ends(self) -> tuple[int, int]:
        rows = (self.origin, *self.takers)
        return min(rows), max(rows)


@dataclass(frozen=True)
class _Placed:
    """Where everything stands."""

    graph: Graph
    width: int
    height: float
    axis: float
    step: float
    rows: tuple[float, ...]
    headings: tuple[tuple[float, str], ...]
    trunks: tuple[_Trunk, ...]
    compact: bool

    def lane(self, trunk: _Trunk) -> float:
        return self.axis - _RADIUS - 14 - trunk.lane * self.step


def figure(graph: Graph, *, anchor: str = "lineage") -> str:
    """The picture for a page and for a telephone, of which the style sheet shows one, and the same in words.

    Args:
        graph: what is drawn.
        anchor: beginning of the ids, where a page has several.
    """
    return element(
        "figure",
        element("div", svg(graph, width=WIDE, anchor=f"{anchor}-w"), class_="lg-wide"),
        element("div", svg(graph, width=NARROW, anchor=f"{anchor}-n"), class_="lg-narrow"),
        element("details", element("summary", "The same in words"), in_words(graph), class_="lg-words"),
        class_="lg-figure",
        id=anchor,
    )


def style() -> str:
    """The style sheet: goes into a page's own, or is linked."""
    return sheet("lineage.css")


def in_words(graph: Graph) -> str:
    """The graph as a list: each report with what it took, from whom, and how much."""
    items = []
    for dot in graph.reports:
        name = element("a", isolated(dot.name), href=dot.href) if dot.href else isolated(dot.name)
        when = " · ".join(part for part in (day_text(dot), clock_text(dot)) if part) or "date not stated"
        taken = [element("li", isolated(graph.how(arrow))) for arrow in graph.taken(dot)]
        below = element("ul", *taken) if taken else element("p", "took from nobody that was found")
        items.append(element("li", element("b", name), f" {text(when)}", below))
    return element("ul", *items, class_="lg-list")


def svg(graph: Graph, *, width: int = WIDE, anchor: str = "lineage") -> str:
    """The picture as an ``<svg>`` element.

    Args:
        graph: what is drawn.
        width: in pixels, at which its letters have the size of those around it.
        anchor: beginning of its ids, which must differ between pictures of one page.
    """
    placed = _place(graph, width)
    linked = any(dot.href for dot in graph.dots)
    legend, bottom = _legend(graph, placed)
    return element(
        "svg",
        element("title", text("Who took what from whom"), id=f"{anchor}-t"),
        element("desc", text(_told(graph)), id=f"{anchor}-d"),
        element("g", *_axis(placed), class_="lg-axis"),
        element("g", *_lines(placed), class_="lg-lines"),
        *(_dot(placed, row) for row in range(len(graph.dots))),
        legend,
        xmlns="http://www.w3.org/2000/svg",
        class_="lg",
        viewBox=f"0 0 {width} {_n(bottom)}",
        width=str(width),
        height=_n(bottom),
        role="group" if linked else "img",
        aria_labelledby=f"{anchor}-t",
        aria_describedby=f"{anchor}-d",
    )


def _told(graph: Graph) -> str:
    lines = [
        f"{dot.name}: " + "; ".join(graph.how(arrow) for arrow in graph.taken(dot))
        for dot in graph.reports
        if graph.taken(dot)
    ]
    return " ".join([graph.summary(), "From top to bottom in order of publication.", *(f"{line}." for line in lines)])


def _place(graph: Graph, width: int) -> _Placed:
    trunks = _trunks(graph)
    lanes = 1 + max((trunk.lane for trunk in trunks), default=-1)
    room = width * _LANES_SHARE - 2 * _RADIUS - 20
    step = max(_NARROWEST_LANE, min(_LANE if width >= WIDE else _NARROW_LANE, room / max(1, lanes)))
    compact = len(graph.dots) > COMPACT
    rows, headings, height = _heights(graph, compact)
    axis = 2 * _RADIUS + 8 + lanes * step
    return _Placed(graph, width, height, axis, step, rows, headings, trunks, compact)


def _heights(graph: Graph, compact: bool) -> tuple[tuple[float, ...], tuple[tuple[float, str], ...], float]:
    """Where each dot stands, where headings stand, and where all ends."""
    y, rows = 0.0, list[float]()
    headings: list[tuple[float, str]] = []
    before, heading = None, ""
    for dot in graph.dots:
        if before is not None and before.number is not None:
            hours = hours_between(before, dot) or 0.0
            y += min(_FARTHEST, _PER_DOUBLING * math.log2(1 + hours))
        wanted = _heading(dot)
        if wanted != heading:
            y += 26 if headings else 16
            headings.append((y, wanted))
            y += 12
            heading = wanted
        y += 14
        rows.append(y)
        y += 12 if compact else _depth(graph, dot)
        before = dot
    return tuple(rows), tuple(headings), y


def _depth(graph: Graph, dot: Dot) -> float:
    """Space below the middle of a dot for its lines of text."""
    return 14 + 17 * len(_below(graph, dot))


def _heading(dot: Dot) -> str:
    if dot.number is None:
        return "Not among the reports"
    return day_text(dot) or "Date not stated"


def _trunks(graph: Graph) -> tuple[_Trunk, ...]:
    """Lines with their lanes: the shorter a line, the nearer to the axis; two in one lane do not touch."""
    row = {dot.id: n for n, dot in enumerate(graph.dots)}
    found: dict[tuple[str, LineageKind, bool], _Trunk] = {}
    for arrow in graph.arrows:
        key = (arrow.origin, arrow.kind, arrow.ordered)
        found.setdefault(key, _Trunk(row[arrow.origin], arrow.kind, arrow.ordered)).takers.append(row[arrow.taker])
    lanes: list[list[tuple[int, int]]] = []
    for trunk in sorted(found.values(), key=lambda one: (one.ends[1] - one.ends[0], one.ends)):
        low, high = trunk.ends
        free = (n for n, held in enumerate(lanes) if all(high < a or b < low for a, b in held))
        trunk.lane = next(free, len(lanes))
        if trunk.lane == len(lanes):
            lanes.append([])
        lanes[trunk.lane].append((low, high))
    return tuple(found.values())


def _axis(placed: _Placed) -> Iterator[str]:
    """The line of time with its headings; it ends where dates end."""
    dots = placed.graph.dots
    dated = [placed.rows[n] for n, dot in enumerate(dots) if dot.number is not None and dot.when is not None]
    if len(dated) > 1:
        x = _n(placed.axis)
        yield element("line", x1=x, x2=x, y1=_n(dated[0]), y2=_n(dated[-1]), class_="lg-time")
    for y, words in placed.headings:
        yield _text(placed.axis + _RADIUS + 9, y, words, "lg-day", placed.width, 12.5)


def _lines(placed: _Placed) -> Iterator[str]:
    ports = _ports(placed)
    for n, trunk in enumerate(placed.trunks):
        css = f"lg-{trunk.kind.value}" + ("" if trunk.ordered else " lg-unordered")
        parts = list(_trunk(placed, trunk, n, ports))
        yield element("g", *parts, class_=css)


def _ports(placed: _Placed) -> dict[tuple[int, int], float]:
    """Heights at which lines meet a dot, by trunk and row: spread so that no two lie on each other and few cross."""
    at: dict[int, list[tuple[tuple[int, int], int]]] = {}
    for n, trunk in enumerate(placed.trunks):
        for row in {trunk.origin, *trunk.takers}:
            up = any(other < row for other in (trunk.origin, *trunk.takers))
            key = (0, trunk.lane) if up else (1, -trunk.lane)
            at.setdefault(row, []).append((key, n))
    found = {}
    for row, held in at.items():
        held.sort()
        gap = min(9.0, 2 * (_RADIUS - 3) / max(1, len(held) - 1))
        for place, (_, n) in enumerate(held):
            found[n, row] = (place - (len(held) - 1) / 2) * gap
    return found


def _trunk(placed: _Placed, trunk: _Trunk, n: int, ports: dict[tuple[int, int], float]) -> Iterator[str]:
    x = placed.lane(trunk)
    start = placed.rows[trunk.origin] + ports[n, trunk.origin]
    for taker in trunk.takers:
        end = placed.rows[taker] + ports[n, taker]
        turn = math.copysign(min(6.0, placed.step / 2, abs(end - start) / 2), end - start)
        left, right = (
            placed.axis - _edge(start - placed.rows[trunk.origin]),
            placed.axis - _edge(end - placed.rows[taker]),
        )
        bend = abs(turn)
        path = (
            f"M{_n(left)} {_n(start)}H{_n(x + bend)}Q{_n(x)} {_n(start)} {_n(x)} {_n(start + turn)}"
            f"V{_n(end - turn)}Q{_n(x)} {_n(end)} {_n(x + bend)} {_n(end)}H{_n(right - (7 if trunk.ordered else 0))}"
        )
        yield element("path", d=path, class_="lg-line")
        yield _head(trunk, right, end)


def _edge(offset: float) -> float:
    """How far left of a dot's middle its outline is at some height off the middle."""
    return math.sqrt(max(1.0, (_RADIUS + 1) ** 2 - offset * offset))


def _head(trunk: _Trunk, x: float, y: float) -> str:
    """What stands at the report that took: a filled head, an open one, a ring; two bars where nobody knows who was first."""
    if not trunk.ordered:
        return element(
            "path", d=f"M{_n(x - 4)} {_n(y - 4)}V{_n(y + 4)}M{_n(x - 8)} {_n(y - 4)}V{_n(y + 4)}", class_="lg-bar"
        )
    if trunk.kind is LineageKind.FOLLOWS:
        return element("circle", cx=_n(x - 4), cy=_n(y), r="3", class_="lg-open")
    shape = f"M{_n(x - 8)} {_n(y - 3.8)}L{_n(x)} {_n(y)}L{_n(x - 8)} {_n(y + 3.8)}Z"
    return element("path", d=shape, class_="lg-full" if trunk.kind is LineageKind.COPIES else "lg-open")


def _dot(placed: _Placed, row: int) -> str:
    dot = placed.graph.dots[row]
    taken = placed.graph.taken(dot)
    y, x = placed.rows[row], placed.axis + _RADIUS + 9
    css = "lg-outside" if dot.number is None else "lg-took" if taken else "lg-first"
    parts = [_shape(placed.axis, y, dot, css), _name(dot, x, y + 5, placed.width - x)]
    if not placed.compact:
        parts += [
            _text(x, y + 22 + 17 * n, line, css_, placed.width, 13)
            for n, (line, css_) in enumerate(_below(placed.graph, dot))
        ]
    inside = element("g", *parts, class_="lg-dot")
    return element("a", inside, href=dot.href) if dot.href else inside


def _below(graph: Graph, dot: Dot) -> list[tuple[str, str]]:
    """The lines of text below the name, each with its class."""
    title = dot.title or (f"about {day_text(dot)}" if dot.number is None and dot.when else "")
    taken = graph.taken(dot)
    return [(title, "lg-title")] * bool(title) + [(_brief(graph, taken), "lg-how")] * bool(taken)


def _name(dot: Dot, x: float, y: float, room: float) -> str:
    """The outlet and the time of day."""
    clock = clock_text(dot) if dot.number is not None else ""
    words = cut(dot.label, room - (length(clock, 12.5) + 8 if clock else 0), 15 * BOLD)
    name = element("tspan", text(f"{_FSI}{words}{_PDI}"), class_="lg-name")
    time = element("tspan", text(clock), class_="lg-clock", dx="8") if clock else ""
    return element("text", name, time, x=_n(x), y=_n(y))


def _shape(x: float, y: float, dot: Dot, css: str) -> str:
    if dot.number is None:
        side = _RADIUS * 2 - 2
        return element(
            "rect", x=_n(x - side / 2), y=_n(y - side / 2), width=_n(side), height=_n(side), rx="3", class_=css
        )
    number = element("text", str(dot.number), x=_n(x), y=_n(y + 4), class_=f"lg-no {css}-no")
    return element("circle", cx=_n(x), cy=_n(y), r=str(_RADIUS), class_=css) + number


def _brief(graph: Graph, taken: Sequence[Arrow]) -> str:
    """``copies 1 (64%) · cites Northwire``."""
    names = {dot.id: str(dot.number) if dot.number is not None else dot.label for dot in graph.dots}
    verbs = {LineageKind.COPIES: "copies", LineageKind.CITES: "cites", LineageKind.FOLLOWS: "follows"}
    told = []
    for arrow in taken:
        verb = (
            verbs[arrow.kind] if arrow.ordered else "shares text with" if arrow.kind is LineageKind.COPIES else "cites?"
        )
        told.append(f"{verb} {names[arrow.origin]}" + (f" ({arrow.share:.0%})" if arrow.share is not None else ""))
    return " · ".join(told)


_LEGEND = (
    (LineageKind.COPIES, True, "copies: its text stands there"),
    (LineageKind.CITES, True, "cites: it names it as a source"),
    (LineageKind.FOLLOWS, True, "follows: tells the same after it"),
)


def _legend(graph: Graph, placed: _Placed) -> tuple[str, float]:
    """How to read the lines that there are, and where the picture ends."""
    kinds = {arrow.kind for arrow in graph.arrows if arrow.ordered}
    lines = [(_sample(kind, ordered), words) for kind, ordered, words in _LEGEND if kind in kinds]
    if any(not arrow.ordered for arrow in graph.arrows):
        lines.append((_sample(LineageKind.COPIES, False), "shares text; which was first is not known"))
    if graph.arrows:
        lines.append((element("circle", cx="22", cy="0", r="6", class_="lg-first"), "took from nobody that was found"))
    if graph.outside:
        mark = element("rect", x="16", y="-6", width="12", height="12", rx="2", class_="lg-outside")
        lines.append((mark, "not among the reports"))
    y, made = placed.height + 22, []
    columns = 2 if placed.width >= WIDE else 1
    for n, (mark, words) in enumerate(lines):
        x = 4 + (n % columns) * placed.width / columns
        label = element("text", text(words), x="52", y="4", class_="lg-key")
        made.append(element("g", mark, label, transform=f"translate({_n(x)} {_n(y + 20 * (n // columns))})"))
    bottom = y + 20 * math.ceil(len(lines) / columns) - 4 if lines else placed.height + 6
    return element("g", *made, class_="lg-legend"), bottom


def _sample(kind: LineageKind, ordered: bool) -> str:
    trunk = _Trunk(0, kind, ordered)
    line = element("path", d="M2 0H36" if ordered else "M2 0H44", class_="lg-line")
    return element("g", line, _head(trunk, 44, 0), class_=f"lg-{kind.value}" + ("" if ordered else " lg-unordered"))


def _text(x: float, y: float, words: str, css: str, width: float, size: float) -> str:
    """Words that end before the picture does; their direction does not leak."""
    shown = cut(words, width - x, size)
    return element("text", text(f"{_FSI}{shown}{_PDI}"), x=_n(x), y=_n(y), class_=css)


def _n(number: float) -> str:
    """A number with at most one decimal."""
    return f"{number:.1f}".removesuffix(".0")
