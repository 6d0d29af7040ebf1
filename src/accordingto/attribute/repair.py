"""What the tagger leaves open: shared sources, quotations that run on, headlines with a colon, agentless adverbs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from accordingto.attribute.drafts import Draft
from accordingto.language.quotation import Quotation
from accordingto.model import Span

MINIMUM_QUOTE = 5
"""Words that an unattributed quotation needs to be an utterance rather than a quoted term."""
COVERED = 0.5
"""Share of a quotation that must be free of attributions for it to be one of its own."""
_AGENTLESS = re.compile(
    r"\b(?P<cue>reportedly|allegedly|purportedly|supposedly|(?:is|are|was|were) (?:widely )?(?:believed|thought"
    r"|feared|suspected|understood|rumoured|said|reported|alleged)(?= to\b)"
    r"|(?:it is|it was) (?:widely )?(?:feared|believed|thought|understood|rumoured|reported|alleged"
    r"|unclear whether)(?= that| whether|\b))",
    re.I,
)
_TIME_TAIL = re.compile(
    r"[\s,]+(?:late |early |earlier )?(?:on |in )?(?:yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|(?:last|this) (?:week|month|year|night|morning|evening))$"
)
_EXPLETIVE = re.compile(
    r"\b(?:known|clear|unclear|seems?|seemed|appears?|appeared|remains?|turned out|likely|possible)\b", re.I
)
_APPOSED = re.compile(
    r",[\s\u00a0](?P<name>(?:(?:Dr|Mr|Mrs|Ms|Gen|Col)\.?[\s\u00a0])?[A-Z][\w’'-]+(?:[\s\u00a0](?:al-|bin[\s\u00a0]"
    r"|de[\s\u00a0])?[A-Z][\w’'-]+){1,3})(?=[,.;][\s\u00a0]|[.;]?$|\n)"
)
_SAYS = re.compile(
    r"^(?:(?:has|have|had|was|is|also)[\s\u00a0])*(?:said|says|put out|knew|knows?|thought|told|reported|see|saw|seen"
    r"|tells?|passed|announced|show(?:s|ed)?)\b",
    re.I,
)
_UNNAMED = re.compile(
    r"(?:not[\s\u00a0]+to[\s\u00a0]+be[\s\u00a0]+(?:further[\s\u00a0]+)?(?:named|identified|quoted)|(?:for[\s\u00a0]+)?anonymity)\b",
    re.I,
)
_HOLLOW = re.compile(
    r"(?:(?:him|her|them|me|us|it)[\s\u00a0]+)?as[\s\u00a0]+(?:saying|telling|stating|adding)|to|of|at|in|on|for|with|by|from|as|and|or|an?|the",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\b.*ed\b")
_BY_AGENT = re.compile(r"[\s\u00a0]+by[\s\u00a0]+(?P<agent>[^.;:“\"]{3,160}[^.;:“\",\s])")
_CARRIER = re.compile(
    r"[\s\u00a0]+(?:have|has|had|are|were|was|is)\b(?:[\s\u00a0]+(?:also|long|since|repeatedly"
    r"|again))*(?:[\s\u00a0]+been|[\s\u00a0]+being)?[\s\u00a0]+(?:raised|expressed|voiced|cast"
    r"|aired)(?:[\s\u00a0]+(?:about|over|that|on))?"
)
_NOUN_CUE = re.compile(
    r"(?P<source>\b(?:several|numerous|many|some|other|repeated|persistent|media|local|recent|unconfirmed|new)[\s\u00a0]+)?"
    r"\b(?P<noun>reports?|claims?|allegations?|accusations?|fears?|rumours?|rumors?|concerns?"
    r"|warnings?)[\s\u00a0]+(?:of|that)[\s\u00a0]*$"
)
_BROKEN_OFF = re.compile(
    r"(?:[\s\u00a0]+|,[\s\u00a0]+(?=among|including|the[\s\u00a0]\w+est\b))(?:in|at|on|with|of|from|near|around|inside|outside|between|among|including|"
    r"along|across|under|over|through|towards?|against|without|than|the[\s\u00a0]\w+est)[\s\u00a0][^,.;:“”\"«»—\n]*[^,.;:“”\"«»—\n\s]"
)
_AND_THAT = re.compile(r",?[\s\u00a0]+(?:and|but)[\s\u00a0]+(?P<that>that)(?=[\s\u00a0])")
_ADDING = re.compile(
    r",?[\s\u00a0]+(?:and[\s\u00a0]+)?(?P<cue>adding|alleging|arguing|asserting|claiming|complaining|declaring|demanding|denying|insisting"
    r"|maintaining|noting|pledging|promising|saying|stressing|vowing|warning)[\s\u00a0]+(?P<that>that)(?=[\s\u00a0])"
)
_HEARSAY = re.compile(
    r"(?P<source>\b(?:several|numerous|many|repeated|persistent|unconfirmed|conflicting|media|local|press)[\s\u00a0]+)(?P<noun>reports)"
    r"[\s\u00a0]+(?:of|that)[\s\u00a0]+(?P<content>[^,.;:“”\"—\n]{8,}?)(?=[\s\u00a0]+(?:have|has|had|were|was|are|is)\b|[,.;:—\n]|$)"
)
_COLON_FIRST = re.compile(r"(?P<source>[A-Z][^:“”\"‘’,;.?!]{1,60})(?P<cue>:)\s+(?P<content>[“\"‘A-Z].+)", re.S)
_COLON_LAST = re.compile(r"(?P<content>.{12,})(?P<cue>:)\s+(?P<source>[^:“”\"‘’.?!]{2,45})", re.S)


def keep_apart(text: str, drafts: Sequence[Draft], headline: Span | None, quoted: Sequence[Quotation]) -> list[Draft]:
    """Cut drafts that reach too far.

    A headline is the outlet's, not part of a quotation in the lead; and after a closed quotation a quotation in a later
    paragraph is a statement of its own, which inherits the speaker.
    """
    done: list[Draft] = []
    for draft in drafts:
        home = draft.cue or draft.content[0]
        if headline and not headline.overlaps(home):
            draft.content = [part for part in draft.content if not headline.overlaps(part)]
        first_line = text.find("\n", max(home.end, draft.content[0].end if draft.content else 0))
        later = [p for p in draft.content if 0 <= first_line < p.start and _fresh_quotation(p, quoted)]
        draft.content = [part for part in draft.content if part not in later]
        if not draft.content:
            draft.content, later = later, []
        if draft.content:
            done.append(draft)
            done += [_follow_on(part, draft) for part in later]
    return done


def _fresh_quotation(part: Span, quoted: Sequence[Quotation]) -> bool:
    return any(q.start <= part.start < q.end and not q.continued for q in quoted)


def _follow_on(part: Span, speaker: Draft) -> Draft:
    rule = "running-quotation"
    return Draft(
        [part], speaker.cue, speaker.source, speaker.score, "follow-on-quotation", heir_of=speaker, inherited=rule
    )


def tidy_cue(text: str, draft: Draft) -> None:
    """Take times of speaking off a cue's end: "stating last month" is "stating"."""
    if draft.cue is None:
        return
    match = _TIME_TAIL.search(draft.cue.of(text))
    if match and match.start() > 0:
        draft.cue = Span(draft.cue.start, draft.cue.start + match.start())


