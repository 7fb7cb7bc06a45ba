"""Writes a story to a file of its own, never over another and never outside the directory."""

from __future__ import annotations

import os
import re
from pathlib import Path

from reader.exchange.markdown import article_to_markdown
from reader.model.article import Article
from reader.model.error_words import cause
from reader.model.errors import StoreError
from reader.model.story import Headline
from reader.text.clean import clean_line
from reader.wording.catalogue import say

LONGEST_NAME = 120
"""Bytes of a file's name, its ending included; some file systems take no more than 143."""
_UNFIT = re.compile(r"[^\w .,()\-]+")
_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?\Z", re.IGNORECASE)


def file_name(title: str, ending: str = ".md") -> str:
    """A name made of a title: letters, digits and harmless signs, no leading dot or dash."""
    name = _UNFIT.sub(" ", clean_line(title))
    name = re.sub(r"\s+", " ", name).strip(" .-")
    room = LONGEST_NAME - len(ending) - len(" (99)")
    name = name.encode()[:room].decode(errors="ignore").strip(" .-")
    if not name or _WINDOWS.match(name):
        name = f"story {name}".strip()
    return name + ending


def write_story(article: Article, headline: Headline, directory: Path) -> Path:
    """Write a story as Markdown; returns the file, which is always a new one.

    Raises:
        StoreError: the directory cannot be written to.

    """
    text = article_to_markdown(article, source=headline.source)
    name = file_name(article.title or headline.title)
    stem = name.removesuffix(".md")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for number in range(1, 100):
            path = directory / (name if number == 1 else f"{stem} ({number}).md")
            try:
                flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW
                handle = os.open(path, flags, 0o644)
            except FileExistsError:
                continue
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            return path
    except OSError as error:
        words = say("file.not_written_to", path=directory, reason=cause(error))
        raise StoreError(words) from None
    raise StoreError(say("file.hundred", path=directory))
