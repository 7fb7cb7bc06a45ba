"""``library.db``: what a person did. It outlives the cache, a kill, a full disk and its own damage.

The parts lie beside this file, each named for what it knows; `backups`, `lock` and `schema` serve
the file itself.
"""

from __future__ import annotations

from pathlib import Path

import apsw

from reader.model.clock import Clock
from reader.model.error_words import cause
from reader.model.errors import StoreError
from reader.settings.library import corrections, read_marks, saved, tags
from reader.settings.library.backups import path_before_change, path_of_day, restore, tidy
from reader.settings.library.corrections import Corrections
from reader.settings.library.feed_numbers import FeedNumbers
from reader.settings.library.identity import Identities
from reader.settings.library.journal import Journal
from reader.settings.library.lock import InstanceLock
from reader.settings.library.positions import Positions
from reader.settings.library.presence import Presence
from reader.settings.library.read_marks import ReadMarks
from reader.settings.library.saved import Saved
from reader.settings.library.schema import LIBRARY
from reader.settings.library.state import State
from reader.settings.library.tags import Tags
from reader.settings.library.visits import Visits
from reader.store.database import (
    DamagedError,
    Database,
    NewerSchemaError,
    copy_database,
    damage_mark,
    is_sound,
    set_aside,
)
from reader.store.paths import Paths
from reader.wording.catalogue import say
from reader.wording.dates import date


class Library:
    """Feeds and stories by their numbers, and all marks, in parts.

    Methods say which thread may call them: the writer's, or any.
    """

    def __init__(
        self, paths: Paths, clock: Clock, database: Database, lock: InstanceLock, notice: str
    ) -> None:
        """Use `open`."""
        self.path = paths.library
        self.notice = notice
        """A sentence for a person about the state of the library; empty when all is well."""
        self._paths, self._clock, self._database, self._lock = paths, clock, database, lock
        self.feeds = FeedNumbers(database)
        self.identities = Identities(database, clock)
        self.presence = Presence(database)
        self.marks = ReadMarks(database, clock)
        self.positions = Positions(database)
        self.saved = Saved(database, clock)
        self.tags = Tags(database, clock)
        self.corrections = Corrections(database, clock)
        self.state = State(database)
        self.visits = Visits(database, clock, self.state)
        self.journal = Journal(
            database, clock, {**read_marks.UNDO, **saved.UNDO, **tags.UNDO, **corrections.UNDO}
        )

    @classmethod
    def open(cls, paths: Paths, clock: Clock) -> Library:
        """Open the library, make it, or put it back from a backup.

        Raises:
            StoreError: it can neither be opened nor made. A library that another instance has
                open, that a later version wrote or that lies on a disk that cannot be written is
                opened for reading (`read_only`).

        """
        lock = InstanceLock(paths.data / "library.lock")
        try:
            alone = lock.take()
        except OSError as error:
            words = say("store.not_written", path=paths.data, reason=cause(error))
            return _to_look(paths, clock, lock, words)
        try:
            if not alone:
                return _to_look(paths, clock, lock, say("status.read_only"))
            return _to_write(paths, clock, lock)
        except BaseException:
            lock.release()
            raise

    @property
    def read_only(self) -> bool:
        """Whether nothing is written; `notice` says why."""
        return self._database.read_only

    def refuse_if_read_only(self) -> None:
        """Raise `StoreError`, with the reason, where nothing may be written."""
        if self.read_only:
            raise StoreError(self.notice or say("status.read_only"))

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        self._database.close()
        self._lock.release()

    def back_up_if_due(self) -> Path | None:
        """Make the copy of this day unless it is there; returns it, or None. Writer.

        Raises:
            StoreError: it could not be made; older copies stay.

        """
        target = path_of_day(self._paths.backups, self._clock.now())
        if self.read_only or target.exists():
            return None
        self._database.back_up(target)
        tidy(self._paths.backups)
        return target


def _to_look(paths: Paths, clock: Clock, lock: InstanceLock, notice: str) -> Library:
    database = Database(paths.library, LIBRARY, read_only=True)
    return Library(paths, clock, database, lock, notice)


def _to_write(paths: Paths, clock: Clock, lock: InstanceLock) -> Library:
    try:
        _check(paths, clock.now())
        return Library(paths, clock, _database(paths, clock), lock, "")
    except NewerSchemaError as error:
        return _to_look(paths, clock, lock, str(error))
    except DamagedError:
        notice = _put_back(paths, clock)
    except StoreError as error:
        if not paths.library.exists():
            raise
        return _to_look(paths, clock, lock, f"{error} {say('store.shown_only')}")
    return Library(paths, clock, _database(paths, clock), lock, notice)


def _database(paths: Paths, clock: Clock) -> Database:
    def copy(connection: apsw.Connection, version: int) -> None:
        copy_database(connection, path_before_change(paths.backups, clock.now(), version))

    return Database(paths.library, LIBRARY, before_migration=copy)


def _check(paths: Paths, now: int) -> None:
    """Read the file through where it may be damaged: after a bad end, and once a day."""
    library = paths.library
    if not library.exists():
        if paths.backups.is_dir() and any(paths.backups.glob("library-*.db")):
            raise DamagedError(say("store.library_missing"))
        return
    unclean = library.with_name(library.name + "-wal").exists() or damage_mark(library).exists()
    first_today = not path_of_day(paths.backups, now).exists()
    empty = library.stat().st_size == 0
    if (unclean or first_today) and not empty and not is_sound(library, LIBRARY.application_id):
        raise DamagedError(say("store.library_damaged"))
    damage_mark(library).unlink(missing_ok=True)


def _put_back(paths: Paths, clock: Clock) -> str:
    """Put the newest sound backup in place of the library; returns the sentence about it."""
    was_there = paths.library.exists()
    aside = set_aside(paths.library, clock.now())
    backup = restore(paths.backups, paths.library)
    what = say("store.was_damaged", file=aside.name) if was_there else say("store.was_missing")
    if backup is None:
        return f"{what} {say('store.no_backup')}"
    database = Database(paths.library, LIBRARY)
    try:
        with database.immediate() as connection:
            # Numbers given since the backup will be given again: the cache must not keep them.
            connection.execute(
                "UPDATE state SET value = hex(randomblob(16)) WHERE key = 'stamp'"
            )
    finally:
        database.close()
    day = date(int(backup.stat().st_mtime))
    return f"{what} {say('store.put_back', day=day)}"
