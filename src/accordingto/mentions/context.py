"""What linking looks at: the text with its words, the registry, the day, which state a report is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.language.flow import Flow
from accordingto.language.syntax import Syntax
from accordingto.mentions.persons import Setting
from accordingto.mentions.phrases import STATE_NAMES, Office, offices
from accordingto.mentions.scan import Scanned
from accordingto.model import Report, Span, Statement, spans_of
from accordingto.resources.actors import NameClass, Registry
from accordingto.resources.lexicons import Lexicons

HOME_LEAST, HOME_SHARE = 3, 0.5
"""A report is about one state where that is named this often and has this share of all namings of states."""
_ARTICLE = re.compile(r"(?:the|a|an)[\s\u00a0]+", re.I)
_ENDING = re.compile(r"[’'][sS]?\Z")


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One report as linking sees it. Spans are of the running text."""

    text: str
    flow: Flow
    registry: Registry
    lexicons: Lexicons
    sentences: Sequence[Span]
    scanned: Scanned
    offices: Sequence[Office]
    setting: Setting
    home: str | None
    """Id of the one state that the report is about."""
    states: Counter[str]
    """How often each state is named."""
    sources: frozenset[Span]
    """Where the voices of statements stand, without articles and possessive endings."""
    syntax: Syntax | None

    def bare(self, span: Span) -> Span:
        """A span without an article before it and a possessive ending."""
        return bare(self.text, span)

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """The scanned words that begin inside a span: from the first up to but not with the last."""
        starts = self.scanned.starts
        return bisect_left(starts, span.start), bisect_left(starts, span.end)


def bare(text: str, span: Span) -> Span:
    """A span without an article before it and a possessive ending."""
    article = _ARTICLE.match(text, span.start, span.end)
    start = article.end() if article and article.end() < span.end else span.start
    ending = _ENDING.search(text[start : span.end])
    end = start + ending.start() if ending and ending.start() else span.end
    return Span(start, end)


def context_of(
    report: Report,
    flow: Flow,
    registry: Registry,
    lexicons: Lexicons,
    statements: Sequence[Statement],
    sentences: Sequence[Span],
    syntax: Syntax | None,
) -> Context:
    """Scan a report's running text and find out what it is about."""
    scanned = Scanned(flow.text, registry)
    states = Counter(
        actor for hit in scanned.hits for actor in hit.actors(*STATE_NAMES)[:1] if actor.startswith("state:")
    )
    spans = (span for s in statements for link in s.voices for span in spans_of(link.source.evidence))
    running = (flow.running(span) for span in spans)
    present = frozenset(actor for hit in scanned.hits for actor in hit.actors(*STATE_NAMES, NameClass.METONYM))
    date = report.published.value.local[:10] if report.published else None
    return Context(
        text=flow.text,
        flow=flow,
        registry=registry,
        lexicons=lexicons,
        sentences=sentences,
        scanned=scanned,
        offices=offices(scanned),
        setting=Setting(registry, date, present),
        home=_home(states),
        states=states,
        sources=frozenset(bare(flow.text, span) for span in running if span),
        syntax=syntax,
    )


def _home(states: Counter[str]) -> str | None:
    if not states:
        return None
    state, count = states.most_common(1)[0]
    return state if count >= HOME_LEAST and count >= HOME_SHARE * states.total() else None
