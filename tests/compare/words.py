"""Single statements for tests of slots."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.compare.naming import abbreviations
from accordingto.compare.normalise import canon_of
from accordingto.compare.said import Said, said
from accordingto.compare.slots import Frame
from accordingto.model import Slot
from accordingto.resources.comparison import open_comparison
from tests.compare.build import PERSON, Voice, account

WORDS = open_comparison()
SOMEBODY: Voice = ("Petra Orsk", PERSON, "Petra Orsk", "said")


def frame_of(*texts: str) -> Frame:
    return Frame(canon_of(texts, WORDS), WORDS, abbreviations(texts))


def saying(content: str, frame: Frame, voices: Sequence[Voice] = (SOMEBODY,), text: str | None = None) -> Said:
    """A statement with that content, in a report of one sentence unless a text is given."""
    made = account(text or f"News\n\n{content}, Petra Orsk said.", "Radio Asur", "2023-05-01", (content, voices))
    return said(made, made.statements[0], frame.canon)


def slots_between(a: str, b: str) -> list[tuple[Slot, str, str]]:
    """The differences between two contents: slot and both values."""
    from accordingto.compare.slots import relation

    frame = frame_of(a, b)
    found = relation(saying(a, frame), saying(b, frame), 1.0, frame)
    return [(d.slot, d.a_value, d.b_value) for d in found.differences]
