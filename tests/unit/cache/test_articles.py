"""The cache may be lost, damaged or another library's: marks, saved stories and places stay."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from reader.cache.articles import Articles
from reader.model.errors import StoreError
from reader.model.story import Position
from tests.store import Store, make_article

NAMES = ("one", "two", "three", "four")


@pytest.fixture
def filled(store: Store) -> Store:
    """Four stories: the first two read, the third saved and begun."""
    store.bring(store.feed("Courier"), *map(make_article, NAMES))
    ids = {row.title: row.id for row in store.articles.lists.headlines(store.select(""))}
    store.library.marks.read([ids["one"], ids["two"]])
    store.save(ids["three"])
    store.library.positions.keep(ids["three"], Position(0, 5), 0.3, False)
    return store


def _check_marks(store: Store) -> None:
    """What a person did is as it was, before and after the feed was visited again."""
    assert store.titles("is:saved") == ["three"]
    saved = store.select("is:saved")[0]
    assert store.articles.texts.article(saved).text == "Nothing happened."
    assert store.library.positions.of(saved) == Position(0, 5)
    assert store.articles.lists.headline(saved).progress == 0.3
    # What is not here again yet counts as unread no more, but for what is saved.
    assert store.articles.counts.since(0).unread == (1 if store.articles.fresh else 2)
    stored = store.bring(store.feed("Courier"), *map(make_article, NAMES))
    assert stored.changed == ()
    assert sorted(store.titles("is:read")) == ["one", "two"]
    assert sorted(store.titles("is:unread")) == ["four", "three"]
    assert store.articles.counts.since(0).unread == 2


def test_a_deleted_cache_loses_no_marks(filled: Store) -> None:
    filled.close()
    for file in filled.paths.cache.iterdir():
        file.unlink()
    filled.open()
    assert filled.articles.fresh
    _check_marks(filled)


def test_a_deleted_cache_directory_is_made_again(filled: Store) -> None:
    filled.close()
    for file in filled.paths.cache.iterdir():
        file.unlink()
    filled.paths.cache.rmdir()
    filled.open()
    _check_marks(filled)


@pytest.mark.parametrize("content", [b"", b"no database" * 400])
def test_a_damaged_cache_is_made_anew_and_loses_no_marks(filled: Store, content: bytes) -> None:
    filled.close()
    filled.paths.articles.write_bytes(content)
    filled.open()
    assert filled.articles.fresh
    assert ("damaged" in filled.articles.notice) == bool(content)
    _check_marks(filled)


def test_a_cache_of_a_later_version_is_made_anew(filled: Store) -> None:
    filled.close()
    connection = apsw.Connection(str(filled.paths.articles))
    connection.pragma("user_version", 99)
    connection.close()
    filled.open()
    assert filled.articles.fresh
    _check_marks(filled)


def test_a_cache_with_the_numbers_of_another_library_is_made_anew(
    filled: Store, tmp_path: Path
) -> None:
    filled.close()
    other = Store(tmp_path / "other")
    other.bring(other.feed("Whistle"), make_article("a lie"))
    other.close()
    filled.paths.articles.write_bytes(other.paths.articles.read_bytes())
    filled.open()
    assert filled.articles.fresh
    assert "a lie" not in filled.titles("")
    _check_marks(filled)


def test_a_cache_that_is_ahead_of_its_library_is_made_anew(filled: Store) -> None:
    filled.library.back_up_if_due()
    backup = next(filled.paths.backups.iterdir()).read_bytes()
    filled.bring(filled.feed("Courier"), make_article("after the backup"))
    filled.close()
    for file in filled.paths.data.glob("library.db*"):
        file.unlink()
    filled.paths.library.write_bytes(backup)
    filled.open()
    assert filled.articles.fresh
    _check_marks(filled)


def test_an_ordinary_start_is_not_fresh(filled: Store) -> None:
    filled.reopen()
    assert not filled.articles.fresh
    assert filled.articles.notice == ""
    _check_marks(filled)


def test_damage_that_is_met_on_the_way_is_mended_at_the_next_start(filled: Store) -> None:
    filled.close()
    connection = apsw.Connection(str(filled.paths.articles))
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'texts'").get
    connection.close()
    with filled.paths.articles.open("r+b") as file:
        file.seek((int(str(page)) - 1) * 4096)
        file.write(b"\x5a" * 4096)
    filled.open()
    assert not filled.articles.fresh
    with pytest.raises(StoreError, match="damaged"):
        filled.articles.texts.article(1)
    filled.close()
    filled.open()
    assert "damaged" in filled.articles.notice
    _check_marks(filled)
    filled.reopen()
    assert not filled.articles.fresh


def test_two_instances_read_one_cache(filled: Store) -> None:
    second = Articles.open(
        filled.paths.articles, filled.paths.library, filled.clock, read_only=True
    )
    filled.bring(filled.feed("Courier"), make_article("five"))
    assert not second.fresh
    assert [feed.stories for feed in second.feeds.subscribed()] == [5]
    with pytest.raises(StoreError, match="reading only"):
        second.index.fill()
    second.close()
