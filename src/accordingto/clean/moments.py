"""Machine-written dates of pages to `Moment`s: what is stated is kept, offset and precision included."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from accordingto.clean.dates import find_dates
from accordingto.model import Moment
from accordingto.resources.cleaning import CleanRules

_ISO = re.compile(
    r"\s*(?P<y>\d{4})(?:-?(?P<m>0[1-9]|1[0-2])(?:-?(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:[T\s]+(?P<h>[01]\d|2[0-3]):?(?P<min>[0-5]\d)(?::?(?P<s>[0-5]\d)(?:[.,]\d+)?)?)?)?)?"
    r"\s*(?P<o>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?\s*",
    re.I,
)
_MAIL = re.compile(r"\s*(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_UNIX = re.compile(r"\s*(1[0-9]{9})(\d{3})?\s*")


def machine_moment(value: str, rules: CleanRules) -> Moment | None:
    """A `Moment` from ISO 8601, RFC 5322, a Unix time or a written date; ``None`` where it is none of these."""
    iso = _ISO.fullmatch(value)
    if iso and int(iso["y"]) >= 1900:
        return _from_iso(iso)
    if unix := _UNIX.fullmatch(value):
        return _from_unix(int(unix[1]))
    if mail := _from_mail(value):
        return mail
    return next((d.moment for d in find_dates(value, rules) if d.moment and d.moment.date), None)


def _from_iso(match: re.Match[str]) -> Moment:
    local = "-".join(part for part in (match["y"], match["m"], match["d"]) if part)
    if not match["h"]:
        return Moment(local, None)
    local += f"T{match['h']}:{match['min']}" + (f":{match['s']}" if match["s"] else "")
    return Moment(local, _offset(match["o"]))


def _offset(stated: str | None) -> str | None:
    if not stated:
        return None
    if stated.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = stated.replace(":", "")
    return f"{digits[:3]}:{digits[3:] or '00'}"


def _from_unix(seconds: int) -> Moment:
    from datetime import UTC, datetime

    return Moment(datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S"), "+00:00")


def _from_mail(value: str) -> Moment | None:
    if not _MAIL.match(value):
        return None
    try:
        parsed = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError):
        return None
    offset = parsed.strftime("%z")
    stated = f"{offset[:3]}:{offset[3:5]}" if offset and not value.rstrip().endswith("-0000") else None
    return Moment(parsed.strftime("%Y-%m-%dT%H:%M:%S"), stated) if parsed.year >= 1900 else None
