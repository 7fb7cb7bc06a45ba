"""``newsreader import FILE``: take sources from OPML or newsboat."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.cli.bar import CELLS, draw_bar
from reader.cli.context import Context, message, parser

LONG = 500
"""Steps below which it is over before a bar can be seen."""


def run(context: Context, arguments: list[str]) -> int:
    """Add the sources of a file to the subscriptions."""
    options = parser("import", "Take sources from an OPML file or newsboat's urls file.")
    options.add_argument("file", help="an OPML file, or ~/.newsboat/urls")
    wanted = options.parse_args(arguments)
    progress = Bar() if sys.stderr.isatty() else lambda done, total: None
    result = context.newsroom.import_file(Path(wanted.file).expanduser(), progress)
    for reason in result.skipped[:20]:
        message(f"skipped: {reason}")
    if len(result.skipped) > 20:
        message(f"... and {len(result.skipped) - 20} more were skipped.")
    message(
        f"{result.added} sources added, {result.known} known already, "
        f"{len(result.skipped)} skipped. 'newsreader refresh' reads them."
    )
    if result.saved:
        message(f"{result.saved} flagged stories are among the saved ones.")
    return 0


class Bar:
    """Draws a bar for a long list of sources, a cell at a time."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._drawn = 0

    def __call__(self, done: int, total: int) -> None:
        """Hear how much is done."""
        cells = CELLS * done // max(total, 1)
        if total >= LONG and cells > self._drawn:
            self._drawn = cells
            draw_bar("Importing", done, total)
            if done == total:
                message("")
