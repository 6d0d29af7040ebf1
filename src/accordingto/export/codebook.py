"""The codebook of events as a page of Markdown: types, modes, contexts, words, and crosswalks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accordingto.resources.events import Codebook, Crossing, Pattern

SCHEMES = {
    "cameo": ("CAMEO", "code", "label"),
    "acled": ("ACLED", "event type", "sub-event type"),
    "ucdp": ("UCDP", "type of violence", "name"),
}
"""Name of each scheme and of its two columns."""


def codebook_page(codebook: Codebook) -> str:
    """The page, ready to be written."""
    parts = [
        "# Codebook of events\n\nPrinted by `accordingto codebook`; do not edit by hand. Names of types and modes follow PLOVER 2.0 "
        "(<https://github.com/openeventdata/PLOVER>); definitions are the project's own. "
        "[How events are coded](../explanation/events.md), [how to extend the codebook](../how-to/extend-the-codebook.md).",
        "## Types and modes\n\nVerbal types are derived from what statements do by being said and left out of counts by default.",
        *_types(codebook),
        "## Contexts\n\nAn event has every context whose words stand in its sentence.",
        _table(("context", "meaning"), _contexts(codebook)),
        "## Crosswalks\n\nThe row of the mode counts before that of the type alone.",
        *_crosswalks(codebook),
        "## Words\n\nHow many words and patterns of words name each type and mode.",
        _table(("type", "mode", "verbs", "nouns", "other words"), _counts(codebook)),
    ]
    return "\n\n".join(parts) + "\n"


def _types(codebook: Codebook) -> Iterator[str]:
    for event in codebook.types.values():
        verbal = " *Verbal.*" if event.verbal else ""
        own = "" if event.origin == "PLOVER 2.0" else f" (from {event.origin})"
        yield f"**{event.name}**{own}: {event.definition}{verbal}"
        if event.modes:
            yield _table(("mode", "meaning"), ((f"`{mode}`", meaning) for mode, meaning in event.modes.items()))


def _contexts(codebook: Codebook) -> Iterator[tuple[str, ...]]:
    for name in codebook.contexts:
        yield f"`{name}`", codebook.context_definitions.get(name, "")


def _crosswalks(codebook: Codebook) -> Iterator[str]:
    for scheme in dict.fromkeys(row.scheme for row in codebook.crossings):
        rows = [row for row in codebook.crossings if row.scheme == scheme]
        name, code, label = SCHEMES.get(scheme, (scheme, "code", "label"))
        yield f"### {name}\n\nReference: <{rows[0].reference}>"
        yield _table(("type", "mode", code, label, "holds where"), map(_crossing, rows))


def _crossing(row: Crossing) -> tuple[str, ...]:
    return row.type, f"`{row.mode}`" if row.mode else "", row.code, row.label, row.requires or ""


def _counts(codebook: Codebook) -> Iterator[tuple[str, ...]]:
    patterns = {id(one): one for found in codebook.patterns.values() for one in found}.values()
    for event in codebook.types.values():
        for mode in (None, *event.modes):
            found = [one for one in patterns if (one.type, one.mode) == (event.name, mode)]
            if found:
                yield (
                    event.name,
                    f"`{mode}`" if mode else "",
                    *(str(_kinds(found, kind)) for kind in ("verb", "noun", "word")),
                )


def _kinds(patterns: Iterable[Pattern], kind: str) -> int:
    return sum(one.kind == kind for one in patterns)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
