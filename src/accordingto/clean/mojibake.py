"""Text that was read in a wrong encoding once and saved again: ``â€œ`` for ``“``, ``Ã©`` for ``é``, ``Ø§Ù„`` for ``ال``.

Repaired only where it is certain. A whole text is taken back where every character of it beyond ASCII goes back to one of a script in
use, which clean text does not do; inside a text that also has sound characters, only sequences that no language writes are.
"""

from __future__ import annotations

import re

MIN_WHOLE = 2
"""Sequences that no word ends in, from which a text is taken back as a whole from Windows-1252 or Latin-1."""
MIN_FOREIGN = 6
"""The same from Windows-1251 and Windows-1256, whose letters are those of whole languages."""
MOST = 0.9
"""Share of the runs beyond ASCII that go back, from which all that do are repaired, and the others left."""
MIN_RUNS = 5
MIN_PAIRS = 2
"""Sequences of a wider kind that must agree before one of them is repaired inside other text."""
ROUNDS = 2
"""How often a text may have been read wrongly, one on top of the other."""
_PLAUSIBLE = re.compile(
    "[\u00a0-\u00ff\u0100-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b\u0259\u02b0-\u02bf\u0300-\u036f\u1e00-\u1eff\u0386-\u03ce\u0400-\u045f\u0490-\u0493\u05d0-\u05ea\u05b0-\u05bc\u05f0-\u05f4"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u0652\u0660-\u0669\u0670\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be"
    "\u06c0-\u06d4\u06f0-\u06f9\u0900-\u097f\u0980-\u09fe\u0e01-\u0e5b\u2000-\u200f\u2010-\u2044\u2070-\u209f\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u2460-\u24ff"
    "\u25a0-\u27bf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uffee\ufeff\ufffd\u2066-\u2069\U0001f300-\U0001faff]+"
)
_HIGH = re.compile(r"[^\x00-\x7f]+")
_UNDEFINED = {code: bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
# Sequences inside sound text. The first can be nothing else; of the second, two must agree, or one of the first be there.
_SIGN = re.compile(
    rb"\xc3\xa2(?:\xe2\x82\xac|\xe2\x80[\x9a\x9e]|\xc2\x80)|\xc3[\x82\x83\x90\x91\x98\x99\x9b](?:\xc2|\xc5|\xc6|\xcb|\xe2)"
)
"""What stands in the UTF-8 of every sequence that is looked for; bytes are searched faster than characters."""
# What follows a letter only in wrongly read text: no quotation mark, dash or space, which may stand behind any word.
_FOREIGN = "\u0080-\u009f¡-ª¬-º¼-¿ƒ†‡ˆ‰Š‹ŒŽ™š›œžŸ˜€‚„"
_UNNATURAL = re.compile(f"[Â-ô][{_FOREIGN}]")
_SECOND = "\u0080-\u00bf†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸƒ„…€‚"
_CERTAIN = re.compile(
    "â\u0080[\u0080-\u00bf]|â€[\u0080-\u00bf“”‘’™œžšŸŽŠ¢¦˜ˆ‰‹›•–—€‚ƒ„…†‡]|â‚¬|â„¢|"
    # letters of other scripts: four in a row, of which one is unnatural, since a word of one letter may stand before a dash
    + "|".join(
        f"(?=(?:{first}[{_SECOND}]\\s?){{0,3}}{first}[{_FOREIGN}])(?:{first}[{_SECOND}]\\s?){{4,}}"
        for first in ("[ØÙÚÛ]", "[ÐÑ]")
    )
)
_LETTER = re.compile("(?:(?<=[a-z])|(?<![^\\W\\d_]))Ã[\u00a1-\u00aa\u00ac-\u00b9\u00bc-\u00bf\u009f](?=[a-z ,.;:!?]|$)")
_BESIDE = re.compile("Â[£©®°§½¼«»\u00a0]")


def repaired(text: str) -> str | None:
    """The text as it was before it was read wrongly; ``None`` where it is sound or nothing is certain."""
    for rounds in range(ROUNDS, 0, -1):
        if (found := _whole(text, rounds)) is not None:
            return found
    found = _inside(text) if signed(text.encode("utf-8", "surrogatepass")) else text
    return found if found != text else None


def suspicious(text: str) -> bool:
    """Whether something is left that looks like wrongly read text."""
    return _CERTAIN.search(text) is not None


def signed(data: bytes) -> bool:
    """Whether bytes of UTF-8 may be those of wrongly read text: a cheap look before `suspicious`."""
    return _SIGN.search(data) is not None


def _whole(text: str, rounds: int) -> str | None:
    """The text taken back, where each of its runs beyond ASCII goes back: bytes of a UTF-8 character are never ASCII."""
    runs = _HIGH.findall(text)
    for encoding, needed in (("cp1252", MIN_WHOLE), ("cp1251", MIN_FOREIGN), ("cp1256", MIN_FOREIGN)):
        back: dict[str, str] = {}
        if all(run in back or _noted(back, run, encoding, rounds) for run in runs):
            signs = len(_UNNATURAL.findall(text)) if encoding == "cp1252" else sum(len(back[run]) for run in runs)
            return _put(text, back) if signs >= needed else None
    return None


def _put(text: str, back: dict[str, str]) -> str:
    return _HIGH.sub(lambda match: back[match.group()], text)


def _noted(back: dict[str, str], run: str, encoding: str, rounds: int) -> bool:
    found: str | None = run
    for _ in range(rounds):
        found = _back(found, encoding) if found else None
    if not found or not _PLAUSIBLE.fullmatch(found):
        return False
    back[run] = found
    return True


def _back(run: str, encoding: str) -> str | None:
    """The UTF-8 text whose bytes these characters are in another encoding; bytes that it leaves undefined stand for themselves."""
    try:
        return b"".join(_bytes(char, encoding) for char in run).decode("utf-8")
    except UnicodeError:
        return None


def _bytes(char: str, encoding: str) -> bytes:
    if encoding == "cp1252" and "\x80" <= char <= "\x9f":
        return bytes([ord(char)])  # Latin-1, or a byte that Windows-1252 leaves undefined
    return _UNDEFINED.get(ord(char)) or char.encode(encoding)


def _inside(text: str) -> str:
    runs = _HIGH.findall(text)
    back = [run for run in runs if _taken_back(run) != run]
    enough = len(back) >= MIN_RUNS and len(back) >= MOST * len(runs)
    if enough and len(_UNNATURAL.findall(text)) >= MIN_WHOLE:
        return _HIGH.sub(lambda match: _taken_back(match.group()), text)
    certain = _CERTAIN.search(text) is not None
    found = _CERTAIN.sub(lambda match: _taken_back(match.group()), text)
    if certain or len(_LETTER.findall(found)) >= MIN_PAIRS:
        for likely in (_LETTER, _BESIDE):
            found = likely.sub(lambda match: _taken_back(match.group()), found)
    return found


def _taken_back(words: str) -> str:
    """A sequence taken back, white space inside it kept."""
    back = {run: _back(run, "cp1252") for run in _HIGH.findall(words)}
    if any(found is None or not _PLAUSIBLE.fullmatch(found) for found in back.values()):
        return words
    return _HIGH.sub(lambda match: back[match.group()] or match.group(), words)
