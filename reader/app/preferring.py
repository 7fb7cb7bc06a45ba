"""Preferences: changed from the screen or in their file, followed at once either way."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from textual.app import SuspendNotSupported

from reader.app.following import Following
from reader.app.terminal.driver import BackgroundTold, TerminalDriver, TerminalGone
from reader.app.terminal.editor import edit, editor_command
from reader.newsroom.config import Config
from reader.wording.catalogue import say, use_language


class Preferring(Following):
    """Follows ``config.toml``, and writes it when something is preferred on the screen."""

    _followed: Config | None = None
    """The preferences the screen shows."""
    mouse_allowed = True
    """Whether the setting decides about the mouse; ``--no-mouse`` leaves it to the terminal."""

    def on_load(self) -> None:
        """Follow the preferences from the first frame on."""
        super().on_load()
        self._followed = self.newsroom.config
        # What the shell or the editor has written over is drawn anew, all of it.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(), immediate=False)

    def on_background_told(self, message: BackgroundTold) -> None:
        """Follow the terminal's background, where the theme is to do so."""
        self.light = message.light
        self.theme = self.wanted_theme(self.newsroom.config)

    def on_terminal_gone(self, message: TerminalGone) -> None:
        """End as if somebody had quit: what is open is kept."""
        self.do_quit("")

    def look_at_settings(self) -> None:
        """Read the settings files if they were written."""
        self.desk.ask("settings", self.newsroom.preferences.reload_if_changed, lambda _: None)

    def do_quit(self, key: str) -> None:
        """End the reader; a measure that was chosen just now is still kept."""
        self.keep_measure()
        super().do_quit(key)

    def settings_changed(self) -> None:
        """Follow the preferences."""
        before, config = self._followed, self.newsroom.config
        self._followed = config
        use_language(config.language, os.environ)
        self.take_settings(config)
        self.animation_level = "full" if config.motion else "none"
        if isinstance(self._driver, TerminalDriver):
            self._driver.use_mouse(config.mouse and self.mouse_allowed)
        if self._measure_to_keep is None:  # else the screen knows better than the file
            self.article.measure = self.quotes.measure = config.measure
        self.dress()
        if self.known is not None:
            self.sources.show(self.known)  # its words may be of another language now
        titles = {item.key: item.title for item in self.sources.items}
        self.list = replace(self.list, title=titles.get(self.list.key, self.list.title))
        self.name_list()
        if before is not None and before.order != config.order:
            item = self.sources.item
            wanted = self.list_of(item) if item and item.key == self.list.key else None
            if wanted is not None:
                self.open_list(wanted, story=self.headlines.story)
        self.look_again()

    def do_settings(self, key: str) -> None:
        """Open the settings file; what is saved is in force at once."""
        self._edit(self.newsroom.paths.config_file)

    def do_edit_sources(self, key: str) -> None:
        """Open the file of the sources."""
        self._edit(self.newsroom.paths.feeds_file)

    def _edit(self, file: Path) -> None:
        if not editor_command(os.environ):
            self.note(say("status.no_editor", path=file))
            return
        prepare = self.newsroom.preferences.prepare
        self.desk.ask("settings file", prepare, lambda _: self._edit_now(file))

    def _edit_now(self, file: Path) -> None:
        try:
            with self.suspend():
                edit(file)
        except SuspendNotSupported:
            self.note(say("status.settings", path=file))
            return
        self.look_at_settings()
