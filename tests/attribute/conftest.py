"""A stand-in for the tagger: attributions given as quoted strings, found wherever they stand in the text that is read."""

from collections.abc import Callable

import pytest

from accordingto.attribute.drafts import Draft
from accordingto.model import Block, BlockKind, Field, Moment, Report, Span, text_sha256

Tag = Callable[[str, int], list[Draft]]


def span(text: str, words: str) -> Span | None:
    at = text.find(words) if words else -1
    return Span(at, at + len(words)) if at >= 0 else None


def make_tag(*given: tuple[str, str, str | list[str]]) -> Tag:
    """Each is (source, cue, content); one is found in a text that has its cue and content, and the content begins it or not."""

    def tag(text: str, shift: int = 0) -> list[Draft]:
        found = []
        for source, cue, content in given:
            parts = [span(text, c) for c in ([content] if isinstance(content, str) else content)]
            if any(p is None for p in parts) or (cue and span(text, cue) is None):
                continue

            def moved(s: Span | None) -> Span | None:
                return Span(s.start + shift, s.end + shift) if s else None

            found.append(Draft([moved(p) for p in parts if p], moved(span(text, cue)), moved(span(text, source)), 0.9))  # type: ignore[misc]
        return found

    return tag


def make_report(*blocks: tuple[str, str] | str, outlet: str = "Gulf Ledger", published: str = "2023-05-04") -> Report:
    """A report of blocks: a string is a paragraph, a pair (kind, words) any other."""
    text, made = "", []
    for block in blocks:
        kind, words = ("paragraph", block) if isinstance(block, str) else block
        text += "\n\n" if text else ""
        made.append(Block(BlockKind(kind), Span(len(text), len(text) + len(words)), "test"))
        text += words
    return Report(
        "report-1",
        "capture-1",
        text,
        text_sha256(text),
        tuple(made),
        "test",
        outlet=Field(outlet, "given"),
        published=Field(Moment(published, None), "given"),
    )


@pytest.fixture
def tagging() -> Callable[..., Tag]:
    return make_tag


@pytest.fixture
def reporting() -> Callable[..., Report]:
    return make_report
