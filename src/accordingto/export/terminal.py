"""Plain text for a terminal or a file: the report, then its statements in reading order. Nothing depends on colour.

What a report says is shown with its control characters replaced, so that it cannot steer the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Literal

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from accordingto.export.inside import inside
from accordingto.export.terminal_content import claims, named
from accordingto.export.wording import ACTS, COMMITMENTS, FORMS, Failed, counted, in_quotes, is_outlet, moment_text
from accordingto.export.wording_content import time_text
from accordingto.model import Evidence, Form, Link, Mood, Spans, Statement, spans_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import evidence_kind, evidence_rule, one_line, reading_order, voice_name

WIDTH = 88
"""Columns where no terminal says how many it has."""
Colour = Literal["standard", "256", "truecolor"]


def chunks(
    items: Iterable[Reading | Failed], *, width: int = WIDTH, colour: Colour | None = None, everything: bool = False
) -> Iterator[str]:
    """Each reading as text, a blank line between two. Failures are left to standard error.

    Args:
        items: readings and failures, in order; taken one at a time.
        width: columns to wrap at.
        colour: the terminal's colour system; ``None`` writes no escape codes at all.
        everything: also what says again what is shown already, and after the statements all actors, places, times and names.
    """
    first = True
    for item in items:
        if isinstance(item, Reading):
            yield ("" if first else "\n") + render(item, width=width, colour=colour, everything=everything)
            first = False


def render(reading: Reading, *, width: int = WIDTH, colour: Colour | None = None, everything: bool = False) -> str:
    """One reading as text that ends with a line end; the arguments are those of `chunks`."""
    return printed(_parts(reading, everything), width=max(width, 24), colour=colour).rstrip("\n") + "\n"


def printed(parts: Iterable[RenderableType], *, width: int, colour: Colour | None, wrap: bool = True) -> str:
    """Renderables as lines without trailing blanks; ``colour`` ``None`` writes no escape codes at all."""
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=width,
        color_system=colour,
        force_terminal=colour is not None,
        no_color=colour is None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part, soft_wrap=not wrap)
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _parts(reading: Reading, everything: bool) -> Iterator[RenderableType]:
    yield _head(reading)
    ordered = reading_order(reading.statements)
    numbers = {statement.id: number for number, statement in enumerate(ordered, 1)}
    found = inside(reading, everything=everything)
    for statement in ordered:
        yield Text()
        yield _statement(reading, statement, numbers, claims(found[statement.id], reading))
    yield Text()
    yield Text(_count(reading), style="dim")
    if everything:
        yield from named(reading)


def _head(reading: Reading) -> RenderableType:
    report = reading.report
    title = one_line(report.title.value) if report.title else "(no title)"
    about = [
        one_line(report.outlet.value) if report.outlet else "(outlet not known)",
        moment_text(report.published.value) if report.published else "(date not known)",
        one_line(report.place.value) if report.place else "",
    ]
    lines: list[RenderableType] = [Text(title, style="bold"), Text(_joined(about))]
    if reading.where and reading.where != "-":
        lines.append(Text(one_line(reading.where), style="dim"))
    if report.flags:
        lines.append(Text("! " + ", ".join(one_line(flag) for flag in report.flags), style="bold red"))
    lines += [Text("note: " + one_line(note), style="dim") for note in reading.notes]
    return Group(*lines)


def _statement(
    reading: Reading, statement: Statement, numbers: dict[str, int], claimed: RenderableType | None
) -> RenderableType:
    """A number in the margin; beside it who, what, the words, what they claim, and the words that say who."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", width=3, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    voiced = statement.form is not Form.NARRATION
    body: list[RenderableType] = [
        _chain(statement),
        Text(_what(statement, numbers), style="cyan" if voiced else "dim"),
        Text(_quoted(reading, statement.content), overflow="fold"),
    ]
    body += [claimed] if claimed else []
    body += [Text(line, style="dim", overflow="fold") for line in _evidence(reading, statement)]
    grid.add_row(Text(str(numbers[statement.id]), style="bold" if voiced else "dim"), Group(*body))
    return grid


def _chain(statement: Statement) -> Text:
    """``The Harbour Post ← Northwire ← Gen. Nadim Hazrun (chief of staff)``."""
    made = Text(overflow="fold")
    for link in statement.chain:
        if not is_outlet(link, statement):
            made.append(" ← ", style="dim")
        made.append(voice_name(link.source), style="bold" if link is statement.innermost else "")
        if link.source.role:
            made.append(f" ({one_line(link.source.role)})")
        if link.source.unnamed and link.source.name:
            made.append(" [unnamed]", style="yellow")
    return made


def _what(statement: Statement, numbers: dict[str, int]) -> str:
    said = statement.innermost.said
    parts = [
        ACTS[statement.act],
        f"{COMMITMENTS[statement.factuality]} ({statement.factuality.value})",
        FORMS[statement.form] if statement.form is not Form.NARRATION else "",
        statement.mood.value if statement.mood is not Mood.ASSERTED else "",
        f"said {time_text(said)}" if said else "",
        f"about {numbers[statement.about]}" if statement.about in numbers else "",
    ]
    return _joined(parts)


def _evidence(reading: Reading, statement: Statement) -> Iterator[str]:
    for link in statement.voices:
        yield f"by {voice_name(link.source)}: {_joined(_of_link(reading, link))}"


def _of_link(reading: Reading, link: Link) -> list[str]:
    """The words for the voice and its cue; a rule that carried both here is named once."""
    source, cue = link.source.evidence, link.cue
    told = [_told("source", reading, source), _told("cue", reading, cue)]
    rule = _rule(source)
    if rule and rule == _rule(cue):
        told[0] = told[0].removesuffix(f" {rule}")
    return told


def _rule(evidence: Evidence) -> str:
    """``inherited by rule dateline``; nothing where the words stand here."""
    rule = evidence_rule(evidence)
    return f"{evidence_kind(evidence)} by rule {rule}" if rule else ""


def _told(name: str, reading: Reading, evidence: Evidence) -> str:
    """``cue “said”``, ``source “Northwire” inherited by rule dateline``, ``source implied by rule agentless``."""
    parts = spans_of(evidence)
    return " ".join(word for word in (name, _quoted(reading, parts) if parts else "", _rule(evidence)) if word)


def _count(reading: Reading) -> str:
    voiced = sum(statement.form is not Form.NARRATION for statement in reading.statements)
    told = len(reading.statements) - voiced
    within = [
        counted(sum(not event.derived for event in reading.events), "event"),
        counted(len(reading.estimates), "estimate"),
        counted(len(reading.control), "record of control", "records of control"),
    ]
    claimed = f"; in them {', '.join(within)}" if reading.events or reading.estimates or reading.control else ""
    return f"{counted(len(reading.statements), 'statement')}: {voiced} by voices, {told} narrated{claimed}"


def _quoted(reading: Reading, parts: Spans) -> str:
    return " … ".join(in_quotes(one_line(span.of(reading.report.text))) for span in parts)


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)
