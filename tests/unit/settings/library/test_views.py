"""What the views say of the library is what a person did; they hold for every version of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from reader.model.story import Position
from reader.settings.library.schema import LIBRARY
from reader.store.library_views import LIBRARY_VIEWS
from tests.store import Store, make_article


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty library and an empty cache."""
    store = Store(tmp_path)
    yield store
    store.close()


def _look(library: Path) -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    connection.execute("ATTACH ? AS lib", (str(library),))
    for name, sql in LIBRARY_VIEWS.items():
        connection.execute(f"CREATE TEMP VIEW {name} AS {sql}")
    return connection


def test_the_views_say_what_a_person_did(store: Store) -> None:
    library, now = store.library, store.clock.now()
    [first] = store.bring(store.feed("Courier"), make_article("one")).new
    [second] = store.bring(
        store.feed("Courier"), make_article("one"), make_article("two", published=now - 60)
    ).new
    library.marks.read([first])
    store.save(second)
    store.save(first)
    library.saved.remove([first])
    library.tags.change([second], add=["ships"])
    library.positions.keep(second, Position(1, 5), 0.25, False)
    library.corrections.alias("k okafor", "Mara Okafor")
    library.corrections.correct(second, "deep", "Ida Lund")
    view = _look(store.paths.library).execute
    assert view("SELECT * FROM library_stories").fetchall() == [
        (first, 1, now, 1, 0, 1),
        (second, 1, now - 60, 0, 1, 1),
    ]
    assert view("SELECT * FROM library_saved").fetchall() == [(second, now)]
    assert view("SELECT * FROM library_tags").fetchall() == [(second, "ships")]
    assert view("SELECT * FROM library_positions").fetchall() == [(second, 0.25, 0)]
    assert view("SELECT * FROM library_aliases").fetchall() == [
        ("k okafor", "mara okafor", "Mara Okafor")
    ]
    assert view("SELECT * FROM library_corrections").fetchall() == [
        (second, "deep", "Ida Lund", "ida lund")
    ]
    [(stamp, highest)] = view("SELECT * FROM library_origin").fetchall()
    assert len(str(stamp)) == 32
    assert highest == second


def test_what_is_not_here_is_not_unread_and_what_came_before_the_visit_is_not_new(
    store: Store,
) -> None:
    old = store.bring(store.feed("Courier"), make_article("one")).new[0]
    store.clock.advance(60)
    store.library.visits.begin()
    store.library.visits.begin()
    store.clock.advance(60)
    new = store.bring(store.feed("Courier"), make_article("one"), make_article("two")).new[0]
    store.library.presence.absent([new])
    view = _look(store.paths.library).execute
    assert view("SELECT id, read, unread, new FROM library_stories").fetchall() == [
        (old, 0, 1, 0),
        (new, 0, 0, 1),
    ]


@pytest.mark.parametrize("version", range(1, len(LIBRARY.migrations) + 1))
def test_the_views_hold_for_a_library_of_every_version(tmp_path: Path, version: int) -> None:
    library = tmp_path / "library.db"
    connection = apsw.Connection(str(library))
    for migration in LIBRARY.migrations[:version]:
        connection.execute(migration)
    connection.close()
    view = _look(library).execute
    counts = {name: view(f"SELECT count(*) FROM {name}").get for name in LIBRARY_VIEWS}
    assert counts == dict.fromkeys(LIBRARY_VIEWS, 0) | {"library_origin": 1}


def test_what_comes_in_the_second_of_the_last_visit_is_new(store: Store) -> None:
    store.library.visits.begin()
    store.library.visits.begin()
    [story] = store.bring(store.feed("Courier"), make_article("one")).new
    view = _look(store.paths.library).execute
    assert view("SELECT id, new FROM library_stories").fetchall() == [(story, 1)]
    assert store.titles("is:new") == ["one"]
    store.clock.advance(1)
    store.library.visits.begin()
    store.library.visits.begin()
    assert store.titles("is:new") == []
