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
    authors: tuple[Field[str], ...] = ()
    flags: tuple[str, ...] = ()


def document_of(capture: Capture, where: str) -> Document:
    """The text of a captured document.

    Raises:
        InputError: where it is damaged, encrypted or has no text.
    """
    if capture.media_type == PDF:
        from accordingto.clean.pdf import read_pdf

        return read_pdf(capture.data, where)
    lines = (docx_lines if capture.media_type == DOCX else rtf_lines)(capture.data, where)
    return Document("\n\n".join(line.rstrip() for line in lines if line.strip()))
