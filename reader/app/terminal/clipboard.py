"""Puts text on the system's clipboard by the system's own program.

The terminal is asked too (OSC 52), and is enough where it listens: also from far away. Many do not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

_WAITS = 2.0
"""Seconds a program may take; those that stay to serve the clipboard go into the background."""
_TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # What must stand in the environment, and what takes a text on its standard input then.
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--input", "--clipboard")),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
    ("TERMUX_VERSION", ("termux-clipboard-set",)),
    ("TMUX", ("tmux", "load-buffer", "-w", "-")),
)


def copy_command(environ: Mapping[str, str], platform: str = sys.platform) -> tuple[str, ...]:
    """Return the argument list that takes a text on its standard input; empty if there is none.

    Over SSH the clipboard is the other machine's, which only the terminal reaches.
    """
    far = "SSH_CONNECTION" in environ or "SSH_TTY" in environ
    tools = [tool for name, tool in _TOOLS if environ.get(name) and (not far or tool[0] == "tmux")]
    if platform == "darwin" and not far:
        tools.insert(0, ("pbcopy",))
    return next((t for t in tools if shutil.which(t[0], path=environ.get("PATH"))), ())


def copy_text(text: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Put a text on the clipboard; False if there is no program for it, or it failed."""
    command = copy_command(environ)
    if not command:
        return False
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_WAITS,
            check=False,
            env=dict(environ),
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
