"""The attribute station: a report and the tagger's reading of it → statements with their chains, and who was mentioned."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from accordingto.attribute import repair
from accordingto.attribute.acts import act_of
from accordingto.attribute.build import Builder
from accordingto.attribute.channels import citing
from accordingto.attribute.drafts import Draft
from accordingto.attribute.narration import narrated, relative_clauses
from accordingto.attribute.nesting import has_finite_verb, nested, remainder
from accordingto.attribute.silence import silences
from accordingto.language.flow import Flow, flow_of
from accordingto.language.quotation import Quotation, quotations
from accordingto.language.sentences import sentence_at, sentences
from accordingto.mentions.media import media_names
from accordingto.mentions.people import People
from accordingto.model import Act, BlockKind, Entity, Mention, Report, SourceKind, Span, Statement
from accordingto.resources.lexicons import Lexicons

Tag = Callable[[str, int], list[Draft]]
"""Reads a text and gives its flat attributions, shifted by an offset: the tagger, or a stand-in in tests."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """What this station gives."""

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def attribute(report: Report, tag: Tag, lexicons: Lexicons, *, flow: Flow | None = None) -> Attributed:
    """Find the statements of a report and according to whom each is made, in reading order.

    ``flow`` is the report's running text, where the caller has it already.
    """
    flow = flow or flow_of(report)
    people = People(flow.text, lexicons)
    cut = list(sentences(flow.text))
    quotes = quotations(flow.text)
    outer = outermost(flow, tag, people, cut, quotes)
    quoted = [Span(q.start, q.end) for q in quotes]
    media = media_names(report, flow.text, lexicons)
    drafts = unnest(flow.text, outer, quoted, tag, lexicons, media)
    builder = Builder(report, flow, people, lexicons, cut, quoted, media)
    statements = builder.attributed(drafts)
    taken = [part for d in drafts for part in d.parts()]
    contents = [part for d in drafts for part in d.content]
    for sentence in cut:
        here = [t for t in taken if t.overlaps(sentence)]
        asides = relative_clauses(flow.text, sentence, contents) if here else []
        clauses = asides + narrated(flow.text, sentence, [*here, *(part for aside in asides for part in aside)])
        statements += [builder.narration(clause) for clause in clauses]
    kept = sorted({s.id: s for s in statements}.values(), key=lambda s: (s.content[0], s.content[-1].end))
    mentions, entities = builder.mentioned()
    return Attributed(tuple(kept), mentions, entities)


def outermost(flow: Flow, tag: Tag, people: People, cut: Sequence[Span], quotes: Sequence[Quotation]) -> list[Draft]:
    """The outermost attributions of a running text: what the tagger finds, repaired."""
    headline = _headline(flow)
    drafts = repair.keep_apart(flow.text, [d for d in tag(flow.text, 0) if d.content], headline, quotes)
    drafts = [part for found in drafts for part in repair.split_at_noun_cues(flow.text, found)]
    drafts = [part for found in drafts for part in repair.split_at_complementisers(flow.text, found)]
    starts = [s.start for s in cut]
    for found in drafts:
        repair.tidy_cue(flow.text, found)
        repair.whole_noun_cue(flow.text, found)
        repair.tidy_source(flow.text, found)
        repair.complete_content(flow.text, found, drafts)
        repair.passive_agent(flow.text, found, cut[sentence_at(starts, found.end - 1)])
    if headline is not None:
        colon = repair.colon_headline(flow.text, headline, lambda words: _may_speak(words, people), drafts)
        drafts += [colon] if colon else []
    drafts = [
        d for d in drafts if not (repair.expletive(flow.text, d, headline) or repair.without_content(flow.text, d))
    ]
    drafts += [d for s in cut for d in silences(flow.text, s, drafts)]
    drafts += [d for s in cut for d in repair.hearsay(flow.text, s, drafts)]
    drafts += [d for d in (repair.agentless(flow.text, s, drafts) for s in cut) if d]
    drafts.sort(key=lambda d: d.start)
    drafts = repair.follow_on_quotations(flow.text, drafts, quotes, skip=[headline] if headline else [])
    repair.inherit_sources(drafts, starts)
    return citing(flow.text, drafts, cut)


def _headline(flow: Flow) -> Span | None:
    for start, block in zip(flow.starts, flow.blocks, strict=True):
        if block.kind is BlockKind.HEADLINE:
            return Span(start, start + len(block.span))
    return None


def _may_speak(words: str, people: People) -> bool:
    """Whether the words beside a headline's colon name a voice: somebody in the report, or a kind of voice."""
    if has_finite_verb(words):
        return False
    known = people.named(words)
    if known is not None and len(known.spans) > 1:
        return True
    heads = {w.lower() for w in words.replace(",", " ").split()}
    roles = people.lexicons.roles
    return (
        bool(heads & (roles["organisations"] | roles["unnamed"] | roles["titles"] | roles["documents"]))
        and len(heads) <= 6
    )


def unnest(
    text: str,
    outer: Sequence[Draft],
    quoted: Sequence[Span],
    tag: Tag,
    lexicons: Lexicons,
    media: Collection[str] = (),
) -> list[Draft]:
    """Take attributions out of the contents they stand in; an outer draft stays where it conveys more than them.

    What somebody intends or believes is a voice of its own only where a medium reports it (a spokesman who says what his side
    intends speaks for it); and then the medium's own statement, that they intend it, stays whole beside it.
    """
    done: list[Draft] = []
    for draft in outer:
        inners = [] if draft.outer else nested(text, draft, quoted, tag, lexicons)
        if not _is_medium(text, draft, media, lexicons):
            inners = [inner for inner in inners if not _in_mind(text, inner, lexicons)]
        if not inners:
            done.append(draft)
            continue
        in_mind = any(_in_mind(text, inner, lexicons) for inner in inners)
        left = list(draft.content) if in_mind else remainder(text, draft, inners)
        if left:
            done.append(replace(draft, content=left))
        done += inners
    return sorted(done, key=lambda d: d.start)


def _is_medium(text: str, draft: Draft, media: Collection[str], lexicons: Lexicons) -> bool:
    words = draft.source.of(text).casefold().removeprefix("the ") if draft.source else ""
    reports = draft.cue is not None and "report" in draft.cue.of(text).lower()
    return reports or any(name in words for name in media) or words in lexicons.agencies


def _in_mind(text: str, inner: Draft, lexicons: Lexicons) -> bool:
    cue = inner.cue.of(text) if inner.cue else ""
    return not inner.agentless and act_of(cue, SourceKind.PERSON, lexicons) in (Act.INTEND, Act.BELIEVE, Act.DOUBT)
