"""Shipped files opened once, checked by hash, immutable, and passed on explicitly."""

from accordingto.resources.model import Model, open_model

__all__ = ["Model", "open_model"]
