"""`Run`: what made a set of records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Versions and hashes of everything that the records depend on."""

    version: str
    """Version of accordingto."""
    extraction: str
    model_sha256: str
    lexicons_sha256: str
    gazetteer_sha256: str
    """Of the shipped gazetteer and whatever the user has added to it."""

    @property
    def id(self) -> str:
        """A short name of the run, equal for equal ingredients."""
        from accordingto.model.ids import content_id

        words = [self.version, self.extraction, self.lexicons_sha256, self.gazetteer_sha256]
        return content_id("run", self.model_sha256, extra=words)
