"""``newsreader parse --jsonl FILE...``: what is in feed files."""

from __future__ import annotations

from reader.cli.context import Context, parser
from reader.loader.parse_jsonl import answer_files


def run(context: Context, arguments: list[str]) -> int:
    """Print what each feed file holds, one JSON object a line."""
    options = parser("parse", "What is in feed files, one JSON object a line.")
    options.add_argument("--jsonl", action="store_true", required=True, help="JSON lines")
    options.add_argument("file", nargs="+")
    for line in answer_files(options.parse_args(arguments).file):
        print(line, flush=True)
    return 0
