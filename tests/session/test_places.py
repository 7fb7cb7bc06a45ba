"""Where one is: what is pushed is popped again, and keys act on what is shown."""

from __future__ import annotations

from reader.app.session.place import (
    ARTICLE,
    FIRST_PLACE,
    LIST,
    LIST_PLACE,
    QUOTES,
    SOURCES,
    VOICES,
    Mode,
    Place,
    Places,
)
from tests.session.driving import SessionDriver


def in_mode(reader: SessionDriver, mode: Mode) -> bool:
    """Whether one is in such a place."""
    return reader.session.place.mode is mode


def in_place() -> SessionDriver:
    """A reader that reads the second quote of a voice where it stands."""
    reader = SessionDriver()
    reader.press("quotation_mark", "enter", "j", "enter")
    assert reader.session.place.mode is Mode.IN_PLACE
    return reader


# The stack alone


def test_the_lowest_place_stays() -> None:
    places = Places(LIST_PLACE)
    assert places.pop() == LIST_PLACE
    assert places.top == LIST_PLACE
    places.push(Place(Mode.SEARCH, LIST))
    assert places.depth == 2
    assert places.pop().mode is Mode.SEARCH
    assert places.top == LIST_PLACE


def test_a_start_leaves_nothing_to_go_back_to() -> None:
    places = Places(FIRST_PLACE)
    places.push(Place(Mode.QUOTES, VOICES))
    places.restart(LIST_PLACE)
    assert (places.depth, places.top) == (1, LIST_PLACE)


def test_leaving_quotes_or_search_that_are_not_open_changes_nothing() -> None:
    places = Places(LIST_PLACE)
    assert places.leave_quotes() is None
    assert places.leave_search() is None
    places.leave_in_place(7)
    assert (places.depth, places.top) == (1, LIST_PLACE)


# Back


def test_back_from_a_search_gives_the_list_as_it_was() -> None:
    reader = SessionDriver()
    reader.press("j", "j")
    before = (list(reader.window.headlines.ids), reader.window.headlines.story)
    reader.press("slash", *"marlow", "enter")
    assert reader.session.place.mode is Mode.SEARCH
    assert list(reader.window.headlines.ids) == [1, 4]
    reader.press("q")
    assert (list(reader.window.headlines.ids), reader.window.headlines.story) == before
    assert reader.session.place.top == LIST_PLACE
    assert reader.window.left is None
    reader.press("q")
    assert reader.window.left == 0


def test_a_story_of_a_search_is_left_for_what_was_found_then_for_the_list() -> None:
    reader = SessionDriver()
    reader.press("slash", *"marlow", "enter", "enter")
    assert reader.session.place.pane == ARTICLE
    reader.press("q")
    assert (reader.session.place.mode, reader.session.place.pane) == (Mode.SEARCH, LIST)
    reader.press("q")
    assert reader.session.place.top == LIST_PLACE


def test_back_from_the_quotes_of_the_list_and_of_a_story() -> None:
    reader = SessionDriver()
    reader.press("quotation_mark", "q")
    assert reader.session.place.top == LIST_PLACE
    reader.press("enter", "quotation_mark")
    scope = reader.session.place.scope
    assert scope is not None
    assert scope.story == 1
    reader.press("q")
    assert (reader.session.place.mode, reader.session.place.pane) == (Mode.LIST, ARTICLE)
    assert reader.shown == 1


def test_back_from_a_quote_read_in_its_place_is_that_quote_again() -> None:
    reader = SessionDriver()
    reader.press("quotation_mark", "enter", "j")
    voice, row = reader.window.voices.voice, reader.window.quotes.row
    assert voice
    assert row
    reader.press("enter")
    reader.beside(row.story)
    assert reader.session.place.pane == ARTICLE
    assert reader.window.article.current_quote == row.index
    reader.press("q")
    assert (reader.session.place.mode, reader.session.place.pane) == (Mode.QUOTES, QUOTES)
    assert reader.window.voices.voice == voice
    assert reader.window.quotes.row == row
    reader.press("q")
    assert reader.session.place.top == LIST_PLACE


def test_another_story_forgets_the_way_back_to_the_quote() -> None:
    reader = in_place()
    reader.press("J")
    assert reader.session.place.mode is Mode.LIST
    assert reader.session.place.pane == ARTICLE
    reader.press("q")
    assert reader.session.place.top == LIST_PLACE
    assert reader.session.place.depth == 1


