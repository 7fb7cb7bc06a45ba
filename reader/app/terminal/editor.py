"""Opens a file in the person's editor, on the terminal the reader has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_USUAL = ("sensible-editor", "editor", "nano", "vim", "vi")


def editor_command(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the argument list of ``VISUAL`` or ``EDITOR``, else of what most systems have.

    Empty if none of them is there. The variable is parted as a shell would part it, but no shell
    runs it.
    """
    for name in ("VISUAL", "EDITOR"):
        try:
            command = tuple(shlex.split(environ.get(name, "")))
        except ValueError:  # a quotation mark that is never closed
            continue
        if command and shutil.which(command[0], path=environ.get("PATH")):
            return command
    installed = (name for name in _USUAL if shutil.which(name, path=environ.get("PATH")))
    return next(((name,) for name in installed), ())


def edit(path: Path, environ: Mapping[str, str] = os.environ) -> bool:
    """Let the person edit a file, and return when the editor has ended; False without an editor.

    The terminal must be the editor's: `App.suspend`.
    """
    command = editor_command(environ)
    if not command:
        return False
    try:
        subprocess.run([*command, str(path)], check=False, env=dict(environ))
    except OSError:
        return False
    return True
