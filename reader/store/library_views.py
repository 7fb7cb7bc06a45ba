"""What the cache may know of the library: SQL views, a contract between two rooms of one floor.

`library.db` is attached to the connections that read `articles.db`, and these views are made on
each of them as ``TEMP VIEW``, so that a library of any version, or one that cannot be written, has
them too. The cache names the views and never a table of the library; whoever changes a table in
``settings/library/schema.py`` keeps the views as they are. Both sides test them.

Each is a plain projection, which SQLite merges into the query that asks: it costs no plan an index.
"""

from __future__ import annotations

LIBRARY = "lib"
"""The name under which the library is attached."""

LIBRARY_VIEWS = {
    # Every story ever seen. read, unread, new: 0 or 1; new ones arrived since the last visit.
    "library_stories": """
        SELECT id, feed, published, read, (read = 0 AND here = 1) AS unread,
            (first_seen >= coalesce((SELECT CAST(value AS INTEGER) FROM lib.state
                WHERE key = 'new_since'), 0)) AS new
        FROM lib.stories""",
    # The saved stories and when (Unix seconds) they were saved.
    "library_saved": "SELECT story, at FROM lib.saved WHERE dropped IS NULL",
    # A row for each tag of each story.
    "library_tags": "SELECT story, tag FROM lib.tags",
    # How far stories were read: progress from 0 to 1; finished is 1 once it was read to its end.
    "library_positions": "SELECT story, progress, finished FROM lib.positions",
    # What a person said of single quotes: quote is its text; an empty speaker says it is none.
    "library_corrections": "SELECT story, quote, speaker, voice FROM lib.corrections",
    # Which voice (by key) is another one, target, and the name that a person gave that one.
    "library_aliases": "SELECT voice, target, name FROM lib.aliases",
    # One row: which library this is, and the highest number that it gave to a story.
    "library_origin": """
        SELECT value AS stamp, coalesce((SELECT max(id) FROM lib.stories), 0) AS highest
        FROM lib.state WHERE key = 'stamp'""",
}
"""The SQL of each view, by its name."""
