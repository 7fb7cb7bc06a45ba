from __future__ import annotations

import gc
import stat
import threading
from pathlib import Path

import apsw
import pytest

from reader.model.errors import StoreError
from reader.store.database import (
    DamagedError,
    Database,
    NewerSchemaError,
    Schema,
    damage_mark,
    is_sound,
    numbers,
    set_aside,
)

ONE = Schema(0x1234, ("CREATE TABLE t (n INTEGER PRIMARY KEY, x TEXT)",), "FULL")
TWO = Schema(0x1234, (*ONE.migrations, "ALTER TABLE t ADD COLUMN y TEXT DEFAULT 'new'"), "FULL")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.db"


def _filled(path: Path, schema: Schema = ONE) -> Database:
    database = Database(path, schema)
    with database.immediate() as connection:
        connection.executemany("INSERT INTO t (x) VALUES (?)", [("a",), ("b",)])
    return database


def test_a_database_is_made_private_and_durable(path: Path) -> None:
    database = _filled(path)
    with database.immediate() as connection:
        assert connection.pragma("journal_mode") == "wal"
        assert connection.pragma("synchronous") == 2
        assert connection.pragma("foreign_keys") == 1
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {0o600}
    assert database.read("SELECT n, x FROM t") == [(1, "a"), (2, "b")]
    assert database.value("SELECT max(n) FROM t") == 2
    assert database.value("SELECT n FROM t WHERE n = 9") is None
    database.close()
    database.close()
    assert [file.name for file in path.parent.iterdir()] == ["some.db"]


def test_readers_cannot_write(path: Path) -> None:
    database = _filled(path)
    with pytest.raises(StoreError):
        database.read("DELETE FROM t")
    assert database.value("SELECT count(*) FROM t") == 2
    database.close()


def test_what_raises_leaves_nothing_behind(path: Path) -> None:
    database = _filled(path)

    def fail() -> None:
        with database.immediate() as connection:
            connection.execute("DELETE FROM t")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.immediate() as outer, database.immediate() as inner:
        assert inner is outer
        inner.execute("INSERT INTO t (x) VALUES ('c')")
    assert database.value("SELECT count(*) FROM t") == 3
    database.close()


def test_the_connection_of_a_thread_ends_with_it(path: Path) -> None:
    database = _filled(path)
    for _ in range(20):
        thread = threading.Thread(target=lambda: database.read("SELECT * FROM t"))
        thread.start()
        thread.join()
    gc.collect()
    ours = [c for c in apsw.connections() if c.db_filename("main") == str(path)]
    assert len(ours) <= 3
    database.close()


def test_a_later_version_migrates_after_a_copy(path: Path) -> None:
    _filled(path).close()
    copies: list[int] = []
    database = Database(path, TWO, before_migration=lambda _, version: copies.append(version))
    assert copies == [1]
    assert database.read("SELECT x, y FROM t") == [("a", "new"), ("b", "new")]
    database.close()
    Database(path, TWO, before_migration=lambda _, version: copies.append(version)).close()
    assert copies == [1]


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    _filled(path).close()
    broken = Schema(0x1234, (*ONE.migrations, "ALTER TABLE t ADD COLUMN y; NONSENSE"), "FULL")
    with pytest.raises(StoreError):
        Database(path, broken)
    database = Database(path, ONE)
    assert database.value("SELECT count(*) FROM pragma_table_info('t')") == 2
    database.close()


def test_a_file_of_a_later_version_is_only_looked_at(path: Path) -> None:
    _filled(path, TWO).close()
    with pytest.raises(NewerSchemaError, match="later newsreader"):
        Database(path, ONE)
    database = Database(path, ONE, read_only=True)
    assert database.value("SELECT count(*) FROM t") == 2
    with pytest.raises(StoreError, match="reading only"), database.immediate():
        pass
    database.close()


@pytest.mark.parametrize("content", [b"hello" * 2000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_database_is_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(DamagedError):
        Database(path, ONE)
    assert path.read_bytes() == content
    assert not is_sound(path, ONE.application_id)


def test_another_programs_database_is_not_touched(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(DamagedError, match="not a database of newsreader"):
        Database(path, ONE)
    assert path.read_bytes() == before


def test_damage_met_on_the_way_is_marked_for_the_next_start(path: Path) -> None:
    _filled(path).close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\x5a" * (len(content) - 4096))
    database = Database(path, ONE)
    with pytest.raises(DamagedError):
        database.read("SELECT * FROM t")
    database.close()
    assert damage_mark(path).exists()
    aside = set_aside(path, 7)
    assert aside.name == "some.db.damaged-7"
    assert aside.exists()
    assert not path.exists()
    assert not damage_mark(path).exists()


def test_a_copy_is_whole_and_one_file(path: Path) -> None:
    database = _filled(path)
    target = path.with_name("copy.db")
    database.back_up(target)
    database.close()
    assert is_sound(target, ONE.application_id)
    assert not is_sound(target, 0x9999)
    assert sorted(file.name for file in path.parent.iterdir()) == ["copy.db", "some.db"]
    copy = Database(target, ONE)
    assert copy.value("SELECT count(*) FROM t") == 2
    copy.close()


def test_what_cannot_be_opened_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Database(tmp_path, ONE)
    with pytest.raises(StoreError):
        is_sound(tmp_path / "none.db", 1)


def test_any_number_of_numbers_can_be_asked_for(path: Path) -> None:
    database = _filled(path)
    sql = "SELECT n FROM t WHERE n IN carray(?)"
    assert database.read(sql, (numbers([]),)) == []
    assert database.read(sql, (numbers(iter([2, 5])),)) == [(2,)]
    assert len(database.read(sql, (numbers(range(100_000)),))) == 2
    database.close()
