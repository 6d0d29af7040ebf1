"""The group of commands and the pages written from it."""

from __future__ import annotations

import json
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.main import get_command

import accordingto
from accordingto.cli import lazy
from accordingto.cli.exits import Exit
from accordingto.cli.reference import PAGES
from accordingto.export.csv import COLUMNS
from accordingto.export.csv_layers import TABLES
from accordingto.export.schema import schema
from accordingto.model import UsageError

DOCS = Path(__file__).parents[2] / "docs" / "reference"
PRESENT = [name for name, (module, _) in lazy.COMMANDS.items() if find_spec(module)]


def test_version(run) -> None:
    assert run("--version").stdout == f"accordingto {accordingto.__version__}\n"


def test_schema(run) -> None:
    assert json.loads(run("schema").stdout) == schema()


@pytest.mark.parametrize("words", [["--help"], ["-h"], []])
def test_help_lists_every_command(run, words: list[str]) -> None:
    got = run(*words)
    shown = got.stdout + got.stderr
    assert all(re.search(rf"^  {name} ", shown, re.M) for name in PRESENT)


@pytest.mark.parametrize("name", PRESENT)
def test_the_help_line_is_the_commands_own(name: str) -> None:
    """The group's help shows a line without importing the command; it must not drift."""
    module, line = lazy.COMMANDS[name]
    own = get_command(import_module(module).app).help or ""
    assert own.split("\n\n")[0].replace("\n", " ").strip() == line


def test_a_command_that_is_not_there_is_left_out(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(lazy.COMMANDS, "weave", ("accordingto.cli.weave", "Not built."))
    assert "weave" not in run("--help").stdout
    assert run("weave").exit_code == 2


def test_errors_of_any_command_become_a_line_and_a_code(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise UsageError("not so")

    monkeypatch.setattr("accordingto.export.schema.schema", fail)
    got = run("schema")
    assert (got.exit_code, got.stderr) == (2, "accordingto: not so\n")


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("cli", "cli.md"),
        ("output", "output.md"),
        ("schema", "schema.json"),
        ("store", "store.md"),
        ("exports", "exports.md"),
        ("graphs", "exports-linked-data.md"),
        ("web", "web.md"),
    ],
)
def test_the_reference_is_current(page: str, name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[page](), f"run: python -m accordingto.cli.reference {page} > docs/reference/{name}"


def test_every_exit_code_is_documented() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert all(f"| `{code.value}` | {code.meaning} |" in page for code in Exit)


def test_every_field_and_column_is_documented() -> None:
    sections = dict(
        re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", (DOCS / "output.md").read_text(encoding="utf-8"), re.M | re.S)
    )
    for name, part in schema()["$defs"].items():
        assert all(f"| `{key}` |" in sections[name] for key in part.get("properties", ()))
    page = (DOCS / "output.md").read_text(encoding="utf-8")
    assert all(f"| `{column}` | " in page for column in COLUMNS)
    for layer, table in TABLES.items():
        columns = page.split(f"### {layer.capitalize()}\n")[-1].split("\n### ")[0]
        assert all(f"| `{column}` | " in columns for column in table)
