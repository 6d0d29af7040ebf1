"""Time expressions of a text, found by rules and resolved to TIMEX3 values with intervals and anchors."""

from accordingto.mentions.times.find import Found, find_times
from accordingto.mentions.times.near import time_for
from accordingto.mentions.times.records import said_when, times_of

__all__ = ["Found", "find_times", "said_when", "time_for", "times_of"]
