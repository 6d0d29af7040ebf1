"""Random secrets that clients hold; the store keeps their hashes, so that whoever reads the store cannot use them."""

from __future__ import annotations

import hashlib
import hmac
import secrets

BYTES = 32
"""256 bits: nobody guesses one, so a plain SHA-256 of it is enough to keep."""
PREFIX = "accordingto_"
"""Of tokens of the API, so that programs that look for leaked secrets know one when they see it."""


def fresh() -> str:
    """A new secret in characters that a cookie and a form can hold."""
    return secrets.token_urlsafe(BYTES)


def token() -> str:
    """A new token of the API."""
    return PREFIX + fresh()


def kept(secret: str) -> str:
    """What is kept of a secret: its SHA-256 in hex."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell where they part."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def derived(secret: bytes, *words: str) -> str:
    """A secret that belongs to some words, for who holds ``secret`` alone: an HMAC, so that nothing need be kept."""
    message = b"\0".join(word.encode("utf-8", "surrogatepass") for word in words)
    return hmac.new(secret, message, hashlib.sha256).hexdigest()
