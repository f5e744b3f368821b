"""Data tables: ar."""
