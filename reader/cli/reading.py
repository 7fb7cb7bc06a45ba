"""``newsreader`` without a verb: the reader, on the screen or in lines."""

from __future__ import annotations

import io
import sys

from reader.cli.context import Context, UsageError


def run(context: Context, arguments: list[str]) -> int:
    """Open the reader."""
    if arguments:
        raise UsageError(f"{arguments[0]!r} is no verb.")
    context.on_screen = not context.plain
    newsroom = context.newsroom
    if context.plain:
        from reader.cli.prompts import Prompts
        from reader.text.catalogue import use_language

        use_language(newsroom.config.language, context.environ)
        # Somebody who sends the headlines on to another program does not see a prompt.
        unseen = sys.stdin.isatty() and not sys.stdout.isatty()
        ask = io.StringIO() if unseen else sys.stdin
        return Prompts(newsroom, context.clock, ask, sys.stdout).run()
    from reader.app.run import DEMO
    from reader.app.run import run as run_app

    newsroom.begin_visit()
    try:
        status = run_app(newsroom, mouse=context.options.mouse)
    finally:
        newsroom.end_visit()
    if status == DEMO:
        from reader.newsroom.demo import open_demo

        demo = open_demo(context.clock)
        try:
            return run_app(demo, mouse=context.options.mouse)
        finally:
            demo.close()
    return status
