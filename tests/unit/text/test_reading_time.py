from __future__ import annotations

import pytest

from reader.text.reading_time import count_words, reading_minutes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two  three\nfour", 4),
        ("déjà vu", 2),
        ("東京 is big", 4),
        ("배가 다시 뜬다", 3),  # Korean has blanks between its words
        ("เรือ", 4),
    ],
)
def test_words_are_counted_and_signs_where_no_blanks_part_them(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("words", "lang", "minutes"),
    [(0, "en", 1), (359, "en", 1), (361, "en", 2), (720, "ko", 3), (960, "ja", 2), (960, "th", 2)],
)
def test_minutes_are_rounded_and_at_least_one(words: int, lang: str, minutes: int) -> None:
    assert reading_minutes(words, lang) == minutes
