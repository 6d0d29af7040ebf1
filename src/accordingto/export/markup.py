"""HTML out of parts: text goes in through `text` and attributes through `element`, and both escape."""

from __future__ import annotations

import base64
import hashlib
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


def head(title: str, style: str) -> str:
    """How a document of one file begins, up to its body: its policy allows one style sheet, by hash, and nothing from anywhere else.

    Args:
        title: words.
        style: of the program, never of a report.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        "<!doctype html>\n"
        '<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style></head>\n"
    )
