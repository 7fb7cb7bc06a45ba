"""Text never moves under the eye: what is on top stays on top, whatever changes its lines."""

from __future__ import annotations

from functools import cache

import pytest

from reader.app.panes.story.reading_place import ReadingPlace
from reader.app.panes.story.story_layouts import LayoutRequest
from reader.model.story import Position
from reader.typesetting.head_and_end import Surroundings
from reader.typesetting.line import HEAD, Layout
from reader.typesetting.measure import frame
from reader.typesetting.styled_text import Setting
from tests.app.stories import lamps, long_story

AROUND = Surroundings("MIRROR", "5 min")
USUAL = LayoutRequest(long_story(), frame(120), AROUND)
OTHERS = {
    "without speakers": USUAL._replace(speakers=False),
    "narrow measure": USUAL._replace(frame=frame(120, measure=48)),
    "wide measure": USUAL._replace(frame=frame(120, measure=88)),
    "reading view": USUAL._replace(frame=frame(120, reading=True)),
    "pictures": USUAL._replace(setting=Setting(pictures=16)),
    "straight marks": USUAL._replace(setting=Setting(smart=False)),
    "next story": USUAL._replace(around=AROUND._replace(next_title="Another story")),
    **{f"{cells} cells": USUAL._replace(frame=frame(cells)) for cells in (41, 60, 93, 200)},
    "a picture's story": LayoutRequest(
        lamps(), frame(60), AROUND, Setting(pictures=16)
    ),
}


@cache
def laid(name: str) -> Layout:
    return (OTHERS[name] if name else USUAL).layout()


def is_on_top(layout: Layout, place: ReadingPlace) -> bool:
    """Whether no words stand between the line on top and the words of the place."""
    top, position = place.line_in(layout), place.position
    assert position
    words = layout.line_of(position.block, position.offset)
    return words >= top and all(line.at < 0 for line in layout.lines[top:words])


@pytest.mark.parametrize("name", [name for name in OTHERS if name != "a picture's story"])
def test_the_words_on_top_stay_there_and_come_back_to_the_same_row(name: str) -> None:
    usual, other = laid(""), laid(name)
    head = next(number for number, line in enumerate(usual.lines) if line.block > HEAD)
    for top in range(head, len(usual.lines) - 1):
        place = ReadingPlace()
        place.remember(usual, top)
        assert is_on_top(other, place), top
        assert place.line_in(usual) == top


def test_the_head_stays_the_head() -> None:
    place = ReadingPlace()
    assert place.at_head
    assert place.line_in(laid("")) == 0
    place.remember(laid(""), 0)
    assert (place.position, place.line_in(laid("60 cells"))) == (Position(HEAD, 0), 0)


def test_a_kept_position_is_found_with_the_name_above_it_and_no_blank_row() -> None:
    layout, place = laid("a picture's story"), ReadingPlace()
    place.go_to(Position(1, 0))
    top = place.line_in(layout)
    assert layout.lines[top].label
    assert layout.lines[top + 1].at == 0
    place.go_to(Position(0, 0))
    assert layout.lines[place.line_in(layout)].at == 0


def test_below_the_last_words_the_last_words_are_meant() -> None:
    layout, place = laid("next story"), ReadingPlace()
    place.remember(layout, len(layout.lines) - 1)
    assert place.position
    assert place.position.block == len(long_story().blocks) - 1
