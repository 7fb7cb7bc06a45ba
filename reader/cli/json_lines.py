"""Data as lines of JSON on standard output."""

from __future__ import annotations

import json
import sys

TYPE_CHECKING = False
"""What type checkers take for true; see `reader.cli.entry`."""
if TYPE_CHECKING:
    from collections.abc import Mapping


def print_record(record: Mapping[str, object]) -> None:
    """Print one object on one line, also while another thread prints."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")  # print() writes twice
