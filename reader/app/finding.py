"""Keys that fetch or take something: the full story, a copy, a source."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from reader.app.picturing import Picturing
from reader.app.quoting import Scope
from reader.app.sheets.facts_sheet import FactsScreen
from reader.app.sheets.sheet import Choice, OverScreen
from reader.app.shell import ARTICLE
from reader.model.article import Origin
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.story import QuoteRow
from reader.newsroom.full_text_report import FullTextReport
from reader.text.citation import citation
from reader.text.links import address
from reader.text.version_diff import Changes, describe
from reader.wording.catalogue import say
from reader.wording.dates import ago, clock
from reader.wording.visit_reasons import because as why

REASONS = 6
"""Reasons for failed pages that are told."""


class Finding(Picturing):
    """Copies, asks for pages, adds sources."""

    # Pages

    def do_image(self, key: str) -> None:
        """Open the first image on the page, or the details of a source or story."""
        item = self.sources.item
        if self.pane == "sources" and item and item.feed:
            self.show_details(item.feed)
        elif self.pane == "sources":
            self.show_texts()
        elif self.pane == ARTICLE and self.visit_image():
            return
        elif self.list.feed and self.pane != ARTICLE:
            self.show_details(self.list.feed)
        elif self.article.article and self.current:
            self.show_origin()
        else:
            self.note(say("status.nothing_here"))

    def show_details(self, number: int) -> None:
        """How a source is doing, in full."""
        known = self.known
        feeds = [feed for folder in known.folders for feed in folder.feeds] if known else []
        feed = next((feed for feed in feeds if feed.id == number), None)
        if feed is None:
            return
        lines = _details(feed, self.newsroom.clock.now())

        def show(report: FullTextReport) -> None:
            self.show_sheet(FactsScreen(feed.title, [*lines, *_texts(report)]))

        self.desk.ask("details", lambda: self.newsroom.stories.texts_of(number), show)

    def show_texts(self) -> None:
        """How many of all stories are whole, and why the others are not."""

        def show(report: FullTextReport) -> None:
            self.show_sheet(FactsScreen(say("details.title"), _texts(report)))

        self.desk.ask("details", self.newsroom.stories.texts_of, show)

    def show_origin(self) -> None:
        """Where the text of the story is from, how much of it, and what its source altered."""
        article, story = self.article.article, self.current
        if article is None:
            return
        now, origin = self.newsroom.clock.now(), article.provenance
        kind = say("details.from_page" if origin.origin is Origin.PAGE else "details.from_feed")
        lines = [(kind, origin.url or origin.origin.value)]
        if origin.fetched:
            moment = f"{clock(origin.fetched)} · {ago(origin.fetched, now)}"
            lines.append((say("details.fetched"), moment))
        if origin.share:
            lines.append(("", f"{origin.share:.0%} {say('details.share')}"))
        if origin.note:
            lines.append(("", origin.note))

        def show(found: tuple[int, Changes] | None) -> None:
            if found is not None:
                when, changes = found
                lines.append((clock(when), describe(changes, when, now)))
            self.show_sheet(FactsScreen(say("details.title"), lines))

        self.desk.ask("details", lambda: self.newsroom.stories.changes(story), show)

    def do_full_text(self, key: str) -> None:
        """Fetch the full story."""
        if self.current:
            self.note(say("status.fetching"))
            story = self.current
            self.desk.act(lambda: self.newsroom.refreshing.fetch_full(story))
        else:
            self.note(say("status.nothing_here"))

    # Copies

    def do_copy(self, key: str) -> None:
        """Copy what is selected, else the current quote with its credit, else the address."""
        selected = self.main.get_selected_text()
        article, row = self.article.article, None
        if selected:
            text = selected
        elif self.quotes_open:
            row, text = self.quotes.row, ""
        elif self.article.current_quote >= 0 and (self.current or self.alone):
            self._copy_quote(self.article.current_quote)
            return
        else:
            text = article.link if article and (self.current or self.alone) else ""
        self._copied(citation(row, self.newsroom.config.copy_format) if row else text)

    def _copy_quote(self, index: int) -> None:
        shown = Scope(self.current, self.list, "", self.alone)

        def copy(rows: list[QuoteRow]) -> None:
            row = next((row for row in rows if row.index == index), None)
            self._copied(citation(row, self.newsroom.config.copy_format) if row else "")

        self.desk.ask("copy", lambda: self.rows_of(shown), copy)

    def _copied(self, text: str) -> None:
        if text:
            self.copy_to_clipboard(text)
        self.note(say("status.copied" if text else "status.nothing_to_copy"))

    def do_export(self, key: str) -> None:
        """Write the story as Markdown into the directory for that."""
        if not self.current:
            self.note(say("status.nothing_here"))
            return
        story, directory = self.current, self.newsroom.config.export_path(Path.cwd())

        def write() -> str:
            try:
                return say("status.exported", path=self.newsroom.stories.export(story, directory))
            except ReaderError as error:
                return str(error)

        self.desk.ask("export", write, self.note)

    # Sources

    def do_refresh(self, key: str) -> None:
        """Refresh the source of the list, or the folder's, or all."""
        feeds = self.feeds_of_list()
        self.desk.act(lambda: self.newsroom.refreshing.start(feeds, force=True))

    def do_refresh_all(self, key: str) -> None:
        """Refresh all; during a refresh, stop it."""
        if self.refreshing:
            self.note(say("status.stopped"))
            self.desk.act(self.newsroom.refreshing.stop)
        else:
            self.desk.act(lambda: self.newsroom.refreshing.start(force=True))

    @property
    def refreshing(self) -> bool:
        """Whether a refresh is under way."""
        return False

    def feeds_of_list(self) -> list[int] | None:
        """The feeds the current list is made of; None for all."""
        if self.list.feed:
            return [self.list.feed]
        kind, _, name = self.list.key.partition(":")
        if kind == "folder" and self.known:
            folders = [folder for folder in self.known.folders if folder.name == name]
            return [feed.id for folder in folders for feed in folder.feeds]
        return None

    def do_add(self, key: str) -> None:
        """Add a source by its address."""

        def add(url: str) -> None:
            self.note(say("status.adding", url=url))
            self.newsroom.sources.add(url)

        self.show_sheet(OverScreen(say("add.title"), hint=say("add.hint"), submitted=add))

    def choose_feed(self, found: list[tuple[str, str]], add: Callable[[str], object]) -> None:
        """Let a person choose between several feeds of one site."""
        choices = [
            Choice(title or address(url), do=partial(add, url), detail=url if title else "")
            for title, url in found
        ]
        self.show_sheet(OverScreen(say("add.choose"), choices))


def _texts(report: FullTextReport) -> list[tuple[str, str]]:
    """How whole stories are, and how many failed for which reason."""
    why = [(str(count), reason) for reason, count in report.reasons.most_common(REASONS)]
    return [(say("details.stories"), report.sentence(because=False)), *why]


def _details(feed: Feed, now: int) -> list[tuple[str, str]]:
    health = feed.health
    lines = [(say("details.address"), feed.subscription.url)]
    if health.outcome is not None:
        status = f" ({health.status})" if health.status else ""
        words = say(f"outcome.{health.outcome.name.lower()}")
        lines.append((say("details.outcome"), f"{words}{status}"))
    if health.message:
        lines.append(("", health.message))
    if health.checked:
        lines.append((say("details.checked"), ago(health.checked, now)))
    if health.next_visit:
        because = why(health.reason)
        lines.append((say("details.next_visit"), f"{clock(health.next_visit)} {because}".strip()))
    return lines
