"""The text of a story in the data that a page carries for its own scripts."""

from __future__ import annotations

import re
from typing import Any

from reader.loader.jsonld import read_json, scripts

SHORTEST = 80
"""Characters of a string that may be a paragraph."""
MOST_VALUES = 200_000
_STATE = re.compile(
    r"<script\b[^>]*>\s*(?:window\.)?[\w.$\[\]\"']{2,60}\s*=\s*(\{.{200,2000000}?\})\s*;?\s*</script",
    re.S,
)
_SENTENCE = re.compile(r"[.!?…。！？][\"”“’»]?\s*(?:</\w+>\s*)*$")
_BODY_KEYS = re.compile(r"body|content|text|paragraph|html|article|story|value|markup", re.I)
_CODE = re.compile(r"[{};]\s*$|function\s*\(|^\s*(?:https?:|data:|/)")


def text_in_state(html: str) -> list[str]:
    """Return strings of the page's data that read like paragraphs, as plain text or HTML."""
    found: dict[str, None] = {}
    sources = [text for text in scripts(html, only_ld=False) if "@context" not in text[:200]]
    sources += [match[1] for match in _STATE.finditer(html)]
    for source in sources[:10]:
        found.update(dict.fromkeys(_paragraphs(read_json(source))))
    return list(found)


def _paragraphs(value: Any) -> list[str]:
    paragraphs: list[str] = []
    stack: list[tuple[str, Any]] = [("", value)]
    seen = 0
    while stack and seen < MOST_VALUES:
        key, item = stack.pop()
        seen += 1
        if isinstance(item, dict):
            stack.extend(reversed(list(item.items())))
        elif isinstance(item, list):
            stack.extend((key, inner) for inner in reversed(item))
        elif isinstance(item, str) and _BODY_KEYS.search(key) and _is_paragraph(item):
            paragraphs.append(item)
    return paragraphs


def _is_paragraph(text: str) -> bool:
    long = len(text) >= SHORTEST and " " in text
    return long and _SENTENCE.search(text) is not None and not _CODE.search(text)
