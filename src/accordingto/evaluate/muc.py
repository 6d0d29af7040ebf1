"""MUC-4: which types of incident a document tells of, and in what standing its perpetrator is named.

Types follow from type, mode and trigger of the events by `INCIDENTS`; a set a document. The standing of the perpetrator (fact, claimed,
accused by authorities, accused, possible) follows from the statement under which an incident names an actor: its act, its
commitment, and who says it. Templates that are optional in the key do not count either way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.evaluate.rows import Row
from accordingto.model import Act, Aux, Event, Factuality, Part, Statement, text_of
from accordingto.pipeline.reading import Reading

Reads = Callable[[str], Reading]
TYPES = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE")
INCIDENTS: Mapping[tuple[str, str], str] = {
    ("ASSAULT", "explosives"): "BOMBING",
    ("ASSAULT", "suicide-attack"): "BOMBING",
    ("ASSAULT", "abduct"): "KIDNAPPING",
    ("PROTEST", "strike"): "FORCED WORK STOPPAGE",
}
"""Incident by type and mode; other assaults are attacks."""
_BOMB = re.compile(r"\b(?:bomb|dynamit|explo|blast|detonat|mine\b)", re.I)
_ARSON = re.compile(r"\b(?:arson|burn|torch|set fire|set on fire|set ablaze)", re.I)
_ROBBERY = re.compile(r"\b(?:rob|robb|steal|stole|theft|loot|hijack)", re.I)
_STOPPAGE = re.compile(r"\b(?:stoppage|transport strike|armed strike)", re.I)
_COMBAT = re.compile(
    r"\b(?:clash|fight|battle|combat|war|skirmish|violence|offensive|ambush|operation|hostilit|drive|strike|aggression|death|die)",
    re.I,
)
"""Triggers of two-sided fighting and of bare deaths, which the corpus does not count as incidents by themselves."""
_CLAIMED = re.compile(
    r"(?P<no>\b(?:no|nobody|not|none)\b[^.]{0,60})?\b(?:claim\w*|took|taken|assum\w*|accept\w*)\s+(?:\w+\s+)?"
    r"(?:responsibility|credit)\b",
    re.I,
)
_ADMITTED = re.compile(r"\b(?:admit\w*|confess\w*|acknowledg\w*)\b", re.I)
_AUTHORITY = re.compile(
    r"\b(?:police|army|armed forces|military|government|minist|president|officer|official|authorit|spokesm|commander|colonel|general|"
    r"court|judge|battalion|brigade|embassy|communique|intelligence|security)",
    re.I,
)
_HEDGED = re.compile(r"\b(?:presumabl|possibl|apparent|allegedl|suspect|probabl|believed)", re.I)
FACT, CLAIMED, AUTHORITIES, ACCUSED, POSSIBLE = (
    "REPORTED AS FACT", "CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", "POSSIBLE",
)  # fmt: skip
_WEAK = frozenset((Factuality.POSSIBLE, Factuality.PROBABLE, Factuality.UNCOMMITTED))


@dataclass(frozen=True, slots=True)
class Told:
    """What one document tells: incident types, and standings of perpetrators."""

    incidents: frozenset[str]
    standings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Result:
    """Figures in per cent."""

    documents: int
    incident: tuple[float, float, float]
    """F1, precision, recall over (document, type)."""
    by_type: tuple[tuple[str, float, int], ...]
    standing: tuple[float, float, float]
    """F1, precision, recall over (document, standing), on documents where either side names a perpetrator."""
    by_standing: tuple[tuple[str, float, int], ...]
    likely: float
    """F1 of always answering the commonest standing where the key has one."""

    def render(self) -> str:
        """For people."""
        f1, p, r = self.incident
        s1, sp, sr = self.standing
        types = ", ".join(f"{name} {value:.1f} (n {n})" for name, value, n in self.by_type)
        standings = ", ".join(f"{name.lower()} {value:.1f} (n {n})" for name, value, n in self.by_standing)
        return (
            f"MUC-4, {self.documents} documents, true-cased\nincident type      F1 {f1:.1f}  P {p:.1f}  R {r:.1f}\n  {types}\n"
            f"perpetrator status F1 {s1:.1f}  P {sp:.1f}  R {sr:.1f}   always 'reported as fact', told where the key tells one: "
            f"{self.likely:.1f}\n  {standings}\n"
        )


def measure(documents: Sequence[Row], templates: Sequence[Row], reads: Reads) -> Result:
    """Read and score documents.

    Args:
        documents: each with ``doc_id`` and ``text``.
        templates: the key: ``doc_id`` and ``slots``.
        reads: the pipeline, from a text to its reading; it gets the text as filed.
    """
    gold, optional = key_of(templates)
    found = {row["doc_id"]: told(reads(row["text"])) for row in documents}
    incident = [
        (gold.get(name, _NOTHING).incidents, one.incidents - optional.get(name, frozenset()))
        for name, one in found.items()
    ]
    standing = [(gold.get(name, _NOTHING).standings, one.standings) for name, one in found.items()]
    always = [(wanted, frozenset((FACT,)) if wanted else frozenset()) for wanted, _ in standing]
    return Result(
        len(found), _f1(incident), _each(incident, TYPES), _f1(standing),
        _each(standing, (FACT, CLAIMED, AUTHORITIES, ACCUSED, POSSIBLE)), _f1(always)[0],
    )  # fmt: skip


_NOTHING = Told(frozenset(), frozenset())


def key_of(templates: Iterable[Row]) -> tuple[dict[str, Told], dict[str, frozenset[str]]]:
    """What the key tells of each document, and the types that are optional in it."""
    types: dict[str, set[str]] = defaultdict(set)
    optional: dict[str, set[str]] = defaultdict(set)
    standings: dict[str, set[str]] = defaultdict(set)
    for row in templates:
        name, slots = row["doc_id"].split(" (")[0], row["slots"]
        number = "".join(slots.get("1. MESSAGE: TEMPLATE", ["*"]))
        for entry in slots["4. INCIDENT: TYPE"]:
            named = {part.strip() for part in entry.split("/")} & set(TYPES)
            (optional if "OPTIONAL" in number or len(named) > 1 else types)[name].update(named)
        for entry in slots["11. PERP: ORGANIZATION CONFIDENCE"]:
            if not entry.startswith(("?", "-", "*")):
                standings[name].update(part.strip() for part in entry.split(":")[0].split("/"))
    names = {*types, *standings}
    known = (FACT, CLAIMED, AUTHORITIES, ACCUSED, POSSIBLE)
    found = {name: Told(frozenset(types[name]), frozenset(standings[name] & set(known))) for name in names}
    return found, {name: frozenset(kinds - types[name]) for name, kinds in optional.items()}


def told(reading: Reading) -> Told:
    """The incidents and standings that a reading tells."""
    text = reading.report.text
    incidents = {kind for event in reading.events if (kind := incident(event, text))}
    return Told(frozenset(incidents), frozenset(standings(reading)) if incidents else frozenset())


def standings(reading: Reading) -> set[str]:
    """In what standing perpetrators are named: by claims of responsibility, by accusations, by incidents with a named actor."""
    text, found = reading.report.text, set()
    by_id = {statement.id: statement for statement in reading.statements}
    claims = [match for match in _CLAIMED.finditer(text) if not match["no"]]
    if claims:
        found.add(CLAIMED)
    for event in reading.events:
        if event.type == "ACCUSE" and event.recipients and any(map(_organised, event.recipients)):
            found.add(AUTHORITIES if any(_AUTHORITY.search(part.words) for part in event.actors) else ACCUSED)
        if incident(event, text) and any(map(_organised, event.actors)):
            found.add(standing(event, by_id[event.statement], text))
    return found


def _organised(part: Part) -> bool:
    """Whether a party is named as an organisation: a name or short form, or the forces of a state."""
    return bool(
        re.search(
            r"\b[A-Z]{2,}\b|[a-z’']\s+[A-Z]|\A[A-Z]\w+\s+[A-Z]|\b(?:army|police|armed forces|front|cartel)\b",
            part.words,
        )
    )


def incident(event: Event, text: str) -> str | None:
    """The type of incident that an event is, or ``None``: not done, long ago, mere fighting, or nobody and nothing named."""
    trigger = text_of(text, event.trigger)
    if event.aux in (Aux.NEGATED, Aux.HYPOTHETICAL, Aux.HISTORICAL, Aux.FUTURE) or event.derived:
        return None
    if event.type == "COERCE" and event.mode == "seize" and _ROBBERY.search(trigger):
        return "ROBBERY"
    if event.type == "PROTEST" and _STOPPAGE.search(trigger):
        return "FORCED WORK STOPPAGE"
    if event.type != "ASSAULT" or not (event.recipients or event.victims or event.places):
        return None
    named = INCIDENTS.get((event.type, event.mode or ""))
    if named:
        return named
    if _BOMB.search(trigger):
        return "BOMBING"
    if event.mode == "destroy":
        return "ARSON" if _ARSON.search(trigger) else None
    return None if _COMBAT.search(trigger) else "ATTACK"


def standing(event: Event, statement: Statement, text: str) -> str:
    """In what standing an event names its actor."""
    words = text_of(text, statement.content)
    if _ADMITTED.search(words) or _own(event, statement):
        return CLAIMED
    source = statement.innermost.source.words or statement.innermost.source.name or ""
    if statement.act in (Act.ACCUSE, Act.ALLEGE):
        return AUTHORITIES if _AUTHORITY.search(source) else ACCUSED
    if statement.act in (Act.BELIEVE, Act.INFER, Act.DOUBT) or statement.factuality in _WEAK or _HEDGED.search(words):
        return POSSIBLE
    return FACT


def _own(event: Event, statement: Statement) -> bool:
    """Whether the voice tells of itself."""
    entity = statement.innermost.source.entity
    return entity is not None and any(part.entity == entity for part in event.actors)


Pairs = Sequence[tuple[frozenset[str], frozenset[str]]]


def _f1(pairs: Pairs) -> tuple[float, float, float]:
    both = sum(len(g & p) for g, p in pairs)
    gold, given = sum(len(g) for g, _ in pairs), sum(len(p) for _, p in pairs)
    return 200 * both / max(1, gold + given), 100 * both / max(1, given), 100 * both / max(1, gold)


def _each(pairs: Pairs, names: Sequence[str]) -> tuple[tuple[str, float, int], ...]:
    support = Counter(name for gold, _ in pairs for name in gold)
    return tuple(
        (name, _f1([(g & {name}, p & {name}) for g, p in pairs])[0], support[name]) for name in names if support[name]
    )
