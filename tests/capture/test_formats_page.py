from __future__ import annotations

from pathlib import Path

from accordingto.capture.archives.warc import REMEMBERED
from accordingto.capture.files import LIMIT
from accordingto.capture.sniff import Kind
from accordingto.capture.tables.columns import ROLES
from accordingto.clean.pdf import MAX_PAGES, MAX_SECONDS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8")


def test_every_kind_of_file_is_documented() -> None:
    named = {kind.value for kind in Kind} - {"document", "export"}
    assert not [name for name in named if f"| {name} |" not in PAGE]


def test_the_names_of_columns_are_those_of_the_code() -> None:
    for role, names in ROLES.items():
        (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{role}`")]
        assert row.split("|")[2].strip() == ", ".join(names)


def test_limits_are_those_of_the_code() -> None:
    assert f"{LIMIT // 2**20} MB a capture" in PAGE
    assert f"more than {MAX_PAGES:,} pages" in PAGE
    assert MAX_SECONDS == 240
    assert "four minutes" in PAGE
    assert f"last {REMEMBERED:,} digests" in PAGE


def test_the_install_commands_are_those_of_the_errors() -> None:
    how_to = (DOCS / "how-to" / "add-exports-and-archives.md").read_text(encoding="utf-8")
    for extra in ("arrow", "warc"):
        assert f"pip install 'accordingto[{extra}]'" in how_to
