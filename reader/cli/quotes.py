"""``newsreader quotes``: who said what."""

from __future__ import annotations

import sys

from reader.cli.arguments import Form, Given, Option, UsageError
from reader.cli.context import Context
from reader.wording.catalogue import say

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
    given = FORM.read(arguments)
    if given.flag("jsonl"):
        return _answer_lines(given)
    if file := given.text("check"):
        return _check(context, file)
    if given.flag("corrections"):
        return _print_corrections(context)
    return _print_quotes(context, given)


def _answer_lines(given: Given) -> int:
    if given.words:
        raise UsageError(f"quotes: {say('usage.too_many', word=given.words[0])}")
    from reader.newsroom.json_lines import answer_with_quotes

    answer_with_quotes()
    return 0


def _check(context: Context, file: str) -> int:
    from reader.cli.json_lines import print_record
    from reader.cli.quote_check import check_quotes

    states = []
    for record in check_quotes(context.newsroom, file):
        print_record(record)
        states.append(record["state"])
    return 0 if all(state == "unchanged" for state in states) else 1


def _print_corrections(context: Context) -> int:
    from reader.cli.json_lines import print_record
    from reader.cli.records import correction_record

    for correction in context.newsroom.quotes.corrections():
        print_record(correction_record(correction))
    return 0


def _print_quotes(context: Context, given: Given) -> int:
    from reader.cli.quote_forms import as_csv, as_json, as_lines, as_markdown

    query = context.newsroom.parse(" ".join(given.words))
    rows = context.newsroom.quotes.rows(query, speaker=given.text("speaker"))
    forms = {"json": as_json, "csv": as_csv, "markdown": as_markdown}
    in_form = next((form for name, form in forms.items() if given.flag(name)), as_lines)
    for text in in_form(rows):
        sys.stdout.write(text)
    return 0
