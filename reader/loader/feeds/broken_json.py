"""A JSON Feed that is not valid JSON, cut off or damaged: the items that can be read."""

from __future__ import annotations

import json
import re

_ITEMS = re.compile(r'"items"\s{0,20}:\s{0,20}\[')
_FIRST = re.compile(r"[\s,]{0,50}\{")
_NEXT = re.compile(r"\}\s{0,20},\s{0,20}\{")
_FIELD = re.compile(
    r'"(version|title|home_page_url|feed_url|description|language)"\s{0,20}:\s{0,20}'
)
MOST_TRIED = 20_000
"""Places at which an item is tried to be read."""


def read_in_parts(text: str) -> tuple[dict[str, object], bool]:
    """Return the feed with the items that are valid JSON, and whether its list of items is closed.

    The feed is an empty object if there are no such items.
    """
    begin = _ITEMS.search(text)
    if begin is None:
        return {}, False
    read = json.JSONDecoder(strict=False).raw_decode
    items: list[object] = []
    end = begin.end()
    start = _FIRST.match(text, end)
    for _ in range(MOST_TRIED):
        if start is None:
            break
        try:
            item, end = read(text, start.end() - 1)
        except (ValueError, RecursionError):
            end = start.end()
            start = _NEXT.search(text, end)
        else:
            items.append(item)
            start = _FIRST.match(text, end)
    return ({**_fields(text[: begin.start()]), "items": items} if items else {}), "]" in text[end:]


def _fields(head: str) -> dict[str, object]:
    """Return the feed's own fields, from the text before its items."""
    read = json.JSONDecoder(strict=False).raw_decode
    fields: dict[str, object] = {}
    for field in _FIELD.finditer(head):
        try:
            fields.setdefault(field[1], read(head, field.end())[0])
        except (ValueError, RecursionError):
            continue
    return fields
