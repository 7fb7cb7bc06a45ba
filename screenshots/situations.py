"""Draws every situation a person can meet from the demo edition, to be looked at.

    python screenshots/situations.py DIRECTORY [NAME ...] [--sizes 120x36,80x24] [--themes paper]

Without names all situations are drawn, in all sizes and themes; ``none`` among the themes is
NO_COLOR. A frame is an SVG, and a PNG beside it where cairosvg is installed.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.app.following import Heard
from reader.app.shell import SETTLE
from textual.pilot import Pilot

from reader.app.app import NewsreaderApp
from reader.model import palette
from reader.model.feed import Feed, FeedHealth, FetchOutcome
from reader.model.sources import Sources
from reader.model.story import Position
from reader.newsroom.demo import open_demo
from reader.newsroom.events import FeedRefreshed, RefreshStarted
from reader.newsroom.newsroom import Newsroom
from reader.store.paths import Paths
from reader.wording.catalogue import say
from screenshots.frames import write_frame
from screenshots.make import HERE, NOW, StandingClock, settled

SIZES = ("80x24", "100x30", "120x36", "160x45", "200x50")
THEMES = (*palette.THEMES, "none")
TIMED_OUT = FeedHealth(
    FetchOutcome.TIMEOUT, "The server did not answer.", checked=NOW - 600, failures=3
)
GONE = FeedHealth(FetchOutcome.GONE, "What was there is gone for good (410).", 410, NOW - 600)
REFUSED = FeedHealth(FetchOutcome.REFUSED, "The site refuses to let us in (403).", 403, NOW - 600)
OFFLINE = FeedHealth(FetchOutcome.OFFLINE, "There is no network.", next_visit=NOW + 3900)


@dataclasses.dataclass(frozen=True)
class Situation:
    """What is so, and the keys that lead to it."""

    name: str
    keys: tuple[str, ...] = ()
    edition: bool = True
    health: FeedHealth | None = None
    """Of the last source."""
    refreshing: bool = False
    saved: int = 0
    """How many stories are saved, one of them begun and one finished."""
    page: str = ""
    """A file of this directory, shown alone."""


SITUATIONS = (
    Situation("main", ("j", "j")),
    Situation("reading", ("j", "j", "f")),
    Situation("reading-on", ("j", "j", "f", "pagedown")),
    Situation("article", ("j", "j", "enter")),
    Situation("compact", ("v",)),
    Situation("sources", ("h",)),
    Situation("quotes", ("quotation_mark",)),
    Situation("search", ("slash", *"said", "colon", *"mar")),
    Situation("search-words", ("slash", *"harbour")),
    Situation("search-nothing", ("slash", *"lighthoose")),
    Situation("help", ("question_mark",)),
    Situation("palette", ("colon", *"mark")),
    Situation("add", ("a",)),
    Situation("first", edition=False),
    Situation("refreshing", ("j", "j"), refreshing=True),
    Situation(
        "caught-up-offline", ("A", "h", "g", "enter", "h", "j", "enter"), health=OFFLINE, saved=12
    ),
    Situation("source-error", ("h", "G", "enter"), health=TIMED_OUT),
    Situation("source-gone", ("h", "G", "enter"), health=GONE),
    Situation("source-refused", ("h", "G", "enter"), health=REFUSED),
    Situation("details", ("h", "G", "enter", "h", "i"), health=TIMED_OUT),
    Situation("marked", ("A",)),
    Situation("saved", ("h", "g", "j", "j", "enter", "j"), saved=8),
    Situation("saved-empty", ("h", "g", "j", "j", "enter")),
    Situation("quote-kinds", page="quote-kinds.html"),
    Situation("quote-kinds-on", ("pagedown",), page="quote-kinds.html"),
)


class Ailing:
    """A newsroom of which the last source is as somebody says."""

    def __init__(self, newsroom: Newsroom, health: FeedHealth | None) -> None:
        self._newsroom, self._health = newsroom, health

    def __getattr__(self, name: str) -> object:
        return getattr(self._newsroom, name)

    def sources(self) -> Sources:
        """The sidebar."""
        known = self._newsroom.sources.overview()
        health = self._health
        if health is None:
            return known
        *others, last = known.folders

        def ailing(feed: Feed) -> Feed:
            return dataclasses.replace(feed, health=health)

        feeds = (*last.feeds[:-1], ailing(last.feeds[-1]))
        last = dataclasses.replace(last, feeds=feeds)
        return dataclasses.replace(known, folders=(*others, last))


@contextmanager
def newsroom_of(situation: Situation) -> Iterator[Newsroom]:
    """Open a newsroom in which the situation is so."""
    with tempfile.TemporaryDirectory() as home:
        if situation.edition:
            newsroom = open_demo(StandingClock(), home=home)
        else:
            paths = Paths.below(Path(home))
            paths.create()
            newsroom = Newsroom.open(paths, clock=StandingClock())
        try:
            stories = newsroom.stories.select(newsroom.parse("is:quoted"))[2 : 2 + situation.saved]
            for story in reversed(stories):
                newsroom.marks.save([story])
            for story, progress in zip(stories[1:], (0.4, 0.2, 0.0, 0.9, 1.0), strict=False):
                if progress:
                    newsroom.marks.keep_position(story, Position(1, 0), progress, progress == 1.0)
            yield cast(Newsroom, Ailing(newsroom, situation.health))
        finally:
            newsroom.close()


async def draw(
    situation: Situation, sizes: list[str], themes: list[str], directory: Path
) -> None:
    """Draw a situation in each size and theme; each size in an edition nobody has read yet."""
    for size in sizes:
        with newsroom_of(situation) as newsroom:
            newsroom.preferences.set("motion", False)
            page = newsroom.pages.open(str(HERE / situation.page)) if situation.page else None
            colourless = True if themes == ["none"] else None
            app = NewsreaderApp(newsroom, article=page, refresh=False, ansi_color=colourless)
            app.animation_level = "none"
            width, height = map(int, size.split("x"))
            async with app.run_test(size=(width, height)) as pilot:
                await reach(app, pilot, situation)
                for theme in themes:
                    if theme != "none":
                        app.theme = theme
                    await settled(app, pilot.pause)
                    svg = app.export_screenshot(title="newsreader")
                    write_frame(svg, directory / f"{situation.name}-{size}-{theme}.svg")


async def reach(app: NewsreaderApp, pilot: Pilot[int], situation: Situation) -> None:
    """Press the keys; let happen what happens."""
    for key in ("", *situation.keys):
        if key:
            await pilot.press(key)
        await settled(app, pilot.pause)
    if situation.refreshing:
        feeds = [feed.id for feed in app.session.sidebar.feeds]
        app.post_message(Heard(RefreshStarted(1, 63, tuple(feeds))))
        for done, feed in enumerate(feeds[:3], 39):
            app.post_message(
                Heard(FeedRefreshed(1, feed, done, 63, 13, done == 41, FetchOutcome.OK, ""))
            )
        await pilot.pause(2 * SETTLE)
        await settled(app, pilot.pause)
        headlines = app.window.headlines
        headlines.above, headlines.shows_them = 14, say("list.shows_them", top="g")
        app.window.headlines.redraw()
        await settled(app, pilot.pause)


def main() -> None:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("directory", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--themes", default=",".join(THEMES))
    asked = parser.parse_args()
    asked.directory.mkdir(parents=True, exist_ok=True)
    themes = asked.themes.split(",")
    for situation in SITUATIONS:
        if asked.names and situation.name not in asked.names:
            continue
        coloured = [theme for theme in themes if theme != "none"]
        os.environ.pop("NO_COLOR", None)
        if coloured:
            asyncio.run(draw(situation, asked.sizes.split(","), coloured, asked.directory))
        if "none" in themes:
            for size in asked.sizes.split(","):
                os.environ["NO_COLOR"] = "1"  # Textual takes it out of the environment
                asyncio.run(draw(situation, [size], ["none"], asked.directory))


if __name__ == "__main__":
    main()
