"""Lays stories out: short ones at once, long ones beside the loop, with their beginning at once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.app.drawing.layout_search import Hit, find_hits
from reader.app.panes.story.newest_job import NewestJob
from reader.app.requests import Run
from reader.model.article import Article
from reader.typesetting.head_and_end import Surroundings, Wording
from reader.typesetting.line import Layout
from reader.typesetting.measure import Frame
from reader.typesetting.story_layout import lay_out
from reader.typesetting.styled_text import Setting

ON_THE_LOOP = 12_000
"""Code points that are laid out at once; more is done beside the loop."""
_BEGINNING = ON_THE_LOOP // 4
"""Code points of a long story that are laid out at once."""
_LOG = logging.getLogger(__name__)


class LayoutRequest(NamedTuple):
    """Everything that the lines of a story depend on."""

    article: Article
    frame: Frame
    around: Surroundings
    setting: Setting = Setting()  # immutable
    wording: Wording = Wording()
    speakers: bool = True
    """Whether speakers are marked."""

    def layout(self) -> Layout:
        """Lay the story out."""
        article, columns, around, setting, wording, speakers = self
        return lay_out(article, columns, around, setting, wording, speakers=speakers)

    def beginning(self) -> Layout:
        """Lay out as many of the first blocks as take no time, with the quotes that end there."""
        room, blocks = _BEGINNING, 0
        for block in self.article.blocks:
            room -= len(block.text)
            if room < 0:
                break
            blocks += 1
        begun = replace(self.article, blocks=self.article.blocks[:blocks], quotes=())
        length = len(begun.text)
        quotes = tuple(quote for quote in self.article.quotes if quote.end <= length)
        around = self.around._replace(origin="", notice=None, next_title="")
        return self._replace(article=replace(begun, quotes=quotes), around=around).layout()


class Laid(NamedTuple):
    """Lines to be shown."""

    layout: Layout
    frame: Frame
    whole: bool = True
    """They are all of the story, not its beginning."""
    words: tuple[str, ...] = ()
    """What was looked for in them already."""
    hits: Sequence[Hit] = ()


class StoryLayouts:
    """Knows whose lines are shown, and whether they are those that were asked for last."""

    def __init__(
        self, run: Run, show: Callable[[Laid], object], failed: Callable[[], object]
    ) -> None:
        """`show` takes lines as they come; `failed` is told that a story cannot be laid out."""
        self._show = show
        self._tell_failure = failed
        self._jobs = NewestJob(run)
        self.ready = False
        """The lines shown are those that were asked for last, or there will be none."""
        self._failure = False
        self._shown: Article | None = None

    @property
    def whole(self) -> bool:
        """Whether the lines shown are the story's, all of them."""
        return self.ready and not self._failure

    def lay_out(
        self, request: LayoutRequest, words: tuple[str, ...] = (), *, at_head: bool = True
    ) -> None:
        """Show the lines of a story, now or later; `words` are looked for where it takes long.

        Until a long story's lines have come, those it has stay; one that has none shows its
        beginning, if the reader is `at_head`.
        """
        self._failure = False
        if is_short(request.article):
            self._jobs.drop()
            layout = self._at_once(request.layout)
            if layout is not None:
                self._take(request.article, Laid(layout, request.frame))
            return
        if self._shown is not request.article:
            layout = self._at_once(request.beginning) if at_head else Layout()
            if layout is None:
                return
            self._show(Laid(layout, request.frame, whole=False))
        self.ready = False

        def job() -> Laid:
            layout = request.layout()
            hits = find_hits(layout, words) if words else ()
            return Laid(layout, request.frame, True, words, hits)

        self._jobs.start(job, lambda laid: self._take(request.article, laid), self._fail)

    def drop(self) -> None:
        """Want no lines of a story any more."""
        self._jobs.drop()

    def clear(self) -> None:
        """Show no story."""
        self.drop()
        self._shown, self.ready, self._failure = None, True, False

    def _at_once(self, layout: Callable[[], Layout]) -> Layout | None:
        try:
            return layout()
        except Exception:
            _LOG.exception("a story cannot be laid out")
            self._fail()
            return None

    def _take(self, article: Article, laid: Laid) -> None:
        self._shown, self.ready = article, True
        self._show(laid)

    def _fail(self) -> None:
        self._shown, self.ready, self._failure = None, True, True
        self._tell_failure()


def is_short(article: Article) -> bool:
    """Whether a story takes so little time that no key waits for it."""
    return sum(len(block.text) for block in article.blocks) <= ON_THE_LOOP
