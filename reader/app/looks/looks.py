"""How the reader looks by the preferences: themes, signs, words of the panes, the mouse."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.filter import LineFilter

from reader.app.drawing.glyphs import ASCII, TYPOGRAPHIC
from reader.app.drawing.wordings import quotes_wording, story_wording, voices_wording
from reader.app.looks.plain_cells import PLAIN_CELLS
from reader.app.looks.quiet_lines import QuietLines
from reader.app.looks.themes import make_theme, themes
from reader.app.terminal.hyperlinks import follows_links
from reader.model.palette import LAMPLIGHT, PAPER, TABLES, TERMINAL, THEMES
from reader.newsroom.config import Config
from reader.typesetting.styled_text import Setting
from reader.wording.catalogue import use_language

if TYPE_CHECKING:
    from reader.app.app import NewsreaderApp

EXACT, FEW = "truecolor", "256"
"""What terminals can show, as Rich calls it; what is less has sixteen colours or none."""
_QUIET_LINES = QuietLines()


class Looks:
    """Dresses the panes in what the preferences say and the terminal can show."""

    def __init__(self, app: NewsreaderApp) -> None:
        self._app = app
        self.light = app.terminal.light
        """Whether the terminal's background is light."""
        self.plain = False
        """Whether all signs are plain ones now."""

    @property
    def _few(self) -> bool:
        return self._app.terminal.colours == FEW

    def line_filters(self) -> list[LineFilter]:
        """Filters for terminals that lack colour or signs."""
        quiet: list[LineFilter] = [_QUIET_LINES] if self._app.no_color else []
        return [*quiet, *([PLAIN_CELLS] if self.plain else [])]

    def begin(self) -> None:
        """Register colours and keys before the first frame."""
        for theme in themes(few=self._few):
            self._app.register_theme(theme)
        self.take(self._app.newsroom.config)
        if not self._app.newsroom.config.motion:
            self._app.animation_level = "none"

    def take(self, config: Config) -> None:
        """Take keys and themes; a fault in the keys is told and those in force stay."""
        app = self._app
        if fact := app.keyboard.take_preferences(config):
            app.session.status.fact = fact
        for name, table in config.themes.items():
            base = table.get("base", LAMPLIGHT)
            colours = {**TABLES[base], **table}
            colours.pop("base", None)
            app.register_theme(make_theme(name, colours, dark=THEMES[base].dark, few=self._few))
        app.theme = self.theme_for(config)

    def theme_for(self, config: Config) -> str:
        """The theme by its setting; ``auto`` is the one that suits the terminal's background."""
        if self._app.no_color or self._app.terminal.colours not in (EXACT, FEW):
            return TERMINAL  # others would only turn grey, or be lost among sixteen colours
        if config.theme in self._app.available_themes:
            return config.theme
        return PAPER if self.light else LAMPLIGHT

    def follow_background(self, light: bool) -> None:
        """Follow the terminal's background, where the theme is to do so."""
        self.light = light
        self._app.theme = self.theme_for(self._app.newsroom.config)

    def follow(self) -> None:
        """Follow preferences that were changed."""
        app, config = self._app, self._app.newsroom.config
        use_language(config.language, os.environ)
        self.take(config)
        app.animation_level = "full" if config.motion else "none"
        app.use_mouse(config.mouse and app.terminal.mouse_allowed)
        self.dress()

    def dress(self) -> None:
        """Give the panes their preferences and words."""
        config, window = self._app.newsroom.config, self._app.window
        plain = config.glyphs == "ascii" or config.ambiguous_width == 2
        plain = plain or self._app.terminal.plain_signs
        if plain != self.plain:
            self.plain = plain
            for widget in window.main.walk_children():
                widget.refresh()
        glyphs = ASCII if plain else TYPOGRAPHIC
        article, quotes = window.article, window.quotes
        for drawn in (window.sources, window.headlines, article, window.voices, quotes):
            drawn.glyphs = glyphs
        article.setting = quotes.setting = Setting(config.smart_punctuation, glyphs.ascii)
        window.headlines.smart = config.smart_punctuation
        article.lens = config.quotes
        article.wording = story_wording()
        article.underlined = quotes.underlined = config.quote_style == "underline"
        article.hyperlinks = follows_links(os.environ)
        quotes.wording = quotes_wording()
        window.voices.wording = voices_wording(window.voices.wording.scope)
        self._app.pictures.keep_room()
