from __future__ import annotations

import pytest

from reader.loader.feeds.update_hints import UpdateHints, update_hints


@pytest.mark.parametrize(
    ("feed", "minutes"),
    [
        ({}, 0),
        ({"ttl": " 180 "}, 180),
        ({"ttl": "-5"}, 0),
        ({"ttl": "an hour"}, 0),
        ({"ttl": "999999999"}, 366 * 24 * 60),
        ({"sy_updateperiod": "Hourly"}, 60),
        ({"sy_updateperiod": "daily", "sy_updatefrequency": "4"}, 360),
        ({"sy_updateperiod": "daily", "sy_updatefrequency": "0"}, 1440),
        ({"sy_updatefrequency": "4"}, 0),
        ({"sy_updateperiod": "hourly", "ttl": "15"}, 60),
    ],
)
def test_the_longest_time_a_feed_names(feed: dict[str, str], minutes: int) -> None:
    assert update_hints(feed, "").ttl == minutes


def test_all_hours_and_days_are_read() -> None:
    text = (
        "<channel><skipHours><hour>7</hour><hour> 0 </hour><hour>24</hour><hour>x</hour>"
        "</skipHours>"
        "<skipDays><day>sunday</day><day>Saturday</day><day>Someday</day></skipDays><item/>"
    )
    assert update_hints({}, text) == UpdateHints(0, (0, 7), ("Saturday", "Sunday"))


def test_lists_after_the_entries_count_and_those_within_do_not() -> None:
    skip = "<skipHours><hour>{}</hour></skipHours>"
    padding = "<title>x</title>" * 1000
    text = f"<item>{skip.format(3)}{padding}</item>{skip.format(9)}</channel>"
    assert update_hints({}, text).skip_hours == (9,)
