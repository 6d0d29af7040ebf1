"""How reports travelled, on a terminal: what stands against each other first, then who took from whom, matters and quotations.

Nothing depends on colour: what differs has carets under it. Numbers in brackets say where words stand in their report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from accordingto.compare.travel import Travel
from accordingto.export.deciding import made_text
from accordingto.export.drawing import comparison, indented, wrapped
from accordingto.export.quotes_terminal import page
from accordingto.export.quotes_view import shown as quotes
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.trace_view import Compared
from accordingto.export.travel_view import AGAINST, Laid, Node, Shared, Shown, Teller, Told, middle, places
from accordingto.export.wording import counted, moment_text
from accordingto.model import LineageKind, Moment, QuoteGroup, RelationKind
from accordingto.model.travel import Story
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line

FEW = 5
"""Matters and quotations shown unless all are asked for."""
_NARROW = 72
"""Columns under which a report takes several lines."""
_OUTLET = 22
"""Columns of the names of outlets in a list."""
_HEADINGS = {
    RelationKind.CONTRADICTS: "contradicts",
    RelationKind.WITHDRAWS: "takes back",
    RelationKind.UPDATES: "updates",
    RelationKind.NARROWS: "is more exact, or less",
    RelationKind.REWORDS: "in other words",
    RelationKind.AGREES: "agrees, from another origin",
    RelationKind.REPEATS: "repeats",
}


def story(
    travel: Travel,
    readings: Sequence[Reading],
    *,
    about: Story | None = None,
    notes: Sequence[str] = (),
    everything: bool = False,
    width: int = WIDTH,
    colour: Colour | None = None,
) -> str:
    """A story as text that ends with a line end.

    Args:
        travel: what was found between its reports.
        readings: the reports.
        about: the story, where it is one of a store.
        notes: what a reader should know beforehand.
        everything: all relations, matters and quotations, and not only what differs and the most told.
        width: columns to wrap at.
        colour: the terminal's colour system; ``None`` writes no escape codes at all.
    """
    columns = max(width, 40)
    page = _Page(Laid(travel, readings), columns, everything=everything)
    return printed(page.story(about, notes), width=columns, colour=colour, wrap=False)


def compared(travel: Travel, readings: Sequence[Reading], *, width: int = WIDTH, colour: Colour | None = None) -> str:
    """Some reports side by side: copied passages with their edits, and statements with the slots in which they differ."""
    columns = max(width, 40)
    page = _Page(Laid(travel, readings), columns, everything=True)
    return printed(page.compared(), width=columns, colour=colour, wrap=False)


class _Page:
    def __init__(self, laid: Laid, width: int, *, everything: bool) -> None:
        self.laid, self.width, self.everything = laid, width, everything

    def story(self, about: Story | None, notes: Sequence[str]) -> Iterator[Text]:
        yield from self._head(about)
        for note in notes:
            yield from wrapped(f"! {note}", self.width, "yellow")
        yield from self._against()
        yield from self._mismatches()
        yield from self._reports()
        yield from self._tree()
        yield from self._matters()
        yield from self._quotes()
        yield from self._others()

    def compared(self) -> Iterator[Text]:
        yield from self._reports(first=True)
        yield from self._copies()
        yield from self._against()
        yield from self._mismatches()
        yield from self._others()
        yield from self._quotes()
        if not self.laid.travel.relations:
            yield Text()
            yield from wrapped("No statement of one is about the same thing as one of another.", self.width, "dim")

    def _head(self, about: Story | None) -> Iterator[Text]:
        shown = list(self.laid.shown.values())
        title = one_line(about.title) if about and about.title else shown[0].title if shown else "(no report)"
        yield from wrapped(title, self.width, "bold")
        outlets = counted(len({one.outlet for one in shown}), "outlet")
        days = _days(about.first, about.last) if about else ""
        parts = [about.id if about else "", days, f"{counted(len(shown), 'report')} of {outlets}"]
        yield from wrapped(" · ".join(part for part in parts if part), self.width, "dim")
        for name, words in (("places", about.places), ("actors", about.actors)) if about else ():
            if words:
                yield from wrapped(f"{name}: {', '.join(map(one_line, words))}", self.width, "dim")

    def _section(self, title: str) -> Iterator[Text]:
        yield Text()
        yield from wrapped(title, self.width, "bold underline")

    def _against(self) -> Iterator[Text]:
        for kind in AGAINST:
            pairs = self.laid.pairs([kind])
            if pairs:
                nouns = {
                    RelationKind.CONTRADICTS: ("contradiction", "contradictions"),
                    RelationKind.WITHDRAWS: ("withdrawal", "withdrawals"),
                    RelationKind.UPDATES: ("update", "updates"),
                }[kind]
                yield from self._section(counted(len(pairs), *nouns))
                yield from self._pairs(pairs) if self.everything else self._grouped(kind)
                more = 0 if self.everything else self.laid.doubtful(kind)
                if more:
                    yield Text()
                    told = f"{more} of them between sentences that have little in common: --all shows them"
                    yield from indented("  ", wrapped(told, self.width - 2, "dim"))

    def _grouped(self, kind: RelationKind) -> Iterator[Text]:
        """Each statement against the one that it differs from most surely, and against the others in a line each."""
        for pair, others in self.laid.grouped(kind):
            yield Text()
            yield from self._pair(pair)
            for other in others:
                yield from indented("    ", wrapped(f"also {other}", self.width - 4, "dim"))

    def _pairs(self, pairs: Sequence[Compared]) -> Iterator[Text]:
        for pair in pairs:
            yield Text()
            yield from self._pair(pair)

    def _pair(self, pair: Compared) -> Iterator[Text]:
        if not pair.headings:
            yield Text(f"  {_HEADINGS[pair.kind]}", style="dim")
        yield from indented("  ", comparison(pair, self.width - 2, whole=True))

    def _mismatches(self) -> Iterator[Text]:
        found = self.laid.mismatches()
        if not found:
            return
        yield from self._section(f"{counted(len(found), 'statement')} not as the named source has it")
        for pair, named in found:
            yield Text()
            told = f"{pair.b.outlet} names {pair.a.outlet}: {named}"
            yield from indented("  ", wrapped(told, self.width - 2, "dim"))
            yield from self._pair(pair)

    def _reports(self, *, first: bool = False) -> Iterator[Text]:
        if first:
            yield Text("Reports", style="bold underline")
        else:
            yield from self._section("Reports, in order of publication")
        shown = list(self.laid.shown.values())
        wide = min(_OUTLET, max((cell_len(one.outlet) for one in shown), default=0))
        day = ""
        for one in shown:
            when, _, clock = one.published.partition(", ")
            told, day = ("" if when == day else when or "date not known"), when
            yield from self._report(one, told, clock.partition(" (")[0], wide)

    def _report(self, one: Shown, day: str, clock: str, wide: int) -> Iterator[Text]:
        """A report on a line; on a narrow terminal its headline stands below."""
        head = f"{one.number:>3}  {day:<17} {clock:<6}"
        if self.width < _NARROW:
            room = self.width - cell_len(head)
            yield Text(head, style="dim").append(_cut(one.outlet, room), style="bold")
            yield from indented("     ", wrapped(one.title, self.width - 5))
            return
        title = _cut(one.title, self.width - cell_len(head) - wide - 2)
        yield Text(head, style="dim").append(_fit(one.outlet, wide), style="bold").append(f"  {title}")

    def _tree(self) -> Iterator[Text]:
        if not self.laid.travel.lineage:
            yield from self._section("Who has it from whom")
            told = "no report takes text from another or names where it has it from"
            yield from indented("  ", wrapped(told, self.width - 2, "dim"))
            return
        yield from self._section("Who has it from whom")
        nodes = self.laid.tree()
        for n, node in enumerate(nodes):
            more = _has_sibling(nodes, n)
            stem = "".join("│  " if self._open(nodes, n, depth) else "   " for depth in range(1, node.depth))
            joint = "" if not node.depth else "├─ " if more else "└─ "
            below = "" if not node.depth else "│  " if more else "   "
            deeper = n + 1 < len(nodes) and nodes[n + 1].depth > node.depth
            label = _cut(node.label, self.width - cell_len(stem + joint))
            yield Text(stem + joint, style="dim").append(label, style="bold" if node.report else "")
            inner = stem + below + ("│ " if deeper else "  ")
            yield from indented(inner, self._edges(node, self.width - cell_len(inner)))

    @staticmethod
    def _open(nodes: Sequence[Node], n: int, depth: int) -> bool:
        for node in nodes[n + 1 :]:
            if node.depth <= depth:
                return node.depth == depth
        return False

    def _edges(self, node: Node, width: int) -> Iterator[Text]:
        for edge in node.edges:
            yield from wrapped(edge.how, width, "dim")
            if edge.shown:
                more = f"  and {counted(edge.more, 'other passage')}" if edge.more else ""
                yield from wrapped(f"“{middle(edge.shown.words)}” {_where(edge.shown)}{more}", width)

    def _matters(self) -> Iterator[Text]:
        matters = list(self.laid.matters())
        if not matters:
            return
        yield from self._section(f"{counted(len(matters), 'matter')} told by several reports")
        shown = matters if self.everything else matters[:FEW]
        for told in shown:
            yield Text()
            yield from self._matter(told)
        if len(matters) > len(shown):
            yield Text()
            yield Text(f"{len(matters) - len(shown)} more: --all shows them", style="dim")

    def _matter(self, told: Told) -> Iterator[Text]:
        yield from indented("  ", wrapped(_quoted(told.matter.label), self.width - 2, "bold"))
        yield from indented("  ", wrapped(told.summary, self.width - 2))
        if told.matter.decided:
            yield from indented("  ", wrapped(made_text(told.matter.decided), self.width - 2, "dim"))
        for description, words in told.occasions:
            yield from indented(
                "    ", wrapped(f"{description}: {words}" if words else description, self.width - 4, "dim")
            )
        wide = min(_OUTLET, max((cell_len(one.report.outlet) for one in told.tellers), default=0))
        for one in told.tellers:
            yield from self._teller(one, wide)

    def _teller(self, one: Teller, wide: int) -> Iterator[Text]:
        head = f"  {one.report.number:>3} {_fit(one.report.outlet, wide)}"
        said = f" ← {one.according}" if one.according else ""
        marks = " · ".join(part for part in ("echo" if one.echo else "", one.how, places((one.span,))) if part)
        room = self.width - cell_len(head) - cell_len(marks) - 2
        if self.width >= _NARROW and room >= min(cell_len(said), _OUTLET):
            yield Text(head).append(_cut(said, room) if said else "").append(f"  {marks}", style="dim")
            return
        yield Text(_cut(head + said, self.width))
        yield from indented("      ", wrapped(marks, self.width - 6, "dim"))

    def _quotes(self) -> Iterator[Text]:
        found = [group for group in self.laid.travel.quotes if self._worth(group)]
        if not found:
            return
        yield from self._section(f"{counted(len(found), 'utterance')} quoted by several reports")
        shown = found if self.everything else found[:FEW]
        readings = list(self.laid.texts.readings.values())
        yield Text()
        yield from indented("  ", page(quotes(shown, readings), self.width - 2))
        if len(found) > len(shown):
            yield Text()
            yield Text(f"{len(found) - len(shown)} more: --all shows them", style="dim")

    @staticmethod
    def _worth(group: QuoteGroup) -> bool:
        return len(group.reports) > 1

    def _copies(self) -> Iterator[Text]:
        """Copied passages, with the words that were changed in them."""
        for edge in self.laid.travel.lineage:
            laid = self.laid.lineage(edge)
            yield from self._section(f"{self.laid.name(edge.source)} {laid.how}")
            if laid.edge.kind is not LineageKind.COPIES and laid.shown:
                words = f"“{middle(laid.shown.words)}” {_where(laid.shown)}"
                yield from indented("  ", wrapped(words, self.width - 2))
            for passage in self.laid.passages(edge):
                yield Text()
                yield from indented("  ", comparison(passage, self.width - 2, whole=True))

    def _others(self) -> Iterator[Text]:
        kinds = [kind for kind in RelationKind if kind not in AGAINST]
        differing = [pair for pair in self.laid.pairs(kinds) if pair.headings or self.everything]
        plain = len(self.laid.travel.relations) - len(self.laid.pairs(AGAINST)) - len(differing)
        if differing and self.everything:
            yield from self._section("Other statements on the same matters")
            yield from self._pairs(differing)
        elif differing:
            yield Text()
            told = counted(len(differing), "other pair")
            yield from wrapped(
                f"{told} of statements differ in bounds, certainty or words: --all shows them", self.width, "dim"
            )
        elif plain:
            yield Text()
            yield Text(f"{counted(plain, 'pair')} of statements say the same", style="dim")


def _has_sibling(nodes: Sequence[Node], n: int) -> bool:
    depth = nodes[n].depth
    for node in nodes[n + 1 :]:
        if node.depth <= depth:
            return node.depth == depth and depth > 0
    return False


def _where(shared: Shared) -> str:
    """Where a passage stands on both sides."""
    here = places((shared.here,)) if shared.here else ""
    return f"{here} = {places((shared.there,))}" if shared.there else here


def _quoted(words: str) -> str:
    line = one_line(words)
    return line if line[:1] in '“«"‘' else f"“{line}”"


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "date not known"
    one, other = (moment_text(Moment(day, None)) for day in (first, last))
    return one if one == other else f"{one} to {other}"


def _fit(words: str, columns: int) -> str:
    made = _cut(words, columns)
    return made + " " * max(0, columns - cell_len(made))


def _cut(words: str, columns: int) -> str:
    """A text in so many columns, cut where it is longer."""
    if cell_len(words) <= columns:
        return words
    made = words
    while made and cell_len(made) > max(1, columns - 1):
        made = made[:-1]
    return made + "…"
