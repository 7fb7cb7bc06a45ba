"""``newsreader import FILE``: take sources from OPML or newsboat."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.cli.arguments import Form
from reader.cli.bar import CELLS, draw_bar
from reader.cli.context import Context, message
from reader.wording.catalogue import say

LONG = 500
"""Steps below which it is over before a bar can be seen."""


FORM = Form("import", word="file", least=1, most=1)


def run(context: Context, arguments: list[str]) -> int:
    """Add the sources of a file to the subscriptions."""
    given = FORM.read(arguments)
    progress = Bar() if sys.stderr.isatty() else lambda done, total: None
    result = context.newsroom.sources.import_file(Path(given.words[0]).expanduser(), progress)
    for reason in result.skipped[:20]:
        message(say("importing.skipped", reason=reason))
    if len(result.skipped) > 20:
        message(say("importing.more_skipped", count=len(result.skipped) - 20))
    counts = {"known": result.known, "skipped": len(result.skipped)}
    message(say("importing.done", count=result.added, **counts))
    if result.saved:
        message(say("importing.flagged", count=result.saved))
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
            draw_bar(say("importing.importing"), done, total)
            if done == total:
                message("")
