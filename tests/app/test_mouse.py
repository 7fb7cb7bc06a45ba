"""The mouse in the whole app: what is clicked, scrolled and dragged, and what stays as it was."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.events import MouseScrollDown, MouseScrollUp
from textual.widget import Widget

from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom


async def wheel(reader: Driver, widget: Widget, turns: int) -> None:
    kind = MouseScrollDown if turns > 0 else MouseScrollUp
    for _ in range(abs(turns)):
        await reader.pilot._post_mouse_events([kind], widget, (5, 9))  # noqa: SLF001 - Textual has no other way
    await reader.quiet()


def row_of(widget: Widget, words: str) -> tuple[int, int]:
    """The place of some words in a widget, its edges counted."""
    edge = widget.gutter
    for y in range(widget.size.height):
        text = widget.render_line(y).text
        if words in text:
            return edge.left + cell_len(text[: text.index(words)]), edge.top + y
    raise AssertionError(f"{words} is not drawn")


async def test_a_click_chooses_and_a_second_one_opens() -> None:
    async with driven() as reader:
        await reader.beside(1)
        place = row_of(reader.window.headlines, "Saltmarsh")
        await reader.pilot.click(reader.window.headlines, offset=place)
        await reader.beside(2)
        assert 2 in reader.unread
        assert reader.app.focused is reader.window.headlines
        await reader.pilot.click(reader.window.headlines, offset=place)
        await reader.until(lambda: reader.app.focused is reader.window.article)
        assert 2 not in reader.unread


async def test_a_double_click_opens_at_once() -> None:
    async with driven() as reader:
        await reader.beside(1)
        place = row_of(reader.window.headlines, "Saltmarsh")
        await reader.pilot.click(reader.window.headlines, offset=place, times=2)
        await reader.beside(2)
        await reader.until(lambda: reader.app.focused is reader.window.article)


async def test_a_double_click_on_the_last_row_opens_what_stands_there() -> None:
    async with driven(FakeNewsroom(stories=60), size=(120, 24)) as reader:
        await reader.beside(1)
        pane = reader.window.headlines
        row = pane.size.height - 1
        story = pane.ids[pane.item_at(row)]
        await reader.pilot.click(pane, offset=(5, row), times=2)
        await reader.beside(story)
        await reader.until(lambda: reader.app.focused is reader.window.article)
        assert pane.top == 0


async def test_the_wheel_moves_the_list_and_neither_cursor_nor_focus() -> None:
    async with driven(FakeNewsroom(stories=60), size=(120, 24)) as reader:
        await reader.beside(1)
        pane = reader.window.headlines
        await reader.press("enter")
        await wheel(reader, pane, 4)
        assert pane.top == 4
        assert (pane.chosen_item, reader.shown) == (0, 1)
        assert reader.app.focused is reader.window.article
        await wheel(reader, pane, 60)
        drawn = pane._items  # noqa: SLF001 - what is drawn
        assert drawn[-1] == len(pane.ids) - 1
        assert pane.size.height - pane.head_rows - len(drawn) < 4
        await wheel(reader, pane, -60)
        assert pane.top == 0


async def test_a_key_brings_the_cursor_back_into_sight() -> None:
    async with driven(FakeNewsroom(stories=60), size=(120, 24)) as reader:
        await reader.beside(1)
        pane = reader.window.headlines
        await wheel(reader, pane, 9)
        assert pane.top == 9
        await reader.press("j")
        assert (pane.chosen_item, pane.top) == (1, 0)
        await wheel(reader, pane, 9)
        await reader.press("k", "k")
        assert (pane.chosen_item, pane.top) == (0, 0)


async def test_the_wheel_moves_the_sources_and_not_the_choice() -> None:
    async with driven(size=(120, 12)) as reader:
        await reader.beside(1)
        before = [reader.window.sources.render_line(y).text for y in range(12)]
        await wheel(reader, reader.window.sources, 1)
        after = [reader.window.sources.render_line(y).text for y in range(12)]
        assert after != before
        assert reader.shown == 1
        await wheel(reader, reader.window.sources, 8)
        pane = reader.window.sources
        assert pane.render_line(pane.size.height - 1).text.strip()
        await wheel(reader, reader.window.sources, -8)
        assert [reader.window.sources.render_line(y).text for y in range(12)] == before


async def test_the_wheel_over_the_story_leaves_the_focus_in_the_list() -> None:
    async with driven(size=(120, 24)) as reader:
        await reader.beside(1)
        await wheel(reader, reader.window.article, 3)
        assert reader.window.article.top_line > 0
        assert reader.app.focused is reader.window.headlines


async def test_a_click_on_the_header_offers_orders() -> None:
    async with driven() as reader:
        await reader.beside(1)
        place = row_of(reader.window.headlines, "newest first")
        await reader.pilot.click(reader.window.headlines, offset=place)
        await reader.quiet()
        assert reader.app.screen is not reader.window.main
        await reader.press("escape")
        assert reader.app.screen is reader.window.main


async def test_a_click_on_a_name_opens_its_voice() -> None:
    async with driven() as reader:
        await reader.beside(1)
        place = row_of(reader.window.article, "Edda Marlow, witness")
        await reader.pilot.click(reader.window.article, offset=place)
        await reader.until(lambda: reader.session.place.quotes_open)
        await reader.until(lambda: reader.window.voices.voice is not None)
        voice = reader.window.voices.voice
        assert voice is not None
        assert voice.name == "Edda Marlow"


async def test_what_is_dragged_over_is_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    async with driven() as reader:
        await reader.beside(1)
        monkeypatch.setattr(reader.app, "copy_to_clipboard", copied.append)
        pane = reader.window.article
        x, y = row_of(pane, "that is how")
        await reader.pilot.mouse_down(pane, offset=(x, y))
        await reader.pilot.hover(pane, offset=(x + 4, y + 1))
        await reader.pilot.mouse_up(pane, offset=(x + 4, y + 1))
        await reader.press("y")
        (text,) = copied
        assert text.startswith("that is how")
        assert "\n" not in text


async def test_a_selection_goes_on_while_the_text_scrolls_under_the_pointer() -> None:
    async with driven(size=(120, 20)) as reader:
        await reader.beside(1)
        pane = reader.window.article
        x, y = row_of(pane, "that is how")
        await reader.pilot.mouse_down(pane, offset=(x, y))
        await reader.pilot.hover(pane, offset=(x + 4, pane.size.height - 1))
        pane.end()
        await reader.pilot.mouse_up(pane, offset=(x + 4, pane.size.height - 1))
        selected = reader.window.main.get_selected_text()
        assert selected is not None
        assert "Paragraph 12" in selected


async def test_the_pointer_only_underlines() -> None:
    async with driven() as reader:
        await reader.beside(1)
        pane = reader.window.article
        before = (reader.shown, pane.top_line, reader.app.focused, reader.session.place.quotes_open)
        place = row_of(pane, "Edda Marlow, witness")
        await reader.pilot.hover(pane, offset=place)
        await reader.quiet()
        name = next(s for s in pane.render_line(place[1]) if "Edda" in s.text)
        assert name.style is not None
        assert name.style.underline
        assert before == (
            reader.shown, pane.top_line, reader.app.focused, reader.session.place.quotes_open
        )  # fmt: skip
        await reader.pilot.hover(reader.window.headlines, offset=(3, 3))
        name = next(s for s in pane.render_line(place[1]) if "Edda" in s.text)
        assert not (name.style and name.style.underline)
