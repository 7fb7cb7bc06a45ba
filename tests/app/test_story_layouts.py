"""Laying stories out: what is shown at once, what comes later, what a fault does."""

from __future__ import annotations

import pytest

from reader.app.panes.story.story_layouts import (
    ON_THE_LOOP,
    Laid,
    LayoutRequest,
    StoryLayouts,
    is_short,
)
from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.typesetting.head_and_end import Notice, Surroundings
from reader.typesetting.line import Layout
from reader.typesetting.measure import frame
from tests.app.fake_run import FakeRun
from tests.app.stories import lamps, long_story

AROUND = Surroundings("MIRROR", "5 min", Notice("A notice."), "The next story", origin="A feed")


class Shown(StoryLayouts):
    """Remembers what was to be shown, in order."""

    def __init__(self, faults: int = 0) -> None:
        self.run = FakeRun(faults)
        self.lines: list[Laid] = []
        self.failures = 0
        super().__init__(self.run, self.lines.append, self._count)

    def _count(self) -> None:
        self.failures += 1


def request(article: Article, cells: int = 80) -> LayoutRequest:
    return LayoutRequest(article, frame(cells), AROUND)


def words(layout: Layout) -> str:
    return " ".join(part.text for line in layout.lines for part in line.words)


def test_a_short_story_is_there_at_once() -> None:
    layouts = Shown()
    assert not layouts.ready
    layouts.lay_out(request(lamps()))
    (laid,) = layouts.lines
    assert laid.whole
    assert layouts.whole
    assert layouts.run.jobs == []


def test_a_long_story_shows_its_beginning_and_comes_later_with_what_was_looked_for() -> None:
    layouts, story = Shown(), long_story(400)
    layouts.lay_out(request(story), ("begins",))
    (beginning,) = layouts.lines
    assert not beginning.whole
    assert words(beginning.layout).startswith("A long evening Paragraph 1 begins here.")
    assert not layouts.ready
    layouts.run.finish()
    assert layouts.whole
    laid = layouts.lines[-1]
    assert (laid.whole, laid.words, len(laid.hits)) == (True, ("begins",), 400)
    assert "Paragraph 400 begins" in words(laid.layout)
    layouts.lay_out(request(story, 60))
    assert len(layouts.lines) == 2, "its own lines stay until others have come"
    assert not layouts.ready


def test_the_beginning_is_not_shown_to_somebody_who_is_further_on() -> None:
    layouts = Shown()
    layouts.lay_out(request(long_story(400)), at_head=False)
    (beginning,) = layouts.lines
    assert beginning.layout.lines == []


def test_the_beginning_has_whole_quotes_and_nothing_of_the_end() -> None:
    layout = request(long_story(400)).beginning()
    assert layout.quote_lines
    shown = words(layout) + str([sign.text for line in layout.lines for sign in line.signs])
    assert "A notice." not in shown
    assert "The next story" not in shown
    assert "A feed" not in shown


def test_of_a_megabyte_only_the_beginning_is_laid_out_at_once() -> None:
    text = "A long line of words that goes on and on, “as long as it can,” said nobody. " * 12
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for _ in range(1_100))
    huge = Article("A megabyte", blocks, Provenance(Origin.FEED))
    assert not is_short(huge)
    layouts = Shown()
    layouts.lay_out(request(huge))
    assert 0 < len(words(layouts.lines[0].layout)) < ON_THE_LOOP
    assert len(layouts.run.jobs) == 1


def test_sizes_that_change_while_it_is_laid_out_end_with_the_last() -> None:
    layouts = Shown()
    for cells in (80, 60, 50, 70):
        layouts.lay_out(request(long_story(400), cells))
    while layouts.run.jobs:
        layouts.run.finish()
    assert [laid.frame for laid in layouts.lines if laid.whole] == [frame(70)]


def test_a_story_that_came_too_late_is_not_shown() -> None:
    layouts = Shown()
    layouts.lay_out(request(long_story(400)))
    layouts.lay_out(request(lamps()))
    layouts.run.finish()
    assert layouts.lines[-1].frame == frame(80)
    assert "gas lamp" in words(layouts.lines[-1].layout)
    layouts.lay_out(request(long_story(400)))
    layouts.clear()
    layouts.run.finish()
    assert layouts.ready
    assert not layouts.lines[-1].whole


class Broken(LayoutRequest):
    """A story that nobody can lay out."""

    def layout(self) -> Layout:
        raise ValueError("made up")


def test_a_fault_is_logged_and_told_and_the_next_long_story_is_laid_out(
    caplog: pytest.LogCaptureFixture,
) -> None:
    layouts = Shown(faults=1)
    layouts.lay_out(request(long_story(400)))
    layouts.run.finish()
    assert layouts.failures == 1
    assert layouts.ready, "whoever pages on comes to the next story"
    assert not layouts.whole
    assert [record.exc_info is not None for record in caplog.records] == [True]
    layouts.lay_out(request(long_story(400)))
    layouts.run.finish()
    assert layouts.whole
    assert layouts.lines[-1].whole


@pytest.mark.parametrize("paragraphs", [3, 400])
def test_a_fault_on_the_loop_ends_nothing_either(
    paragraphs: int, caplog: pytest.LogCaptureFixture
) -> None:
    layouts = Shown()
    layouts.lay_out(Broken(long_story(paragraphs), frame(80), AROUND))
    assert (layouts.failures, layouts.lines) == (1, [])
    assert "made up" in caplog.text
    layouts.lay_out(request(lamps()))
    assert layouts.whole
