"""A store of the sample reports, as ``accordingto demo`` leaves it."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from accordingto.cli.main import app


def sample_store(path: Path) -> Path:
    """Add the sample reports to a new store, and compare them."""
    from importlib import resources

    folder = resources.files("accordingto.samples") / "crossing"
    made = CliRunner().invoke(app, ["add", str(folder), "--db", str(path), "--case", "crossing"])
    assert made.exit_code == 0, made.output
    return path
