from __future__ import annotations

import dataclasses

from tests.app.fake_newsroom import FakeNewsroom
from tests.session.driving import SessionDriver


def typed(reader: SessionDriver, *keys: str) -> None:
    """Type into the bottom line as fast as a person who knows it by heart."""
    for key in keys:
        reader.type_key(key)
    reader.quiet()


def test_where_there_is_no_quote_it_is_said() -> None:
    reader = SessionDriver()
    reader.press("j", "j")
    reader.beside(3)
    reader.press("enter", "exclamation_mark")
    assert reader.fact == "There is no quote here."


def test_a_voice_is_followed_from_its_words_and_left_again() -> None:
    reader = SessionDriver()
    reader.press("enter", "right_square_bracket", "w")
    reader.until(lambda: "Edda Marlow" in [i.title for i in reader.window.sources.items])
    assert reader.fact == "Edda Marlow is followed"
    titles = [item.title for item in reader.window.sources.items]
    assert titles[titles.index("Quotes") + 1] == "Edda Marlow"
    reader.press("z")
    items = reader.window.sources
    reader.until(lambda: "Edda Marlow" not in [i.title for i in items.items])


def test_the_list_of_a_followed_voice_leads_to_its_page() -> None:
    newsroom = FakeNewsroom()
    views = {"Ines Falk": 'said:"Ines Falk"', "Geese": "geese"}
    newsroom.config = dataclasses.replace(newsroom.config, views=views)
    reader = SessionDriver(newsroom)
    reader.window.sources.choose_key("view:Ines Falk")
    reader.session.go("sources")
    reader.press("enter")
    reader.until(lambda: reader.session.list.current.key == "view:Ines Falk")
    assert list(reader.window.headlines.ids) == [6]
    reader.press("quotation_mark")
    assert reader.window.voices.voice
    assert reader.window.voices.voice.name == "Ines Falk"


def test_a_quote_is_set_right_in_the_quotes_view_too() -> None:
    reader = SessionDriver()
    reader.press("quotation_mark", "enter", "exclamation_mark")
    typed(reader, *"Ida", "enter")
    reader.until(lambda: "Ida" in [voice.name for voice in reader.window.voices.voices])
    reader.quiet()
    assert reader.session.place.quotes_open
