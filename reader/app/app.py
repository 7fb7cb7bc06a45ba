"""The reader's app: everything put together, from the first frame to the last."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from textual.filter import LineFilter

from reader.app.commanding import Commanding
from reader.app.following import Heard
from reader.app.panes.first_run import FirstRun, Offer
from reader.app.panes.quotes.pane import QuotesPane
from reader.app.panes.status import StatusLine
from reader.app.panes.story.crumb import Crumb
from reader.app.panes.story.pane import ArticlePane
from reader.app.reading import KEEP
from reader.app.session import story_list as lists
from reader.app.sheets.sheet import OverScreen
from reader.app.shell import ARTICLE, FIRST, LIST, QUOTES, SOURCES, VOICES
from reader.app.terminal.terminal_text import OnlyText
from reader.model.article import Article
from reader.model.sources import Sources
from reader.newsroom.events import Event
from reader.newsroom.importing import ImportResult
from reader.newsroom.newsroom import Newsroom
from reader.wording.catalogue import number, say

WATCH = 2.0
"""Seconds between two looks at the settings files."""
TICK = 30.0
"""Seconds between two looks at whether a feed is due, and at the ages on the screen."""
SOON = 0.4
"""Seconds after the first frame at which what is due is asked."""

_ONLY_TEXT = OnlyText()
PATIENCE = 2.0
"""Seconds after which keys are answered although nothing has come that they could mean."""


class NewsreaderApp(Commanding):
    """Shows a newsroom. `article` is shown alone, as `newsreader open` wants it."""

    def __init__(
        self,
        newsroom: Newsroom,
        *,
        article: Article | None = None,
        refresh: bool = True,
        ansi_color: bool | None = None,
    ) -> None:
        """`refresh`: ask what is due, now and later."""
        super().__init__(newsroom, ansi_color=ansi_color)
        self.alone = article
        self._may_refresh = refresh
        self._place_kept = False
        self.demo = False
        """Somebody wants to look at the edition that ships with the program."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing but text leaves any widget."""
        return [_ONLY_TEXT, *super().get_line_filters()]

    async def on_mount(self) -> None:
        """Ask for everything that is to be seen; nothing is waited for."""
        self.dress()
        self.ready = True
        self.set_timer(PATIENCE, self.answer_early)
        if self.behind_frame:
            self.hold_frame()
        self._stop_listening = self.newsroom.listen(self._hear)
        if self.alone is not None:
            self._show_alone(self.alone)
            return
        newsroom = self.newsroom
        self.article.measure = self.quotes.measure = newsroom.config.measure
        self.headlines.compact = bool(newsroom.window.state("compact"))
        if wrong := [*filter(None, (newsroom.notice, *newsroom.faults))]:
            self.trouble(" ".join(wrong))
        elif newsroom.read_only:
            self.note(say("status.read_only"))
        if not newsroom.sources.subscriptions():
            self._begin()
        else:
            self._start()
        self.set_interval(WATCH, self.look_at_settings)
        self.set_interval(TICK, self._tick)

    def _hear(self, event: Event) -> None:
        """Take an event from whatever thread."""
        self.post_message(Heard(event))

    def _start(self) -> None:
        """Show the unread stories, with the cursor where it was."""
        self.pane = LIST
        self.arrange()
        self.list = lists.all_unread(say("sources.unread"), self.newsroom.config.order)
        self.open_list(self.list, resume=True)
        self.look_at_sources()
        on_start = self._may_refresh and self.newsroom.config.refresh.on_start
        if on_start and not self.newsroom.read_only:
            self.later(SOON, lambda: self.desk.act(self.newsroom.refreshing.start))

    def _show_alone(self, article: Article) -> None:
        self.pane = ARTICLE
        self.article.reading_view = True
        self.arrange()
        self.article.show(article)
        self.article.notice = self.story_notice(article)
        self.tell()
        self.answer_early()

    async def on_unmount(self) -> None:
        """Let go of the newsroom."""
        self._stop_listening()

    def do_quit(self, key: str) -> None:
        """End the reader; what is open is remembered."""
        if self.alone is None and not self.newsroom.read_only:
            self.keep_list_place()
            self.keep_story_in_hand()
            self.keep_frame()
        super().do_quit(key)

    def do_back(self, key: str) -> None:
        """Back; a story that was opened alone ends with it."""
        if (self.alone is not None and not self.quotes_open) or self.pane == FIRST:
            if key != "escape":
                self.do_quit(key)
        else:
            super().do_back(key)

    def do_next_pane(self, key: str) -> None:
        """The next pane; while searching, the next scope."""
        if self.search_bar.typing:
            self.switch_scope()
        else:
            super().do_next_pane(key)

    # Settings


    def _tick(self) -> None:
        if not self.alive:
            return
        self.headlines.now = self.newsroom.clock.now()
        self.tell()
        if self._may_refresh and self.alone is None and not self.newsroom.read_only:
            self.desk.act(self._refresh_if_due)

    def _refresh_if_due(self) -> None:
        due = self.newsroom.refreshing.next_due()
        if due is not None and due <= self.newsroom.clock.now() and not self.refreshing:
            self.newsroom.refreshing.start()

    # The first page

    def _begin(self) -> None:
        self.desk.ask("offers", self._offers, self._show_offers)
        self.pane = FIRST
        self.arrange()

    def _offers(self) -> list[Offer]:
        """Ways to begin; for a thread, which looks for files."""
        from reader.newsroom.first_start import beginnings

        found = beginnings(Path.home())
        offers = [Offer("address", say("first.address"), say("first.address_detail"))]
        if found.newsboat:
            detail = _lies_at(found.newsboat, found.newsboat_sources)
            offers.append(Offer("file", say("first.newsboat"), detail, str(found.newsboat)))
        detail, path = say("first.opml_detail"), ""
        if found.opml:
            detail, path = _lies_at(found.opml, found.opml_sources), str(found.opml)
        offers.append(Offer("file", say("first.opml"), detail, path))
        detail = say("first.shelf_detail", number=number(found.shelf))
        offers.append(Offer("shelf", say("first.shelf"), detail))
        offers.append(Offer("demo", say("first.demo"), say("first.demo_detail")))
        return offers

    def _show_offers(self, offers: list[Offer]) -> None:
        now = datetime.datetime.fromtimestamp(self.newsroom.clock.now()).astimezone()
        read_on, save, help_key = map(self.key_for, ("read_on", "save", "help"))
        self.first_run.keys = (read_on, save, help_key)
        self.first_run.show(offers, now.hour)
        self.tell()
        self.answer_early()

    def on_first_run_taken(self, event: FirstRun.Taken) -> None:
        """Begin as somebody chose."""
        offer = event.offer
        if offer.name == "address":
            self.do_add("")
        elif offer.name == "demo":
            self.demo = True
            self.exit(0)
        elif offer.name == "shelf":
            self.desk.act(self.newsroom.sources.take_shelf, lambda change: self._begun())
        elif offer.path:
            self._import(offer.path)
        else:
            heading, hint = say("first.opml"), say("first.opml_hint")
            self.show_sheet(OverScreen(heading, hint=hint, submitted=self._import))

    def _import(self, path: str) -> None:
        def told(result: ImportResult) -> None:
            self._begun()
            self.note(say("status.imported", count=result.added))

        file = Path(path).expanduser()
        self.desk.act(lambda: self.newsroom.sources.import_file(file), told)

    def sources_known(self, sources: Sources) -> None:
        """Show the sidebar; the first source ends the first page."""
        super().sources_known(sources)
        if self.pane == FIRST and sources.folders:
            self._begun()

    def _begun(self) -> None:
        self._start()
        if self._may_refresh:
            self.desk.act(self.newsroom.refreshing.start)

    # Messages of the panes

    def on_article_pane_position_moved(self, event: ArticlePane.PositionMoved) -> None:
        """Keep the place, once a second at most."""
        self.tell()
        if not self._place_kept:
            self._place_kept = True
            self.later(KEEP, self._keep_place_now)

    def _keep_place_now(self) -> None:
        self._place_kept = False
        self.keep_place()

    def on_article_pane_settled(self, event: ArticlePane.Settled) -> None:
        """Name the keys that are useful in this story."""
        self.tell()

    def on_article_pane_end_reached(self, event: ArticlePane.EndReached) -> None:
        """A story that was read to its end is finished."""
        if self.opened:
            self.keep_place()
            if self.newsroom.config.mark_read == "end":
                self.count_as_read(self.current)

    def on_article_pane_voice_chosen(self, event: ArticlePane.VoiceChosen) -> None:
        """A click on a name shows what that voice said."""
        self.open_quotes(voice=event.key)

    def on_quotes_pane_quote_chosen(self, event: QuotesPane.QuoteChosen) -> None:
        """Read a quote where it stands."""
        self.leave_for_story(event.story, event.index)

    # The status line

    def tell(self) -> None:
        """Bring the status line up to date: a fact left, useful keys right."""
        if not self.alive or not self.is_running:
            return
        status = self.main.query_one("#status", StatusLine)
        crumbed = self.widths.single and self.current and self.alone is None
        self.article.crumb = (
            Crumb(self.key_for("back"), self.list.title, self._place_in_list()) if crumbed else None
        )
        progress = self.progress
        fact, keys = self._fact, self._useful_keys()
        if fact.words:
            undo = (self.key_for("undo"), say("status.undo") if fact.undoable else "")
            fresh = not (fact.failed or fact.quiet)
            status.show(
                fact.words, keys, undo=undo, failed=fact.failed, fresh=fresh, whole=True
            )
        elif progress is not None:
            words = say("status.refreshing", done=progress.done, total=progress.total)
            rest = [say("status.fresh", count=progress.new)]
            if progress.failed:
                rest.append(say("status.failed", count=progress.failed))
            bar = (progress.done, progress.total)
            status.show(words, keys, bar=bar, rest=" · ".join(rest), fresh=True)
        elif words := self.sources_failed():
            status.show(words, keys, failed=True)
        else:
            lead = say("status.offline") if self.offline() is not None else ""
            status.show(self._standing_fact(), keys, lead=lead)

    def _standing_fact(self) -> str:
        if self.quotes_open:
            return " · ".join(filter(None, (say("sources.quotes"), self.scope.name)))
        if self.alone is not None:
            return say("status.left", count=self.article.minutes_left)
        if self.current and self.pane == ARTICLE:
            left = say("status.left", count=self.article.minutes_left)
            if self.widths.single:
                return left
            if self.article.reading_view:
                return f"{self._place_in_list()} · {left}"
        return self.quiet_fact()

    def _place_in_list(self) -> str:
        number, total = self.headlines.chosen_item + 1, len(self.headlines.ids)
        return say("status.reading", number=number, total=total)

    def _useful_keys(self) -> list[tuple[str, str]]:
        """At most five keys; where room is short, they go from the left."""
        names: tuple[str, ...]
        if self.pane == FIRST:
            names = ("choose", "open:go", "quit_here:quit", "help")
        elif self.alone is not None:
            names = ("read_on", "browser", "help")
        elif self.search_bar.typing:
            typing = (("↑↓", "choose"), ("enter", "open"), ("tab", "where"), ("esc", "close"))
            return [(key, say(f"key.{word}")) for key, word in typing]
        elif self.pane in (VOICES, QUOTES):
            names = ("open:in_place", "copy", "save:save_story", "search", "back")
        elif self.pane == SOURCES:
            names = ("open", "refresh_all:refresh", "add", "search", "help")
            if self.sources_over:
                names = ("open", "back:close", "search", "help")
        elif self.headlines.keeps and self.pane == LIST and self.headlines.ids:
            names = ("open:continue", "save:remove", "export", "undo", "help")
        elif self.refreshing:
            names = ("read_on", "refresh_all:stop", "help")
        elif not self.current:
            names = ("refresh_all:refresh", "left:sources", "search", "help")
        else:
            row = self.headlines.headline
            save = "save:unsave" if row and row.saved else "save"
            names = ("read_on", save, "browser", "search", "help")
            if self.list.tags:
                names = ("read_on", "tag", "browser", "search", "help")
            if self.widths.single and self.pane == LIST:
                names = ("open:read", save, "left:sources", "search", "help")
            elif self.article.reading_view and self.pane == ARTICLE:
                names = self._keys_of_story(save)
        keys = []
        for name in names:
            action, _, words = name.partition(":")
            own = {"quit_here": "q", "choose": "↑↓", "links": "1–9"}
            key = own.get(action) or self.key_for(action)
            if key:
                keys.append((key, say(f"key.{words or action}")))
        return keys

    def _keys_of_story(self, save: str) -> tuple[str, ...]:
        """What a story alone on the screen offers; room to save it is where it offers little."""
        offers: tuple[str, ...] = ("next_quote",) if self.article.quotes_shown else ()
        if self.article.links:
            offers += ("links",)
        if len(offers) < 2:
            offers += (save,)
        return ("read_on", *offers, "reading_view:panes", "help")


def _lies_at(path: Path, sources: int) -> str:
    """Where a file lies, as a person writes it, and how many sources are in it."""
    home = Path.home()
    shown = f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
    return say("first.found", path=shown, count=sources)
