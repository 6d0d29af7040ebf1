"""The API, versioned: what the pages show, records by layer, and exports as a stream. See ``docs/reference/api.md``."""
