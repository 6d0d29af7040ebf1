"""Refusals to speak that the tagger passes over: "The army has not commented", "could not be reached", "no comment from …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.attribute.drafts import Draft
from accordingto.model import Span

LONGEST_SOURCE = 16
"""Words that may stand before the refusing verb as its subject."""
_SILENT = re.compile(
    r"(?P<cue>\b(?:has|have|had|did|does|do)(?:n[’']t|[\s\u00a0]+not)(?:[\s\u00a0]+(?:yet|immediately|so far|formally"
    r"|publicly))*)[\s\u00a0]+"
    r"(?P<content>(?:respond|comment|repl|react)\w*(?:[\s\u00a0]+(?:to|on)[\s\u00a0][^.,;]+)?)"
    r"|(?P<cue2>\bcould not(?:[\s\u00a0]+immediately)?)[\s\u00a0]+(?P<content2>be reached(?:[\s\u00a0]+for[\s\u00a0]\w+)?)"
    r"|(?P<cue3>\bdeclined)[\s\u00a0]+(?P<content3>to (?:comment|answer|discuss|elaborate|be interviewed|say)[^.,;]*)"
)
_CLAUSE_START = re.compile(
    r"(?:^|[,;:—][\s\u00a0]*(?:and|but|while|which)?[\s\u00a0]+|[\s\u00a0](?:and|but|while)[\s\u00a0]+)"
)


def silences(text: str, sentence: Span, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts for refusals to speak in a sentence, where no draft has them."""
    found = []
    for match in _SILENT.finditer(text, sentence.start, sentence.end):
        group = next(n for n in ("cue", "cue2", "cue3") if match[n])
        cue, content = Span(*match.span(group)), Span(*match.span(group.replace("cue", "content")))
        if any(part.overlaps(cue) or part.overlaps(content) for d in drafts for part in d.parts()):
            continue
        source = _subject(text, sentence.start, cue.start)
        if source is not None and not any(part.overlaps(source) for d in drafts for part in d.content):
            found.append(Draft([content], cue, source, 0.7, "silence"))
    return found


def _subject(text: str, start: int, end: int) -> Span | None:
    """The noun phrase before a verb: from the last clause boundary on."""
    begin = start
    for match in _CLAUSE_START.finditer(text[start:end]):
        begin = start + match.end()
    words = text[begin:end].strip(" \u00a0,")
    at = text.find(words, begin) if words else -1
    return Span(at, at + len(words)) if words and len(words.split()) <= LONGEST_SOURCE else None
