"""The thresholds of comparison that are chosen on stories whose true path is known (`evals/travel`), in one place.

`evals/travel/run.py` chooses them anew for each story on all others, and prints what that gives beside what these give.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What has to be reached; all but counts lie between 0 and 1."""

    copied_words: int = 14
    """Least number of a report's own words (outside quotations) that must stand in another to call it a copy: a sentence, or a
    good part of one."""
    copied_share: float = 0.05
    """And so much of them. Of the 1,260 ordered pairs of reports in evals/field, which tell of different happenings, none has more
    than .034 in common, but for two of one outlet on its own work."""
    retold_share: float = 0.11
    """Least weighted share of a report that must be told after another to call it a rewrite, where it names nobody and keeps no
    sentence."""
    matter_similarity: float = 0.34
    """Least likelihood (`accordingto.compare.together`), on the average, of the statements of one matter."""
    second_matter: float = 0.75
    """Least likelihood of a statement with the nearer half of a second matter to belong to it too."""
    apart_similarity: float = 0.22
    """Least likelihood, on the average, of two groups of statements of which no report tells both by one voice, to be of one
    matter."""
    lone_similarity: float = 0.3
    """Least likelihood of a statement of no matter with the nearer half of one that its report does not tell yet, to belong to it."""
    lone_lead: float = 0.05
    """And by how much it must be nearer to it than all else that its report has."""
    occasion_nearness: float = 0.95
    """Share of the nearness of what a report has nearest to a matter from which another voice of it is surely heard on that matter: an
    occasion of which no report has more may be one of something else."""
    one_occasion: float = 0.4
    """Least likelihood (`accordingto.compare.oneoccasion`), on the average, of two groups of voices to go back to one occasion."""
    perhaps_one: float = 0.3
    """Least likelihood of two groups that may go back to one."""
    pair_of_matter: float = 0.1
    """Least likelihood of two statements of one matter to be compared: below it three of four are about two things."""
    likely_pair: float = 0.3
    """Least likelihood of two statements of two reports to be compared though no matter holds both."""
    crossing_meaning: float = 0.4
    """Least cosine of a headline and a statement below it to be compared though no matter sets them against each other."""
    quote_similarity: float = 0.44
    """Least likeness of two wordings of one speaker to be of one utterance; where it is not sure that one speaker says both,
    more is asked. Between .42 and .45 nothing changes on evals/travel; at .36 two groups more are joined that are two."""


DEFAULTS = Thresholds()
