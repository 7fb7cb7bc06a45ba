"""What other readers know comes along: sources, views, and what was read already."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reader.model.change import Act
from tests.editions import COURIER, GAZETTE, Edition, Item, rss


def _newsboat(place: Path) -> Path:
    place.mkdir()
    urls = place / "urls"
    urls.write_text(
        f'{COURIER} "News" "~My Courier"\n{GAZETTE}\n'
        '"query:Long ones:unread = \\"yes\\""\n"exec:/bin/date"\n'
    )
    with sqlite3.connect(place / "cache.db") as connection:
        connection.execute(
            "CREATE TABLE rss_item (guid TEXT, title TEXT, author TEXT, url TEXT, feedurl TEXT,"
            " pubDate INTEGER, content TEXT, unread INTEGER, flags TEXT, deleted INTEGER)"
        )
        connection.executemany(
            "INSERT INTO rss_item (guid, url, feedurl, unread, flags) VALUES (?, ?, ?, ?, ?)",
            [
                ("the-ferry-floats", "https://courier.example/the-ferry-floats", COURIER, 0, ""),
                ("bakers-may-sleep", "https://courier.example/bakers-may-sleep", COURIER, 1, ""),
            ],
        )
    return urls


def test_newsboat_brings_sources_views_and_what_was_read(edition: Edition, tmp_path: Path) -> None:
    newsroom = edition.open()
    result = newsroom.sources.import_file(_newsboat(tmp_path / "newsboat"))
    assert (result.added, result.known) == (2, 0)
    assert len(result.skipped) == 1
    assert "exec" in result.skipped[0]
    first = newsroom.sources.subscriptions()[0]
    assert (first.title, first.folder, first.url) == ("My Courier", "News", COURIER)
    assert dict(newsroom.config.views) == {"Long ones": "is:unread"}
    assert newsroom.sources.overview().unread == 0
    edition.web.feed(
        COURIER, rss("Courier", Item("The ferry floats"), Item("Bakers may sleep"))
    ).feed(GAZETTE, rss("Gazette"))
    edition.refresh(newsroom)
    rows = newsroom.stories.headlines(newsroom.stories.select(newsroom.parse("")))
    assert {row.title: row.unread for row in rows} == {
        "The ferry floats": False,
        "Bakers may sleep": True,
    }
    newsroom.close()


def test_importing_twice_adds_nothing(edition: Edition, tmp_path: Path) -> None:
    urls = _newsboat(tmp_path / "newsboat")
    newsroom = edition.open()
    newsroom.sources.import_file(urls)
    again = newsroom.sources.import_file(urls)
    assert (again.added, again.known) == (0, 2)
    assert len(newsroom.sources.subscriptions()) == 2
    newsroom.close()


def test_opml_keeps_its_folders(edition: Edition, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        "<opml version='2.0'><body><outline text='News'>"
        f"<outline type='rss' text='Courier' xmlUrl='{COURIER}'/></outline></body></opml>"
    )
    newsroom = edition.open()
    assert newsroom.sources.import_file(file).added == 1
    assert newsroom.sources.subscriptions()[0].folder == "News"
    newsroom.close()


def test_flagged_stories_are_saved_whole_before_any_feed_brought_them(
    edition: Edition, tmp_path: Path
) -> None:
    urls = _newsboat(tmp_path / "newsboat")
    with sqlite3.connect(urls.with_name("cache.db")) as connection:
        connection.execute(
            "UPDATE rss_item SET flags = 's', title = 'The ferry floats', author = 'Ada',"
            " pubDate = 1700000000, content = '<p>It floats.<script>x</script><p>Still.'"
            " WHERE guid = 'the-ferry-floats'"
        )
    newsroom = edition.open()
    assert newsroom.sources.import_file(urls).saved == 1
    (story,) = newsroom.stories.headlines(newsroom.stories.select(newsroom.parse("is:saved")))
    assert (story.title, story.author) == ("The ferry floats", "Ada")
    assert story.published == 1_700_000_000
    assert not story.unread
    assert newsroom.stories.article(story.id).text == "It floats.\n\nStill."
    assert newsroom.sources.import_file(urls).saved == 0
    edition.web.feed(COURIER, rss("Courier", Item("The ferry floats"))).feed(GAZETTE, rss("G"))
    edition.refresh(newsroom)
    rows = newsroom.stories.headlines(newsroom.stories.select(newsroom.parse("")))
    assert [(row.id, row.saved) for row in rows] == [(story.id, True)]
    newsroom.close()


def test_an_import_tells_how_far_it_has_come(edition: Edition, tmp_path: Path) -> None:
    newsroom, heard = edition.open(), list[tuple[int, int]]()
    newsroom.sources.import_file(
        _newsboat(tmp_path / "newsboat"), lambda done, total: heard.append((done, total))
    )
    assert heard == [(1, 4), (2, 4), (4, 4)]
    newsroom.close()


def test_what_another_reader_marked_is_no_step_to_undo(edition: Edition, tmp_path: Path) -> None:
    newsroom = edition.open()
    urls = _newsboat(tmp_path / "newsboat")
    newsroom.sources.subscribe(COURIER)
    newsroom.sources.subscribe(GAZETTE)
    newsroom.sources.import_file(urls)
    change = newsroom.undo()
    assert change is not None
    assert change.act is not Act.READ
    newsroom.close()
