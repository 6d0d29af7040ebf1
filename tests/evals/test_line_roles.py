"""The checked roles of scraped lines: complete, and none of the texts among them."""

import json
from pathlib import Path

from accordingto.evaluate.lines import DIGITS, ROLES

FOLDER = Path(__file__).parents[2] / "evals" / "line-roles"
ROWS = [json.loads(line) for line in (FOLDER / "checked.jsonl").read_text(encoding="utf-8").splitlines()]
LINES = [line for row in ROWS for line in row["lines"]]


def test_there_are_two_halves() -> None:
    halves = [row["half"] for row in ROWS]
    assert len(ROWS) >= 40
    assert sorted(set(halves)) == ["held", "open"]
    assert abs(halves.count("open") - halves.count("held")) <= 2


def test_lines_have_roles_and_no_text() -> None:
    assert all(line["role"] in ROLES and set(line) <= {"role", "weak", "sha256"} for line in LINES)
    assert all(len(line["sha256"]) == DIGITS and int(line["sha256"], 16) >= 0 for line in LINES)
    assert all(line["weak"] != line["role"] for line in LINES if "weak" in line)


def test_the_guideline_states_the_counts() -> None:
    page = (FOLDER / "GUIDELINE.md").read_text(encoding="utf-8")
    corrected = sum("weak" in line for line in LINES)
    assert f"{corrected} of {len(LINES):,}" in page
    assert f"all lines of {len(ROWS)} scraped documents" in " ".join(page.split())
    assert all(f"`{role}`" in page for role in ROLES)
