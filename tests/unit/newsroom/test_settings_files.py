"""What is still fine when config.toml or feeds.toml is not."""

from __future__ import annotations

import pytest

from reader.model.errors import SettingsError
from reader.newsroom.events import Event, SettingsChanged, SettingsFailed
from reader.newsroom.newsroom import Newsroom
from tests.editions import COURIER, GAZETTE, Edition, Item, rss

BROKEN = "[[feed]]\nurl = \n"


def read_once(edition: Edition) -> None:
    """Two sources with a story each, read and closed."""
    edition.web.feed(COURIER, rss("Courier", Item("The ferry floats")))
    edition.web.feed(GAZETTE, rss("Gazette", Item("Bakers may sleep")))
    newsroom = edition.open()
    newsroom.sources.subscribe(COURIER)
    newsroom.sources.subscribe(GAZETTE)
    edition.refresh(newsroom)
    newsroom.close()


def shown(newsroom: Newsroom) -> list[str]:
    return [feed.title for folder in newsroom.sources.overview().folders for feed in folder.feeds]


def test_a_faulty_preference_is_told_and_keeps_nobody_from_reading(edition: Edition) -> None:
    read_once(edition)
    edition.paths.config_file.write_text("measure = 72\ntheme = 'neon'\n")
    newsroom = edition.open()
    assert [fault.split("config.toml")[1][:8] for fault in newsroom.faults] == [", line 2"]
    assert newsroom.config.measure == 72
    assert len(newsroom.stories.select(newsroom.parse(""))) == 2
    newsroom.close()


def test_sources_stay_as_they_were_while_their_file_has_a_fault(edition: Edition) -> None:
    read_once(edition)
    well = edition.paths.feeds_file.read_text()
    edition.paths.feeds_file.write_text(BROKEN)
    newsroom = edition.open()
    assert "line 2" in newsroom.faults[0]
    assert "stay as they were" in newsroom.faults[0]
    assert shown(newsroom) == ["Courier", "Gazette"]
    edition.web.feed(COURIER, rss("Courier", Item("The ferry floats"), Item("She sails")))
    edition.refresh(newsroom)
    assert len(newsroom.stories.select(newsroom.parse(""))) == 3
    with pytest.raises(SettingsError):
        newsroom.sources.subscribe("https://third.example/feed.xml")
    assert edition.paths.feeds_file.read_text() == BROKEN
    edition.paths.feeds_file.write_text(well)
    assert newsroom.preferences.reload_if_changed()
    newsroom.sources.subscribe("https://third.example/feed.xml")
    assert len(newsroom.sources.subscriptions()) == 3
    newsroom.close()


def test_without_any_sources_the_fault_is_what_a_refresh_ends_in(edition: Edition) -> None:
    edition.paths.create()
    edition.paths.feeds_file.write_text(BROKEN)
    newsroom = edition.open()
    with pytest.raises(SettingsError, match="line 2"):
        newsroom.refreshing.start()
    newsroom.close()


def test_sources_are_read_anew_beside_a_faulty_preference(edition: Edition) -> None:
    read_once(edition)
    edition.paths.config_file.write_text("theme = 'neon'\n")
    newsroom = edition.open()
    heard: list[Event] = []
    newsroom.listen(heard.append)
    edition.paths.feeds_file.write_text(f'[[feed]]\nurl = "{GAZETTE}"\n')
    assert newsroom.preferences.reload_if_changed()
    assert shown(newsroom) == ["Gazette"]
    changed, failed = heard
    assert isinstance(changed, SettingsChanged)
    assert isinstance(failed, SettingsFailed)
    assert "line 1" in failed.message
    newsroom.close()
