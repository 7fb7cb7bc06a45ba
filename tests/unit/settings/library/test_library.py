"""The library outlives damage, loss, a kill, a second instance and a later version."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from reader.model.errors import StoreError
from reader.model.story import Candidate, Position
from reader.settings.library.backups import DAILY, WEEKLY, all_backups
from reader.settings.library.library import Library
from reader.store.paths import Paths
from tests.fakes import FakeClock
from tests.store import Store, make_article

DAY = 86400


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path)
    store.bring(store.feed("Courier"), *(make_article(f"story {n}") for n in range(9)))
    return store


def _knows_the_last_story(library: Library) -> bool:
    key = ("g:story 8",)
    return library.identities.look_up(1, [Candidate(key, key)]) != [None]


def _spoil(path: Path, start: int = 0, length: int = 2000) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + length] = b"\x5a" * len(content[start : start + length])
    path.write_bytes(content)


@pytest.mark.parametrize("start", [0, 4096 * 3])
def test_a_damaged_library_is_put_back_from_the_backup(store: Store, start: int) -> None:
    store.library.marks.read([1, 2, 3])
    store.save(4)
    store.library.positions.keep(5, Position(2, 7), 0.5, False)
    assert store.library.back_up_if_due() is not None
    store.close()
    store.clock.advance(DAY)
    _spoil(store.paths.library, start, 4096 * 4)
    store.open()
    assert "was put back from the backup" in store.library.notice
    assert not store.library.read_only
    assert store.library.marks.read([1, 2, 3]).stories == ()
    assert [story.id for story in store.library.saved.stories(range(9))] == [4]
    assert store.library.positions.of(5) == Position(2, 7)
    # Numbers given after the backup will be given again: texts under them must not stay.
    assert store.articles.fresh
    assert store.titles("is:saved") == ["story 5"]
    assert list(store.paths.data.glob("library.db.damaged-*"))
    store.close()


def test_a_library_that_was_lost_comes_back(store: Store) -> None:
    store.library.marks.read([1])
    store.library.back_up_if_due()
    store.close()
    for file in store.paths.data.glob("library.db*"):
        file.unlink()
    store.open()
    assert "was missing" in store.library.notice
    assert store.library.marks.read([1]).stories == ()
    store.close()


def test_without_a_backup_it_begins_anew_and_says_so(store: Store) -> None:
    store.close()
    _spoil(store.paths.library)
    store.open()
    assert "no backup" in store.library.notice
    assert store.select("") == store.select("is:saved")
    store.close()


def test_a_damaged_backup_is_passed_over(store: Store) -> None:
    store.library.marks.read([1])
    store.library.back_up_if_due()
    store.clock.advance(DAY)
    newest = store.library.back_up_if_due()
    assert newest is not None
    store.close()
    _spoil(newest)
    _spoil(store.paths.library)
    store.open()
    assert store.library.marks.read([1]).stories == ()
    store.close()


def test_one_backup_a_day_and_no_more_than_are_wanted(store: Store) -> None:
    assert store.library.back_up_if_due() is not None
    assert store.library.back_up_if_due() is None
    for _ in range(80):
        store.clock.advance(DAY)
        made = store.library.back_up_if_due()
        assert made is not None
        os.utime(made, (store.clock.now(), store.clock.now()))
    kept = all_backups(store.paths.backups)
    assert len(kept) == DAILY + WEEKLY
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in kept)
    store.close()


def test_a_second_instance_looks_and_writes_nothing(store: Store) -> None:
    second = Library.open(store.paths, store.clock)
    assert second.read_only
    assert "Another newsreader" in second.notice
    store.library.marks.read([1])
    assert _knows_the_last_story(second)
    with pytest.raises(StoreError, match="reading only"):
        second.marks.read([2])
    assert second.back_up_if_due() is None
    second.close()
    store.close()
    third = Library.open(store.paths, store.clock)
    assert not third.read_only
    third.close()


def test_a_library_of_a_later_version_is_shown_and_left_alone(store: Store) -> None:
    store.library.marks.read([1])
    store.close()
    with apsw.Connection(str(store.paths.library)) as connection:
        connection.pragma("user_version", 99)
    connection.close()
    library = Library.open(store.paths, store.clock)
    assert library.read_only
    assert "later newsreader" in library.notice
    assert _knows_the_last_story(library)
    with pytest.raises(StoreError):
        library.marks.read([2])
    library.close()


def test_where_nothing_can_be_written_everything_is_shown(store: Store) -> None:
    store.close()
    lock = store.paths.data / "library.lock"
    lock.unlink()
    lock.mkdir()
    library = Library.open(store.paths, store.clock)
    assert library.read_only
    assert "nothing is saved" in library.notice
    assert _knows_the_last_story(library)
    library.close()


def test_files_are_for_this_user_alone(store: Store) -> None:
    store.library.back_up_if_due()
    files = [path for path in store.paths.data.parent.rglob("*") if path.is_file()]
    assert len(files) > 4
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    directories = [path for path in store.paths.data.parent.rglob("*") if path.is_dir()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in directories} == {0o700}
    store.close()


_MARKS = """
import sys
from pathlib import Path
from reader.store.paths import Paths
from reader.settings.library.library import Library
from reader.model.clock import SystemClock
from reader.model.story import Candidate

library = Library.open(Paths.below(Path(sys.argv[1])), SystemClock())
feed = library.feeds.number("a")
number = 0
while True:
    number += 1
    key = (f"g:{number}",)
    story = library.identities.identify(feed, [Candidate(key, key)])[0].story
    library.marks.read([story])
    print(story, flush=True)
"""


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    paths = Paths.below(tmp_path)
    paths.create()
    process = subprocess.Popen(
        [sys.executable, "-c", _MARKS, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline()) for _ in range(40)]
    process.send_signal(signal.SIGKILL)
    acknowledged += [int(line) for line in process.stdout if line.endswith("\n")]
    process.wait()
    process.stdout.close()
    library = Library.open(paths, FakeClock())
    assert library.notice == ""
    keys = [(f"g:{number}",) for number in range(1, len(acknowledged) + 1)]
    stored = library.identities.look_up(1, [Candidate(key, key) for key in keys])
    assert stored == acknowledged
    assert library.marks.read(acknowledged).stories == ()
    library.close()
