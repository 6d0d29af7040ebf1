"""Which reports of a story are compared, and how the others are tied to them afterwards.

A text that forty outlets print unchanged is compared once; and of very many texts only a bounded number is, those that hold the most
that no earlier one does. What stands by another one is then told of as its copy, with the words on both sides, and its statements,
quotations and reports go where those of the other went. Nothing here depends on the order in which reports are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.compare.accounts import before, body, by_report, canonical_order, outlet_of, sentences_of
from accordingto.compare.copies import shared
from accordingto.compare.footlines import datelines
from accordingto.compare.normalise import plain_words, tokens_of
from accordingto.compare.outlets import same_outlet
from accordingto.compare.travel import Travel
from accordingto.model import Edit, Lineage, LineageKind, Matter, Passage, QuoteGroup, Span, Variant
from accordingto.pipeline.reading import Reading

MOST = 40
"""Texts that are compared in one story. Comparing costs as the square of their number."""
NEAR = 0.5
"""Share of its sentences that must stand in a compared text for a report to be tied to it; with less it is not compared at all."""
LONG = 6
"""Words of a sentence that can show that it was copied, as `accordingto.compare.prints.SENTENCE_WORDS`."""
EXACT, COPY = "attached:same-text", "attached:shared-sentences"
Sentences = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which reports are compared."""

    compared: tuple[Reading, ...]
    """In canonical order, of each text one."""
    attached: tuple[tuple[Reading, Reading], ...]
    """A report, and the compared one that it stands by; in canonical order."""
    left: tuple[Reading, ...]
    """Reports that are not compared, where a story has very many texts: they share next to nothing with those that are."""


def chosen(readings: Sequence[Reading], *, most: int = MOST) -> Chosen:
    """Choose the reports that are compared.

    Args:
        readings: all reports of a story, in any order.
        most: texts that are compared at most.
    """
    ordered = [one for one in by_report(canonical_order(readings)).values() if isinstance(one, Reading)]
    texts: dict[tuple[str, ...], list[Reading]] = {}
    for reading in ordered:
        texts.setdefault(_text(reading), []).append(reading)
    firsts = {_origin(group).report.id: group for group in texts.values()}
    heads = [reading for reading in ordered if reading.report.id in firsts]
    compared, tied = _bounded(heads, most)
    beside = {other.report.id: head for head in heads for other in firsts[head.report.id] if other is not head}
    pairs, left = [], []
    kept = {reading.report.id for reading in compared}
    for reading in ordered:
        head = beside.get(reading.report.id, reading)
        target = head if head.report.id in kept else tied.get(head.report.id)
        if target is None:
            left.append(reading)
        elif reading is not target:
            pairs.append((reading, target))
    return Chosen(tuple(compared), tuple(pairs), tuple(left))


def _text(reading: Reading) -> tuple[str, ...]:
    """The words of a report's own account, and where its blocks end: equal in exact copies only."""
    report = reading.report
    return tuple(word for span in body(report) for word in (*plain_words(span.of(report.text)), "\n")) or (report.id,)


def _origin(group: Sequence[Reading]) -> Reading:
    """Of the reports with one text the one that it credits, or else the first."""
    names = [name for name, _ in datelines(group[0].report)]
    return next((one for one in group if any(same_outlet(outlet_of(one), name) for name in names)), group[0])


def _bounded(heads: Sequence[Reading], most: int) -> tuple[list[Reading], dict[str, Reading]]:
    """The texts that hold most that no earlier one does; and for each other one the one of these that it shares most with."""
    if len(heads) <= most:
        return list(heads), {}
    held = [_sentences(reading) for reading in heads]
    known = [max((_share(mine, other) for other in held[:n]), default=0.0) for n, mine in enumerate(held)]
    order = sorted(range(len(heads)), key=lambda n: (known[n], n))
    kept = sorted(order[:most])
    tied = {}
    for n in order[most:]:
        nearest = max(kept, key=lambda m: (_share(held[n], held[m]), -m))
        if _share(held[n], held[nearest]) >= NEAR:
            tied[heads[n].report.id] = heads[nearest]
    return [heads[n] for n in kept], tied


def _sentences(reading: Reading) -> Sentences:
    text = reading.report.text
    found = (tuple(plain_words(span.of(text))) for span in sentences_of(reading.report))
    return frozenset(words for words in found if len(words) >= LONG)


def _share(mine: Sentences, other: Sentences) -> float:
    return len(mine & other) / len(mine) if mine else 0.0


def expanded(travel: Travel, choice: Chosen) -> Travel:
    """What was found between the compared reports, with those that stand by them."""
    if not choice.attached:
        return travel
    readings = [*choice.compared, *(reading for reading, _ in choice.attached)]
    beside: dict[str, list[_Beside]] = {}
    for reading, head in choice.attached:
        beside.setdefault(head.report.id, []).append(_Beside(reading, head))
    order = [one.report.id for one in canonical_order(readings)]
    rank = {report: n for n, report in enumerate(order)}
    return replace(
        travel,
        reports=tuple(order),
        lineage=(*travel.lineage, *(edge(reading, head) for reading, head in choice.attached)),
        quotes=tuple(_quoted(group, beside) for group in travel.quotes),
        matters=tuple(_told(matter, beside, rank) for matter in travel.matters),
    )


