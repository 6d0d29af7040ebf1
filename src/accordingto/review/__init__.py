"""People's decisions on records: what one can be, what they make of a reading, what is to be decided next, how far people agree.

Plain functions over records; decisions are kept by `accordingto.store.reviewing` and its neighbours.
"""

from accordingto.model.people import Role
from accordingto.model.review import (
    LAYERS,
    REPORT,
    Action,
    Assignment,
    Decided,
    Decision,
    Duty,
    GroupDecision,
    GroupKind,
    GroupReview,
    Review,
    State,
)
from accordingto.review.apply import Applied, Judged, applied, tags
from accordingto.review.decisions import accept, add, comment, correct, record_of, reject

__all__ = [
    "LAYERS",
    "REPORT",
    "Action",
    "Applied",
    "Assignment",
    "Decided",
    "Decision",
    "Duty",
    "GroupDecision",
    "GroupKind",
    "GroupReview",
    "Judged",
    "Review",
    "Role",
    "State",
    "accept",
    "add",
    "applied",
    "comment",
    "correct",
    "record_of",
    "reject",
    "tags",
]
