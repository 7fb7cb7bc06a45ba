"""``newsreader quotes``: who said what."""

from __future__ import annotations

import sys

from reader.cli.context import Context, parse_query_words, parser


def run(context: Context, arguments: list[str]) -> int:
    """Print quotes of stories by query, or find them in JSON lines."""
    if arguments == ["--jsonl"]:
        # Straight to the work: the argument parser alone would cost a tenth of a small run.
        from reader.quotes.jsonl import main

        main()
        return 0
    options = parser("quotes", "Who said what, in the stories that match a query.")
    options.add_argument("query", nargs="*", help="is:saved in:source newer:7d words ...")
    options.add_argument("--speaker", default="", help="only this voice; part of a name will do")
    form = options.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--csv", action="store_true", help="a table for spreadsheets")
    form.add_argument("--markdown", action="store_true", help="quotations with their sources")
    form.add_argument(
        "--jsonl", action="store_true", help='read {"id","text","lang"} lines, answer with quotes'
    )
    form.add_argument(
        "--corrections",
        action="store_true",
        help="what you said of single quotes, one JSON object a line, for improving the rules",
    )
    form.add_argument(
        "--check", metavar="FILE", help="do quotes that --json wrote into FILE still stand so?"
    )
    wanted = parse_query_words(options, arguments)
    newsroom = context.newsroom
    if wanted.check:
        from reader.cli.quote_check import check_quotes
        from reader.cli.records import print_record

        states = []
        for record in check_quotes(newsroom, wanted.check):
            print_record(record)
            states.append(record["state"])
        return 0 if all(state == "unchanged" for state in states) else 1
    if wanted.corrections:
        from reader.cli.records import correction_record, print_record

        for correction in newsroom.corrections():
            print_record(correction_record(correction))
        return 0
    rows = newsroom.quote_rows(newsroom.parse(wanted.query), speaker=wanted.speaker)
    from reader.cli.quote_forms import as_csv, as_json, as_lines, as_markdown

    form_of = as_json if wanted.json else as_csv if wanted.csv else None
    form_of = form_of or (as_markdown if wanted.markdown else as_lines)
    for text in form_of(rows):
        sys.stdout.write(text)
    return 0
