"""Bytes of XML or JSON to text, whatever the encoding, and no mojibake from one bad byte.

The order of trust: a byte order mark, the pattern of zeros of UTF-16 and UTF-32, well-formed UTF-8
(text in another encoding is hardly ever that by accident), what the server says, what the file
says.
"""

from __future__ import annotations

import codecs
import re

SNIFFED = 4096
"""Bytes looked at for marks, zeros and declarations."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER = {
    # What the web means by these names (encoding.spec.whatwg.org): each the superset in use.
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_DECLARED = re.compile(
    rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z][\w.:-]{0,40})\s*["']"""
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z][\w.:-]{0,40})""", re.IGNORECASE)
_BLANKS = re.compile(rb"\A(?:(?:[ \r\n\t]\x00{1,3})+|(?:\x00{1,3}[ \r\n\t])+|[ \r\n\t]+)")
"""Blank lines before the markup, in an encoding of one, two or four bytes."""
_ENOUGH = 4
"""Characters of well-formed UTF-8 beyond ASCII that outweigh a declared East Asian encoding."""


def decode_markup(data: bytes, content_type: str = "") -> str:
    """Return the text of a feed or a list of feeds, without its byte order marks. Never raises.

    `content_type` is the HTTP header's value. Bytes that cannot be UTF-8 in a file that is UTF-8
    for the rest are read as windows-1252, others become U+FFFD.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _read(data, name).lstrip("\ufeff")
    wide = _wide_without_mark(data[:SNIFFED])
    if wide:
        return _read(data, wide)
    named = _CHARSET.search(content_type)
    declared = _DECLARED.search(data[:SNIFFED])
    names = [
        codec
        for codec in (
            _codec(named.group(1)) if named else "",
            _codec(declared.group(1).decode("ascii")) if declared else "",
        )
        if codec
    ]
    if "utf-8" not in names and not _is_utf8(data, names):
        for name in names:
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
        if names:
            return data.decode(names[-1], "replace")
    return _read(data, "utf-8").lstrip("\ufeff")


def _codec(name: str) -> str:
    """Python's codec for a declared encoding; empty if unknown or no superset of ASCII."""
    try:
        info = codecs.lookup(name.removeprefix("x-") if name.lower() != "x-sjis" else "shift_jis")
        # Python has codecs that are no encodings: zlib, rot13, idna, unicode_escape ...
        if "<?xml".encode(info.name) != b"<?xml" or b"a\\x41".decode(info.name) != "a\\x41":
            return ""  # UTF-16 declared, but the declaration itself was readable as bytes
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""
    return _WIDER.get(info.name, info.name)


def _wide_without_mark(head: bytes) -> str:
    """UTF-16 or UTF-32, recognized by the zero bytes beside the first character; else empty."""
    head = _BLANKS.sub(b"", head, 1)
    for start, name in (
        (b"<\x00\x00\x00", "utf-32-le"),
        (b"\x00\x00\x00<", "utf-32-be"),
        (b"<\x00", "utf-16-le"),
        (b"\x00<", "utf-16-be"),
        (b"{\x00", "utf-16-le"),
        (b"\x00{", "utf-16-be"),
    ):
        if head.startswith(start):
            return name
    return ""


def _is_utf8(data: bytes, names: list[str]) -> bool:
    """Whether `data` is well-formed UTF-8 to a degree that outweighs the declared `names`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if not names or text.isascii():
        # ISO-2022 is ASCII to look at and means something else.
        return not any(name.startswith("iso2022") for name in names)
    single_byte = not names[0].startswith(("gb", "big5", "cp9", "euc", "shift", "johab"))
    return single_byte or sum(1 for letter in text if letter >= "\x80") >= _ENOUGH


def _read(data: bytes, name: str) -> str:
    return data.decode(name, "newsreader-stray" if name == "utf-8" else "replace")


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as windows-1252: nearly always they are from there."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error("newsreader-stray", _stray)
