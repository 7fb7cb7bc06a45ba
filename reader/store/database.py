"""Opening both databases: private files, write-ahead log, one writer, readers that cannot write.

Every write is one short ``BEGIN IMMEDIATE``: a transaction that starts as a reader cannot be
upgraded once somebody else has written, whatever the timeout. Only the writer checkpoints.
"""

from __future__ import annotations

import contextlib
import os
import threading
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import apsw

from reader.model.error_words import cause, said
from reader.model.errors import StoreError
from reader.store.library_views import LIBRARY

BUSY_SECONDS = 5
LOG_BYTES = 16_000_000
"""To which the write-ahead log shrinks after a large write."""
_OPEN_WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
_OPEN_READ = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_DAMAGE = (apsw.CorruptError, apsw.NotADBError)


class DamagedError(StoreError):
    """The file is no database of ours, or its pages contradict each other."""


class NewerSchemaError(StoreError):
    """The file was written by a later version of the program; it is left as it is."""


@dataclass(frozen=True, slots=True)
class Schema:
    """What a database of ours is."""

    application_id: int
    migrations: tuple[str, ...]
    """SQL scripts; the first makes the tables, the n-th leads from version n - 1 to n."""
    synchronous: str
    """``FULL`` survives a power cut, ``NORMAL`` only the end of the process."""


