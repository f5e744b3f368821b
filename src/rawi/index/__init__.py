"""The index: facts and text on disk, and the answers to questions about them."""
