"""The learnt weights by which a claim is judged against an evidence, opened once and passed on explicitly."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from accordingto.resources.trees import Trees, open_trees

SHIPPED = Path(__file__).parent.parent / "lexicons" / "verdict.toml"


@cache
def open_verdict(path: Path = SHIPPED) -> Trees:
    """Open a file of weights.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    return open_trees(path, "a file of weights for verdicts")
