"""The corpus that we wrote ourselves: complete, current, and as the guidelines say it is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from accordingto.model import Act, Factuality, Form

FIELD = Path(__file__).parents[2] / "evals" / "field"
ROWS = [json.loads(line) for line in (FIELD / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def test_there_are_enough_reports_of_the_right_length() -> None:
    assert len(ROWS) >= 30
    assert all(200 <= len(row["text"].split()) <= 520 for row in ROWS)


def test_the_gold_is_compiled_from_the_adjudicated_files(tmp_path: Path) -> None:
    out = tmp_path / "gold.jsonl"
    subprocess.run([sys.executable, FIELD / "tools" / "annotate.py", "compile", FIELD / "gold", out], check=True)
    assert out.read_text(encoding="utf-8") == (FIELD / "gold.jsonl").read_text(encoding="utf-8")


def test_every_act_and_form_occurs() -> None:
    statements = [s for row in ROWS for s in row["statements"]]
    assert {s["act"] for s in statements} == {act.value for act in Act}
    assert {s["form"] for s in statements} == {form.value for form in Form}
    assert {s["factuality"] for s in statements} <= {value.value for value in Factuality}


@pytest.mark.parametrize("row", ROWS, ids=[row["doc"] for row in ROWS])
def test_every_span_lies_in_its_text_and_holds_letters(row: dict) -> None:
    spans = [span for s in row["statements"] for span in s["content"]]
    spans += [span for s in row["statements"] for voice in s["chain"] for span in (*voice["source"], *voice["cue"])]
    for start, end in spans:
        assert 0 <= start < end <= len(row["text"])
        assert row["text"][start:end].strip()


def test_the_corpus_page_states_the_counts() -> None:
    page = (FIELD.parents[1] / "docs" / "explanation" / "field-corpus.md").read_text(encoding="utf-8")
    statements = sum(len(row["statements"]) for row in ROWS)
    assert f"| statements (of them narration) | {statements} (" in page
    for layer in ("events", "estimates", "control"):
        assert f"| {layer} | {sum(len(row[layer]) for row in ROWS)} |" in page
