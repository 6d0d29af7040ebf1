"""accordingto reads conflict news and keeps, for every statement, according to whom.

``read(path)`` and ``read_text(text)`` give a `Reading`; ``read_many(paths)`` reads on past what it cannot read.
``compare_reports(readings)`` gives a `Travel`: how what they say travelled between them.
``open_store(path)`` opens a `Store`, which keeps them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from accordingto.compare.travel import Travel
    from accordingto.model import AccordingtoError
    from accordingto.pipeline.read import Failure, Reader, read, read_many, read_text
    from accordingto.pipeline.reading import Reading
    from accordingto.pipeline.relating import compare_reports
    from accordingto.store.store import Store, open_store

_HOMES = {
    "AccordingtoError": "accordingto.model",
    "Failure": "accordingto.pipeline.read",
    "Reader": "accordingto.pipeline.read",
    "Reading": "accordingto.pipeline.reading",
    "Store": "accordingto.store.store",
    "Travel": "accordingto.compare.travel",
    "compare_reports": "accordingto.pipeline.relating",
    "open_store": "accordingto.store.store",
    "read": "accordingto.pipeline.read",
    "read_many": "accordingto.pipeline.read",
    "read_text": "accordingto.pipeline.read",
}

__all__ = [
    "AccordingtoError",
    "Failure",
    "Reader",
    "Reading",
    "Store",
    "Travel",
    "__version__",
    "compare_reports",
    "open_store",
    "read",
    "read_many",
    "read_text",
]


def __getattr__(name: str) -> Any:
    """Open what is asked for when it is asked for, so that importing the package is quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'accordingto' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
