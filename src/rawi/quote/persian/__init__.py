"""Reported speech in Persian: `read_sentence` finds the sayings of one sentence."""

from rawi.quote.persian.sentences import read_sentence

__all__ = ["read_sentence"]
