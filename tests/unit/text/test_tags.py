from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.query import All, Tagged
from reader.query.parse import parse_query
from reader.text.tags import LONGEST, tags_in, written


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("ships", ("ships",)),
        ("#ships, harbour  #Work", ("ships", "harbour", "Work")),
        ("Ships ships SHIPS", ("Ships",)),
        ("café cafe", ("café",)),
        ("", ()),
        ("# , ##", ()),
        ('"quoted" (bracket)', ("quoted", "bracket")),
        ("港 seé\x1b[31m", ("港", "seé[31m")),
        ("x" * 99, ("x" * LONGEST,)),
    ],
)
def test_what_is_typed_becomes_tags(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_in(typed) == tags


@given(st.text(max_size=60))
def test_tags_are_words_that_a_query_can_ask_for(typed: str) -> None:
    tags = tags_in(typed)
    assert tags_in(written(tags)) == tags
    if tags:
        asked = tuple(map(Tagged, tags))
        assert parse_query(written(tags), 0) == (asked[0] if len(asked) == 1 else All(asked))
