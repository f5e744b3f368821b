"""Data tables of the reading stage: page layouts, labels, letter pairs; each with its entry in ORIGINS.toml."""
