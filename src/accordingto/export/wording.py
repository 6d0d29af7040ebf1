"""How records are put into words, the same in every format: acts, commitments, voices, chains, evidence."""

from __future__ import annotations

import re
from typing import Protocol

from accordingto.model import (
    AccordingtoError,
    Act,
    Block,
    Evidence,
    Factuality,
    Field,
    Form,
    Implied,
    Inherited,
    Link,
    Moment,
    Report,
    Source,
    SourceKind,
    Statement,
    hull,
)

AGENTLESS = "(no source given)"
"""Stands for a voice that the report does not even describe."""
UNKNOWN_OUTLET = "(outlet not known)"

ACTS: dict[Act, str] = {
    Act.STATE: "states",
    Act.REPORT: "reports",
    Act.ALLEGE: "alleges",
    Act.ACCUSE: "accuses",
    Act.DENY: "denies",
    Act.ESTIMATE: "estimates",
    Act.DECLARE: "declares",
    Act.INTEND: "intends",
    Act.DEMAND: "demands",
    Act.WARN: "warns",
    Act.BELIEVE: "believes",
    Act.DOUBT: "doubts",
    Act.DOCUMENT: "documents",
    Act.INFER: "infers",
    Act.NO_RESPONSE: "does not respond",
    Act.ASK: "asks",
    Act.NARRATE: "narrates",
}
COMMITMENTS: dict[Factuality, str] = {
    Factuality.CERTAIN: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.UNCOMMITTED: "uncommitted",
    Factuality.POSSIBLE_NOT: "possibly not",
    Factuality.PROBABLE_NOT: "probably not",
    Factuality.CERTAIN_NOT: "certainly not",
}
FORMS: dict[Form, str] = {
    Form.DIRECT: "direct quote",
    Form.INDIRECT: "indirect",
    Form.MIXED: "partly quoted",
    Form.NARRATION: "narration",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_BIDI_CONTROLS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


class Failed(Protocol):
    """A report that could not be read: where it came from and why."""

    @property
    def where(self) -> str: ...  # noqa: D102

    @property
    def error(self) -> AccordingtoError: ...  # noqa: D102


def harmless(text: str) -> str:
    """The text with each control character and lone surrogate replaced by U+FFFD, one for one, so that offsets hold.

    Tabs and line ends stay. A report must not be able to steer a terminal or break an encoder.
    """
    return _CONTROLS.sub("\ufffd", text)


def encodable(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text harmless, without bidirectional overrides and on one line, for places that quote."""
    return " ".join(_BIDI_CONTROLS.sub("\ufffd", harmless(text)).split())


def in_quotes(words: str) -> str:
    """Words in quotation marks, unless they bring their own."""
    return words if words[:1] in ("“", '"', "«") and words[-1:] in ("”", '"', "»") else f"“{words}”"


def counted(count: int, noun: str, several: str = "") -> str:
    """``1 event``, ``2 events``."""
    return f"{count} {noun if count == 1 else several or f'{noun}s'}"


def voice_name(source: Source) -> str:
    """What to call a voice: its resolved name, else the report's words, else that there is none."""
    if source.kind is SourceKind.OUTLET:
        return one_line(source.name or source.words or UNKNOWN_OUTLET)
    return one_line(source.name or source.words or AGENTLESS)


def chain_text(statement: Statement) -> str:
    """The voices below the outlet, outermost first: ``Northwire → Gen. Nadim Hazrun``; for narration the outlet."""
    return " → ".join(voice_name(link.source) for link in statement.voices or statement.chain)


def reading_order(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Statements as a reader meets them: by where the content starts, the wider first, the shorter chain first."""

    def place(statement: Statement) -> tuple[int, int, int, str]:
        whole = hull(statement.content)
        return whole.start, -whole.end, len(statement.chain), statement.id

    return tuple(sorted(statements, key=place))


def evidence_kind(evidence: Evidence) -> str:
    """``stated``, ``inherited`` or ``implied``."""
    if isinstance(evidence, Inherited):
        return "inherited"
    return "implied" if isinstance(evidence, Implied) else "stated"


def evidence_rule(evidence: Evidence) -> str | None:
    """The rule that carried or concluded a value, where none of the report's words here say it."""
    return evidence.rule if isinstance(evidence, Inherited | Implied) else None


def innermost_said(statement: Statement) -> str | None:
    """When the innermost voice said it, as a TIMEX3 value."""
    said = statement.innermost.said
    return said.value if said else None


def is_outlet(link: Link, statement: Statement) -> bool:
    """Whether a link is the first of its chain, the outlet's own."""
    return link is statement.chain[0]


def block_of(report: Report, statement: Statement) -> Block | None:
    """The block that the content begins in."""
    start = hull(statement.content).start
    return next((block for block in report.blocks if block.span.start <= start < block.span.end), None)


def value_of(field: Field[str] | None) -> str | None:
    """A field's value, if there is the field."""
    return field.value if field else None


def iso_of(field: Field[Moment] | None) -> str | None:
    """A moment in ISO 8601, cut at its precision, if there is one."""
    return field.value.iso if field else None


def moment_text(moment: Moment) -> str:
    """A moment for people, as far as it was stated: ``12 March 2023, 14:07 (+02:00)``."""
    day, _, clock = moment.local.partition("T")
    parts = day.split("-")
    if not all(part.isdigit() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return one_line(moment.iso)
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    words += [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    spoken = " ".join([*words, parts[0]])
    return one_line(spoken + (f", {clock}" if clock else "") + (f" ({moment.offset})" if moment.offset else ""))
