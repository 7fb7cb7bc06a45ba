"""The one query language: parse and explain. Knows no SQL and no screen."""
