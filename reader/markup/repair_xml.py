"""Broken XML to text that an XML parser can read, losing as little as can be.

What people send: warnings before the prolog, scripts after the end, bare ampersands, HTML's
entities without a DTD, control characters, references to characters that do not exist, a DOCTYPE
with bombs.
All patterns here run in linear time: feeds are hostile.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Collection
from dataclasses import dataclass

from reader.wording.catalogue import say

_OPAQUE = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z][\w.-]{0,40})(?=[\s/>])",
    re.DOTALL,
)
_OPENING = re.compile(r"<!--|<!\[CDATA\[")
_CLOSING = {"<!--": "-->", "<![CDATA[": "]]>"}
_OPAQUE_OPENING = re.compile(r"<!--|<!\[CDATA\[|<\?")
_OPAQUE_CLOSING = {**_CLOSING, "<?": "?>"}
_ENTRY_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:item|entry)\s{0,20}>", re.IGNORECASE)
_TAG_BEFORE = re.compile(r"<([A-Za-z_][\w.:-]{0,60})(?:\s[^<>]{0,400})?>\s{0,100}\Z")
_REFERENCE = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)(?:#([xX]?[0-9a-fA-F]{1,8});?|([A-Za-z_][\w.-]{0,40});)?"
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(
    r"""<!ENTITY\s{1,20}([A-Za-z_][\w.-]{0,40})\s{1,20}(?:"([^"<%]{0,200})"|'([^'<%]{0,200})')\s{0,20}>"""
)
MOST_ATTRIBUTES = 250
"""Of one element; more are of no use, and cost a SAX parser their square in time."""
_LONG_TAG = re.compile(r"<([A-Za-z_][\w.:-]{0,100})\s[^<>]{1000,}>")


@dataclass(frozen=True, slots=True)
class Mended:
    """A document from its root element on, and what was done to it."""

    text: str
    """Empty if none of the wanted roots is in it."""
    root: str = ""
    """The root's local name in lower case; the first element's if it is none of the wanted."""
    warnings: tuple[str, ...] = ()
    whole: bool = True
    """False: it breaks off before its root element ends."""


def mend(text: str, roots: Collection[str]) -> Mended:
    """Return the document in `text`, with the references XML knows and the characters it allows.

    It begins with the first element named in `roots` (local names, lower case), whatever stands
    before it; but a web page stays a web page.
    """
    warnings = []
    start, root = find_root(text, roots)
    if root not in roots:
        return Mended("", root)
    prolog = text[:start]
    if _junk(prolog):
        warnings.append(say("feed.before"))
    body = text[start:]
    if _NOT_XML.search(body):
        warnings.append(say("feed.characters"))
        body = _NOT_XML.sub("", body)
    body = _confined(body)
    end = re.search(rf"</(?:[\w.-]{{1,40}}:)?{root}\s*>", body, re.IGNORECASE)
    if end is None:
        warnings.append(say("feed.breaks_off"))
    return Mended(_readable(body, _declared(prolog)), root, tuple(warnings), whole=end is not None)


def find_root(text: str, roots: Collection[str]) -> tuple[int, str]:
    """Return where the document begins and the name of its root; an HTML page before it wins.

    That is the first element named in `roots`, else the first of all, at 0.
    """
    first = ""
    for element in _ROOT.finditer(text):
        name = (element.group(1) or "").lower()
        if name in roots or name in ("html", "opml"):
            return element.start(), name
        if name and not first:
            first = name
    return 0, first


def _junk(prolog: str) -> bool:
    rest = _OPAQUE.sub("", prolog)
    return bool(rest.strip("\ufeff \t\r\n")) and "<!DOCTYPE" not in rest.upper()


def _declared(prolog: str) -> dict[str, str]:
    """The entities of the DOCTYPE that stand for plain text, by name; others are left out."""
    entities: dict[str, str] = {}
    if "<!ENTITY" in prolog:
        for entity in _ENTITY.finditer(prolog):
            value = html.unescape(entity.group(2) or entity.group(3) or "")
            if "&" not in value or value == "&":
                entities.setdefault(entity.group(1), value)
    return entities


def _confined(text: str) -> str:
    """`text` without comments and CDATA sections that reach out of the entry they began in.

    That is where one opens a second time, or the file ends, after the entry's end: somebody forgot
    to close it, and the entries behind it are no part of it. Such a comment loses its opening, a
    section ends with its element.
    """
    pieces, done, at, over = [], 0, 0, -1
    reach: dict[str, tuple[int, int]] = {}  # of each opening: where it ends, and opens last before
    while begun := _OPENING.search(text, at):
        opening, start = begun.group(), begun.end()
        end, again = reach.get(opening, (-1, -1))
        if end < start:
            end = text.find(_CLOSING[opening], start)
            unclosed = end < 0
            end = len(text) if unclosed else end
            again = end if unclosed else text.rfind(opening, start, end)
            reach[opening] = end, again
        if over < start:
            entry_end = _ENTRY_END.search(text, start)
            over = entry_end.start() if entry_end else len(text)
        if over >= again:
            at = end
        elif opening == "<!--":
            pieces.append(text[done : begun.start()])
            done = at = start
        else:
            holder = _TAG_BEFORE.search(text[max(0, begun.start() - 600) : begun.start()])
            cut = text.find(f"</{holder[1]}", start, over) if holder else -1
            at = cut if cut >= 0 else over
            pieces += (text[done:at], "]]>")
            done = at
    return "".join([*pieces, text[done:]]) if pieces else text


def _readable(text: str, declared: dict[str, str]) -> str:
    """`text` with only the references XML knows, and without attributes where they are too many."""

    def readable_reference(reference: re.Match[str]) -> str:
        number, name = reference.groups()
        if number:
            return _character(number)
        if not name:
            return "&amp;"
        value = declared.get(name) or html.entities.html5.get(f"{name};", "")
        if not value:
            return f"&amp;{name};"
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    pieces, done = [], 0
    while opaque := _OPAQUE_OPENING.search(text, done):
        closing = _OPAQUE_CLOSING[opaque.group()]
        end = text.find(closing, opaque.end())
        end = end + len(closing) if end >= 0 else len(text)
        pieces.append(_narrow(_REFERENCE.sub(readable_reference, text[done : opaque.start()])))
        pieces.append(text[opaque.start() : end])
        done = end
    pieces.append(_narrow(_REFERENCE.sub(readable_reference, text[done:])))
    return "".join(pieces)


def _narrow(text: str) -> str:
    """Leave out the attributes of elements that have far too many."""

    def without_attributes(element: re.Match[str]) -> str:
        tag = element.group()
        if tag.count("=") <= MOST_ATTRIBUTES:
            return tag
        return f"<{element.group(1)}{'/' if tag.endswith('/>') else ''}>"

    return _LONG_TAG.sub(without_attributes, text)


def _character(number: str) -> str:
    """A character reference XML allows, as HTML would read it, or nothing."""
    try:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
    except ValueError:
        return f"&amp;#{number};"
    if 0x80 <= code <= 0x9F:  # meant as windows-1252, says HTML
        return html.unescape(f"&#{code};")
    if code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE:
        return f"&#{code};"
    return f"&#{code};" if 0x10000 <= code <= 0x10FFFF else ""
