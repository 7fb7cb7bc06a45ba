"""Which quote of a laid-out story is meant, and which one comes before or after it."""

from __future__ import annotations

from reader.typesetting.line import Layout


def outer_quotes(layout: Layout) -> list[int]:
    """Return the quotes one can jump to, in reading order: those within another one are not."""
    return [quote for quote in sorted(layout.quote_lines) if quote not in layout.inner_quotes]


def current_quote(layout: Layout, visible: range, pointed: int) -> int:
    """Return the quote that was jumped to, if it is on screen; else the first one there; or -1."""
    lines = layout.quote_lines
    if lines.get(pointed, -1) in visible:
        return pointed
    return next((quote for quote, line in sorted(lines.items()) if line in visible), -1)


def quote_beside(layout: Layout, visible: range, pointed: int, direction: int) -> int:
    """Return the next quote (1) or the previous one (-1); -1 if there is none.

    It is counted from the quote that was jumped to, while that is on screen; else from the top of
    the screen.
    """
    quotes = outer_quotes(layout)
    if pointed in quotes and layout.quote_lines[pointed] in visible:
        at = quotes.index(pointed) + direction
    else:
        passed = sum(layout.quote_lines[quote] < visible.start for quote in quotes)
        at = passed if direction > 0 else passed - 1
    return quotes[at] if 0 <= at < len(quotes) else -1
