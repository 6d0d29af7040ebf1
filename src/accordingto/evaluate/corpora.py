"""Outside corpora of events and of claims, measured by name: what ``accordingto evaluate corpus`` prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.evaluate.rows import Row, read_rows
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.pipeline.read import Reader

MUC_SPLIT = "tst2"
"""The split of MUC-4 that is measured."""
Measured = Callable[[Path, "Reader"], str]


def gsr(path: Path, reader: Reader) -> str:
    """PLOVER types of short texts; ``path`` is a file of rows with ``text`` and ``event_v2``."""
    from accordingto.evaluate.gsr import measure

    return measure(_rows(path, ("id", "text", "event_v2")), reader.read_text).render()


def petrarch(path: Path, reader: Reader) -> str:
    """Triples of single sentences; ``path`` is a file of rows with ``id``, ``text`` and ``events``."""
    from accordingto.evaluate.petrarch import measure
    from accordingto.resources.events import open_codebook

    return measure(_rows(path, ("id", "text", "events")), reader.read_text, open_codebook()).render()


def muc4(path: Path, reader: Reader) -> str:
    """Incidents and perpetrators; ``path`` is a folder with ``documents.jsonl`` and ``templates.jsonl``."""
    from accordingto.evaluate.muc import measure
    from accordingto.evaluate.truecase import truecased

    if not path.is_dir():
        raise UsageError(f"{path} is no folder; muc4 needs one with documents.jsonl and templates.jsonl")
    files = [_rows(path / name, ()) for name in ("documents.jsonl", "templates.jsonl")]
    documents, templates = ([row for row in rows if row.get("split") == MUC_SPLIT] for rows in files)
    cased = partial(truecased, known=frozenset(reader.model.vocabulary))
    return measure(documents, templates, lambda text: reader.read_text(cased(text))).render()


def claimdiff(path: Path) -> str:
    """How pairs of claims are ranked; ``path`` is a folder with the files of ClaimDiff."""
    from accordingto.evaluate.claimdiff import measure, render
    from accordingto.evaluate.verdicts import scored

    if not path.is_dir():
        raise UsageError(
            f"{path} is no folder; claimdiff needs one with claimdiff-strength*.json and claimdiff-weak*.json"
        )
    return render(measure(path, scored))


CORPORA: Mapping[str, Measured] = {"gsr": gsr, "petrarch": petrarch, "muc4": muc4}
"""What is read and measured, by name."""
CLAIMS: Mapping[str, Callable[[Path], str]] = {"claimdiff": claimdiff}
"""What is measured without reading."""


def corpus(name: str, path: Path, reader: Callable[[], Reader]) -> str:
    """Measure a corpus and say what was found, for people.

    Args:
        name: one of `CORPORA` or of `CLAIMS`.
        path: where it lies.
        reader: opens the pipeline.

    Raises:
        UsageError: where the name is unknown or the corpus cannot be read.
    """
    if name not in (*CORPORA, *CLAIMS):
        raise UsageError(f"{name} is no corpus that is known; known are {', '.join((*CORPORA, *CLAIMS))}")
    if not path.exists():
        raise UsageError(f"{path} is not there; name the corpus's file or folder")
    return CLAIMS[name](path) if name in CLAIMS else CORPORA[name](path, reader())


def _rows(path: Path, needed: tuple[str, ...]) -> list[Row]:
    return list(read_rows(path, needed=needed))
