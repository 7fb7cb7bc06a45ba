"""``newsreader quotes --check FILE``: do quotes that were cited earlier still stand there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.model.error_words import cause
from reader.model.errors import LoadError, NotFoundError
from reader.text.normal import words_key
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.newsroom.newsroom import Newsroom


def check_quotes(newsroom: Newsroom, file: str) -> Iterator[dict[str, Any]]:
    """Return, for each line that ``quotes --json`` wrote, how its words stand in the story now.

    ``state``: ``unchanged`` (text and place are as they were), ``text altered`` (the words still
    stand there), ``words altered``, ``story gone`` (its text is not on this machine any more).
    """
    for number, record in enumerate(_records(file), 1):
        try:
            story, text = int(record["story"]), str(record["text"])
        except (KeyError, TypeError, ValueError):
            raise LoadError(say("checking.no_quote", number=number, file=file)) from None
        state = _state(newsroom, story, text, record)
        yield {"state": state, "story": story, "text": text, "link": record.get("link")}


def _state(newsroom: Newsroom, story: int, text: str, record: dict[str, Any]) -> str:
    try:
        article = newsroom.stories.article(story)
    except NotFoundError:
        return "story gone"
    if article.link != record.get("link", ""):
        return "story gone"  # cited on another machine, where stories have other numbers
    whole = article.title if record.get("place") == "title" else article.text
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    start = record.get("start")
    stands = isinstance(start, int) and start >= 0 and whole.startswith(text, start)
    if stands and digest == record.get("text_hash"):
        return "unchanged"
    return "text altered" if words_key(text) in words_key(whole) else "words altered"


def _records(file: str) -> Iterable[dict[str, Any]]:
    try:
        lines = Path(file).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LoadError(say("checking.no_file", file=file, reason=cause(error))) from None
    for number, line in enumerate(filter(str.strip, lines), 1):
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            raise LoadError(say("checking.no_json", number=number, file=file))
        yield record
