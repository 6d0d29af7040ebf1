"""Scenes: invented happenings as the sentences that several outlets printed of them, sorted by the thing that they are about.

They lie in ``scenes/*.txt``. ``## `` opens a scene and names it; ``= `` opens a matter, one proposition up to its variants. Then a
statement a line: a letter, a sign where it holds, a tab, the words. Statements of one letter can all be so at once, those of two letters
of a matter exclude each other. The sign ``+`` stands where the same is said more exactly than by those of the letter without it, ``>``
where a later state is told as a change of what was said, ``x`` where what was said under other letters is taken back. ``~`` stands before
statements of the scene that are about none of its matters. ``H: `` before the words marks a headline. A sentence that tells of two
matters stands under both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]

FOLDER = Path(__file__).parent / "scenes"
HEADLINE = "H: "
_TOLD = re.compile(r"(?P<letter>[a-z])(?P<sign>[+>x]?)\t(?P<words>.+)|~\t(?P<loose>.+)")


@dataclass(frozen=True, slots=True)
class Version:
    """What a statement says of a matter, as against others."""

    letter: str
    sign: str


@dataclass(frozen=True)
class Scene:
    """One scene."""

    title: str
    matters: list[str] = field(default_factory=list)
    """What each is about."""
    told: dict[str, dict[int, Version]] = field(default_factory=dict)
    """The words of each statement, and by the numbers of the matters it is about what it says of them; nothing where it is about none."""

    def pairs(self) -> tuple[Bools, Bools]:
        """Which two statements are about one thing, and which are not though it is known what one of them is about; n × n."""
        about = [set(versions) for versions in self.told.values()]
        one = np.array([[bool(a & b) for b in about] for a in about])
        known = np.array([[bool(a or b) for b in about] for a in about])
        return one & ~np.eye(len(about), dtype=bool), known & ~one


def scenes(folder: Path = FOLDER) -> list[Scene]:
    """All scenes of a folder, in the order of the names of their files.

    Raises:
        ValueError: where a line is none that a scene may have; names the file and the line.
    """
    return [scene for path in sorted(folder.glob("*.txt")) for scene in _scenes_of(path)]


def _scenes_of(path: Path) -> Iterator[Scene]:
    scene: Scene | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            if scene:
                yield scene
            scene = Scene(line.removeprefix("## "))
        elif scene and line.startswith("= "):
            scene.matters.append(line.removeprefix("= "))
        elif scene and (found := _TOLD.fullmatch(line)):
            _add(scene, found)
        elif line.strip():
            raise ValueError(f"{path}:{number}: {line[:60]!r} is no line of a scene; see training/scenes.py")
    if scene:
        yield scene


def _add(scene: Scene, found: re.Match[str]) -> None:
    words = (found["loose"] or found["words"]).removeprefix(HEADLINE)
    about = scene.told.setdefault(words, {})
    if not found["loose"]:
        about[len(scene.matters) - 1] = Version(found["letter"], found["sign"])
