"""Word and RTF documents to lines of text, nothing dropped but pictures, notes and what the author deleted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from accordingto.model import InputError, TooLarge

MAX_UNPACKED = 512 * 2**20
"""Bytes that the parts of a DOCX file may unpack to; the largest export of 500 articles has some 10 MB."""
MAX_RATIO = 200
"""How many times larger than the file its parts may be, above `FREE` bytes; prose in XML packs to about a tenth."""
FREE = 16 * 2**20
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_BREAKS = re.compile(r"\r\n?|\n")


def docx_lines(data: bytes, where: str) -> list[str]:
    """The paragraphs of a DOCX file in their order, those in tables and text boxes too; a table's row is one line, tabs between cells.

    Raises:
        TooLarge: where it unpacks to more than is sound.
        InputError: where it is damaged or encrypted.
    """
    return [line for text in _docx_blocks(open_docx(data, where).element.body) for line in _BREAKS.split(text)]


def open_docx(data: bytes, where: str) -> Any:
    """The python-docx document in some bytes.

    Raises:
        TooLarge, InputError: as for `docx_lines`.
    """
    check_zip(data, where)
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception as error:  # the package is a stranger's: any part of it may be anything
        raise InputError(
            f"{where} is a damaged Word document ({_brief(error)}); save it again, or as plain text"
        ) from error


def check_zip(data: bytes, where: str) -> None:
    """See that a ZIP archive is whole and unpacks to a sound size.

    Raises:
        TooLarge, InputError: where it does not.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise InputError(f"{where} is damaged ({_brief(error)}); fetch or save it again") from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED or unpacked > max(FREE, MAX_RATIO * len(data)):
        raise TooLarge(
            f"{where} unpacks to {unpacked / 2**20:.0f} MB, more than a document should; save its text and give that"
        )


def _docx_blocks(parent: Any) -> Iterator[str]:
    """Texts of paragraphs and table rows below an element, in order; other elements (content controls) are looked into."""
    for child in parent.iterchildren():
        if child.tag == f"{_W}p":
            yield _paragraph(child)
            yield from _boxes(child)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif isinstance(child.tag, str) and child.tag != _FALLBACK:
            yield from _docx_blocks(child)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iterchildren(f"{_W}tr"):
        cells = ["\n".join(_docx_blocks(cell)) for cell in row.iter(f"{_W}tc") if _owner(cell, f"{_W}tr") is row]
        yield "\t".join(cells)


def _owner(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _paragraph(element: Any) -> str:
    """The text of one paragraph without the text boxes anchored in it."""
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in (_FALLBACK, f"{_W}txbxContent", f"{_W}pPr", f"{_W}del"):
            yield from _pieces(child)


def _boxes(paragraph: Any) -> Iterator[str]:
    for box in paragraph.iter(f"{_W}txbxContent"):
        if _owner(box, _FALLBACK) is None and _owner(box, f"{_W}p") is paragraph:
            yield from _docx_blocks(box)


_HIGH = re.compile(rb"[\x80-\xff]")
_CELL = re.compile(rb"\\(?:nest)?cell(?![a-z])")


def rtf_lines(data: bytes, where: str) -> list[str]:
    r"""The lines of an RTF document; code pages are as it declares them, a table's row is one line, tabs between cells.

    Raises:
        InputError: where it cannot be read.
    """
    from striprtf import striprtf

    convert: Callable[..., str] = striprtf.rtf_to_text
    prepared = _CELL.sub(rb"\\tab", _plain(data)).replace(b"HYPERLINK", b"LINK")
    text = prepared.decode("ascii")
    for errors in ("strict", "replace"):
        try:
            return [_whole(line) for line in _BREAKS.split(convert(text, errors=errors))]
        except UnicodeDecodeError:
            continue
        except Exception as error:  # a stranger's bytes: striprtf looks for no damage
            raise InputError(
                f"{where} is a damaged RTF document ({_brief(error)}); save it again, or as plain text"
            ) from error
    raise InputError(f"{where} is an RTF document whose code pages cannot be read; save it as plain text")


def _plain(data: bytes) -> bytes:
    r"""The document in ASCII: raw 8-bit bytes, which the format does not have but writers do, as ``\'xx`` or ``\uN``."""
    if not _HIGH.search(data):
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _HIGH.sub(lambda match: rb"\'%02x" % match[0][0], data)
    return b"".join(char.encode() if char < "\x80" else _escaped(char) for char in text)


def _escaped(char: str) -> bytes:
    units = char.encode("utf-16-le")
    numbers = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
    return b"".join(b"{\\uc0\\u%d }" % number for number in numbers)


def _whole(line: str) -> str:
    """A line with the halves of characters beyond U+FFFF, which RTF writes apart, put together."""
    if not any("\ud800" <= char <= "\udfff" for char in line):
        return line
    return line.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _brief(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
