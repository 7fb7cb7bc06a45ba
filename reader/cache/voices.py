"""Voices: who is quoted in some stories and how often, as a person set them right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import apsw

from reader.cache.feeds import Feeds
from reader.cache.lists import Lists
from reader.model.query import Query
from reader.model.quote import Voice
from reader.store.database import Database, numbers

MANY = 10_000
"""Stories; in more of them voices are counted by reading all quotes once."""


class Voices:
    """Who speaks in stories. All of it from any thread."""

    def __init__(self, database: Database, feeds: Feeds, lists: Lists) -> None:
        """`lists` selects the stories, `feeds` knows the sources."""
        self._database, self._feeds, self._lists = database, feeds, lists

    def also_named(self, voice: str) -> list[str]:
        """Return the other names of a voice (by key) that a person took for the same one."""
        rows = self._database.read(
            "SELECT coalesce(v.name, a.voice) FROM library_aliases a"
            " LEFT JOIN voices v ON v.key = a.voice WHERE a.target = ? ORDER BY 1",
            (voice,),
        )
        return [row[0] for row in rows]

    def in_stories(self, query: Query) -> list[Voice]:
        """Return who is quoted in the stories that match, most quoted first.

        Quotes that are nobody's by name stand last, under the key "".
        """
        selected = self._lists.select(query)
        stories = numbers(selected)
        # In the order of voices where most quotes count, else from story to story.
        by_voice = "INDEXED BY quotes_by_voice" if len(selected) > MANY else ""
        counts: Counter[str] = Counter()
        latest: dict[str, tuple[int, int]] = {}
        """When the newest story of a voice was published, and the story."""
        targets, names = self._aliases()
        for voice, count, published, story in (
            *self._database.read(
                f"SELECT q.voice, count(*), max(s.published), q.story FROM quotes q {by_voice}"
                " CROSS JOIN stories s ON s.id = q.story"
                " WHERE q.story IN carray(?) GROUP BY q.voice",
                (stories,),
            ),
            *self._corrected(stories, names),
        ):
            key = targets.get(voice, voice)
            counts[key] += count
            latest[key] = max(latest.get(key, (0, 0)), (published, story))
        keys = tuple(key for key in latest if counts[key] > 0)
        stored_names = self._names(keys)
        sources = self._sources([latest[key][1] for key in keys])
        voices = []
        for key in keys:
            name, role = stored_names.get(key, (names.get(key, key), ""))
            voices.append(Voice(name, role, counts[key], sources[latest[key][1]], key))
        return sorted(voices, key=lambda voice: (not voice.key, -voice.quotes, voice.name))

    def _aliases(self) -> tuple[dict[str, str], dict[str, str]]:
        """Which voice is which other one; and the names that a person gave, by key."""
        rows = self._database.read("SELECT voice, target, name FROM library_aliases")
        return {row[0]: row[1] for row in rows}, {row[1]: row[2] for row in rows}

    def _corrected(
        self, stories: apsw.CArrayBinding | None, names: dict[str, str]
    ) -> list[tuple[str, int, int, int]]:
        """What corrections change in the counts: voice, how many, when and story.

        Adds to `names`.
        """
        changes = []
        for before, after, speaker, published, story in self._database.read(
            "SELECT q.voice, c.voice, c.speaker, s.published, q.story FROM library_corrections c"
            " CROSS JOIN quotes q ON q.story = c.story AND words_of(q.text) = words_of(c.quote)"
            " JOIN stories s ON s.id = q.story"
            " WHERE c.story IN carray(?)",
            (stories,),
        ):
            changes.append((before, -1, 0, 0))
            if speaker:
                changes.append((after, 1, published, story))
                names.setdefault(after, speaker)
        return changes

    def _names(self, keys: tuple[str, ...]) -> dict[str, tuple[str, str]]:
        """The name and the role of voices."""
        if not keys:
            return {}
        rows = self._database.read(
            "SELECT key, name, role FROM voices WHERE key IN carray(?)", (apsw.carray(keys),)
        )
        return {key: (name, role) for key, name, role in rows}

    def _sources(self, stories: Sequence[int]) -> dict[int, str]:
        """The titles of the feeds of stories."""
        feeds = self._feeds.current()
        rows = self._database.read(
            "SELECT id, feed, source FROM stories WHERE id IN carray(?)", (numbers(stories),)
        )
        return {story: feeds.title(feed) or source for story, feed, source in rows}
