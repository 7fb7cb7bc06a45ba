"""Which story is this? Stories keep their numbers for ever, whatever their entries become."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Sequence

import apsw

from reader.model.clock import Clock
from reader.model.story import Candidate, Known
from reader.store.database import Database, numbers

_EVERYWHERE = 0
"""The feed number under which keys lie that hold in every feed."""


class Identities:
    """Knows stories by their keys."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Read and write through `database`; `clock` says when."""
        self._database = database
        self._clock = clock

    def look_up(self, feed: int, candidates: Sequence[Candidate]) -> list[int | None]:
        """The stories of this feed that the candidates are, None for the unknown. Any thread.

        Writes nothing: for deciding whether a feed made all its guids anew.
        """
        with self._database.reading() as connection:
            return _Matcher(connection, feed, candidates).own()

    def identify(self, feed: int, candidates: Sequence[Candidate]) -> list[Known]:
        """Say of every entry of one fetch which story it is, and number the new ones. Writer.

        One transaction. New stories arrive unread. Two candidates are the same story only if they
        share a key of `lookup`. A story known by a `shared` key in another feed is that story here
        too, read or unread as it is there.
        """
        now = self._clock.now()
        with self._database.immediate() as connection:
            matcher = _Matcher(connection, feed, candidates)
            matched = matcher.own()
            matcher.elsewhere(matched)
            new = _number(connection, feed, candidates, matched, now)
            matcher.remember([story for story in matched if story is not None])
            stories = array("q", {story for story in matched if story is not None})
            connection.execute(
                "UPDATE stories SET here = 1 WHERE here = 0 AND id IN carray(?)",
                (numbers(stories),),
            )
            rows = connection.execute(
                "SELECT id, feed, published, first_seen FROM stories WHERE id IN carray(?)",
                (numbers(stories),),
            )
            facts = {int(row[0]): row[1:] for row in rows}
        return [Known(story, story in new, *facts[story]) for story in matched if story is not None]


class _Matcher:
    """Matches the candidates of one fetch with the keys that are stored."""

    def __init__(
        self, connection: apsw.Connection, feed: int, candidates: Sequence[Candidate]
    ) -> None:
        self._connection, self._feed = connection, feed
        self._lookup = [[key_number(key) for key in candidate.lookup] for candidate in candidates]
        self._shared = [[key_number(key) for key in candidate.shared] for candidate in candidates]
        self._trusted = [candidate.trusted for candidate in candidates]
        self._all = [
            dict.fromkeys([*keys, *map(key_number, candidate.remember)])
            for keys, candidate in zip(self._lookup, candidates, strict=True)
        ]
        self._stored = self._read(feed, self._all)
        self._claims: dict[int, set[int]] = {}

    def own(self) -> list[int | None]:
        """Match by keys of this feed, the surest keys of all candidates first."""
        matched: list[int | None] = [None] * len(self._lookup)
        for rank in range(max(map(len, self._lookup), default=0)):
            for index, keys in enumerate(self._lookup):
                if matched[index] is None and rank < len(keys):
                    story = self._stored.get(keys[rank])
                    if story is not None and self._may_claim(story, index, keys[rank]):
                        matched[index] = story
        return matched

    def elsewhere(self, matched: list[int | None]) -> None:
        """Fill in the stories that are known by what they share with other feeds."""
        self._everywhere = self._read(_EVERYWHERE, self._shared)
        own = self._brought_here(self._everywhere.values())
        for index, keys in enumerate(self._shared):
            if matched[index] is None:
                for key in keys:
                    story = self._everywhere.get(key)
                    if self._trusted[index] and story in own:
                        continue
                    if story is not None and story not in self._claims:
                        self._claims[story] = set(self._lookup[index])
                        matched[index] = story
                        break

    def remember(self, matched: Sequence[int]) -> None:
        """Store the keys that are not stored yet, or that belong to a newer story now."""
        for feed, stored, keys_of in (
            (self._feed, self._stored, self._all),
            (_EVERYWHERE, self._everywhere, self._shared),
        ):
            rows = [
                (feed, key, story)
                for story, keys in zip(matched, keys_of, strict=True)
                for key in keys
                if stored.get(key) != story
            ]
            self._connection.executemany("INSERT OR REPLACE INTO keys VALUES (?, ?, ?)", rows)

    def _may_claim(self, story: int, index: int, key: int) -> bool:
        """One story is at most one entry of a fetch, unless both are sure to be it."""
        claimed = self._claims.get(story)
        if claimed is None:
            self._claims[story] = set(self._lookup[index])
            return True
        return key in claimed

    def _brought_here(self, stories: Iterable[int]) -> set[int]:
        rows = self._connection.execute(
            "SELECT id FROM stories WHERE feed = ? AND id IN carray(?)",
            (self._feed, numbers(array("q", stories))),
        )
        return {int(row[0]) for row in rows}

    def _read(self, feed: int, keys_of: Sequence[Iterable[int]]) -> dict[int, int]:
        keys = array("q", {key for keys in keys_of for key in keys})
        rows = self._connection.execute(
            "SELECT key, story FROM keys WHERE feed = ? AND key IN carray(?)",
            (feed, numbers(keys)),
        )
        return {int(key): int(story) for key, story in rows}


def _number(
    connection: apsw.Connection,
    feed: int,
    candidates: Sequence[Candidate],
    matched: list[int | None],
    now: int,
) -> set[int]:
    """Number the candidates that are still unknown; return the new numbers."""
    fresh: dict[str, int] = {}
    new = set()
    # From the last to the first: feeds put the newest on top, and numbers should grow with time.
    for index in reversed(range(len(candidates))):
        if matched[index] is not None:
            continue
        candidate = candidates[index]
        story = next((fresh[key] for key in candidate.lookup if key in fresh), None)
        if story is None:
            published = now if candidate.stated is None else min(candidate.stated, now)
            connection.execute(
                "INSERT INTO stories (feed, published, first_seen) VALUES (?, ?, ?)",
                (feed, published, now),
            )
            story = connection.last_insert_rowid()
            new.add(story)
            fresh.update(dict.fromkeys(candidate.lookup, story))
        matched[index] = story
    return new


def key_number(key: str) -> int:
    """64 bits of a hash of the key, signed: what SQLite stores in at most 8 bytes."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
