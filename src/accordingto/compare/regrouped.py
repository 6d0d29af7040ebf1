"""How a story travelled as people have it: its matters and quotations with decisions on groups applied. Pure functions.

What stands behind a matter that people made is told with bounds that surely hold, for nothing is compared again. Behind several that are
one stand at least as many occasions as behind that with the most, and at most as many as behind all together, an occasion that stands
behind several counted once; behind a part of one at least one, and no more than behind the whole, or than it has statements.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.compare.accounts import Account
from accordingto.compare.grouped import Grouped, grouped
from accordingto.compare.travel import Travel
from accordingto.compare.variants import edits
from accordingto.model import Matter, Occasion, QuoteGroup, Variant, text_of
from accordingto.model.review import GroupKind, GroupReview


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A travel as people have it, and what was decided on its groups."""

    travel: Travel
    matters: Grouped
    quotes: Grouped


def regrouped(
    travel: Travel,
    readings: Sequence[Account],
    reviews: Sequence[GroupReview],
    *,
    function: Collection[str] = (),
    leads: Mapping[str, str] | None = None,
) -> Regrouped:
    """A travel with decisions on matters and quotations applied.

    Args:
        travel: what was found between the reports.
        readings: theirs; those in which nothing of a group is told that was decided on are not needed.
        reviews: decisions on groups, as `accordingto.store.store.Store.group_decisions` gives them; those on others change nothing.
        function: words without content, for the edits of wordings that are put together: ``function_words`` of
            `accordingto.resources.comparison.open_comparison`.
        leads: where ids of matters and quotations lead that the program itself has merged into others.
    """
    said = _said(readings)
    texts = {reading.report.id: reading.report.text for reading in readings}
    matters, quotes = groups_of(travel, reviews, leads)
    made = replace(
        travel,
        matters=tuple(_matters(travel.matters, matters, said)),
        quotes=tuple(_quotes(travel.quotes, quotes, texts, function)),
    )
    return Regrouped(made, matters, quotes)


def groups_of(
    travel: Travel, reviews: Sequence[GroupReview], leads: Mapping[str, str] | None = None
) -> tuple[Grouped, Grouped]:
    """Which statements are of one matter and which hold one quotation, as people have it; takes the same as `regrouped`."""
    matters = {one.id: one.statements for one in travel.matters}
    quotes = {one.id: [variant.statement for variant in one.variants if variant.statement] for one in travel.quotes}
    return (
        grouped(matters, _of(reviews, GroupKind.MATTERS), leads=leads),
        grouped(quotes, _of(reviews, GroupKind.QUOTES), leads=leads),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement: in which reports it stands, for reports of one text share it, and its words."""

    reports: set[str]
    words: str


def _said(readings: Sequence[Account]) -> dict[str, _Said]:
    found: dict[str, _Said] = {}
    for reading in readings:
        for one in reading.statements:
            held = found.setdefault(one.id, _Said(set(), text_of(reading.report.text, one.content)))
            held.reports.add(reading.report.id)
    return found


def _of(reviews: Iterable[GroupReview], kind: GroupKind) -> list[GroupReview]:
    return [one for one in reviews if one.kind is kind]


def _matters(before: Sequence[Matter], made: Grouped, said: Mapping[str, _Said]) -> list[Matter]:
    """The matters, most told first as the comparison has them."""
    plain = {one.id: one for one in before}
    found = []
    for name, members in made.members.items():
        if name not in made.decided:
            found.append(plain[name])
            continue
        sources = [one for one in before if one.id in made.sources_of(name)]
        found.append(replace(_matter(name, members, sources, said), decided=tuple(made.decided[name])))
    return sorted(found, key=lambda one: -len(one.reports)) if made.decided else found


def _matter(name: str, members: set[str], sources: Sequence[Matter], said: Mapping[str, _Said]) -> Matter:
    statements = tuple(dict.fromkeys(one for source in sources for one in source.statements if one in members))
    entire = all(members.issuperset(source.statements) for source in sources)
    reports = tuple(dict.fromkeys(report for source in sources for report in source.reports))
    if not entire:
        held = {report for one in statements if one in said for report in said[one].reports}
        reports = tuple(report for report in reports if report in held)
    told = sum(len(said[one].reports.intersection(reports)) for one in statements if one in said)
    firsthand = {report for source in sources for report in source.reports if report not in source.echoes}
    first = next((source for source in sources if source.id == name), sources[0])
    return Matter(
        name,
        statements,
        reports,
        tuple(_occasions(sources, set(reports))),
        _origins(sources, entire=entire, told=told),
        tuple(report for report in reports if report not in firsthand),
        first.label if entire else _label(first.label, [said[one].words for one in statements if one in said]),
    )


def _label(before: str, words: Sequence[str]) -> str:
    """What a part is called: as the whole where what that is called by is in it, else by what it says first."""
    return before if before in words or not words else words[0]


def _origins(sources: Sequence[Matter], *, entire: bool, told: int) -> tuple[int, int]:
    """Bounds of how many occasions stand behind some matters together, or behind a part of them."""
    known = len({occasion.id for one in sources for occasion in one.occasions})
    most = known + sum(one.origins[1] - len(one.occasions) for one in sources)
    least = max(one.origins[0] for one in sources)
    return (least, max(least, most)) if entire else (1, max(1, min(most, told)))


def _occasions(sources: Sequence[Matter], reports: set[str]) -> Iterable[Occasion]:
    """Occasions that one of the reports tells of, each once."""
    found = {one.id: one for source in sources for one in source.occasions}
    return [one for one in found.values() if not one.evidence or any(part.report in reports for part in one.evidence)]


def _quotes(
    before: Sequence[QuoteGroup], made: Grouped, texts: Mapping[str, str], function: Collection[str]
) -> Iterable[QuoteGroup]:
    """Groups of quotations; a wording that stands in no statement goes with the group that it was in."""
    held: dict[str, list[tuple[QuoteGroup, Variant]]] = {name: [] for name in made.members}
    heirs: dict[str, list[str]] = {}
    for name in made.members:
        for source in made.sources_of(name):
            heirs.setdefault(source, []).append(name)
    for one in before:
        for variant in one.variants:
            own = (name for name in heirs.get(one.id, ()) if variant.statement in made.members[name])
            name = next(own, made.resolve(one.id))
            held.setdefault(name, []).append((one, variant))
    plain = {one.id: one for one in before}
    for name, found in held.items():
        if name not in made.decided:
            yield plain[name]
        elif found:
            yield replace(_aligned(name, found, texts, function), decided=tuple(made.decided[name]))


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
