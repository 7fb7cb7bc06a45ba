"""Searching: what is typed is words, what is found says why, and everything comes back."""

from __future__ import annotations

from reader.model.query import Order, Words
from tests.app.driving import Driver, driven
from tests.app.stage import screen_lines


async def test_what_is_typed_after_the_slash_is_words_however_slowly_it_comes() -> None:
    async with driven() as reader:
        await reader.press("slash", *"lighthouse")  # quiet between any two keys
        assert reader.window.search_field.field.value == "lighthouse"
        await reader.until(lambda: list(reader.window.headlines.ids) == [1])
        await reader.quiet()
        assert "1 story, " in "\n".join(screen_lines(reader.app))
        assert reader.fact.startswith("1 ")
        assert len(reader.unread) == 5, "a search reads nothing"


async def test_escape_gives_the_list_back_with_its_cursor() -> None:
    async with driven() as reader:
        await reader.press("j", "j")
        await reader.beside(3)
        await reader.press("slash", *"geese")
        await reader.until(lambda: list(reader.window.headlines.ids) == [2])
        await reader.press("escape")
        await reader.until(lambda: list(reader.window.headlines.ids) == [1, 2, 3, 4, 6])
        assert reader.window.headlines.story == 3
        assert not reader.window.search_field.display
        await reader.press("j")
        assert reader.window.headlines.story == 4, "keys are keys again"


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


async def test_a_search_says_where_it_looks_and_shows_what_was_said() -> None:
    async with driven() as reader:
        await reader.press("slash", *"said", "colon", *"marlow")
        await reader.until(lambda: bool(reader.window.headlines.finds.passages)
                           if reader.window.headlines.finds else False)  # fmt: skip
        await reader.quiet()
        lines = [line[22:59] for line in screen_lines(reader.app)]
        assert lines[3].split("  ")[1:4] == ["Everything", "This list", "This story"]
        assert "2 stories, 2 passages" in lines[5]
        assert any("▎ “The stairs" in line for line in lines)
        assert any("said:name   only what they said" in line for line in lines)


async def test_what_can_be_typed_is_said_whole_in_a_narrow_list() -> None:
    async with driven(size=(100, 30)) as reader:
        await reader.press("slash")
        assert any("is:unread  also saved, new, read" in line for line in screen_lines(reader.app))


async def test_the_brackets_step_over_the_hits_while_a_search_is_open() -> None:
    async with driven() as reader:
        await reader.press("slash", *"page")
        await reader.until(lambda: bool(reader.window.headlines.finds and
                                        reader.window.headlines.finds.passages))  # fmt: skip
        await reader.press("enter")
        await reader.quiet()
        first = reader.window.article.word_search.at
        await reader.press("right_square_bracket")
        assert reader.window.article.word_search.at == first + 1
        await reader.press("left_square_bracket")
        assert reader.window.article.word_search.at == first
        await reader.press("left_square_bracket", "left_square_bracket")
        assert reader.fact == "No further hit in this story."


async def test_the_syntax_gives_way_to_what_was_found_in_a_low_window() -> None:
    async with driven(size=(80, 24)) as reader:
        await reader.press("slash", *"page")
        await reader.until(lambda: len(reader.window.headlines.ids) > 2)
        await reader.quiet()
        page = "\n".join(screen_lines(reader.app))
        assert "Everything  This list  This story" in page
        assert "only what they said" in page
        await reader.press("enter")
        assert "only what they said" not in "\n".join(screen_lines(reader.app))


def order_of(reader: Driver) -> str:
    return reader.session.list.current.order.value


async def test_what_is_found_stands_best_first_unless_somebody_wants_another_order() -> None:
    async with driven() as reader:
        app = reader.app
        orders = app.session.list.orders()
        assert Order.BEST not in orders, "a list of what is unread has no best answer"
        await reader.press("slash", *"marlow")
        await reader.until(lambda: list(app.window.headlines.ids) == [1, 4])
        assert order_of(reader) == "best"
        app.session.list.sort_by(Order.OLDEST)
        await reader.until(lambda: list(app.window.headlines.ids) == [4, 1])
        await reader.press("backspace")
        await reader.until(lambda: app.session.list.current.query == Words("marlo"))
        assert order_of(reader) == "oldest", "further letters leave it so"
        await reader.press("escape", "slash", *"marlow")
        await reader.until(lambda: list(app.window.headlines.ids) == [1, 4])
        assert order_of(reader) == "best", "another search begins anew"


async def test_what_is_asked_for_without_words_stands_as_lists_do() -> None:
    async with driven() as reader:
        await reader.press("slash", *"is", "colon", *"unread")
        await reader.until(lambda: reader.session.list.current.key == "search")
        assert reader.session.list.current.order is reader.app.newsroom.config.order
