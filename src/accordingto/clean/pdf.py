"""PDF to text."""

from __future__ import annotations

import io

from accordingto.clean.documents import Document
from accordingto.model import InputError


def read_pdf(data: bytes, where: str) -> Document:
    """The text of a PDF file, page after page.

    Raises:
        InputError: where it is damaged, encrypted or has no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        text = "\n\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{where} is a PDF file that cannot be read ({error}); save its text and give that") from error
    if not text.strip():
        raise InputError(f"{where} is a PDF file without text, a scan perhaps; run text recognition on it first")
    return Document(text)
