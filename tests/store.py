"""Both databases in a directory, and stories put into them as a refresh would."""

from __future__ import annotations

from array import array
from pathlib import Path

from reader.cache.articles import Articles
from reader.cache.storing import Stored
from reader.model.article import Article, Block, BlockKind, Completeness, Origin, Provenance
from reader.model.feed import FeedHealth, Subscription
from reader.model.query import Order
from reader.model.quote import Quote, QuoteKind
from reader.model.story import Candidate, FullText, Known, Story
from reader.query.parse import parse_query
from reader.settings.library.library import Library
from reader.store.paths import Paths
from tests.fakes import FakeClock


def make_article(
    title: str,
    text: str = "Nothing happened.",
    *quotes: tuple[str, str],
    published: int | None = None,
    origin: Origin = Origin.FEED,
    lang: str = "en",
) -> Article:
    """A story with one paragraph; `quotes` are (words, speaker)."""
    return Article(
        title,
        (Block(BlockKind.PARAGRAPH, text),),
        Provenance(origin, completeness=Completeness.WHOLE),
        published=published,
        link=f"https://example.org/{title.replace(' ', '-')}",
        lang=lang,
        quotes=tuple(Quote(0, len(w), w, QuoteKind.DIRECT, speaker) for w, speaker in quotes),
    )


class Store:
    """A library and a cache that belong together."""

    def __init__(self, home: Path, clock: FakeClock | None = None) -> None:
        """`home` need not exist."""
        self.paths = Paths.below(home)
        self.paths.create()
        self.clock = clock or FakeClock()
        self._subscriptions: dict[int, Subscription] = {}
        self.open()

    def open(self) -> None:
        """Open both, as the newsroom does."""
        self.library = Library.open(self.paths, self.clock)
        self.articles = Articles.open(self.paths.articles, self.paths.library, self.clock)
        if self.library.read_only:
            return
        if self.articles.fresh:
            self.library.presence.cache_lost()
        missing = self.articles.lists.missing_saved()
        if missing:
            self.articles.storing.store_kept(self.library.saved.stories(missing))
        if self._subscriptions:
            self.articles.feeds.set_subscriptions(self._subscriptions)

    def close(self) -> None:
        """Close both, in the newsroom's order."""
        self.articles.close()
        self.library.close()

    def reopen(self) -> None:
        """As the next start finds it."""
        self.close()
        self.open()

    def feed(self, name: str, **fields: object) -> int:
        """Subscribe to a feed; its address is made of its name."""
        url = f"https://{name.lower().replace(' ', '-')}.example/feed"
        feed = self.library.feeds.number(url)
        self._subscriptions[feed] = Subscription(url, name, **fields)  # type: ignore[arg-type]
        self.articles.feeds.set_subscriptions(self._subscriptions)
        return feed

    def unsubscribe(self, feed: int) -> None:
        """Leave a feed out."""
        del self._subscriptions[feed]
        self.articles.feeds.set_subscriptions(self._subscriptions)

    def known(self, feed: int, *articles: Article) -> list[Known]:
        """Number stories, known by their titles in all feeds."""
        keys = [article.title for article in articles]
        return self.library.identities.identify(
            feed,
            [
                Candidate((f"g:{key}",), (f"g:{key}",), (f"t:{key}",), article.published)
                for key, article in zip(keys, articles, strict=True)
            ],
        )

    def bring(
        self, feed: int, *articles: Article, full_text: FullText = FullText.NONE
    ) -> Stored:
        """Take in what a visit brought, and index it."""
        stories = [
            Story(one.story, one.feed, article, one.published, one.first_seen, full_text)
            for one, article in zip(self.known(feed, *articles), articles, strict=True)
        ]
        health = FeedHealth(etag='"1"', entries=len(stories))
        stored = self.articles.storing.store(feed, stories, health)
        self.library.presence.present([story.id for story in stories])
        while self.articles.index.fill():
            pass
        return stored

    def save(self, story: int) -> None:
        """Save a story whole, as the newsroom does."""
        row = self.articles.lists.headline(story)
        article = self.articles.texts.article(story)
        self.library.saved.add(
            [Story(story, row.feed, article, row.published, row.published, source=row.source)]
        )

    def select(self, query: str, order: Order = Order.NEWEST) -> array[int]:
        """The stories that match a typed query."""
        return self.articles.lists.select(parse_query(query, self.clock.now()), order)

    def titles(self, query: str, order: Order = Order.NEWEST) -> list[str]:
        """The titles of the stories that match a typed query."""
        return [row.title for row in self.articles.lists.headlines(self.select(query, order))]
