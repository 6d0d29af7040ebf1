"""Drafts → `Statement` records: voices resolved, acts and commitments told, evidence in offsets of the archived text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from accordingto.attribute.acts import act_of, is_noun_cue
from accordingto.attribute.chains import Voiced, governors
from accordingto.attribute.commitment import factuality, mood
from accordingto.attribute.drafts import Draft
from accordingto.attribute.nesting import has_finite_verb
from accordingto.language.flow import Flow
from accordingto.language.sentences import sentence_at
from accordingto.mentions.entities import Register
from accordingto.mentions.people import People
from accordingto.mentions.resolve import Resolved, Resolver
from accordingto.mentions.times import said_when
from accordingto.model import (
    Act,
    BlockKind,
    Entity,
    Evidence,
    Factuality,
    Form,
    Implied,
    Inherited,
    Link,
    Mention,
    Report,
    Source,
    SourceKind,
    Span,
    Spans,
    Stated,
    Statement,
    Time,
    content_id,
)
from accordingto.resources.lexicons import Lexicons

MIXED_AT = 0.05
"""Share of a content's letters inside quotation marks from which it is mixed; one short word in a long content counts."""
DIRECT_AT = 0.97
_BRACKETS = re.compile(r"\[[^\]\n]{1,80}\]")
_ADDRESSEE = re.compile(
    r"\s*(\w[\w’'-]*(?:[\s\u00a0][\w’'-]+){0,5}?)(?=,|\.|$|\s*[“\":]|\s+(?:that|on|in|at|by|during|after|to|how|why|what)\b)"
)


