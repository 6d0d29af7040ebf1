"""Where a user's own data lies (actors and places that they added), and how it is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from accordingto.model import UsageError

DATA_VARIABLE = "ACCORDINGTO_DATA"
"""Environment variable that names the folder of the user's own data."""


def user_folder() -> Path:
    """The folder of the user's own data, which need not exist yet.

    The one that `DATA_VARIABLE` names, else ``accordingto`` in the data home of the XDG base directory specification.
    """
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen).expanduser()
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "accordingto"


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` once it is whole, so that a broken run leaves what was there.

    Raises:
        UsageError: where it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            yield file
        beside.replace(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror or error}; {DATA_VARIABLE} may name another folder for your data"
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
