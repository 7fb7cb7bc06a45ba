"""``newsreader import FILE``: take sources from OPML or newsboat."""

from __future__ import annotations

from pathlib import Path

from reader.cli.context import Context, message, parser


def run(context: Context, arguments: list[str]) -> int:
    """Add the sources of a file to the subscriptions."""
    options = parser("import", "Take sources from an OPML file or newsboat's urls file.")
    options.add_argument("file", help="an OPML file, or ~/.newsboat/urls")
    wanted = options.parse_args(arguments)
    result = context.newsroom.import_file(Path(wanted.file).expanduser())
    for reason in result.skipped[:20]:
        message(f"skipped: {reason}")
    if len(result.skipped) > 20:
        message(f"... and {len(result.skipped) - 20} more were skipped.")
    message(
        f"{result.added} sources added, {result.known} known already, "
        f"{len(result.skipped)} skipped. 'newsreader refresh' reads them."
    )
    return 0
