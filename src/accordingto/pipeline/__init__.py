"""The pipeline: the only place where the stations are put together."""
