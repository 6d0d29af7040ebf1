"""Who took what from whom as dots and lines, before anything is drawn: reports in order of time, and names that are not at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from accordingto.compare.accounts import Interval, interval
from accordingto.compare.travel import Travel
from accordingto.export.trace_view import Texts
from accordingto.export.wording import counted, moment_text
from accordingto.model import Lineage, LineageKind, Moment
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line

VERBS = {LineageKind.COPIES: "copies", LineageKind.CITES: "cites", LineageKind.FOLLOWS: "follows"}
UNORDERED = {
    LineageKind.COPIES: "shares text with",
    LineageKind.CITES: "cites, or is cited by,",
    LineageKind.FOLLOWS: "follows, or is followed by,",
}
"""What is said where it is not known which of two was first."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A report, or somebody that reports took from and that is not among them."""

    id: str
    label: str
    """The outlet's name, on one line."""
    title: str = ""
    when: Moment | None = None
    number: int | None = None
    """In the order of publication; ``None`` for one that is not at hand."""
    href: str | None = None
    """Where the report is shown."""

    @property
    def name(self) -> str:
        """``2 The Harbour Post``, or the bare name of one that is not at hand."""
        return self.label if self.number is None else f"{self.number} {self.label}"


@dataclass(frozen=True, slots=True)
class Arrow:
    """One report took from another, or from one that is not at hand."""

    taker: str
    origin: str
    kind: LineageKind
    share: float | None = None
    edits: int = 0
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Graph:
    """What is drawn: ``dots`` in order, those that are not at hand first; each arrow's ends are among them."""

    dots: tuple[Dot, ...]
    arrows: tuple[Arrow, ...]

    @property
    def reports(self) -> tuple[Dot, ...]:
        """Those at hand."""
        return tuple(dot for dot in self.dots if dot.number is not None)

    @property
    def outside(self) -> tuple[Dot, ...]:
        """Those that are not."""
        return tuple(dot for dot in self.dots if dot.number is None)

    def taken(self, dot: Dot) -> list[Arrow]:
        """What a report took, what shows most first."""
        return sorted((arrow for arrow in self.arrows if arrow.taker == dot.id), key=_telling)

    def how(self, arrow: Arrow) -> str:
        """``copies 2 The Harbour Post: 64% of its words, 12 edits``."""
        name = next(dot.name for dot in self.dots if dot.id == arrow.origin)
        verb = (VERBS if arrow.ordered else UNORDERED)[arrow.kind]
        parts = [f"{arrow.share:.0%} of its words" if arrow.share is not None else ""]
        parts += [counted(arrow.edits, "edit") if arrow.edits else ""]
        parts += ["" if arrow.ordered else "which was first is not known"]
        told = ", ".join(part for part in parts if part)
        return f"{verb} {name}" + (f": {told}" if told else "")

    def summary(self) -> str:
        """How many reports there are, how many took from another, and who is not among them, in a sentence or two."""
        takers = {arrow.taker for arrow in self.arrows}
        count = counted(len(self.reports), "report")
        told = f"{count}; {len(takers)} of them took from another that was found." if takers else f"{count}; none took"
        outside = ", ".join(dot.label for dot in self.outside)
        return (told if takers else f"{told} from another as far as was found.") + (
            f" Not among them: {outside}." if outside else ""
        )


def graph_of(travel: Travel, readings: Sequence[Reading], *, href: Callable[[str], str | None] | None = None) -> Graph:
    """Lay out the lineage of some reports.

    Args:
        travel: what was found between them.
        readings: of its reports, at least.
        href: where a report is shown, by its id.
    """
    texts = Texts(readings)
    dots = [_report(n, report, texts, href) for n, report in enumerate(travel.reports, 1)]
    return Graph((*_outside(travel.lineage), *dots), tuple(_arrow(edge) for edge in travel.lineage))


def _report(number: int, report: str, texts: Texts, href: Callable[[str], str | None] | None) -> Dot:
    record = texts.readings[report].report
    return Dot(
        id=report,
        label=texts.outlet(report),
        title=one_line(record.title.value) if record.title else "",
        when=record.published.value if record.published else None,
        number=number,
        href=href(report) if href else None,
    )


def outside_id(name: str) -> str:
    """The id of one that is not at hand; no report's id begins like it."""
    return f"outside:{name}"


def _outside(lineage: Sequence[Lineage]) -> list[Dot]:
    """Each name that is not at hand once, with the day of which the reports tell."""
    about: dict[str, str | None] = {}
    for edge in lineage:
        if not edge.known:
            about[edge.target] = about.get(edge.target) or edge.about
    return [
        Dot(outside_id(name), one_line(name), when=Moment(day, None) if day else None) for name, day in about.items()
    ]


def _arrow(edge: Lineage) -> Arrow:
    origin = edge.target if edge.known else outside_id(edge.target)
    return Arrow(edge.source, origin, edge.kind, edge.share, len(edge.edits), edge.ordered)


def _telling(arrow: Arrow) -> tuple[bool, bool, float]:
    """Those whose order is known first, copies before others, the larger share first."""
    return not arrow.ordered, arrow.kind is not LineageKind.COPIES, -(arrow.share or 0.0)


def known_time(dot: Dot) -> Interval | None:
    """When it was published as far as it is stated, in UTC."""
    return interval(dot.when) if dot.when else None


def hours_between(a: Dot, b: Dot) -> float | None:
    """Hours from the middle of what is known of one to that of another; ``None`` where one is not dated."""
    one, other = known_time(a), known_time(b)
    if one is None or other is None:
        return None
    middle = (other[0] + (other[1] - other[0]) / 2) - (one[0] + (one[1] - one[0]) / 2)
    return max(0.0, middle / timedelta(hours=1))


def day_text(dot: Dot) -> str:
    """The day of publication for people: ``14 November 2023``; empty where none is stated."""
    return moment_text(Moment(dot.when.local[:10], None)) if dot.when else ""


def clock_text(dot: Dot) -> str:
    """The time of day with its offset: ``16:05 (+02:00)``; empty where none is stated."""
    if dot.when is None or len(dot.when.local) < 16:
        return ""
    return one_line(dot.when.local[11:16] + (f" ({dot.when.offset})" if dot.when.offset else ""))
