"""Texts that come cut into tokens by spaces, joined again as they would be printed, so that the encoder reads them as it reads news."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
_CLOSING = re.compile(r"[.,;:!?)\]%…]+\Z")
_OPENING = re.compile(r"[(\[$£€]\Z")


@dataclass(frozen=True, slots=True)
class Tokenised:
    """A joined text and the offset in it at which each token starts."""

    text: str
    starts: tuple[int, ...]


def joined(text: str) -> Tokenised:
    """Join the tokens of a text: clitics and closing marks to the token before, opening marks to the one after."""
    parts: list[str] = []
    starts: list[int] = []
    length, opened = 0, True
    for token in text.split():
        if not (opened or _CLITIC.match(token) or _CLOSING.match(token)):
            parts.append(" ")
            length += 1
        parts.append(token)
        starts.append(length)
        length += len(token)
        opened = bool(_OPENING.match(token))
    return Tokenised("".join(parts), tuple(starts))
