from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.terminal.background import Answers
from reader.app.terminal.graphics import FIRST_QUESTION, Questions, is_kitty

FOOT = "\x1b[6;18;9t\x1b[?62;4;22;28c"
MANY = "\x1b[?1;0;1024S\x1b[?62;4;22;28c"


def asked() -> tuple[Answers, Questions]:
    answers, questions = Answers(), Questions()
    answers.graphics = questions
    return answers, questions


def test_the_questions_are_the_size_of_a_cell_and_the_attributes() -> None:
    assert FIRST_QUESTION == "\x1b[16t\x1b[c"


def test_a_terminal_with_sixel_is_asked_for_its_colours_and_then_all_is_known() -> None:
    answers, questions = asked()
    assert answers.take(FOOT) == ""
    assert not questions.finished
    assert answers.next_question == "\x1b[?1;1;0S\x1b[c"
    answers.next_question = ""
    assert answers.take(MANY) == ""
    assert (questions.finished, questions.sixel, questions.cell) == (True, True, (9, 18))
    assert answers.next_question == ""


@pytest.mark.parametrize(
    ("first", "second", "sixel"),
    [
        ("\x1b[?1;2c", "", False),
        ("\x1b[?6c", "", False),
        ("\x1b[?4c", "", False),
        ("\x1b[?64;1;2;4;6c", "\x1b[?1;0;16S\x1b[?64;1;2;4;6c", False),
        ("\x1b[?64;1;2;4;6c", "\x1b[?1;0;256S\x1b[?64;1;2;4;6c", True),
        ("\x1b[?64;1;2;4;6c", "\x1b[?1;3;0S\x1b[?64;1;2;4;6c", True),
        ("\x1b[?64;1;2;4;6c", "\x1b[?64;1;2;4;6c", True),
    ],
)
def test_what_terminals_answer(first: str, second: str, sixel: bool) -> None:
    answers, questions = asked()
    assert answers.take(first) + answers.take(second) == ""
    assert (questions.finished, questions.sixel) == (True, sixel)


@pytest.mark.parametrize("size", ["0;0", "1;1", "900;9", "18;0"])
def test_a_cell_that_cannot_be_is_no_answer(size: str) -> None:
    answers, questions = asked()
    assert answers.take(f"\x1b[6;{size}t") == ""
    assert questions.cell is None


@given(st.text("jk [A~?;6c\x1bt", max_size=10), st.lists(st.integers(0, 80)))
def test_answers_are_no_keys_however_they_are_cut_and_keys_are_no_answers(
    typed: str, cuts: list[int]
) -> None:
    stream = FOOT + "\x1b[6~" + MANY + typed
    answers, questions = asked()
    got, last = "", 0
    for cut in [*sorted(cut for cut in cuts if cut <= len(stream)), len(stream)]:
        got += answers.take(stream[last:cut])
        last = cut
    got += answers.rest()
    assert questions.finished
    plain, _ = asked()
    assert got == "\x1b[6~" + plain.take(typed) + plain.rest()


def test_a_late_answer_is_no_key_and_no_key_waits_for_it() -> None:
    answers, questions = asked()
    assert answers.take("j" + FOOT + "k", hold=False) == "jk"
    assert answers.take(MANY + "\x1b", hold=False) == "\x1b"
    assert answers.rest() == ""
    assert questions.sixel


def test_who_was_not_asked_gets_everything_that_is_typed() -> None:
    answers = Answers()
    assert answers.take(FOOT + MANY) == FOOT + MANY


def test_only_terminals_that_are_known_get_kittys_placeholders() -> None:
    assert is_kitty({"TERM": "xterm-kitty"})
    assert is_kitty({"TERM": "xterm-ghostty"})
    assert not is_kitty({"TERM": "xterm-kitty", "TMUX": "x"})
    assert not is_kitty({"TERM": "xterm-256color"})
