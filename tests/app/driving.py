"""Drives the whole app over a made-up newsroom, by keys, and waits for it to be quiet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from reader.app.app import NewsreaderApp, TerminalFacts
from reader.app.session.session import Session
from reader.app.window import Window
from tests.app.fake_newsroom import FakeNewsroom

LIMIT = 60.0
"""Seconds after which something that should happen is said not to have happened."""


class Driver:
    """The app, its keys, its newsroom."""

    def __init__(self, app: NewsreaderApp, pilot: Pilot[int], newsroom: FakeNewsroom) -> None:
        self.app = app
        self.pilot = pilot
        self.newsroom = newsroom

    @property
    def session(self) -> Session:
        """What is true of the screen."""
        return self.app.session

    @property
    def window(self) -> Window:
        """The panes."""
        return self.app.window

    async def quiet(self) -> None:
        """Wait until every question is answered and drawn."""
        await self.until(lambda: not self.app.requests.busy)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(LIMIT):
            while not holds():
                await self.pilot.pause(0.01)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and wait for what they ask for."""
        for key in keys:
            await self.pilot.press(key)
            await self.quiet()

    async def beside(self, story: int) -> None:
        """Wait until a story stands beside the list."""
        await self.until(lambda: self.shown == story)
        await self.quiet()

    @property
    def shown(self) -> int:
        """The story in the article pane; 0 for none."""
        article = self.window.article
        row = article.headline
        return row.id if row and article.article and self.session.story.id else 0

    @property
    def fact(self) -> str:
        """The words on the left of the status line."""
        return self.window.status.fact

    @property
    def unread(self) -> list[int]:
        """The stories the newsroom counts as unread."""
        return [row.id for row in self.newsroom.rows.values() if row.unread]


@asynccontextmanager
async def driven(
    newsroom: FakeNewsroom | None = None,
    size: tuple[int, int] = (120, 36),
    *,
    ansi_color: bool | None = None,
    terminal: TerminalFacts | None = None,
) -> AsyncIterator[Driver]:
    """Run the app on a made-up newsroom until its first list is drawn."""
    newsroom = newsroom or FakeNewsroom()
    app = NewsreaderApp(
        newsroom.door(), refresh=False, ansi_color=ansi_color, terminal=terminal
    )
    app.keyboard.number_waits = LIMIT
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot, newsroom)
        session = app.session
        await driver.until(
            lambda: session.sidebar.sources is not None or session.first_page.is_open
        )
        await driver.quiet()
        yield driver
