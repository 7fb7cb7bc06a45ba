"""What is true of the screen, as parts by name. No part knows a widget or loads Textual.

The parts take facts from the newsroom and say to `Screen` what is to be painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.first_page import FirstPage
from reader.app.session.list_in_hand import ListInHand
from reader.app.session.list_notices import ListNotices
from reader.app.session.marks import Marks
from reader.app.session.news import News
from reader.app.session.panes import Panes
from reader.app.session.place import ALONE_PLACE, LIST_PLACE, Place, Places
from reader.app.session.preferences import PreferencesInHand
from reader.app.session.quotes_in_hand import QuotesInHand
from reader.app.session.reading_on import ReadingOn
from reader.app.session.search import Search
from reader.app.session.sidebar import Sidebar
from reader.app.session.status import Status
from reader.app.session.story_in_hand import StoryInHand
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.requests import Requests
    from reader.app.session.views import KeysInForce, Screen
    from reader.model.article import Article
    from reader.newsroom.newsroom import Newsroom

SOON = 0.4
"""Seconds after the first frame at which what is due is asked."""


class Session:
    """Everything the reader's commands work on."""

    def __init__(
        self,
        newsroom: Newsroom,
        requests: Requests,
        screen: Screen,
        keys: KeysInForce,
        *,
        article: Article | None = None,
        refresh: bool = True,
    ) -> None:
        """`article` is shown alone, without any list.

        `refresh`: whether what is due may be asked, now and later.
        """
        self.newsroom = newsroom
        self.requests = requests
        self.screen = screen
        self.keys = keys
        self.article_alone = article
        self.place = Places(ALONE_PLACE if article is not None else LIST_PLACE)
        self.sidebar = Sidebar(self)
        self.list = ListInHand(self)
        self.notices = ListNotices(self)
        self.story = StoryInHand(self)
        self.reading = ReadingOn(self)
        self.search = Search(self)
        self.quotes = QuotesInHand(self)
        self.marks = Marks(self)
        self.news = News(self, refresh=refresh)
        self.preferences = PreferencesInHand(self)
        self.first_page = FirstPage(self)
        self.status = Status(self)
        self.panes = Panes(self)
        self.link_asked = 0
        """The link whose target was shown by the last key, as it leads elsewhere than it says."""

    # The start and the end

    def begin(self) -> None:
        """Ask for everything that is to be seen first; nothing is waited for."""
        if self.article_alone is not None:
            self._show_alone(self.article_alone)
            return
        newsroom = self.newsroom
        self.screen.article.measure = self.screen.quotes.measure = newsroom.config.measure
        self.screen.headlines.compact = bool(newsroom.window.state("compact"))
        if notices := [*filter(None, (newsroom.notice, *newsroom.faults))]:
            self.status.trouble(" ".join(notices))
        elif newsroom.read_only:
            self.status.note(say("status.read_only"))
        if newsroom.sources.subscriptions():
            self.start()
        else:
            self.first_page.begin()

    def start(self) -> None:
        """Show the unread stories, with the cursor where it was."""
        self.place.restart(LIST_PLACE)
        self.screen.arrange()
        self.list.open(self.list.all_unread(), resume=True)
        self.sidebar.look()
        on_start = self.news.may_refresh and self.newsroom.config.refresh.on_start
        if on_start and not self.newsroom.read_only:
            refresh = self.newsroom.refreshing.start
            self.screen.later(SOON, lambda: self.requests.act(refresh))

    def _show_alone(self, article: Article) -> None:
        self.screen.arrange()
        self.screen.article.show(article)
        self.screen.article.notice = self.story.notice_of(article)
        self.status.tell()
        self.screen.answer_early()

    def quit(self) -> None:
        """End the reader; what is open is remembered."""
        if not self.place.alone and not self.newsroom.read_only:
            self.list.keep_place()
            self.story.keep_in_hand()
            self.screen.keep_frame()
        self.preferences.keep_measure()
        self.story.keep_place()
        self.screen.leave(0)

    # Going somewhere

    def go(self, pane: str, *, reading: bool | None = None) -> None:
        """Give the keys to a pane of the place one is in."""
        self.place.change(pane=pane, reading=reading)
        self.screen.arrange()
        self.status.tell()

    def push(self, place: Place) -> None:
        """Go to a place from which ``back`` comes back here."""
        self.place.push(place)
        self.screen.arrange()
        self.status.tell()

    # Keys

    def do(self, name: str) -> None:
        """Do what a command does."""
        self.keys.do(self, name)

    def key_for(self, name: str) -> str:
        """The usual key of a command, as a person writes it; empty if it has none."""
        return self.keys.key_for(name)

    def story_meant(self) -> int:
        """The story a key means: that of the chosen quote, or row, or the open one; 0 for none."""
        return self.panes.current.story()

    def note_nothing_here(self) -> None:
        """Say that a key has nothing to do here."""
        self.status.note(say("status.nothing_here"))

    def may_write(self) -> bool:
        """Whether anything may be changed; says so if not."""
        if self.newsroom.read_only:
            self.status.note(say("status.read_only"), failed=True)
        return not self.newsroom.read_only
