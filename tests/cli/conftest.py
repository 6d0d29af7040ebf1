from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from accordingto.cli.main import app
from tests.cli import stub

Run = Callable[..., object]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line on the stand-in for the pipeline."""
    monkeypatch.setitem(sys.modules, "accordingto.pipeline.read", stub.module())
    stub.CALLS.clear()
    return lambda *words, **more: CliRunner().invoke(app, list(words), **more)
