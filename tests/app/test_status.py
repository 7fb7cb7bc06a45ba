"""The last row: a fact left, keys right; a message takes the rows it needs."""

from __future__ import annotations

import pytest

from reader.app.panes.status import StatusLine
from reader.app.session.views import StatusShown
from reader.wording.catalogue import say
from tests.app.driving import Driver, driven
from tests.app.stage import screen_lines

KEYS = [("space", "read on"), ("s", "save"), ("?", "help")]


async def told(reader: Driver, words: str) -> list[str]:
    """The lines of the screen, once a message is said."""
    reader.session.status.note(words)
    await reader.until(lambda: words.split()[-1] in "\n".join(screen_lines(reader.app)[-4:]))
    await reader.quiet()
    return screen_lines(reader.app)


@pytest.mark.parametrize("width", [40, 50, 60, 80, 120])
async def test_a_long_message_is_never_cut_and_help_stays(width: int) -> None:
    words = say("status.read_only")
    async with driven(size=(width, 24)) as reader:
        before = screen_lines(reader.app)
        after = await told(reader, words)
        below = [line.strip() for line in after[-4:]]
        text = " ".join(" ".join(below).split())
        assert all(word in text for word in words.split())
        assert "…" not in text.partition(words.split()[0])[2]
        assert after[-1].rstrip().endswith("? help")
        assert after[:19] == before[:19], "nothing above moved"
        await reader.press("j")
        await reader.until(lambda: "newsreader is open" not in reader.fact)
        assert reader.window.main.query_one("#status", StatusLine).size.height == 1


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Refreshing 41 of 63  ━━━━━━━━━━━━━━━━━━  26 new · 1 failed      s save   ? help"),
        (60, "Refreshing 41 of 63  26 new · 1 failed   s save   ? help"),
        (40, "Refreshing 41 of 63           ? help"),
    ],
)
async def test_the_bar_of_a_refresh_gives_way_before_the_words_do(width: int, shown: str) -> None:
    async with driven(size=(width, 24)) as reader:
        status = reader.window.main.query_one("#status", StatusLine)
        words, rest = "Refreshing 41 of 63", "26 new · 1 failed"
        status.show(StatusShown(words, KEYS, bar=(41, 63), rest=rest, fresh=True))
        await reader.pilot.pause()
        line = screen_lines(reader.app)[-1]
        assert line.split() == shown.split()
        assert line.startswith("  Refreshing")


async def test_the_key_that_takes_back_is_the_one_in_force() -> None:
    async with driven() as reader:
        await reader.press("A")
        assert "z undo" in screen_lines(reader.app)[-1]
        reader.app.keyboard.keys_set = {**reader.app.keyboard.keys_set, "Z": "undo"}
        reader.app.keyboard.keys_set.pop("z")
        reader.session.status.tell()
        await reader.pilot.pause()
        assert "Z undo" in screen_lines(reader.app)[-1]


@pytest.mark.parametrize(("letters", "whole"), [(150, True), (400, False)])
async def test_half_of_a_low_window_is_left_and_a_cut_is_shown(letters: int, whole: bool) -> None:
    words = ("A fault stands in line one. " * 20)[:letters].strip() + " END"
    async with driven(size=(40, 10)) as reader:
        reader.session.status.note(words)
        await reader.pilot.pause()
        await reader.quiet()
        status = reader.window.main.query_one("#status", StatusLine)
        assert status.size.height <= 5
        lines = [line.strip() for line in screen_lines(reader.app)[-status.size.height :]]
        assert ("END" in " ".join(lines)) == whole
        assert ("…" in " ".join(lines)) != whole
        assert lines[-1].endswith("? help")
