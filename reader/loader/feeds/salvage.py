"""Feeds that are not well-formed XML, read entry by entry, so that one broken entry costs no other.

`split_feed` cuts the text at its ``item`` and ``entry`` tags; `parse_by_entry` reads the pieces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>"
    r"|(?P<start><(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s>]))"
    r"|(?P<end></(?:[\w.-]{1,40}:)?(?:item|entry)\s{0,20}>)",
    re.IGNORECASE | re.DOTALL,
)
_FRAME = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>"
    r"|<(?P<end>/?)(?P<name>(?:[A-Za-z_][\w.-]{0,40}:)?(?:rss|feed|rdf|channel))(?P<rest>[\s>][^<>]*)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""\s(xmlns(?::[A-Za-z_][\w.-]{0,40})?|xml:(?:base|lang))\s*=\s*("[^"<>&]*"|'[^'<>&]*')"""
)
_PREFIX = re.compile(r"[<\s]/?([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,60}(?=[\s=/>])")
MOST_PREFIXES = 100
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""Prefixes that feedparser recognises by their namespace; others it takes as they are written."""
MOST_TRIED = 200
"""Entries that are parsed one by one."""

Parsed = Mapping[str, Any]
"""A feed as feedparser gives it: ``feed`` and ``entries``."""


@dataclass(frozen=True, slots=True)
class FeedParts:
    """The text of a feed, cut into its entries and what stands around them."""

    opening: str
    """The start tags of the elements that hold the entries: ``<rss ...><channel>``."""
    closing: str
    """Their end tags."""
    entries: tuple[str, ...]
    head: str
    """What stands before the first entry."""
    tail: str
    """What stands behind the last entry."""

    def document(self, entries: str) -> str:
        """Return a feed that holds these entries alone; `entries` is their text."""
        return f"{self.opening}{entries}{self.closing}"

    def is_sound(self, entry: str) -> bool:
        """Tell whether an entry is well-formed XML."""
        return _is_xml(self.document(entry))

    def without_entries(self) -> str:
        """Return the feed without its entries; empty if that is not well-formed XML."""
        return next(filter(_is_xml, (self.head + self.tail, self.head + self.closing)), "")


def split_feed(text: str) -> FeedParts | None:
    """Cut a feed at its entries; None if it has none. Takes time linear in the length."""
    entries, start, end = [], -1, -1
    for token in _TOKEN.finditer(text):
        if token["start"]:
            if start >= 0:
                entries.append(text[start : end if end > start else token.start()])
            start = token.start()
        elif token["end"]:
            end = token.end()
    if start < 0:
        return None
    over = end if end > start else len(text)
    entries.append(text[start:over])
    first = text.find(entries[0])
    opening, closing = _frame(text, first)
    root = closing.rpartition("</")[2]
    end = text.find(f"</{root}", over) if root else -1
    tail = text[over : end + len(root) + 2 if end >= 0 else len(text)]
    return FeedParts(opening, closing, tuple(entries), text[:first], tail)


def _is_xml(text: str) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return False
    return True


def _frame(text: str, first: int) -> tuple[str, str]:
    """Return start and end tags of the elements that are open at `first`, written anew.

    Of their attributes only namespaces, ``xml:base`` and ``xml:lang`` are kept, which apply to what
    is inside. A prefix that is used but not declared gets a namespace of its own name.
    """
    opened: list[tuple[str, dict[str, str]]] = []
    for tag in _FRAME.finditer(text, 0, first):
        name = tag["name"]
        if name and not tag["end"] and not tag["rest"].endswith("/"):
            opened.append((name, dict(_ATTRIBUTE.findall(tag["rest"]))))
        elif name and opened and opened[-1][0] == name:
            opened.pop()
    if opened:
        declared = opened[0][1]
        for prefix in _prefixes(text):
            namespace = _NAMESPACES.get(prefix, f"urn:x-undeclared:{prefix}")
            declared.setdefault(f"xmlns:{prefix}", f'"{namespace}"')
    tags = (
        f"<{name}{''.join(f' {key}={value}' for key, value in attributes.items())}>"
        for name, attributes in opened
    )
    return "".join(tags), "".join(f"</{name}>" for name, _ in reversed(opened))


def _prefixes(text: str) -> list[str]:
    """Return the namespace prefixes that a text uses, each once."""
    used: dict[str, None] = {}
    for prefix in _PREFIX.finditer(text):
        used[prefix[1]] = None
        if len(used) >= MOST_PREFIXES:
            break
    return [prefix for prefix in used if prefix.lower() not in ("xml", "xmlns")]


def parse_by_entry(
    text: str, whole: Parsed | None, parse: Callable[[str], Parsed | None]
) -> Parsed | None:
    """Return what `parse` makes of a broken feed when it is given the entries in pieces.

    `whole` is what it made of the feed in one piece, None if nothing. That is returned where
    reading in pieces would give fewer entries.
    """
    parts = split_feed(text)
    if parts is None:
        return whole
    sound = [parts.is_sound(entry) for entry in parts.entries]
    if whole is not None and sound.count(False) > MOST_TRIED:
        return whole
    entries = _parsed_entries(parts, sound, parse)
    if whole is not None and len(entries) < len(whole["entries"]):
        return whole
    bare = parse(parts.without_entries() or parts.document(""))
    if bare is None or (whole is not None and not bare["feed"].get("title")):
        bare = whole
    return {**(bare or {"feed": {}}), "entries": entries}


def _parsed_entries(
    parts: FeedParts, sound: list[bool], parse: Callable[[str], Parsed | None]
) -> list[dict[str, Any]]:
    """Parse the damaged entries one by one, then the sound ones together, in halves on failure."""
    by_number: dict[int, list[dict[str, Any]]] = {}
    numbers_of_sound = [number for number, is_sound in enumerate(sound) if is_sound]
    batches = [numbers_of_sound] if numbers_of_sound else []
    batches += [[number] for number, is_sound in enumerate(sound) if not is_sound]
    for _ in range(2 * MOST_TRIED):
        if not batches:
            break
        numbers = batches.pop()
        feed = parse(parts.document("".join(parts.entries[number] for number in numbers)))
        entries = feed["entries"] if feed is not None else []
        if len(numbers) == 1:
            by_number[numbers[0]] = entries
        elif len(entries) == len(numbers):
            by_number |= {number: [entry] for number, entry in zip(numbers, entries, strict=True)}
        else:
            middle = len(numbers) // 2
            batches += [numbers[:middle], numbers[middle:]]
    return [entry for number in sorted(by_number) for entry in by_number[number]]