def tidy_source(text: str, draft: Draft) -> None:
    """Take the name in apposition into a source that stops before it, and a comma off its end: "its head, **Dr Amal Quret**,"."""
    if draft.source is None:
        return
    start, end = draft.source.start, draft.source.end
    name = _APPOSED.match(text, end - (text[end - 1] == ","))
    if (
        name
        and not any(Span(*name.span("name")).overlaps(part) for part in draft.content)
        and (text[start : start + 1].islower() or " " in text[start:end])
    ):
        end = name.end("name")
    while end > start + 1 and text[end - 1] in " ,\u00a0":
        end -= 1
    draft.source = Span(start, end)


def without_content(text: str, draft: Draft) -> bool:
    """Whether a draft puts nothing forward.

    That is a word or two, unquoted, after a verb of saying ("has put out a clip"), the terms on which somebody spoke ("asked
    not to be named"), what only leads up to words of their own ("quoted **him as saying**"), or a preposition alone.
    """
    words = " ".join(part.of(text) for part in draft.content)
    if _UNNAMED.match(words) or _HOLLOW.fullmatch(words.strip()):
        return True
    return (
        len(words.split()) <= 2
        and not any(mark in words for mark in '“"«‘')
        and draft.cue is not None
        and bool(_SAYS.search(draft.cue.of(text)))
    )


