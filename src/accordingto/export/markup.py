"""HTML out of parts: text goes in through `text` and attributes through `element`, and both escape."""

from __future__ import annotations

from html import escape

from accordingto.pipeline.wording import harmless


def text(words: str) -> str:
    """Words as inert markup. Carriage returns survive; control characters show as U+FFFD."""
    return escape(harmless(words)).replace("\r", "&#13;")


def element(name: str, *content: str, **attributes: str | bool | None) -> str:
    """An element with its content, which is markup already.

    Attributes are escaped; an underscore at the end of a name is dropped and others become hyphens (``class_``,
    ``data_n``). ``None`` and ``False`` leave the attribute out, ``True`` writes its name alone.
    """
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{text(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return f"<{name}{written}>{''.join(content)}</{name}>"


def isolated(words: str, **attributes: str | bool | None) -> str:
    """Words whose direction must not leak into what stands beside them."""
    return element("bdi", text(words), **attributes)


def joined(parts: list[str], separator: str = " · ") -> str:
    """Markup joined, empty parts left out."""
    return separator.join(part for part in parts if part)
