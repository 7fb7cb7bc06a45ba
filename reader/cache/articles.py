"""``articles.db``: what feeds and pages brought. It may be lost at any time; it fills again.

The parts lie beside this file: `subscribed` (the feeds), `storing` (stories come and go), `texts`,
`lists` and `selection` (queries, rows, counts), `voices` (who said what).
"""

from __future__ import annotations

from pathlib import Path

from reader.cache.lists import Counts
from reader.cache.schema import CACHE
from reader.cache.storing import Stored, Storing
from reader.cache.subscribed import Subscribed
from reader.cache.texts import Texts
from reader.cache.voices import Voices
from reader.model.clock import Clock
from reader.model.database import DamagedError, Database, NewerSchemaError
from reader.model.errors import StoreError

__all__ = ["Articles", "Counts", "Stored"]


class Articles(Voices, Texts, Storing, Subscribed):
    """Stories by the library's numbers. Methods say which thread may call them."""

    def __init__(self, path: Path, clock: Clock, database: Database, notice: str) -> None:
        """Use `open`."""
        self.path = path
        self.fresh = False
        """It was made anew: the library does not know yet that all texts are gone."""
        self.notice = notice
        """A sentence for a person about the state of the cache; empty when all is well."""
        self._clock, self._database = clock, database

    @classmethod
    def open(cls, path: Path, library: Path, clock: Clock) -> Articles:
        """Open the cache, or make it anew where it is missing, damaged or another library's.

        `library` is the open library's file, which is read beside the cache and never written.

        Raises:
            StoreError: it can neither be opened nor made.

        """
        fresh = not path.exists()
        try:
            articles = cls(path, clock, Database(path, CACHE, attach=library), "")
            if not fresh and articles._is_strange():
                articles.close()
                raise NewerSchemaError("These stories have the numbers of another library.")
        except (DamagedError, NewerSchemaError) as error:
            _remove(path)
            fresh = True
            notice = ""
            if isinstance(error, DamagedError):
                notice = (
                    "The store of stories was damaged and was made anew; the next refresh fills"
                    " it. What you read and saved is safe."
                )
            articles = cls(path, clock, Database(path, CACHE, attach=library), notice)
        except StoreError:
            if fresh:
                raise
            database = Database(path, CACHE, read_only=True, attach=library)
            return cls(path, clock, database, "Stories can be read, but none can be stored.")
        articles.fresh = fresh
        if fresh:
            articles._take_origin()
        return articles

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        self._database.close()

    def _is_strange(self) -> bool:
        """Whether the stories were numbered by another library, or by a later state of this one."""
        ours = self._database.read("SELECT stamp, (SELECT max(id) FROM stories) FROM origin")
        theirs = self._database.read(
            "SELECT value, (SELECT max(id) FROM lib.stories) FROM lib.state WHERE key = 'stamp'"
        )
        if not ours or not theirs:
            return True
        (stamp, highest), (wanted, given) = ours[0], theirs[0]
        return stamp != wanted or (highest or 0) > (given or 0)

    def _take_origin(self) -> None:
        stamp = self._database.value("SELECT value FROM lib.state WHERE key = 'stamp'")
        with self._database.immediate() as connection:
            connection.execute("DELETE FROM origin")
            connection.execute("INSERT INTO origin VALUES (?)", (str(stamp),))


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
