"""Records to plain JSON values and back, lossless, driven by the type hints of the dataclasses.

A dataclass is an object of its fields, those with their default left out; a tuple is an array; a `Span` is ``[start, end]``; of
a union of dataclasses the object says in ``is`` which it is. Fields that are added later need a default, and fields that are no
longer there are passed over, so that records written by older programs can be read.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from accordingto.model import Span

T = TypeVar("T")
Plain = Any
"""What JSON holds: dictionaries, lists, strings, numbers, booleans, ``None``."""
_TAG = "is"


def encode(value: Any, hint: Any = None) -> Plain:
    """A record as plain JSON values.

    Args:
        value: the record.
        hint: its type, where that is not the class of the value: ``tuple[Statement, ...]``.
    """
    kind: Any = hint or type(value)
    return _coder(kind).encode(value)


def decode(hint: Any, plain: Plain) -> Any:
    """The record of a type that plain JSON values hold; they are what `encode` gave for the type."""
    return _coder(hint).decode(plain)


def dumps(plain: Plain) -> bytes:
    """JSON as ASCII, the same bytes for the same values; NUL and lone surrogates are escaped."""
    return json.dumps(plain, separators=(",", ":")).encode("ascii")


class Coder:
    """How values of one type are encoded and decoded."""

    def __init__(self, encode: Callable[[Any], Plain], decode: Callable[[Plain], Any]) -> None:
        self.encode = encode
        self.decode = decode


@cache
def _coder(hint: Any) -> Coder:
    origin = get_origin(hint)
    if hint is Span:
        return Coder(lambda span: [span.start, span.end], lambda pair: Span(*pair))
    if is_dataclass(origin or hint):
        return _dataclass(hint)
    if origin in (Union, types.UnionType):
        return _union(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Coder(_same, hint)  # a member is a string
    if hint is float:
        return Coder(_number, _same)
    if hint in (int, str, bool, type(None)):
        return Coder(_same, _same)
    raise TypeError(f"no rule for values of the type {hint}")


def _number(value: Any) -> float | int:
    """A number that is whole stays so; one of numpy's becomes one of Python's."""
    return value if type(value) in (float, int) else float(value)


def _same(value: Any) -> Any:
    return value


def _tuple(arguments: tuple[Any, ...]) -> Coder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        encode, decode = _coder(arguments[0]).encode, _coder(arguments[0]).decode
        return Coder(
            lambda items: [encode(item) for item in items],
            lambda items: tuple([decode(item) for item in items]),
        )
    each = [_coder(argument) for argument in arguments]
    return Coder(
        lambda items: [coder.encode(item) for coder, item in zip(each, items, strict=True)],
        lambda items: tuple(coder.decode(item) for coder, item in zip(each, items, strict=True)),
    )


def _union(arguments: tuple[Any, ...]) -> Coder:
    """Of dataclasses, or of one type and None."""
    kinds = [argument for argument in arguments if argument is not type(None)]
    inner = _coder(kinds[0]) if len(kinds) == 1 else _tagged(kinds)
    if len(kinds) == len(arguments):
        return inner
    return Coder(
        lambda value: None if value is None else inner.encode(value),
        lambda plain: None if plain is None else inner.decode(plain),
    )


def _tagged(kinds: list[type]) -> Coder:
    coders = {kind.__name__: _coder(kind) for kind in kinds}
    return Coder(
        lambda value: {_TAG: type(value).__name__, **coders[type(value).__name__].encode(value)},
        lambda plain: coders[plain[_TAG]].decode(plain),
    )


def _dataclass(hint: Any) -> Coder:
    kind = get_origin(hint) or hint
    given = dict(zip(getattr(kind, "__parameters__", ()), get_args(hint), strict=False))
    hints = get_type_hints(kind)
    coders = {f.name: _coder(given.get(hints[f.name], hints[f.name])) for f in fields(kind)}
    parts = [(f.name, coders[f.name].encode, _default(f)) for f in fields(kind)]
    decoders = [(name, coder.decode) for name, coder in coders.items()]
    held = _getter(list(coders))

    def encoded(value: Any) -> Plain:
        return {
            name: encode(one)
            for (name, encode, default), one in zip(parts, held(value), strict=True)
            if default is MISSING or one != default
        }

    def decoded(plain: Plain) -> Any:
        return kind(**{name: decode(plain[name]) for name, decode in decoders if name in plain})

    return Coder(encoded, decoded)


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of some fields at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
