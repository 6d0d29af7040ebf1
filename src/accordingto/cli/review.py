"""``accordingto review``: people's decisions."""

from accordingto.cli import review_batches, review_records
from accordingto.cli.review_options import app

__all__ = ["app", "review_batches", "review_records"]
