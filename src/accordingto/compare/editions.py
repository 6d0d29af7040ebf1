"""Two editions of one article: which sentences came, went, moved and were changed, word by word; and which statements.

Only the report's own text is compared (headline to paragraphs and captions). Related links, credits and boilerplate change
from hour to hour and say nothing. Typographic differences (curly quotes, no-break spaces) are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

from accordingto.compare.accounts import BODY, Account
from accordingto.language.sentences import sentences
from accordingto.model import Act, BlockKind, Factuality, Link, Report, Span, Statement

COMPARED = (*BODY, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION)
"""Blocks whose words are compared."""
SAME_SENTENCE = 0.5
"""Share of words (Dice) from which two sentences are one that was changed: below half, more of it is new than old."""
SAME_CONTENT = 0.6
"""The same for the contents of statements, which are shorter: one verb and one name are then not enough."""
_TOKEN = re.compile(r"[\d]+(?:[.,]\d+)*|\w+(?:['’]\w+)*|[^\w\s]")
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u2011": "-"}
)


class Change(StrEnum):
    """What became of a sentence or a statement."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words that stand in the place of others; ``None`` on the side where there are none."""

    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that is not the same in both editions; spans point into the old and the new text."""

    change: Change
    kind: BlockKind
    """Of the block in the new edition, or in the old where it is gone."""
    old: Span | None
    new: Span | None
    words: tuple[Rewording, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement that is not the same in both editions, by ids; ``slots`` says what a changed one differs in."""

    change: Change
    old: str | None
    new: str | None
    slots: tuple[str, ...] = ()
    """Of ``content``, ``voice``, ``act``, ``certainty``."""
    edited: bool = True
    """Whether it stands in a sentence that was edited. Where not, the words are the same and only their reading differs."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What is known of the report (title, outlet, authors, published, updated), where it differs."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from one edition to the next."""

    old: str
    """Id of the report."""
    new: str
    fields: tuple[FieldChange, ...]
    sentences: tuple[SentenceChange, ...]
    """In the order of the new text; what is gone stands where it stood."""
    statements: tuple[StatementChange, ...]
    """Those in edited sentences first."""


def revision(old: Account, new: Account) -> Revision:
    """Compare two editions."""
    changed = sentence_changes(old.report, new.report)
    return Revision(
        old.report.id,
        new.report.id,
        field_changes(old.report, new.report),
        changed,
        _edited_first(old, new, statement_changes(old, new), changed),
    )


def _edited_first(
    old: Account, new: Account, statements: Sequence[StatementChange], changed: Sequence[SentenceChange]
) -> tuple[StatementChange, ...]:
    """Tell statements in edited sentences from those whose words are the same."""
    edited = _standing_in(old, [one.old for one in changed if one.change is not Change.MOVED])
    edited |= _standing_in(new, [one.new for one in changed if one.change is not Change.MOVED])
    told = [replace(one, edited=bool({one.old, one.new} & edited)) for one in statements]
    return tuple(sorted(told, key=lambda one: not one.edited))


def _standing_in(account: Account, changed: Sequence[Span | None]) -> set[str | None]:
    """Ids of the statements whose content stands in one of some stretches."""
    return {
        statement.id
        for statement in account.statements
        if any(span and span.overlaps(part) for span in changed for part in statement.content)
    }


@dataclass(frozen=True)
class _Unit:
    """A sentence with its tokens as they are compared."""

    kind: BlockKind
    span: Span
    tokens: tuple[Span, ...]
    words: tuple[str, ...]

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(word for word in self.words if word[0].isalnum())


def _unit(text: str, span: Span, kind: BlockKind) -> _Unit:
    tokens = tuple(Span(match.start(), match.end()) for match in _TOKEN.finditer(text, span.start, span.end))
    return _Unit(kind, span, tokens, tuple(_plain(token.of(text)) for token in tokens))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_STRAIGHT)


def _units(report: Report) -> list[_Unit]:
    made = [
        _unit(report.text, Span(block.span.start + cut.start, block.span.start + cut.end), block.kind)
        for block in report.of_kind(*COMPARED)
        for cut in sentences(block.span.of(report.text))
    ]
    return [unit for unit in made if unit.words]


def sentence_changes(old: Report, new: Report) -> tuple[SentenceChange, ...]:
    """The sentences that are not in both editions as they are, in the order of the new text."""
    a, b = _units(old), _units(new)
    found: list[tuple[_Unit | None, _Unit | None]] = []
    matcher = SequenceMatcher(None, [unit.words for unit in a], [unit.words for unit in b], autojunk=False)
    for tag, i, to_i, j, to_j in matcher.get_opcodes():
        if tag != "equal":
            found += _aligned(a[i:to_i], b[j:to_j])
    return tuple(map(_changed, _with_moves(found)))


def _changed(pair: tuple[_Unit | None, _Unit | None]) -> SentenceChange:
    old, new = pair
    if old and new:
        words = _rewordings(old, new)
        return SentenceChange(Change.CHANGED if words else Change.MOVED, new.kind, old.span, new.span, words)
    if new:
        return SentenceChange(Change.ADDED, new.kind, None, new.span)
    assert old
    return SentenceChange(Change.REMOVED, old.kind, old.span, None)


