"""A trace as it is shown, the same on a terminal and on a page: lines of the tree with the compared sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from accordingto.compare.accounts import in_headline, outlet_of, sentence_of
from accordingto.compare.branches import Branch
from accordingto.compare.normalise import tokens_of
from accordingto.compare.said import proposition
from accordingto.compare.trace import Trace
from accordingto.export.wording import moment_text
from accordingto.model import Difference, Moment, Relation, RelationKind, Slot, Span, Spans, Statement, hull
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import chain_text, harmless, one_line

MOST_WORDS = 6
"""Changed words of a quotation that are named in one line; more are shown in the sentences only."""

LONGEST_VALUE = 60
"""Characters of what a slot holds that are named in one line: where no word tells how sure somebody is, it is a whole sentence."""

HOW = {
    "carries": "prints {above}’s text",
    "carries-uncredited": "prints {above}’s text without saying so",
    "cites": "cites {above}",
    "rewrites": "rewrites {above}",
    "copies": "copies {above} without naming it",
}
SAME = {
    RelationKind.REPEATS: "repeats {above}",
    RelationKind.REWORDS: "in other words than {above}; no difference found in actor, number or negation",
}
ABSENT = "its own text is not among the reports"


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of a report with the words marked that differ."""

    outlet: str
    report: str
    span: Span
    """Where the sentence stands in the archived text."""
    text: str
    """The sentence, control characters and line ends replaced one for one."""
    slots: Spans
    """What differs in a slot; offsets of ``text``."""
    words: tuple[Span, ...]
    """Other words that differ from the other sentence."""
    headline: bool
    according: str = ""
    """The voices below the outlet, outermost first; empty for its own narration, and where no statement is shown."""

    @property
    def name(self) -> str:
        """Whose sentence it is."""
        return f"{self.outlet}, headline" if self.headline else self.outlet


@dataclass(frozen=True, slots=True)
class Compared:
    """Two statements side by side."""

    kind: RelationKind
    headings: tuple[str, ...]
    """``actor: coalition → FUF``, one a difference; empty where no slot differs."""
    a: Marked
    b: Marked
    note: str = ""
    """What is compared, where it is not the report above."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the tree with what is shown below it."""

    branch: Branch
    label: str
    about: tuple[str, ...]
    """Time, how it has the matter …"""
    sentence: Marked | None
    according: str
    """According to whom: the voices below the outlet, outermost first."""
    same: str
    """How it stands to the report it is held against, where no slot differs."""
    compared: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything that is shown of a trace."""

    summary: str
    claim: str
    lines: tuple[Line, ...]
    others: tuple[Compared, ...]
    without: tuple[str, ...]
    """Outlets of reports in which the claim is not found."""
    origins: tuple[int, int]


class Texts:
    """The readings by report and the statements by id."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings: Mapping[str, Reading] = {reading.report.id: reading for reading in readings}
        self.statements: dict[str, Statement] = {}
        for reading in readings:  # reports of one text share the ids of their statements: the first has them
            for statement in reading.statements:
                self.statements.setdefault(statement.id, statement)

    def outlet(self, report: str) -> str:
        """The name of its outlet, on one line."""
        return one_line(outlet_of(self.readings[report]))

    def sentence(self, statement: Statement, differing: Spans = (), words: Spans = ()) -> Marked:
        """The sentence around a statement and what differs in it."""
        report = self.readings[statement.report].report
        span = sentence_of(report, tuple(sorted((*proposition(report.text, statement)[0], *differing))))
        text = harmless(span.of(report.text)).replace("\n", " ").replace("\r", " ").replace("\t", " ")
        inside = [part for part in differing if span.contains(part)]
        return Marked(
            outlet=self.outlet(report.id),
            report=report.id,
            span=span,
            text=text,
            slots=tuple(Span(part.start - span.start, part.end - span.start) for part in inside),
            words=words,
            headline=in_headline(report, statement.content),
            according=chain_text(statement) if statement.voices else "",
        )


def view_of(trace: Trace, readings: Sequence[Reading]) -> View:
    """Lay out a trace; ``readings`` are those it was made from."""
    texts = Texts(readings)
    return View(
        summary=one_line(trace.summary),
        claim=one_line(trace.claim),
        lines=tuple(_lines(trace, texts)),
        others=tuple(compared_of(relation, texts) for relation in trace.others),
        without=tuple(texts.outlet(report) for report in trace.without),
        origins=trace.matter.origins,
    )


def _lines(trace: Trace, texts: Texts) -> list[Line]:
    return [_line(branch, trace, texts) for branch in trace.tree]


