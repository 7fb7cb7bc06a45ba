"""What a person does to stories: read, save, undo, where they stopped.

Each act that can be undone waits for the writer (a few milliseconds), so that what it returns is
already stored; the rest is posted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from reader.cache.articles import Articles
from reader.model.article import Article
from reader.model.change import Act, Change
from reader.model.story import Candidate, Position, Story
from reader.newsroom.events import Event, StoriesChanged, StoriesMarked
from reader.newsroom.evidence import evidence_of
from reader.newsroom.subscribing import Subscribing
from reader.newsroom.writer import Writer
from reader.settings.library.journal import OF_SOURCES
from reader.settings.library.library import Library

PAGES = "newsreader:pages"
"""The address of the feed, never fetched, to which single saved pages belong."""


class Acts:
    """Changes marks, in the order in which they were asked for."""

    def __init__(
        self,
        library: Library,
        articles: Articles,
        writer: Writer,
        subscribing: Subscribing,
        tell: Callable[[Event], None],
    ) -> None:
        """All writing happens on `writer`."""
        self._library = library
        self._articles = articles
        self._writer = writer
        self._subscribing = subscribing
        self._tell = tell
        self._together = 0
        """The last step before those that are to be one."""

    def mark_read(self, stories: Sequence[int], read: bool) -> Change:
        """Mark stories read or unread."""
        return self._mark(lambda: self._library.mark_read(list(stories), read))

    def save(self, stories: Sequence[int], saved: bool) -> Change:
        """Keep stories whole in the library, or no longer."""
        if not saved:
            return self._mark(lambda: self._library.unsave(list(stories)))
        return self._mark(lambda: self._library.save([self._whole(story) for story in stories]))

    def tag(self, stories: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> Change:
        """Give tags to stories, or take them away."""
        return self._mark(lambda: self._library.retag(list(stories), add, remove))

    def save_page(self, article: Article, now: int) -> int:
        """Keep a single page among the saved stories; returns its id."""

        def keep() -> int:
            feed = self._library.feed_id(PAGES)
            address = article.link or article.provenance.url
            key = "l:" + address
            candidate = Candidate((key,), (key,), (), article.published)
            known = self._library.identify(feed, [candidate])[0]
            source = (urlsplit(address).hostname or "").removeprefix("www.")
            story = Story(
                known.story, feed, article, known.published, known.first_seen, source=source
            )
            self._library.save([story])
            self._articles.store_kept([story])
            return story.id

        self._library.refuse_if_read_only()
        story = self._writer.wait(keep)
        self._tell(StoriesMarked((story,)))
        return story

    def undo(self) -> Change | None:
        """Take back the last change, of whatever kind."""
        self._library.refuse_if_read_only()
        step = self._library.last_step()
        if step is None:
            return None
        if step.change.act in OF_SOURCES:
            return self._subscribing.undo(step)
        change = self._writer.wait(self._library.undo)
        if change is not None:
            self._tell(StoriesMarked(change.stories))
        return change

    def begin_together(self) -> None:
        """What is done from now on is one step, once `end_together` is called."""
        self._together = self._library.last_number()

    def end_together(self) -> None:
        """What was done since `begin_together` is one step."""
        if not self._library.read_only:
            self._writer.wait(lambda: self._library.join_steps(self._together))

    def keep_position(
        self, story: int, position: Position, progress: float, finished: bool
    ) -> None:
        """Remember where reading stopped."""
        self._post(lambda: self._library.keep_position(story, position, progress, finished))

    def keep_state(self, key: str, value: str) -> None:
        """Remember something about the window."""
        self._post(lambda: self._library.keep_state(key, value))

    def alias(self, voice: str, target: str) -> Change:
        """Let one voice be another."""
        return self._mark(lambda: self._library.alias(voice, target))

    def correct(self, story: int, quote: str, speaker: str) -> Change:
        """Set a quote's speaker right, for good."""
        evidence = evidence_of(self._articles.headline(story), self._articles.article(story), quote)
        return self._mark(lambda: self._library.correct(story, quote, speaker, evidence))

    def begin_visit(self) -> None:
        """A person sat down to read."""
        if not self._library.read_only:
            self._writer.wait(self._library.begin_visit)

    def end_visit(self) -> None:
        """A person went away."""
        self._post(self._library.end_visit)

    def _whole(self, story: int) -> Story:
        headline = self._articles.headline(story)
        return Story(
            story,
            headline.feed,
            self._articles.article(story),
            headline.published,
            headline.published,
            full_text=headline.full_text,
            source=headline.source,
        )

    def _mark(self, act: Callable[[], Change]) -> Change:
        self._library.refuse_if_read_only()
        change = self._writer.wait(act)
        if change.stories:
            self._tell(StoriesMarked(change.stories))
        if change.act in (Act.ALIAS, Act.CORRECT):
            self._tell(StoriesChanged(()))
        return change

    def _post(self, job: Callable[[], object]) -> None:
        if not self._library.read_only:
            self._writer.post(job)
