from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.geometry import Offset
from textual.pilot import Pilot

from reader.app.drawing.cursor import cursor_on
from reader.app.panes.story.pane import ArticlePane
from reader.model.palette import LAMPLIGHT, PAPER, TABLES
from reader.model.story import Position
from reader.typesetting.head_and_end import Notice
from tests.app.fake_run import FakeRun
from tests.app.stage import Stage, screen_lines, staged
from tests.app.stories import NOON, headline, long_story, paragraph, story
from tests.fakes import FakeClock


def pane() -> ArticlePane:
    return ArticlePane(clock=FakeClock(NOON), id="pane")


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(30):
        while not holds():
            await pilot.pause(0.01)
    await pilot.pause()


def kinds(app: Stage) -> list[str]:
    return [type(message).__name__ for message in app.heard]


async def test_space_reads_every_line_to_the_end_keeping_two() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story())
        await pilot.pause()
        seen = screen_lines(app)[1:]
        while view.page_on():
            await pilot.pause()
            now = screen_lines(app)[1:]
            if not view.at_end:
                assert [line.strip("▐▕ ╌▎") for line in now[:2]] == [
                    line.strip("▐▕ ╌▎") for line in seen[-2:]
                ]
            seen += now
        text = " ".join(line.strip("▐▕ ╌▎") for line in seen)
        assert all(f"Paragraph {number} begins" in text for number in range(1, 41))
        assert view.at_end
        assert view.progress() == 1.0
        assert kinds(app).count("EndReached") == 1


async def test_a_story_that_fits_is_at_its_end_at_once() -> None:
    view = pane()
    async with staged(view) as (app, pilot):
        view.show(story(paragraph("Nothing happened.")))
        await pilot.pause()
        assert not view.page_on()
        assert kinds(app).count("EndReached") == 1


async def test_the_place_survives_every_width_and_back() -> None:
    view = pane()
    async with staged(view, (120, 30)) as (_app, pilot):
        view.show(long_story())
        await pilot.pause()
        view.line(37)
        await pilot.pause()
        place, top = view.position(), view.top_line
        for size in ((60, 30), (200, 50), (41, 12), (120, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert view.position().block == place.block
        assert (view.position(), view.top_line) == (place, top)


async def test_the_place_survives_another_measure_theme_and_lens() -> None:
    view = pane()
    async with staged(view, (120, 30)) as (app, pilot):
        view.show(long_story())
        await pilot.pause()
        view.line(37)
        await pilot.pause()
        place = view.position()
        assert view.widen(-4) == 64
        await pilot.pause()
        view.lens = False
        await pilot.pause()
        app.theme = PAPER
        await pilot.pause()
        assert view.position().block == place.block
        segment = next(s for s in view.render_line(1) if s.text.strip())
        assert segment.style
        assert segment.style.bgcolor
        assert segment.style.bgcolor.name == TABLES[PAPER]["bg"]
        for _ in range(20):
            view.widen(4)
        assert view.measure == 90


async def test_the_cursor_stands_where_reading_goes_on() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (_, pilot):
        view.show(long_story())
        await pilot.pause()
        assert cursor_on(view) == Offset(6, 1)
        view.next_quote(1)
        view.next_quote(1)
        assert cursor_on(view) == Offset(6, 1 + view.rows // 3)


async def test_a_kept_position_is_shown_again() -> None:
    view = pane()
    async with staged(view, (70, 24)) as (app, pilot):
        view.show(long_story(), None, Position(20, 0))
        await pilot.pause()
        assert "Paragraph 21 begins" in " ".join(screen_lines(app)[1:3])
        assert view.position() == Position(20, 0)


async def test_big_stories_are_laid_out_beside_the_loop_and_land_where_they_should() -> None:
    run = FakeRun()
    view = ArticlePane(clock=FakeClock(NOON), run=run, id="pane")
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story(100), None, Position(70, 0))
        assert view.page_on()  # asked too early: no next story is opened
        run.finish()
        await until(pilot, lambda: view.top_line > 0)
        assert "Paragraph 71 begins" in " ".join(screen_lines(app)[1:3])
        view.find(["Paragraph 9"])
        run.finish()
        await until(pilot, lambda: len(view.word_search.hits) == 11)
        assert "Paragraph 9 begins" in " ".join(screen_lines(app))
        assert view.next_hit(1)
        assert "Paragraph 90 begins" in " ".join(screen_lines(app))
        assert view.next_hit(-1)
        assert not view.next_hit(-1)


async def test_quotes_are_stepped_through_a_third_down_the_pane() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story())
        await pilot.pause()
        assert view.next_quote(1)
        assert view.next_quote(1)
        await pilot.pause()
        assert view.current_quote == 1
        row = next(n for n, line in enumerate(screen_lines(app)) if "fifth again" in line)
        assert row == 1 + view.rows // 3
        assert view.next_quote(-1)
        assert view.current_quote == 0
        assert not view.next_quote(-1)
        view.go_to_quote(7)
        assert view.current_quote == 7
        assert not view.next_quote(1)


async def test_a_quote_asked_for_before_the_lines_are_there_is_shown_when_they_are() -> None:
    run = FakeRun()
    view = ArticlePane(clock=FakeClock(NOON), run=run, id="pane")
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story(100))
        view.go_to_quote(12)
        run.finish()
        await until(pilot, lambda: view.current_quote == 12)
        assert "Paragraph 65 begins" in " ".join(screen_lines(app))


