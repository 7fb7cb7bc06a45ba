"""Commands that change the sources: remove, rename, move into a folder."""

from __future__ import annotations

from reader.app.marking import Marking
from reader.app.session import story_list as lists
from reader.app.session.story_list import TAGS
from reader.model.change import Change
from reader.model.feed import Feed
from reader.wording.catalogue import say


class Arranging(Marking):
    """Changes the source, or the folder, that is chosen in the sidebar."""

    @property
    def chosen_feed(self) -> Feed | None:
        """The source that is chosen in the sidebar."""
        item, known = self.sources.item, self.known
        feeds = known.feeds if known and item and item.feed else ()
        return next((feed for feed in feeds if item and feed.id == item.feed), None)

    def do_remove(self, key: str) -> None:
        """Remove the chosen source; what was saved of it stays."""
        feed = self.chosen_feed
        if feed is None:
            self.note(say("status.no_source"))
        elif self._may_write():
            number = feed.id

            def removed(change: Change) -> None:
                self.open_list(lists.all_unread(say("sources.unread"), self.list.order))
                self._marked(change)

            self.desk.act(lambda: self.newsroom.sources.unsubscribe(number), removed)

    def do_rename(self, key: str) -> None:
        """Give the chosen source or folder another name; nothing is the source's own."""
        feed, item = self.chosen_feed, self.sources.item
        if feed is not None:
            self._ask_of_source(feed.id, "rename", feed.title, "title", feed.title, ())
        elif item and item.folder and item.folder != TAGS:
            folder = item.folder

            def renamed(name: str) -> None:
                self.desk.act(
                    lambda: self.newsroom.sources.rename_folder(folder, name), self._marked
                )

            self._ask(say("ask.rename", name=folder), "", self._folders(), renamed, folder)
        else:
            self.note(say("status.no_source"))

    def do_folder(self, key: str) -> None:
        """Move the chosen source into another folder, or out of all."""
        feed = self.chosen_feed
        if feed is None:
            self.note(say("status.no_source"))
        else:
            inside = feed.subscription.folder
            self._ask_of_source(feed.id, "folder", feed.title, "folder", inside, self._folders())

    def change_source(self, feed: int, name: str, value: object) -> None:
        """Set a field of a source; None is its default."""
        if self._may_write():
            newsroom = self.newsroom
            self.desk.act(lambda: newsroom.sources.change(feed, **{name: value}), self._marked)

    def _folders(self) -> tuple[str, ...]:
        return tuple(folder.name for folder in self.known.folders if folder.name) if (
            self.known
        ) else ()

    def _ask_of_source(
        self, feed: int, question: str, title: str, name: str, now: str, names: tuple[str, ...]
    ) -> None:
        def answered(words: str) -> None:
            if words != now:
                self.change_source(feed, name, words or None)

        self._ask(
            say(f"ask.{question}", name=title), say(f"ask.{question}_hint"), names, answered, now
        )
