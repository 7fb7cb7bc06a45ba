"""The quotes view and the keys that belong to reading; a page that is opened alone."""

from __future__ import annotations

from reader.app.app import NewsreaderApp
from reader.newsroom.events import SettingsChanged
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines
from tests.app.stories import lamps


async def test_a_voices_page_has_all_it_said_whatever_the_scope() -> None:
    async with driven() as reader:
        await reader.press("enter", "quotation_mark")
        assert [voice.quotes for voice in reader.window.voices.voices] == [1]
        text = "\n".join(screen_lines(reader.app))
        assert "1 quote in this story · 2 since today" in text
        assert "The stairs kept growing" in text
        assert "A pencil never goes down" in text
        row = reader.window.quotes.row
        assert row
        assert row.story == 1


async def test_the_keys_for_quotes_step_through_the_words() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "right_square_bracket")
        assert reader.window.quotes.chosen == 1
        await reader.press("left_square_bracket")
        assert reader.window.quotes.chosen == 0
        assert reader.session.place.quotes_open


async def test_the_next_unread_story_leads_out_of_the_quotes() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "n")
        await reader.beside(2)
        assert not reader.session.place.quotes_open
        assert reader.window.article.display


async def test_reading_view_leads_out_of_the_quotes() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "f")
        assert not reader.session.place.quotes_open
        assert reader.window.article.reading_view
        await reader.press("quotation_mark", "q")
        assert not reader.session.place.quotes_open
        assert reader.session.place.pane == "article"


async def test_a_page_that_was_opened_alone_has_its_quotes_view_too() -> None:
    newsroom = FakeNewsroom()
    app = NewsreaderApp(newsroom.door(), article=lamps(), refresh=False)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Driver(app, pilot, newsroom)
        await reader.quiet()
        await reader.press("quotation_mark")
        names = [voice.name for voice in app.window.voices.voices]
        assert names[:2] == ["Piet Arends", "Wilma Oyelaran"]
        await reader.press("enter", "enter")
        assert not app.session.place.quotes_open
        assert app.window.article.display
        await reader.press("quotation_mark", "q")
        assert app.is_running
        assert app.session.place.pane == "article"
        await reader.press("exclamation_mark")
        assert reader.fact == "There is no quote here."
        await reader.press("right_square_bracket", "y")
        assert app.clipboard.startswith('"Then someone handed me a match." — Piet Arends')


async def test_the_heading_keeps_its_scope_when_a_setting_changes() -> None:
    async with driven() as reader:
        await reader.press("enter", "quotation_mark")
        assert "Voices 1 in this story" in "\n".join(screen_lines(reader.app))
        reader.newsroom.preferences.set("measure", 60)
        reader.newsroom.tell(SettingsChanged())
        await reader.quiet()
        assert "Voices 1 in this story" in "\n".join(screen_lines(reader.app))
        assert reader.fact == "Quotes · in this story"
