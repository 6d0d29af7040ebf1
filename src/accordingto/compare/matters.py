"""Which statements of a story are about one thing: put forward, denied, counted anew or withdrawn.

Statements are grouped by average linkage (Sokal and Michener 1958) over what they have in common: the weighted words of
`accordingto.compare.candidates`, one quotation under two wordings, and what their contents mean. A report mostly tells a thing once. So
groups of which no report tells both by one voice, and a statement of no group that is nearest of its report to one which the report
lacks, are taken together where less is alike: who denies a thing or counts it anew does so in other words. Similarity brings statements
together and says nothing of whether they agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.belonging import near_to, with_lone, with_near
from accordingto.compare.candidates import PAIR_WORDS, Weights, dice_and_overlap, holdings, similarity
from accordingto.compare.kindred import kin_of
from accordingto.compare.likeness import Vectors
from accordingto.compare.linkage import Matrix, average_linkage, joined_apart
from accordingto.compare.normalise import Canon, tokens_of
from accordingto.compare.numbers import quantities_in
from accordingto.compare.said import Said
from accordingto.compare.speakers import same_voice
from accordingto.compare.thresholds import Thresholds
from accordingto.model import QuoteGroup

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

Group = dict[str, list[Said]]
"""The statements on one thing, by report in canonical order; those of a report the fullest first, the headline's last."""

Meanings = Mapping[str, NDArray[np.float32]]
"""Unit vectors by the words of a content, as `accordingto.language.vectors` makes them."""

NO_MEANINGS: Meanings = {}

_NO_FORMS = Canon({}, {}, frozenset())
TOGETHER = 1.0
"""Similarity of two wordings of one quotation."""

COUNTED_ALIKE = 0.5
"""What it adds that both give a number of the same harm."""

HELD_ALIKE = 0.4
"""What it adds that both tell who holds or takes one place."""
GENERAL = "the place"
"""Stands for a place that a statement does not name."""

MEANT_ALIKE = 0.6
UNRELATED = 0.3
"""Cosine of two statements of one story that are about different things: in our own stories a quarter of such pairs lie above."""


def matters_of(
    said: Mapping[str, Sequence[Said]],
    quotes: Sequence[QuoteGroup],
    weights: Weights,
    words: Comparison,
    *,
    thresholds: Thresholds,
    meanings: Meanings = NO_MEANINGS,
) -> list[Group]:
    """Group the statements of some reports.

    Args:
        said: The statements, by report in canonical order.
        quotes: Wordings of one utterance.
        weights: How much a word tells.
        words: The lexicon.
        thresholds: What has to be reached.
        meanings: Vectors of contents, as far as there are any.

    Returns:
        The groups that two reports share, or that stand in headline and body of one; those told by most reports first.
    """
    every = [one for statements in said.values() for one in statements if len(one.forms) >= PAIR_WORDS]
    if len(every) < 2:
        return []
    alike = similarities(every, weights, words, meanings)
    _join(alike, _indices(every, quotes))
    clusters = average_linkage(alike, thresholds.matter_similarity)
    clusters = joined_apart(clusters, alike, _told_twice(every), thresholds.apart_similarity)
    clusters = [with_near(members, alike, every, thresholds.second_matter) for members in clusters]
    clusters = with_lone(clusters, alike, every, thresholds)
    groups = (_group([every[i] for i in members], said) for members in clusters)
    shared = [group for group in groups if len(group) > 1 or _in_headline_and_body(group)]
    return sorted(shared, key=lambda group: -len(group))  # stable: the earliest told first where as many have it


def _told_twice(every: Sequence[Said]) -> Matrix:
    """1 for two statements in the body of one report by one voice, or of which one has none; n × n.

    They would be one thing told twice; two voices may tell of one thing, as where a report gives both sides.
    """
    bodies: dict[str, list[int]] = {}
    for i, one in enumerate(every):
        if not one.headline:
            bodies.setdefault(one.report, []).append(i)
    found = np.zeros((len(every), len(every)))
    for body in bodies.values():
        for i, j in combinations(body, 2):
            found[i, j] = found[j, i] = not _of_two_voices(every[i], every[j])
    return found


def _of_two_voices(a: Said, b: Said) -> bool:
    """Whether two statements both have a voice, and these are not known to be one."""
    ours, theirs = a.statement.voices, b.statement.voices
    return bool(ours and theirs) and same_voice(ours[-1], theirs[-1]) is not True


def nearness(
    group: Mapping[str, Sequence[Said]], weights: Weights, words: Comparison, meanings: Meanings = NO_MEANINGS
) -> dict[str, float]:
    """How near each statement of a matter, by its id, is to the nearer half of what other reports tell of it."""
    every = [one for members in group.values() for one in members]
    near = near_to(range(len(every)), similarities(every, weights, words, meanings), every)
    return {one.id: float(value) for one, value in zip(every, near, strict=True)}


def meanings_of(said: Mapping[str, Sequence[Said]], vectors: Vectors | None) -> Meanings:
    """The vectors of all contents; none where there is nothing to make them."""
    contents = [*dict.fromkeys(one.content for statements in said.values() for one in statements)]
    if vectors is None or not contents:
        return NO_MEANINGS
    return dict(zip(contents, np.asarray(vectors(contents), np.float32), strict=True))


