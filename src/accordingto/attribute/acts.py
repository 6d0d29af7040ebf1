"""Which act a cue performs. Acts are decided by the cue, not by the content; the table is in ``lexicons/acts.toml``."""

from __future__ import annotations

import re

from accordingto.model import Act, SourceKind
from accordingto.resources.lexicons import Lexicons

_LIGHT = frozenset("make made making give gave given issue issued raise raised have has had be been is are was were express expressed".split())
_PUBLISHERS = (SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.DOCUMENT)


OPENING_WORDS = 8
"""Words of the content that may decide a cue with two uses: "asked whether", "asked them to"."""


def act_of(cue: str, kind: SourceKind, lexicons: Lexicons, *, content: str = "") -> Act:
    """The act of a voice of a kind, by its cue; without a telling cue it is `Act.STATE`.

    ``content`` only tells which use a cue has: its first words complete the cue's construction.
    """
    folded = " ".join(cue.lower().replace("’", "'").split())
    opened = f"{folded} | {' '.join(content.lower().split()[:OPENING_WORDS])} "
    for act, pattern in lexicons.act_openings:
        if content[:1] not in "“\"‘«" and pattern.search(opened):
            return Act(act)
    for act, pattern in lexicons.act_phrases:
        if pattern.search(folded):
            return _by_kind(Act(act), kind)
    words = re.findall(r"[a-z][a-z-]*", folded)
    found = [lexicons.act_verbs[word] for word in words if word in lexicons.act_verbs and word not in _LIGHT]
    nouns = [lexicons.act_nouns[word] for word in words if word in lexicons.act_nouns and word not in lexicons.act_verbs]
    named = nouns or found if set(words) & _LIGHT else found or nouns
    return _by_kind(Act(named[0]), kind) if named else Act.STATE


def _by_kind(act: Act, kind: SourceKind) -> Act:
    """Agencies, outlets and documents report; a person who "reported" something stated it."""
    if act is Act.REPORT and kind not in (*_PUBLISHERS, SourceKind.AGENTLESS):
        return Act.STATE
    return act
