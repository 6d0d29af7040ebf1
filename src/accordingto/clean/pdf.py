"""PDF to text: pages to lines, lines to paragraphs; heads that run over pages stand once, page numbers nowhere."""

from __future__ import annotations

import io
import itertools
import time
from collections.abc import Iterable
from typing import Any

from accordingto.clean.documents import Document
from accordingto.clean.pdflines import PdfLine, paragraphs_of, plain, without_running_heads
from accordingto.model import Field, InputError, TooLarge

MAX_PAGES = 1_500
"""Pages read at most; a yearly report of an aid body has some 400."""
MAX_SECONDS = 240.0
"""Seconds spent on one file at most; a page of prose takes some hundredths."""
MAX_STRANGE = 0.2
"""Share of characters that fonts do not map to Unicode from which the text is no text."""
_STRANGE = (("\ue000", "\uf8ff"), ("\ufffd", "\ufffd"), ("\x00", "\x08"))


def read_pdf(data: bytes, where: str) -> Document:
    """The text of a PDF file, paragraph by paragraph; a page that cannot be read is left out, and a flag says so.

    Raises:
        InputError: where it is damaged, encrypted or has no text.
        TooLarge: where it has too many pages or takes too long.
    """
    reader = _opened(data, where)
    pages, failed = _pages(reader, where)
    letters = sum(any(c.isalpha() for c in line.text) for page in pages for line in page)
    if failed and not letters:
        raise InputError(
            f"{where}: none of its {failed} pages can be read; save its text, with pdftotext perhaps, and give that"
        )
    if not letters:
        raise InputError(f"{where} is a PDF file without text, a scan perhaps; run text recognition (OCR) on it first")
    text = "\n\n".join(paragraphs_of(without_running_heads(pages)))
    if _strange(text) > MAX_STRANGE:
        raise InputError(
            f"{where}: its fonts do not say which characters they show; run text recognition (OCR) on it first"
        )
    return Document(text, _title(reader), flags=("pages-missing",) if failed else ())


def _opened(data: bytes, where: str) -> Any:
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{where} is encrypted; open it with its password and save it without one")
        if (count := len(reader.pages)) > MAX_PAGES:
            raise TooLarge(f"{where} has {count} pages, and the limit is {MAX_PAGES}; split it")
    except InputError:
        raise
    except Exception as error:  # a stranger's bytes: the parser may fall over anything
        if "crypt" in f"{type(error).__name__} {error}".lower():
            raise InputError(f"{where} is encrypted; open it with its password and save it without one") from error
        raise InputError(
            f"{where} is a damaged PDF file ({type(error).__name__}: {str(error)[:120]}); fetch it again, or save its text"
        ) from error
    return reader


def _pages(reader: Any, where: str) -> tuple[list[list[PdfLine]], int]:
    """The lines of each page, and how many pages could not be read."""
    pages, failed, began = [], 0, time.monotonic()
    for number in range(len(reader.pages)):
        if time.monotonic() - began > MAX_SECONDS:
            raise TooLarge(
                f"{where}: its text takes more than {MAX_SECONDS:.0f} s to read; save its text, and give that"
            )
        try:
            pages.append(_lines(reader.pages[number]))
        except Exception:  # one broken page never loses the rest
            failed += 1
            pages.append([])
    return pages, failed


def _lines(page: Any) -> list[PdfLine]:
    """The lines of a page in the order in which it draws them, which is the order of reading where the writer cared."""
    made: list[PdfLine] = []
    parts: list[tuple[str, float, float, float]] = []

    def end() -> None:
        text = plain("".join(part[0] for part in parts).strip())
        full = [part for part in parts if part[0].strip()]
        if text and full:
            longest = max(full, key=lambda part: len(part[0]))  # a bullet or an initial may have another size
            made.append(PdfLine(text, full[0][1], longest[2], longest[3]))
        parts.clear()

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scaled = abs(size * (tm[3] or tm[1] or 1) * (cm[3] or cm[1] or 1))
        for number, part in enumerate(text.split("\n")):
            if number:
                end()
            parts.append((part, x, y, scaled))

    page.extract_text(visitor_text=visit)
    end()
    return _ordered(made)


def _ordered(lines: list[PdfLine]) -> list[PdfLine]:
    """The lines as drawn, unless they jump about; then from top to bottom."""
    jumps = sum(b.y > a.y + a.size for a, b in itertools.pairwise(lines))
    if jumps <= max(3, len(lines) // 4):
        return lines
    return sorted(lines, key=lambda line: (-round(line.y), line.x))


def _strange(text: str) -> float:
    return sum(any(a <= c <= b for a, b in _STRANGE) for c in text) / max(1, len(text))


def _title(reader: Any) -> Field[str] | None:
    """The title of the metadata, unless it is a file's name."""
    try:
        stated = str((reader.metadata or {}).get("/Title") or "")
    except Exception:  # metadata are the least of a file
        return None
    return stated_title(stated, "pdf:/Title")


def stated_title(stated: str, read_from: str) -> Field[str] | None:
    """A title from a document's metadata; ``None`` for what programs put there by themselves."""
    title = " ".join(stated.split())
    unlikely: Iterable[str] = ("microsoft word", "untitled", "powerpoint", "document", "title", "slide 1", "layout 1")
    low = title.lower()
    if (
        len(title.split()) < 2
        or low.startswith(tuple(unlikely))
        or low.endswith((".doc", ".docx", ".pdf", ".indd", ".rtf", ".qxd"))
    ):
        return None
    return Field(title, read_from)
