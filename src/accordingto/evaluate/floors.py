"""Floors: the figures that must not fall, each with the corpus that it was measured on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from accordingto.model import IntegrityError, UsageError, sha256

MARGIN = 0.3
"""Points under the measured figure at which a floor is set: int8 kernels differ between processors, and a flipped tie in a
corpus of a hundred documents moves a figure by a tenth or two. What falls further is a change in quality."""
GOLD = "gold/"
"""How the name of a corpus begins that lies in the folder given with ``--gold``; others lie beside the file of floors."""
WATCHED: dict[tuple[str, str], tuple[str, ...]] = {
    ("statements", "field/gold.jsonl"): ("found", "form", "act", "act macro-F1", "factuality", "chain"),
    ("estimates", "field/gold.jsonl"): ("found", "unit", "what"),
    ("control", "field/gold.jsonl"): ("found", "holder", "asserted"),
    ("events", "field/gold.jsonl"): ("found", "type", "mode", "aux", "actor", "recipient", "place", "date", "killed"),
    ("attribution", "gold/polnear/dev.jsonl"): ("A1", "A2", "A5", "C2"),
    ("contents", "gold/gum/dev.jsonl"): ("A1", "nested recall"),
    ("times", "field/gold.jsonl"): ("value", "type+value", "span+value"),
    ("times", "gold/time/timebank.jsonl"): ("value", "type+value", "strict"),
    ("times", "gold/time/aquaint.jsonl"): ("value", "type+value", "strict"),
    ("probe", "probe/places.jsonl"): ("country and admin-1", "within 161 km"),
    ("entities", "gold/ner/crossner-politics.dev.txt"): ("F1", "person", "organisation", "place"),
    ("actors", "gold/re3d/documents.jsonl"): ("reached", "B3 synonyms", "B3 all"),
    ("places", "field/gold.jsonl"): ("exact without demonyms",),
    **{
        ("resolution", f"gold/geo/{name}/dev.jsonl"): ("acc@161",)
        for name in ("lgl", "tr-news", "geovirus", "geowebnews")
    },
    **{
        ("places", f"gold/geo/{name}/dev.jsonl"): ("exact", "e2e161")
        for name in ("lgl", "tr-news", "geovirus", "geowebnews")
    },
    ("pages", "gold/page-fields/gold.jsonl"): tuple(
        name + suffix
        for suffix in ("", " English")
        for name in ("body", "title", "date", "author F1", "caption F1", "caption out of body")
    ),
    ("factuality", "gold/factuality/UDS_IH2.dev.jsonl"): ("within 1", "sign"),
    ("lines", "line-roles/checked.jsonl"): (
        "macro-F1", "macro-F1 open", "macro-F1 held", "body English", "body characters read", "caption out of body",
        "other out of body",
    ),
    ("accounts", "gold/claims/vitaminc.dev.jsonl"): ("accuracy", "REFUTES F1"),
    ("stories", "gold/stories/ecbplus.dev.jsonl"): ("B3",),
    ("travel", "travel/gold.jsonl"): tuple(
        name + suffix
        for suffix in ("", " held")
        for name in ("lineage", "quotes B3", "relations macro-F1", "origins cover", "origins exact", "mismatches")
    ),
}  # fmt: skip
"""Figures by task and corpus that get a floor when floors are raised and the corpus is at hand."""
TEXTS = {
    "line-roles/checked.jsonl": "gold/line-roles/weak.jsonl",
    "travel/gold.jsonl": "travel/reports.jsonl",
}
"""Corpora of ours that are annotations alone, and where the texts are: of a row for each report, or not to be passed on."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One figure that must not fall. ``floor`` and ``measured`` are in per cent."""

    task: str
    corpus: str
    figure: str
    floor: float
    measured: float
    sha256: str
    """Of the corpus file."""
    date: str
    command: str
    """What prints the figure."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What the floor is of."""
        return self.task, self.corpus, self.figure


def read_floors(path: Path) -> list[Floor]:
    """The floors of a file; none where the file is missing.

    Raises:
        UsageError: where the file is no list of floors.
    """
    if not path.exists():
        return []
    try:
        entries: Any = json.loads(path.read_text(encoding="utf-8"))
        return [Floor(**{field.name: entry[field.name] for field in fields(Floor)}) for entry in entries]
    except (OSError, ValueError, TypeError, KeyError) as error:
        names = ", ".join(field.name for field in fields(Floor))
        raise UsageError(f"{path} is no list of floors ({error!r}); each entry has {names}") from error


def write_floors(floors: Iterable[Floor], path: Path) -> None:
    """Write floors, sorted, in place of the file."""
    entries = [asdict(floor) for floor in sorted(floors, key=lambda floor: floor.key)]
    text = json.dumps(entries, indent=2, ensure_ascii=False) + "\n"
    try:
        beside = path.with_name(path.name + ".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def corpus_path(corpus: str, floors: Path, gold: Path | None) -> Path | None:
    """Where a corpus lies; ``None`` for one of the gold folder where none is given."""
    if corpus.startswith(GOLD):
        return gold / corpus.removeprefix(GOLD) if gold else None
    return floors.parent / corpus


def hash_of(path: Path) -> str:
    """SHA-256 of a corpus file.

    Raises:
        IntegrityError: where it cannot be read.
    """
    try:
        return sha256(path.read_bytes())
    except OSError as error:
        raise IntegrityError(
            f"the corpus {path} has floors but cannot be read: {error.strerror or error}; check the path given with --gold"
        ) from error


def check_hash(floor: Floor, path: Path, found: str) -> None:
    """Check that a floor was measured on this corpus.

    Raises:
        IntegrityError: where it was not.
    """
    if floor.sha256 != found:
        raise IntegrityError(
            f"{path} is not the corpus that the floor of {floor.figure} was measured on (sha256 {found[:12]}…, floor "
            f"{floor.sha256[:12]}…): restore the corpus, or, if it was changed on purpose, remove its entries from the "
            "floors and run gate --raise"
        )


def floor_under(measured: float) -> float:
    """The floor for a measured figure, cut to two decimals, never below 0."""
    return max(0.0, math.floor(100 * (measured - MARGIN) + 1e-6) / 100)
