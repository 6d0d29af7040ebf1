"""What the package finds in the stories. Reading them is the long part and is done once: readings are kept in the user's cache.

A kept reading is used while its text and everything that reading depends on are the same: the code and data of the package, those
of comparing reports left out.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import accordingto
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.evaluate.predict import reading_of
from accordingto.evaluate.travelrows import travel_row
from accordingto.pipeline.travel import sentence_vectors, travel
from accordingto.resources.learnt import MEANING, QUESTIONS, TELLTALE, Learnt, file_of
from evals.travel.compile import Row, report_rows
from evals.travel.story import Story

if TYPE_CHECKING:
    from accordingto.pipeline.read import Reader
    from accordingto.pipeline.reading import Reading

PACKAGE = Path(accordingto.__file__).parent
STATIONS = (
    "model", "lexicons", "resources", "capture", "clean", "language", "mentions", "attribute", "content", "pipeline",
)  # fmt: skip
"""The folders that reading a report depends on."""
COMPARING = frozenset(
    (
        "travel.py",
        "comparison.py",
        "comparison.toml",
        "credits.toml",
        "verdict.py",
        "verdict.toml",
        "learnt.py",
        "trees.py",
        "metric.py",
        "telltale.py",
        MEANING,
        TELLTALE,
        *(file_of(question).name for question in QUESTIONS),
        "background.py",
        "protocols.py",
        "store.py",
        "process.py",
        "stories.py",
    )
)
"""Files in them that it does not."""
LARGE = 1 << 20
"""Bytes from which on the size of a file stands for what is in it."""


def row(story: Story, *, thresholds: Thresholds = DEFAULTS, learnt: Learnt | None = None) -> Row:
    """A story as the task ``travel`` predicts it."""
    own = readings(story)
    found = travel(list(own.values()), vectors=_vectors, thresholds=thresholds, learnt=learnt)
    return {"story": story.name, **travel_row(found, own)}


@cache
def _vector(text: str) -> Sequence[float]:
    return sentence_vectors([text])[0]


def _vectors(texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """As `sentence_vectors`, each made once: every choice of thresholds asks for the same."""
    return [_vector(text) for text in texts]


def readings(story: Story) -> dict[str, Reading]:
    """The readings of a story's reports, by document."""
    return {report["doc"]: _reading(report) for report in report_rows(story)}


def _reading(report: Row) -> Reading:
    words = "\0".join(str(report[key]) for key in ("outlet", "published", "text"))
    path = _folder() / f"{sha256(words.encode()).hexdigest()[:24]}.pickle"
    if path.exists():
        kept: Any = pickle.loads(path.read_bytes())
        return kept
    reading = reading_of(report, _reader())
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(pickle.dumps(reading))
    beside.replace(path)
    return reading


@cache
def _reader() -> Reader:
    from accordingto.pipeline.read import Reader

    return Reader()


@cache
def _folder() -> Path:
    """Where readings of this package lie."""
    whole = sha256()
    for path in _files():
        whole.update(path.relative_to(PACKAGE).as_posix().encode())
        size = path.stat().st_size
        whole.update(str(size).encode() if size >= LARGE else path.read_bytes())
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "accordingto" / "evals-travel" / whole.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for station in STATIONS:
        for path in sorted((PACKAGE / station).rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and path.name not in COMPARING:
                yield path
