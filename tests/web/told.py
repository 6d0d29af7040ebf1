"""A store of the sample reports, as ``accordingto demo`` leaves it, with the sample world's actors and places."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

_PROGRAM = """
import json, sys
from accordingto.cli.main import app
for command in json.loads(sys.argv[1]):
    if app(command, standalone_mode=False):
        sys.exit(1)
"""


def sample_store(path: Path, *, edited: bool = False) -> Path:
    """Import the sample world into a folder beside the store, add the sample reports, and compare them.

    Args:
        path: of the store to make.
        edited: also a later edition of one of them.
    """
    samples = Path(str(resources.files("accordingto"))) / "samples"
    commands = (
        ("gazetteer", "add", samples / "world" / "gazetteer.csv"),
        ("actors", "add", samples / "world" / "actors.csv"),
        ("add", samples / "crossing", "--db", path, "--case", "crossing"),
        *([("add", samples / "edited", "--db", path, "--case", "crossing")] if edited else []),
    )
    asked = json.dumps([[str(part) for part in command] for command in commands])
    given = {**os.environ, "ACCORDINGTO_DATA": str(path.parent / "data"), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", _PROGRAM, asked], env=given, check=True, capture_output=True)
    return path
