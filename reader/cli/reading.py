"""``newsreader`` without a verb: the reader, on the screen or in lines."""

from __future__ import annotations

import io
import sys

from reader.cli.arguments import UsageError
from reader.cli.context import Context
from reader.wording.catalogue import say


def run(context: Context, arguments: list[str]) -> int:
    """Open the reader."""
    if arguments:
        raise UsageError(say("usage.no_verb", word=arguments[0], hint=""))
    context.on_screen = not context.plain
    newsroom = context.newsroom
    if context.plain:
        from reader.cli.prompts import Prompts

        # Somebody who sends the headlines on to another program does not see a prompt.
        unseen = sys.stdin.isatty() and not sys.stdout.isatty()
        ask = io.StringIO() if unseen else sys.stdin
        return Prompts(newsroom, context.clock, ask, sys.stdout).run()
    from reader.app.run import DEMO
    from reader.app.run import run as run_app

    newsroom.marks.begin_visit()
    try:
        status = run_app(newsroom, mouse=not context.options.no_mouse)
    finally:
        newsroom.marks.end_visit()
    if status == DEMO:
        from reader.newsroom.demo import open_demo

        demo = open_demo(context.clock)
        try:
            return run_app(demo, mouse=not context.options.no_mouse)
        finally:
            demo.close()
    return status
