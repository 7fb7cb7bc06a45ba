"""Macros: several things with one key, and programs started with the address of a story."""

from __future__ import annotations

import dataclasses

from reader.settings.config import Config, Macro
from tests.app.fake_newsroom import FakeNewsroom
from tests.session.driving import SessionDriver


def with_macros(**macros: Macro) -> FakeNewsroom:
    newsroom = FakeNewsroom()
    newsroom.config = Config(macros=macros)
    return newsroom


def test_a_key_does_several_things_and_undo_takes_them_back_as_one() -> None:
    newsroom = with_macros(m=Macro(("save", "unread", "down")))
    reader = SessionDriver(newsroom)
    reader.press("m")
    reader.until(lambda: newsroom.rows[1].saved and not newsroom.rows[1].unread)
    reader.quiet()
    assert reader.window.headlines.story == 2
    reader.press("z")
    reader.until(lambda: newsroom.rows[1].unread and not newsroom.rows[1].saved)
    reader.quiet()
    assert 1 in reader.session.list.unread
    reader.press("z")
    assert reader.fact == "Nothing to undo."


def test_a_number_before_the_key_does_it_so_often_as_one_step() -> None:
    newsroom = with_macros(m=Macro(("save", "down")))
    reader = SessionDriver(newsroom)
    reader.press("3", "m")
    reader.until(lambda: sum(row.saved for row in newsroom.rows.values()) == 3)
    reader.quiet()
    assert reader.window.headlines.story == 4
    reader.press("z")
    reader.until(lambda: not any(row.saved for row in newsroom.rows.values()))


def test_a_macro_goes_on_in_the_list_it_led_to() -> None:
    newsroom = with_macros(m=Macro(("left", "end", "open", "save")))
    reader = SessionDriver(newsroom)
    reader.press("m")
    reader.until(lambda: any(row.saved for row in newsroom.rows.values()))
    [saved] = [row for row in newsroom.rows.values() if row.saved]
    assert saved.source == "The Long Bench", "the last of the sources"


def test_only_addresses_of_the_web_are_handed_on() -> None:
    newsroom = with_macros(V=Macro(run=("mpv", "{link}")))
    newsroom.rows[1] = dataclasses.replace(newsroom.rows[1], link="file:///etc/passwd")
    reader = SessionDriver(newsroom)
    reader.press("V")
    assert reader.fact == "This story has no address."


def test_a_program_that_is_not_there_is_named() -> None:
    newsroom = with_macros(V=Macro(run=("no-such-player", "{link}")))
    reader = SessionDriver(newsroom)
    reader.press("V")
    assert reader.fact == "no-such-player was not found."
