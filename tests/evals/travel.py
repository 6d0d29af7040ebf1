"""A story in small for the tests of `evals.travel`: a wire report, a copy, a rewrite that swaps a number, two that say nothing of it."""

from __future__ import annotations

from pathlib import Path

TEXTS = {
    "wire.txt": """Shells hit market in Rusafi

SELMAR, March 9 (Northwire) – At least 12 people were killed on Thursday when shells hit the market of Rusafi, a doctor said.

“We had no warning at all,” said Dr Amal Quret.
""",
    "post.txt": """Shells hit market in Rusafi
At least 12 people were killed on Thursday when shells hit the market of Rusafi, a doctor said.
“We had no warning at all,” said Dr Amal Quret.
Reporting by Northwire
""",
    "gulf.txt": """Twenty dead in Rusafi
Shelling of the market in Rusafi left 20 people dead, Northwire reported. "We had no warning," said Dr Quret.
""",
    "radio.txt": """Fog over Port Ansar
The ferries to Port Ansar stayed in harbour on Thursday.
""",
    "ona.txt": """Army denies shelling
The army denied on Friday that its guns had fired on Rusafi.
""",
}
STORY = """story = "market"
truth = "Northwire had it from a doctor."
[[reports]]
doc = "market-1"
outlet = "Northwire"
published = "2023-03-09T14:00+00:00"
file = "wire.txt"
[[reports]]
doc = "market-2"
outlet = "The Harbour Post"
published = "2023-03-09T16:00+00:00"
file = "post.txt"
[[reports]]
doc = "market-3"
outlet = "Gulf Ledger"
published = "2023-03-09"
file = "gulf.txt"
[[reports]]
doc = "market-4"
outlet = "Radio Asur"
published = "2023-03-10"
file = "radio.txt"
[[reports]]
doc = "market-5"
outlet = "ONA"
published = "2023-03-10"
file = "ona.txt"

[[lineage]]
from = "market-2"
to = "market-1"
kind = "copies"
[[lineage]]
from = "market-3"
to = "market-1"
kind = "cites"

[[quotes]]
pieces = [
  {doc = "market-1", words = "We had no warning at all"},
  {doc = "market-2", words = "We had no warning at all"},
  {doc = "market-3", words = "We had no warning"},
]

[[matters]]
about = "how many were killed"
origins = 1
echoes = 2
members = [
  {doc = "market-1", words = "At least 12 people were killed on Thursday when shells hit the market of Rusafi"},
  {doc = "market-2", words = "At least 12 people were killed on Thursday when shells hit the market of Rusafi"},
  {doc = "market-3", words = "Shelling of the market in Rusafi left 20 people dead"},
  {doc = "market-3", words = "Twenty dead in Rusafi"},
]

[[accounts]]
a = {doc = "market-1", words = "At least 12 people were killed on Thursday when shells hit the market of Rusafi"}
b = {doc = "market-2", words = "At least 12 people were killed on Thursday when shells hit the market of Rusafi"}
relation = "repeats"
[[accounts]]
a = {doc = "market-1", words = "At least 12 people were killed on Thursday when shells hit the market of Rusafi"}
b = {doc = "market-3", words = "Shelling of the market in Rusafi left 20 people dead"}
relation = "narrows"
slot = "number"
[[accounts]]
a = {doc = "market-2", words = "At least 12 people were killed on Thursday when shells hit the market of Rusafi"}
b = {doc = "market-3", words = "Shelling of the market in Rusafi left 20 people dead"}
relation = "narrows"
slot = "number"
[[accounts]]
a = {doc = "market-3", words = "Shelling of the market in Rusafi left 20 people dead"}
b = {doc = "market-3", words = "Twenty dead in Rusafi"}
relation = "rewords"

[[mismatches]]
doc = "market-3"
words = "Shelling of the market in Rusafi left 20 people dead"
source_doc = "market-1"
slot = "number"
"""


def written(folder: Path, *, story: str = STORY) -> Path:
    """The story in a folder, as `evals.travel.compile` takes it with ``--folder``."""
    at = folder / "stories" / "market"
    at.mkdir(parents=True)
    for name, text in TEXTS.items():
        (at / name).write_text(text, encoding="utf-8")
    (at / "story.toml").write_text(story, encoding="utf-8")
    return folder