def _with_moves(pairs: Sequence[tuple[_Unit | None, _Unit | None]]) -> list[tuple[_Unit | None, _Unit | None]]:
    """A sentence that goes in one place and comes in another is one that moved."""
    gone: dict[tuple[str, ...], list[_Unit]] = {}
    for old, new in pairs:
        if old and not new:
            gone.setdefault(old.words, []).append(old)
    moved: dict[int, _Unit] = {}
    for old, new in pairs:
        if new and not old and gone.get(new.words):
            moved[id(new)] = gone[new.words].pop(0)
    came_from = {id(unit) for unit in moved.values()}
    return [
        (moved.get(id(new), old), new) if new else (old, None) for old, new in pairs if new or id(old) not in came_from
    ]


def _aligned(a: Sequence[_Unit], b: Sequence[_Unit]) -> list[tuple[_Unit | None, _Unit | None]]:
    """Sentences of two stretches, in order: alike ones in pairs (Needleman and Wunsch 1970), the rest alone."""
    likeness = [[_alike(one.counts, other.counts) for other in b] for one in a]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            paired = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] >= SAME_SENTENCE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    made: list[tuple[_Unit | None, _Unit | None]] = []
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and (j == len(b) or best[i][j] == best[i + 1][j]):
            made.append((a[i], None))
            i += 1
        elif j < len(b) and (i == len(a) or best[i][j] == best[i][j + 1]):
            made.append((None, b[j]))
            j += 1
        else:
            made.append((a[i], b[j]))
            i, j = i + 1, j + 1
    return made


def _alike(a: Counter[str], b: Counter[str]) -> float:
    """Dice coefficient of two bags of words."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _rewordings(old: _Unit, new: _Unit) -> tuple[Rewording, ...]:
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    return tuple(
        Rewording(_hull(old.tokens[i:to_i]), _hull(new.tokens[j:to_j]))
        for tag, i, to_i, j, to_j in matcher.get_opcodes()
        if tag != "equal"
    )


def _hull(tokens: Sequence[Span]) -> Span | None:
    return Span(tokens[0].start, tokens[-1].end) if tokens else None


def field_changes(old: Report, new: Report) -> tuple[FieldChange, ...]:
    """What is known of two editions, where it differs."""
    a, b = _fields(old), _fields(new)
    return tuple(FieldChange(name, a[name], b[name]) for name in a if a[name] != b[name])


def _fields(report: Report) -> dict[str, str | None]:
    return {
        "title": report.title.value if report.title else None,
        "outlet": report.outlet.value if report.outlet else None,
        "authors": ", ".join(author.value for author in report.authors) or None,
        "published": report.published.value.iso if report.published else None,
        "updated": report.updated.value.iso if report.updated else None,
    }


@dataclass(frozen=True)
class _Said:
    """A statement with what makes it the same in another edition."""

    statement: Statement
    content: tuple[str, ...]
    voice: tuple[str, ...]

    @property
    def slots(self) -> dict[str, tuple[str, ...] | Act | Factuality]:
        return {
            "content": self.content,
            "voice": self.voice,
            "act": self.statement.act,
            "certainty": self.statement.factuality,
        }

    @property
    def key(self) -> tuple[object, ...]:
        return tuple(self.slots.values())

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(word for word in self.content if word[0].isalnum())


def statement_changes(old: Account, new: Account) -> tuple[StatementChange, ...]:
    """The statements that are not in both editions as they are: first those of the new one, then those that are gone."""
    a, b = _said(old), _said(new)
    kept = _without_equal(a, b)
    pairs = _pairs(*kept)
    made = []
    for one in kept[1]:
        before = pairs.get(one.statement.id)
        if before is None:
            made.append(StatementChange(Change.ADDED, None, one.statement.id))
        else:
            slots = tuple(name for name, value in one.slots.items() if value != before.slots[name])
            made.append(StatementChange(Change.CHANGED, before.statement.id, one.statement.id, slots))
    paired = {one.statement.id for one in pairs.values()}
    gone = [one.statement.id for one in kept[0] if one.statement.id not in paired]
    return (*made, *(StatementChange(Change.REMOVED, id_, None) for id_ in gone))


def _said(account: Account) -> list[_Said]:
    text = account.report.text
    ordered = sorted(account.statements, key=lambda one: (one.content, one.id))
    return [_Said(one, _words(text, one), tuple(_voice(link) for link in one.voices)) for one in ordered]


def _words(text: str, statement: Statement) -> tuple[str, ...]:
    return tuple(
        _plain(match[0]) for span in statement.content for match in _TOKEN.finditer(text, span.start, span.end)
    )


def _voice(link: Link) -> str:
    return link.source.name or link.source.words or ""


def _without_equal(a: Sequence[_Said], b: Sequence[_Said]) -> tuple[list[_Said], list[_Said]]:
    """Both sides without the statements that are on the other as they are, each counted as often as it stands there."""
    common = Counter(one.key for one in a) & Counter(one.key for one in b)
    return _beyond(a, common.copy()), _beyond(b, common.copy())


def _beyond(said: Sequence[_Said], common: Counter[tuple[object, ...]]) -> list[_Said]:
    rest = []
    for one in said:
        if common[one.key] > 0:
            common[one.key] -= 1
        else:
            rest.append(one)
    return rest


def _pairs(a: Sequence[_Said], b: Sequence[_Said]) -> dict[str, _Said]:
    """For statements of the new edition the one of the old that they were made from: the most alike first, each once."""
    scored = sorted(
        (
            (-_alike(one.counts, other.counts), one.voice != other.voice, i, j)
            for i, one in enumerate(a)
            for j, other in enumerate(b)
        ),
    )
    found: dict[str, _Said] = {}
    used: set[int] = set()
    for score, _, i, j in scored:
        if -score < SAME_CONTENT:
            break
        if i not in used and b[j].statement.id not in found:
            used.add(i)
            found[b[j].statement.id] = a[i]
    return found
