"""Sheets: each layer as a flat table with documented, typed columns, the same in CSV, GeoJSON, Parquet and SQLite."""
