"""Across reports: what was copied, what was changed on the way, and how many occasions stand behind it."""
