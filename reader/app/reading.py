"""The story beside the list, and how one reads on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from reader.app.listing import Listing
from reader.app.panes.sidebar import Item
from reader.app.session.story_list import UNREAD
from reader.app.shell import ARTICLE, LIST, SOURCES
from reader.model.article import Article, Completeness, Origin
from reader.model.story import Headline, Position
from reader.text.version_diff import Changes, describe, is_changed
from reader.typesetting.head_and_end import Notice
from reader.typesetting.typography import as_prose
from reader.wording.catalogue import in_a_sentence, say

_FAILED = (Completeness.FAILED, Completeness.CONSENT, Completeness.SCRIPT)
KEEP = 1.0
"""Seconds after which a place in a story is stored."""


class Reading(Listing):
    """Keeps the current story."""

    comparing = False
    """The story is shown with what its source altered, not as it is read."""

    # The story

    def preview_story(self) -> None:
        """Show the chosen story without counting it as read."""
        story = self.headlines.story
        if story and story != self.current and not self.quotes_open:
            self._show_story(story, opened=False)

    def open_story(self, *, quote: int = -1) -> None:
        """Open the chosen story: it counts as read, if that is the person's rule."""
        story = self.headlines.story
        if not story:
            return
        if self._preview is not None:
            self._preview.stop()
        if story == self.current:
            self.opened = True
            self._count_as_read()
            if quote >= 0:
                self.article.go_to_quote(quote)
        else:
            self._show_story(story, opened=True, quote=quote)

    def open_suggested(self) -> None:
        """Open the story that was named beside an empty list."""
        self._show_story(self.suggested, opened=True)

    def _show_story(self, story: int, *, opened: bool, quote: int = -1) -> None:
        self.keep_place()
        self.comparing = False
        self.current, self.opened = story, opened
        listed = story in self.unread
        if opened:
            self._count_as_read()

        def read() -> tuple[Article, Headline, Position | None]:
            newsroom = self.newsroom
            return (
                newsroom.stories.article(story),
                newsroom.stories.headline(story),
                newsroom.stories.position(story),
            )

        def show(answer: tuple[Article, Headline, Position | None]) -> None:
            article, headline, position = answer
            if headline.finished and not headline.saved:
                position = None  # read to its end: it begins anew
            self.article.show(article, headline, position)
            self.article.notice = self.story_notice(article)
            if quote >= 0:
                self.article.go_to_quote(quote)
            # What is being marked may not have been stored when the row was read.
            still = headline.unread and story in self.unread
            self.headlines.fill([replace(headline, unread=still)])
            self.name_next()
            if opened and headline.unread and not listed:  # from the quotes view
                self.unread.add(story)
                self._count_as_read()
            self.tell()

        self.desk.ask("story", read, show)

    def reread(self) -> None:
        """Show the current story as it is stored now, at the same place."""
        story, place = self.current, self.article.position()

        def show(answer: tuple[Article, Headline]) -> None:
            article, headline = answer
            if story == self.current:
                self.article.show(article, headline, place)
                self.article.notice = self.story_notice(article)
                self.name_next()
                self.headlines.fill([headline])

        newsroom = self.newsroom
        if story:
            self.desk.ask(
                "story again",
                lambda: (newsroom.stories.article(story), newsroom.stories.headline(story)),
                show,
            )

    def look_at_head(self, stories: Sequence[int]) -> None:
        """Read anew what the story's head says, if it is one of these."""
        story = self.current
        if story in stories:
            self.desk.ask(
                "head", lambda: self.newsroom.stories.headline(story), self.article.reveal
            )

    def story_notice(self, article: Article) -> Notice | None:
        """What a person should know of a text that is not the whole story."""
        note, whole = article.provenance.note, article.provenance.completeness
        if whole is Completeness.WHOLE or not note:
            return None
        fetch = (self.key_for("full_text"), say("action.full_text"))
        browser = (self.key_for("browser"), say("action.browser"))
        of_feed = article.provenance.origin is Origin.FEED
        if whole is Completeness.SUMMARY and of_feed:
            return Notice(say("story.summary"), keys=(fetch, browser))
        if whole in _FAILED:
            failed = say("page.failed", reason=in_a_sentence(note))
            return Notice(failed, say("page.above") if article.text else "", (browser,))
        return Notice(note, keys=(browser,))

    def do_changes(self, key: str) -> None:
        """What the source altered in the story; once more: the story as it is."""
        story = self.current
        if not story:
            self.note(say("status.nothing_here"))
        elif self.comparing:
            self._show_story(story, opened=self.opened)
        else:
            self.keep_place()
            self.desk.ask("changes", lambda: self.newsroom.stories.changes(story), self._compare)

    def _compare(self, found: tuple[int, Changes] | None) -> None:
        if found is None:
            self.note(say("status.unchanged"))
            return
        when, changes = found
        first = next((n for n, b in enumerate(changes.article.blocks) if is_changed(b)), -1)
        self.comparing = True
        self.article.show(changes.article, self.article.headline, Position(first, 0))
        self.note(describe(changes, when, self.newsroom.clock.now()))

    def _count_as_read(self) -> None:
        if self.newsroom.config.mark_read == "open":
            self.count_as_read(self.current)

    def count_as_read(self, story: int) -> None:
        """Mark a story read because it was read."""
        if story in self.unread and not self.newsroom.read_only:
            self.unread.discard(story)
            self.read_here += 1
            self.headlines.change([story], unread=False)
            self.count_list()
            self.desk.act(lambda: self.newsroom.marks.read([story]), lambda _: self.settle())
        self.name_next()

    def settle(self) -> None:
        """Read counts anew, once, when several things have changed."""
        self.later(0.05, self.look_at_sources)

    def keep_place(self) -> None:
        """Store where reading stopped."""
        article = self.article
        if self.comparing:
            return  # a place in both versions is none in the story
        if self.current and self.opened and article.article is not None:
            story, place = self.current, article.position()
            if place is not None and article.headline and article.headline.id == story:
                finished = article.at_end
                self.newsroom.marks.keep_position(story, place, article.progress(), finished)

    def name_next(self) -> None:
        """Put the title of the next unread story at the end of this one."""
        index = self.next_unread_index(1)
        row = self.headlines.row_of(self.headlines.ids[index]) if index >= 0 else None
        smart = self.newsroom.config.smart_punctuation
        self.article.next_title = as_prose(row.title, smart=smart, lang=row.lang) if row else ""
        self.article.next_mark = "●" if row and row.new else "•"

    def next_unread_index(self, direction: int, number: int = 1) -> int:
        """The index of the next (1) or previous (-1) unread story of the list; -1 if none.

        Of fewer than `number` such stories it is the last.
        """
        ids, here = self.headlines.ids, self.headlines.chosen_item
        if here < 0:
            return -1
        after = range(here + 1, len(ids)) if direction > 0 else range(here - 1, -1, -1)
        *_, found = (-1, *islice((at for at in after if ids[at] in self.unread), number))
        return found

    def read_next(self, number: int = 1) -> None:
        """Open the next unread story, of this list or of the next source that has one."""
        index = self.next_unread_index(1, number)
        if index < 0:  # what lies above the cursor comes before another source
            others = self.unread - {self.current}
            index = next((at for at, one in enumerate(self.headlines.ids) if one in others), -1)
        if index >= 0:
            self.headlines.choose(index)
            self.open_story()
        else:
            self.read_on_elsewhere(1)

    def read_on_elsewhere(self, direction: int) -> None:
        """Read on in the next source that has something unread, or in the one before.

        A list that was read to its end is not entered again until all of them are: what has
        arrived in it meanwhile waits.
        """
        if self.list.key == UNREAD:  # it held what was unread anywhere
            wanted = None
        else:
            if direction > 0:
                self.finished.add(self.list.key)
            item = self.sources.beside(self.list.key, direction, self._has_unread)
            wanted = self.list_of(item) if item else None
        if wanted is not None:
            self.sources.choose_key(wanted.key)
            self.open_list(wanted, into=direction)
        elif direction > 0:
            self.all_read()
        else:
            self.note(say("status.nothing_before"))

    def _has_unread(self, item: Item) -> bool:
        return item.count > 0 and item.key not in self.finished

    def all_read(self) -> None:
        """Everything unread has been read: say so, and how long it took."""
        self.keep_place()
        self.finished.clear()
        self.current, self.opened = 0, False
        self.article.clear(self.why_empty())
        self.note(say("status.caught_up"))

    # Keys of reading

    def do_read_on(self, key: str) -> None:
        """Space: open, page on, next story. It alone is enough."""
        if self.pane == SOURCES:
            self.do_open(key)
        elif not self.current and self.waiting is not None:
            self.open_list(self.list, into=1)
        elif not self.current:
            self.read_next()
        elif not self.opened:
            self.open_story()
            if self.widths.single:
                self.go(ARTICLE)
            else:
                self._page()
        else:
            if self.widths.single and self.pane == LIST:
                self.go(ARTICLE)
                return
            self._page()

    def _page(self) -> None:
        if not self.article.page_on():
            self.read_next()

    def do_next_unread(self, key: str) -> None:
        """The next unread story."""
        self.read_next(self.times)

    def do_previous_unread(self, key: str) -> None:
        """The previous unread story, of this list or of the source before it that has one."""
        index = self.next_unread_index(-1, self.times)
        if index >= 0:
            self._go_to(index)
        else:
            self.read_on_elsewhere(-1)

    def do_next_story(self, key: str) -> None:
        """The next story, read or not."""
        self._go_to(self.headlines.chosen_item + self.times)

    def do_previous_story(self, key: str) -> None:
        """The previous story, read or not."""
        self._go_to(self.headlines.chosen_item - self.times)

    def _go_to(self, index: int) -> None:
        if 0 <= index < len(self.headlines.ids):
            self.headlines.choose(index)
            self.open_story()
        else:
            self.note(say("status.nothing_here"))
