"""What comparing has learnt on stories whose path is known, opened once: a metric, words that tell, and boosted trees for each question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from accordingto.model import sha256
from accordingto.resources.metric import Metric, open_metric
from accordingto.resources.telltale import Telltale, open_telltale
from accordingto.resources.trees import Trees, open_trees

FOLDER = Path(__file__).parent.parent / "lexicons"
MEANING = "meaning.npy"
TELLTALE = "telltale.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Learnt:
    """Made by ``python -m training.stories``.

    Each field but for the first two is a question; its trees lie in the file of its name in `FOLDER`.
    """

    meaning: Metric
    """What of the meaning of two statements tells that they are about one thing; lies in `MEANING`."""
    telltale: Telltale
    """What single words tell of the relation of two statements; lies in `TELLTALE`."""
    together: Trees
    """How likely two statements are about one thing, by what they have in common themselves."""
    through: Trees
    """How likely they are, by what either is to all others as well."""
    excluding: Trees
    """How likely two statements on one thing cannot both be so."""
    differing: Trees
    """In which slot they then differ."""
    relating: Trees
    """In which relation two statements stand."""
    misreporting: Trees
    """How likely a report has changed a slot of what it has from a source that it names."""
    occasion: Trees
    """How likely two voices on a matter go back to one occasion."""

    @property
    def sha256(self) -> str:
        """Of all files."""
        return sha256("".join(getattr(self, one.name).sha256 for one in fields(self)).encode())


QUESTIONS = tuple(one.name for one in fields(Learnt) if one.name not in ("meaning", "telltale"))


def file_of(question: str, folder: Path = FOLDER) -> Path:
    """Where the trees of a question lie."""
    return folder / f"{question}.toml"


@cache
def open_learnt(folder: Path = FOLDER) -> Learnt:
    """Open the metric, the words that tell, and the trees of all questions.

    Raises:
        ResourceError: where a file is missing, malformed or of another schema.
    """
    trees = {name: open_trees(file_of(name, folder), f"a file of weights ({name})") for name in QUESTIONS}
    return Learnt(open_metric(folder / MEANING), open_telltale(folder / TELLTALE), **trees)


def with_trees(learnt: Learnt, others: Mapping[str, Trees]) -> Learnt:
    """The same with other trees for some questions."""
    trees = {name: others.get(name) or getattr(learnt, name) for name in QUESTIONS}
    return Learnt(learnt.meaning, learnt.telltale, **trees)
