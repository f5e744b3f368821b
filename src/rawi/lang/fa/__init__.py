"""Data tables: fa."""
