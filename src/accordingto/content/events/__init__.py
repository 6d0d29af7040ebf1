"""Events: what happens or is said to happen inside statements, as PLOVER 2.0 codes it."""

from accordingto.content.events.build import events

__all__ = ["events"]
