"""Opening a lexicon: read, hashed, parsed, its schema checked; whatever is wrong with it is one clear error."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from accordingto.model import ResourceError, sha256

T = TypeVar("T")


def open_lexicon(path: Path, what: str, schema: int, made: Callable[[Mapping[str, Any], str], T]) -> T:
    """Open a TOML file with a ``schema``.

    Args:
        path: of the file.
        what: it should be, with its article: "a lexicon of control".
        schema: the one that ``made`` reads.
        made: makes the lexicon of the table and the file's SHA-256.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    try:
        data = path.read_bytes()
        table = tomllib.loads(data.decode("utf-8"))
        if table["schema"] != schema:
            raise ValueError(f"schema {table['schema']}, not {schema}")
        return made(table, sha256(data))
    except (OSError, ValueError, KeyError, TypeError, re.error) as error:
        raise ResourceError(f"{path.name} is not {what}: {error}") from error
