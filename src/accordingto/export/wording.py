"""How records are put into words, the same in every format: acts, commitments, voices, chains, evidence."""

from __future__ import annotations

from typing import Protocol

from accordingto.model import (
    AccordingtoError,
    Act,
    Factuality,
    Form,
    Link,
    Moment,
    Statement,
)
from accordingto.pipeline.wording import one_line

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


class Failed(Protocol):
    """A report that could not be read: where it came from and why."""

    @property
    def where(self) -> str: ...  # noqa: D102

    @property
    def error(self) -> AccordingtoError: ...  # noqa: D102


def in_quotes(words: str) -> str:
    """Words in quotation marks, unless they bring their own."""
    return words if words[:1] in ("“", '"', "«") and words[-1:] in ("”", '"', "»") else f"“{words}”"


def counted(count: int, noun: str, several: str = "") -> str:
    """``1 event``, ``2 events``."""
    return f"{count} {noun if count == 1 else several or f'{noun}s'}"


def is_outlet(link: Link, statement: Statement) -> bool:
    """Whether a link is the first of its chain, the outlet's own."""
    return link is statement.chain[0]


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
