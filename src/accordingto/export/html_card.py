"""The card of one statement: its chain, act and commitment, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, field

from accordingto.export.html_links import NOWHERE, Links, linked
from accordingto.export.inside import Inside
from accordingto.export.markup import element, isolated, joined, text
from accordingto.export.wording import ACTS, COMMITMENTS, FORMS, in_quotes
from accordingto.export.wording_content import (
    anchor_text,
    control_text,
    estimate_text,
    event_kind,
    event_text,
    time_text,
)
from accordingto.model import (
    Control,
    Estimate,
    Event,
    Evidence,
    Factuality,
    Form,
    Implied,
    Link,
    Mood,
    Part,
    Spans,
    Statement,
    Time,
    spans_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import evidence_kind, evidence_rule, one_line, voice_name

_SCALE = tuple(reversed(Factuality))
"""From certainly not to certain."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as it stands on a page: its number, the class of its words, the anchor of its card."""

    statement: Statement
    number: int
    key: str
    anchor: str
    about: tuple[int, str] | None
    """Number and anchor of the statement that it responds to."""
    inside: Inside = field(default_factory=Inside)
    """What is claimed in it."""
    links: Links = NOWHERE

    @property
    def narrated(self) -> bool:
        """Whether it is the outlet's own narration."""
        return self.statement.form is Form.NARRATION

    @property
    def mark(self) -> str:
        """Anchor of the number in the text."""
        return f"at-{self.anchor}"


def card(reading: Reading, shown: Shown) -> str:
    """The card as a list item."""
    statement = shown.statement
    number = element(
        "a", str(shown.number), class_="no", href=f"#{shown.mark}", aria_label=f"Statement {shown.number}: to its words"
    )
    who = "" if shown.narrated else element("p", chain(statement, shown.links), class_="chain", dir="auto")
    body = _page(shown) + who + _about(shown) + _details(reading, shown) + _claims(reading, shown)
    kind = f"card {shown.key}{' n' if shown.narrated else ''}"
    return element("li", number, body, class_=kind, id=shown.anchor, data_item=True)


def _page(shown: Shown) -> str:
    """The link to the statement's own page, where there is one."""
    address = shown.links.statement(shown.statement.id)
    named = f"Statement {shown.number}: its page"
    return (
        element("a", "¶", href=address, class_="perma", title=named, aria_label=named, data_open=True)
        if address
        else ""
    )


def chain(statement: Statement, links: Links = NOWHERE) -> str:
    """The voices from the outlet to the innermost, which is strong."""
    arrow = ' <span class="arrow" role="img" aria-label="from">←</span> '
    return arrow.join(_voice(link, statement, links) for link in statement.chain)


def _voice(link: Link, statement: Statement, links: Links) -> str:
    last = link is statement.innermost
    kind = "un" if link.source.unnamed else None
    called = linked(isolated(voice_name(link.source), class_=kind), links.actor(link.source.actor or ""))
    name = element("strong" if last else "span", called, class_=None if last else "up")
    role = f" ({isolated(one_line(link.source.role))})" if link.source.role else ""
    return name + role


def _about(shown: Shown) -> str:
    if not shown.about:
        return ""
    number, anchor = shown.about
    return element("p", "about ", element("a", f"statement {number}", href=f"#{anchor}"), class_="about")


def _claims(reading: Reading, shown: Shown) -> str:
    """What is claimed, a line a record with its kind in front."""
    inside = shown.inside
    lines = [
        *(("ev", "event", event_kind(event), event_text(event, reading, apart=True)) for event in inside.events),
        *(("es", "estimate", "", estimate_text(estimate, reading, apart=True)) for estimate in inside.estimates),
        *(("co", "control", "", control_text(control, reading, apart=True)) for control in inside.control),
    ]
    items = [
        element("li", element("span", name, class_="k"), " ", _strong(head, line), class_=f"{kind}-row")
        for kind, name, head, line in lines
    ]
    return element("ul", *items, class_="claims") if items else ""


def _strong(head: str, line: str) -> str:
    """The line with its beginning strong."""
    return (element("b", text(head)) if head else "") + text(line.removeprefix(head))


def _found(reading: Reading, shown: Shown) -> list[str]:
    """The words and the rule behind each of them."""
    inside = shown.inside
    return [
        *(_record(reading, "event", event.trigger, event) for event in inside.events),
        *(_record(reading, "estimate", estimate.span, estimate) for estimate in inside.estimates),
        *(_record(reading, "control", control.trigger, control) for control in inside.control),
    ]


