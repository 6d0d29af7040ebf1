"""What only a process shows: start-up, pipes, terminals, the keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUB = [sys.executable, "-m", "tests.cli.stub"]
HEAVY = {"onnxruntime", "numpy", "lxml", "trafilatura", "rich", "tokenizers", "pyarrow", "accordingto.pipeline.read"}


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom accordingto.cli.main import main\nsys.argv = ['accordingto', '--help']\n"
        "try: main()\nexcept SystemExit: print(*sys.modules, sep='\\n')"
    )
    assert not HEAVY & set(python(code).split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert not HEAVY & set(python("import sys, accordingto\nprint(*sys.modules)").split())


def test_help_is_quick() -> None:
    """The budget is half a second, reckoned in CPU seconds since the machine may be busy; the best of three."""

    def once() -> float:
        began = os.times()
        subprocess.run([sys.executable, "-m", "tests.cli.stub", "--help"], capture_output=True, check=True, cwd=ROOT)
        ended = os.times()
        return ended.children_user + ended.children_system - began.children_user - began.children_system

    assert min(once() for _ in range(3)) < 1.0


def test_a_closed_pipe_is_quiet() -> None:
    process = subprocess.Popen(
        [*STUB, "read", *[f"{n}.txt" for n in range(200)]], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_data_is_utf_8_whatever_the_locale(encoding: str) -> None:
    made = subprocess.run(
        [*STUB, "read", "a.txt", "empty-أ.txt"],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=False,
    )
    assert made.returncode == 1
    assert "أبو ليث" in made.stdout.decode("utf-8")
    assert b"Traceback" not in made.stderr


def terminal(*words: str, **environment: str) -> tuple[str, int]:
    """Run with standard output and error on a terminal of 70 columns."""
    pty = pytest.importorskip("pty")
    main, side = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLORTERM")}
    env = {**kept, "TERM": "xterm", "COLUMNS": "70", **environment}
    process = subprocess.Popen([*STUB, *words], stdout=side, stderr=side, cwd=ROOT, env=env)
    os.close(side)
    parts = []
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(main)
    return b"".join(parts).decode(), process.wait(60)


def test_a_terminal_gets_text_in_colour_and_no_colour_is_heeded() -> None:
    coloured, code = terminal("read", "a.txt")
    assert code == 0
    assert "\x1b[" in coloured
    assert "Northwire" in coloured
    plain, _ = terminal("read", "a.txt", NO_COLOR="1")
    assert "\x1b" not in plain
    assert max(map(len, plain.replace("\r", "").split("\n"))) <= 70


def test_many_reports_show_a_bar_when_the_data_goes_elsewhere(tmp_path: Path) -> None:
    shown, code = terminal("read", "a.txt", "empty.txt", "b.txt", "-o", str(tmp_path / "out.jsonl"))
    assert code == 1
    assert "reading" in shown
    assert "accordingto: empty.txt: there is no text" in shown
    one, _ = terminal("read", "a.txt", "-o", str(tmp_path / "out.jsonl"))
    assert one == ""
