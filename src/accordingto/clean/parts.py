"""`Part`: a block to be, before the text is composed."""

from __future__ import annotations

from typing import NamedTuple

from accordingto.model import BlockKind, Moment


class Part(NamedTuple):
    """Kind, text and rule of a block to be; ``at`` is the time of the live blog's entry that it belongs to."""

    kind: BlockKind
    text: str
    by: str
    at: Moment | None = None