def _line(branch: Branch, trace: Trace, texts: Texts) -> Line:
    label = one_line(branch.label)
    if branch.report is None or branch.statement is None:
        date = next((occasion.date for occasion in trace.matter.occasions if occasion.id == branch.occasion), None)
        day = (moment_text(Moment(date, None)),) if date else ()
        about = (f"agency; {ABSENT}",) if branch.kind == "agency" else day
        return Line(branch, label, about, None, "", "", ())
    report = texts.readings[branch.report].report
    published = moment_text(report.published.value) if report.published else "time not stated"
    how = HOW[branch.how].format(above=one_line(branch.taken_from or "")) if branch.how else ""
    share = branch.edge.share if branch.edge else None
    how += f" ({share:.0%} of its words stand there)" if share is not None and how else ""
    statement = texts.statements[branch.statement]
    relations = [found for found in trace.relations if found.b == branch.statement]
    return Line(
        branch=branch,
        label=label,
        about=tuple(part for part in (published, how) if part),
        sentence=texts.sentence(statement),
        according=f"according to {chain_text(statement)}" if statement.voices else "in the outlet’s own voice",
        same=_same(relations, branch, texts),
        compared=tuple(compared_of(found, texts) for found in relations if found.differences),
    )


def _same(relations: Sequence[Relation], branch: Branch, texts: Texts) -> str:
    if branch.against is None:
        return ""
    found = [r for r in relations if texts.statements[r.a].report == branch.against and not r.differences]
    return SAME[found[0].kind].format(above=texts.outlet(branch.against)) if found else ""


def compared_of(relation: Relation, texts: Texts) -> Compared:
    """Two statements side by side, with what differs marked."""
    one, other = texts.statements[relation.a], texts.statements[relation.b]
    a = texts.sentence(one, _spans(relation.differences, 0))
    b = texts.sentence(other, _spans(relation.differences, 1))
    in_a, in_b = changed_words(a.text, b.text)
    quoted = {d.slot for d in relation.differences} == {Slot.QUOTE}
    a, b = (with_words(m, s.content, words, quoted) for m, s, words in ((a, one, in_a), (b, other, in_b)))
    headings = tuple(heading(difference, a, b) for difference in relation.differences)
    note = "its headline against its own text" if one.report == other.report else ""
    return Compared(relation.kind, headings, a, b, note)


def _spans(differences: Sequence[Difference], side: int) -> Spans:
    """The differing spans of one side; a whole quotation is left to the word comparison."""
    return tuple(span for d in differences if d.slot is not Slot.QUOTE for span in (d.a if side == 0 else d.b).spans)


def with_words(marked: Marked, content: Spans, words: Sequence[Span], quoted: bool) -> Marked:
    """Mark the changed words of the content: in a quotation they are what differs, elsewhere they stand beside it."""
    whole = hull(content)
    start, end = whole.start - marked.span.start, whole.end - marked.span.start
    inside = [Span(max(w.start, start), min(w.end, end)) for w in words if start < w.end and w.start < end]
    if quoted:
        return replace(marked, slots=tuple(inside))
    return replace(marked, words=tuple(w for w in inside if not any(w.overlaps(slot) for slot in marked.slots)))


def heading(difference: Difference, a: Marked, b: Marked) -> str:
    """In what two sentences differ: ``actor: coalition → FUF``."""
    if difference.slot is not Slot.QUOTE:
        before, after = (shortened(one_line(value)) for value in (difference.a_value, difference.b_value))
        return f"{difference.slot.value}: {before} → {after}"
    before, after = (" … ".join(span.of(marked.text) for span in marked.slots) for marked in (a, b))
    short = all(0 < len(words.split()) <= MOST_WORDS for words in (before, after))
    return f"quote: {before} → {after}" if short else "quote: worded differently"


def shortened(words: str) -> str:
    """What a slot holds in one line; the sentence shows the rest."""
    return words if len(words) <= LONGEST_VALUE else f"{words[:LONGEST_VALUE].rstrip()} …"


def changed_words(a: str, b: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of each text that the other does not have at that place, neighbours joined; offsets of each text."""
    ours, theirs = tokens_of(a), tokens_of(b)
    matcher = SequenceMatcher(None, [t.word for t in ours], [t.word for t in theirs], autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    in_a = tuple(Span(ours[i].start, ours[j - 1].end) for _, i, j, _, _ in steps if i < j)
    in_b = tuple(Span(theirs[i].start, theirs[j - 1].end) for _, _, _, i, j in steps if i < j)
    return in_a, in_b
