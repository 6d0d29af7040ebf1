"""Every flag that a report may bear is explained."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "scraped-text.md").read_text(encoding="utf-8")
SOURCES = [ROOT / "src" / "accordingto" / "clean" / name for name in ("__init__.py", "decode.py", "text.py")]
_FLAG = re.compile(
    r"\(\*flags, \"([a-z-]+)\"\)|append\(\"([a-z-]+)\"\)|\(\"([a-z]+-?[a-z]+-?[a-z]+)\",\)|^        \(\"([a-z-]+)\", ",
    re.M,
)


def test_every_flag_is_on_the_page() -> None:
    found = {
        next(filter(None, groups)) for path in SOURCES for groups in _FLAG.findall(path.read_text(encoding="utf-8"))
    }
    assert {"truncated", "re-decoded", "mojibake", "paywall", "cut-character"} <= found
    assert [flag for flag in sorted(found) if f"`{flag}`" not in PAGE] == []
