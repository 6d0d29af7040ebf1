"""What the documentation tells people to type is what the command line takes; and the tutorial on stores works as it is written."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.main import get_command

from accordingto.cli.lazy import COMMANDS
from accordingto.cli.main import app
from tests.docs.commands import PAGES, ROOT, commands

SHOWN = [pytest.param(words, id=f"{page.stem}: {' '.join(words)[:60]}") for page in PAGES for words in commands(page)]
PLACEHOLDERS = {"…", "[OPTIONS]"}


@pytest.mark.parametrize("words", SHOWN)
def test_a_command_that_is_shown_can_be_typed(words: list[str]) -> None:
    """It is parsed and not run: every command, option and number of arguments is one that there is."""
    if PLACEHOLDERS & set(words) or any(word.isupper() and word.isalpha() for word in words[2:]):
        pytest.skip("it stands for others")
    assert words[1] in COMMANDS or words[1].startswith("-"), f"accordingto {words[1]} is no command"
    if words[1].startswith("-"):
        return
    _parse(get_command(import_module(COMMANDS[words[1]][0]).app), words[1], words[2:])


def _parse(command: Any, name: str, words: list[str]) -> None:
    context = (
        command.make_context(name, list(words), resilient_parsing=False)
        if not hasattr(command, "list_commands")
        else None
    )
    if context is not None:
        return
    group = typer.Context(get_command(app), info_name="accordingto")
    inner = command.get_command(group, words[0]) if words else None
    if inner is None:  # a group that does something of its own when no command of it is named
        command.make_context(name, list(words))
        return
    _parse(inner, words[0], words[1:])


def test_the_tutorial_on_stores_works_as_it_is_written(tmp_path: Path) -> None:
    page = ROOT / "docs" / "tutorial" / "first-store.md"
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = {**os.environ, "PYTHONPATH": path, "ACCORDINGTO_DATA": str(tmp_path / "data")}
    said = {}
    for words in commands(page):
        done = subprocess.run(
            [sys.executable, "-c", "from accordingto.cli.main import main; main()", *words[1:]],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=environment,
        )
        assert done.returncode == 0, (words, done.stderr)
        said.setdefault(" ".join(words[1:]), []).append(done.stdout + done.stderr)
    first, again = said["add reports --case Asur"]
    assert "5 new reports, 1 new edition" in first
    assert "6 known already" in again
    assert (
        "does not rule out"
        in said["editions https://harbourpost.example/world/coalition-front-government-territory"][0]
    )
