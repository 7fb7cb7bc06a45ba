from __future__ import annotations

from textual.events import MouseScrollDown
from textual.geometry import Offset
from textual.selection import Selection

from reader.app.panes.story.pane import ArticlePane
from tests.app.stage import screen_lines, staged
from tests.app.stories import NOON, lamps, long_story, paragraph, story
from tests.fakes import FakeClock


def pane() -> ArticlePane:
    return ArticlePane(clock=FakeClock(NOON), id="pane")


async def test_the_wheel_scrolls() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story())
        await pilot.pause()
        await pilot._post_mouse_events([MouseScrollDown], view, (10, 10))  # noqa: SLF001
        await pilot.pause()
        assert view.top_line > 0
        assert any(isinstance(message, ArticlePane.PositionMoved) for message in app.heard)


async def test_links_have_numbers_and_addresses() -> None:
    view = pane()
    async with staged(view, (80, 60)) as (app, pilot):
        view.show(lamps())
        await pilot.pause()
        assert view.link(1) == "https://mellgate.example/minutes/march"
        assert view.link(2) == "https://chalk.example"
        assert view.link(3) == view.link(0) == ""
        text = "\n".join(screen_lines(app))
        assert "council[1]" in text
        assert "1  mellgate.example/minutes/march" in text


async def test_clicks_choose_links_voices_and_images() -> None:
    view = pane()
    async with staged(view, (80, 60)) as (app, pilot):
        view.show(lamps())
        await pilot.pause()
        lines = screen_lines(app)

        async def click(text: str) -> None:
            row = next(n for n, line in enumerate(lines) if text in line)
            await pilot.click(view, offset=(lines[row].index(text) + 1, row))

        await click("council[1]")
        await click("Wilma Oyelaran, treasurer")
        await click("▣  image")
        await click("The last gas lamp")
        chosen = [message for message in app.heard if "Chosen" in type(message).__name__]
        link, voice, image = chosen
        assert isinstance(link, ArticlePane.LinkChosen)
        assert isinstance(voice, ArticlePane.VoiceChosen)
        assert isinstance(image, ArticlePane.ImageChosen)
        assert (link.number, voice.key, image.block) == (1, "wilma oyelaran", 6)


async def test_selected_words_are_copied_as_written_without_margins_and_line_breaks() -> None:
    view = pane()
    async with staged(view, (60, 40)) as (app, pilot):
        view.show(lamps())
        await pilot.pause()
        lines = screen_lines(app)
        first = next(n for n, line in enumerate(lines) if "I only came" in line)
        start = Offset(lines[first].index("I only"), first - 1)
        end = Offset(lines[first + 2].index("match") + 5, first + 1)
        selected = view.get_selection(Selection(start, end))
        assert selected
        assert selected[0] == (
            'I only came to read the meter," said Piet Arends, the inspector who found the tap '
            'shut. "Then someone handed me a match'
        )
        everything = view.get_selection(Selection(None, None))
        assert everything
        assert lamps().blocks[0].text + "\n\n" + lamps().blocks[1].text in everything[0]
        assert "▎" not in everything[0]
        assert "Photograph" not in everything[0]


async def test_dragging_the_mouse_selects() -> None:
    view = pane()
    async with staged(view, (60, 40)) as (app, pilot):
        view.show(lamps())
        await pilot.pause()
        lines = screen_lines(app)
        row = next(n for n, line in enumerate(lines) if "The last gas lamp" in line)
        left = lines[row].index("The")
        await pilot.mouse_down(view, offset=(left, row))
        await pilot.hover(view, offset=(left + 11, row))
        await pilot.mouse_up(view, offset=(left + 11, row))
        assert app.screen.get_selected_text() == "The last gas"


async def test_a_terminal_that_follows_links_gets_their_addresses() -> None:
    view = pane()
    async with staged(view, (80, 60)) as (_app, pilot):
        view.show(lamps())
        await pilot.pause()
        for follows in (False, True):
            view.hyperlinks = follows
            await pilot.pause()
            links = {
                segment.style.link
                for row in range(view.size.height)
                for segment in view.render_line(row)
                if segment.style and segment.style.link
            }
            assert links == (set(view.links) if follows else set())


async def test_a_link_that_leads_elsewhere_than_it_says_is_no_link_of_the_terminals() -> None:
    view = pane()
    view.hyperlinks = True
    words = {"bank.example": "https://other.example/", "report": "https://other.example/r"}
    async with staged(view, (80, 30)) as (_app, pilot):
        view.show(story(paragraph("See bank.example and the report.", **words)))
        await pilot.pause()
        links = {
            segment.style.link
            for row in range(view.size.height)
            for segment in view.render_line(row)
            if segment.style and segment.style.link
        }
        assert links == {"https://other.example/r"}
