"""Sentences as newsrooms write them, a file for each language: who is quoted, and what is not.

A line of ``sentences/LANGUAGE.txt`` is a story: ``⟦…⟧`` stands around each quotation, ``¶`` and
``⏎`` for breaks, and behind ``→`` follow its speakers, parted by ``|``: the mention or the full
name, several right answers parted by ``/``, ``?`` for nobody.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.quotes.candidate import Candidate
from reader.quotes.find_quotes import find_quotes
from reader.quotes.paragraphs import paragraphs_of

_FILES = sorted((Path(__file__).parent / "sentences").glob("*.txt"))
_AROUND = " \n\u00a0\u202f.,–—-"
"""May be in a quotation or not: the dash that opens it, the point that ends it."""


def _read(line: str) -> tuple[str, list[tuple[int, int]], list[str]]:
    """Return the story of a line, where its quotations are, and who speaks in each."""
    body, _, who = line.partition("→")
    text, spans, opened = "", [], list[int]()
    for sign in body.strip().replace("¶", "\n\n").replace("⏎", "\n"):
        if sign == "⟦":
            opened.append(len(text))
        elif sign == "⟧":
            spans.append((opened.pop(), len(text)))
        else:
            text += sign
    return text, sorted(spans), [name.strip() for name in who.split("|") if name.strip()]


def _bare(text: str, start: int, end: int) -> str:
    return text[start:end].strip(_AROUND)


def _is_right(quote: Candidate, text: str, expected: str) -> bool:
    if expected == "?":
        return not quote.name
    mention = text[quote.speaker.start : quote.speaker.end] if quote.speaker else ""
    return any(name in quote.name or name in mention for name in expected.split(" / "))


def _wrong(line: str, lang: str) -> list[str]:
    text, spans, speakers = _read(line)
    assert len(spans) == len(speakers), line
    candidates = sorted(find_quotes(text, paragraphs_of(text), lang), key=lambda quote: quote.start)
    expected = [_bare(text, *span) for span in spans]
    actual = [_bare(text, quote.start, quote.end) for quote in candidates]
    if actual != expected:
        return [f"{text}\n  quotations {actual}, not {expected}"]
    return [
        f"{text}\n  {quote.name!r}, not {speaker!r}"
        for quote, speaker in zip(candidates, speakers, strict=True)
        if not _is_right(quote, text, speaker)
    ]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_sentences_have_their_quotations_and_speakers(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    assert len(lines) >= 10
    wrong = [fault for line in lines if line[0] != "#" for fault in _wrong(line, path.stem)]
    assert not wrong, "\n".join(wrong)
