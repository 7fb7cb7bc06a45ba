"""The terminal's background: what answers mean, and that they never become keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.terminal.background import Answers, is_light, may_ask, told_by
from reader.app.terminal.driver import BackgroundTold
from tests.app.driving import driven

LIGHT = "\x1b]11;rgb:f8f8/f4f4/eaea\x07"


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        ("rgb:0000/0000/0000", False),
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:f/f/f", True),
        ("rgb:28/2c/34", False),
        ("rgba:fafa/fafa/fafa/ffff", True),
        ("#fdf6e3", True),
        ("#002b36", False),
        ("rgb:0000/0000", None),
        ("white", None),
    ],
)
def test_light_is_what_black_is_read_on_better(answer: str, light: bool | None) -> None:
    assert is_light(answer) is light


@given(st.text("jk \x1b[]A15\\;", max_size=12), st.integers(0, 12), st.lists(st.integers(0, 40)))
def test_an_answer_is_taken_out_wherever_it_comes_and_however_it_is_cut(
    typed: str, at: int, cuts: list[int]
) -> None:
    if typed[:at].endswith(("\x1b", "\x1b]", "\x1b]1", "\x1b]11", "\x1b]11;")):
        return  # half an answer before a whole one: no terminal does that
    stream = typed[:at] + LIGHT + typed[at:]
    answers, got, last = Answers(), "", 0
    for cut in [*sorted(cut for cut in cuts if cut <= len(stream)), len(stream)]:
        got += answers.take(stream[last:cut])
        last = cut
    got += answers.rest()
    assert got == typed
    assert answers.light is True


@given(st.text("jk\x1b[]A15;", max_size=20))
def test_without_an_answer_everything_typed_arrives(typed: str) -> None:
    answers = Answers()
    assert "".join(answers.take(key) for key in typed) + answers.rest() == typed
    assert not answers.answered


def test_only_terminals_that_take_the_question_are_asked() -> None:
    assert may_ask({"TERM": "xterm-256color"})
    assert may_ask({"TERM": "screen-256color", "TMUX": "/tmp/x,1,0"})
    for environ in ({"TERM": "linux"}, {"TERM": "dumb"}, {}, {"TERM": "screen"}, {"STY": "1.x"}):
        assert not may_ask(environ)


def test_the_environment_may_tell_it() -> None:
    assert told_by({"COLORFGBG": "0;15"}) is True
    assert told_by({"COLORFGBG": "15;default;0"}) is False
    assert told_by({"COLORFGBG": "default"}) is None
    assert told_by({}) is None


async def test_the_theme_follows_the_background_only_where_it_is_to() -> None:
    async with driven() as reader:
        assert reader.app.theme == "lamplight"
        reader.app.post_message(BackgroundTold(True))
        await reader.until(lambda: reader.app.theme == "paper")
        reader.session.preferences.prefer("theme", "contrast")
        await reader.until(lambda: reader.app.theme == "contrast")
        reader.app.post_message(BackgroundTold(False))
        await reader.quiet()
        assert reader.app.theme == "contrast"
        reader.session.preferences.prefer("theme", "auto")
        await reader.until(lambda: reader.app.theme == "lamplight")
