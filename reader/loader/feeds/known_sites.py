"""Well-known sites whose feeds follow from the address of a page: nothing has to be fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

from reader.loader.feeds.feed_links import FeedLink
from reader.wording.catalogue import say

_Rule = Callable[[str, str, str], Iterator[FeedLink]]
"""Takes host, path without slashes at its ends, and query; gives the feeds."""

_ATOM, _RSS = "application/atom+xml", "application/rss+xml"
_ALREADY = re.compile(r"\.(?:rss|atom|xml|json)\Z|\Afeeds?(?:/|\Z)", re.IGNORECASE)
"""Paths of what is a feed already."""
_GITHUB_OWN = re.compile(
    r"(?:about|apps|codespaces|collections|contact|customer-stories|enterprise|events|explore"
    r"|features|issues|join|login|marketplace|new|notifications|orgs|organizations|pricing|pulls"
    r"|readme|search|security|settings|signup|site|solutions|sponsors|stars|team|topics|trending)\Z"
)
"""First segments of paths on GitHub that are no account."""
_MASTODON = re.compile(
    r"(?:web/)?@(\w[\w.-]*)(?:@([\w-]+(?:\.[\w-]+)+))?(?:/with_replies|/media)?\Z"
)
_AT_NAMES_ELSEWHERE = re.compile(
    r"(?:^|\.)(?:tiktok|threads|substack|odysee|flipboard)\.(?:com|net)\Z"
)
"""Sites that are not Mastodon though the addresses of their accounts look the same."""


def known_feeds(url: str) -> tuple[FeedLink, ...]:
    """Return the feeds of a page on a well-known kind of site, the main one first.

    Empty where no rule fits the address. The rule for Mastodon fits any host by the path alone and
    may be wrong: the feed has to be fetched to be sure.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    path = parts.path.strip("/")
    if _ALREADY.search(path):
        return ()
    for pattern, rule in _RULES:
        if pattern.fullmatch(host):
            return tuple(rule(host, path, parts.query))
    return tuple(_mastodon(host, path, parts.query))


def _youtube(_host: str, path: str, query: str) -> Iterator[FeedLink]:
    feed = "https://www.youtube.com/feeds/videos.xml"
    kind, _, name = path.partition("/")
    name = name.partition("/")[0]
    playlist = parse_qs(query).get("list", [""])[0]
    if kind == "channel" and name:
        yield FeedLink(f"{feed}?channel_id={name}", "", _ATOM)
    elif kind == "user" and name:
        yield FeedLink(f"{feed}?user={name}", "", _ATOM)
    elif kind == "playlist" and playlist:
        yield FeedLink(f"{feed}?playlist_id={playlist}", "", _ATOM)


def _reddit(_host: str, path: str, query: str) -> Iterator[FeedLink]:
    path = re.sub(r"\Au/", "user/", path)
    if not path or path.startswith(("r/", "user/", "domain/")):
        feed = f"https://www.reddit.com/{path}/.rss" if path else "https://www.reddit.com/.rss"
        yield FeedLink(f"{feed}?{query}" if query else feed, "", _ATOM)


def _github(_host: str, path: str, _query: str) -> Iterator[FeedLink]:
    owner, *rest = path.split("/")
    if not owner or _GITHUB_OWN.match(owner):
        return
    if not rest:
        yield FeedLink(f"https://github.com/{owner}.atom", say("feed.activity", name=owner), _ATOM)
        return
    place = f"https://github.com/{owner}/{rest[0].removesuffix('.git')}"
    part, place_in = (rest[1] if len(rest) > 1 else ""), "/".join(rest[2:])
    if part in ("releases", "tags", "discussions", "wiki"):
        yield FeedLink(f"{place}/{part}.atom", part.capitalize(), _ATOM)
    elif part in ("commits", "tree", "blob") and place_in:
        title = say("feed.commits", name=place_in)
        yield FeedLink(f"{place}/commits/{place_in}.atom", title, _ATOM)
    elif part == "commits":
        yield FeedLink(f"{place}/commits.atom", "Commits", _ATOM)
    elif not part:
        for name in ("releases", "tags", "commits"):
            yield FeedLink(f"{place}/{name}.atom", name.capitalize(), _ATOM)


