"""Words put in a name's place: where two reports have one sentence, what one writes where the other names somebody.

"Rockets fired by the Kharan Front" in one report and "rockets fired by the terrorists" in another show that the second means the
first's Front, which nothing inside it tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.accounts import Account, sentences_of
from accordingto.compare.edits import alignment
from accordingto.compare.normalise import Token, tokens_of
from accordingto.model import BlockKind, Span, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

GRAM = 3
"""Words in a row by which sentences find each other."""
SHARED = 2
"""Of those that two sentences must have in common."""
SAME = 0.6
"""Share of the longer sentence's words, outside the name, that must stand in the other in order."""
LONGEST = 5
"""Words of a name, and of what takes its place; longer ones say more than a name."""
SENTENCE = 5
"""Words that a sentence needs beside the name."""

_OWN = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Swapped:
    """Words of one report that stand where another has a name."""

    report: str
    span: Span
    named_in: str
    """The report that has the name."""
    name: Span


@dataclass(frozen=True, slots=True)
class _Line:
    report: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens)


def swapped(accounts: Sequence[Account], names: Mapping[str, Sequence[Span]], words: Comparison) -> list[Swapped]:
    """Find the words that take a name's place, each once.

    Args:
        accounts: The reports; their order changes nothing.
        names: By report, where it names whom is asked for.
        words: The lexicon of comparison, for nouns and verbs.
    """
    lines = [line for account in sorted(accounts, key=lambda one: one.report.id) for line in _lines(account)]
    taken = {account.report.id: [*names.get(account.report.id, ()), *_voices(account)] for account in accounts}
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        for gram in _grams(line.words):
            index[gram].append(i)
    found: dict[tuple[str, Span], Swapped] = {}
    for line in lines:
        for name in names.get(line.report, ()):
            at = [i for i, token in enumerate(line.tokens) if name.start <= token.start < name.end]
            if not 0 < len(at) <= LONGEST or len(line.tokens) - len(at) < SENTENCE:
                continue
            counts = Counter(j for gram in _grams(line.words) for j in index[gram])
            for j, count in sorted(counts.items()):
                other = lines[j]
                if count >= SHARED and other.report != line.report:
                    for tokens in _instead(line, at, other):
                        span = Span(tokens[0].start, tokens[-1].end)
                        if _names_somebody(tokens, words) and not any(map(span.overlaps, taken[other.report])):
                            found.setdefault((other.report, span), Swapped(other.report, span, line.report, name))
    return sorted(found.values(), key=lambda one: (one.report, one.span))


def _voices(account: Account) -> list[Span]:
    return [span for one in account.statements for link in one.voices for span in spans_of(link.source.evidence)]


def _names_somebody(tokens: Sequence[Token], words: Comparison) -> bool:
    """Whether words end in a name or in a noun for people or bodies, and hold no verb: regime troops, the Meskari militia."""
    last = tokens[-1]
    nouns = words.general_nouns | {word for row in words.near for word in row}
    body = last.word in nouns or (last.capital and last.word not in words.function_words)
    return body and not any(token.word in words.verbs for token in tokens)


def _lines(account: Account) -> Iterator[_Line]:
    report = account.report
    own = [block.span for block in report.of_kind(*_OWN)]
    for sentence in sentences_of(report):
        if any(block.contains(sentence) for block in own):
            yield _Line(report.id, tuple(tokens_of(report.text, (sentence,))))


def _grams(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}


def _instead(line: _Line, at: Sequence[int], other: _Line) -> Iterator[Sequence[Token]]:
    """What the other sentence has in the place of the words ``at``, where both are one sentence but for that."""
    equal, changed = alignment(line.words, other.words)
    same = sum(j - i for i, j, _, _ in equal)
    if same < SAME * (max(len(line.tokens), len(other.tokens)) - len(at)):
        return
    for i, j, k, m in changed:
        if i <= at[-1] and at[0] < j and _only_name(i, j, at) and 0 < m - k <= LONGEST:
            yield other.tokens[k:m]


def _only_name(i: int, j: int, at: Sequence[int]) -> bool:
    """Whether the changed words are the name, with an article or one word before it at most."""
    return i >= at[0] - 1 and j <= at[-1] + 1
