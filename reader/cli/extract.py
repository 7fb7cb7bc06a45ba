"""``newsreader extract --jsonl``: what the loader makes of pages."""

from __future__ import annotations

import sys

from reader.cli.context import Context, parser
from reader.loader.extract_jsonl import answer_lines


def run(context: Context, arguments: list[str]) -> int:
    """Answer ``{"id","url","html"}`` lines with the story of each page."""
    options = parser("extract", 'Reads {"id","url","html"} lines, answers with stories.')
    options.add_argument("--jsonl", action="store_true", required=True, help="JSON lines")
    options.parse_args(arguments)
    for line in answer_lines(sys.stdin):
        print(line, flush=True)
    return 0
