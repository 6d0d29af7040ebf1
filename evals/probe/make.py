"""Writes places.jsonl from places.tsv: ``python evals/probe/make.py``."""

import json
from pathlib import Path

from accordingto.evaluate.probe import rows_of

HERE = Path(__file__).parent

if __name__ == "__main__":
    rows = rows_of((HERE / "places.tsv").read_text(encoding="utf-8"))
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (HERE / "places.jsonl").write_text(lines, encoding="utf-8")
