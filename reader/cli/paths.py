"""``newsreader paths``: where the files lie."""

from __future__ import annotations

from reader.cli.context import Context, parser
from reader.cli.records import print_record


def run(context: Context, arguments: list[str]) -> int:
    """Print every place, one a line."""
    options = parser("paths", "Where the files of this reader lie.")
    options.add_argument("--json", action="store_true", help="one JSON object")
    wanted = options.parse_args(arguments)
    paths = context.paths
    places = {
        "config": paths.config_file,
        "feeds": paths.feeds_file,
        "library": paths.library,
        "backups": paths.backups,
        "articles": paths.articles,
        "log": paths.log,
    }
    if wanted.json:
        print_record({name: str(place) for name, place in places.items()})
    else:
        for name, place in places.items():
            print(f"{name:<9} {place}")
    return 0
