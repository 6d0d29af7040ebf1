"""The labels of the tagger: outside, or begin/inside of source, cue and content."""

from __future__ import annotations

OUTSIDE = 0
ROLES = ("source", "cue", "content")
BEGIN = {role: 1 + 2 * i for i, role in enumerate(ROLES)}
INSIDE = {role: 2 + 2 * i for i, role in enumerate(ROLES)}
TAGS = 1 + 2 * len(ROLES)
POINTERS = ("cue_of", "source_of")
DISTANCE_BUCKETS = 32


def distance_bucket(distance: int) -> int:
    """Bucket of a signed distance in words: exact up to 8, then logarithmic; 16 buckets a side."""
    side = 16 if distance > 0 else 0
    d = abs(distance)
    if d < 8:
        return side + d
    bucket, edge = 8, 12
    while d >= edge and bucket < 15:
        bucket, edge = bucket + 1, edge * 3 // 2
    return side + bucket
