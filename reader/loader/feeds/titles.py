"""Titles of feeds, as text or HTML, to one clean line of plain text."""

from __future__ import annotations

import html
import re

from reader.text.clean import clean_line

_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|bdi|bdo|big|blink|br|center|cite|code|del|dfn|div|em|embed|figure|font"
    r"|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|mark|nobr|object|ol|p|pre|q|s|samp|script|small|span"
    r"|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|var|wbr)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_BREAKING = re.compile(r"<(?:br|p|div|li|tr|td|h[1-6]|hr)\b", re.IGNORECASE)


def title_from_text(text: str) -> str:
    """Return plain text, cleaned; ``<redis>`` and ``&amp;`` are not markup and stay as written."""
    return clean_line(text)


def title_from_html(markup: str) -> str:
    """Return the text of `markup`: HTML's tags dropped, character references decoded once.

    A tag that HTML does not have (``<redis>``) is kept: its author forgot to escape it.
    """
    if "<" in markup:
        markup = _CDATA.sub(r"\1", _GONE.sub(" ", markup))
        markup = _TAG.sub(lambda tag: " " if _BREAKING.match(tag.group()) else "", markup)
    return clean_line(html.unescape(markup) if "&" in markup else markup)


def title_from_either(value: str) -> str:
    """Return the text of a title whose format does not say whether it is text or HTML (RSS).

    It is read as HTML if it holds one of HTML's tags or a character reference.
    """
    if _ENTITY.search(value) or _TAG.search(value) or "<![CDATA[" in value:
        return title_from_html(value)
    return title_from_text(value)
