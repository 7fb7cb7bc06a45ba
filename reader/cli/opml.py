"""``newsreader opml --jsonl FILE...``: what is in OPML files."""

from __future__ import annotations

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.exchange.opml_jsonl import answer_files

FORM = Form("opml", (Option("jsonl"),), word="file", least=1, one_of=("jsonl",), needed=True)



def run(context: Context, arguments: list[str]) -> int:
    """Print the feeds of each OPML file, one JSON object a line."""
    for line in answer_files(FORM.read(arguments).words):
        print(line, flush=True)
    return 0
