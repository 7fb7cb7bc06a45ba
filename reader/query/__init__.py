"""The one query language: text to a tree. Knows no SQL and no screen."""
