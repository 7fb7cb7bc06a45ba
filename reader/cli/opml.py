"""``newsreader opml --jsonl FILE...``: what is in OPML files."""

from __future__ import annotations

from reader.cli.context import Context, parser
from reader.exchange.opml_jsonl import answer_files


def run(context: Context, arguments: list[str]) -> int:
    """Print the feeds of each OPML file, one JSON object a line."""
    options = parser("opml", "The feeds in OPML files, one JSON object a file.")
    options.add_argument("--jsonl", action="store_true", required=True, help="JSON lines")
    options.add_argument("file", nargs="+")
    for line in answer_files(options.parse_args(arguments).file):
        print(line, flush=True)
    return 0
