"""A voice's commitment to a content: what its act gives, lowered by the hedges and turned by the negations beside it.

The scale is FactBank's (Saurí and Pustejovsky 2009): certain, probable, possible, uncommitted; positive or negative.
"""

from __future__ import annotations

import re

from accordingto.model import Act, Factuality, Mood
from accordingto.resources.lexicons import Lexicons

_BY_ACT = {
    Act.DENY: "CT-",
    Act.DOUBT: "PR-",
    Act.BELIEVE: "PR+",
    Act.ESTIMATE: "PR+",
    Act.INFER: "PR+",
    Act.ASK: "U",
    Act.DEMAND: "U",
    Act.NO_RESPONSE: "U",
}
_STRENGTH = {"CT": 3, "PR": 2, "PS": 1}
_MAIN_CLAUSE = re.compile(
    r"\b(?:because|although|though|while|which|who|when|unless|since|where|after|before)\b|[;:“\"—]"
)
_POSSIBLE_CUES = re.compile(r"\b(?:fear|concern|worr|hope|threat)")
_UNCOMMITTED_CUES = re.compile(
    r"\bquestion|\bwhether\b|\b(?:not|n[’']t|unable to) (?:\w+ )?(?:verif|confirm|establish|know|independently)|\bunclear\b"
)
_NOT_RULED_OUT = re.compile(r"\b(?:not|n[’']t|never|without) (?:\w+ )?rul\w+ out")
_REFUSAL = re.compile(
    r"\brefus|\brul\w+ out|\b(?:no|any) (?:\w+ )?(?:intention|plans?|desire|wish)|\b(?:not|n[’']t"
    r"|never) (?:\w+ )?(?:intend|plan|want|seek|aim)|\bwould not|\bwill not|\bwon[’']t"
)
_UNKNOWN = re.compile(r"\b(?:not (?:yet )?(?:known|clear)|unclear|unknown)\b")
_CONDITION = re.compile(r"^[“\"‘«\s]*(?:that )?(?:if|unless|provided|should)\b")
_TRAILING_CONDITION = re.compile(r"(?<!ask)(?<!asked)(?<!asked me)(?<!know)(?<!as)[\s,]\b(?:if|unless)\b")


def factuality(act: Act, cue: str, content: str, lexicons: Lexicons) -> Factuality:
    """The commitment of the voice that performs ``act`` by ``cue`` to ``content`` as it is written."""
    cue, main = cue.lower(), main_clause(content)
    base = _base(act, cue)
    if base == "U" or (act is Act.NARRATE and _UNKNOWN.search(main)):
        return Factuality.UNCOMMITTED
    level, sign = base[:2], base[2]
    if act in (Act.DENY, Act.DOUBT):
        return Factuality(base)
    if _has(lexicons, "NEGATIVE", main):
        return Factuality.PROBABLE_NOT
    if level == "CT" and _conditional(content) and not _has(lexicons, "PS", main):
        return Factuality.UNCOMMITTED
    for weaker in ("PS", "PR"):
        if _STRENGTH[weaker] < _STRENGTH[level] and (_has(lexicons, weaker, main) or _has(lexicons, weaker, cue)):
            level = weaker
            break
    return Factuality(level + sign)


def _base(act: Act, cue: str) -> str:
    """What the act and its cue give before any hedge."""
    if _UNCOMMITTED_CUES.search(cue):
        return "U"
    if _NOT_RULED_OUT.search(cue):
        return "PS+"
    if act is Act.INTEND and _REFUSAL.search(cue):
        return "CT-"
    if act in (Act.BELIEVE, Act.WARN) and _POSSIBLE_CUES.search(cue):
        return "PS+"
    base = _BY_ACT.get(act, "CT+")
    negated = bool(re.search(r"\b(?:not|never|no longer)\b|n[’']t\b", cue))
    return "PR-" if negated and base == "PR+" else "U" if negated and base == "CT+" else base


def mood(act: Act, content: str) -> Mood:
    """How the content is put forward."""
    if act is Act.INTEND:
        return Mood.INTENDED
    if act is Act.DEMAND:
        return Mood.DEMANDED
    if act is Act.ASK or content.rstrip("”\"’' ").endswith("?"):
        return Mood.ASKED
    if re.match(r"[“\"‘(\s]*(?:that )?(?:if|unless|provided|should)\b", content.lower()):
        return Mood.CONDITIONAL
    return Mood.ASSERTED


def main_clause(content: str) -> str:
    """The first clause of a content, in lower case: its hedges commit the main proposition."""
    words = re.sub(r"^(?:that|to|how)\s+", "", content.lower().strip(" “\"‘'"))
    cut = _MAIN_CLAUSE.search(words, 12)
    return words[: cut.start()] if cut else words


def _conditional(content: str) -> bool:
    """Whether a content stands under a condition: it opens with one, or its only sentence, unquoted, ends in one."""
    words = content.lower()
    if _CONDITION.match(words):
        return True
    return not re.search(r"[“\"«]|[.!?]\s", words) and bool(_TRAILING_CONDITION.search(words))


def _has(lexicons: Lexicons, level: str, text: str) -> bool:
    if set(re.findall(r"[a-z]+", text)) & lexicons.hedges[level]:
        return True
    pattern = lexicons.hedge_patterns.get(level)
    return bool(pattern and pattern.search(text))
