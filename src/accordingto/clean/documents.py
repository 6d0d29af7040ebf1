"""PDF, DOCX and RTF to the text that is archived."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.capture.documents import docx_lines, rtf_lines
from accordingto.capture.sniff import DOCX, PDF, RTF
from accordingto.model import Capture, Field

READ = (PDF, DOCX, RTF)
"""Media types that this module reads."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document, and what its metadata say beside it."""

    text: str
    title: Field[str] | None = None
    """What its metadata give as its title; only for want of a headline. Their author is often who typed it, their dates are those of
    the file: neither is taken."""
    flags: tuple[str, ...] = ()


def document_of(capture: Capture, where: str) -> Document:
    """The text of a captured document.

    Raises:
        InputError: where it is damaged, encrypted or has no text.
    """
    if capture.media_type == PDF:
        from accordingto.clean.pdf import read_pdf

        return read_pdf(capture.data, where)
    if capture.media_type == RTF:
        return Document(_text(rtf_lines(capture.data, where)))
    return Document(_text(docx_lines(capture.data, where)), _docx_title(capture.data, where))


def _text(lines: list[str]) -> str:
    return "\n\n".join(line.rstrip() for line in lines if line.strip())


def _docx_title(data: bytes, where: str) -> Field[str] | None:
    from accordingto.capture.documents import open_docx
    from accordingto.clean.pdf import stated_title

    return stated_title(str(open_docx(data, where).core_properties.title or ""), "docx:title")
