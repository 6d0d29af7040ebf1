"""Reading a document with the network in torch: what training watches itself by. The shipped reading is the package's own."""

from __future__ import annotations

from collections import Counter
from typing import Any

import torch

from accordingto.attribute.decode import Flat, Scores, attributions
from accordingto.evaluate.attribution import count
from accordingto.language.merge import WindowScores, merge
from accordingto.language.windows import windows
from accordingto.language.words import Words, one_hot
from training.batches import Document, Window, window_of
from training.model import Tagger


@torch.no_grad()
def window_scores(model: Tagger, window: Window) -> WindowScores:
    """The heads' scores for one window."""
    ids, features = torch.from_numpy(window.pieces)[None], torch.from_numpy(one_hot(window.features))[None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model.encoder(ids, features)[0].float()
    vectors = hidden[torch.from_numpy(window.word_pieces)]
    pointers = {name: pointer(vectors, hidden[0]).softmax(-1).numpy() for name, pointer in model.pointers.items()}
    return WindowScores(model.tags(vectors).log_softmax(-1).numpy(), pointers)


def read(model: Tagger, document: Document) -> list[Flat]:
    """The flat attributions that the network finds in a document."""
    cuts = list(windows(document.words))
    parts = [window_scores(model, window_of(document, a, b)) for a, b in cuts]
    tags, pointers = merge(len(document.words), cuts, parts)
    breaks = document.words.features[:, 1] == 1
    return attributions(Scores(tags, pointers["cue_of"], pointers["source_of"]), breaks)


def spans(words: Words, flat: Flat) -> dict[str, Any]:
    """A flat attribution in characters, as the predict contract has it."""

    def of(parts: list[tuple[int, int]]) -> list[list[int]]:
        return [[int(words.starts[a]), int(words.ends[b - 1])] for a, b in parts]

    return {
        "content": of(flat.content),
        "cue": of([flat.cue] if flat.cue else []),
        "source": of([flat.source] if flat.source else []),
    }


def measure(model: Tagger, rows: list[dict[str, Any]], documents: list[Document]) -> Counter[str]:
    """Summed counts over gold rows."""
    total = Counter[str]()
    for row, document in zip(rows, documents, strict=True):
        total.update(count(row, [spans(document.words, flat) for flat in read(model, document)]))
    return total
