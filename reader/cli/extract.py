"""``newsreader extract --jsonl``: what the loader makes of pages."""

from __future__ import annotations

import sys

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.newsroom.json_lines import page_lines

FORM = Form("extract", (Option("jsonl"),), one_of=("jsonl",), needed=True)


def run(context: Context, arguments: list[str]) -> int:
    """Answer ``{"id","url","html"}`` lines with the story of each page."""
    FORM.read(arguments)
    for line in page_lines(sys.stdin):
        print(line, flush=True)
    return 0
