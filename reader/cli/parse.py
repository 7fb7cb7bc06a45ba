"""``newsreader parse --jsonl FILE...``: what is in feed files."""

from __future__ import annotations

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.newsroom.json_lines import feed_lines

FORM = Form("parse", (Option("jsonl"),), word="file", least=1, one_of=("jsonl",), needed=True)


def run(context: Context, arguments: list[str]) -> int:
    """Print what each feed file holds, one JSON object a line."""
    for line in feed_lines(FORM.read(arguments).words):
        print(line, flush=True)
    return 0
