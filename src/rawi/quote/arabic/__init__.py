"""Reported speech in Arabic: `read_sentence` finds the sayings of one sentence."""

from rawi.quote.arabic.sentences import read_sentence

__all__ = ["read_sentence"]
