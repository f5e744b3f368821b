"""The words of the interface as tables; no code."""
