"""Places named in a report: which words are toponyms, and which places they mean."""

from accordingto.mentions.places.given import given
from accordingto.mentions.places.ranking import Choice, resolve
from accordingto.mentions.places.records import locate, places_of
from accordingto.mentions.places.toponym import Toponym
from accordingto.mentions.places.toponyms import Named, toponyms

__all__ = ["Choice", "Named", "Toponym", "given", "locate", "places_of", "resolve", "toponyms"]
