from __future__ import annotations

import zlib

import pytest

from reader.model.errors import StoreError
from reader.store.packing import pack, unpack
from tests.store import make_article


def test_a_packed_story_comes_back_as_it_was() -> None:
    article = make_article("one", "Text. " * 200, ("Text.", "Ana Roe"))
    packed = pack(article)
    assert unpack(packed) == article
    assert len(packed) < len(article.text)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zlib",
        pack(make_article("one"))[:-9],
        zlib.compress(b""),
        zlib.compress(b"[]"),
        zlib.compress(b'{"title": 1}'),
    ],
)
def test_what_is_no_packed_story_is_an_error_of_the_store(data: bytes) -> None:
    with pytest.raises(StoreError):
        unpack(data)
