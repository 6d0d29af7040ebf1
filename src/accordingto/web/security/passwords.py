"""Passwords: how they are kept, and that checking one takes the same work whoever is named."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from accordingto.model import UsageError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 12
"""Characters of a password at least. NIST SP 800-63B-4 asks for 15 where nothing else is asked and 8 beside a second factor; guesses
are slowed down here (`accordingto.web.security.guesses`)."""
LONGEST = 512
"""Characters at most: hashing takes what it is given."""
_VARIED = 5
"""Different characters in a password at least, beside the name: less is a key held down."""


@cache
def hasher() -> PasswordHasher:
    """Argon2id with 64 MiB, three passes and four lanes: the second recommended option of RFC 9106, which argon2-cffi keeps."""
    from argon2 import PasswordHasher, profiles

    return PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)


def hashed(password: str, *, name: str) -> str:
    """The hash that is kept of a password.

    Raises:
        UsageError: where it is too short, too long, or nothing but the name or one character.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            f"a password has {SHORTEST} to {LONGEST} characters; take a few words that belong to nobody else"
        )
    if len(set(password.casefold().replace(name.casefold(), ""))) < _VARIED:
        raise UsageError(
            "this password is among the first that anyone would try; take a few words that belong to nobody else"
        )
    return hasher().hash(_bytes(password))


def prepare() -> None:
    """Make what the first check would have to make else, which would tell by its time that there is no such name."""
    _nobodys()


def right(password: str, kept: str | None) -> bool:
    """Whether a password is the one that a hash was kept of. ``None``, for whoever has none, costs the same work and is never right."""
    from argon2.exceptions import InvalidHashError, VerificationError

    usable = kept if len(password) <= LONGEST else None
    try:
        hasher().verify(usable or _nobodys(), _bytes(password[:LONGEST]))
    except (InvalidHashError, VerificationError):
        return False
    return usable is not None


def aged(kept: str) -> bool:
    """Whether a hash was made with other parameters than today's, and is to be made anew now that the password is at hand."""
    return hasher().check_needs_rehash(kept)


def rehashed(password: str) -> str:
    """The hash of a password that is right, with the parameters of today; the rules for new passwords do not hold for it."""
    return hasher().hash(_bytes(password))


def _bytes(password: str) -> bytes:
    """As it is hashed: NFKC, so that it does not depend on the keyboard (NIST SP 800-63B-4, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


@cache
def _nobodys() -> str:
    """A hash that no password is checked against in earnest: for names that there are none of."""
    from accordingto.web.security.secrets import fresh

    return hasher().hash(fresh())
