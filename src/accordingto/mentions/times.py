"""When something was said: the few time expressions that stand beside cues, resolved against the day of publication.

Values are TIMEX3 (ISO 8601 with the TimeML extensions); weekdays are the nearest one in the past.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from accordingto.model import Span, Stated, Time

_DAYS = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
_MONTHS = {
    name: i + 1
    for i, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ]
    )
}
_MONTH = "|".join(name.capitalize() for name in _MONTHS)
_EXPRESSION = re.compile(
    rf"\b(?:(?P<day>yesterday|today)|(?:(?:late|early) )?(?:on )?(?P<weekday>{'|'.join(d.capitalize() for d in _DAYS)})"
    rf"|(?P<last>last|this) (?P<unit>week|month|year)|(?:on )?(?P<d1>\d{{1,2}}) (?P<m1>{_MONTH})(?:,? (?P<y1>\d{{4}}))?"
    rf"|(?:on )?(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:, (?P<y2>\d{{4}}))?)\b"
)


def said_when(text: str, start: int, end: int, published: str | None) -> Time | None:
    """The first time expression in ``[start, end)``; ``published`` is an ISO day, without which nothing relative resolves."""
    match = _EXPRESSION.search(text, start, end)
    if match is None:
        return None
    try:
        anchor = date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
        return _time(match, anchor)
    except ValueError:
        return None


def _time(match: re.Match[str], anchor: date | None) -> Time | None:
    evidence = Stated((Span(match.start(), match.end()),))
    day, month = match["d1"] or match["d2"], match["m1"] or match["m2"]
    if day:
        stated = match["y1"] or match["y2"]
        if stated is None and anchor is None:
            return None
        found = date(int(stated) if stated else anchor.year if anchor else 1, _MONTHS[month.lower()], int(day))
        if not stated and anchor and found > anchor + timedelta(days=60):
            found = found.replace(year=found.year - 1)
        return Time(
            found.isoformat(),
            found.isoformat(),
            found.isoformat(),
            None if stated else "published",
            evidence,
            "times:date",
        )
    if anchor is None:
        return None
    if match["unit"]:
        return _period(match, anchor, evidence)
    back = {"yesterday": 1, "today": 0}.get(match["day"] or "", 0)
    if match["weekday"]:
        back = (anchor.weekday() - _DAYS[match["weekday"].lower()]) % 7
    found = anchor - timedelta(days=back)
    return Time(found.isoformat(), found.isoformat(), found.isoformat(), "published", evidence, "times:day")


def _period(match: re.Match[str], anchor: date, evidence: Stated) -> Time:
    back = 1 if match["last"] == "last" else 0
    if match["unit"] == "week":
        monday = anchor - timedelta(days=anchor.weekday() + 7 * back)
        year, week, _ = monday.isocalendar()
        return Time(
            f"{year}-W{week:02d}",
            monday.isoformat(),
            (monday + timedelta(days=6)).isoformat(),
            "published",
            evidence,
            "times:week",
        )
    if match["unit"] == "year":
        year = anchor.year - back
        return Time(str(year), f"{year}-01-01", f"{year}-12-31", "published", evidence, "times:year")
    first = (anchor.replace(day=1) - timedelta(days=back)).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Time(f"{first:%Y-%m}", first.isoformat(), last.isoformat(), "published", evidence, "times:month")
