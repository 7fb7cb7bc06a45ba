"""The form of articles.db: stories and their texts, as feeds and pages brought them.

May be lost at any time: the next refresh fills it again, and what a person did lies elsewhere.
Forward only: a new version is one more script at the end, never a change to an older one.
"""

from __future__ import annotations

from reader.store.database import Schema

_VERSION_1 = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,       -- the library's
    place INTEGER,                -- in feeds.toml; NULL: not subscribed to
    subscription TEXT NOT NULL,   -- JSON of model.feed.Subscription
    title TEXT NOT NULL DEFAULT '',   -- the feed's own
    site TEXT NOT NULL DEFAULT '',
    lang TEXT NOT NULL DEFAULT '',
    health TEXT NOT NULL DEFAULT '{}' -- JSON of model.feed.FeedHealth
);

CREATE TABLE stories (
    id INTEGER PRIMARY KEY,       -- the library's
    feed INTEGER NOT NULL,        -- which brought it first; others are in also
    published INTEGER NOT NULL,   -- the library's: min(stated, first seen)
    first_seen INTEGER NOT NULL,
    stated INTEGER,
    title TEXT NOT NULL,
    link TEXT NOT NULL,
    author TEXT NOT NULL,
    lang TEXT NOT NULL,
    source TEXT NOT NULL,         -- the feed's title, for a saved story whose feed is gone
    words INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    full_text TEXT NOT NULL,      -- model.story.FullText
    gone INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    digest INTEGER,               -- of the words its own feed last sent; NULL: it sent none yet
    indexed INTEGER NOT NULL DEFAULT 0
);
-- The first three make a list; the last is counted without a look at the rows.
CREATE INDEX stories_by_date ON stories (published, id, feed, quotes);
CREATE INDEX stories_by_feed ON stories (feed, published, id);
CREATE INDEX stories_wanted ON stories (published, id) WHERE full_text = 'wanted';
CREATE INDEX stories_waiting ON stories (published, id) WHERE indexed = 0;

-- The further feeds a story stands in.
CREATE TABLE also (
    feed INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (feed, story)
) WITHOUT ROWID;
CREATE INDEX also_by_story ON also (story);

-- What stands in a feed's last file; it is not pruned, since it would come again.
CREATE TABLE current (
    feed INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (feed, story)
) WITHOUT ROWID;

CREATE TABLE texts (
    story INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,           -- SHA-256 of Article.text, in hexadecimal
    article BLOB NOT NULL         -- store.packing of model.article.Article
);
CREATE TABLE earlier (
    story INTEGER NOT NULL,
    replaced INTEGER NOT NULL,    -- Unix seconds
    article BLOB NOT NULL,
    PRIMARY KEY (story, replaced)
);

CREATE TABLE quotes (
    story INTEGER NOT NULL,
    number INTEGER NOT NULL,      -- in the order of Article.quotes
    voice TEXT NOT NULL,          -- model.quote.Voice.key; empty: nobody's name
    text TEXT NOT NULL,           -- this and the rest as in model.quote.Quote
    kind TEXT NOT NULL,
    speaker TEXT NOT NULL,
    role TEXT NOT NULL,
    via TEXT NOT NULL,
    cue TEXT NOT NULL,
    certainty TEXT NOT NULL,
    reason TEXT NOT NULL,
    place TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (story, number)
) WITHOUT ROWID;
CREATE INDEX quotes_by_voice ON quotes (voice, story);
CREATE TABLE voices (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,           -- the longest form seen
    role TEXT NOT NULL
) WITHOUT ROWID;

-- Words are folded and East Asian text is cut into pairs (cache/index_words.py) before that.
CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (search, row);

CREATE TABLE origin (stamp TEXT NOT NULL);   -- of the library whose numbers are used here
"""

_VERSION_2 = """
-- The entries of a feed's last file, by which the unchanged ones are known in the next.
CREATE TABLE taken (
    feed INTEGER NOT NULL,
    hash TEXT NOT NULL,           -- of the entry as the feed gives it
    story INTEGER NOT NULL,
    whole TEXT NOT NULL,          -- this and the rest as in model.story.TextKeys
    opening TEXT NOT NULL,
    PRIMARY KEY (feed, hash)
) WITHOUT ROWID;
"""

_VERSION_3 = """
-- Fingerprints of what is quoted, by which the same words are found in other stories.
CREATE TABLE prints (
    print INTEGER NOT NULL,       -- see cache/fingerprints.py
    story INTEGER NOT NULL,
    PRIMARY KEY (print, story)
) WITHOUT ROWID;
UPDATE stories SET indexed = 0 WHERE quotes > 0;   -- they are made with the index
"""

_VERSION_4 = """
-- Words by where they stand, the best place first (cache/ranking.py); first letters have an index
-- of their own, so that two of them are found as fast as a whole word.
DROP TABLE vocabulary;
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    title, speakers, quoted, lead, words, content = '', contentless_delete = 1,
    prefix = '2 3', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (search, row);
UPDATE stories SET indexed = 0;
"""

_VERSION_5 = """
-- How whole texts are, so that they are counted without being unpacked. Not in stories: longer rows
-- there would split full pages, and every list would read more of them.
CREATE TABLE completeness (
    story INTEGER PRIMARY KEY,
    state TEXT NOT NULL,          -- model.article.Completeness; empty: not noted yet
    note TEXT NOT NULL            -- Provenance.note
);
-- What is here was stored without it, and is noted in the background: all at once would hold up a
-- start by seconds.
INSERT INTO completeness SELECT id, '', '' FROM stories;
CREATE INDEX completeness_unnoted ON completeness (story) WHERE state = '';
"""

CACHE = Schema(
    application_id=0x6E77_7363,
    migrations=(_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4, _VERSION_5),
    synchronous="NORMAL",
)
