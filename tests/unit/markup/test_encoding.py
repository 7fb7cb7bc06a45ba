"""Bytes become the text that was meant, and one bad byte spoils itself alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.markup.encoding import decode_markup


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks_and_zeros_tell(encoding: str) -> None:
    text = "<?xml version='1.0' encoding='iso-8859-1'?><a>Brücke, 橋</a>"
    assert decode_markup(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("declared", "encoding", "word"),
    [
        ("iso-8859-1", "cp1252", "Brücke – “so”"),
        ("windows-1251", "cp1251", "Мост"),
        ("gb2312", "gb18030", "桥梁，很长"),
        ("Shift_JIS", "cp932", "橋①"),
        ("x-sjis", "cp932", "橋"),
        ("euc-kr", "cp949", "다리"),
        ("iso-2022-jp", "iso2022_jp", "橋"),
    ],
)
def test_the_declared_encoding_is_read_as_the_web_reads_it(
    declared: str, encoding: str, word: str
) -> None:
    head = f"<?xml version='1.0' encoding='{declared}'?>"
    assert decode_markup(f"{head}<a>{word}</a>".encode(encoding)) == f"{head}<a>{word}</a>"
    plain = f"<a>{word}</a>"
    assert decode_markup(plain.encode(encoding), f"text/xml; charset={declared}") == plain


def test_utf_8_outweighs_a_wrong_declaration() -> None:
    text = "<?xml version='1.0' encoding='iso-8859-1'?><a>Brücke über Größe</a>"
    assert decode_markup(text.encode()) == text
    assert decode_markup(text.encode(), "text/xml; charset=us-ascii") == text


def test_one_stray_byte_spoils_no_other() -> None:
    assert decode_markup("<a>Brücke</a>".encode() + b"<b>caf\xe9</b>") == "<a>Brücke</a><b>café</b>"


@pytest.mark.parametrize("name", ["utf-99", "zlib", "rot13", "idna", "unicode_escape", "utf-16"])
def test_what_is_no_encoding_for_these_bytes_is_ignored(name: str) -> None:
    text = f"<?xml version='1.0' encoding='{name}'?><a>ü</a>"
    assert decode_markup(text.encode()) == text


@given(st.binary(max_size=200), st.text(max_size=40))
def test_no_bytes_and_no_header_raise(data: bytes, header: str) -> None:
    decode_markup(data, header)
    decode_markup(b"<?xml version='1.0' encoding='gb2312'?>" + data, f"charset={header}")


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_blank_lines_before_the_markup_hide_no_encoding(name: str) -> None:
    text = "\r\n \n<?xml version='1.0'?><rss>Küste</rss>"
    assert decode_markup(text.encode(name)).strip() == text.strip()


@pytest.mark.parametrize(("count", "word"), [(1, "茅"), (4, "éééé")])
def test_a_few_signs_of_utf8_do_not_outweigh_an_east_asian_declaration(
    count: int, word: str
) -> None:
    data = b'<?xml version="1.0" encoding="gb2312"?><a>' + ("é" * count).encode() + b"</a>"
    assert decode_markup(data).endswith(f"<a>{word}</a>")
