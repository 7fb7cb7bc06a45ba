"""``newsreader opml --jsonl FILE...``: what is in OPML files."""

from __future__ import annotations

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.newsroom.json_lines import opml_lines

FORM = Form("opml", (Option("jsonl"),), word="file", least=1, one_of=("jsonl",), needed=True)


def run(context: Context, arguments: list[str]) -> int:
    """Print the feeds of each OPML file, one JSON object a line."""
    for line in opml_lines(FORM.read(arguments).words):
        print(line, flush=True)
    return 0
