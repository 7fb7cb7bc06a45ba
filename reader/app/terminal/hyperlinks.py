"""Which terminals follow links by themselves (OSC 8), told by their environment.

A terminal that does not know the sequence should ignore it; some old ones print it. So it is sent
only to those that are known: https://github.com/Alhadis/OSC8-Adoption lists them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PROGRAMS = frozenset(("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"))
_TERMS = ("xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour", "mlterm")
_OWN = ("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM")
_VTE = 5000
"""Version 0.50; before it crashed on some links."""
_TMUX = (3, 4)
"""From here on tmux passes links to terminals that know them, and only to those."""


def follows_links(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is known to follow links."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if program == "tmux":
        numbers = re.findall(r"\d+", environ.get("TERM_PROGRAM_VERSION", ""))[:2]
        return tuple(map(int, numbers)) >= _TMUX
    if "STY" in environ or "TMUX" in environ or term.startswith(("screen", "linux", "dumb")):
        return False
    vte = environ.get("VTE_VERSION", "")
    return (
        program in _PROGRAMS
        or term.startswith(_TERMS)
        or any(environ.get(name) for name in _OWN)
        or (vte.isdecimal() and int(vte) >= _VTE)
    )
