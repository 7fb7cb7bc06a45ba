"""The list of headlines."""
