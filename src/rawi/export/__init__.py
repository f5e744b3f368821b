"""Facts leave the house: JSON records and files in the formats other people use."""
