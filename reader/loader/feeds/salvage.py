"""A feed that is no XML, taken apart into its entries: what is wrong with one is no other's."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_KNOWN = {
    "atom": "http://www.w3.org/2005/Atom",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
"""Names that feedparser knows by their address alone; others it takes as they are written."""


@dataclass(frozen=True, slots=True)
class FeedParts:
    """The entries of a feed as they are written, and what stands around each of them."""

    opening: str
    closing: str
    entries: tuple[str, ...]
    head: str
    """What stands before the first one."""
    tail: str
    """What stands behind the last one."""

    def document(self, entries: str) -> str:
        """Return a feed of these entries alone."""
        return f"{self.opening}{entries}{self.closing}"

    def is_sound(self, entry: str) -> bool:
        """Tell whether an entry is XML."""
        return _is_xml(self.document(entry))

    def without_entries(self) -> str:
        """Return the feed without its entries, if that is XML; else an empty string."""
        return next(filter(_is_xml, (self.head + self.tail, self.head + self.closing)), "")


def split_feed(text: str) -> FeedParts | None:
    """Take a feed apart; None if it has no entries. Linear in time."""
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
    """The elements that are open where the first entry begins, written anew, and their ends.

    Of their attributes only those stay that mean something to what is inside. A prefix that
    nobody declared is declared as itself.
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
            known = _KNOWN.get(prefix, f"urn:x-undeclared:{prefix}")
            declared.setdefault(f"xmlns:{prefix}", f'"{known}"')
    tags = (
        f"<{name}{''.join(f' {key}={value}' for key, value in attributes.items())}>"
        for name, attributes in opened
    )
    return "".join(tags), "".join(f"</{name}>" for name, _ in reversed(opened))


def _prefixes(text: str) -> list[str]:
    found: dict[str, None] = {}
    for prefix in _PREFIX.finditer(text):
        found[prefix[1]] = None
        if len(found) >= MOST_PREFIXES:
            break
    return [prefix for prefix in found if prefix.lower() not in ("xml", "xmlns")]
