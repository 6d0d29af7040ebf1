"""Taking a person out of a report: every name of theirs becomes blocks of the same length, and nothing else changes.

The text is another one then, with a hash and ids of its own; it is read anew, so that no record holds the name either. The bytes that it
came from are gone: what stands in their place is the text as it is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from accordingto.language.terms import terms, words
from accordingto.model import Capture, Field, MentionKind, Report, Sighting, Span, content_id, sha256, text_sha256
from accordingto.pipeline.reading import Reading

BLOCK = "█"
REDACTED = "redacted"
"""The flag of a report from which somebody was taken out."""
_SHORTEST = 3
"""Characters of a name that is looked for by itself: initials alone stand for anybody."""


def naming(reading: Reading, name: str) -> tuple[Span, ...]:
    """Where a report names a person: by the whole name, and by what it calls them else.

    Args:
        reading: of the report.
        name: as somebody would write it; case, accents and the kind of apostrophe do not count.

    Returns:
        Spans in text order, not overlapping; empty where the report does not name them.
    """
    text, sought = reading.report.text, words(name)
    if not sought:
        return ()
    whole = list(_places(text, sought))
    meant = {one.id for one in reading.entities if one.kind is MentionKind.PERSON and _is(words(one.name), sought)}
    if not whole and not meant:
        return ()
    named = {reading.words((one.span,)) for one in reading.mentions if one.entity in meant and _a_name(one.kind)}
    named |= {span.of(text) for span in whole}
    forms = {word for one in named if len(word := one.strip(" \u00a0.,’'\"“”")) >= _SHORTEST}
    found = whole + [span for form in forms for span in _stands(text, form)]
    return _merged(found)


def _is(held: list[str], sought: list[str]) -> bool:
    """Whether a name has all words of the one that is sought, in a row."""
    return any(held[at : at + len(sought)] == sought for at in range(len(held) - len(sought) + 1))


def _a_name(kind: MentionKind) -> bool:
    return kind is MentionKind.PERSON


def _places(text: str, sought: list[str]) -> Iterator[Span]:
    found = terms(text)
    for at in range(len(found) - len(sought) + 1):
        if [one.word for one in found[at : at + len(sought)]] == sought:
            yield Span(found[at].start, found[at + len(sought) - 1].end)


def _stands(text: str, form: str) -> Iterator[Span]:
    pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE)
    return (Span(*match.span()) for match in pattern.finditer(text))


def _merged(found: Iterable[Span]) -> tuple[Span, ...]:
    made: list[Span] = []
    for span in sorted(found):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def redacted(report: Report, capture: Capture, spans: tuple[Span, ...], name: str) -> tuple[Report, Capture]:
    """A report without what stands at some spans, and the bytes that it is kept with from now on.

    Args:
        report: the report.
        capture: what it was made of; of it only when and where it was seen is kept, where that does not name the person.
        spans: of its text.
        name: the person's; what else is known of the report loses it too.
    """
    forms = {span.of(report.text) for span in spans} | {name}
    text = _blocked(report.text, spans)
    digest = text_sha256(text)
    url = None if report.url is None or spelt(report.url.value, name) else report.url
    seen = tuple(_seen(one, name) for one in capture.sightings)
    data = text.encode("utf-8", "surrogatepass")
    address = url.value if url else None
    kept = Capture(
        content_id("capture", sha256(data)), sha256(data), data, "text/plain; charset=utf-8", None, address, seen
    )
    made = replace(
        report,
        id=content_id("report", digest, extra=[address or "", REDACTED]),
        capture=kept.id,
        text=text,
        text_sha256=digest,
        title=_field(report.title, forms),
        outlet=_field(report.outlet, forms),
        authors=tuple(one for author in report.authors if (one := _field(author, forms)) is not None),
        place=_field(report.place, forms),
        url=url,
        flags=tuple(dict.fromkeys((*report.flags, REDACTED))),
    )
    return made, kept


def _blocked(text: str, spans: Iterable[Span]) -> str:
    made = list(text)
    for span in spans:
        made[span.start : span.end] = [BLOCK if char.isalnum() else char for char in made[span.start : span.end]]
    return "".join(made)


def _field(held: Field[str] | None, forms: Iterable[str]) -> Field[str] | None:
    if held is None:
        return None
    value = held.value
    for form in sorted(forms, key=len, reverse=True):
        value = _blocked(value, list(_stands(value, form)))
    return replace(held, value=value)


def spelt(address: str, name: str) -> bool:
    """Whether an address or a path spells the name out."""
    held = words(re.sub(r"[^\w]+|_", " ", address))
    return _is(held, words(re.sub(r"[^\w]+", " ", name)))


def _seen(sighting: Sighting, name: str) -> Sighting:
    return replace(sighting, where=place(sighting.where, name))


def place(where: str, name: str) -> str:
    """Where a report came from; a block where that spells the name out."""
    return BLOCK if spelt(where, name) else where
