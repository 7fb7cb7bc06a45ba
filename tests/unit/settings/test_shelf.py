"""The shelf: what a first start offers."""

from __future__ import annotations

import re

from reader.settings.shelf import shelf, shelf_text
from reader.settings.subscription_form import parse_subscriptions

SWITCHED_OFF = re.compile(r"^# (\[\[feed\]\]$|(?:url|title|folder) = )", re.MULTILINE)


def test_about_a_dozen_sources_are_switched_on() -> None:
    assert 10 <= len(shelf()) <= 15
    for source in shelf():
        assert source.url.startswith("https://")
        assert source.title
        assert source.folder


def test_some_twenty_more_need_only_their_comment_signs_taken_away() -> None:
    everything = parse_subscriptions(SWITCHED_OFF.sub(r"\1", shelf_text()), "feeds.toml")
    more = [source for source in everything if source not in shelf()]
    assert len(more) >= 20
    assert all(source.title and source.folder.startswith("Countries/") for source in more)
    assert len({source.folder for source in more}) >= 12


def test_the_comments_teach_every_key_of_the_form() -> None:
    taught = re.findall(r"^# {5}(\w+ = .+)$", shelf_text(), re.MULTILINE)
    assert len(taught) >= 15
    for line in taught:
        key = line.split(" = ")[0]
        source = line if key in ("url", "command") else f'url = "https://example.org/"\n{line}'
        (subscription,) = parse_subscriptions(f"[[feed]]\n{source}", "feeds.toml")
        assert subscription.url or subscription.command
