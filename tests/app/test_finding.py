"""Searching, copying, following links: what is typed is words, and everything comes back."""

from __future__ import annotations

from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


async def test_what_is_typed_after_the_slash_is_words_however_slowly_it_comes() -> None:
    async with driven() as reader:
        await reader.press("slash", *"lighthouse")  # quiet between any two keys
        assert reader.app.search_bar.field.value == "lighthouse"
        await reader.until(lambda: list(reader.app.headlines.ids) == [1])
        await reader.quiet()
        assert "Search 1 " in "\n".join(screen_lines(reader.app))
        assert reader.fact.startswith("1 ")
        assert len(reader.unread) == 5, "a search reads nothing"


async def test_escape_gives_the_list_back_with_its_cursor() -> None:
    async with driven() as reader:
        await reader.press("j", "j")
        await reader.beside(3)
        await reader.press("slash", *"geese")
        await reader.until(lambda: list(reader.app.headlines.ids) == [2])
        await reader.press("escape")
        await reader.until(lambda: list(reader.app.headlines.ids) == [1, 2, 3, 4, 6])
        assert reader.app.headlines.story == 3
        assert not reader.app.search_bar.display
        await reader.press("j")
        assert reader.app.headlines.story == 4, "keys are keys again"


async def test_enter_leaves_the_field_for_what_was_found() -> None:
    async with driven() as reader:
        await reader.press("slash", *"marlow")
        await reader.until(lambda: list(reader.app.headlines.ids) == [1, 4])
        await reader.press("enter", "j", "enter")
        await reader.beside(4)
        assert reader.app.pane == "article"


async def test_a_word_that_nothing_has_is_answered_with_the_closest() -> None:
    async with driven() as reader:
        await reader.press("slash", *"lighthoose")
        await reader.until(lambda: "Closest" in "\n".join(screen_lines(reader.app)))
        assert "No story has “lighthoose”." in "\n".join(screen_lines(reader.app))


async def test_a_query_that_cannot_be_understood_is_said_and_nothing_changes() -> None:
    async with driven() as reader:
        await reader.press("slash", *"is")
        await reader.press("colon", *"nonsense")
        await reader.until(lambda: "nonsense" in reader.fact)
        assert reader.app.is_running


async def test_the_count_over_a_list_is_its_own() -> None:
    async with driven() as reader:
        await reader.press("s", "j", "s", "h", "j", "enter")
        await reader.until(lambda: reader.app.list.key == "saved")
        await reader.quiet()
        assert reader.app.headlines.count == "2"


async def test_a_link_that_is_not_there_is_said() -> None:
    async with driven() as reader:
        await reader.press("enter", "7", "o")
        assert reader.fact == "There is no link 7 in this story."


async def test_the_current_quote_is_copied_with_its_credit() -> None:
    async with driven() as reader:
        await reader.press("enter", "right_square_bracket", "y")
        await reader.until(lambda: reader.fact == "Copied.")
        assert "Edda Marlow" in reader.app.clipboard
        assert "The stairs kept growing" in reader.app.clipboard


async def test_quotes_are_read_in_place_and_left_again() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark")
        await reader.until(lambda: reader.app.quotes_open)
        await reader.quiet()
        assert "Edda Marlow" in "\n".join(screen_lines(reader.app))
        await reader.press("enter", "enter")
        await reader.until(lambda: reader.app.pane == "article")
        assert not reader.app.quotes_open
        assert reader.shown in (1, 4)
        await reader.press("q")
        await reader.until(lambda: reader.app.quotes_open)
        assert reader.app.pane == "quotes"
        row = reader.app.quotes.row
        assert row
        assert row.story in (1, 4)


async def test_a_number_in_the_quotes_view_leads_to_the_same_words_elsewhere() -> None:
    async with driven(FakeNewsroom(stories=12)) as reader:
        await reader.press("quotation_mark", "enter")
        row = reader.app.quotes.row
        assert row
        assert "also in" in "\n".join(screen_lines(reader.app))
        other = reader.app.quotes.echo(1)
        assert other
        assert other.text == row.text
        await reader.press("1", "enter")
        await reader.until(lambda: reader.shown == other.story)
        assert reader.app.pane == "article"
        await reader.press("q")
        await reader.until(lambda: reader.app.quotes_open)
        assert reader.app.quotes.row == row
        await reader.press("9", "enter")
        assert reader.fact == "Nothing to do here."
