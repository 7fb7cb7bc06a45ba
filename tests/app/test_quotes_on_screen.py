"""The quote that keys mean: the one jumped to, the first on screen, the next and the one before."""

from __future__ import annotations

import dataclasses

from reader.app.panes.story.quotes_on_screen import current_quote, outer_quotes, quote_beside
from reader.typesetting.line import Layout

STORY = Layout(quote_lines={0: 3, 1: 10, 2: 10, 3: 30}, inner_quotes=frozenset({2}))


def test_the_quote_jumped_to_is_meant_while_it_is_on_screen() -> None:
    assert current_quote(STORY, range(20), 1) == 1
    assert current_quote(STORY, range(20), 3) == 0, "it is out of sight: the first one there"
    assert current_quote(STORY, range(11, 30), -1) == -1


def test_quotes_within_another_are_not_jumped_to() -> None:
    assert outer_quotes(STORY) == [0, 1, 3]
    assert quote_beside(STORY, range(20), 1, 1) == 3
    assert outer_quotes(Layout()) == []


def test_from_a_quote_on_screen_it_goes_to_its_neighbours() -> None:
    assert quote_beside(STORY, range(20), 1, -1) == 0
    assert quote_beside(STORY, range(20), 0, -1) == -1
    assert quote_beside(STORY, range(20, 40), 3, 1) == -1


def test_else_it_is_counted_from_the_top_of_the_screen() -> None:
    assert quote_beside(STORY, range(5, 25), -1, 1) == 1
    assert quote_beside(STORY, range(5, 25), -1, -1) == 0
    assert quote_beside(STORY, range(2), 3, -1) == -1
    assert quote_beside(STORY, range(31, 50), 0, 1) == -1
    inner = dataclasses.replace(STORY, inner_quotes=frozenset({0, 1, 2, 3}))
    assert quote_beside(inner, range(50), -1, 1) == -1