class Database:
    """One SQLite file: a connection that writes, and one for reading in each thread."""

    def __init__(
        self,
        path: Path,
        schema: Schema,
        *,
        read_only: bool = False,
        before_migration: Callable[[apsw.Connection, int], object] | None = None,
        attach: Path | None = None,
        views: Mapping[str, str] = MappingProxyType({}),
        functions: Mapping[str, Callable[..., str]] = MappingProxyType({}),
        ranks: Mapping[str, Callable[..., float]] = MappingProxyType({}),
    ) -> None:
        """Open the file, or make it.

        `attach`: another database that readers see, read-only, through `views` (SQL by name).
        `functions`: what readers may call in SQL; the same text always gives the same answer.
        `ranks`: what they may call with a row of a full-text index.
        `read_only`: nothing is written; a file of a later version is shown as far as it goes.
        Raises `DamagedError`, `NewerSchemaError`, or `StoreError` if it cannot be opened.
        """
        self.path, self.read_only = path, read_only
        self._attach, self._views = attach, views
        self._functions, self._ranks = functions, ranks
        self._local = threading.local()
        # Weak: the connection of a thread that ended closes with it.
        self._readers: weakref.WeakSet[apsw.Connection] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._writer: apsw.Connection | None = None
        with _as_store_errors(path):
            if read_only:
                _check_version(self._reader(), schema, path, newer=True)
            else:
                self._writer = _open_writer(path, schema, before_migration)

    @contextlib.contextmanager
    def immediate(self) -> Iterator[apsw.Connection]:
        """One write transaction on the writer connection; nothing of it stays if it raises."""
        connection = self._writer
        if connection is None:
            raise StoreError(said("store.read_only", file=self.path.name))
        with _as_store_errors(self.path):
            if connection.in_transaction:  # part of a larger one, which decides
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def read(self, sql: str, values: Sequence[apsw.Binding] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, on the calling thread's reading connection.

        Who writes the query knows the types of its columns.
        """
        with self.reading() as connection:
            return list(connection.execute(sql, tuple(values)))

    def value(self, sql: str, values: Sequence[apsw.Binding] = ()) -> Any:
        """The first column of the first row, or None."""
        rows = self.read(sql, values)
        return rows[0][0] if rows else None

    @contextlib.contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """The calling thread's connection, which cannot write; raises `StoreError` for SQLite's."""
        with _as_store_errors(self.path):
            yield self._reader()

    def _reader(self) -> apsw.Connection:
        connection: apsw.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = _open_reader(self.path, self._attach, self._views)
            for name, function in self._functions.items():
                connection.create_scalar_function(name, function, 1, deterministic=True)
            for name, rank in self._ranks.items():
                connection.register_fts5_function(name, rank)
            self._local.connection = connection
            with self._guard:
                self._readers.add(connection)
        return connection

    def back_up(self, target: Path) -> None:
        """Copy the whole database to `target`, checked and synced, by SQLite's backup."""
        with _as_store_errors(self.path):
            copy_database(self._writer or self._reader(), target)

    def close(self) -> None:
        """Close every connection. Idempotent."""
        with self._guard:
            readers = list(self._readers)
            self._readers.clear()
        for connection in readers:
            # A reader still at work in another thread is left to end with the process.
            with contextlib.suppress(apsw.Error):
                connection.close()
        if self._writer is not None:
            writer, self._writer = self._writer, None
            with contextlib.suppress(apsw.Error):
                writer.execute("PRAGMA optimize")
            with contextlib.suppress(apsw.Error):
                writer.close()


def numbers(values: Iterable[int]) -> apsw.CArrayBinding | None:
    """A value for ``IN carray(?)``: as many whole numbers as one likes, none at all included."""
    # The buffer of an empty array has no address that SQLite takes; NULL is an empty table.
    content = values if isinstance(values, array) else array("q", values)
    return apsw.carray(content) if content else None


def make_private(path: Path) -> None:
    """Make an empty file for this user alone: SQLite would make it readable for all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))


def is_sound(path: Path, application_id: int) -> bool:
    """Whether the file is a whole database of that kind; reads all of it.

    Raises `StoreError` if it cannot be opened, which says nothing about what is in it.
    """
    try:
        with _as_store_errors(path):
            connection = apsw.Connection(_uri(path, "mode=ro"), flags=_OPEN_READ)
            with contextlib.closing(connection):
                ours = connection.pragma("application_id") == application_id
                return bool(ours and connection.pragma("quick_check", 1) == "ok")
    except DamagedError:
        return False


def copy_database(source: apsw.Connection, target: Path) -> None:
    """Copy `source` to a new file beside `target`, check and sync it, then put it in place."""
    half = target.with_name(target.name + ".part")
    half.unlink(missing_ok=True)
    make_private(half)
    copy = apsw.Connection(str(half))
    try:
        with copy.backup("main", source, "main") as backup:
            backup.step()
        # A backup of a WAL database is one too; a single file is easier to keep and to move.
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.pragma("quick_check", 1) != "ok":
            raise DamagedError(said("store.bad_copy", file=half.name))
    finally:
        copy.close()
    sync(half)
    half.replace(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """Make what was written to a file, or renamed in a directory, survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def set_aside(path: Path, moment: int) -> Path:
    """Move a database and its companions out of the way; return where it is now."""
    aside = path.with_name(f"{path.name}.damaged-{moment}")
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(aside.with_name(aside.name + ending))
    damage_mark(path).unlink(missing_ok=True)
    return aside


def _open_writer(
    path: Path,
    schema: Schema,
    before_migration: Callable[[apsw.Connection, int], object] | None,
) -> apsw.Connection:
    make_private(path)
    with contextlib.closing(apsw.Connection(_uri(path, "mode=ro"), flags=_OPEN_READ)) as probe:
        _check_version(probe, schema, path)
    connection = apsw.Connection(_uri(path), flags=_OPEN_WRITE)
    try:
        connection.set_busy_timeout(BUSY_SECONDS * 1000)
        connection.pragma("journal_mode", "WAL")  # gives a row, so what follows it would not run
        connection.execute(
            f"PRAGMA synchronous={schema.synchronous}; PRAGMA foreign_keys=ON;"
            "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000"
        )
        connection.pragma("journal_size_limit", LOG_BYTES)
        version = int(str(connection.pragma("user_version")))
        if 0 < version < len(schema.migrations) and before_migration:
            before_migration(connection, version)
        for number in range(version, len(schema.migrations)):
            connection.execute(
                f"BEGIN IMMEDIATE; {schema.migrations[number]};"
                f"PRAGMA application_id={schema.application_id};"
                f"PRAGMA user_version={number + 1}; COMMIT"
            )
    except BaseException:
        connection.close()
        raise
    return connection


def _open_reader(
    path: Path, attach: Path | None, views: Mapping[str, str]
) -> apsw.Connection:
    try:
        connection = apsw.Connection(_uri(path, "mode=ro"), flags=_OPEN_READ)
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").get  # noqa: B018
    except (apsw.ReadOnlyError, apsw.CantOpenError):
        if not path.exists():
            raise
        # A WAL database on a disk that cannot be written is read this way only.
        connection = apsw.Connection(_uri(path, "immutable=1"), flags=_OPEN_READ)
    connection.set_busy_timeout(BUSY_SECONDS * 1000)
    connection.execute("PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000")
    if attach is not None:
        connection.execute(f"ATTACH ? AS {LIBRARY}", (_uri(attach, "mode=ro"),))
        for name, sql in views.items():
            connection.execute(f"CREATE TEMP VIEW {name} AS {sql}")
    connection.pragma("query_only", True)
    return connection


def _check_version(
    connection: apsw.Connection, schema: Schema, path: Path, *, newer: bool = False
) -> None:
    """Refuse what is not ours or, unless `newer` is fine, newer, before anything is written."""
    version = int(str(connection.pragma("user_version")))
    kind = int(str(connection.pragma("application_id")))
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").get == 0
    if empty and version == 0 and kind == 0:
        return
    if kind != schema.application_id or version == 0 or empty:
        raise DamagedError(said("store.not_ours", path=path))
    if version > len(schema.migrations) and not newer:
        values = {"file": path.name, "version": version, "known": len(schema.migrations)}
        raise NewerSchemaError(said("store.newer", **values))


def damage_mark(path: Path) -> Path:
    """Return the file whose existence says that damage was met: the next start checks."""
    return path.with_name(path.name + "-damaged")


@contextlib.contextmanager
def _as_store_errors(path: Path) -> Iterator[None]:
    """Raise SQLite's and the system's errors as `StoreError`, and mark a damaged file."""
    try:
        yield
    except _DAMAGE as error:
        with contextlib.suppress(OSError):
            make_private(damage_mark(path))
        raise DamagedError(said("store.damaged", path=path, reason=error)) from error
    except apsw.FullError as error:
        raise StoreError(said("store.full")) from error
    except apsw.Error as error:
        raise StoreError(said("store.unusable", path=path, reason=error)) from error
    except OSError as error:
        raise StoreError(said("store.not_opened", path=path, reason=cause(error))) from error


def _uri(path: Path, options: str = "") -> str:
    return f"file:{quote(str(path))}" + (f"?{options}" if options else "")
