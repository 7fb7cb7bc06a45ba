from __future__ import annotations

import pytest
from textual.geometry import Offset

from reader.app.panes.story.pane import ArticlePane
from reader.app.pointing import cursor_on
from reader.model.palette import LAMPLIGHT, PAPER, TABLES
from reader.model.story import Position
from reader.typesetting.head_and_end import Notice
from tests.app.stage import Stage, screen_lines, staged
from tests.app.stories import NOON, headline, lamps, long_story, paragraph, story
from tests.fakes import FakeClock


def pane() -> ArticlePane:
    return ArticlePane(clock=FakeClock(NOON), id="pane")


def kinds(app: Stage) -> list[str]:
    return [type(message).__name__ for message in app.heard]


async def test_the_speaker_stands_above_the_words_in_a_narrow_pane() -> None:
    view = pane()
    async with staged(view, (60, 30)) as (app, pilot):
        view.show(lamps(), headline(lamps()))
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[1].strip(" ▐▕") == "MELLGATE MIRROR"
        row = next(n for n, line in enumerate(lines) if "Piet Arends, inspector" in line)
        assert lines[row].startswith(" ▎ Piet Arends, inspector")
        assert lines[row + 1].startswith(" ▎ “I only came to read the meter,” said Piet Arends")


async def test_the_speaker_stands_beside_the_words_in_a_wide_one() -> None:
    view = pane()
    async with staged(view, (120, 36)) as (app, pilot):
        view.reading_view = True
        view.show(lamps(), headline(lamps()))
        await pilot.pause()
        lines = screen_lines(app)
        row = next(n for n, line in enumerate(lines) if "I only came" in line)
        assert lines[row].startswith("            Piet Arends ▎ “I only came to")
        assert lines[row + 1].startswith("              inspector ▎ ")


async def test_names_worked_out_and_missing_names_say_so() -> None:
    view = pane()
    async with staged(view, (120, 60)) as (app, pilot):
        view.reading_view = True
        view.show(lamps(), headline(lamps()))
        await pilot.pause()
        text = "\n".join(screen_lines(app))
        assert "Arends? ▎" in text
        assert "unattributed ▎" in text


async def test_without_the_lens_no_speaker_is_marked() -> None:
    view = pane()
    async with staged(view, (60, 40)) as (app, pilot):
        view.show(lamps())
        view.lens = False
        await pilot.pause()
        assert not any("▎" in line or "Arends, inspector" in line for line in screen_lines(app))


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


@pytest.mark.parametrize("reading", [False, True])
async def test_the_place_survives_every_width_and_back(reading: bool) -> None:
    view = pane()
    async with staged(view, (120, 30)) as (_app, pilot):
        view.reading_view = reading
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


async def test_big_stories_are_laid_out_by_a_thread_and_land_where_they_should() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story(400), None, Position(300, 0))
        assert view.page_on()  # asked too early: no next story is opened
        for _ in range(200):
            await pilot.pause(0.01)
            if view.position() == Position(300, 0) and view.links == () and view.top_line:
                break
        assert "Paragraph 301 begins" in " ".join(screen_lines(app)[1:3])


async def test_the_beginning_of_a_big_story_is_there_at_once() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(lamps())
        view.show(long_story(400))
        assert not view.at_end
        await pilot.pause()
        assert "Paragraph 1 begins" in " ".join(screen_lines(app))


async def test_resizing_while_a_thread_lays_out_ends_with_the_last_width() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story(400), None, Position(300, 0))
        for width in (60, 50, 70):
            await pilot.resize_terminal(width, 24)
        for _ in range(200):
            await pilot.pause(0.01)
            if view.top_line:
                break
        lines = screen_lines(app)
        assert "Paragraph 301 begins" in " ".join(lines[1:3])
        assert max(len(line.rstrip("▐▕ ")) for line in lines) > 50


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
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story(400))
        view.go_to_quote(60)
        for _ in range(200):
            await pilot.pause(0.01)
            if view.current_quote == 60:
                break
        assert "Paragraph 305 begins" in " ".join(screen_lines(app))


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


async def test_a_block_quotation_jumped_to_is_marked_across_the_measure() -> None:
    view = pane()
    async with staged(view, (60, 24)) as (app, pilot):
        view.show(lamps())
        view.go_to_quote(3)
        await pilot.pause()
        row = next(n for n, line in enumerate(screen_lines(app)) if "Leave one burning" in line)
        cells = [
            segment.style.bgcolor.name
            for segment in view.render_line(row)
            for _ in segment.text
            if segment.style and segment.style.bgcolor
        ]
        assert cells.count(TABLES[LAMPLIGHT]["sel"]) == 54


async def test_the_line_that_was_last_is_marked_after_a_page() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story())
        await pilot.pause()
        view.page_on()
        await pilot.pause()
        assert [n for n, line in enumerate(screen_lines(app)) if "╌" in line] == [2]


async def test_found_words_are_stepped_through() -> None:
    view = pane()
    async with staged(view, (80, 24)) as (app, pilot):
        view.show(long_story())
        await pilot.pause()
        view.find(["PARAGRAPH 3"])
        assert view.hits == 11  # 3 and 30 to 39
        assert view.next_hit(1)
        assert "Paragraph 30 begins" in " ".join(screen_lines(app))
        assert view.next_hit(-1)
        assert not view.next_hit(-1)
        view.find([])
        assert view.hits == 0


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


async def test_code_scrolls_sideways_and_back() -> None:
    from reader.model.article import Block, BlockKind

    view = pane()
    async with staged(view, (60, 24)) as (app, pilot):
        view.show(story(Block(BlockKind.CODE, "first = " + "x" * 70 + "END")))
        await pilot.pause()
        assert any(line.rstrip("▐▕ ").endswith("›") for line in screen_lines(app))
        while view.scroll_code(1):
            pass
        await pilot.pause()
        assert any("END" in line for line in screen_lines(app))
        assert any("‹ " in line for line in screen_lines(app))
        while view.scroll_code(-1):
            pass
        await pilot.pause()
        assert any("first =" in line for line in screen_lines(app))
