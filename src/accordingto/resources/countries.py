"""What the countries of places are called, for people to read."""

from __future__ import annotations

from accordingto.resources.actors import open_shipped_actors


def country_name(country: str) -> str:
    """The name of an ISO 3166-1 alpha-2 country, as the registry of actors has it; what is no known code stays as it is."""
    state = open_shipped_actors().actors.get(f"state:{country.lower()}") if len(country) == 2 else None
    return state.name if state else country
