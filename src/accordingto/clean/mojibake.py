"""Text that was read in a wrong encoding once and saved again: ``â€œ`` for ``“``, ``Ã©`` for ``é``, ``Ø§Ù„`` for ``ال``.

Repaired only where it is certain. A whole text is taken back where every character of it beyond ASCII goes back to one of a script in
use, which clean text does not do; inside a text that also has sound characters, only sequences that no language writes are.
"""

from __future__ import annotations

import re

MIN_WHOLE = 2
"""Sequences from which a text is taken back as a whole from Windows-1252 or Latin-1."""
MIN_FOREIGN = 6
"""The same from Windows-1251 and Windows-1256, whose letters are those of whole languages."""
MIN_PAIRS = 2
"""Sequences of a wider kind that must agree before one of them is repaired inside other text."""
ROUNDS = 2
"""How often a text may have been read wrongly, one on top of the other."""
_PLAUSIBLE = re.compile(
    "[\u00a0-\u00ff\u0100-\u017f\u1e00-\u1eff\u0386-\u03ce\u0400-\u045f\u0490-\u0493\u05d0-\u05ea\u05b0-\u05bc"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u0652\u0660-\u0669\u0670\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be"
    "\u06c0-\u06d4\u06f0-\u06f9\u0904-\u097f\u0985-\u09fe\u0e01-\u0e5b\u2010-\u2026\u2030-\u203a\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff"
    "\u25a0-\u27bf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uffee\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069\U0001f300-\U0001faff]+"
)
_HIGH = re.compile(r"[^\x00-\x7f]+")
_UNDEFINED = {code: bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
# Sequences inside sound text. The first can be nothing else; of the second, two must agree, or one of the first be there.
_CERTAIN = re.compile(
    "â\u0080[\u0080-\u00bf]|â€[\u0080-\u00bf“”‘’™œžšŸŽŠ¢¦˜ˆ‰‹›•–—€‚ƒ„…†‡]|â‚¬|â„¢|(?:[ØÙÚÛ][\u0080-\u00bf†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸƒ„…€‚]\\s?){4,}"
    "|(?:[ÐÑ][\u0080-\u00bf†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸƒ„…€‚]\\s?){4,}"
)
_LIKELY = re.compile("(?:(?<=[a-z])|(?<![^\\W\\d_]))[Ã][\u00a1-\u00aa\u00ac-\u00b9\u00bc-\u00bf\u009f](?=[a-z ,.;:!?]|$)|Â[£©®°§½¼«»\u00a0]")


def repaired(text: str) -> str | None:
    """The text as it was before it was read wrongly; ``None`` where it is sound or nothing is certain."""
    found = text
    for _ in range(ROUNDS):
        better = _whole(found)
        if better is None:
            break
        found = better
    if found is text:
        found = _inside(text)
    return found if found != text else None


def suspicious(text: str) -> bool:
    """Whether something is left that looks like wrongly read text."""
    return _CERTAIN.search(text) is not None


def _whole(text: str) -> str | None:
    for encoding, needed in (("cp1252", MIN_WHOLE), ("cp1251", MIN_FOREIGN), ("cp1256", MIN_FOREIGN)):
        back = _back(text, encoding)
        if back is not None and _sound(back, needed):
            return back
    return None


def _back(text: str, encoding: str) -> str | None:
    """The UTF-8 text whose bytes these characters are in another encoding; bytes that it leaves undefined stand for themselves."""
    try:
        return b"".join(_bytes(char, encoding) for char in text).decode("utf-8") if not text.isascii() else None
    except UnicodeError:
        return None


def _bytes(char: str, encoding: str) -> bytes:
    if char < "\x80":
        return char.encode()
    if encoding == "cp1252" and "\x80" <= char <= "\x9f":
        return bytes([ord(char)])  # Latin-1, or a byte that Windows-1252 leaves undefined
    return _UNDEFINED.get(ord(char)) or char.encode(encoding)


def _sound(text: str, needed: int) -> bool:
    high = _HIGH.findall(text)
    return sum(map(len, high)) >= needed and all(_PLAUSIBLE.fullmatch(run) for run in high)


def _inside(text: str) -> str:
    certain = _CERTAIN.search(text) is not None
    found = _CERTAIN.sub(_taken_back, text)
    if certain or len(_LIKELY.findall(found)) >= MIN_PAIRS:
        found = _LIKELY.sub(_taken_back, found)
    return found


def _taken_back(match: re.Match[str]) -> str:
    back = _back(match.group(), "cp1252")
    return back if back is not None and _sound(back, 1) else match.group()
