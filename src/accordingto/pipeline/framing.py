"""Naming and framing with the shipped registry and codebook: what a name stands for is looked up here and passed on."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from accordingto.compare.framing import EXAMPLES, Framing
from accordingto.compare.framing import framing as count
from accordingto.pipeline.reading import Reading
from accordingto.resources.actors import NameClass, open_actors
from accordingto.resources.comparison import open_comparison
from accordingto.resources.events import open_codebook


def framing(readings: Iterable[Reading], wanted: str, *, also: Collection[str] = (), most: int = EXAMPLES) -> Framing:
    """Count the words that outlets use for an actor, a place or a kind of act.

    Args:
        readings: The reports, in any order; each is looked through once and not kept.
        wanted: A name that the registry or any report has, or a part of one; the id of an actor or of a place of the
            gazetteer; or a type of the codebook of events, in capitals (``ASSAULT``).
        also: Other names of the same.
        most: Examples to keep of each word.

    Raises:
        UsageError: where a name has no letter or number.
    """
    types = {wanted} & open_codebook().types.keys()
    registry = open_actors()
    namings = [naming for name in (wanted, *also) for naming in registry.named(name)]
    ids = {naming.actor for naming in namings if naming.how is NameClass.NAME}
    return count(readings, wanted, also=also, ids=ids, types=types, words=open_comparison(), most=most)