def passive_agent(text: str, draft: Draft, sentence: Span) -> None:
    """Give an accusation in the passive its agent: "has been accused of looting by **residents who fled**"."""
    if draft.source or draft.cue is None or not _PASSIVE.search(draft.cue.of(text)):
        return
    end = max(part.end for part in draft.content)
    match = _BY_AGENT.match(text, end, sentence.end)
    if match:
        draft.source = Span(match.start("agent"), match.end("agent"))


def expletive(text: str, draft: Draft, headline: Span | None) -> bool:
    """Whether a draft has no voice at all: "it is not known how many", or a headline's colon that nobody stands beside."""
    if (
        draft.source is not None
        and draft.source.of(text).lower() == "it"
        and draft.cue
        and _EXPLETIVE.search(draft.cue.of(text))
    ):
        return True
    bare_colon = draft.source is None and draft.cue is not None and draft.cue.of(text).strip() == ":"
    return bare_colon and headline is not None and headline.overlaps(draft.content[0])


def whole_noun_cue(text: str, draft: Draft) -> None:
    """Let a noun cue take the verb that only carries it: "**doubts have been raised about** whether …"."""
    if draft.cue is None:
        return
    match = _CARRIER.match(text, draft.cue.end)
    if match and not any(Span(draft.cue.end, match.end()).overlaps(part) for part in draft.content):
        draft.cue = Span(draft.cue.start, match.end())


def split_at_noun_cues(text: str, draft: Draft) -> list[Draft]:
    """Part a content from the noun cue before it: "… whether it held, after *several reports* `of` **soldiers fleeing**"."""
    done, kept = [], draft.content[:1]
    for before, part in pairwise(draft.content):
        match = _NOUN_CUE.search(text, before.end, part.start)
        if match and not (draft.cue and draft.cue.start >= before.end and draft.cue.end <= part.start):
            source = Span(match.start("source"), match.end("noun")) if match["source"] else None
            cue = Span(match.start("noun"), match.end())
            done.append(Draft([part], cue, source, draft.score, "noun-cue", agentless=source is None))
        else:
            kept.append(part)
    draft.content = kept
    return [draft, *done]


def complete_content(text: str, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Take a content on to the end of the phrase it breaks off in: "said 40 men shared a room **in the warehouse**"."""
    if draft.cue is None or not draft.content or draft.cue.start > draft.content[0].start:
        return
    last = max(draft.content)
    match = _BROKEN_OFF.match(text, last.end)
    if match and not any(Span(*match.span()).overlaps(part) for d in drafts if d is not draft for part in d.parts()):
        draft.content[draft.content.index(last)] = Span(last.start, match.end())


def split_at_complementisers(text: str, draft: Draft) -> list[Draft]:
    """One draft a proposition: a repeated "that" begins another ("said that it fell and **that talks were over**").

    So does one behind a verb of saying that goes on ("warned that it may fall, `demanding` **that talks begin**"): that is its cue.
    """
    done, kept = list[Draft](), list[Span]()
    last = draft
    for part in sorted(draft.content):
        start = part.start
        for match in sorted(_openings(text, part), key=lambda match: match.start()):
            kept.append(Span(start, match.start()))
            last.content = kept
            last = Draft(
                [],
                _cue(match) or last.cue,
                draft.source,
                draft.score,
                draft.by,
                heir_of=draft,
                agentless=draft.agentless,
            )
            done.append(last)
            start, kept = match.start("that"), []
        kept.append(Span(start, part.end))
    last.content = kept
    return [draft, *done]


def _openings(text: str, part: Span) -> Iterator[re.Match[str]]:
    """Where a content begins another proposition, in words that are not quoted."""
    for pattern in (_AND_THAT, _ADDING):
        for match in pattern.finditer(text, part.start + 1, part.end):
            if not _inside_quotation(text, part.start, match.start()):
                yield match


def _cue(match: re.Match[str]) -> Span | None:
    return Span(*match.span("cue")) if match.re is _ADDING else None


def _inside_quotation(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("«") > before.count("»")


def hearsay(text: str, sentence: Span, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for reports that nobody signs, where no draft has them: "after *several reports* `of` **soldiers leaving**"."""
    found = []
    for match in _HEARSAY.finditer(text, sentence.start, sentence.end):
        content = Span(*match.span("content"))
        if not any(part.overlaps(Span(*match.span())) for d in drafts for part in d.parts()):
            source, cue = Span(match.start("source"), match.end("noun")), Span(match.start("noun"), match.end("noun"))
            found.append(Draft([content], cue, source, 0.6, "hearsay"))
    return found


def inherit_sources(drafts: Sequence[Draft], sentence_starts: Sequence[int]) -> None:
    """Give a draft without a source the nearest one before it in its sentence; a quotation without a cue, the last speaker's."""
    for before, here in pairwise(drafts):
        if here.source or here.agentless:
            continue
        same_sentence = not any(before.start < start <= here.start for start in sentence_starts)
        if here.cue is not None and same_sentence and before.source:
            here.source, here.heir_of = before.source, before
        elif here.cue is None and before.source:
            here.source, here.cue, here.heir_of, here.inherited = before.source, before.cue, before, "running-quotation"


def follow_on_quotations(
    text: str, drafts: Sequence[Draft], quoted: Sequence[Quotation], *, skip: Sequence[Span] = ()
) -> list[Draft]:
    """Drafts for quotations that nobody is given, in text order with the rest.

    One that takes up a quotation left open joins the draft of that quotation; one that fills its own paragraph from the start
    inherits the last speaker.
    """
    done = list(drafts)
    for quotation in quoted:
        span = Span(quotation.start, quotation.end)
        if _free_share(span, done) < COVERED or any(s.overlaps(span) for s in skip):
            continue
        last = max((d for d in done if d.start < span.start), key=lambda d: d.end, default=None)
        if last is None or last.source is None or _between(text, last, span) > 1:
            continue
        if quotation.continued and _ends_open(last, quoted):
            last.content.append(span)
        elif _is_utterance(text, quotation):
            done.append(_follow_on(span, last))
    return sorted(done, key=lambda d: d.start)


def _free_share(span: Span, drafts: Sequence[Draft]) -> float:
    taken = sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for d in drafts for p in d.content)
    return 1 - taken / len(span)


