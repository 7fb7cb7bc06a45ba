"""A search for words in the story on screen: where they stand, and at which of them one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.app.drawing.layout_search import Hit, find_hits
from reader.app.panes.story.newest_job import NewestJob
from reader.app.requests import Run
from reader.typesetting.line import Layout


class WordSearch:
    """Finds words at once, or beside the loop where that takes a while."""

    def __init__(self, run: Run, show: Callable[[Sequence[Hit], bool], object]) -> None:
        """`show` takes the hits whenever they change, and whether to go to the first now."""
        self._show = show
        self._jobs = NewestJob(run)
        self.words: tuple[str, ...] = ()
        """Words and phrases that are looked for."""
        self.hits: Sequence[Hit] = ()
        """In reading order."""
        self.at = -1
        """The index of the hit one is at; -1 before the first."""
        self._goes_to_first = False

    def look_for(self, words: Iterable[str]) -> None:
        """Look for other words from now on; the first hit is gone to once it is known."""
        self.words, self.at = tuple(words), -1
        self._goes_to_first = bool(self.words)

    def forget(self) -> None:
        """Look for nothing from now on."""
        self.words, self.at = (), -1

    def put(self, hits: Sequence[Hit]) -> None:
        """Take hits that somebody else has found and shows; nobody goes anywhere."""
        self._jobs.drop()
        self.hits = hits

    def look_in(self, layout: Layout, *, long: bool) -> None:
        """Find the words in these lines; where there are many (`long`), beside the loop."""
        words = self.words
        self._jobs.drop()
        if words and long:
            self._take(())
            self._jobs.start(lambda: find_hits(layout, words), self._take, lambda: None)
        else:
            self._take(find_hits(layout, words) if words else ())

    def _take(self, hits: Sequence[Hit]) -> None:
        self.hits = hits
        to_first = bool(hits) and self._goes_to_first
        if to_first:
            self._goes_to_first = False
        self._show(hits, to_first)

    def step(self, direction: int) -> Hit | None:
        """Go to the next hit (1) or the previous one (-1); None if there is none."""
        at = self.at + direction
        if not 0 <= at < len(self.hits):
            return None
        self.at = at
        return self.hits[at]
