"""``library.db``: what a person did."""
