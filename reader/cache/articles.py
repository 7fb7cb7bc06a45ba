"""``articles.db``: what feeds and pages brought. It may be lost at any time; it fills again.

Each part of `Articles` lies in a file beside this one. Behind them stand `feed_set` (which feeds a
name means), `selection` (a query as SQL), `ranking` (the best first), `text_rows` (the rows of a
text), `fingerprints` and `index_words` (what the indexes hold), and `schema`.
"""

from __future__ import annotations

from pathlib import Path

from reader.cache.counts import Counts
from reader.cache.echoes import Echoes
from reader.cache.feeds import Feeds
from reader.cache.lists import Lists
from reader.cache.quotes import Quotes
from reader.cache.ranking import RANKS
from reader.cache.retention import Retention
from reader.cache.schema import CACHE
from reader.cache.search_index import SearchIndex
from reader.cache.storing import Storing
from reader.cache.texts import Texts
from reader.cache.voice_names import VoiceNames
from reader.cache.voices import Voices
from reader.model.clock import Clock
from reader.model.errors import StoreError
from reader.store.database import DamagedError, Database, NewerSchemaError, damage_mark
from reader.store.library_views import LIBRARY_VIEWS
from reader.text.normal import fold, words_key
from reader.wording.catalogue import say

_FILES = ("", "-wal", "-shm")


class Articles:
    """Stories by the library's numbers. The methods of the parts say which thread may call them."""

    def __init__(self, path: Path, clock: Clock, database: Database, notice: str) -> None:
        """Use `open`."""
        self.path = path
        self.fresh = False
        """It was made anew: the library does not know yet that all texts are gone."""
        self.notice = notice
        """A sentence for a person about the state of the cache; empty when all is well."""
        self._database = database
        self.names = VoiceNames(database)
        self.feeds = Feeds(database)
        self.storing = Storing(database, clock, self.feeds)
        self.retention = Retention(database)
        self.texts = Texts(database, clock)
        self.index = SearchIndex(database)
        self.lists = Lists(database, clock, self.feeds, self.names)
        self.counts = Counts(database, self.feeds)
        self.quotes = Quotes(database, self.feeds, self.names, self.lists)
        self.voices = Voices(database, self.feeds, self.lists)
        self.echoes = Echoes(database, self.quotes)

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
            return cls._opened_for_reading(path, library, clock)
        if not path.exists():
            return cls._made_anew(path, library, clock)
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
            return cls._made_anew(path, library, clock, say("store.stories_anew"))
        except StoreError:
            return cls._opened_for_reading(path, library, clock)
        return cls._made_anew(path, library, clock)

    @classmethod
    def _opened_for_reading(cls, path: Path, library: Path, clock: Clock) -> Articles:
        database = _database(path, library, read_only=True)
        return cls(path, clock, database, say("store.stories_only_shown"))

    @classmethod
    def _made_anew(cls, path: Path, library: Path, clock: Clock, notice: str = "") -> Articles:
        for file in (*(path.with_name(path.name + end) for end in _FILES), damage_mark(path)):
            file.unlink(missing_ok=True)
        articles = cls(path, clock, _database(path, library), notice)
        articles.fresh = True
        stamp = articles._database.value("SELECT stamp FROM library_origin")
        with articles._database.immediate() as connection:
            connection.execute("INSERT INTO origin VALUES (?)", (str(stamp),))
        return articles

    def close(self) -> None:
        """Let go of the file. Idempotent."""
        self._database.close()

    def _is_ours(self) -> bool:
        """Whether the stories were numbered by this library, and not by a later state of it."""
        ours = self._database.read("SELECT stamp, (SELECT max(id) FROM stories) FROM origin")
        theirs = self._database.read("SELECT stamp, highest FROM library_origin")
        if not ours or not theirs:
            return False
        (our_stamp, our_highest), (their_stamp, their_highest) = ours[0], theirs[0]
        return bool(our_stamp == their_stamp and (our_highest or 0) <= their_highest)


def _database(path: Path, library: Path, *, read_only: bool = False) -> Database:
    functions = {"words_of": words_key, "folded": fold}
    return Database(
        path,
        CACHE,
        read_only=read_only,
        attach=library,
        views=LIBRARY_VIEWS,
        functions=functions,
        ranks=RANKS,
    )