def test_the_reading_view_is_kept_where_the_way_back_is_forgotten() -> None:
    reader = in_place()
    reader.press("f")
    assert in_mode(reader, Mode.IN_PLACE), "it is still the same story"
    reader.press("J")
    assert in_mode(reader, Mode.LIST)
    assert reader.session.place.reading
    assert reader.panes.shown == {ARTICLE}
    reader.press("q")
    assert reader.session.place.top == LIST_PLACE


def test_back_from_the_reading_view_is_the_list_beside_the_story() -> None:
    reader = SessionDriver()
    reader.press("f")
    assert reader.panes.shown == {ARTICLE}
    reader.press("q")
    assert reader.session.place.top == LIST_PLACE
    assert reader.panes.shown == {SOURCES, LIST, ARTICLE}


def test_a_key_of_the_reading_view_pressed_again_shows_the_panes() -> None:
    reader = SessionDriver()
    reader.press("f", "f")
    assert not reader.session.place.reading
    assert reader.session.place.pane == ARTICLE


def test_a_search_from_the_quotes_comes_back_to_the_list() -> None:
    reader = SessionDriver()
    reader.press("quotation_mark", "slash", *"marlow", "enter")
    assert reader.session.place.mode is Mode.SEARCH
    assert reader.session.place.depth == 2
    assert reader.panes.shown == {SOURCES, LIST, ARTICLE}
    reader.press("q")
    assert reader.session.place.top == LIST_PLACE
    assert len(reader.window.headlines.ids) == 5


def test_a_search_from_a_quote_in_its_place_forgets_the_quote() -> None:
    reader = in_place()
    reader.press("slash", *"marlow", "enter", "q")
    assert reader.session.place.depth == 1
    assert reader.session.place.mode is Mode.LIST


def test_quotes_over_a_search_are_left_for_what_was_found() -> None:
    reader = SessionDriver()
    reader.press("slash", *"marlow", "enter", "quotation_mark")
    assert reader.session.place.depth == 3
    reader.press("q")
    assert reader.session.place.mode is Mode.SEARCH
    assert list(reader.window.headlines.ids) == [1, 4]


def test_the_sidebar_gives_the_keys_back_to_list_or_voices() -> None:
    reader = SessionDriver()
    reader.press("h", "q")
    assert reader.session.place.pane == LIST
    reader.press("quotation_mark", "h", "q")
    assert (reader.session.place.mode, reader.session.place.pane) == (Mode.QUOTES, VOICES)


def test_one_pane_at_a_time_goes_from_quotes_to_voices_first() -> None:
    reader = SessionDriver(size=(80, 24))
    reader.press("quotation_mark", "enter")
    assert reader.panes.shown == {QUOTES}
    reader.press("q")
    assert reader.panes.shown == {VOICES}
    reader.press("q")
    assert reader.panes.shown == {LIST}


# What is shown is what keys act on


def test_the_chosen_row_is_meant_in_list_and_sidebar() -> None:
    reader = SessionDriver()
    reader.press("j")
    assert reader.session.story_meant() == reader.window.headlines.story == 2
    reader.press("h")
    assert reader.session.story_meant() == 2


def test_the_story_that_is_shown_is_meant_in_the_story() -> None:
    reader = SessionDriver()
    reader.press("enter")
    reader.window.headlines.choose(3)
    assert reader.session.story_meant() == reader.shown == 1


def test_the_story_of_the_chosen_quote_is_meant_among_voices_and_quotes() -> None:
    reader = SessionDriver()
    reader.press("j", "quotation_mark")
    row = reader.window.quotes.row
    assert row
    assert reader.session.story_meant() == row.story
    reader.press("enter", "j")
    other = reader.window.quotes.row
    assert other
    assert reader.session.story_meant() == other.story
    reader.press("enter")
    assert reader.session.story_meant() == reader.shown == other.story


def test_beside_the_quotes_the_sidebar_means_what_is_shown() -> None:
    reader = SessionDriver()
    reader.press("j", "j", "quotation_mark")
    row = reader.window.quotes.row
    assert row is not None
    assert row.story != reader.window.headlines.story, "the list, which is not shown, means another"
    reader.press("h")
    assert reader.session.place.pane == "sources"
    reader.press("s")
    assert [story for story, one in reader.newsroom.rows.items() if one.saved] == [row.story]
