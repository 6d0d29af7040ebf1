"""Statements out of plain values: what is said, and the chain of voices, the outlet first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from accordingto.model import (
    Act,
    Factuality,
    Form,
    Implied,
    Link,
    MentionKind,
    Mood,
    Source,
    SourceKind,
    Spans,
    Statement,
    UsageError,
    content_id,
    hull,
    spans_of,
    text_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.review.fields import (
    BY,
    Fields,
    choice,
    flag,
    known,
    spans_field,
    stated,
    time,
    words,
)

VOICE = ("name", "source", "cue", "unnamed", "kind", "role", "act", "factuality", "said")
FIELDS = ("content", "form", "mood", "chain", "about", *VOICE)
"""Of a statement. Those of a voice stand for the innermost one."""
_KINDS = {
    MentionKind.PERSON: SourceKind.PERSON,
    MentionKind.OFFICE: SourceKind.OFFICE,
    MentionKind.ORGANISATION: SourceKind.ORGANISATION,
    MentionKind.PLACE: SourceKind.ORGANISATION,
    MentionKind.DOCUMENT: SourceKind.DOCUMENT,
    MentionKind.GROUP: SourceKind.UNNAMED,
}
"""What kind of voice a mention is; a place that speaks is its government."""


def statement_of(reading: Reading, fields: Fields, old: Statement | None = None) -> Statement:
    """A statement as a person has it.

    Args:
        reading: the reading that it belongs to.
        fields: `FIELDS`; ``chain`` lists the voices below the outlet, outermost first, each with the fields of `VOICE`, and is empty for
            narration.
        old: the statement that is corrected; what is not given stays as it is.

    Raises:
        UsageError: where something is missing, unknown or at odds with the rest; says what.
    """
    known(fields, FIELDS, "a statement")
    text = reading.report.text
    content = spans_field(fields, "content", text) if old is None or "content" in fields else old.content
    chain = _chain(reading, fields, old)
    act = chain[-1].act
    if (len(chain) == 1) != (act is Act.NARRATE):
        raise UsageError(
            "the outlet alone narrates: an empty `chain` goes with the act narrate, any other act needs a voice"
        )
    form = choice(Form, fields["form"], "form") if "form" in fields else _form(old, chain)
    if (form is Form.NARRATION) != (len(chain) == 1):
        raise UsageError("the form narration goes with an empty `chain`, and with nothing else")
    same = old is not None and old.content == content
    return Statement(
        id=old.id if old and same else content_id("statement", reading.report.text_sha256, content),
        report=reading.report.id,
        content=content,
        form=form,
        mood=choice(Mood, fields["mood"], "mood") if "mood" in fields else _mood(old, act),
        chain=chain,
        score=1.0,
        by=BY,
        editorial=old.editorial if old and same else (),
        about=_about(reading, fields) if "about" in fields else old.about if old else None,
    )


def _form(old: Statement | None, chain: Sequence[Link]) -> Form:
    if len(chain) == 1:
        return Form.NARRATION
    return old.form if old and old.form is not Form.NARRATION else Form.INDIRECT


def _mood(old: Statement | None, act: Act) -> Mood:
    if old is not None:
        return old.mood
    return {Act.INTEND: Mood.INTENDED, Act.DEMAND: Mood.DEMANDED, Act.ASK: Mood.ASKED}.get(act, Mood.ASSERTED)


def _about(reading: Reading, fields: Fields) -> str | None:
    name = words(fields["about"], "about")
    if name is not None and name not in reading.by_id:
        raise UsageError(f"`about` is the id of a statement of the same report; there is no {name} in it")
    return name


def _chain(reading: Reading, fields: Fields, old: Statement | None) -> tuple[Link, ...]:
    inner = {name: fields[name] for name in VOICE if name in fields}
    if "chain" in fields:
        voices = fields["chain"]
        if not isinstance(voices, Sequence) or not all(isinstance(voice, Mapping) for voice in voices):
            raise UsageError("`chain` is a list of voices below the outlet, outermost first, each an object")
        given = [dict(voice) for voice in voices]
        if given:
            given[-1] = {**inner, **given[-1]}
        links = [_link(reading, voice, _like(old, voice, number)) for number, voice in enumerate(given)]
    else:
        held = list(old.voices) if old else []
        if inner and not held and set(inner) - {"act", "factuality"}:
            held = [_link(reading, inner, None)]
        elif inner and held:
            held[-1] = _link(reading, inner, held[-1])
        links = held
    return (_outlet(reading, fields, old, narrates=not links), *links)


def _like(old: Statement | None, voice: Fields, number: int) -> Link | None:
    """The voice of the old chain that this one says more of: that with the same words, else that in the same place if it names none."""
    voices = old.voices if old else ()
    pairs = [tuple(pair) for pair in voice.get("source") or () if isinstance(pair, Sequence)]
    for link in voices:
        if pairs and pairs == [(span.start, span.end) for span in spans_of(link.source.evidence)]:
            return link
    return voices[number] if "source" not in voice and number < len(voices) else None


def _outlet(reading: Reading, fields: Fields, old: Statement | None, *, narrates: bool) -> Link:
    """The outlet: it narrates, or reports what the voices say."""
    if narrates and fields.get("act", Act.NARRATE) != Act.NARRATE:
        raise UsageError(f"`act` is {fields['act']!r}, and nobody is there to do it; name the voice in `chain`")
    if old is not None and narrates != bool(old.voices):
        made = old.chain[0]
    else:
        name = reading.report.outlet.value if reading.report.outlet else None
        act, committed = (Act.NARRATE, Factuality.CERTAIN) if narrates else (Act.REPORT, Factuality.UNCOMMITTED)
        made = Link(
            Source(SourceKind.OUTLET, Implied("outlet"), name), Implied("outlet"), act, committed, 1.0, "outlet"
        )
    if narrates and "factuality" in fields:
        return replace(made, factuality=choice(Factuality, fields["factuality"], "factuality"))
    return made


def _link(reading: Reading, voice: Fields, old: Link | None) -> Link:
    known(voice, VOICE, "a voice")
    text = reading.report.text
    cue = spans_field(voice, "cue", text, needed=False)
    if old is None and "act" not in voice:
        raise UsageError("a voice needs its `act`: " + ", ".join(Act))
    act = choice(Act, voice["act"], "act") if "act" in voice else old.act if old else Act.STATE
    if act is Act.NARRATE:
        raise UsageError("only the outlet narrates; a voice below it does something else")
    committed = old.factuality if old else Factuality.CERTAIN
    return Link(
        source=_source(reading, voice, old.source if old else None),
        cue=stated(cue, "no-cue") if "cue" in voice or old is None else old.cue,
        act=act,
        factuality=choice(Factuality, voice["factuality"], "factuality") if "factuality" in voice else committed,
        score=1.0,
        by=BY,
        said=time(voice["said"], "said") if "said" in voice else old.said if old else None,
        addressee=old.addressee if old else None,
    )


def _source(reading: Reading, voice: Fields, old: Source | None) -> Source:
    moved = "source" in voice or old is None
    where = spans_field(voice, "source", reading.report.text, needed=False)
    made = old if old is not None and not moved else _named(reading, where, voice)
    if "name" in voice:
        name = words(voice["name"], "name")
        made = replace(made, name=name) if name == made.name else replace(made, name=name, entity=None, actor=None)
    if "role" in voice:
        made = replace(made, role=words(voice["role"], "role"), role_evidence=Implied(BY))
    kind = _kind(voice, made.kind)
    if (kind is SourceKind.AGENTLESS) == bool(made.name):
        raise UsageError(
            "a voice that the report does not name at all is agentless and has no `name`; any other has one"
        )
    return replace(made, kind=kind)


def _kind(voice: Fields, found: SourceKind) -> SourceKind:
    kind = choice(SourceKind, voice["kind"], "kind") if voice.get("kind") is not None else found
    if kind is SourceKind.OUTLET and voice.get("kind") is not None:
        return kind
    if "unnamed" not in voice:
        return kind
    if flag(voice["unnamed"], "unnamed"):
        return kind if kind in (SourceKind.UNNAMED, SourceKind.AGENTLESS) else SourceKind.UNNAMED
    if kind in (SourceKind.UNNAMED, SourceKind.AGENTLESS):
        raise UsageError("a voice that is not unnamed needs its `kind`: " + ", ".join(SourceKind))
    return kind


def _named(reading: Reading, where: Spans, voice: Fields) -> Source:
    """A voice by the words that name it: whom the report's mentions there mean."""
    if not where:
        name = words(voice.get("name"), "name")
        kind = SourceKind.UNNAMED if name else SourceKind.AGENTLESS
        return Source(kind, Implied("agentless"), name)
    whole = hull(where)
    inside = [one for one in reading.mentions if whole.contains(one.span)]
    best = max(inside, key=lambda one: (one.entity is not None, len(one.span)), default=None)
    entity = reading.entities_by_id.get(best.entity or "") if best else None
    said = text_of(reading.report.text, where)
    found = _KINDS.get(entity.kind if entity else best.kind) if best else None
    if found is None and not {"kind", "unnamed"} & set(voice):
        raise UsageError(f"nothing tells what kind of voice “{said}” is; give its `kind`: {', '.join(SourceKind)}")
    return Source(
        kind=found or SourceKind.UNNAMED,
        evidence=stated(where, "agentless"),
        name=(entity.name if entity else None) or said,
        words=said,
        role=entity.role if entity else None,
        role_evidence=Implied(BY) if entity and entity.role else None,
        entity=entity.id if entity else None,
        actor=entity.actor if entity else None,
    )


def voice_fields(link: Link) -> dict[str, Any]:
    """A voice as the plain values that `statement_of` takes."""
    return {
        "name": link.source.name,
        "source": [[span.start, span.end] for span in spans_of(link.source.evidence)],
        "cue": [[span.start, span.end] for span in spans_of(link.cue)],
        "kind": link.source.kind.value,
        "role": link.source.role,
        "act": link.act.value,
        "factuality": link.factuality.value,
        "said": link.said.value if link.said else None,
    }
