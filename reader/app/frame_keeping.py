"""The app's part of the last frame: kept when the reader ends, held on the screen at the start."""

from __future__ import annotations

import os
import re

from reader.app.choosing import Choosing
from reader.app.session import story_list as lists
from reader.app.shell import LIST
from reader.app.terminal.driver import TerminalDriver
from reader.store import last_frame
from reader.store.paths import Paths

HELD = 2.0
"""Seconds after which the screen is shown whatever is still missing on it."""
_TICK = 0.02
_LINKS = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
"""Addresses behind words (OSC 8), which a frame does without."""


class FrameKeeping(Choosing):
    """Keeps the screen for the next start, if that begins with the same."""

    behind_frame = False
    """The reader starts behind the last frame."""
    held_since = 0.0
    """On the clock, while the last frame is still shown."""

    def keep_frame(self) -> None:
        """Keep what is on the screen: the list that the next start opens, and nothing over it."""
        paths, size = self.newsroom.paths, self.size
        rows: list[str] = []
        if self._starts_alike():
            strips = self.main._compositor.render_strips()  # noqa: SLF001 - nothing public draws a screen to lines
            rows = [_LINKS.sub("", strip.render(self.console)) for strip in strips]
            rows = [row.replace("\xa0", " ") for row in rows]
        self.desk.act(lambda: _keep(paths, (size.width, size.height), rows))

    def _starts_alike(self) -> bool:
        return (
            self.screen is self.main
            and self.list.key == lists.UNREAD
            and self.pane == LIST
            and not (self.quotes_open or self.sources_over or self.search_bar.display)
        )

    def hold_frame(self) -> None:
        """Leave the last frame on the screen until the list has come and is drawn."""
        self.held_since = self.newsroom.clock.monotonic()
        self.set_timer(_TICK, self._let_go_when_drawn)

    def _let_go_when_drawn(self) -> None:
        pane = self.headlines
        drawn = bool(pane.ids or pane.empty is not None) and not self.desk.busy
        if drawn or self.newsroom.clock.monotonic() - self.held_since > HELD:
            self.call_after_refresh(self._let_go)
        else:
            self.set_timer(_TICK, self._let_go_when_drawn)

    def _let_go(self) -> None:
        if isinstance(self._driver, TerminalDriver):
            self._driver.let_go()


def _keep(paths: Paths, size: tuple[int, int], rows: list[str]) -> None:
    key = last_frame.key_of(str(paths.config_file), *size, os.environ)
    last_frame.keep(str(paths.cache / last_frame.NAME), key, rows)
