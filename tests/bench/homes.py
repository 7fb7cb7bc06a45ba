"""Homes full of made-up stories, large as few people's are: what the measurements read."""

from __future__ import annotations

import random
import time
from pathlib import Path

from reader.cache.articles import Articles
from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.model.clock import SystemClock
from reader.model.feed import FeedHealth, FetchOutcome, Subscription
from reader.model.story import Candidate, Story
from reader.quotes.article_quotes import with_quotes
from reader.settings.library.library import Library
from tests.editions import Edition

_TEXTS = 400
"""Texts that differ; more stories share them, each with a title and a lead of its own."""
_SOUNDS = "ba de fi go lu ma ne pi ro su ta ve wi zo kra stel mon dar phi lun"
_PLAIN = "the of and to in was that for on with as it by from at were which they had this"
_SPEAKERS = "Iris Vane|Tomas Okel|Ana Brisk|Jon Marrow|Lena Voss|Peer Andal"


def make_home(home: Path, stories: int, sources: int) -> None:
    """Fill a home with stories that nobody has read; once.

    Nothing is parsed on the way: the reader is measured here, not the loader.
    """
    if (home / "made").exists():
        return
    edition, clock = Edition(home), SystemClock()
    newsroom = edition.open()
    newsroom.preferences.set("refresh.on_start", False)
    newsroom.preferences.set("keep_days", 0)
    newsroom.close()
    paths, now = edition.paths, int(time.time())
    subscriptions = [
        Subscription(f"https://feed-{at}.example/feed.xml", folder=f"Folder {at // 50}")
        for at in range(sources)
    ]
    lines = [f'[[feed]]\nurl = "{one.url}"\nfolder = "{one.folder}"\n' for one in subscriptions]
    paths.feeds_file.write_text("\n".join(lines), "utf-8")
    library = Library.open(paths, clock)
    cache = Articles.open(paths.articles, paths.library, clock)
    feeds = library.feeds.numbers([one.url for one in subscriptions])
    cache.feeds.set_subscriptions(dict(zip(feeds, subscriptions, strict=True)))
    words = _Words(random.Random(7))
    texts = [words.article() for _ in range(min(_TEXTS, stories))]
    for place, feed in enumerate(feeds):
        numbers = range(place, stories, sources)
        candidates = [
            Candidate((f"g:{one}",), (f"g:{one}",), stated=now - 60 * one) for one in numbers
        ]
        known = library.identities.identify(feed, candidates)
        brought = [
            Story(
                who.story, who.feed, words.told(texts[one % len(texts)], one), who.published,
                who.first_seen, source=f"Feed {place}",
            )
            for one, who in zip(numbers, known, strict=True)
        ]  # fmt: skip
        health = FeedHealth(checked=now, outcome=FetchOutcome.OK, entries=len(brought))
        cache.storing.store(feed, brought, health, title=f"Feed {place}")
    while cache.index.fill(2_000):
        pass
    library.state.keep("refreshed", str(now))
    cache.close()
    library.close()
    (home / "made").touch()


class _Words:
    """Sentences in which few words are frequent and most are rare, as everywhere."""

    def __init__(self, random: random.Random) -> None:
        self._random = random
        sounds = _SOUNDS.split()
        made = {"".join(random.choices(sounds, k=random.randint(2, 4))) for _ in range(30_000)}
        self._known = sorted(made)
        random.shuffle(self._known)

    def article(self) -> Article:
        """A story of a dozen paragraphs, in which somebody speaks."""
        blocks = [Block(BlockKind.PARAGRAPH, self._paragraph()) for _ in range(12)]
        speaker = self._random.choice(_SPEAKERS.split("|"))
        said = f"“We count every {self._word()} of them,” said {speaker}, who counts."
        blocks.insert(2, Block(BlockKind.PARAGRAPH, said))
        return with_quotes(Article("", tuple(blocks), Provenance(Origin.FEED), lang="en"))

    def told(self, text: Article, number: int) -> Article:
        """The text as the story of that number."""
        title = f"Story {number} of the long count, {self._word()} {self._word()} told once"
        return Article(
            title, text.blocks, text.provenance, byline=self._random.choice(_SPEAKERS.split("|")),
            link=f"https://feed.example/{number}", lang="en", standfirst=self._sentence(),
            quotes=text.quotes,
        )  # fmt: skip

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._random.randint(2, 4)))

    def _sentence(self) -> str:
        words = [self._word() for _ in range(self._random.randint(8, 20))]
        return " ".join(words).capitalize() + "."

    def _word(self) -> str:
        if self._random.random() < 0.45:
            return self._random.choice(_PLAIN.split())
        rank = int(len(self._known) ** self._random.random()) - 1
        return self._known[rank]
