"""The frame of the screen: panes, how wide each is, which one has the keys, the status line."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.filter import LineFilter
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from reader.app.commands.key_table import key_table, keyless, keys_in_force
from reader.app.drawing.glyphs import ASCII, TYPOGRAPHIC
from reader.app.drawing.widths import SMALLEST, Widths, widths
from reader.app.drawing.wordings import quotes_wording, story_wording, voices_wording
from reader.app.keyboard import Keyboard
from reader.app.looks.plain_cells import PLAIN_CELLS
from reader.app.looks.quiet_lines import QuietLines
from reader.app.looks.themes import DEFAULTS, make_theme, themes
from reader.app.main_screen import MainScreen
from reader.app.panes.ask_line import AskLine
from reader.app.panes.first_run import FirstRun
from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.panes.quotes.pane import QuotesPane
from reader.app.panes.quotes.voice_list import VoiceList
from reader.app.panes.search_bar import SearchBar
from reader.app.panes.sidebar import SourcesPane
from reader.app.panes.status import Fact, StatusLine
from reader.app.panes.story.pane import ArticlePane
from reader.app.requests import Answer, Desk
from reader.app.sheets.sheet import Sheet
from reader.app.terminal.hyperlinks import follows_links
from reader.model.article import Article
from reader.model.change import Change
from reader.model.errors import SettingsError
from reader.model.palette import LAMPLIGHT, PAPER, TABLES, TERMINAL, THEMES
from reader.newsroom.config import Config
from reader.newsroom.newsroom import Newsroom
from reader.typesetting.styled_text import Setting
from reader.wording.catalogue import say
from reader.wording.what_was_done import what_was_done

SOURCES, LIST, ARTICLE, VOICES, QUOTES, FIRST = (
    "sources", "list", "article", "voices", "quotes", "first",
)  # fmt: skip
"""The panes that can have the keys."""
EXACT, FEW = "truecolor", "256"
"""What terminals can show, as Rich calls it; what is less has sixteen colours or none."""
SETTLE = 0.15
"""Seconds in which several changes of the store become one look at it."""
_QUIET_LINES = QuietLines()


class Shell(Keyboard):
    """Puts the panes together. What the keys do is in the classes above this one."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    TITLE = "newsreader"

    def __init__(self, newsroom: Newsroom, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.newsroom = newsroom
        self.desk = Desk(self.post_message, self.trouble)
        self.pane = LIST
        self.quotes_open = False
        self.copier: Callable[[str], object] | None = None
        """Puts text on the system's clipboard, beside the terminal's way."""
        self.alone: Article | None = None
        """A page that is shown without any list."""
        self.light = False
        """Whether the terminal's background is light."""
        self.colours = EXACT
        """`EXACT`, `FEW` or less."""
        self.plain_signs = False
        """Whether the terminal can show no sign outside of ASCII, or is not known to."""
        self._plain = False
        """Whether all signs are plain ones now."""
        self.ready = False
        self._fact = Fact()
        self._preview: Timer | None = None

    # Putting together

    def get_default_screen(self) -> Screen[None]:
        """Our own screen, whose keys are ours alone."""
        return MainScreen(id="main")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens, for themes that lack them."""
        return dict(DEFAULTS)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and ours for terminals that lack colour or signs."""
        own: list[LineFilter] = [_QUIET_LINES] if self.no_color else []
        own += [PLAIN_CELLS] if self._plain else []
        return [*own, *super().get_line_filters()]

    def compose(self) -> ComposeResult:
        """All panes; `arrange` shows those that belong on the screen."""
        clock = self.newsroom.clock
        with Horizontal(id="body"):
            yield SourcesPane(id=SOURCES)
            with Vertical(id="middle"):
                yield SearchBar(id="search")
                yield HeadlinesPane(id=LIST)
            yield VoiceList(id=VOICES)
            yield ArticlePane(id=ARTICLE, clock=clock)
            yield QuotesPane(id=QUOTES, clock=clock)
            yield FirstRun(id=FIRST)
        yield StatusLine(id="status")
        yield AskLine(id="ask")
        yield Static(Content(say("error.small")), id="too-small")

    def on_load(self) -> None:
        """Register colours and keys before the first frame."""
        for theme in themes(few=self.colours == FEW):
            self.register_theme(theme)
        self.take_settings(self.newsroom.config)

    def take_settings(self, config: Config) -> None:
        """Follow the preferences; a fault in the keys is told and those in force stay."""
        try:
            self.keys_set = keys_in_force(config)
        except SettingsError as error:
            self.keys_set = self.keys_set or key_table(config.keys_preset, {})
            self._fact = Fact(str(error), failed=True)
        else:
            if lost := keyless(config.keys_preset, config.keys, self.keys_set):
                self._fact = Fact(" ".join(lost))
        for name, table in config.themes.items():
            base = table.get("base", LAMPLIGHT)
            colours = {**TABLES[base], **table}
            colours.pop("base", None)
            dark = THEMES[base].dark
            self.register_theme(make_theme(name, colours, dark=dark, few=self.colours == FEW))
        self.theme = self.wanted_theme(config)

    def wanted_theme(self, config: Config) -> str:
        """The theme by its setting; ``auto`` is the one that suits the terminal's background."""
        if self.no_color or self.colours not in (EXACT, FEW):
            return TERMINAL  # others would only turn grey, or be lost among sixteen colours
        if config.theme in self.available_themes:
            return config.theme
        return PAPER if self.light else LAMPLIGHT

    def dress(self) -> None:
        """Give the panes their preferences and words."""
        config = self.newsroom.config
        plain = config.glyphs == "ascii" or config.ambiguous_width == 2 or self.plain_signs
        if plain != self._plain:
            self._plain = plain
            for widget in self.main.walk_children():
                widget.refresh()
        glyphs = ASCII if plain else TYPOGRAPHIC
        for drawn in (self.sources, self.headlines, self.article, self.voices, self.quotes):
            drawn.glyphs = glyphs
        setting = Setting(config.smart_punctuation, glyphs.ascii)
        self.article.setting = self.quotes.setting = setting
        self.headlines.smart = config.smart_punctuation
        self.article.lens = config.quotes
        self.article.wording = story_wording()
        self.article.underlined = self.quotes.underlined = config.quote_style == "underline"
        self.article.hyperlinks = follows_links(os.environ)
        self.quotes.wording = quotes_wording()
        self.voices.wording = voices_wording(self.voices.wording.scope)

    def show_sheet(self, sheet: Sheet) -> None:
        """Lay a sheet over the panes."""
        sheet.glyphs = self.sources.glyphs
        self.push_screen(sheet)

    # The panes

    @property
    def sources(self) -> SourcesPane:
        """The sidebar."""
        return self.main.query_one(f"#{SOURCES}", SourcesPane)

    @property
    def headlines(self) -> HeadlinesPane:
        """The list."""
        return self.main.query_one(f"#{LIST}", HeadlinesPane)

    @property
    def article(self) -> ArticlePane:
        """The story."""
        return self.main.query_one(f"#{ARTICLE}", ArticlePane)

    @property
    def voices(self) -> VoiceList:
        """Who is quoted."""
        return self.main.query_one(f"#{VOICES}", VoiceList)

    @property
    def quotes(self) -> QuotesPane:
        """What they said."""
        return self.main.query_one(f"#{QUOTES}", QuotesPane)

    @property
    def first_run(self) -> FirstRun:
        """What is shown to somebody who has no sources."""
        return self.main.query_one(f"#{FIRST}", FirstRun)

    @property
    def search_bar(self) -> SearchBar:
        """Where words to search for are typed."""
        return self.main.query_one("#search", SearchBar)

    @property
    def main(self) -> Screen[object]:
        """The screen with the panes, whatever lies over it."""
        return self.screen_stack[0]

    @property
    def ask_line(self) -> AskLine:
        """Where something is asked, at the bottom."""
        return self.main.query_one("#ask", AskLine)

    def widget_of(self, pane: str) -> Widget:
        """The widget of a pane."""
        return self.main.query_one(f"#{pane}")

    @property
    def widths(self) -> Widths:
        """How wide the panes are in a window of this size."""
        return widths(self.size.width, self.size.height)

    @property
    def sources_over(self) -> bool:
        """Narrow: the sidebar lies over what is shown."""
        return self.pane == SOURCES and self.widths.sources == 0

    def on_resize(self, event: events.Resize) -> None:
        """Arrange for the room there is; places stay."""
        self.call_after_refresh(self._rearrange)

    def _rearrange(self) -> None:
        self.arrange()
        self.tell()  # other keys are useful where panes lie over each other

    def arrange(self) -> None:
        """Show the panes that belong on the screen, each in its width."""
        if not self.alive:
            return
        small = self.size.width < SMALLEST[0] or self.size.height < SMALLEST[1]
        self.main.set_class(small, "small")
        wide = self.widths
        first = self.pane == FIRST
        reading = self.article.reading_view and self.pane == ARTICLE
        left, right = (VOICES, QUOTES) if self.quotes_open else (LIST, ARTICLE)
        both = not wide.single and not reading and not first
        # The Saved list has the room to say how much of each story is left.
        alone = both and self.headlines.keeps and self.pane != ARTICLE and not self.quotes_open
        shown = {
            SOURCES: (both and wide.sources > 0 and not self.alone) or self.sources_over,
            left: both or (self.pane == left or (self.pane == SOURCES and not first)),
            right: (both and not alone) or self.pane == right or reading,
        }
        if first:
            shown = {FIRST: True}
        for pane in (SOURCES, VOICES, ARTICLE, QUOTES, FIRST):
            self.widget_of(pane).display = shown.get(pane, False)
        middle = self.main.query_one("#middle")
        middle.display = shown.get(LIST, False)
        over = wide.sources == 0
        self.sources.set_class(over, "over")
        mixed = not (self.no_color or self.current_theme.ansi)
        self.main.query_one("#body").set_class(self.sources_over and mixed, "covered")
        self.sources.styles.width = wide.overlay if over else wide.sources
        side: Widget
        for side in (middle, self.voices):
            side.styles.width = "1fr" if wide.single or alone else wide.headlines
        for side in (self.article, self.quotes):
            side.set_class(both, "beside")
        for drawn in (self.sources, self.headlines, self.voices, self.article, self.quotes):
            drawn.airy = wide.airy
        self.article.single = wide.single
        self.search_bar.set_class(not wide.airy, "low")
        self.headlines.crumb = self.voices.crumb = say("sources.title") if wide.single else ""
        self.focus_pane()

    def go(self, pane: str) -> None:
        """Give the keys to a pane."""
        self.pane = pane
        self.arrange()
        self.tell()

    def do_open(self, key: str) -> None:
        """Open what is under the cursor; see `Moving`."""

    def focus_pane(self) -> None:
        """Let the widget of the pane have the focus, unless something lies over it."""
        if self.screen is self.main and not self.search_bar.typing and not self.ask_line.typing:
            # At once: put off, it would take the keys from a field that gets them meanwhile.
            self.main.set_focus(self.widget_of(self.pane), scroll_visible=False)

    # Waiting

    @property
    def alive(self) -> bool:
        """Whether there are panes: before the first frame and after the last there are none."""
        if not self.ready or not self.screen_stack:
            return False
        # While the reader ends, its screen is still there when its panes have gone.
        return bool(self.main.query(f"#{LIST}"))

    def later(self, seconds: float, what: Callable[[], object]) -> Timer:
        """Do something in a while, unless the reader has ended by then."""

        def do() -> None:
            if self.alive:
                what()

        return self.set_timer(seconds, do)

    # Keys

    def takes_commands(self) -> bool:
        """Whether keys are commands now: there are panes, and nothing lies over them."""
        return self.alive and self.screen is self.main

    def typing_words(self) -> bool:
        """Whether somebody types words into a field of the panes."""
        return self.search_bar.typing

    def answer(self, event: events.Key) -> bool:
        """Answer a key, if it is a command, or one that a question knows."""
        if self.takes_commands() and self.ask_line.typing:
            return self.ask_line.took(event)
        return super().answer(event)

    def picks_by_number(self) -> bool:
        """Whether a digit chooses at once, as on the first page."""
        return self.pane == FIRST

    def do(self, name: str, key: str = "", number: int = 0) -> None:
        """Do what a key asks for, `number` times where one was typed."""
        if self.screen is not self.main and name != "quit":
            return  # what lies over the panes has keys of its own
        self._fact = Fact()
        super().do(name, key, number)
        self.tell()

    def action_help_quit(self) -> None:
        """Control-C is answered in the status line."""
        self.note(f"{self.key_for('quit')} {say('action.quit')}")

    # Saying something

    def note(self, words: str, *, failed: bool = False, quiet: bool = False) -> None:
        """Say one thing in the status line; it stays until the next key.

        `quiet`: it is no news, only how things stand.
        """
        self._fact = Fact(words, failed=failed, quiet=quiet)
        self.tell()

    def copy_to_clipboard(self, text: str) -> None:
        """Put text on the clipboard, by the terminal and the system's program, or one of them."""
        wanted = self.newsroom.config.clipboard
        if wanted != "system" or self.copier is None:
            super().copy_to_clipboard(text)
        if wanted != "terminal" and (copier := self.copier):
            self.desk.ask("clipboard", lambda: copier(text), lambda _: None)

    def trouble(self, words: str) -> None:
        """Say what went wrong."""
        self.note(words, failed=True)

    def changed(self, change: Change | None) -> None:
        """Name what was changed, with the key that undoes it."""
        if change is None:
            return
        self._fact = Fact(what_was_done(change), undoable=True)
        self.tell()

    def tell(self) -> None:
        """Bring the status line up to date."""

    def on_answer(self, message: Answer) -> None:
        """A thread has found what was asked for."""
        if self.alive:
            message.deliver()

