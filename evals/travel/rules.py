"""What a story of the corpus keeps to, as `GUIDELINES.md` has it: problems, which fail, and doubts, which are listed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations

from evals.travel.story import At, Story

KINDS = ("copies", "cites")
RELATIONS = ("repeats", "rewords", "agrees", "narrows", "contradicts", "updates", "withdraws")
SLOTS = ("actor", "number", "place", "time", "polarity", "certainty", "quote", "control")
DIFFERING = ("narrows", "contradicts", "updates")
"""Relations that a slot makes."""
REPORTS = range(5, 9)
OPENING, CLOSING = "“„\"«»‘'‹›", "”“\"»«’'›‹"
UTTERED = 5
"""Words in marks from which on a stretch without a group is doubted: shorter ones are mostly scare quotes and titles."""
_MARKED = re.compile(r"[“„\"«]\s*([^“”„\"«»\n]+?)\s*[”“\"»]")


def problems(story: Story) -> list[str]:
    """What breaks the rules, each with where."""
    checks = (_reports, _lineage, _quotes, _matters, _occasions, _pairs, _accounts, _mismatches)
    return [*story.problems, *(problem for check in checks for problem in check(story))]


def _reports(story: Story) -> Iterator[str]:
    if len(story.reports) not in REPORTS:
        yield f"{len(story.reports)} reports; a story has {REPORTS.start} to {REPORTS.stop - 1}"
    wanted = [f"{story.name}-{number}" for number in range(1, len(story.reports) + 1)]
    if [report["doc"] for report in story.reports] != wanted:
        yield f"reports are {', '.join(report['doc'] for report in story.reports)}, not {', '.join(wanted)} in this order"
    moments = []
    for report in story.reports:
        try:
            moments.append((report["doc"], _moment(report["published"])))
        except ValueError:
            yield f"{report['doc']}: published {report['published']!r} is neither a date nor a time with its offset"
    for (doc, moment), (later, other) in combinations(moments, 2):
        if not _before(moment, other):
            yield f"{later} comes after {doc}, but was published before it"


def _moment(published: str) -> date | datetime:
    if "T" not in published:
        return date.fromisoformat(published)
    moment = datetime.fromisoformat(published)
    if moment.tzinfo is None:
        raise ValueError(published)
    return moment


def _before(a: date | datetime, b: date | datetime) -> bool:
    """Whether a may come before b; times are compared with one another, dates by the day as it is written."""
    if isinstance(a, datetime) and isinstance(b, datetime):
        return a <= b
    return date(a.year, a.month, a.day) <= date(b.year, b.month, b.day)


def _lineage(story: Story) -> Iterator[str]:
    seen = Counter((edge["from"], edge["to"]) for edge in story.lineage)
    yield from (f"lineage has {a} → {b} {n} times; copies goes before cites" for (a, b), n in seen.items() if n > 1)
    for edge in story.lineage:
        where = f"lineage {edge['from']} → {edge['to']}"
        if edge["kind"] not in KINDS:
            yield f"{where}: {edge['kind']!r} is no kind; kinds are {', '.join(KINDS)}"
        if edge["from"] not in story.texts:
            yield f"{where}: {edge['from']} is no report of the story"
        elif edge["to"] in story.texts:
            if story.number(edge["to"]) >= story.number(edge["from"]):
                yield f"{where}: a report takes from an earlier one"
        elif edge["to"].startswith(f"{story.name}-"):
            yield f"{where}: {edge['to']} is no report of the story"
        elif edge["kind"] == "copies":
            yield f"{where}: what is not in the set cannot be seen to be copied; write cites"


def _quotes(story: Story) -> Iterator[str]:
    pieces = [(number, place) for number, group in enumerate(story.quotes, 1) for place in group]
    for number, place in pieces:
        if not marked(story.texts[place[0]], place):
            yield f"quotes {number}: {_shown(story, place)} is not all of what stands between its marks"
    for (number, a), (other, b) in combinations(pieces, 2):
        if _overlap(a, b):
            yield f"quotes {number} and {other}: {_shown(story, a)} and {_shown(story, b)} are one stretch"


def marked(text: str, place: At) -> bool:
    """Whether a place reaches from mark to mark; a quotation that goes on in the next paragraph ends with its line."""
    before = text[: place[1]].rstrip()
    after = text[place[2] :].split("\n", 1)[0].lstrip(" \u00a0.,;:!?…")
    return before[-1:] in tuple(OPENING) and (not after or after[0] in CLOSING)


def _matters(story: Story) -> Iterator[str]:
    for number, (matter, members) in enumerate(story.matters, 1):
        where, docs = f"matter {number} ({matter['about']})", {place[0] for place in members}
        if len(docs) < 2:
            yield f"{where} is told by {len(docs)} report; a matter has members from two reports and more"
        if matter["origins"] < 1:
            yield f"{where}: origins = {matter['origins']}; every matter has one"
        if not 0 <= matter["echoes"] < len(docs):
            yield f"{where}: {matter['echoes']} echoes among {len(docs)} reports; the first adds its occasion"
        elif len(docs) - matter["echoes"] > matter["origins"]:
            yield (
                f"{where}: {len(docs)} reports of which {matter['echoes']} are echoes leave {len(docs) - matter['echoes']} "
                f"that add an occasion, but there are only {matter['origins']} origins"
            )
        for a, b in combinations(members, 2):
            if _overlap(a, b):
                yield f"{where}: the members {_shown(story, a)} and {_shown(story, b)} are one stretch"


def _occasions(story: Story) -> Iterator[str]:
    for number, (matter, members) in enumerate(story.matters, 1):
        where = f"matter {number} ({matter['about']})"
        given = [member.get("occasion") for member in matter["members"]]
        if len(members) < len(given) or not any(given):
            continue
        if not all(given):
            yield f"{where}: `occasion` is given for some members and missing for others"
        elif len(set(given)) != matter["origins"]:
            yield f"{where}: its members go back to {len(set(given))} occasions, not to origins = {matter['origins']}"
        elif (found := _echoes(story, members, given)) != matter["echoes"]:
            yield f"{where}: by the occasions of its members {found} reports are echoes, not {matter['echoes']}"


def _echoes(story: Story, members: list[At], occasions: list[int]) -> int:
    """How many reports add no occasion to those of earlier ones."""
    of_report: dict[int, set[int]] = {}
    for place, occasion in zip(members, occasions, strict=True):
        of_report.setdefault(story.number(place[0]), set()).add(occasion)
    ordered = [of_report[number] for number in sorted(of_report)]
    return sum(own <= set().union(*ordered[:n]) for n, own in enumerate(ordered))


def wanted_pairs(story: Story, members: list[At]) -> set[frozenset[At]]:
    """The pairs of a matter that need an account: of different reports, both in the body; of one, headline and body."""
    return {
        frozenset((a, b))
        for a, b in combinations(members, 2)
        if (a[0] == b[0]) == (story.in_headline(a) or story.in_headline(b))
        and not (story.in_headline(a) and story.in_headline(b))
    }


def _pairs(story: Story) -> Iterator[str]:
    given = Counter(frozenset((a, b)) for _, a, b in story.accounts)
    yield from (f"{_pair(story, pair)} has {n} accounts; give one" for pair, n in given.items() if n > 1)
    wanted: set[frozenset[At]] = set()
    for matter, members in story.matters:
        own = wanted_pairs(story, members)
        wanted |= own
        for pair in sorted(own - given.keys(), key=sorted):
            yield f"matter ({matter['about']}): no account for {_pair(story, pair)}"
    members_all = {place for _, members in story.matters for place in members}
    for pair in sorted(given.keys() - wanted, key=sorted):
        strangers = [place for place in sorted(pair) if place not in members_all]
        if strangers:
            yield from (f"an account has {_shown(story, place)}, which is no member of a matter" for place in strangers)
        else:
            yield (
                f"no account is wanted for {_pair(story, pair)}: it is no pair of body members of two reports, nor of a "
                "headline and the body of one, in one matter"
            )


def _accounts(story: Story) -> Iterator[str]:
    for account, a, b in story.accounts:
        where, relation, slot = (
            f"account {_shown(story, a)} / {_shown(story, b)}",
            account["relation"],
            account.get("slot"),
        )
        if relation not in RELATIONS:
            yield f"{where}: {relation!r} is no relation; relations are {', '.join(RELATIONS)}"
        if slot is not None and slot not in SLOTS:
            yield f"{where}: {slot!r} is no slot; slots are {', '.join(SLOTS)}"
        if slot is None and relation in DIFFERING:
            yield f"{where}: {relation} needs the slot that makes it"
        if relation == "rewords" and slot not in (None, "quote", "certainty"):
            yield f"{where}: rewords has no slot but quote and certainty"
        if a[0] == b[0]:
            if story.in_headline(a):
                yield f"{where}: of one report, a is the body"
        elif story.number(a[0]) > story.number(b[0]):
            yield f"{where}: a is the earlier one"


def _mismatches(story: Story) -> Iterator[str]:
    edges = {(edge["from"], edge["to"]) for edge in story.lineage}
    for mismatch, place in story.mismatches:
        where, source = f"mismatch {_shown(story, place)}", mismatch["source_doc"]
        if source not in story.texts or source == place[0]:
            yield f"{where}: source_doc {source} is no other report of the story"
        elif (place[0], source) not in edges:
            yield f"{where}: it names {source}, but no lineage goes there"
        if mismatch["slot"] not in SLOTS:
            yield f"{where}: {mismatch['slot']!r} is no slot; slots are {', '.join(SLOTS)}"


def doubts(story: Story) -> list[str]:
    """What a second reader looks at: long stretches in marks that are in no group, matters told by few, lengths."""
    found = []
    for doc, text in story.texts.items():
        pieces = [place for group in story.quotes for place in group if place[0] == doc]
        for match in _MARKED.finditer(text):
            place = (doc, *match.span(1))
            if len(match[1].split()) >= UTTERED and not any(_overlap(place, piece) for piece in pieces):
                found.append(f"{doc}: {match[1]!r} stands in marks and in no group of quotes")
        words = len(text.split())
        if not 30 <= words <= 400:
            found.append(f"{doc} has {words} words")
    followed = {place[0] for _, members in story.matters for place in members}
    found += [f"{doc} tells of no matter" for doc in story.texts if doc not in followed]
    return found


def _overlap(a: At, b: At) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]


def _shown(story: Story, place: At) -> str:
    return f"{place[0]} {story.words(place)!r}"


def _pair(story: Story, pair: frozenset[At]) -> str:
    return " / ".join(_shown(story, place) for place in sorted(pair))
