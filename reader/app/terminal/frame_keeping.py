"""The app's part of the last frame: kept when the reader ends, held on the screen at the start."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from reader.app.session import story_list as lists
from reader.app.session.place import LIST, Mode
from reader.store import last_frame
from reader.store.paths import Paths

if TYPE_CHECKING:
    from reader.app.app import NewsreaderApp

HELD = 2.0
"""Seconds after which the screen is shown whatever is still missing on it."""
_TICK = 0.02
_LINKS = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
"""Addresses behind words (OSC 8), which a frame does without."""


class FrameKeeping:
    """Keeps the screen for the next start, if that begins with the same."""

    def __init__(self, app: NewsreaderApp) -> None:
        self._app = app
        self.held_since = 0.0
        """On the clock, while the last frame is still shown."""

    def keep(self) -> None:
        """Keep what is on the screen: the list that the next start opens, and nothing over it."""
        paths, size = self._app.newsroom.paths, self._app.size
        rows: list[str] = []
        if self._starts_alike():
            strips = self._app.window.main._compositor.render_strips()  # noqa: SLF001 - nothing public draws a screen to lines
            rows = [_LINKS.sub("", strip.render(self._app.console)) for strip in strips]
            rows = [row.replace("\xa0", " ") for row in rows]
        self._app.requests.act(lambda: _keep(paths, (size.width, size.height), rows))

    def _starts_alike(self) -> bool:
        session, window = self._app.session, self._app.window
        return (
            not window.covered
            and session.list.current.key == lists.UNREAD
            and session.place.mode is Mode.LIST
            and session.place.pane == LIST
            and not window.search_field.display
        )

    def hold(self) -> None:
        """Leave the last frame on the screen until the list has come and is drawn."""
        self.held_since = self._app.newsroom.clock.monotonic()
        self._app.set_timer(_TICK, self._let_go_when_drawn)

    def _let_go_when_drawn(self) -> None:
        headlines = self._app.window.headlines
        has_come = bool(headlines.ids or headlines.empty is not None)
        drawn = has_come and not self._app.requests.busy
        if drawn or self._app.newsroom.clock.monotonic() - self.held_since > HELD:
            self._app.call_after_refresh(self._app.let_go_of_frame)
        else:
            self._app.set_timer(_TICK, self._let_go_when_drawn)


def _keep(paths: Paths, size: tuple[int, int], rows: list[str]) -> None:
    key = last_frame.key_of(str(paths.config_file), *size, os.environ)
    last_frame.keep(str(paths.cache / last_frame.NAME), key, rows)
