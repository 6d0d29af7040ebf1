"""Words that point to a side of the present and have no place on the calendar: now, recently, soon, the past, current."""

from __future__ import annotations

from accordingto.mentions.times.grammar import Here, Matched, Rule, Sense
from accordingto.model import TimeKind


def reference(matched: Matched, _: Here) -> Sense | None:
    """``now``, ``recently``, ``soon``: no place on the calendar, only a side of the present."""
    word = matched.lower("ref")
    if word == "soon" and (matched.before() == "as" or matched.after() in ("as", "after")):
        return None
    if word == "now" and matched.before() == "until" and matched.after() == "-":
        return None
    return Sense(TimeKind.DATE, matched.string("ref"))


def side(matched: Matched, here: Here) -> Sense | None:
    """``the past``, ``the near future``, ``at present``, ``these days``."""
    if matched.words.lower[matched.first] == "its" or (matched.has("future") and matched.after() == "of"):
        return None
    if matched.has("past") and matched.lower("past") != "past":
        return None
    if matched.has("past"):
        return (
            Sense(TimeKind.DATE, "PAST_REF")
            if not matched.after() or matched.after() in here.beside["after_side"]
            else None
        )
    return Sense(TimeKind.DATE, "FUTURE_REF" if matched.has("future") else "PRESENT_REF")


def adjective(matched: Matched, _: Here) -> Sense | None:
    """``current``, ``recent`` before a noun."""
    if matched.before() in ("more", "most"):
        return None
    if matched.lower("word") not in ("current", "recent"):
        return None
    return Sense(TimeKind.DATE, "PRESENT_REF" if matched.lower("word") == "current" else "PAST_REF")


def earlier_alone(matched: Matched, _: Here) -> Sense | None:
    """``earlier`` at the end of a clause."""
    ends = not matched.after() or matched.after() in (".", ",", ";", "”", '"', ")")
    if not ends or matched.words.capital(matched.first) or matched.before() in ("or", "than"):
        return None
    return Sense(TimeKind.DATE, "PAST_REF")


RULES = (
    Rule("reference", "(MORE|RIGHT|JUST)? ref=REF", reference),
    Rule("side", "THE past=LAST", side),
    Rule("side", "THE NEAR? future=FUTURE", side),
    Rule("side", "THESE BASEUNIT", side),
    Rule("adjective", "word=(CURRENT|RECENT)", adjective),
    Rule("earlier", "EARLIER", earlier_alone),
)
