"""A hand-made reading of an invented report with everything that can be claimed: events, estimates, control, places, times."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.model import (
    Act,
    Actor,
    ActorKind,
    Aux,
    Block,
    BlockKind,
    Bounds,
    Control,
    ControlStatus,
    Entity,
    Estimate,
    Event,
    Fact,
    Factuality,
    Field,
    Form,
    Harm,
    Implied,
    Inherited,
    Link,
    Mention,
    MentionKind,
    Moment,
    Mood,
    Part,
    Place,
    PlaceKind,
    Report,
    Source,
    SourceKind,
    Span,
    Stated,
    Statement,
    Time,
    Victims,
    content_id,
    text_sha256,
)
from accordingto.pipeline.reading import Reading
from tests.export.invented import RUN

HEADLINE = "Rockets kill at least 12 in Manshar, monitor says"
MARKET = (
    "Rockets fired by the Kharan Front hit the market of Front-held Manshar on Sunday, killing between\u00a012 and 15 "
    "civilians, five of them children, the Asur Monitor said on Monday."
)
CAMP = (
    "The army denied that its aircraft had bombed Camp Hadra near the border. "
    "“We will not withdraw from Dorva,” General Nadim Hazrun said."
)
FIGHTERS = "Fewer than 1,000 fighters remain west of the Asur, the coalition estimates."
ARABIC = "وزعم أبو ليث المسكري أن الجبهة سيطرت على تل هارون."
KINDS = (
    (HEADLINE, BlockKind.HEADLINE),
    ("13 March 2023", BlockKind.DATELINE),
    (MARKET, BlockKind.PARAGRAPH),
    (CAMP, BlockKind.PARAGRAPH),
    (FIGHTERS, BlockKind.PARAGRAPH),
    (ARABIC, BlockKind.PARAGRAPH),
)
TEXT = "\n\n".join(words for words, _ in KINDS) + "\n"
REPORT = content_id("report", text_sha256(TEXT))
FRONT = "group:kharan-front"


def at(words: str, inside: str = TEXT) -> Span:
    """Where words stand; ``inside`` tells which of several."""
    start = TEXT.index(inside) + inside.index(words)
    return Span(start, start + len(words))


def stated(words: str, inside: str = TEXT) -> Stated:
    return Stated((at(words, inside),))


def claimed(where: str = "reports/claimed.txt") -> Reading:
    """The whole report: six statements, five events (one derived), four estimates, two records of control."""
    report = Report(
        id=REPORT,
        capture="capture-2",
        text=TEXT,
        text_sha256=text_sha256(TEXT),
        blocks=tuple(Block(kind, at(words), "test") for words, kind in KINDS),
        extraction="test/1",
        title=Field(HEADLINE, "text:headline", at(HEADLINE)),
        outlet=Field("The Harbour Post", "given"),
        published=Field(Moment("2023-03-13", None), "text:dateline", at("13 March 2023")),
        language=Field("en", "html:lang"),
    )
    made = _statements()
    return Reading(
        report,
        tuple(made.values()),
        RUN,
        _mentions(),
        _entities(),
        where,
        events=_events(made),
        estimates=_estimates(made),
        control=_control(made),
        places=_places(),
        times=(SUNDAY, MONDAY),
        actors=(
            Actor(
                FRONT,
                "Kharan Front",
                ActorKind.ARMED_GROUP,
                ("KF", "al-Jabha"),
                "https://reference.example/kf",
                facts=(Fact("ally-of", "state:orvenia", "2021", None, "https://reference.example/ally"),),
            ),
        ),
    )


SUNDAY = Time("2023-03-12", "2023-03-12", "2023-03-12", "published", stated("Sunday"), "times:weekday", id="time-1")
MONDAY = Time("2023-03-13", "2023-03-13", "2023-03-13", "published", stated("Monday"), "times:weekday", id="time-2")


def _statements() -> dict[str, Statement]:
    monitor = Source(SourceKind.ORGANISATION, stated("the Asur Monitor"), "Asur Monitor", "the Asur Monitor")
    short = Source(SourceKind.ORGANISATION, stated("monitor"), "Asur Monitor", "monitor")
    army = Source(SourceKind.ORGANISATION, stated("The army", CAMP), "the army", "The army", entity="entity-army")
    general = Source(SourceKind.PERSON, stated("General Nadim Hazrun"), "Nadim Hazrun", "General Nadim Hazrun")
    coalition = Source(SourceKind.UNNAMED, stated("the coalition"), "the coalition", "the coalition")
    meskari = Source(SourceKind.PERSON, stated("أبو ليث المسكري"), "أبو ليث المسكري", "أبو ليث المسكري")
    end = MARKET.index(", the Asur Monitor")
    return {
        "headline": _said("Rockets kill at least 12 in Manshar", HEADLINE, _link(short, "says", HEADLINE)),
        "market": _said(MARKET[:end], MARKET, _link(monitor, "said", MARKET, said=MONDAY)),
        "camp": _said(
            "that its aircraft had bombed Camp Hadra near the border",
            CAMP,
            _link(army, "denied", CAMP, Act.DENY, Factuality.CERTAIN_NOT),
        ),
        "dorva": _said("“We will not withdraw from Dorva,”", CAMP, _link(general, "said", CAMP), form=Form.DIRECT),
        "fighters": _said(
            "Fewer than 1,000 fighters remain west of the Asur",
            FIGHTERS,
            _link(coalition, "estimates", FIGHTERS, Act.ESTIMATE, Factuality.PROBABLE),
        ),
        "arabic": _said("أن الجبهة سيطرت على تل هارون", ARABIC, _link(meskari, "وزعم", ARABIC, Act.ALLEGE)),
    }


def _said(content: str, inside: str, voice: Link, form: Form = Form.INDIRECT) -> Statement:
    outlet = Link(
        Source(SourceKind.OUTLET, Implied("outlet"), "The Harbour Post"),
        Implied("outlet"),
        Act.REPORT,
        Factuality.CERTAIN,
        0.9,
        "test",
    )
    parts = (at(content, inside),)
    name = content_id("statement", text_sha256(TEXT), parts)
    return Statement(name, REPORT, parts, form, Mood.ASSERTED, (outlet, voice), 0.9, "head:test")


def _link(
    source: Source,
    cue: str,
    inside: str,
    act: Act = Act.STATE,
    factuality: Factuality = Factuality.CERTAIN,
    said: Time | None = None,
) -> Link:
    return Link(source, stated(cue, inside), act, factuality, 0.9, "test", said)


def _part(words: str, inside: str = TEXT, **ids: str) -> Part:
    return Part(stated(words, inside), words, **ids)


MANSHAR = _part("Manshar", MARKET, place="place-manshar")
HADRA = _part("Camp Hadra", place="place-hadra")
ATTACKER = _part("the Kharan Front", entity="entity-front", actor=FRONT)


def _events(made: dict[str, Statement]) -> tuple[Event, ...]:
    def event(key: str, trigger: Sequence[Span], kind: str, **more: object) -> Event:
        name = content_id("event", text_sha256(TEXT), tuple(trigger), extra=(kind,))
        return Event(name, REPORT, made[key].id, tuple(trigger), kind, 0.81239, "events:test", **more)  # type: ignore[arg-type]

    killed = Victims(Harm.KILLED, Bounds(12, 15, stated("between\u00a012 and 15")), "civilians", civilians=True)
    children = Victims(Harm.KILLED, Bounds(5, 5, stated("five")), "children", civilians=True, part=True)
    at_least = Victims(Harm.KILLED, Bounds(12, None, stated("at least 12")))
    army = Part(Inherited("mention-army", "coref:possessive", (at("The army", CAMP),)), "its aircraft", "entity-army")
    return (
        event("headline", [at("kill", HEADLINE)], "ASSAULT", mode="heavy-weapons", victims=(at_least,),
              places=(_part("Manshar", HEADLINE, place="place-manshar-headline"),)),
        event("market", [at("Rockets", MARKET), at("hit", MARKET)], "ASSAULT", mode="heavy-weapons",
              contexts=("military",), actors=(ATTACKER,), recipients=(_part("civilians"),), places=(MANSHAR,),
              time=SUNDAY, victims=(killed, children)),
        event("camp", [at("bombed")], "ASSAULT", mode="aerial", actors=(army,), places=(HADRA,)),
        event("camp", [at("denied")], "REJECT", derived=True, actors=(_part("The army", CAMP, entity="entity-army"),)),
        event("dorva", [at("withdraw")], "RETREAT", mode="withdraw", aux=Aux.NEGATED,
              actors=(_part("We", CAMP),), places=(_part("Dorva", place="place-dorva"),)),
    )  # fmt: skip


def _estimates(made: dict[str, Statement]) -> tuple[Estimate, ...]:
    def estimate(key: str, span: Span, low: float | None, high: float | None, unit: str, **more: object) -> Estimate:
        name = content_id("estimate", text_sha256(TEXT), (span,))
        return Estimate(name, REPORT, made[key].id, (span,), low, high, unit, 0.9, "estimates:test", **more)  # type: ignore[arg-type]

    total = estimate("market", at("between\u00a012 and 15"), 12, 15, "civilians", what=stated("civilians"),
                     places=(MANSHAR,), as_of=SUNDAY)  # fmt: skip
    return (
        estimate("headline", at("at least 12"), 12, None, "people"),
        total,
        estimate("market", at("five"), 5, 5, "children", what=stated("children"), part_of=total.id),
        estimate("fighters", at("Fewer than 1,000"), None, 999, "fighters", what=stated("fighters remain"),
                 approximate=True, places=(_part("west of the Asur", place="place-asur"),)),
    )  # fmt: skip


def _control(made: dict[str, Statement]) -> tuple[Control, ...]:
    def control(key: str, trigger: Span, status: ControlStatus, asserted: bool, **more: object) -> Control:
        name = content_id("control", text_sha256(TEXT), (trigger,))
        return Control(name, REPORT, made[key].id, (trigger,), status, asserted, 0.9, "control:test", **more)  # type: ignore[arg-type]

    return (
        control("market", at("held", MARKET), ControlStatus.HOLDS, False, places=(MANSHAR,), as_of=SUNDAY,
                holders=(_part("Front", "Front-held", entity="entity-front", actor=FRONT),)),
        control("arabic", at("سيطرت"), ControlStatus.GAINS, True, holders=(_part("الجبهة"),),
                places=(_part("تل هارون"),)),
    )  # fmt: skip


def _places() -> tuple[Place, ...]:
    manshar = {
        "name": "Manshar",
        "gazetteer_id": "world:manshar",
        "kind": PlaceKind.SETTLEMENT,
        "country": "Orvenia",
        "admin1": "Kharan",
        "lat": 35.25,
        "lon": 38.5,
        "precision": "settlement",
        "viewpoint": "world",
    }

    def place(key: str, span: Span, **more: object) -> Place:
        return Place(key, span, span.of(TEXT), Stated((span,)), 0.9, "places:test", **more)  # type: ignore[arg-type]

    return (
        place("place-manshar", at("Manshar", MARKET), **manshar),
        place("place-manshar-headline", at("Manshar", HEADLINE), **manshar),
        place("place-hadra", at("Camp Hadra"), name="Camp Hadra", gazetteer_id="region:hadra", precision="region",
              kind=PlaceKind.FACILITY, country="Orvenia", lat=35.5, lon=39.0, bounds=(38.75, 35.25, 39.25, 35.75),
              centroid=True, viewpoint="world"),
        place("place-dorva", at("Dorva")),
        place("place-asur", at("Asur", FIGHTERS), name="Asur", kind=PlaceKind.WATER, precision="vague",
              relation="west of", relation_span=at("west of", FIGHTERS)),
    )  # fmt: skip


def _mentions() -> tuple[Mention, ...]:
    return (
        Mention(
            "mention-front",
            at("the Kharan Front"),
            MentionKind.ORGANISATION,
            "Kharan Front",
            "entity-front",
            0.9,
            "test",
        ),
        Mention(
            "mention-held", at("Front", "Front-held"), MentionKind.ORGANISATION, "Front", "entity-front", 0.9, "test"
        ),
        Mention("mention-army", at("The army", CAMP), MentionKind.ORGANISATION, "army", "entity-army", 0.9, "test"),
        Mention("mention-fighters", at("fighters"), MentionKind.GROUP, "fighters", None, 0.9, "test"),
    )


def _entities() -> tuple[Entity, ...]:
    front = ("mention-front", "mention-held")
    return (
        Entity("entity-front", "Kharan Front", MentionKind.ORGANISATION, front, actor=FRONT, actor_by="actors:alias"),
        Entity("entity-army", "army of Orvenia", MentionKind.ORGANISATION, ("mention-army",), abbreviation="AO"),
    )
