"""Where a user's own data lies: actors and places that they added."""

from __future__ import annotations

import os
from pathlib import Path

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
