"""The encoding of a page: by its bytes, by the server, by itself."""

from __future__ import annotations

import pytest

from reader.loader.pages.decode import SNIFFED, decode_page

TEXT = "<p>Måger spiser brød"


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode("utf-8-sig"), "text/html; charset=latin-1"),
        (TEXT.encode("latin-1"), "text/html; charset=iso-8859-1"),
        (b"<meta charset=iso-8859-1>" + TEXT.encode("latin-1"), "text/html"),
        (
            b"<meta http-equiv=x content='text/html; charset=iso-8859-1'>" + TEXT.encode("latin-1"),
            "",
        ),
    ],
)
def test_a_page_is_read_in_its_encoding(data: bytes, content_type: str) -> None:
    assert decode_page(data, content_type).endswith(TEXT)


def test_the_server_goes_before_the_page() -> None:
    data = b"<meta charset=koi8-r>" + TEXT.encode("latin-1")
    assert decode_page(data, "text/html; charset=iso-8859-1").endswith(TEXT)


def test_a_declaration_in_a_comment_or_far_below_does_not_count() -> None:
    cyrillic = "<p>Кот".encode("koi8-r")
    declared = decode_page(b"<meta charset=koi8-r>" + cyrillic)
    assert declared.endswith("Кот")
    assert not decode_page(b"<!-- <meta charset=koi8-r> -->" + cyrillic).endswith("Кот")
    assert not decode_page(b" " * SNIFFED + b"<meta charset=koi8-r>" + cyrillic).endswith("Кот")
