"""A search in the story on screen: hits in order, the first one gone to once."""

from __future__ import annotations

from collections.abc import Sequence

from reader.app.drawing.layout_search import Hit
from reader.app.panes.story.word_search import WordSearch
from reader.typesetting.line import Layout
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from tests.app.fake_run import FakeRun
from tests.app.stories import long_story


class Search(WordSearch):
    """Remembers how many hits were to be shown, and whether the first was to be gone to."""

    def __init__(self, faults: int = 0) -> None:
        self.run = FakeRun(faults)
        self.shown: list[tuple[int, bool]] = []
        super().__init__(self.run, self._note)

    def _note(self, hits: Sequence[Hit], to_first: bool) -> None:
        self.shown.append((len(hits), to_first))


def layout() -> Layout:
    return lay_out(long_story(), frame(80))


def test_hits_are_stepped_through_and_there_is_an_end_at_both_ends() -> None:
    search = Search()
    search.look_for(["PARAGRAPH 3"])
    search.look_in(layout(), long=False)
    assert search.shown == [(11, True)], "3 and 30 to 39"
    first = search.step(1)
    assert first
    assert first == search.hits[0]
    assert search.step(-1) is None
    lines = [first.line, *(hit.line for hit in iter(lambda: search.step(1), None))]
    assert lines == sorted(lines)
    assert len(lines) == 11
    assert search.step(1) is None
    assert search.at == 10


def test_the_first_hit_is_gone_to_once_for_each_search() -> None:
    search, lines = Search(), layout()
    search.look_for(["nowhere"])
    search.look_in(lines, long=False)
    search.look_for(["begins"])
    search.look_in(lines, long=False)
    search.look_in(lines, long=False)
    assert search.shown == [(0, False), (40, True), (40, False)]
    search.look_for([])
    search.look_in(lines, long=False)
    assert search.shown[-1] == (0, False)


def test_a_long_story_is_looked_through_beside_the_loop() -> None:
    search = Search()
    search.look_for(["begins"])
    search.look_in(layout(), long=True)
    assert search.shown == [(0, False)], "nobody waits for it"
    search.run.finish()
    assert search.shown[-1] == (40, True)


def test_hits_of_other_lines_or_words_are_dropped() -> None:
    search = Search()
    search.look_for(["begins"])
    search.look_in(layout(), long=True)
    search.put(())
    search.run.finish()
    assert search.shown == [(0, False)]
    assert search.hits == ()


def test_a_fault_is_logged_and_the_next_search_finds() -> None:
    search = Search(faults=1)
    for _ in range(2):
        search.look_for(["begins"])
        search.look_in(layout(), long=True)
        search.run.finish()
    assert search.shown == [(0, False), (0, False), (40, True)]
