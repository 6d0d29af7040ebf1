"""Versions of the cleaning. Offsets refer to the text that one of them made: a change in what comes out raises it."""

DOCUMENT_EXTRACTION = "document-1"
"""Rules that make a text of PDF, Word and RTF files; the plain text's rules make its blocks."""

TEXT_EXTRACTION = "text-2"
"""Rules that make blocks of plain text."""
HTML_EXTRACTION = "html-2"
"""Rules that make a text of a page."""
