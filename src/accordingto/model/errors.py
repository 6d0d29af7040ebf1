"""The errors of accordingto, one tree.

::

AccordingtoError
├── InputError            what was given cannot be read; says what to do next
│   ├── EmptyInput        no bytes, or nothing but white space
│   ├── BinaryInput       not text or HTML
│   ├── TooLarge          more than the limit in force
│   ├── NotAnArticle      a page without a body of text
│   ├── Forgotten         something that was forgotten and is not taken in again
│   └── NotFetched        an address that gave nothing to keep
│       ├── Refused       one that must not be asked for: robots.txt, a private address, another scheme
│       └── Unreachable   no answer, or one that may pass: a time-out, a reset, too many requests, a server's error
├── IntegrityError        something no longer matches its hash or its span
│   ├── SpanError         a malformed span, or one outside its text
│   ├── EvidenceError     a value whose stated text does not match
│   └── ResourceError     a shipped file that is missing or not the one expected
├── UsageError            a call that cannot be carried out as asked
│   └── NotKept           what is named is not in the store
└── TookTooLong           a query of a store that was stopped, having taken as long as it may
"""

from __future__ import annotations


class AccordingtoError(Exception):
    """Base of all errors raised on purpose."""


class InputError(AccordingtoError):
    """What was given cannot be read."""


class EmptyInput(InputError):
    """No bytes, or nothing but white space."""


class BinaryInput(InputError):
    """Neither text nor HTML."""


class TooLarge(InputError):
    """More bytes than the limit in force."""


class NotAnArticle(InputError):
    """A page without a body of text."""


class Forgotten(InputError):
    """Something that was forgotten and is not taken in again."""


class NotFetched(InputError):
    """An address that gave nothing to keep."""


class Refused(NotFetched):
    """An address that must not be asked for."""


class Unreachable(NotFetched):
    """No answer, or one that may pass; ``after`` is how many seconds to wait at least, where the server said so."""

    def __init__(self, message: str, *, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class IntegrityError(AccordingtoError):
    """Something no longer matches its hash or its span."""


class SpanError(IntegrityError, ValueError):
    """A malformed span, or one outside its text."""


class EvidenceError(IntegrityError, ValueError):
    """A value without evidence, or whose stated text does not match."""


class ResourceError(IntegrityError):
    """A shipped file that is missing or not the one expected."""


class UsageError(AccordingtoError):
    """A call that cannot be carried out as asked."""


class NotKept(UsageError):
    """What is named is not in the store."""


class TookTooLong(AccordingtoError):
    """A query of a store that was stopped, having taken as long as it may."""
