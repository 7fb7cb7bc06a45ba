"""``newsreader paths``: where the files lie."""

from __future__ import annotations

from reader.cli.arguments import Form, Option
from reader.cli.context import Context
from reader.cli.json_lines import print_record

FORM = Form("paths", (Option("json"),))


def run(context: Context, arguments: list[str]) -> int:
    """Print every place, one a line."""
    given = FORM.read(arguments)
    paths = context.paths
    places = {
        "config": paths.config_file,
        "feeds": paths.feeds_file,
        "library": paths.library,
        "backups": paths.backups,
        "articles": paths.articles,
        "log": paths.log,
    }
    if given.flag("json"):
        print_record({name: str(place) for name, place in places.items()})
    else:
        for name, place in places.items():
            print(f"{name:<9} {place}")
    return 0
