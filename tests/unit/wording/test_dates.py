from __future__ import annotations

import pytest

from reader.wording.catalogue import number, use_language
from reader.wording.dates import (
    DAY,
    HOUR,
    MINUTE,
    age,
    ago,
    ago_aloud,
    aligned_age,
    clock,
    date_and_time,
    day,
    day_and_time,
    is_same_day,
    iso_day,
)

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


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (7199, "1 hour ago"),
        (7200, "2 hours ago"),
        (86400 * 3, "3 days ago"),
        (86400 * 800, "2 years ago"),
    ],
)
def test_how_long_ago_is_said_in_words(seconds: int, words: str) -> None:
    assert ago_aloud(seconds) == words


def test_moments_that_no_calendar_holds_are_left_out() -> None:
    assert date_and_time(1_772_523_600) == "3 March 2026, 07:40"
    assert date_and_time(None) == ""
    assert date_and_time(10**18) == ""
    assert iso_day(1_772_523_600) == "2026-03-03"
    assert iso_day(None) == ""
    assert iso_day(10**18) == ""


@pytest.mark.parametrize(
    ("before", "exact", "english", "german"),
    [
        (0, True, "today 14:13", "heute 14:13"),
        (0, False, "today 14:13", "heute 14:13"),
        (DAY, True, "yesterday 14:13", "gestern 14:13"),
        (DAY, False, "yesterday", "gestern"),
        (15 * HOUR, True, "yesterday 23:13", "gestern 23:13"),
        (7 * DAY, True, "14 Sep 14:13", "14. Sep 14:13"),
        (7 * DAY, False, "14 Sep", "14. Sep"),
        (300 * DAY, True, "25 Nov 2025", "25. Nov 2025"),
    ],
)
def test_a_day_with_its_time_leaves_out_what_is_old(
    before: int, exact: bool, english: str, german: str
) -> None:
    try:
        for language, words in (("en", english), ("de", german)):
            use_language(language)
            assert day_and_time(NOW - before, NOW, exact=exact) == words
    finally:
        use_language("en")


def test_a_day_ends_at_midnight() -> None:
    assert is_same_day(NOW, NOW - 14 * HOUR)
    assert not is_same_day(NOW, NOW - 15 * HOUR)


def test_small_numbers_are_written_out() -> None:
    use_language("en")
    assert [number(count) for count in (1, 6, 12, 13, 63)] == ["one", "six", "twelve", "13", "63"]
