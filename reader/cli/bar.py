"""A bar on standard error that shows how far something has come."""

from __future__ import annotations

import sys

CELLS = 18
"""As wide as on the screen."""


def draw_bar(words: str, done: int, total: int) -> None:
    """Draw `words` and a bar over the line as it was."""
    full = CELLS * done // max(total, 1)
    bar = "#" * full + "-" * (CELLS - full)
    print(f"\r{words} {bar}", end="", file=sys.stderr, flush=True)
