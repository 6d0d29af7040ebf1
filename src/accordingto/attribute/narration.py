"""The outlet's own narration: what no voice is given for, one statement a sentence, split at coordinated main clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.attribute.nesting import has_finite_verb, subtract, trim
from accordingto.model import Span

MINIMUM_LEFTOVER = 4
"""Words that must be left of a partly attributed sentence for the rest to be a statement."""
_COORDINATION = re.compile(r"(?:,|;|\s—)\s+(?:and|but|while|yet|so)\s+(?=\S)|;\s+(?=\S)")
_SUBJECT = re.compile(
    r"(?:the|a|an|its|their|his|her|our|this|that|these|those|some|many|most|several|all|no|another|he|she|it|they|we|there|"
    r"at least|more than|about|around|nearly|dozens|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d[\d,.]*|[A-ZÀ-Þ][\w’'-]*|\w+s)\b"
)
_RELATIVE = re.compile(
    r",[\s\u00a0]+(?P<clause>(?:who|which|whose)[\s\u00a0][^,;:.“”\"«»—\n]{8,160}[^,;:.“”\"«»—\n\s])"
)
_SUBORDINATE = re.compile(
    r"(?:who|which|whose|where|when|as|after|before|because|although|though|if|unless|since|despite|with|by|in|on|to"
    r"|for|of|adding|saying|citing|is|are|was|were|has|have|had|been|being|will|would|not|also)\b",
    re.I,
)


def narrated(text: str, sentence: Span, taken: Sequence[Span]) -> list[list[Span]]:
    """The narrated statements of one sentence as lists of content spans.

    ``taken`` are the spans of sources, cues and contents in it. An untouched sentence is split at coordinated main clauses; of a
    touched one the main clause that is left counts, if it is a clause.
    """
    if not any(span.overlaps(sentence) for span in taken):
        return [[clause] for clause in main_clauses(text, sentence)]
    found = []
    for clause in main_clauses(text, sentence):
        left = [s for s in (trim(text, piece) for piece in subtract(clause, taken)) if s]
        left = [s for s in left if len(s.of(text).split()) >= MINIMUM_LEFTOVER]
        whole = [s for s in left if has_finite_verb(s.of(text)) and not _SUBORDINATE.match(s.of(text))]
        if whole:
            found.append(whole[:1])
    return found


def relative_clauses(text: str, sentence: Span, contents: Sequence[Span]) -> list[list[Span]]:
    """Relative clauses of an attributed sentence outside its contents: what the outlet tells of a voice in passing."""
    found = []
    for match in _RELATIVE.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span("clause"))
        if (
            not any(part.overlaps(span) for part in contents)
            and has_finite_verb("it " + span.of(text))
            and len(span.of(text).split()) >= MINIMUM_LEFTOVER
        ):
            found.append([span])
    return found


def main_clauses(text: str, sentence: Span) -> list[Span]:
    """A sentence cut where a coordinated clause with a subject of its own begins."""
    cuts, start = [], sentence.start
    for match in _COORDINATION.finditer(text, sentence.start, sentence.end):
        before, after = text[start : match.start()], text[match.end() : sentence.end]
        if _SUBJECT.match(after) and has_finite_verb(before) and _clause_follows(after):
            cuts.append(Span(start, match.start()))
            start = match.end()
    cuts.append(Span(start, sentence.end))
    return [s for s in (_without_stop(text, cut) for cut in cuts) if s]


def _clause_follows(words: str) -> bool:
    """Whether a verb follows the possible subject before the next comma: otherwise it is a list."""
    head = re.split(r"[,;:]", words, maxsplit=1)[0]
    return has_finite_verb(head) and len(head.split()) >= 3


def _without_stop(text: str, span: Span) -> Span | None:
    part = span.of(text)
    kept = len(part.rstrip(" .!?…\n\u00a0"))
    lead = len(part) - len(part.lstrip(" -–—•*\n\u00a0"))
    return Span(span.start + lead, span.start + kept) if lead < kept else None
