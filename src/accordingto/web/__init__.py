"""The server: pages to read in a browser, the same as JSON, CSV and GeoJSON, an API, and the desk at which people review."""
