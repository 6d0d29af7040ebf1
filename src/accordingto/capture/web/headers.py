"""What response headers say: how long to wait, how long an answer is good for, what kind of thing it is."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 7 * 24 * 3600.0
"""Seconds of Retry-After that are heeded; a longer one is taken for a mistake."""


def retry_after(value: str | None, now: float) -> float | None:
    """Seconds to wait by a ``Retry-After`` header, which gives seconds or an HTTP date (RFC 9110, §10.2.3)."""
    if not value:
        return None
    value = value.strip()
    if re.fullmatch(r"\d{1,12}", value, re.ASCII):
        return min(LONGEST_WAIT, float(value))
    at = http_date(value)
    return None if at is None else min(LONGEST_WAIT, max(0.0, at - now))


def http_date(value: str) -> float | None:
    """Seconds of Unix time of an HTTP date; ``None`` where it is none."""
    try:
        return parsedate_to_datetime(value).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None


def fresh_for(cache_control: str | None) -> float | None:
    """Seconds that an answer is good for by ``Cache-Control``; ``None`` where it does not say.

    ``no-cache`` and ``no-store`` do not say: they tell caches to ask each time, and how often is for us to choose.
    """
    found = re.search(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", cache_control or "", re.I | re.ASCII)
    return float(found[1]) if found else None


def content_type(value: str | None) -> tuple[str, str | None]:
    """Media type in small letters ("" where none is given) and the charset parameter."""
    message = Message()
    message["content-type"] = (value or "").replace("\n", " ").replace("\r", " ")
    given = (value or "").partition(";")[0].strip().lower()
    charset = message.get_param("charset")
    name = charset if isinstance(charset, str) else None
    return (given if "/" in given else ""), (name.strip().strip("'\"") or None) if name else None
