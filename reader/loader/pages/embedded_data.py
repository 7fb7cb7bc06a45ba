"""The text of a story in the JSON data that a page holds for its own scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Any

from reader.loader.pages.jsonld import read_json, scripts

SHORTEST = 80
"""Characters of a string that is taken for a paragraph."""
MOST_VALUES = 200_000
_SCRIPT = re.compile(r"<script\b[^>]*>", re.I)
_END = re.compile(r"</script", re.I)
_VALUE = re.compile(r"""[\w$\])"']\s*=\s*(?=[\[{]\s*["\[{])|JSON\.parse\(\s*(?=["'])""")
"""The places in a script at which a JSON value, or a string that holds JSON, may begin."""
MOST_STATES = 12
"""Values read of one script: the state of a page is written as one, or a few."""
LONGEST_SCRIPT = 3_000_000
"""Characters of a script that are looked at."""
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'", re.S)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_SENTENCE = re.compile(r"[.!?…。！？][\"”“’»]?\s*(?:</\w+>\s*)*$")
_BODY_KEYS = re.compile(r"body|content|text|paragraph|html|article|story|value|markup", re.I)
_CODE = re.compile(r"[{};]\s*$|function\s*\(|^\s*(?:https?:|data:|/)")


def text_in_state(html: str) -> list[str]:
    """Return the strings in a page's data that read like paragraphs, as plain text or HTML."""
    paragraphs: dict[str, None] = {}
    sources = [text for text in scripts(html, only_ld=False) if "@context" not in text[:200]]
    for source in sources[:10]:
        paragraphs.update(dict.fromkeys(_paragraphs(read_json(source))))
    for opening in _SCRIPT.finditer(html):
        end = _END.search(html, opening.end())
        if end is None:
            break
        for value in _assigned(html[opening.end() : end.start()][:LONGEST_SCRIPT]):
            paragraphs.update(dict.fromkeys(_paragraphs(value)))
    return list(paragraphs)


def _assigned(script: str) -> Iterator[Any]:
    """Give the JSON values that a script assigns: ``state = {...}``, ``JSON.parse("...")``."""
    read = JSONDecoder(strict=False).raw_decode
    at = tried = 0
    while tried < MOST_STATES and (start := _VALUE.search(script, at)):
        at = start.end()
        tried += 1
        try:
            if script[at] == "'":
                quoted = _QUOTED.match(script, at)
                value = read_json(_ESCAPE.sub(_unescaped, quoted[1])) if quoted else None
            else:
                value, at = read(script, at)
                value = read_json(value) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            continue
        yield value


def _unescaped(escape: re.Match[str]) -> str:
    """Return the character that an escape sequence of a JavaScript string means."""
    wide, narrow, letter = escape.groups()
    if letter:
        return {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": ""}.get(letter, letter)
    return chr(int(wide or narrow, 16))


def _paragraphs(value: Any) -> list[str]:
    """Return the strings like paragraphs in a JSON value, under keys that name a text."""
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