async def test_a_story_that_cannot_be_laid_out_says_so_and_the_next_one_is_read() -> None:
    run = FakeRun(faults=1)
    view = ArticlePane(clock=FakeClock(NOON), run=run, id="pane")
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story(100))
        run.finish()
        await pilot.pause()
        page = "\n".join(screen_lines(app))
        assert "This story cannot be shown." in page
        assert "What went wrong is in the log." in page
        assert kinds(app).count("EndReached") == 0, "nobody has read it"
        assert (view.at_end, view.progress()) == (False, 0.0)
        assert not view.page_on()
        view.show(long_story(101))
        run.finish()
        await pilot.pause()
        assert "Paragraph 1 begins" in " ".join(screen_lines(app))
        view.end()
        await pilot.pause()
        assert view.at_end


async def test_a_quote_jumped_to_is_marked_unless_nothing_may_move() -> None:
    for level, marked in (("full", True), ("none", False)):
        view = pane()
        async with staged(view, (80, 24)) as (app, pilot):
            app.animation_level = level  # type: ignore[assignment]  # one of its literals
            view.show(long_story())
            await pilot.pause()
            view.next_quote(1)
            await pilot.pause()
            row = next(n for n, line in enumerate(screen_lines(app)) if "fifth again" in line)
            grounds = {
                segment.style.bgcolor.name
                for segment in view.render_line(row)
                if "fifth" in segment.text and segment.style and segment.style.bgcolor
            }
            assert (grounds == {TABLES[LAMPLIGHT]["sel"]}) is marked


async def test_the_line_that_was_last_is_marked_after_a_page() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story())
        await pilot.pause()
        view.page_on()
        await pilot.pause()
        assert [n for n, line in enumerate(screen_lines(app)) if "╌" in line] == [2]


async def test_a_notice_stands_below_the_text_or_in_its_place() -> None:
    view = pane()
    async with staged(view, (60, 24)) as (app, pilot):
        view.show(story(paragraph("A short text.")))
        view.notice = Notice("This source sends only a summary.", keys=(("x", "fetch the story"),))
        await pilot.pause()
        text = "\n".join(screen_lines(app))
        assert text.index("A short text.") < text.index("only a summary")
        assert "x fetch the story" in text
        view.clear(Notice("Nothing saved.", "Press s on any story to keep it here."))
        await pilot.pause()
        text = "\n".join(screen_lines(app))
        assert "Nothing saved." in text
        assert "A short text." not in text
        assert view.links == ()


async def test_the_next_story_is_named_at_the_end() -> None:
    view = pane()
    async with staged(view, (60, 24)) as (app, pilot):
        view.show(story(paragraph("A short text.")))
        view.next_mark, view.next_title = "●", "Orrin keeps its swifts"
        await pilot.pause()
        assert any("next  ● Orrin keeps its swifts" in line for line in screen_lines(app))


async def test_minutes_left_count_down() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (_app, pilot):
        view.show(long_story(), headline(long_story(), minutes=8))
        await pilot.pause()
        assert view.minutes_left == 8
        view.end()
        assert view.minutes_left == 1


