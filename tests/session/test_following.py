"""What happens in the newsroom meanwhile: progress is told, no row moves."""

from __future__ import annotations

from functools import partial

from reader.app.session.list_in_hand import Loaded
from reader.app.session.story_list import StoryList
from reader.newsroom.events import (
    AddFailed,
    FullTextArrived,
    RefreshStarted,
    SettingsFailed,
    SourceAdded,
)
from tests.session.driving import SessionDriver


def test_capital_r_refreshes_all_and_then_stops() -> None:
    reader = SessionDriver()
    reader.press("R")
    assert ("refresh", None) in reader.newsroom.calls
    reader.newsroom.tell(RefreshStarted(1, 3, (1, 2, 3)))
    reader.quiet()
    reader.press("R")
    assert ("stop_refresh",) in reader.newsroom.calls


def test_r_refreshes_the_source_of_the_list() -> None:
    reader = SessionDriver()
    reader.press("h", "j", "j", "j", "j", "enter")
    reader.until(lambda: reader.session.list.current.key == "feed:1")
    reader.press("r")
    assert ("refresh", (1,)) in reader.newsroom.calls


def test_words_of_the_newsroom_reach_the_status_line() -> None:
    reader = SessionDriver()
    for event, words in (
        (AddFailed("x", "That page has no feed we can find."), "no feed"),
        (SourceAdded(1, "Harbour Lamp", 12), "Harbour Lamp added · 12 stories"),
        (
            SourceAdded(1, "Harbour Lamp", 0, known=True),
            "Harbour Lamp is among your sources already",
        ),
        (SettingsFailed("config.toml, line 3: no."), "line 3"),
    ):
        reader.newsroom.tell(event)
        reader.until(partial(lambda words: words in reader.fact, words))


def test_a_full_text_replaces_the_summary_and_keeps_the_place() -> None:
    reader = SessionDriver()
    reader.press("enter", "x")
    assert ("fetch_full", 1) in reader.newsroom.calls
    reader.newsroom.tell(FullTextArrived(1, False, "the site wants a login"))
    reader.until(lambda: "the site wants a login" in reader.fact)


def test_a_story_that_is_read_does_not_have_the_whole_list_read_anew() -> None:
    reader = SessionDriver()
    lists_read = 0
    read_list = reader.session.list.read

    def counted(story_list: StoryList) -> Loaded:
        nonlocal lists_read
        lists_read += 1
        return read_list(story_list)

    reader.session.list.read = counted  # type: ignore[method-assign]  # counted where it is read
    reader.press("n", "n", "u")
    sidebar = reader.session.sidebar
    reader.until(lambda: sidebar.sources is not None and sidebar.sources.unread == 4)
    reader.quiet()
    assert lists_read == 0
    reader.press("A")
    reader.until(lambda: lists_read > 0)