def _gitlab(host: str, path: str, _query: str) -> Iterator[FeedLink]:
    project, _, part = path.partition("/-/")
    if project.count("/") < 1:
        return
    place = f"https://{host}/{project}/-"
    part, _, branch = part.partition("/")
    if part in ("", "releases"):
        yield FeedLink(f"{place}/releases.atom", "Releases", _ATOM)
    if part in ("", "tags"):
        yield FeedLink(f"{place}/tags?format=atom", "Tags", _ATOM)
    if part in ("commits", "tree") and branch:
        title = say("feed.commits", name=branch)
        yield FeedLink(f"{place}/commits/{branch}?format=atom", title, _ATOM)


def _forgejo(host: str, path: str, _query: str) -> Iterator[FeedLink]:
    owner, *rest = path.split("/")
    if not owner or owner in ("explore", "user", "org"):
        return
    if len(rest) < 2:
        name = "/".join([owner, *rest])
        yield FeedLink(f"https://{host}/{name}.rss", say("feed.activity", name=name), _RSS)
    if rest and (len(rest) == 1 or rest[1] in ("releases", "tags")):
        part = rest[1] if len(rest) > 1 else "releases"
        place = f"https://{host}/{owner}/{rest[0]}"
        yield FeedLink(f"{place}/{part}.rss", part.capitalize(), _RSS)


def _mastodon(host: str, path: str, _query: str) -> Iterator[FeedLink]:
    account = _MASTODON.match(path)
    if account and host and not _AT_NAMES_ELSEWHERE.search(host):
        yield FeedLink(f"https://{account[2] or host}/@{account[1]}.rss", "", _RSS)


def _bluesky(host: str, path: str, _query: str) -> Iterator[FeedLink]:
    profile = re.match(r"profile/([\w.:-]+)\Z", path)
    if profile:
        yield FeedLink(f"https://{host}/profile/{profile[1]}/rss", "", _RSS)


def _medium(host: str, path: str, _query: str) -> Iterator[FeedLink]:
    if host in ("medium.com", "www.medium.com"):
        name = re.match(r"(?:@[\w.-]+|tag/[\w-]+|[\w-]+)", path)
        if name and name[0] not in ("m", "search", "membership"):
            yield FeedLink(f"https://medium.com/feed/{name[0]}", "", _RSS)
    else:
        yield FeedLink(f"https://{host}/feed", "", _RSS)


def _at_feed(host: str, _path: str, _query: str) -> Iterator[FeedLink]:
    slash = "/" if host.endswith("wordpress.com") else ""  # either redirects the other form
    yield FeedLink(f"https://{host}/feed{slash}", "", _RSS)


def _blogger(host: str, _path: str, _query: str) -> Iterator[FeedLink]:
    yield FeedLink(f"https://{host}/feeds/posts/default", "", _ATOM)


def _tumblr(host: str, path: str, _query: str) -> Iterator[FeedLink]:
    if host in ("tumblr.com", "www.tumblr.com"):
        name = re.match(r"(?:blog/(?:view/)?)?([\w-]+)\Z", path)
        if name and name[1] not in ("dashboard", "explore", "login", "register", "tagged"):
            yield FeedLink(f"https://{name[1]}.tumblr.com/rss", "", _RSS)
    else:
        yield FeedLink(f"https://{host}/rss", "", _RSS)


def _arxiv(_host: str, path: str, _query: str) -> Iterator[FeedLink]:
    subject = re.match(r"(?:list|archive)/([\w.-]+)", path)
    if subject:
        yield FeedLink(f"https://rss.arxiv.org/rss/{subject[1]}", "", _RSS)


_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (re.compile(host), rule)
    for host, rule in (
        (r"(?:www\.|m\.|music\.)?youtube\.com", _youtube),
        (r"(?:\w+\.)?reddit\.com", _reddit),
        (r"(?:www\.)?github\.com", _github),
        (r"gitlab\.com", _gitlab),
        (r"codeberg\.org", _forgejo),
        (r"bsky\.app", _bluesky),
        (r"(?:[\w-]+\.)?medium\.com", _medium),
        (r"(?!www\.)[\w-]+\.(?:substack|wordpress)\.com", _at_feed),
        (r"(?!www\.)[\w-]+\.blogspot\.\w+(?:\.\w+)?", _blogger),
        (r"(?:[\w-]+\.)?tumblr\.com", _tumblr),
        (r"(?:www\.)?arxiv\.org", _arxiv),
    )
)
