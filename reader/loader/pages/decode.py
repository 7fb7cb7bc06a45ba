"""Decodes the bytes of a page to text."""

from __future__ import annotations

import re

from reader.markup.encoding import decode_markup

_META = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{0,40})", re.I)
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
SNIFFED = 8192
"""Bytes at the head of a page in which it may declare its encoding."""


def decode_page(data: bytes, content_type: str = "") -> str:
    """Return the text of a page or a plain text file. Never raises.

    The encoding is that of a byte order mark; else the only one that the bytes are valid in; else
    the one that the server declares; else the one of ``<meta charset>``. Invalid bytes become
    U+FFFD.
    """
    if "charset" not in content_type.lower():
        declared = _META.search(_COMMENT.sub(b"", data[:SNIFFED]))
        if declared:
            content_type = f"{content_type or 'text/html'}; charset={declared[1].decode('ascii')}"
    return decode_markup(data, content_type)