def similarities(every: Sequence[Said], weights: Weights, words: Comparison, meanings: Meanings) -> Matrix:
    """How much any two statements have in common, n × n: their words, what they count, and what their contents mean."""
    found = shared_words(every, weights, words)
    found += COUNTED_ALIKE * count_alike(every, words)
    found += HELD_ALIKE * hold_alike(every)
    found += MEANT_ALIKE * _mean_alike(every, meanings)
    return np.round(found, 6)  # the last digits depend on how a library adds up


def shared_words(every: Sequence[Said], weights: Weights, words: Comparison) -> Matrix:
    """How much two statements share: the mean of the Dice and the overlap coefficient, as in `accordingto.compare.candidates`.

    Two words must be shared, or one and a kindred one: so that one rare name is never enough.
    """
    forms = holdings([one.forms for one in every])
    kindred = holdings([_rows_of(one, words) for one in every]).holds
    count = forms.holds @ forms.holds.T + (kindred @ kindred.T > 0)
    found = dice_and_overlap(forms, weights)
    found[count < PAIR_WORDS] = 0.0
    return found


def _rows_of(one: Said, words: Comparison) -> frozenset[str]:
    """The rows of kindred words that a statement has a word of."""
    rows = kin_of(words)
    return frozenset(str(row) for token in one.tokens for row in rows.get(token.stem, ()))


def count_alike(every: Sequence[Said], words: Comparison) -> Matrix:
    """1 where both give a number of the same harm: killed, hurt, displaced."""
    counted = [harms(one, words) for one in every]
    kinds = sorted({kind for kinds in counted for kind in kinds})
    holds = np.array([[kind in kinds_here for kind in kinds] for kinds_here in counted], float).reshape(len(every), -1)
    found: Matrix = np.minimum(holds @ holds.T, 1.0)
    return found


def hold_alike(every: Sequence[Said]) -> Matrix:
    """1 where both say who holds, takes or leaves one place."""
    held = [held_places(one) for one in every]
    found = np.zeros((len(every), len(every)))
    for i, ours in enumerate(held):
        for j, theirs in enumerate(held[:i]):
            if ours and theirs and (ours & theirs or GENERAL in ours | theirs):
                found[i, j] = found[j, i] = 1.0
    return found


def held_places(one: Said) -> frozenset[str]:
    """The stems of the names of the places whose control a statement tells; `GENERAL` for "the town"."""
    parts = [part for c in one.account.control if c.statement == one.id and c.asserted for part in c.places]
    names = {t.stem for part in parts for t in tokens_of(part.words) if t.capital and t.word != "the"}
    return frozenset(names) or frozenset([GENERAL] if parts else [])


def harms(one: Said, words: Comparison) -> frozenset[str]:
    """The kinds of harm that a statement gives a number of."""
    if not any(quantities_in(one.text, one.parts, _NO_FORMS, words)):
        return frozenset()
    found = {token.word for token in one.tokens}
    return frozenset(kind for kind, named in words.harms.items() if found & named)


def cosines(every: Sequence[Said], meanings: Meanings) -> Matrix:
    """Cosines of the vectors of contents that all have one, n × n."""
    if not every:
        return np.zeros((0, 0))
    rows = np.array([meanings[one.content] for one in every], np.float64)
    found: Matrix = np.round(rows @ rows.T, 6)  # the last digits depend on how a library adds up
    return found


def _mean_alike(every: Sequence[Said], meanings: Meanings) -> Matrix:
    """Cosines of the contents' vectors, less what any two sentences have; 0 where one has no vector."""
    found = [meanings.get(one.content) for one in every]
    size = next((len(vector) for vector in found if vector is not None), 1)
    rows = np.array([np.zeros(size) if vector is None else vector for vector in found], np.float64)
    has = np.array([vector is not None for vector in found], float)
    made: Matrix = (rows @ rows.T - UNRELATED) * has[:, None] * has[None, :]
    return made


def _indices(every: Sequence[Said], quotes: Sequence[QuoteGroup]) -> Iterable[list[int]]:
    at = {one.id: i for i, one in enumerate(every)}
    for quote in quotes:
        members = {at[v.statement] for v in quote.variants if v.statement in at}
        yield sorted(members)


def _join(alike: Matrix, groups: Iterable[list[int]]) -> None:
    for members in groups:
        for i in members:
            for j in members:
                alike[i, j] = max(alike[i, j], TOGETHER)


def _group(members: Sequence[Said], said: Mapping[str, Sequence[Said]]) -> Group:
    found = {report: [one for one in members if one.report == report] for report in said}
    return {report: sorted(group, key=_fullness) for report, group in found.items() if group}


def _fullness(one: Said) -> tuple[bool, int, int, str]:
    return one.headline, -len(one.forms), one.statement.content[0].start, one.id


def _in_headline_and_body(group: Group) -> bool:
    return any({one.headline for one in members} == {True, False} for members in group.values())


def main(group: Group) -> dict[str, Said]:
    """For each report of a matter the statement that stands for it."""
    return {report: members[0] for report, members in group.items()}


def on_one_thing(a: Said, b: Said, weights: Weights, words: Comparison, least: float) -> bool:
    """Whether two statements of a matter are near each other, or tell of one count or of one place's control."""
    if similarity(a, b, weights) >= least:
        return True
    return bool(harms(a, words) & harms(b, words) or held_places(a) & held_places(b))