def _record(reading: Reading, name: str, parts: Spans, record: Event | Estimate | Control) -> str:
    rows = [
        *_fact(name, quoted(reading, parts)),
        *(row for role, part in _parts_of(record) for row in _fact(role, words_of(reading, part.evidence))),
        *_fact("when", _time(reading, record.time if isinstance(record, Event) else record.as_of)),
        *_fact("found by", _by(record.by, record.score)),
    ]
    return element("dl", *rows)


def _time(reading: Reading, time: Time | None) -> str:
    if time is None:
        return ""
    return joined([text(one_line(time.value)), words_of(reading, time.evidence), text(anchor_text(time))])


def _parts_of(record: Event | Estimate | Control) -> list[tuple[str, Part]]:
    """Who and where, each with its role."""
    where = [("where", part) for part in record.places]
    if isinstance(record, Event):
        who = [("actor", part) for part in record.actors] + [("recipient", part) for part in record.recipients]
        return who + where
    return [("who", part) for part in record.holders] + where if isinstance(record, Control) else where


def _what(shown: Shown) -> str:
    """Act, commitment and form on one line; of narration also whose it is."""
    statement = shown.statement
    said = statement.innermost.said
    parts = [
        chain(statement, shown.links) if shown.narrated else element("b", text(ACTS[statement.act])),
        scale(statement.factuality) + text(COMMITMENTS[statement.factuality]),
        text(FORMS[statement.form]),
        text(statement.mood.value) if statement.mood is not Mood.ASSERTED else "",
        f"said {isolated(time_text(said), class_='nb')}" if said else "",
        "unnamed" if statement.innermost.source.unnamed else "",
    ]
    return joined(parts)


def scale(factuality: Factuality) -> str:
    """Seven ticks from certainly not to certain, one of them on; for the eye only, the words stand beside it."""
    ticks = "".join('<i class="on"></i>' if step is factuality else "<i></i>" for step in _SCALE)
    return element("span", ticks, class_="scale", aria_hidden="true", title=factuality.value)


def _details(reading: Reading, shown: Shown) -> str:
    """What is on the line, and behind it the words that say so."""
    statement = shown.statement
    voices = [_link(reading, link) for link in statement.voices]
    facts = element(
        "dl",
        *_fact("words", quoted(reading, statement.content)),
        *_fact("found by", _by(statement.by, statement.score)),
    )
    listed = [*voices, *_found(reading, shown)]
    inside = element("ul", *(element("li", one) for one in listed), class_="links") if listed else ""
    line = element("summary", _what(shown), " ", element("span", "evidence", class_="more"), class_="what")
    return element("details", line, facts, inside)


def _link(reading: Reading, link: Link) -> str:
    source = link.source
    rows = [
        *_fact("voice", joined([isolated(voice_name(source)), text(source.kind.value)])),
        *_fact("named by", words_of(reading, source.evidence)),
        *_fact("role by", words_of(reading, source.role_evidence) if source.role_evidence else ""),
        *_fact("cue", words_of(reading, link.cue)),
        *_fact(
            "act", joined([text(ACTS[link.act]), text(f"{COMMITMENTS[link.factuality]} ({link.factuality.value})")])
        ),
        *_fact("said", joined([text(link.said.value), words_of(reading, link.said.evidence)]) if link.said else ""),
        *_fact("to", words_of(reading, link.addressee) if link.addressee else ""),
        *_fact("found by", _by(link.by, link.score)),
    ]
    return element("dl", *rows)


def _fact(name: str, value: str) -> tuple[str, ...]:
    return (element("dt", name), element("dd", value)) if value else ()


def words_of(reading: Reading, evidence: Evidence) -> str:
    """The words behind a value, and the rule where they do not stand here or there are none."""
    rule = evidence_rule(evidence)
    how = f"{evidence_kind(evidence)} by rule {element('code', text(rule))}" if rule else ""
    if isinstance(evidence, Implied) or not spans_of(evidence):
        return how
    return joined([quoted(reading, spans_of(evidence)), how])


def quoted(reading: Reading, parts: Spans) -> str:
    """The report's words as quotations, gaps marked."""
    return " … ".join(isolated(in_quotes(one_line(span.of(reading.report.text)))) for span in parts)


def _by(by: str, score: float) -> str:
    return joined([element("code", text(by)), f"{score:.2f}"])
