"""``articles.db``: what feeds and pages brought. It may be lost at any time; it fills again.

The parts lie beside this file: `subscribed` (the feeds), `storing` (stories come and go), `texts`,
`lists`, `selection` and `ranking` (queries, rows, counts, order), `voices` (who said what),
`echoes` and `prints` (the same words elsewhere).
"""

from __future__ import annotations

from pathlib import Path

from reader.cache.echoes import Echoes
from reader.cache.lists import Counts
from reader.cache.ranking import RANKS
from reader.cache.schema import CACHE
from reader.cache.storing import Stored, Storing
from reader.cache.subscribed import Subscribed
from reader.cache.texts import Texts
from reader.model.clock import Clock
from reader.model.errors import StoreError
from reader.store.database import DamagedError, Database, NewerSchemaError, damage_mark
from reader.text.normal import fold, words_key
from reader.wording.catalogue import say

__all__ = ["Articles", "Counts", "Stored"]

_FILES = ("", "-wal", "-shm")


class Articles(Echoes, Texts, Storing, Subscribed):
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
    def open(
        cls, path: Path, library: Path, clock: Clock, *, read_only: bool = False
    ) -> Articles:
        """Open the cache, or make it anew where it is missing, damaged or another library's.

        `library` is the open library's file, which is read beside the cache and never written.
        `read_only`: another instance writes; the cache is read as it is.

        Raises:
            StoreError: it can neither be opened nor made.

        """
        if read_only and path.exists():
            return cls._to_look(path, library, clock)
        if not path.exists():
            return cls._anew(path, library, clock)
        try:
            if damage_mark(path).exists():
                raise DamagedError(say("store.stories_damaged"))
            articles = cls(path, clock, _database(path, library), "")
            if articles._is_ours():
                return articles
            articles.close()
        except NewerSchemaError:
            pass  # what a later version wrote can be fetched again
        except DamagedError:
            return cls._anew(path, library, clock, say("store.stories_anew"))
        except StoreError:
            return cls._to_look(path, library, clock)
        return cls._anew(path, library, clock)

    @classmethod
    def _to_look(cls, path: Path, library: Path, clock: Clock) -> Articles:
        database = _database(path, library, read_only=True)
        return cls(path, clock, database, say("store.stories_only_shown"))

    @classmethod
    def _anew(cls, path: Path, library: Path, clock: Clock, notice: str = "") -> Articles:
        for file in (*(path.with_name(path.name + end) for end in _FILES), damage_mark(path)):
            file.unlink(missing_ok=True)
        articles = cls(path, clock, _database(path, library), notice)
        articles.fresh = True
        stamp = articles._database.value("SELECT value FROM lib.state WHERE key = 'stamp'")
        with articles._database.immediate() as connection:
            connection.execute("INSERT INTO origin VALUES (?)", (str(stamp),))
        return articles

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        self._database.close()

    def _is_ours(self) -> bool:
        """Whether the stories were numbered by this library, and not by a later state of it."""
        ours = self._database.read("SELECT stamp, (SELECT max(id) FROM stories) FROM origin")
        theirs = self._database.read(
            "SELECT value, (SELECT max(id) FROM lib.stories) FROM lib.state WHERE key = 'stamp'"
        )
        if not ours or not theirs:
            return False
        (stamp, highest), (wanted, given) = ours[0], theirs[0]
        return bool(stamp == wanted and (highest or 0) <= (given or 0))


def _database(path: Path, library: Path, *, read_only: bool = False) -> Database:
    functions = {"words_of": words_key, "folded": fold}
    return Database(
        path, CACHE, read_only=read_only, attach=library, functions=functions, ranks=RANKS
    )
