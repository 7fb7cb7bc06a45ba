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
        assert [voice.quotes for voice in reader.app.voices.voices] == [1]
        text = "\n".join(screen_lines(reader.app))
        assert "1 quote in this story · 2 since today" in text
        assert "The stairs kept growing" in text
        assert "A pencil never goes down" in text
        row = reader.app.quotes.row
        assert row
        assert row.story == 1


async def test_the_keys_for_quotes_step_through_the_words() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "right_square_bracket")
        assert reader.app.quotes.chosen == 1
        await reader.press("left_square_bracket")
        assert reader.app.quotes.chosen == 0
        assert reader.app.quotes_open


async def test_space_pages_and_the_story_behind_stays_unread() -> None:
    async with driven() as reader:
        before = reader.unread
        await reader.press("quotation_mark", "space", "space", "enter", "space")
        assert reader.app.quotes_open
        assert reader.unread == before


async def test_the_next_unread_story_leads_out_of_the_quotes() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "n")
        await reader.beside(2)
        assert not reader.app.quotes_open
        assert reader.app.article.display


async def test_reading_view_leads_out_of_the_quotes() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "f")
        assert not reader.app.quotes_open
        assert reader.app.article.reading_view
        await reader.press("quotation_mark", "q")
        assert not reader.app.quotes_open
        assert reader.app.pane == "article"


async def test_marks_are_meant_for_the_story_of_the_chosen_quote() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "enter", "j", "s")
        row = reader.app.quotes.row
        assert row
        assert reader.newsroom.calls[-1] == ("save", (row.story,), True)
        await reader.press("s")
        assert reader.newsroom.calls[-1] == ("save", (row.story,), False)


async def test_a_page_that_was_opened_alone_has_its_quotes_view_too() -> None:
    newsroom = FakeNewsroom()
    app = NewsreaderApp(newsroom.door(), article=lamps(), refresh=False)
    async with app.run_test(size=(120, 36)) as pilot:
        reader = Driver(app, pilot, newsroom)
        await reader.quiet()
        await reader.press("quotation_mark")
        assert [voice.name for voice in app.voices.voices][:2] == ["Piet Arends", "Wilma Oyelaran"]
        await reader.press("enter", "enter")
        assert not app.quotes_open
        assert app.article.display
        await reader.press("quotation_mark", "q")
        assert app.is_running
        assert app.pane == "article"
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
