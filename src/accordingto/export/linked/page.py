"""The reference page of the exports that are graphs: `page.md`, with the terms and keys that there are."""

from __future__ import annotations

from importlib import resources

from accordingto.export.annotations.document import AROUND
from accordingto.export.graph import EDGE, NODE
from accordingto.export.linked.context import OURS


def page() -> str:
    """The page without its first line."""
    words = (resources.files("accordingto.export.linked") / "page.md").read_text(encoding="utf-8")
    for name, value in {"terms": _terms(), "keys": _keys(), "around": str(AROUND)}.items():
        words = words.replace(f"{{{name}}}", value)
    return words


def _terms() -> str:
    rows = (f"| `{name}` | {_cell(what)} |" for name, what in OURS.items())
    return "\n".join(["| term | what it means |", "| --- | --- |", *rows])


def _keys() -> str:
    return "\n\n".join(_table(of, keys) for of, keys in (("nodes", NODE), ("edges", EDGE)))


def _table(of: str, keys: dict[str, tuple[str, str]]) -> str:
    rows = (f"| `{name}` | {type_} | {_cell(what)} |" for name, (type_, what) in keys.items())
    return "\n".join([f"| of {of} | type | what it holds |", "| --- | --- | --- |", *rows])


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
