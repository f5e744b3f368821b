"""Data tables: shared."""
