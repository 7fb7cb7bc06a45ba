"""What the shell calls: paints the last frame at once, then imports the rest of the program."""

from __future__ import annotations

import os
import sys

from reader.store import last_frame

TYPE_CHECKING = False
"""What type checkers take for true: importing `typing` takes as long as Python's own start."""
if TYPE_CHECKING:
    from typing import NoReturn


def leave() -> NoReturn:
    """Run `newsreader` and end the process."""
    if sys.argv[1:] == ["quotes", "--jsonl"]:
        # Straight to the work: what the other verbs need costs a tenth of a small run.
        from reader.newsroom.json_lines import answer_with_quotes_and_leave

        answer_with_quotes_and_leave()
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
