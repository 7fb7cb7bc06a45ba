from __future__ import annotations

import pytest

from reader.quotes.quotation_marks import find_marks, find_stretches


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a “b” c", ["“b”"]),
        ('a "b" c "d"', ['"b"', '"d"']),
        ("”b” c", ["”b”"]),
        ("„b“ c „d“", ["„b“", "„d“"]),
        ("»b« c", ["»b«"]),
        ("« b » c", ["« b »"]),
        ("``b'' c", ["``b''"]),
        ("“b ‘c’ d”", ["“b ‘c’ d”", "‘c’"]),
        ("the ’80s and the sailors’ wives", []),
        ("it's 6'2\" and 32\" wide", []),
        ("a “b", ["“b"]),
        ("「b『c』」", ["「b『c』」", "『c』"]),
    ],
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    stretches = find_stretches(text, find_marks(text), 0, len(text), closes_low="„" in text)
    assert [text[item.start : item.end] for item in stretches] == found
