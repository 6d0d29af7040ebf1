"""How reports travelled as it is shown: reports in order of time, who took from whom, matters with their origins, what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from accordingto.compare.accounts import in_headline
from accordingto.compare.outlets import outlet_key
from accordingto.compare.travel import Travel
from accordingto.export.copied_view import copied, partner
from accordingto.export.trace_view import Compared, Texts, compared_of
from accordingto.export.wording import counted, moment_text
from accordingto.model import (
    Lineage,
    LineageKind,
    Matter,
    Mismatch,
    Moment,
    Occasion,
    Passage,
    Relation,
    RelationKind,
    Slot,
    Span,
    text_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import chain_text, one_line

AGAINST = (RelationKind.CONTRADICTS, RelationKind.WITHDRAWS, RelationKind.UPDATES)
"""Relations that are shown before all others, in this order."""

DOUBTFUL = 0.3
"""Similarity below which a contradiction in who did it, or whether it was, is shown last. On the stories of evals/travel one in three such
answers to one that was written; above it two in three."""

LONGEST = 160
"""Characters of a passage that are shown: its start and its end."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A report in the order of publication."""

    number: int
    report: str
    outlet: str
    title: str
    published: str
    """For people; empty where it is not stated."""
    iso: str | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that shows an edge."""

    words: str
    here: Span | None
    """In the report that took."""
    there: Span | None
    """In the one that it took from."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge from a report to what it took from."""

    edge: Lineage
    how: str
    """``copies 2 The Post: 64% of its words, 12 edits``."""
    shown: Shared | None
    """The most telling passage."""
    more: int
    """How many other passages show it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree of who took from whom."""

    depth: int
    label: str
    report: Shown | None
    """``None`` for an agency or outlet that is not at hand."""
    edges: tuple[Edge, ...]
    """The first is the one by which it stands here."""