def _between(text: str, last: Draft, span: Span) -> int:
    """Paragraph breaks with words of their own between the last draft's end and a quotation."""
    gap = text[last.end : span.start]
    return sum(1 for part in gap.split("\n\n")[1:-1] if part.strip())


def _ends_open(draft: Draft, quoted: Sequence[Quotation]) -> bool:
    return any(not q.closed and q.start < draft.content[-1].end <= q.end + 1 for q in quoted)


def _is_utterance(text: str, quotation: Quotation) -> bool:
    """A quotation that begins its paragraph, holds a sentence, and is followed by nothing in the paragraph but its end."""
    words = text[quotation.start : quotation.end]
    line_start = text.rfind("\n", 0, quotation.start) + 1
    line_end = text.find("\n", quotation.end)
    rest = text[quotation.end : line_end if line_end >= 0 else len(text)]
    alone = not text[line_start : quotation.start].strip() and not rest.strip(' .,”"’')
    return alone and len(words.split()) >= MINIMUM_QUOTE


def agentless(text: str, sentence: Span, drafts: Sequence[Draft]) -> Draft | None:
    """An agentless voice in a sentence that no draft touches: "was reportedly hit", "is believed to be hiding"."""
    match = _AGENTLESS.search(text, sentence.start, sentence.end)
    if not match or any(part.overlaps(sentence) for d in drafts for part in d.parts()):
        return None
    cue = Span(match.start("cue"), match.end("cue"))
    content = [s for s in (_trim(text, sentence.start, cue.start), _trim(text, cue.end, sentence.end)) if s]
    return Draft(content, cue, None, 0.6, "agentless-adverb", agentless=True) if content else None


def _trim(text: str, start: int, end: int) -> Span | None:
    part = text[start:end]
    left = len(part) - len(part.lstrip(" ,;—–-\n\u00a0"))
    right = len(part.rstrip(" ,;.—–-\n\u00a0"))
    return Span(start + left, start + right) if left < right else None


def colon_headline(text: str, headline: Span, is_voice: Callable[[str], bool], drafts: Sequence[Draft]) -> Draft | None:
    """A headline whose colon attributes: "Ferro: We will lift the siege", "Army enters Dorva: monitor".

    ``is_voice`` is a predicate on the words beside the colon.
    """
    if any(part.overlaps(headline) for d in drafts for part in d.parts()):
        return None
    for pattern in (_COLON_FIRST, _COLON_LAST):
        match = pattern.fullmatch(headline.of(text))
        if match and is_voice(match["source"].strip()):
            at = {
                k: Span(headline.start + match.start(k), headline.start + match.end(k))
                for k in ("source", "cue", "content")
            }
            return Draft([at["content"]], at["cue"], at["source"], 0.7, "colon-headline")
    return None
