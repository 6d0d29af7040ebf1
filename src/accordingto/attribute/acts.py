"""Which act a cue performs. Acts are decided by the cue, not by the content; the table is in ``lexicons/acts.toml``."""

from __future__ import annotations

import re

from accordingto.model import Act, SourceKind
from accordingto.resources.lexicons import Lexicons

_LIGHT = frozenset(
    (
        "make made making give gave given issue issued raise raised have has had be been is are was were express "
        "expressed"
    ).split()
)
_PUBLISHERS = (SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.DOCUMENT)


_INFERS = re.compile(r"\b(?:suggest|indicat|impl|hint|point|signal|appear|show|mean)")
OPENING_WORDS = 12
"""Words of the content that may decide a cue with two uses: "asked whether", "asked them to"."""


def act_of(cue: str, kind: SourceKind, lexicons: Lexicons, *, content: str = "", of_words: bool = False) -> Act:
    """The act of a voice of a kind, by its cue; without a telling cue it is `Act.STATE`.

    ``content`` only tells which use a cue has: its first words complete the cue's construction. ``of_words`` is true where the
    source is not a speaker but somebody's words ("the general's comments suggest"): then the outlet infers.
    """
    act = _by_cue(cue, lexicons, content)
    return (
        Act.INFER
        if of_words and act in (Act.INFER, Act.STATE, Act.REPORT) and _INFERS.search(cue.lower())
        else _by_kind(act, kind)
    )


def is_noun_cue(cue: str, source: str, lexicons: Lexicons) -> bool:
    """Whether a cue is the noun of a phrase that its source opens: "*a new coalition* `estimate`".

    Such a noun recalls an act of its own rather than performing one here.
    """
    singular = cue.lower() in lexicons.act_nouns and not cue.endswith("s")
    return singular and bool(re.match(r"an?\b|the (?:new|latest|recent|earlier)\b", source.lower()))


def _by_cue(cue: str, lexicons: Lexicons, content: str) -> Act:
    folded = " ".join(cue.lower().replace("’", "'").split())
    opened = f"{folded} | {' '.join(content.lower().split()[:OPENING_WORDS])} "
    for act, pattern in lexicons.act_openings:
        if content[:1] not in '“"‘«' and pattern.search(opened):
            return Act(act)
    for act, pattern in lexicons.act_phrases:
        if pattern.search(folded):
            return Act(act)
    words = re.findall(r"[a-z][a-z-]*", folded)
    found = [lexicons.act_verbs[word] for word in words if word in lexicons.act_verbs and word not in _LIGHT]
    nouns = [
        lexicons.act_nouns[word] for word in words if word in lexicons.act_nouns and word not in lexicons.act_verbs
    ]
    named = nouns or found if set(words) & _LIGHT else found or nouns
    return Act(named[0]) if named else Act.STATE


def _by_kind(act: Act, kind: SourceKind) -> Act:
    """Agencies, outlets and documents report; a person who "reported" or "suggested" something stated it."""
    if kind is SourceKind.DOCUMENT and act in (Act.STATE, Act.INFER):
        return Act.REPORT
    if act is Act.INFER and kind is not SourceKind.AGENTLESS:
        return Act.STATE
    if act is Act.REPORT and kind not in (*_PUBLISHERS, SourceKind.AGENTLESS):
        return Act.STATE
    return act
