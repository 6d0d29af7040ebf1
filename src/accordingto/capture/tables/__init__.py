"""Tables: CSV, JSON Lines and Parquet, a report a row."""
