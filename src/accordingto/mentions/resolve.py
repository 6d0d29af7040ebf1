"""Who a source span means: its kind, and the person or organisation it resolves to inside the report.

Names are matched; pronouns and definite titles ("she", "the general", "the group") go to the nearest fitting mention before;
a possessive or indefinite title whose bearer is named only afterwards ("its former spokesman … Earlier Sefer Barzo said") goes to
the first person newly named with a whole name in the following sentences. Every step is a named rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.language.sentences import sentences
from accordingto.mentions.names import Name, names
from accordingto.mentions.people import Known, People
from accordingto.model import MentionKind, SourceKind, Span
from accordingto.resources.lexicons import Lexicons

LATER_SENTENCES = 2
"""How many sentences after a nameless title its bearer may be named in."""
_NO_MEDIUM = frozenset(
    "charity ngo monitor group organisation organization ministry government army coalition council front union".split()
)
_PLURAL = re.compile(
    r"^(?:several|many|some|most|two|three|four|five|six|dozens|hundreds|other|senior|local|both|a (?:number|group"
    r"|handful) of|\d+)\b"
)
_DEFINITE = re.compile(r"^(?:the|this|that|these|those|its|his|her|their)\b")
_RELATIVE = re.compile(r",? (?:who|which|whose|that|speaking|citing|quoted|on condition)\b.*", re.S)
_SPEECH_OF = re.compile(
    r"(?:the[ \u00a0])?(?:\w+[ \u00a0])?(?:comments?|remarks?|words|wording|testimony|answers?|tone|language)\b", re.I
)
"""What a person said stands for the person."""
_GENERIC_ORGANISATION = frozenset(
    "group organisation organization agency charity body outlet newspaper broadcaster monitor paper ngo".split()
)
_WEIGHT_LIGHT = frozenset(("former", "deputy", "vice", "acting", "senior", "chief", "head", "ex"))


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a source span was found to be. ``name`` is the resolved name or else the description."""

    kind: SourceKind
    name: str | None
    rule: str
    known: Known | None = None
    role: str | None = None
    role_span: Span | None = None
    antecedent: Span | None = None
    """Where the name stands, when not in the source span itself."""


