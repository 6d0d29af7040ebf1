"""Mentions: who and what is named in a report, and whom a pronoun, a title or a last name means."""
