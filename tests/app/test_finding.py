"""Copying, asking for pages, adding: what is taken from a story or a source."""

from __future__ import annotations

from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


async def test_the_current_quote_is_copied_with_its_credit() -> None:
    async with driven() as reader:
        await reader.press("enter", "right_square_bracket", "y")
        await reader.until(lambda: reader.fact == "Copied.")
        assert "Edda Marlow" in reader.app.clipboard
        assert "The stairs kept growing" in reader.app.clipboard


async def test_quotes_are_read_in_place_and_left_again() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark")
        await reader.until(lambda: reader.session.place.quotes_open)
        await reader.quiet()
        assert "Edda Marlow" in "\n".join(screen_lines(reader.app))
        await reader.press("enter", "enter")
        await reader.until(lambda: reader.session.place.pane == "article")
        assert not reader.session.place.quotes_open
        assert reader.shown in (1, 4)
        await reader.press("q")
        await reader.until(lambda: reader.session.place.quotes_open)
        assert reader.session.place.pane == "quotes"
        row = reader.window.quotes.row
        assert row
        assert row.story in (1, 4)


async def test_a_number_in_the_quotes_view_leads_to_the_same_words_elsewhere() -> None:
    async with driven(FakeNewsroom(stories=12)) as reader:
        await reader.press("quotation_mark", "enter")
        row = reader.window.quotes.row
        assert row
        assert "also in" in "\n".join(screen_lines(reader.app))
        other = reader.window.quotes.echo(1)
        assert other
        assert other.text == row.text
        await reader.press("1", "enter")
        await reader.until(lambda: reader.shown == other.story)
        assert reader.session.place.pane == "article"
        await reader.press("q")
        await reader.until(lambda: reader.session.place.quotes_open)
        assert reader.window.quotes.row == row
        await reader.press("9", "enter")
        assert reader.fact == "Nothing to do here."
