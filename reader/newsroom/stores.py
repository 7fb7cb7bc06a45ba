"""Where things are kept: the library, the cache, and the one thread that writes to both."""

from __future__ import annotations

from dataclasses import dataclass

from reader.cache.articles import Articles
from reader.newsroom.writer import Writer
from reader.settings.library.library import Library


@dataclass(frozen=True, slots=True)
class Stores:
    """Most parts of the newsroom need all three."""

    library: Library
    articles: Articles
    writer: Writer
