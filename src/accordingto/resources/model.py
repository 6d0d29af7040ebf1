"""The shipped model: an int8 encoder and the small tables of its heads, each file checked by its hash before it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accordingto.model import ResourceError, sha256
from accordingto.resources.weights import checked, manifest, session

SHIPPED = Path(__file__).parent / "tagger"
FILES = ("encoder.onnx", "heads.npz", "pieces.npy", "vocabulary.txt")
BRANCH_FILES = ("branch.onnx", "branch.npz")
"""Layers and heads for syntax, names, mentions and factuality; a folder may lack both."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """An opened model.

    ``session`` maps summed embeddings (1, pieces, 384) to vectors of the same shape; ``pieces`` holds the wordpiece vectors
    as int8 rows, memory-mapped, to be multiplied by ``tables["scale"]``.
    """

    session: Any
    vocabulary: tuple[str, ...]
    """Wordpieces; the place of each is its id."""
    pieces: NDArray[np.int8]
    tables: Mapping[str, NDArray[np.float32]]
    sha256: str
    """Hash over the hashes of the files."""
    branch: Any = None
    """Session that maps the encoder's ``lower`` output (1, pieces, 384) to ``upper`` of the same shape, where there is one."""

    def opened_branch(self) -> Any:
        """The branch's session.

        Raises:
            ResourceError: where the model has none.
        """
        if self.branch is None:
            raise ResourceError(
                "this model reads attributions only: its folder has no branch.onnx and branch.npz, which syntax, names and "
                "events need; make them as docs/how-to/choose-the-model.md says, or use the shipped model (unset ACCORDINGTO_MODEL)"
            )
        return self.branch


def open_model(folder: Path = SHIPPED) -> Model:
    """Open a model folder.

    Raises:
        ResourceError: where a file is missing or is not the one that the manifest names.
    """
    hashes = _checked(folder)
    loaded = _tables(folder / "heads.npz")
    branch = None
    if BRANCH_FILES[0] in hashes:
        branch = session(folder / "branch.onnx")
        loaded |= {f"branch.{name}": table for name, table in _tables(folder / "branch.npz").items()}
    return Model(
        session=session(folder / "encoder.onnx"),
        vocabulary=tuple((folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()),
        pieces=np.load(folder / "pieces.npy", mmap_mode="r"),
        tables=loaded,
        sha256=sha256("".join(hashes.values()).encode()),
        branch=branch,
    )


def _tables(path: Path) -> dict[str, NDArray[np.float32]]:
    with np.load(path) as tables:
        return {name: tables[name].astype(np.float32) for name in tables.files}


def _checked(folder: Path) -> dict[str, str]:
    """The manifest's hashes, once every file has been found to match."""
    advice = "install accordingto again" if folder == SHIPPED else "check the folder that ACCORDINGTO_MODEL names"
    branch = tuple(name for name in BRANCH_FILES if name in manifest(folder, advice))
    return checked(folder, FILES + branch, advice)
