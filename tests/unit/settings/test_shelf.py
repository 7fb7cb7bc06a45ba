from __future__ import annotations

from reader.settings.shelf import shelf, shelf_text
from reader.settings.subscriptions import parse_subscriptions

_FIELDS = ("# url =", "# title =", "# folder =", "# tags =", "# full_text =", "# interval =")


def test_the_shelf_that_ships_can_be_read_and_taken() -> None:
    taken = shelf()
    assert taken == parse_subscriptions(shelf_text(), "feeds.toml")
    assert len(taken) >= 6
    assert all(source.url.startswith("https://") and source.title for source in taken)


def test_what_waits_in_comments_can_be_switched_on() -> None:
    lines = shelf_text().split("\n")
    switched_on = "\n".join(
        line.removeprefix("# ") if line.startswith(("# [[feed]]", *_FIELDS)) else line
        for line in lines
    )
    assert len(parse_subscriptions(switched_on, "feeds.toml")) > len(shelf())
