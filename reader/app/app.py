"""The reader's app on Textual: its parts put together, from the first frame to the last."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.message import Message
from textual.screen import Screen

from reader.app.commands.keyboard import Keyboard
from reader.app.drawing.cursor import cursor_on
from reader.app.looks.looks import EXACT, Looks
from reader.app.looks.themes import DEFAULTS
from reader.app.main_screen import MainScreen, compose_panes
from reader.app.panes.first_run import FirstRun
from reader.app.panes.story.messages import PicturesWanted
from reader.app.requests import ThreadedRequests
from reader.app.session.session import Session
from reader.app.sheets.sheet import OverScreen, Sheet
from reader.app.terminal.driver import (
    BackgroundTold,
    GraphicsTold,
    TerminalDriver,
    TerminalGone,
)
from reader.app.terminal.frame_keeping import FrameKeeping
from reader.app.terminal.opener import open_address
from reader.app.terminal.picture_requests import PictureRequests
from reader.app.terminal.terminal_text import OnlyText
from reader.app.window import Window
from reader.model.article import Article
from reader.newsroom.events import Event
from reader.newsroom.newsroom import Newsroom
from reader.wording.catalogue import say

WATCH = 2.0
"""Seconds between two looks at the settings files."""
TICK = 30.0
"""Seconds between two looks at whether a feed is due, and at the ages on the screen."""
PATIENCE = 2.0
"""Seconds after which keys are answered although nothing has come that they could mean."""
_LOG = logging.getLogger(__name__)
_ONLY_TEXT = OnlyText()


@dataclass(frozen=True, slots=True)
class TerminalFacts:
    """What is known of the terminal before the first frame."""

    light: bool = False
    """Whether its background is light."""
    colours: str = EXACT
    """`EXACT`, `FEW` or less."""
    plain_signs: bool = False
    """Whether it can show no sign outside of ASCII, or is not known to."""
    mouse_allowed: bool = True
    """Whether the setting decides about the mouse; ``--no-mouse`` leaves it to the terminal."""
    copier: Callable[[str], object] | None = None
    """Puts text on the system's clipboard, beside the terminal's way."""
    opener: Callable[[str, Sequence[str]], bool] = open_address
    """Opens an address by a command of the person's, or the system's browser; False if it
    cannot."""
    behind_frame: bool = False
    """Whether the last frame is on the screen already."""


class Heard(Message):
    """Something happened in the newsroom; posted from whatever thread."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


