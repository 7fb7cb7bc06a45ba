"""``newsreader parse --jsonl FILE...``: what is in feed files."""

from __future__ import annotations

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.loader.feeds.parse_jsonl import answer_files

FORM = Form("parse", (Option("jsonl"),), word="file", least=1, one_of=("jsonl",), needed=True)



def run(context: Context, arguments: list[str]) -> int:
    """Print what each feed file holds, one JSON object a line."""
    for line in answer_files(FORM.read(arguments).words):
        print(line, flush=True)
    return 0