def edge(reading: Reading, head: Reading) -> Lineage:
    """The edge from a report to the one that it copies."""
    credited = any(same_outlet(name, outlet_of(head)) for name, _ in datelines(reading.report))
    ordered = credited or before(head.report, reading.report) is not None
    source, target = reading.report.id, head.report.id
    if _text(reading) == _text(head):
        whole = (Passage(source, body(reading.report)), Passage(target, body(head.report)))
        return Lineage(source, target, LineageKind.COPIES, whole, 1.0, 1.0, EXACT, ordered=ordered, target_share=1.0)
    found = shared(head.report, reading.report)
    evidence = (Passage(source, found.b), Passage(target, tuple(sorted(set(found.a)))))
    return Lineage(
        source,
        target,
        LineageKind.COPIES,
        evidence,
        round(found.of_b, 4),
        1.0,
        COPY,
        ordered=ordered,
        target_share=round(found.of_a, 4),
        edits=found.edits,
    )


class _Beside:
    """A report that stands by a compared one: which of its statements and quotations are those of the other."""

    def __init__(self, reading: Reading, head: Reading) -> None:
        self.report = reading.report.id
        self._same = reading.report.text_sha256 == head.report.text_sha256
        self._text, self._head = reading.report.text, head.report.text
        self._statements = self._equal(reading, head)

    def _equal(self, reading: Reading, head: Reading) -> Mapping[str, str]:
        mine: dict[tuple[str, ...], str] = {}
        for one in reading.statements:
            mine.setdefault(_words(reading, one.content), one.id)
        pairs = ((other.id, mine.get(_words(head, other.content))) for other in head.statements)
        return {theirs: own for theirs, own in pairs if own is not None}

    def statement(self, other: str | None) -> str | None:
        """Its statement that has the words of one of the other."""
        return self._statements.get(other or "")

    def variant(self, variant: Variant) -> Variant | None:
        """Its wording of an utterance: that of the other, where the same words stand in it."""
        if self._same:
            return replace(variant, report=self.report)
        moved: dict[Span, int] = {}
        for piece in variant.pieces:
            at = self._text.find(piece.of(self._head))
            if at < 0:
                return None
            moved[piece] = at - piece.start
        pieces = tuple(sorted(Span(piece.start + by, piece.end + by) for piece, by in moved.items()))
        edits = tuple(_moved(edit, moved) for edit in variant.edits)
        return replace(
            variant, report=self.report, pieces=pieces, edits=edits, statement=self.statement(variant.statement)
        )


def _words(reading: Reading, parts: Sequence[Span]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens_of(reading.report.text, tuple(parts)))


def _moved(edit: Edit, moved: Mapping[Span, int]) -> Edit:
    if edit.b is None:
        return edit
    by = next((by for piece, by in moved.items() if piece.contains(edit.b)), 0)
    return replace(edit, b=Span(edit.b.start + by, edit.b.end + by))


def _quoted(group: QuoteGroup, beside: Mapping[str, list[_Beside]]) -> QuoteGroup:
    """The utterance, with the wording of each report that stands by another right after the other's."""
    made: list[Variant] = []
    for variant in group.variants:
        made.append(variant)
        made += [found for other in beside.get(variant.report, ()) if (found := other.variant(variant))]
    return replace(group, variants=tuple(made))


def _told(matter: Matter, beside: Mapping[str, list[_Beside]], rank: Mapping[str, int]) -> Matter:
    """The matter, told by the reports that stand by others too; they add no occasion."""
    more: dict[str, str] = {}
    statements: list[str] = []
    told = set(matter.reports)
    for head in matter.reports:
        for other in beside.get(head, ()):
            own = [found for one in matter.statements if (found := other.statement(one))]
            if own:
                more[other.report] = head
                statements += own
    if not more:
        return matter
    order = sorted(told | set(more), key=rank.__getitem__)
    occasions = tuple(
        replace(one, carried_by=(*one.carried_by, *(report for report in order if more.get(report) in one.carried_by)))
        for one in matter.occasions
    )
    echoes = set(matter.echoes) | set(more)
    return replace(
        matter,
        statements=tuple(dict.fromkeys((*matter.statements, *statements))),
        reports=tuple(order),
        occasions=occasions,
        echoes=tuple(report for report in order if report in echoes),
    )


def reports_of(choice: Chosen) -> Iterator[Reading]:
    """All reports that are compared or stand by a compared one."""
    yield from choice.compared
    yield from (reading for reading, _ in choice.attached)