class Resolver:
    """Resolves source spans of one text."""

    def __init__(
        self, text: str, people: People, lexicons: Lexicons, media: Mapping[str, SourceKind] | None = None
    ) -> None:
        self.text, self.people, self.roles = text, people, lexicons.roles
        self.media = media or {}
        self.lexicons = lexicons
        self._sentences = list(sentences(text))
        self._speakers: list[tuple[int, Resolved]] = []

    def resolve(self, span: Span) -> Resolved:
        """Resolve a source span; spans must come in text order, since pronouns look back at earlier sources."""
        resolved = self._resolve(span)
        self._speakers.append((span.start, resolved))
        return resolved

    def _resolve(self, span: Span) -> Resolved:
        words = span.of(self.text).strip()
        bare = _RELATIVE.sub("", words)
        folded = bare.lower().replace("’", "'")
        if folded in self.roles["persons"]:
            return self._pronoun(span, folded)
        if folded in self.roles["plural_pronouns"] or folded in self.roles["thing_pronouns"]:
            return self._other_pronoun(words, folded)
        media = self.media.get(_without_article(bare).casefold()) or self.media.get(folded)
        if media is not None:
            return Resolved(
                media,
                bare if bare.casefold() in self.media else _without_article(bare),
                "media",
                self.people.named(bare),
            )
        found = list(names(bare, self.lexicons))
        person = next((n for n in found if n.kind is MentionKind.PERSON or self._known_person(n)), None)
        if person is not None and (_SPEECH_OF.match(bare) or not self._merely_of(bare, person)):
            named = self._named_person(span, person)
            return replace(named, rule="speech-of") if _SPEECH_OF.match(bare) else named
        return self._described(span, bare, folded, found)

    def _known_person(self, name: Name) -> bool:
        known = self.people.named(name.words)
        return known is not None and known.kind is MentionKind.PERSON

    @staticmethod
    def _merely_of(words: str, name: Name) -> bool:
        """Whether the name only qualifies the voice: "a spokesman for Kamal Ferro", "Ferro's office"."""
        before, after = words[: name.whole.start].rstrip(), words[name.span.end :]
        return bool(
            re.search(r"\b(?:of|for|to|by|with|from|under|in|at|near|on|around|outside|inside)$", before)
        ) or after.startswith(("'s ", "’s "))

    def _named_person(self, span: Span, name: Name) -> Resolved:
        known = self.people.named(name.words)
        full = known.name if known else name.words
        role, role_span = self._role(span, known, name)
        elsewhere = known.spans[0] if known and full != name.words and known.spans else None
        return Resolved(
            SourceKind.PERSON, full, "named" if full == name.words else "last-name", known, role, role_span, elsewhere
        )

    def _role(self, span: Span, known: Known | None, name: Name) -> tuple[str | None, Span | None]:
        """The title in the span itself, else the first that the report gives."""
        before = self.text[span.start : span.start + name.span.start].strip(" ,\u00a0")
        after = self.text[span.start + name.span.end : span.end].strip(" ,\u00a0")
        before = re.sub(r"^.*\bby[\s\u00a0]+", "", before, flags=re.S) if _SPEECH_OF.match(before) else before
        own = before or (after if self._titles(after) else "")
        if own and self._titles(own):
            at = self.text.find(own, span.start)
            return own, Span(at, at + len(own))
        return known.roles[0] if known and known.roles else (None, None)

    def _titles(self, words: str) -> set[str]:
        return {w.lower() for w in re.findall(r"[\w-]+", words)} & self.roles["titles"]

    def _pronoun(self, span: Span, word: str) -> Resolved:
        gender = "female" if word in self.roles["female"] else "male" if word in self.roles["male"] else None
        for _, speaker in reversed(self._speakers):
            known = speaker.known
            if speaker.kind is SourceKind.PERSON and (known is None or gender in (None, known.gender or gender)):
                self._note_gender(known, gender)
                return _again(speaker, "pronoun", known.spans[0] if known else None)
            if speaker.kind is SourceKind.UNNAMED and speaker.rule != "plural":
                return _again(speaker, "pronoun", None)
        fitting = [
            k
            for k in self.people.all
            if k.kind is MentionKind.PERSON and k.first < span.start and gender in (None, k.gender or gender)
        ]
        if not fitting:
            return Resolved(SourceKind.UNNAMED, span.of(self.text), "unresolved-pronoun")
        nearest = max(fitting, key=lambda k: k.before(span.start))
        self._note_gender(nearest, gender)
        return Resolved(SourceKind.PERSON, nearest.name, "pronoun", nearest, *_first_role(nearest), nearest.spans[0])

    @staticmethod
    def _note_gender(known: Known | None, gender: str | None) -> None:
        if known is not None and known.gender is None:
            known.gender = gender

    def _other_pronoun(self, words: str, folded: str) -> Resolved:
        plural = folded in self.roles["plural_pronouns"]
        for _, speaker in reversed(self._speakers):
            if speaker.kind in (SourceKind.ORGANISATION, SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.DOCUMENT) or (
                plural and speaker.kind is SourceKind.UNNAMED
            ):
                return _again(speaker, "pronoun", None)
        return Resolved(SourceKind.UNNAMED, words, "plural" if plural else "unresolved-pronoun")

    def _described(self, span: Span, bare: str, folded: str, found: Sequence[Name]) -> Resolved:
        words = set(re.findall(r"[\w-]+", folded))
        titled = self._titles(_before_of(bare)) - _WEIGHT_LIGHT
        if titled and not _PLURAL.match(folded):
            bearer = self._bearer(span, folded, titled)
            if bearer is not None:
                return bearer
        if _SPEECH_OF.match(bare) and not found and self._speakers:
            return _again(self._speakers[-1][1], "speech-of", None)
        kind = self._kind(bare, folded, words, found)
        if kind is SourceKind.ORGANISATION and _DEFINITE.match(folded) and not found:
            earlier = self._organisation(span, words)
            if earlier is not None:
                return earlier
        name = found[0].words if found and kind in (SourceKind.AGENCY, SourceKind.OUTLET) else _without_article(bare)
        known = self.people.named(found[0].words) if found and kind is not SourceKind.UNNAMED else None
        if known is not None and known.kind is MentionKind.ORGANISATION and found[0].words == name:
            name = known.name
        return Resolved(kind, name, "plural" if _PLURAL.match(folded) or folded.endswith("s") else "described", known)

    def _kind(self, bare: str, folded: str, words: set[str], found: Sequence[Name]) -> SourceKind:
        head = _head(_before_of(folded))
        if any(name.words.casefold() in self.lexicons.agencies for name in found[:1]) or "news agency" in folded:
            return SourceKind.AGENCY
        if found and found[0].words.casefold() in self.media and head not in self.roles["unnamed"]:
            return self.media[found[0].words.casefold()]
        if head in self.roles["media"] and found:
            return SourceKind.AGENCY if head in ("agency", "agence", "newswire", "wire") else SourceKind.OUTLET
        if head in self.roles["documents"]:
            return SourceKind.DOCUMENT
        if head in self.roles["unnamed"]:
            return SourceKind.UNNAMED
        if found and not (self._titles(_before_of(bare)) and found[0].kind is not MentionKind.ORGANISATION):
            return SourceKind.ORGANISATION
        if words & self.roles["organisations"] or head in self.roles["media"]:
            return SourceKind.ORGANISATION
        return SourceKind.UNNAMED

    def _bearer(self, span: Span, folded: str, titled: set[str]) -> Resolved | None:
        """The person who bears a nameless title: named before if it is definite, else named soon after."""
        role = span.of(self.text)
        if folded.startswith(("the ", "this ", "that ")):
            fitting = [
                k
                for k in self.people.all
                if k.kind is MentionKind.PERSON and k.first < span.start and k.role_words() & titled
            ]
            if fitting:
                nearest = max(fitting, key=lambda k: k.before(span.start))
                return Resolved(
                    SourceKind.PERSON, nearest.name, "title", nearest, *_first_role(nearest), nearest.spans[0]
                )
        if len(_before_of(folded).split()) > 8:
            return None
        at = next((i for i, s in enumerate(self._sentences) if s.start <= span.start < s.end), None)
        if at is None or _PLURAL.match(folded):
            return None
        window = self._sentences[at + 1 : at + 1 + LATER_SENTENCES]
        later = self.people.persons_after(window[0].start, window[-1].end) if window else []
        if len(later) > 1:
            later = [known for known in later if known.role_words() & titled] or later
        if len(later) == 1 and not (later[0].roles and not later[0].role_words() & titled):
            return Resolved(SourceKind.PERSON, later[0].name, "named-later", later[0], role, span, later[0].spans[0])
        return None

    def _organisation(self, span: Span, words: set[str]) -> Resolved | None:
        for _, speaker in reversed(self._speakers):
            if speaker.kind not in (SourceKind.ORGANISATION, SourceKind.AGENCY, SourceKind.OUTLET) or not speaker.name:
                continue
            if speaker.kind is not SourceKind.ORGANISATION and words & _NO_MEDIUM:
                continue
            shared = words & set(re.findall(r"[\w-]+", speaker.name.lower())) & self.roles["organisations"]
            if shared or words & _GENERIC_ORGANISATION:
                return _again(speaker, "definite", None)
        heads = words & self.roles["organisations"] - {"government", "state"}
        fitting = [
            k
            for k in self.people.all
            if k.kind is MentionKind.ORGANISATION and k.first < span.start and heads & set(k.name.lower().split())
        ]
        if not fitting:
            return None
        nearest = max(fitting, key=lambda k: k.before(span.start))
        return Resolved(SourceKind.ORGANISATION, nearest.name, "definite", nearest, antecedent=nearest.spans[0])


def _again(speaker: Resolved, rule: str, antecedent: Span | None) -> Resolved:
    return Resolved(
        speaker.kind,
        speaker.name,
        rule,
        speaker.known,
        speaker.role,
        speaker.role_span,
        antecedent or speaker.antecedent,
    )


def _first_role(known: Known) -> tuple[str | None, Span | None]:
    return known.roles[0] if known.roles else (None, None)


def _without_article(words: str) -> str:
    return re.sub(
        r"^(?:the|a|an)[\s\u00a0]+(?:(?:new|latest|recent|fresh|initial|earlier)[\s\u00a0]+)?", "", words, flags=re.I
    )


def _before_of(words: str) -> str:
    """The part of a noun phrase up to its first preposition."""
    return re.split(r"\s(?:of|for|from|in|at|with|to|on|near|by|inside|close|familiar|based|who)\s", words, maxsplit=1)[
        0
    ]


def _head(phrase: str) -> str:
    found = re.findall(r"[\w-]+", phrase)
    return found[-1] if found else ""
