"""Bytes in: what was given, untouched, and what it is. Nothing here reads a report; that is `accordingto.clean`."""

from accordingto.capture.files import LIMIT, capture_bytes, capture_path, capture_stream, capture_text
from accordingto.capture.sniff import binary_kind, media_type

__all__ = ["LIMIT", "binary_kind", "capture_bytes", "capture_path", "capture_stream", "capture_text", "media_type"]
