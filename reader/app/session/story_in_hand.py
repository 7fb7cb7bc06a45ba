"""The story in hand: the one beside the list, whether it was opened, and where reading stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.session.list_in_hand import IN_HAND
from reader.model.article import Article, Completeness, Origin
from reader.model.story import Headline, Position
from reader.text.version_diff import Changes, describe, is_changed
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import in_a_sentence, say

if TYPE_CHECKING:
    from reader.app.session.session import Session

_FAILED = (Completeness.FAILED, Completeness.CONSENT, Completeness.SCRIPT)
KEEP = 1.0
"""Seconds after which a place in a story is stored."""


class StoryInHand:
    """Shows stories beside the list and keeps their places."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.id = 0
        """The story beside the list; 0 for none."""
        self.opened = False
        """Whether it was opened, not only previewed."""
        self.comparing = False
        """It is shown with what its source altered, not as it is read."""
        self._place_kept_soon = False

    @property
    def is_shown(self) -> bool:
        """Whether there is a story, of a list or a page that was opened alone."""
        return bool(self.id) or self._session.place.alone

    # Showing

    def preview(self) -> None:
        """Show the chosen story without counting it as read; of a found one, the passage."""
        session = self._session
        story = session.screen.headlines.story
        if not story or session.place.quotes_open:
            return
        quote = session.search.quote_of(story)
        if story != self.id:
            self.show(story, opened=False, quote=quote)
        elif quote >= 0 and not self.opened:
            session.screen.article.go_to_quote(quote)

    def open(self, *, quote: int = -1) -> None:
        """Open the chosen story: it counts as read, if that is the person's rule."""
        story = self._session.screen.headlines.story
        if not story:
            return
        self._session.list.preview_no_more()
        if story == self.id:
            self.opened = True
            self._read_when_opened()
            if quote >= 0:
                self._session.screen.article.go_to_quote(quote)
        else:
            self.show(story, opened=True, quote=quote)

    def show(self, story: int, *, opened: bool, quote: int = -1) -> None:
        """Show a story where it was left, or at one of its quotes."""
        session = self._session
        self.keep_place()
        self.comparing = False
        self.id, self.opened = story, opened
        session.place.leave_in_place(story)
        listed = story in session.list.unread
        if opened:
            self._read_when_opened()

        def read() -> tuple[Article, Headline, Position | None]:
            stories = session.newsroom.stories
            return stories.article(story), stories.headline(story), stories.position(story)

        def show(answer: tuple[Article, Headline, Position | None]) -> None:
            article, headline, position = answer
            if headline.finished and not headline.saved:
                position = None  # read to its end: it begins anew
            session.screen.article.show(article, headline, position)
            session.screen.article.notice = self.notice_of(article)
            if quote >= 0:
                session.screen.article.go_to_quote(quote)
            # What is being marked may not have been stored when the row was read.
            unread = headline.unread and story in session.list.unread
            session.screen.headlines.fill([replace(headline, unread=unread)])
            session.reading.name_next()
            if opened and headline.unread and not listed:  # from the quotes view
                session.list.unread.add(story)
                self._read_when_opened()
            session.status.tell()

        session.requests.ask("story", read, show)

    def reread(self) -> None:
        """Show the story as it is stored now, at the same place."""
        session, story = self._session, self.id
        place = session.screen.article.position()

        def show(answer: tuple[Article, Headline]) -> None:
            article, headline = answer
            if story == self.id:
                session.screen.article.show(article, headline, place)
                session.screen.article.notice = self.notice_of(article)
                session.reading.name_next()
                session.screen.headlines.fill([headline])

        stories = session.newsroom.stories
        if story:
            session.requests.ask(
                "story again", lambda: (stories.article(story), stories.headline(story)), show
            )

    def look_at_head(self, stories: Sequence[int]) -> None:
        """Read anew what the story's head says, if it is one of these."""
        session, story = self._session, self.id
        if story in stories:
            headline = session.newsroom.stories.headline
            session.requests.ask("head", lambda: headline(story), session.screen.article.reveal)

    def put_away(self) -> None:
        """No story stands beside the list any more."""
        self.id, self.opened = 0, False

    def notice_of(self, article: Article) -> Notice | None:
        """What a person should know of a text that is not the whole story."""
        key_for = self._session.key_for
        note, completeness = article.provenance.note, article.provenance.completeness
        if completeness is Completeness.WHOLE or not note:
            return None
        fetch = (key_for("full_text"), say("action.full_text"))
        browser = (key_for("browser"), say("action.browser"))
        of_feed = article.provenance.origin is Origin.FEED
        if completeness is Completeness.SUMMARY and of_feed:
            return Notice(say("story.summary"), keys=(fetch, browser))
        if completeness in _FAILED:
            failed = say("page.failed", reason=in_a_sentence(note))
            return Notice(failed, say("page.above") if article.text else "", (browser,))
        return Notice(note, keys=(browser,))

    # What its source altered

    def compare(self) -> None:
        """Show what the source altered in the story; once more: the story as it is."""
        session, story = self._session, self.id
        if self.comparing:
            self.show(story, opened=self.opened)
        else:
            self.keep_place()
            changes = session.newsroom.stories.changes
            session.requests.ask("changes", lambda: changes(story), self._show_changes)

    def _show_changes(self, altered: tuple[int, Changes] | None) -> None:
        session = self._session
        if altered is None:
            session.status.note(say("status.unchanged"))
            return
        when, changes = altered
        blocks = enumerate(changes.article.blocks)
        first = next((number for number, block in blocks if is_changed(block)), -1)
        self.comparing = True
        article = session.screen.article
        article.show(changes.article, article.headline, Position(first, 0))
        session.status.note(describe(changes, when, session.newsroom.clock.now()))

    # Having read it

    def _read_when_opened(self) -> None:
        if self._session.newsroom.config.mark_read == "open":
            self._session.marks.count_as_read(self.id)

    def end_reached(self) -> None:
        """A story that was read to its end is finished."""
        if self.opened:
            self.keep_place()
            if self._session.newsroom.config.mark_read == "end":
                self._session.marks.count_as_read(self.id)

    def keep_place(self) -> None:
        """Store where reading stopped."""
        article = self._session.screen.article
        if self.comparing:
            return  # a place in both versions is none in the story
        if self.id and self.opened and article.article is not None:
            place = article.position()
            if place is not None and article.headline and article.headline.id == self.id:
                self._session.newsroom.marks.keep_position(
                    self.id, place, article.progress(), article.at_end
                )

    def keep_place_soon(self) -> None:
        """Store where reading is, once a second at most."""
        if not self._place_kept_soon:
            self._place_kept_soon = True
            self._session.screen.later(KEEP, self._keep_place_now)

    def _keep_place_now(self) -> None:
        self._place_kept_soon = False
        self.keep_place()

    def keep_in_hand(self) -> None:
        """Remember the story that is not yet read to its end, for the next run."""
        unfinished = self.opened and not self._session.screen.article.at_end
        self._session.newsroom.window.keep(IN_HAND, str(self.id if unfinished else 0))
