"""Who took a picture: the credit in or under a caption."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

LONGEST = 120
"""A longer line is a sentence that names a photographer, not a credit."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a line that begins as credits do, of agencies, of trailing credits."""
    words: dict[str, list[str]] = {"word": [], "agency": []}
    data = files("reader.markup").joinpath("credits.txt").read_text(encoding="utf-8")
    for line in data.splitlines():
        kind, _, value = line.partition(" ")
        if kind in words:
            words[kind].append(re.escape(value.strip()).replace(r"\ ", r"[ \xa0]"))
    word = "(?:" + "|".join(sorted(words["word"], key=len, reverse=True)) + ")"
    agency = "(?:" + "|".join(sorted(words["agency"], key=len, reverse=True)) + ")"
    opening = re.compile(rf"(?:{word}\s*(?:by\b|[:：])|©|\(c\)\s|copyright\b)", re.I)
    source = re.compile(rf"(?:^|[/|,(–—-]\s*|\bvia\s+){agency}\b", re.I)
    trailing = re.compile(
        rf"\s*(?:[(\[|]\s*(?:{word}(?:\s+by\b|\s*[:：])|©)[^()\[\]]{{2,90}}[)\]]?"
        rf"|(?:(?<=[.!?…”\"])|\s[–—|/-])\s+(?:{word}(?:\s+by\b|\s*[:：])|©)\s*[^.]{{2,90}}\.?"
        rf"|[(\[][^()\[\]]{{0,70}}\b{agency}[^()\[\]]{{0,30}}[)\]])\s*$",
        re.I,
    )
    return opening, source, trailing


def is_credit(line: str) -> bool:
    """Tell whether `line` says only who took a picture: ``Jo Reed / Shutterstock``."""
    line = line.strip(" ()[]")
    if not 2 < len(line) <= LONGEST:
        return False
    opening, source, _ = _patterns()
    if opening.match(line):
        return len(line.split()) <= 14
    return (
        len(line.split()) <= 10 and line[-1] not in ".!?" and source.search(line) is not None
    ) or re.fullmatch(r"[\w.'’ -]{2,60}\s*/\s*[\w.'’ -]{2,40}\.(?:com|net|org)", line) is not None


def split_credit(caption: str) -> tuple[str, str]:
    """Return `caption` without the credit at its end, and the credit."""
    lines = caption.split("\n")
    if len(lines) > 1 and is_credit(lines[-1]):
        return "\n".join(lines[:-1]).strip(), lines[-1].strip(" ()[]")
    if is_credit(caption):
        return "", caption.strip(" ()[]")
    if match := _patterns()[2].search(caption):
        words = caption[: match.start()].strip()
        return words, match[0].strip(" \n()[]|/–—-")
    return caption, ""
