"""Opens addresses in the person's browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from reader.text.clean import clean_url

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
"""Without one of these there is no window for a browser to open in."""
_FINDERS = ("xdg-open", "gio", "wslview", "termux-open-url")


def browser_command(wanted: Sequence[str], environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the argument list that opens an address put behind it; empty if there is none.

    `wanted` is the person's own; then the system's way. A text browser named by ``BROWSER`` would
    take the terminal from us, so it is not asked.
    """
    if wanted:
        return tuple(wanted) if shutil.which(wanted[0], path=environ.get("PATH")) else ()
    if sys.platform == "darwin":
        return ("open",)
    if not any(environ.get(name) for name in _SCREENS):
        return ()
    for name in _FINDERS:
        if shutil.which(name, path=environ.get("PATH")):
            return (name, "open") if name == "gio" else (name,)
    return ()


def open_address(url: str, wanted: Sequence[str], environ: Mapping[str, str] = os.environ) -> bool:
    """Open an http(s) address; False if there is no browser or it is no such address."""
    address = clean_url(url)
    command = browser_command(wanted, environ)
    if not address or not command:
        return False
    try:
        subprocess.Popen(
            [*command, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
