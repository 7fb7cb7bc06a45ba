"""articles.db: stories, texts, search, quotes and voices. May be deleted at any time."""