@dataclass(frozen=True, slots=True)
class Teller:
    """A report that tells of a matter."""

    report: Shown
    according: str
    span: Span
    echo: bool
    how: str
    """How its words stand to those of the first that are not its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """A matter, with who tells of it and where it was first said."""

    matter: Matter
    summary: str
    """``8 outlets, 1 origin: a briefing …``."""
    occasions: tuple[tuple[str, str], ...]
    """Description, and the words that tell of it with where they stand."""
    tellers: tuple[Teller, ...]


class Laid:
    """What was found between some reports, laid out; numbers are those of the order of publication."""

    def __init__(self, travel: Travel, readings: Sequence[Reading]) -> None:
        self.travel, self.texts = travel, Texts(readings)
        self.shown = {report: self._shown(n, report) for n, report in enumerate(travel.reports, 1)}

    def _shown(self, number: int, report: str) -> Shown:
        record = self.texts.readings[report].report
        return Shown(
            number,
            report,
            self.texts.outlet(report),
            one_line(record.title.value) if record.title else "(no title)",
            moment_text(record.published.value) if record.published else "",
            record.published.value.iso if record.published else None,
        )

    def name(self, report: str) -> str:
        """``2 The Harbour Post``."""
        return f"{self.shown[report].number} {self.shown[report].outlet}"

    def pairs(self, kinds: Iterable[RelationKind]) -> list[Compared]:
        """Statements that stand to each other so, side by side, kind after kind."""
        order = list(kinds)
        found = [one for one in self.travel.relations if one.kind in order]
        return [compared_of(one, self.texts) for one in sorted(found, key=lambda one: order.index(one.kind))]

    def groups(self, kind: RelationKind) -> list[tuple[Relation, list[Relation]]]:
        """Relations of a kind, those of one statement together: the surest, and the others; doubtful ones are left out."""
        found = [one for one in self.travel.relations if one.kind is kind and not doubtful(one)]
        return [(group.surest, list(group.others)) for group in grouped(found)]

    def grouped(self, kind: RelationKind) -> list[tuple[Compared, list[str]]]:
        """Statements that stand to each other so, those of one statement together: the surest pair, and the others in a line each."""
        return [
            (compared_of(surest, self.texts), [self._beside(one, _shared(surest, others)) for one in others])
            for surest, others in self.groups(kind)
        ]

    def doubtful(self, kind: RelationKind) -> int:
        """How many pairs are not among those grouped."""
        return sum(one.kind is kind and doubtful(one) for one in self.travel.relations)

    def _beside(self, found: Relation, hub: str) -> str:
        """``5 Gulf Ledger [284–392] number: Fourteen → Forty-one``."""
        other = self.texts.statements[found.a if found.b == hub else found.b]
        pair = compared_of(found, self.texts)
        told = "; ".join(pair.headings) or found.kind.value
        return f"{self.name(other.report)} {places(other.content)} {told}"

    def mismatches(self) -> list[tuple[Compared, str]]:
        """Statements beside what their named source says, and the words that name it."""
        return [(self._against_source(one), self._quoted(one.named)) for one in self.travel.mismatches]

    def _against_source(self, found: Mismatch) -> Compared:
        pair = Relation(
            found.source_statement, found.statement, RelationKind.REWORDS, found.differences, found.score, found.by
        )
        return compared_of(pair, self.texts)

    def _quoted(self, passage: Passage) -> str:
        words = one_line(text_of(self.texts.readings[passage.report].report.text, passage.spans))
        return f"“{words}” {places(passage.spans)}"

    def matters(self) -> Iterator[Told]:
        """The matters, those that most reports tell first."""
        for matter in self.travel.matters:
            yield Told(
                matter, matter_summary(matter, self.texts), tuple(self._occasions(matter)), tuple(self._tellers(matter))
            )

    def _occasions(self, matter: Matter) -> Iterator[tuple[str, str]]:
        for occasion in matter.occasions:
            day = f", {moment_text(Moment(occasion.date, None))}" if occasion.date else ""
            shown = [f"{self.name(p.report)}: {self._quoted(p)}" for p in occasion.evidence if p.report in self.shown]
            yield one_line(occasion.description) + day, shown[0] if shown else ""

    def _tellers(self, matter: Matter) -> Iterator[Teller]:
        members = set(matter.statements)
        held = [one for one in self.travel.relations if one.a in members and one.b in members]
        for report in matter.reports:
            reading = self.texts.readings.get(report)
            own = [one for one in matter.statements if reading is not None and one in reading.by_id]
            if reading is None or not own:
                continue
            told = [one for one in own if not in_headline(reading.report, reading.by_id[one].content)]
            statement = reading.by_id[(told or own)[0]]
            against = [one for one in held if one.b in own and one.a not in own]
            surest = min(against, key=lambda one: (RANK.index(one.kind), -one.score), default=None)
            yield Teller(
                self.shown[report],
                chain_text(statement) if statement.voices else "",
                statement.content[0],
                report in matter.echoes,
                self._how(surest) if surest else "",
            )

    def _how(self, found: Relation) -> str:
        slots = ", ".join(dict.fromkeys(one.slot.value for one in found.differences))
        other = self.shown[self.texts.statements[found.a].report].number
        return f"{found.kind.value} {other}" + (f" ({slots})" if slots else "")

    def tree(self) -> list[Node]:
        """Who took from whom, depth first: agencies that are not at hand, then reports in order, each under its main source."""
        edges: dict[str, list[Edge]] = {report: [] for report in self.travel.reports}
        for edge in self.travel.lineage:
            edges[edge.source].append(self._edge(edge))
        for held in edges.values():
            held.sort(key=lambda one: _telling(one.edge))
        above = {report: held[0].edge for report, held in edges.items() if held}
        parents = {report: edge.target for report, edge in above.items() if not _loops(report, above)}
        stubs = list(dict.fromkeys(edge.target for edge in above.values() if not edge.known))
        made: list[Node] = []
        for stub in stubs:
            about = next((edge.about for edge in above.values() if edge.target == stub and edge.about), None)
            when = f", about {moment_text(Moment(about, None))}" if about else ""
            made.append(Node(0, f"{one_line(stub)} (not among the reports{when})", None, ()))
            made += self._below(stub, parents, edges, 1)
        for report in self.travel.reports:
            if report not in parents:
                made.append(Node(0, self.name(report), self.shown[report], tuple(edges[report])))
                made += self._below(report, parents, edges, 1)
        return made

    def _below(self, above: str, parents: dict[str, str], edges: dict[str, list[Edge]], depth: int) -> Iterator[Node]:
        for report in self.travel.reports:
            if parents.get(report) == above:
                yield Node(depth, self.name(report), self.shown[report], tuple(edges[report]))
                yield from self._below(report, parents, edges, depth + 1)

    def _edge(self, edge: Lineage) -> Edge:
        target = self.name(edge.target) if edge.known else one_line(edge.target)
        here = [span for passage in edge.evidence if passage.report == edge.source for span in passage.spans]
        there = [span for passage in edge.evidence if passage.report != edge.source for span in passage.spans]
        text = self.texts.readings[edge.source].report.text
        longest = max(here, key=lambda span: (len(span), -span.start), default=None)
        shared = None
        if longest is not None:
            words = one_line(longest.of(text))
            other = self.texts.readings[edge.target].report.text if edge.known else ""
            place = partner(longest, text, there, other)
            shared = Shared(words, longest, place)
        return Edge(edge, f"{_HOW[edge.kind]} {target}{_amount(edge)}", shared, max(0, len(here) - 1))

    def lineage(self, edge: Lineage) -> Edge:
        """An edge as it is shown."""
        return self._edge(edge)

    def passages(self, edge: Lineage) -> Iterator[Compared]:
        """The passages of a copy side by side, in the order of the report that took them; what was changed is marked."""
        if edge.kind is not LineageKind.COPIES or not edge.known:
            return
        yield from copied(edge, self.texts.readings)


RANK = (*AGAINST, *(kind for kind in RelationKind if kind not in AGAINST))
_HOW = {LineageKind.COPIES: "copies", LineageKind.CITES: "cites", LineageKind.FOLLOWS: "follows"}


def _shared(surest: Relation, others: Sequence[Relation]) -> str:
    """The statement that all of a group have."""
    return next((end for end in (surest.a, surest.b) if all(end in (one.a, one.b) for one in others)), surest.b)


def _amount(edge: Lineage) -> str:
    parts = [f"{edge.share:.0%} of its words" if edge.share is not None else ""]
    parts += [counted(len(edge.edits), "edit") if edge.edits else ""]
    parts += ["which was first is not known" if not edge.ordered else ""]
    told = ", ".join(part for part in parts if part)
    return f": {told}" if told else ""


def _telling(edge: Lineage) -> tuple[bool, bool, float, float]:
    """Edges whose order is known first, copies before citations, the larger share first."""
    return not edge.ordered, edge.kind is not LineageKind.COPIES, -(edge.share or 0.0), -edge.score


def _loops(report: str, above: dict[str, Lineage]) -> bool:
    """Whether a report would stand below itself: where it is not known which of two was first, the later in order goes below."""
    seen, here = {report}, report
    while here in above and above[here].known:
        here = above[here].target
        if here == report:
            return min(seen) == report
        if here in seen:
            return False
        seen.add(here)
    return False


def places(spans: Sequence[Span]) -> str:
    """``[12–40; 55–60]``: where words stand in their report."""
    return f"[{'; '.join(f'{span.start}–{span.end}' for span in spans)}]"


def middle(words: str) -> str:
    """A passage with its middle left out where it is long."""
    if len(words) <= LONGEST:
        return words
    half = LONGEST // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def matter_summary(matter: Matter, texts: Texts) -> str:
    """``8 outlets, 1 origin: a briefing on 27 December, carried by Northwire``; an interval where it is not sure."""
    outlets = len({outlet_key(texts.outlet(report)) for report in matter.reports})
    return origins_text(outlets, matter.origins, matter.occasions, texts.readings)


def origins_text(outlets: int, origins: tuple[int, int], occasions: Iterable[Occasion], reports: Container[str]) -> str:
    """The same of a matter in numbers; ``reports`` are those at hand, by id."""
    least, most = origins
    count = f"{least}" if least == most else f"{least}–{most}"
    said = "; ".join(dict.fromkeys(occasion_text(one, reports) for one in occasions)) or "not stated"
    return f"{counted(outlets, 'outlet')}, {count} {'origin' if most == 1 else 'origins'}: {said}"


def occasion_text(occasion: Occasion, reports: Container[str]) -> str:
    """``a briefing on 27 December, carried by Northwire``; ``reports`` are those at hand, by id."""
    agencies = [one_line(name) for name in occasion.carried_by if name not in reports]
    day = f" on {moment_text(Moment(occasion.date, None))}" if occasion.date else ""
    return f"{one_line(occasion.description)}{day}" + (f", carried by {_listed(agencies)}" if agencies else "")


def _listed(names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def doubtful(found: Relation) -> bool:
    """Whether two statements may only seem to contradict each other: they have little in common, and no count or place ties them."""
    return seems(found.kind, found.score, {difference.slot for difference in found.differences})


def seems(kind: RelationKind, score: float, slots: Collection[Slot]) -> bool:
    """The same of a relation by its kind, its score and the slots in which the two differ."""
    return kind is RelationKind.CONTRADICTS and score < DOUBTFUL and not {Slot.NUMBER, Slot.CONTROL} & set(slots)


class Ended(Protocol):
    """Two statements that stand to each other in some way."""

    @property
    def a(self) -> Any: ...  # noqa: D102

    @property
    def b(self) -> Any: ...  # noqa: D102

    @property
    def score(self) -> float: ...  # noqa: D102


R = TypeVar("R", bound=Ended)


@dataclass(frozen=True, slots=True)
class Group(Generic[R]):
    """Pairs that one statement is an end of."""

    hub: Any
    """That statement, as the pairs name it."""
    surest: R
    others: tuple[R, ...]


def grouped(found: Sequence[R]) -> list[Group[R]]:
    """Pairs of statements, those of one statement together; the surest first."""
    counts = Counter(end for one in found for end in (one.a, one.b))
    groups: dict[Any, list[R]] = {}
    for one in found:
        groups.setdefault(one.a if counts[one.a] > counts[one.b] else one.b, []).append(one)
    surest = {hub: max(held, key=lambda one: one.score) for hub, held in groups.items()}
    return [
        Group(hub, surest[hub], tuple(one for one in groups[hub] if one is not surest[hub]))
        for hub in sorted(groups, key=lambda hub: -surest[hub].score)
    ]
