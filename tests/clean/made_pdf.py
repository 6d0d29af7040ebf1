"""Makes small PDF files: text at given places in a standard font, or in one that only its table maps to characters."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]
"""x, y from below, size, text."""


def column(
    lines: Sequence[str], *, x: float = 72, y: float = 720, size: float = 11, leading: float = 14
) -> list[Placed]:
    """Lines under each other; an empty one leaves half a line's room more."""
    placed, at = [], y
    for line in lines:
        if line:
            placed.append((x, at, size, line))
            at -= leading
        else:
            at -= leading * 0.7
    return placed


def pdf(pages: Iterable[Sequence[Placed]], *, info: str = "", mapped: bool = False, packed: bool = True) -> bytes:
    """A PDF file with one font and a content stream a page."""
    pages = [list(page) for page in pages]
    fonts = _mapped_font({c for page in pages for *_, text in page for c in text}) if mapped else _FONT
    objects = [b"", b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects += fonts
    kids = []
    for page in pages:
        stream = _content(page, mapped=mapped).encode("latin-1")
        data = zlib.compress(stream) if packed else stream
        head = f"<</Length {len(data)}{'/Filter/FlateDecode' if packed else ''}>>stream\n".encode()
        objects.append(head + data + b"\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects) - 1} 0 R>>".encode()
        )
        kids.append(len(objects) - 1)
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    objects.append(f"<<{info}>>".encode("latin-1"))
    return _file(objects)


_FONT = [b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]


def _content(page: Sequence[Placed], *, mapped: bool) -> str:
    made = []
    for x, y, size, text in page:
        shown = f"<{text.encode('utf-16-be').hex()}>" if mapped else "(" + _escaped(text) + ")"
        made.append(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm {shown} Tj ET")
    return "\n".join(made)


def _escaped(text: str) -> str:
    text = text.encode("cp1252").decode("latin-1")
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _mapped_font(chars: set[str]) -> list[bytes]:
    pairs = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in sorted(chars))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> "
        f"endcodespacerange {len(chars)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    ).encode()
    return [
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>",
        f"<</Length {len(cmap)}>>stream\n".encode() + cmap + b"\nendstream",
    ]


def _file(objects: list[bytes]) -> bytes:
    made, offsets = b"%PDF-1.4\n", [0]
    for number, body in enumerate(objects[1:], 1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets[1:])
    start = len(made)
    made += f"xref\n0 {len(objects)}\n0000000000 65535 f \n".encode() + table
    return (
        made
        + f"trailer<</Size {len(objects)}/Root 1 0 R/Info {len(objects) - 1} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    )
