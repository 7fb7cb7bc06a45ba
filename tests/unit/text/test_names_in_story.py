from __future__ import annotations

from dataclasses import replace

from reader.model.quote import Quote, QuoteKind
from reader.text.names_in_story import names_in
from tests.store import make_article


def _names(text: str, *speakers: str) -> list[str]:
    article = make_article("title", text)
    quotes = [Quote(0, 1, "x", QuoteKind.DIRECT, speaker) for speaker in speakers]
    return list(names_in(replace(article, quotes=tuple(quotes))))


def test_speakers_come_first_and_then_whoever_is_named() -> None:
    text = "On Monday Ilse Brandt met J. K. Rowe and Maria de la Cruz’s son. Okafor left."
    assert _names(text, "Mara Okafor", "she") == [
        "Mara Okafor", "On Monday Ilse Brandt", "J. K. Rowe", "Maria de la Cruz",
    ]  # fmt: skip


def test_single_words_and_whole_headings_are_no_names() -> None:
    assert _names("Monday was cold. THE LONG AND WINDING ROAD TO TOWN. Van de") == []
