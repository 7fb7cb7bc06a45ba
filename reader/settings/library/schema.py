"""The form of library.db: what a person did, and every story ever seen. Never lost.

Forward only: a new version is one more script at the end, never a change to an older one.
"""

from __future__ import annotations

from reader.store.database import Schema

_VERSION_1 = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL UNIQUE
);
-- Every address a feed ever had, so that a move keeps its stories.
CREATE TABLE addresses (
    address TEXT PRIMARY KEY,
    feed INTEGER NOT NULL REFERENCES feeds
) WITHOUT ROWID;

-- Kept for ever, also when the text is pruned, so that old stories do not come back as unread.
CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed INTEGER NOT NULL,        -- which brought it first
    published INTEGER NOT NULL,   -- min(stated, first_seen), fixed at first sight
    first_seen INTEGER NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    here INTEGER NOT NULL DEFAULT 1   -- its text is in the cache
);
-- Unread lists and counts come from these two alone; both hold all they need.
CREATE INDEX unread_by_feed ON stories (feed, published, id) WHERE read = 0 AND here = 1;
CREATE INDEX unread_by_date ON stories (published, id, feed, first_seen)
    WHERE read = 0 AND here = 1;

-- 8 bytes of a hash instead of the key: 20 bytes a row instead of 90. Feed 0: shared by all feeds.
CREATE TABLE keys (
    feed INTEGER NOT NULL,
    key INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (feed, key)
) WITHOUT ROWID;

CREATE TABLE saved (
    story INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    source TEXT NOT NULL,
    article BLOB NOT NULL,        -- JSON of model.article.Article, zlib
    dropped INTEGER               -- the journal's step that removed it; NULL while it is saved
);
CREATE INDEX saved_by_date ON saved (at, story) WHERE dropped IS NULL;
CREATE INDEX saved_dropped ON saved (dropped) WHERE dropped IS NOT NULL;
CREATE TABLE tags (
    tag TEXT NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (tag, story)
) WITHOUT ROWID;
CREATE TABLE positions (
    story INTEGER PRIMARY KEY,
    block INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    progress REAL NOT NULL,
    finished INTEGER NOT NULL
);
CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
-- Which library this is: a cache that was filled from another one has other numbers.
INSERT INTO state VALUES ('stamp', hex(randomblob(16)));

-- What a person says about quotes.
CREATE TABLE aliases (
    voice TEXT PRIMARY KEY,       -- Voice.key
    target TEXT NOT NULL,         -- the key of whom it is; never itself a voice with an alias
    name TEXT NOT NULL            -- of the target, as the person gave it
) WITHOUT ROWID;
CREATE TABLE corrections (
    story INTEGER NOT NULL,
    quote TEXT NOT NULL,          -- its text: offsets move when a story changes
    speaker TEXT NOT NULL,        -- empty: it is no quote
    voice TEXT NOT NULL,          -- Voice.key of the speaker
    PRIMARY KEY (story, quote)
) WITHOUT ROWID;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    stories BLOB NOT NULL,        -- int64s, zlib: one step may be a hundred thousand stories
    payload BLOB NOT NULL         -- JSON, zlib: what was there before
);
"""

_VERSION_2 = """
ALTER TABLE corrections ADD COLUMN at INTEGER NOT NULL DEFAULT 0;   -- Unix seconds
-- JSON: what the rules had made of it and the paragraphs around, which the cache may lose.
ALTER TABLE corrections ADD COLUMN evidence TEXT NOT NULL DEFAULT '{}';
"""

_VERSION_3 = """
CREATE INDEX tags_by_story ON tags (story, tag);
"""

_VERSION_4 = """
ALTER TABLE journal ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;  -- to the step before it
"""

LIBRARY = Schema(
    application_id=0x6E77_736C,
    migrations=(_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4),
    synchronous="FULL",
)
