"""What the shell calls: paints the last frame at once, then imports the rest of the program."""

from __future__ import annotations

import gc
import os
import sys

from reader.store import last_frame

TYPE_CHECKING = False
"""What type checkers take for true: importing `typing` takes as long as Python's own start."""
if TYPE_CHECKING:
    from typing import NoReturn


OBJECTS_BETWEEN_COLLECTIONS = 10_000
"""Python's own 700 let it look for garbage a hundred times while it imports, and find none."""


def leave() -> NoReturn:
    """Run `newsreader` and end the process."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        last_frame.paint(sys.argv[1:], os.environ)
        from reader.cli.main import leave as run_and_leave
    except KeyboardInterrupt:
        last_frame.take_back()
        os._exit(130)
    except BaseException:
        last_frame.take_back()
        raise
    run_and_leave()