class Answered(Message):
    """A thread has an answer; the app's loop takes it."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.deliver = deliver


class NewsreaderApp(App[int]):
    """Shows a newsroom. `article` is shown alone, as `newsreader open` wants it."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    TITLE = "newsreader"

    def __init__(
        self,
        newsroom: Newsroom,
        *,
        article: Article | None = None,
        refresh: bool = True,
        ansi_color: bool | None = None,
        terminal: TerminalFacts | None = None,
    ) -> None:
        """`refresh`: ask what is due, now and later."""
        super().__init__(ansi_color=ansi_color)
        self.newsroom = newsroom
        self.terminal = terminal or TerminalFacts()
        self.ready = False
        """Whether there are panes."""
        self.failed = False
        """Whether it ended by a fault of its own; whoever started it says so."""
        self.wants_demo = False
        """Somebody wants to look at the edition that ships with the program."""
        self.keyboard = Keyboard()
        self.window = Window(self)
        self.requests = ThreadedRequests(
            lambda deliver: self.post_message(Answered(deliver)),
            lambda words: self.session.status.trouble(words),
        )
        self.session = Session(
            newsroom, self.requests, self.window, self.keyboard, article=article, refresh=refresh
        )
        self.looks = Looks(self)
        self.pictures = PictureRequests(self)
        self.frame = FrameKeeping(self)
        self._early: list[events.Key] | None = []
        """Keys typed before there is a list to which they could mean something."""

    # The start and the end

    def get_default_screen(self) -> Screen[None]:
        """Our own screen, whose keys are ours alone."""
        return MainScreen(self.session)

    def compose(self) -> ComposeResult:
        """The panes, on the main screen."""
        yield from compose_panes(self.newsroom.clock, self.requests.beside("layout"))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens, for themes that lack them."""
        return dict(DEFAULTS)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing but text leaves any widget; where colour or signs are missing, others do."""
        return [_ONLY_TEXT, *self.looks.line_filters(), *super().get_line_filters()]

    def on_load(self) -> None:
        """Take colours and keys before the first frame."""
        self.looks.begin()
        # What the shell or the editor has written over is drawn anew, all of it.
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(), immediate=False)

    async def on_mount(self) -> None:
        """Ask for everything that is to be seen; nothing is waited for."""
        self.looks.dress()
        self.ready = True
        self.set_timer(PATIENCE, self.answer_early)
        if self.terminal.behind_frame:
            self.frame.hold()
        self._stop_listening = self.newsroom.listen(self._hear)
        self.session.begin()
        if not self.session.place.alone:
            self.set_interval(WATCH, self.session.preferences.look)
            self.set_interval(TICK, self._tick)

    def _hear(self, event: Event) -> None:
        """Take an event from whatever thread to the loop."""
        self.post_message(Heard(event))

    def _tick(self) -> None:
        if self.window.alive:
            self.session.news.tick()

    async def on_unmount(self) -> None:
        """Let go of the newsroom."""
        self._stop_listening()

    def _fatal_error(self) -> None:
        """Note the fault that is being handled, and end.

        Textual's own would print it with all local variables: somebody's texts and passwords.
        """
        _LOG.exception("the app ended by a fault")
        self.failed = True
        self._close_messages_no_wait()

    def on_resize(self, event: events.Resize) -> None:
        """Arrange for the room there is; places stay."""
        self.call_after_refresh(self._arrange_anew)

    def _arrange_anew(self) -> None:
        self.window.arrange()
        self.session.status.tell()  # other keys are useful where panes lie over each other

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Answer our keys in the order in which they are typed.

        As bindings they would travel through the focused pane first, and of ``/eels`` typed at
        once the letters would still go to the list: ``e`` would write a file.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._early is not None:
                self._early.append(event)
                return
            if self._answer(event):
                return
        await super().on_event(event)

    def answer_early(self) -> None:
        """Answer the keys that were typed before there was something to answer them."""
        if self._early is not None:
            self.call_next(self._answer_early)

    async def _answer_early(self) -> None:
        early, self._early = self._early, None
        for event in early or ():
            await self.on_event(event)

    def _answer(self, event: events.Key) -> bool:
        """Answer a key, if it is a command; False if it is for a field."""
        key = event.key
        if key == "ctrl+z":  # the terminal hands it to us; the shell is meant, wherever one is
            self.action_suspend_process()
            return True
        if isinstance(self.screen, Sheet):
            if self.keyboard.ends_the_reader(key) and not event.is_printable:
                self.session.quit()
                return True
            return self.screen.took(event)
        if not self.window.alive or self.window.covered:
            return False
        if self.window.ask_line.typing:
            return self.window.ask_line.took(event)
        return self.keyboard.take(self.session, key)

    def action_help_quit(self) -> None:
        """Control-C is answered in the status line."""
        self.session.status.note(f"{self.keyboard.key_for('quit')} {say('action.quit')}")

    # What is told from elsewhere

    def on_heard(self, message: Heard) -> None:
        """Take one event of the newsroom."""
        if self.window.alive:
            self.session.news.hear(message.event)

    def on_answered(self, message: Answered) -> None:
        """Take an answer that was asked for."""
        if self.window.alive:
            message.deliver()

    def on_background_told(self, message: BackgroundTold) -> None:
        """Follow the terminal's background, where the theme is to do so."""
        self.looks.follow_background(message.light)

    def on_graphics_told(self, message: GraphicsTold) -> None:
        """Draw pictures as the terminal can."""
        self.pictures.terminal_told(message)

    def on_article_pane_pictures_wanted(self, message: PicturesWanted) -> None:
        """Fetch the pictures of the story on screen."""
        self.pictures.fetch(message)

    def on_terminal_gone(self, message: TerminalGone) -> None:
        """End as if somebody had quit: what is open is kept."""
        self.session.quit()

    def on_first_run_taken(self, message: FirstRun.Taken) -> None:
        """Begin as somebody chose."""
        offer = message.offer
        if offer.name == "address":
            self.session.do("add")
        elif offer.name == "demo":
            self.wants_demo = True
            self.exit(0)
        elif offer.name == "shelf":
            self.session.first_page.take_shelf()
        elif offer.path:
            self.session.first_page.take_file(offer.path)
        else:
            take_file = self.session.first_page.take_file
            heading, hint = say("first.opml"), say("first.opml_hint")
            self.window.show_sheet(OverScreen(heading, hint=hint, submitted=take_file))

    # The terminal

    @property
    def terminal_driver(self) -> TerminalDriver | None:
        """The driver of a real terminal; None in tests."""
        return self._driver if isinstance(self._driver, TerminalDriver) else None

    def write_to_terminal(self, data: str) -> None:
        """Write what is no text: Textual has no door of its own for that."""
        if self._driver:
            self._driver.write(data)

    def use_mouse(self, wanted: bool) -> None:
        """Take the mouse, or leave it to the terminal."""
        if driver := self.terminal_driver:
            driver.use_mouse(wanted)

    def let_go_of_frame(self) -> None:
        """Show what is drawn, in place of the last frame."""
        if driver := self.terminal_driver:
            driver.let_go()

    def copy_to_clipboard(self, text: str) -> None:
        """Put text on the clipboard, by the terminal and the system's program, or one of them."""
        way, copier = self.newsroom.config.clipboard, self.terminal.copier
        if way != "system" or copier is None:
            super().copy_to_clipboard(text)
        if way != "terminal" and copier is not None:
            self.requests.ask("clipboard", lambda: copier(text), lambda _: None)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor belongs on the screen: on what the next key is for."""
        return cursor_on(self.screen.focused or self.screen) if self.screen_stack else Offset()

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """Textual's fields set it; here it is asked for instead."""
