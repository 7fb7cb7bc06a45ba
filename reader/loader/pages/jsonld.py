"""JSON-LD of a page (schema.org): reads the scripts, gives the nodes, their types and names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

Node = dict[str, Any]

_OPEN = re.compile(r"<script\b[^>]*application/(?:ld\+|)json[^>]*>", re.I)
_LD_OPEN = re.compile(r"<script\b[^>]*application/ld\+json[^>]*>", re.I)
_CLOSE = re.compile(r"</script", re.I)
_WRAPPING = re.compile(
    r"^\s*(?:/\*|//)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?"
    r"|(?:/\*|//)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|OpinionPiece|WebLog|NewsStory)$")
_ELSEWHERE = frozenset(
    {
        "itemListElement", "hasPart", "isPartOf", "mentions", "citation", "relatedLink", "about",
        "review", "comment", "video", "associatedMedia", "subjectOf", "significantLink",
        "isBasedOn", "workExample", "exampleOfWork",
    }
)  # fmt: skip
"""Properties whose values are other works, not the page's own."""
MOST_SCRIPTS = 40
MOST_NODES = 4000
LONGEST = 2_000_000
"""Characters of one script that are read; the rest is cut off."""


def scripts(html: str, *, only_ld: bool = True) -> Iterator[str]:
    """Give the contents of a page's scripts of JSON-LD, or of all JSON, in order."""
    opening = _LD_OPEN if only_ld else _OPEN
    for count, match in enumerate(opening.finditer(html)):
        end = _CLOSE.search(html, match.end())
        if end is None or count >= MOST_SCRIPTS:
            return
        yield html[match.end() : end.start()][:LONGEST]


def read_json(text: str) -> Any:
    """Return the value of JSON as pages write it, with common mistakes mended; None if invalid."""
    text = text.strip()
    for mend in (_as_is, _unwrapped, _without_commas, unescape):
        text = mend(text)
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def json_ld(html: str) -> list[Node]:
    """Return the nodes about the page, also those in ``@graph`` and lists, in order."""
    nodes: list[Node] = []
    for text in scripts(html):
        stack = [read_json(text)]
        while stack and len(nodes) < MOST_NODES:
            value = stack.pop()
            if isinstance(value, list):
                stack.extend(reversed(value))
            elif isinstance(value, dict):
                nodes.append(value)
                stack.extend(
                    inner
                    for key, inner in reversed(value.items())
                    if key not in _ELSEWHERE and isinstance(inner, dict | list)
                )
    return nodes


def types(node: Node) -> tuple[str, ...]:
    """Return a node's types without the vocabulary's address: ``NewsArticle``."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return tuple(name.rsplit("/", 1)[-1] for name in names if isinstance(name, str))


def is_article(node: Node) -> bool:
    """Tell whether a node's type is an article, posting, report or review."""
    return any(_ARTICLE.search(name) for name in types(node))


def text_of(value: Any) -> str:
    """Return the first text of a value: a string, a node (its value, name or url), or a list."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("url") or ""
        else:
            break
    return value if isinstance(value, str) else ""


def names_of(value: Any, nodes: list[Node]) -> list[str]:
    """Return the names in an ``author``: strings, nodes, references by ``@id``, lists of them."""
    names: list[str] = []
    values = value if isinstance(value, list) else [value]
    for person in values[:30]:
        if isinstance(person, str):
            names.append(person)
        elif isinstance(person, dict):
            if "name" not in person and (key := person.get("@id")):
                person = next(
                    (node for node in nodes if node.get("@id") == key and "name" in node), person
                )
            name = person.get("name")
            parts = name if isinstance(name, list) else [name]
            names += [part for part in parts if isinstance(part, str)]
    return names


def _as_is(text: str) -> str:
    return text


def _unwrapped(text: str) -> str:
    return _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")


def _without_commas(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1", text)
