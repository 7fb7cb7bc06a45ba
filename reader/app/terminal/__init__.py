"""The terminal: what is written to it and asked of it."""
