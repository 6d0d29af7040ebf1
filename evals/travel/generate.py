"""Readings of invented stories, made without the model: copies, rewrites, quotations, changed numbers and actors, in the order of time.

Each story is a strike, a convoy or an accusation at one place, told by 1 to 12 reports over three days: a first one, and then reports
that copy it, cut it, put it in other words or contradict it. So many begin a day that the number of reports a day stays what it is
however many there are, and what a report costs depends on the size of the store alone. The same seed makes the same readings.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from accordingto.model import (
    Act,
    Block,
    BlockKind,
    Capture,
    Entity,
    Factuality,
    Field,
    Form,
    Implied,
    Link,
    Mention,
    MentionKind,
    Moment,
    Mood,
    Report,
    Run,
    Sighting,
    Source,
    SourceKind,
    Span,
    Stated,
    Statement,
    content_id,
    sha256,
    text_sha256,
)
from accordingto.model.protocols import Entry
from accordingto.pipeline.reading import Reading

RUN = Run("generated", "generated", "0", "0", "0")
STORIES_A_DAY = 60
"""Begun each day: with the sizes below some 120 reports."""
SIZES = (1,) * 62 + (2,) * 16 + (3,) * 8 + (4,) * 5 + (5,) * 3 + (6,) * 2 + (8,) * 2 + (10, 12)
"""Reports a story, drawn from these: 2 on the average, and every second report stands in a story of three or more."""
BEGIN = datetime(2015, 1, 1)
TOWNS = ("Lubnik", "Castel", "Meridian", "Gulf", "Upland", "Basin", "Harbour")
OUTLETS = tuple(f"The {town} {kind}" for town in TOWNS for kind in ("Post", "Herald", "Monitor", "Ledger", "Voice"))
AGENCIES = ("Northwire", "Agence Lumen", "ONA", "Veshtel")
ACTORS = (
    "the army",
    "the Kharan Front",
    "the Upland Forces",
    "coalition aircraft",
    "the border guard",
    "the Asur militia",
)
RANKS = ("General", "Colonel", "Minister", "Governor", "Spokesman", "Doctor")
TARGETS = ("a market", "a school", "a convoy of lorries", "a clinic", "the bridge", "a bakery", "two houses", "a depot")
_SYLLABLES = tuple("bar del kha mir sol tar qas ruf zen lub ner hal dov esh gor jis pal wad yur fen".split())


@dataclass(slots=True)
class Facts:
    """What a story is about; each report has its own version."""

    place: str
    near: str
    actor: str
    target: str
    dead: int
    hurt: int
    families: int
    speaker: str
    witness: str
    day: str
    reason: str
    before: str
    """What went before, in words that no other story has: names, by which stories are told apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: what stands before its content, the content, what stands after; who says it."""

    before: str
    content: str
    after: str
    voice: str | None = None
    """Name of the innermost voice, as it stands before or after the content."""
    cue: str = ""
    quoted: bool = False


def name(chance: random.Random, *, parts: int = 3) -> str:
    """An invented name."""
    return "".join(chance.choice(_SYLLABLES) for _ in range(parts)).capitalize()


def facts(chance: random.Random, day: datetime) -> Facts:
    """The facts of a story."""
    return Facts(
        name(chance),
        name(chance),
        chance.choice(ACTORS),
        chance.choice(TARGETS),
        chance.randint(2, 60),
        chance.randint(3, 150),
        chance.randint(20, 900),
        f"{chance.choice(RANKS)} {name(chance, parts=2)} {name(chance, parts=2)}",
        f"{name(chance, parts=2)} {name(chance, parts=2)}",
        day.strftime("%A"),
        f"{name(chance, parts=2)} {chance.choice(('pact', 'line', 'crossing', 'garrison', 'tribunal'))}",
        f"{name(chance)} and {name(chance)} had quarrelled over the {name(chance)} canal since the {name(chance)} accord",
    )


def lines(f: Facts, wording: int) -> list[Line]:
    """The sentences of a report; ``wording`` chooses among other words for the same."""
    last = f.speaker.rsplit(" ", maxsplit=1)[-1]
    by, him, seen = (f.speaker, "said"), (last, "said"), (f.witness, "said")
    if wording % 3 == 0:
        struck = f"{sentence_start(f.actor)} struck {f.target} in {f.place} on {f.day}, killing {f.dead} people"
        answer = f"We will answer for every house in {f.place}, and nobody will drive us over the {f.reason}"
        return [
            Line("", struck, f", {f.speaker} said.", *by),
            Line("“", answer, f",” {last} said.", *him, quoted=True),
            Line("", f"{f.hurt} wounded were taken to {f.near}", f", {f.witness} said.", *seen),
            Line("", f"Some {f.families} families have left {f.place} since the spring", "."),
            Line("", f"The road from {f.place} to {f.near} stayed closed on {f.day} evening", "."),
        ]
    if wording % 3 == 1:
        hurt = f"the strike left {f.hurt} people injured, most of whom were brought to {f.near}"
        died = f"{f.dead} people had died when {f.actor} hit {f.target} in {f.place}"
        return [
            Line(f"{f.speaker} said that ", died, f" on {f.day}.", *by),
            Line(f"{f.witness} said ", hurt, ".", *seen),
            Line("“", f"Nobody will drive us over the {f.reason}", f",” {last} said.", *him, quoted=True),
            Line("", f"About {f.families} families are said to have fled {f.place} in recent months", "."),
        ]
    killed = f"{f.dead} were killed in {f.place}, where {f.target} was hit by {f.actor} on {f.day}"
    leaving = f"We answer for every house in {f.place} and we are not leaving the {f.reason}"
    return [
        Line("At least ", killed, "."),
        Line("“", leaving, f",” {f.speaker} said.", *by, quoted=True),
        Line(f"{f.witness}, a nurse in {f.near}, said ", f"{f.hurt} injured had arrived by nightfall", ".", *seen),
        Line("", f"Traffic between {f.place} and {f.near} has not resumed", "."),
    ]


def sentence_start(words: str) -> str:
    """Words as they begin a sentence."""
    return words[0].upper() + words[1:]


def background(f: Facts) -> Line:
    """A sentence that all reports of a story have in some form."""
    return Line("", f.before, ".")


def denial(f: Facts) -> Line:
    """A sentence that turns what is said."""
    return Line(
        f"{sentence_start(f.actor)} denied that ",
        f"they struck {f.target} in {f.place} on {f.day}",
        ".",
        sentence_start(f.actor),
        "denied",
    )


def changed(f: Facts, chance: random.Random) -> Facts:
    """The facts as another report has them: a number or an actor otherwise."""
    which = chance.randrange(4)
    values = {field: getattr(f, field) for field in Facts.__slots__}
    if which == 0:
        values["dead"] = f.dead + chance.randint(1, 9)
    elif which == 1:
        values["actor"] = chance.choice([one for one in ACTORS if one != f.actor])
    elif which == 2:
        values["hurt"] = f.hurt + chance.randint(5, 40)
    return Facts(**values)


def told(f: Facts, chance: random.Random, number: int) -> tuple[list[Line], str | None]:
    """The sentences of the report of a story with this number, and the agency that it credits."""
    if number == 0:
        return [*lines(f, 0), background(f)], chance.choice((None, *AGENCIES))
    how = chance.random()
    if how < 0.35:  # a reprint, whole or cut
        made = [*lines(f, 0), background(f)]
        cut = made if chance.random() < 0.4 else [*made[: chance.randint(3, 4)], made[-1]]
        return cut, chance.choice((None, *AGENCIES))
    if how < 0.75:  # a rewrite
        return [*lines(f, chance.randint(1, 2)), background(f)], chance.choice((None, *AGENCIES))
    other = changed(f, chance)
    made = [*lines(other, chance.randint(0, 2)), background(f)]
    return ([*made, denial(f)] if chance.random() < 0.3 else made), None


def reading(f: Facts, said: list[Line], agency: str | None, outlet: str, when: datetime) -> Reading:
    """The reading of a report."""
    title = f"{f.place}: {sentence_start(f.target)} hit near {f.near}, {f.speaker} says"
    text, blocks, placed = title, [Block(BlockKind.HEADLINE, Span(0, len(title)), "generated")], []
    for n, line in enumerate(said):
        lead = f"{f.near.upper()} ({agency}) – " if agency and n == 0 else ""
        start = len(text) + 2
        words = f"{lead}{line.before}{line.content}{line.after}"
        text += "\n\n" + words
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(words)), "generated"))
        at = start + len(lead) + len(line.before)
        placed.append((line, Span(start, start + len(words)), Span(at, at + len(line.content))))
    digest = text_sha256(text)
    report = Report(
        id=content_id("report", digest, extra=[outlet, when.isoformat()]),
        capture="",
        text=text,
        text_sha256=digest,
        blocks=tuple(blocks),
        extraction="generated",
        outlet=Field(outlet, "given"),
        title=Field(title, "text:headline", Span(0, len(title))),
        published=Field(Moment(when.strftime("%Y-%m-%dT%H:%M"), "+00:00"), "given"),
    )
    statements = tuple(_statement(report, outlet, *one) for one in placed)
    mentions, entities = _named(text, f)
    return Reading(report, statements, RUN, mentions, entities, where=f"{outlet}.txt")


def _statement(report: Report, outlet: str, line: Line, sentence: Span, content: Span) -> Statement:
    certain = Factuality.CERTAIN
    act = Act.NARRATE if line.voice is None else Act.REPORT
    chain = [
        Link(Source(SourceKind.OUTLET, Implied("outlet"), outlet), Implied("outlet"), act, certain, 1.0, "generated")
    ]
    if line.voice:
        source = Source(SourceKind.PERSON, _stated(report.text, line.voice, sentence), line.voice, line.voice)
        inner = Act.DENY if line.cue == "denied" else Act.STATE
        chain.append(Link(source, _stated(report.text, line.cue, sentence), inner, certain, 0.9, "generated"))
    form = Form.NARRATION if line.voice is None else Form.DIRECT if line.quoted else Form.INDIRECT
    ident = content_id("statement", report.text_sha256, (content,))
    return Statement(ident, report.id, (content,), form, Mood.ASSERTED, tuple(chain), 0.9, "generated")


def _stated(text: str, words: str, inside: Span) -> Stated | Implied:
    at = text.find(words, inside.start, inside.end)
    return Stated((Span(at, at + len(words)),)) if at >= 0 else Implied("generated")


def _named(text: str, f: Facts) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    mentions, entities = [], []
    for n, (words, kind) in enumerate(((f.speaker, MentionKind.PERSON), (f.witness, MentionKind.PERSON))):
        at = text.find(words)
        if at >= 0:
            mentions.append(
                Mention(f"mention-{n}", Span(at, at + len(words)), kind, words, f"entity-{n}", 0.9, "generated")
            )
            entities.append(Entity(f"entity-{n}", words, kind, (f"mention-{n}",)))
    return tuple(mentions), tuple(entities)


def readings(count: int, *, seed: int = 5) -> Iterator[tuple[int, Reading]]:
    """As many readings as asked for in the order of publication, each with the number of its story."""
    chance = random.Random(seed)
    waiting: list[tuple[datetime, int, int, str, Facts]] = []
    day, story, given = BEGIN, 0, 0
    while given < count:
        for _ in range(STORIES_A_DAY):
            f = facts(chance, day)
            size = chance.choice(SIZES)
            outlets = chance.sample(OUTLETS, size)
            starts = day + timedelta(minutes=chance.randrange(24 * 60))
            for number in range(size):
                when = starts + timedelta(minutes=0 if number == 0 else chance.randint(20, 3 * 24 * 60))
                heapq.heappush(waiting, (when, story, number, outlets[number], f))
            story += 1
        day += timedelta(days=1)
        while waiting and waiting[0][0] < day and given < count:
            when, home, number, outlet, f = heapq.heappop(waiting)
            said, agency = told(f, random.Random(f"{seed} {home} {number}"), number)
            yield home, reading(f, said, agency, outlet, when)
            given += 1


def entry(made: Reading, number: int) -> Entry:
    """A reading to be put into a store, with bytes and an address of its own."""
    from dataclasses import replace

    data = f"{made.report.text}\n{number}".encode()
    digest, url = sha256(data), f"https://outlet{number % 300}.example/news/{number:07d}"
    seen = (Sighting(f"feed.xml#{number}", "2023-03-13T14:07:00Z"),)
    capture = Capture(content_id("capture", digest), digest, data, "text/plain", None, url, seen)
    report = replace(made.report, capture=capture.id, url=Field(url, "capture"))
    return Entry(capture, report, replace(made, report=report))
