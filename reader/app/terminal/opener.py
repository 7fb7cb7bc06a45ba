"""Opens addresses in the person's browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence

from reader.text.clean import clean_url

LINK, NO_LINK = "{link}", "no link"
"""What stands for the address in a person's own command, and says that there is none."""
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
"""Without one of these there is no window for a browser to open in."""
_FINDERS = ("xdg-open", "gio", "wslview", "termux-open-url")


def browser_command(own: Sequence[str], environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the argument list that opens an address put behind it; empty if there is none.

    `own` is the person's own; then the system's way. A text browser named by ``BROWSER`` would
    take the terminal from us, so it is not asked.
    """
    if own:
        return tuple(own) if shutil.which(own[0], path=environ.get("PATH")) else ()
    if sys.platform == "darwin":
        return ("open",)
    if not any(environ.get(name) for name in _SCREENS):
        return ()
    for name in _FINDERS:
        if shutil.which(name, path=environ.get("PATH")):
            return (name, "open") if name == "gio" else (name,)
    return ()


def open_address(url: str, own: Sequence[str], environ: Mapping[str, str] = os.environ) -> bool:
    """Open an http(s) address; False if there is no browser or it is no such address."""
    address = clean_url(url)
    command = browser_command(own, environ)
    return bool(address and command) and _start([*command, address])


def run_with(command: Sequence[str], url: str) -> str:
    """Start a program of a person's own, `LINK` in its arguments replaced by an http(s) address.

    Returns what is missing: `NO_LINK`, or the program's name; empty if it was started.
    """
    address = clean_url(url)
    if not address and any(LINK in argument for argument in command):
        return NO_LINK
    started = _start([argument.replace(LINK, address) for argument in command])
    return "" if started else command[0]


def _start(command: Sequence[str]) -> bool:
    """Start a program that has nothing to do with our terminal; False if there is none."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    # Somebody has to hear of its end, or it stays in the table of processes.
    threading.Thread(target=process.wait, name="opened", daemon=True).start()
    return True