class Builder:
    """Builds the statements of one report; drafts must come in text order."""

    def __init__(
        self,
        report: Report,
        flow: Flow,
        people: People,
        lexicons: Lexicons,
        cut: Sequence[Span],
        quoted: Sequence[Span],
        media: Mapping[str, SourceKind],
    ) -> None:
        self.report, self.flow, self.people, self.lexicons = report, flow, people, lexicons
        self.cut, self.quoted = cut, quoted
        self._starts = [s.start for s in cut]
        self._resolver = Resolver(flow.text, people, lexicons, media)
        self._resolved: dict[int, Resolved] = {}
        self._register = Register(report, flow, people)
        self._published = report.published.value.date if report.published else None

    # -- voices ---------------------------------------------------------------------------------------------------------

    def _voice(self, draft: Draft) -> Resolved:
        """Who speaks in a draft; a draft without any source is agentless."""
        key = id(draft)
        if key not in self._resolved:
            if draft.agentless or draft.source is None:
                found = Resolved(SourceKind.AGENTLESS, None, "agentless")
            elif draft.heir_of is not None and draft.source == draft.heir_of.source:
                found = self._voice(draft.heir_of)
            else:
                found = self._resolver.resolve(draft.source)
                self._register.note(draft.source, found)
            self._resolved[key] = found
        return self._resolved[key]

    def _cue_words(self, draft: Draft) -> str:
        return draft.cue.of(self.flow.text) if draft.cue else ""

    def _source_words(self, draft: Draft) -> str:
        return draft.source.of(self.flow.text) if draft.source else ""

    def attributed(self, drafts: Sequence[Draft]) -> list[Statement]:
        """The statements of attributed drafts."""
        tops = [self._top(draft) for draft in drafts]
        for draft in sorted({id(d): d for d in (*tops, *drafts)}.values(), key=lambda d: d.start):
            self._voice(draft)
        governing = governors([self._voiced(top) for top in tops], self._outlet())
        made: list[Statement] = []
        for draft, governor in zip(drafts, governing, strict=True):
            made.append(self._statement(draft, None if governor is None else tops[governor], made))
        return made

    @staticmethod
    def _top(draft: Draft) -> Draft:
        while draft.outer is not None:
            draft = draft.outer
        return draft

    def _outlet(self) -> str | None:
        return self.report.outlet.value if self.report.outlet else None

    def _voiced(self, draft: Draft) -> Voiced:
        index = self._sentence(draft)
        resolved = self._voice(draft)
        return Voiced(
            kind=resolved.kind,
            name=resolved.name,
            act=act_of(self._cue_words(draft), resolved.kind, self.lexicons, of_words=resolved.rule == "speech-of"),
            sentence=self.cut[index].of(self.flow.text) if self.cut else "",
            sentence_index=index,
            paragraph=bisect_right(self.flow.starts, draft.start) - 1,
            carries=draft.by == "carried-by",
            noun=is_noun_cue(self._cue_words(draft), self._source_words(draft), self.lexicons),
            headline=self.flow.block_at(draft.start).kind is BlockKind.HEADLINE,
        )

    def _sentence(self, draft: Draft) -> int:
        at = draft.cue.start if draft.cue and not draft.inherited else draft.start
        return sentence_at(self._starts, at)

    # -- records ---------------------------------------------------------------------------------------------------------

    def archived(self, parts: Sequence[Span]) -> Spans:
        """Spans of the running text as spans of the archived text."""
        return tuple(a for part in sorted(parts) for a in self.flow.archived(part.start, part.end))

    def _statement(self, draft: Draft, governor: Draft | None, before: Sequence[Statement]) -> Statement:
        draft.content = _joined(self.flow.text, draft.content)
        content = self.archived(draft.content)
        words = " ".join(part.of(self.flow.text) for part in sorted(draft.content))
        ident = content_id("statement", self.report.text_sha256, content)
        chain = [self._outlet_link(Act.REPORT, Factuality.UNCOMMITTED)]
        if governor is not None:
            chain.append(self._link(governor, "", rule="governing-credit", own=False))
        line = [draft]
        while line[0].outer is not None:
            line.insert(0, line[0].outer)
        chain += [self._link(voice, words, own=voice is draft) for voice in line if not self._is_outlet(voice)]
        if len(chain) == 1:  # the outlet citing itself
            return self.narration(sorted(draft.content))
        act = chain[-1].act
        return Statement(
            id=ident,
            report=self.report.id,
            content=content,
            form=self._form(draft.content),
            mood=mood(act, words),
            chain=tuple(chain),
            score=draft.score,
            by=draft.by,
            editorial=self._editorial(draft.content),
            about=_about(act, chain[-1].source, before),
        )

    def _is_outlet(self, draft: Draft) -> bool:
        name, outlet = self._voice(draft).name, self._outlet()
        return (
            bool(outlet and name and name.casefold().removeprefix("the ") == outlet.casefold().removeprefix("the "))
            and draft.outer is None
        )

    def _link(self, draft: Draft, content: str, *, rule: str | None = None, own: bool = True) -> Link:
        resolved, cue = self._voice(draft), self._cue_words(draft)
        act = act_of(cue, resolved.kind, self.lexicons, content=content, of_words=resolved.rule == "speech-of")
        inherited = rule or draft.inherited
        committed = factuality(act, cue, content if own else "", self.lexicons)
        return Link(
            source=self._source(draft, resolved, inherited),
            cue=self._evidence(draft.cue, inherited, "no-cue"),
            act=act,
            factuality=committed,
            score=draft.score,
            by=rule or draft.by,
            said=None if inherited else self._said(draft),
            addressee=self._addressee(draft),
        )

    def _evidence(self, span: Span | None, inherited: str | None, absent: str) -> Evidence:
        spans = self.archived([span]) if span else ()
        if not spans:
            return Implied(absent)
        return Inherited(self.report.id, inherited, spans) if inherited else Stated(spans)

    def _source(self, draft: Draft, resolved: Resolved, inherited: str | None) -> Source:
        shared = "shared-source" if draft.heir_of is not None and not inherited else inherited
        return Source(
            kind=resolved.kind,
            evidence=self._evidence(draft.source, shared, "agentless"),
            name=resolved.name,
            words=self._source_words(draft) or None,
            role=resolved.role,
            role_evidence=self._evidence(resolved.role_span, None, "role") if resolved.role_span else None,
            entity=self._register.entity_id(resolved),
        )

    def _outlet_link(self, act: Act, commitment: Factuality) -> Link:
        source = Source(SourceKind.OUTLET, Implied("outlet"), self._outlet())
        return Link(source, Implied("outlet"), act, commitment, 1.0, "outlet")

    def narration(self, clause: Sequence[Span]) -> Statement:
        """A statement of the outlet itself."""
        content = self.archived(clause)
        words = " ".join(part.of(self.flow.text) for part in clause)
        committed = factuality(Act.NARRATE, "", words, self.lexicons)
        return Statement(
            id=content_id("statement", self.report.text_sha256, content),
            report=self.report.id,
            content=content,
            form=Form.NARRATION,
            mood=mood(Act.NARRATE, words),
            chain=(self._outlet_link(Act.NARRATE, committed),),
            score=1.0,
            by="narration",
        )

    # -- details ---------------------------------------------------------------------------------------------------------

    def _form(self, content: Sequence[Span]) -> Form:
        near = [q for q in self.quoted if any(q.overlaps(part) for part in content)]
        if not near:
            return Form.INDIRECT
        letters = [i for part in content for i in range(part.start, part.end) if self.flow.text[i].isalnum()]
        inside = sum(any(q.start <= i < q.end for q in near) for i in letters)
        share = inside / max(1, len(letters))
        return Form.DIRECT if share >= DIRECT_AT else Form.MIXED if share >= MIXED_AT or inside > 2 else Form.INDIRECT

    def _editorial(self, content: Sequence[Span]) -> Spans:
        text = self.flow.text
        found = [Span(m.start(), m.end()) for part in content for m in _BRACKETS.finditer(text, part.start, part.end)]
        return self.archived([f for f in found if any(q.contains(f) for q in self.quoted)])

    def _said(self, draft: Draft) -> Time | None:
        """The day of speaking: a time expression beside the cue, outside the content, in the same sentence."""
        if draft.cue is None:
            return None
        sentence = self.cut[self._sentence(draft)]
        after = min((p.start for p in draft.content if p.start >= draft.cue.end), default=sentence.end)
        time = said_when(self.flow.text, draft.cue.end, min(after, sentence.end), self._published, self.lexicons.times)
        if time is None or not isinstance(time.evidence, Stated):
            return None
        if has_finite_verb(self.flow.text[draft.cue.end : time.evidence.spans[0].start]):
            return None  # it dates what that verb tells
        spans = self.archived(time.evidence.spans)
        return replace(time, evidence=Stated(spans)) if spans else None

    def _addressee(self, draft: Draft) -> Evidence | None:
        """Whom a teller told: the words right after "told"."""
        if draft.cue is None or not self._cue_words(draft).lower().endswith("told"):
            return None
        match = _ADDRESSEE.match(self.flow.text, draft.cue.end)
        words = match[1].strip() if match else ""
        if not match or not words:
            return None
        spans = self.archived([Span(match.start(1), match.start(1) + len(words))])
        return Stated(spans) if spans else None

    def mentioned(self) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
        """Mentions and entities of the report."""
        return self._register.records()


def _joined(text: str, parts: Sequence[Span]) -> list[Span]:
    """Spans with nothing but white space between them as one."""
    joined: list[Span] = []
    for part in sorted(parts):
        if joined and not text[joined[-1].end : part.start].strip() and "\n" not in text[joined[-1].end : part.start]:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return joined


def _about(act: Act, source: Source, before: Sequence[Statement]) -> str | None:
    """What a denial or non-response responds to: the nearest statement before it by somebody else."""
    if act not in (Act.DENY, Act.NO_RESPONSE):
        return None
    others = (s.id for s in reversed(before) if s.innermost.source.name != source.name)
    return next(others, None)
