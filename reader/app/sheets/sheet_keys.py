"""The keys of the sheets, which are fixed: a person's own keys are those of the panes."""

from __future__ import annotations

ARROWS = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
"""Lines that each moves by, also while words are typed."""
SCROLL = {**ARROWS, "space": 10}
"""The same where letters may be typed but no blank begins."""
MOVES = {**SCROLL, "j": 1, "k": -1, "b": -10}
"""The same where nothing is typed."""
LEAVE = "escape"
"""Closes any sheet."""
TAKE = "enter"
COMPLETE = "tab"
CLOSES = frozenset({LEAVE, "q"})
"""Close a sheet where nothing is typed."""
CLOSES_CHOICES = frozenset({*CLOSES, "question_mark", "i"})
CLOSES_FACTS = frozenset({*CLOSES, TAKE, "i"})
CLOSES_HELP = frozenset({LEAVE, "f1"})
"""Close it even while words are typed."""
CLOSES_HELP_EMPTY = frozenset({*CLOSES_HELP, *CLOSES, "question_mark"})
ERASES = "backspace"
EMPTIES = "ctrl+u"
NUMBERS = "123456789"
