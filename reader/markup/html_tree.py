"""HTML of any quality to a tree that can be walked: one parse, no depth that hurts, no scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DEEPEST = 200
"""Open elements kept inside each other; libxml2 stops reading a page at 256."""
LONGEST = 1_200_000
"""Characters parsed of a page once scripts, styles and comments are cut."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+")
_CONTROL_REFERENCES = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]))(?![0-9a-fA-F]);?"
)
"""What XML cannot hold, as itself and as a reference: libxml2 reads it, and fails to copy it."""
_RAW = re.compile(r"<!--|<(script|style|svg)\b[^>]*>", re.I)
_END_OF = {
    "script": re.compile(r"</script[^>]*>", re.I),
    "style": re.compile(r"</style[^>]*>", re.I),
    "svg": re.compile(r"</svg[^>]*>", re.I),
    "": re.compile(r"--!?>"),
}
_AMP = re.compile(r"<(/?)amp-(?=(?:img|video|audio|iframe)\b)", re.I)
"""AMP's names for pictures and players, which mean what HTML's own mean (amp.dev)."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_VOID = "area base br col embed hr img input link meta source track wbr"
_NEVER_DEEP = frozenset(_VOID.split())
"""Void elements: they have no content, so nothing nests in them."""
_SELF_CLOSING = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def without_scripts(html: str) -> str:
    """Return `html` without scripts, styles, drawings and comments, in linear time.

    A third of a news page's characters at least, which nothing else has to read then.
    """
    kept, position, lost = [], 0, set()
    while match := _RAW.search(html, position):
        name = (match[1] or "").lower()
        end = None if name in lost else _END_OF[name].search(html, match.end())
        if end is None:  # never closed: left to the parser, and not looked for again
            lost.add(name)
            kept.append(html[position : match.end()])
            position = match.end()
            continue
        kept.append(html[position : match.start()])
        position = end.end()
    kept.append(html[position:])
    return "".join(kept)


def flattened(html: str) -> str:
    """Return `html` with no more than `DEEPEST` elements inside each other.

    What lies deeper loses its tags, not its words.
    """
    kept, position = [], 0
    path: list[tuple[str, bool]] = []
    depth = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in _NEVER_DEEP or match[0].endswith("/>"):
            continue
        drop = False
        if not match[1]:
            if name in _SELF_CLOSING and path and path[-1][0] == name:
                depth -= not path.pop()[1]
            drop = depth >= DEEPEST
            path.append((name, drop))
            depth += not drop
        elif any(name == open_name for open_name, _ in path[-8:]):
            while path:
                open_name, dropped = path.pop()
                depth -= not dropped
                if open_name == name:
                    drop = dropped
                    break
        else:
            drop = bool(path) and path[-1][1]
        if drop:
            kept.append(html[position : match.start()])
            kept.append(" ")
            position = match.end()
    kept.append(html[position:])
    return "".join(kept)


def parse_html(html: str) -> HtmlElement | None:
    """Return the root of `html`, a page or a fragment; None if there is nothing in it.

    Never raises. Scripts, styles, comments and processing instructions are gone.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    html = _CONTROLS.sub("", without_scripts(html))
    if "&#" in html:
        html = _CONTROL_REFERENCES.sub("", html)
    if "<amp-" in html:
        html = _AMP.sub(r"<\1", html)
    declaration = _DECLARATION.match(html)
    html = html[declaration.end() if declaration else 0 :][:LONGEST]
    html = html.encode("utf-8", "replace").decode("utf-8")  # lone surrogates stop the parser
    if not html.strip():
        return None
    for deep in (False, True):
        # A parser is good for one page: its error log tells whether this one was too deep.
        parser = HTMLParser(remove_comments=True, remove_pis=True)
        try:
            root = document_fromstring(flattened(html) if deep else html, parser=parser)
        except (etree.LxmlError, ValueError, AssertionError):
            return None
        limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
        if deep or not any(entry.type == limit for entry in parser.error_log):
            return root
    return None


def is_too_long(html: str) -> bool:
    """Tell whether `parse_html` reads only the beginning of a page."""
    return len(html) > LONGEST and len(without_scripts(html)) > LONGEST


def hidden(element: HtmlElement) -> bool:
    """Tell whether a page marks `element` as not to be seen."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style")
    return style is not None and _HIDING.search(style) is not None
