from __future__ import annotations

import pytest

from reader.wording.ages import DAY, HOUR, MINUTE, age, ago, aligned_age, clock, day
from reader.wording.catalogue import number, use_language

NOW = 1_790_000_000
"""21 September 2026, 14:13 UTC."""


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (-HOUR, "now"),
        (59, "now"),
        (MINUTE, "1m"),
        (HOUR - 1, "59m"),
        (HOUR, "1h"),
        (DAY - 1, "23h"),
        (DAY, "1d"),
        (7 * DAY - 1, "6d"),
        (7 * DAY, "14 Sep"),
        (265 * DAY, "Dec 2025"),
    ],
)
def test_an_age_is_as_short_as_a_list_needs_it(before: int, shown: str) -> None:
    use_language("en")
    assert age(NOW - before, NOW) == shown


@pytest.mark.parametrize(
    ("language", "cells"), [("en", {3, 6, 8}), ("de", {3, 8, 9})]
)
def test_ages_of_one_kind_are_equally_wide(language: str, cells: set[int]) -> None:
    use_language(language)
    hours = {len(aligned_age(NOW - n * HOUR, NOW)) for n in range(1, 7 * 24)}
    days = {len(aligned_age(NOW - n * DAY, NOW)) for n in range(8, 250)}
    months = {len(aligned_age(NOW - n * DAY, NOW)) for n in range(270, 900)}
    use_language("en")
    assert [len(found) for found in (hours, days, months)] == [1, 1, 1]
    assert hours | days | months == cells


def test_in_a_sentence_it_is_said_in_words() -> None:
    use_language("en")
    assert ago(NOW - 4 * MINUTE, NOW) == "4 min ago"
    assert ago(NOW - 3 * HOUR, NOW) == "3 h ago"
    assert ago(NOW, NOW) == ago(NOW + 500, NOW) == "just now"


def test_the_time_of_day_has_no_seconds() -> None:
    assert clock(NOW) == "14:13"


@pytest.mark.parametrize(
    ("before", "english", "german"),
    [
        (0, "today", "heute"),
        (-HOUR, "today", "heute"),
        (DAY, "yesterday", "gestern"),
        (2 * DAY, "Saturday", "Samstag"),
        (7 * DAY, "14 September", "14. September"),
        (300 * DAY, "25 November 2025", "25. November 2025"),
    ],
)
def test_a_day_is_named_as_people_name_it(before: int, english: str, german: str) -> None:
    try:
        for language, words in (("en", english), ("de", german)):
            use_language(language)
            assert day(NOW - before, NOW) == words
    finally:
        use_language("en")


def test_small_numbers_are_written_out() -> None:
    use_language("en")
    assert [number(count) for count in (1, 6, 12, 13, 63)] == ["one", "six", "twelve", "13", "63"]
