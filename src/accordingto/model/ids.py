"""Ids. Those of captures, reports, statements and mentions follow from content and never change with the model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from accordingto.model.spans import Spans

_LENGTH = 20
"""Hex digits kept: 80 bits, no expected collision below 10^12 records."""


def sha256(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def text_sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8 form; lone surrogates pass unchanged."""
    return sha256(text.encode("utf-8", "surrogatepass"))


def content_id(layer: str, text_hash: str, parts: Spans = (), *, extra: Iterable[str] = ()) -> str:
    """The id of a record of a layer: ``layer-`` and the start of a hash over (text hash, layer, spans, extra)."""
    at = ",".join(f"{span.start}-{span.end}" for span in parts)
    seed = "\x1f".join(["accordingto/1", layer, text_hash, at, *extra])
    return f"{layer}-{hashlib.sha256(seed.encode()).hexdigest()[:_LENGTH]}"
