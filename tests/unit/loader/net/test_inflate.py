"""Bodies are unpacked as they come, and never grow past their limit."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.loader.net.inflate import Body, CodingError, TooLargeError


def _read(coding: str, pieces: list[bytes], limit: int = 1_000_000) -> bytes:
    body = Body(coding, limit)
    for piece in pieces:
        body.add(piece)
    return body.finish()


def _cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@given(st.binary(max_size=3000), st.integers(1, 400))
def test_however_it_is_cut_the_text_is_the_same(data: bytes, size: int) -> None:
    text = b"<rss>" + data
    assert _read("", _cut(text, size)) == text
    assert _read("gzip", _cut(gzip.compress(text), size)) == text
    assert _read("deflate", _cut(zlib.compress(text), size)) == text
    assert _read("deflate", _cut(_raw_deflate(text), size)) == text


def test_the_bytes_count_more_than_the_label() -> None:
    assert _read("gzip", [b"<rss/>"]) == b"<rss/>"
    assert _read("", [gzip.compress(b"<rss/>")]) == b"<rss/>"


@pytest.mark.parametrize("coding", ["utf-8", "UTF-8", "none", "8bit"])
def test_a_name_of_characters_is_no_packing(coding: str) -> None:
    body = Body(coding, 100)
    body.add(b"<rss/>")
    assert body.finish() == b"<rss/>"


def test_gzip_in_two_parts_is_one_text_and_padding_is_dropped() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 9
    assert _read("gzip", _cut(packed, 7)) == b"one two"


def test_a_bomb_is_stopped_at_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(TooLargeError):
        _read("gzip", _cut(bomb, 16_384), limit=100_000)


def test_a_packing_that_ends_early_is_no_text() -> None:
    packed = gzip.compress(b"a story " * 100)
    with pytest.raises(CodingError):
        _read("gzip", [packed[:-12]])


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "zstd", "gzip, deflate"])
def test_codings_nobody_asked_for_are_refused(coding: str) -> None:
    with pytest.raises(CodingError):
        Body(coding, 1000)


def test_a_single_byte_is_a_body_too() -> None:
    assert _read("gzip", [b"x"]) == b"x"
    assert _read("", []) == b""
