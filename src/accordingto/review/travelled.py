"""How a story travelled as people have it: its matters and quotations with decisions on groups applied. Pure functions.

What stands behind a matter that people made is told with bounds that surely hold, for nothing is compared again. Behind several that are
one stand at least as many occasions as behind that with the most, and at most as many as behind all together; behind a part of one at
least one, and no more than behind the whole, or than it has reports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.compare.travel import Travel
from accordingto.compare.variants import edits
from accordingto.model import Matter, Occasion, QuoteGroup, Variant
from accordingto.model.review import GroupKind, GroupReview
from accordingto.pipeline.reading import Reading
from accordingto.review.groups import Grouped, grouped


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A travel as people have it, and what was decided on its groups."""

    travel: Travel
    matters: Grouped
    quotes: Grouped


def regrouped(
    travel: Travel, readings: Sequence[Reading], reviews: Sequence[GroupReview], *, function: Collection[str] = ()
) -> Regrouped:
    """A travel with decisions on matters and quotations applied.

    Args:
        travel: what was found between the reports.
        readings: theirs.
        reviews: decisions on groups, as `accordingto.store.store.Store.group_decisions` gives them; those on others change nothing.
        function: words without content, for the edits of wordings that are put together: ``function_words`` of
            `accordingto.resources.comparison.open_comparison`.
    """
    homes = {one.id: reading.report.id for reading in readings for one in reading.statements}
    texts = {reading.report.id: reading.report.text for reading in readings}
    matters = grouped({one.id: one.statements for one in travel.matters}, _of(reviews, GroupKind.MATTERS))
    members = {one.id: [variant.statement for variant in one.variants if variant.statement] for one in travel.quotes}
    quotes = grouped(members, _of(reviews, GroupKind.QUOTES))
    made = replace(
        travel,
        matters=tuple(_matters(travel.matters, matters, homes)),
        quotes=tuple(_quotes(travel.quotes, quotes, texts, function)),
    )
    return Regrouped(made, matters, quotes)


def _of(reviews: Iterable[GroupReview], kind: GroupKind) -> list[GroupReview]:
    return [one for one in reviews if one.kind is kind]


def _matters(before: Sequence[Matter], made: Grouped, homes: Mapping[str, str]) -> Iterable[Matter]:
    whole = {one.id: set(one.statements) for one in before}
    for name, members in made.members.items():
        sources = [one for one in before if members & whole[one.id]]
        if len(sources) == 1 and sources[0].id == name and members == whole[name]:
            yield sources[0]
        elif sources:
            yield _matter(name, members, sources, whole, homes)


def _matter(
    name: str, members: set[str], sources: Sequence[Matter], whole: Mapping[str, set[str]], homes: Mapping[str, str]
) -> Matter:
    statements = tuple(dict.fromkeys(one for source in sources for one in source.statements if one in members))
    entire = all(whole[source.id] <= members for source in sources)
    reports = tuple(dict.fromkeys(report for source in sources for report in source.reports))
    if not entire:
        held = {homes.get(one) for one in statements}
        reports = tuple(report for report in reports if report in held)
    firsthand = {report for source in sources for report in source.reports if report not in source.echoes}
    first = next((source for source in sources if source.id == name), sources[0])
    return Matter(
        name,
        statements,
        reports,
        tuple(_occasions(sources, set(reports))),
        _origins(sources, entire=entire, reports=len(reports)),
        tuple(report for report in reports if report not in firsthand),
        first.label,
    )


def _origins(sources: Sequence[Matter], *, entire: bool, reports: int) -> tuple[int, int]:
    most = sum(one.origins[1] for one in sources)
    return (max(one.origins[0] for one in sources), most) if entire else (1, max(1, min(most, reports)))


def _occasions(sources: Sequence[Matter], reports: set[str]) -> Iterable[Occasion]:
    """Occasions that one of the reports tells of, each once."""
    found = {one.id: one for source in sources for one in source.occasions}
    return [one for one in found.values() if not one.evidence or any(part.report in reports for part in one.evidence)]


def _quotes(
    before: Sequence[QuoteGroup], made: Grouped, texts: Mapping[str, str], function: Collection[str]
) -> Iterable[QuoteGroup]:
    """Groups of quotations; a wording that stands in no statement goes with the group that it was in."""
    held: dict[str, list[tuple[QuoteGroup, Variant]]] = {name: [] for name in made.members}
    owners = {member: name for name, members in made.members.items() for member in members}
    for one in before:
        for variant in one.variants:
            name = owners.get(variant.statement or "") or made.resolve(one.id)
            held.setdefault(name, []).append((one, variant))
    plain = {one.id: one for one in before}
    for name, found in held.items():
        was = plain.get(name)
        if was is not None and [variant for _, variant in found] == list(was.variants):
            yield was
        elif found:
            yield _aligned(name, found, texts, function)


def _aligned(
    name: str, found: Sequence[tuple[QuoteGroup, Variant]], texts: Mapping[str, str], function: Collection[str]
) -> QuoteGroup:
    """A group of wordings, each told against the first of the group that it now is in."""
    own = [variant for group, variant in found if group.id == name] + [v for group, v in found if group.id != name]
    first = replace(own[0], edits=())
    rest = [
        replace(one, edits=edits(texts[first.report], first.pieces, texts[one.report], one.pieces, function))
        for one in own[1:]
    ]
    return QuoteGroup(name, (first, *rest), found[0][0].score, found[0][0].by)
