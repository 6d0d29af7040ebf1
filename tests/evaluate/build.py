"""Rows and readings made by hand for the tests of evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accordingto.model import (
    Act,
    Block,
    BlockKind,
    Evidence,
    Factuality,
    Form,
    Implied,
    Link,
    Mood,
    Report,
    Run,
    Source,
    SourceKind,
    Span,
    Stated,
    Statement,
    Time,
    text_sha256,
)
from accordingto.pipeline.reading import Reading

TEXT = "“We hold the dam,” Rozan Teli told Northwire. The army denied that it had fired on Camp Hadra."


def at(words: str, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def attribution(source: str, cue: str, content: str, text: str = TEXT) -> dict[str, Any]:
    parts = {"source": source, "cue": cue, "content": content}
    return {role: [at(words, text)] if words else [] for role, words in parts.items()}


def voice(name: str | None, source: str = "", text: str = TEXT) -> dict[str, Any]:
    return {"name": name, "source": [at(source, text)] if source else [], "cue": [], "unnamed": name is None}


def statement(
    content: str,
    *voices: dict[str, Any],
    form: str = "indirect",
    act: str = "state",
    factuality: str = "CT+",
    text: str = TEXT,
) -> dict[str, Any]:
    return {
        "id": content,
        "content": [at(content, text)],
        "form": form,
        "act": act,
        "factuality": factuality,
        "chain": list(voices),
        "said": None,
    }


def span(words: str, text: str = TEXT) -> Span:
    return Span(*at(words, text))


def link(name: str | None, source: Evidence, cue: Evidence, *, act: Act = Act.STATE, said: Time | None = None) -> Link:
    kind = SourceKind.PERSON if name else SourceKind.AGENTLESS
    return Link(Source(kind, source, name), cue, act, Factuality.CERTAIN, 0.9, "test", said)


OUTLET = Link(
    Source(SourceKind.OUTLET, Implied("outlet"), "Gulf Ledger"),
    Implied("outlet"),
    Act.NARRATE,
    Factuality.CERTAIN,
    1.0,
    "test",
)


def made(content: Sequence[Span], *voices: Link, form: Form = Form.INDIRECT, key: str = "statement-1") -> Statement:
    return Statement(key, "report-1", tuple(content), form, Mood.ASSERTED, (OUTLET, *voices), 0.9, "test")


def reading(*statements: Statement, text: str = TEXT) -> Reading:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test")
    report = Report("report-1", "capture-1", text, text_sha256(text), (block,), "test/1")
    return Reading(report, statements, Run("0", "test/1", "0", "0", "0"))


class StubReader:
    """A reader without a model: one direct quotation a text that has curly marks, timed as if it were slow."""

    def __init__(self) -> None:
        self.timings = {"encoder": 0.0, "total": 0.0}
        self.seen: list[tuple[str, str | None, str | None]] = []

    def attributions(self, text: str) -> list[dict[str, Any]]:
        quoted = _quoted(text)
        return [{"source": [], "cue": [], "content": [list(quoted)]}] if quoted else []

    def read_text(self, text: str, *, outlet: str | None = None, published: str | None = None) -> Reading:
        self.seen.append((text, outlet, published))
        self.timings["encoder"] += 1e-6
        if "breaks the reader" in text:
            raise RuntimeError("a fault")
        quoted = _quoted(text)
        voices = (link("Rozan Teli", Implied("test"), Implied("test")),)
        found = [made([Span(*quoted)], *voices, form=Form.DIRECT)] if quoted else []
        return reading(*found, text=text)


def _quoted(text: str) -> tuple[int, int] | None:
    start, end = text.find("“"), text.find("”")
    return (start, end + 1) if 0 <= start < end else None


__all__ = ["TEXT", "Stated", "StubReader", "at", "attribution", "link", "made", "reading", "span", "statement", "voice"]
