"""``newsreader quotes``: who said what."""

from __future__ import annotations

import sys

from reader.cli.arguments import Form, Option
from reader.cli.context import Context

FORM = Form(
    "quotes",
    (
        Option("speaker", "name"),
        Option("json"),
        Option("csv"),
        Option("markdown"),
        Option("jsonl"),
        Option("corrections"),
        Option("check", "file"),
    ),
    word="query",
    query=True,
    one_of=("json", "csv", "markdown", "jsonl", "corrections", "check"),
)



def run(context: Context, arguments: list[str]) -> int:
    """Print quotes of stories by query, or find them in JSON lines."""
    if arguments == ["--jsonl"]:
        from reader.newsroom.json_lines import answer_with_quotes

        answer_with_quotes()
        return 0
    wanted = FORM.read(arguments)
    newsroom = context.newsroom
    if file := wanted.text("check"):
        from reader.cli.quote_check import check_quotes
        from reader.cli.records import print_record

        states = []
        for record in check_quotes(newsroom, file):
            print_record(record)
            states.append(record["state"])
        return 0 if all(state == "unchanged" for state in states) else 1
    if wanted.flag("corrections"):
        from reader.cli.records import correction_record, print_record

        for correction in newsroom.quotes.corrections():
            print_record(correction_record(correction))
        return 0
    query = newsroom.parse(" ".join(wanted.words))
    rows = newsroom.quotes.rows(query, speaker=wanted.text("speaker"))
    from reader.cli.quote_forms import as_csv, as_json, as_lines, as_markdown

    form_of = as_json if wanted.flag("json") else as_csv if wanted.flag("csv") else None
    form_of = form_of or (as_markdown if wanted.flag("markdown") else as_lines)
    for text in form_of(rows):
        sys.stdout.write(text)
    return 0
