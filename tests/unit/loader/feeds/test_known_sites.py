"""Addresses people paste, and the feeds they mean."""

from __future__ import annotations

import pytest

from reader.loader.feeds.known_sites import known_feeds

CHANNEL = "UC" + "abcdefghijklmnopqrstuv"


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (
            f"https://www.youtube.com/channel/{CHANNEL}/videos",
            f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}",
        ),
        (
            "https://m.youtube.com/playlist?list=PL123",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PL123",
        ),
        ("https://reddit.com/r/python/", "https://www.reddit.com/r/python/.rss"),
        (
            "https://old.reddit.com/r/python/top/?t=week",
            "https://www.reddit.com/r/python/top/.rss?t=week",
        ),
        ("https://www.reddit.com/u/ada", "https://www.reddit.com/user/ada/.rss"),
        (
            "https://github.com/ada/engine/releases",
            "https://github.com/ada/engine/releases.atom",
        ),
        (
            "https://github.com/ada/engine/releases/tag/v1",
            "https://github.com/ada/engine/releases.atom",
        ),
        (
            "https://github.com/ada/engine/commits/main/src",
            "https://github.com/ada/engine/commits/main/src.atom",
        ),
        ("https://github.com/ada", "https://github.com/ada.atom"),
        (
            "https://codeberg.org/ada/engine/releases",
            "https://codeberg.org/ada/engine/releases.rss",
        ),
        ("https://social.example/@ada", "https://social.example/@ada.rss"),
        ("https://social.example/@ada@other.example", "https://other.example/@ada.rss"),
        ("https://social.example/web/@ada/media", "https://social.example/@ada.rss"),
        ("https://bsky.app/profile/ada.example", "https://bsky.app/profile/ada.example/rss"),
        ("https://medium.com/@ada/a-story-123", "https://medium.com/feed/@ada"),
        ("https://ada.medium.com/a-story-123", "https://ada.medium.com/feed"),
        ("https://ada.substack.com/p/a-letter", "https://ada.substack.com/feed"),
        ("https://ada.wordpress.com/about/", "https://ada.wordpress.com/feed/"),
        (
            "https://ada.blogspot.co.uk/2026/11/x.html",
            "https://ada.blogspot.co.uk/feeds/posts/default",
        ),
        ("https://www.tumblr.com/ada", "https://ada.tumblr.com/rss"),
        ("https://arxiv.org/list/cs.CL/recent", "https://rss.arxiv.org/rss/cs.CL"),
    ],
)
def test_the_feed_follows_from_the_address(page: str, feed: str) -> None:
    assert [found.url for found in known_feeds(page)] == [feed]


def test_a_repository_has_several() -> None:
    titles = [feed.title for feed in known_feeds("https://github.com/ada/engine")]
    assert titles == ["Releases", "Tags", "Commits"]
    assert len(known_feeds("https://gitlab.com/group/sub/engine")) == 2


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v=abc",
        "https://www.youtube.com/@ada",
        f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}",
        "https://www.reddit.com/r/python/.rss",
        "https://www.reddit.com/settings",
        "https://github.com/features",
        "https://github.com/ada/engine/releases.atom",
        "https://github.com/ada/engine/issues/3",
        "https://docs.github.com/en",
        "https://social.example/@ada.rss",
        "https://social.example/about",
        "https://www.threads.net/@ada",
        "https://medium.com/feed/@ada",
        "https://www.wordpress.com/features",
        "https://notreddit.com/r/python",
        "https://courier.example/",
        "",
    ],
)
def test_other_addresses_are_not_known(url: str) -> None:
    assert known_feeds(url) == ()
