"""Twice the text may cost about twice the steps, whatever the text: counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from reader.quotes.model_quotes import quotes_in_text


def lines_run(work: Callable[[], object]) -> int:
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "quotes" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "“a” ", "'", "said “a b c.” ", "Odo Farley and ", "‘x’ ", "x", "“a,” said Odo. ",
     "who, ", "“a” b "],
)  # fmt: skip
def test_steps_grow_with_the_text(piece: str) -> None:
    once = lines_run(lambda: quotes_in_text("“" + piece * 400, "en"))
    twice = lines_run(lambda: quotes_in_text("“" + piece * 800, "en"))
    assert twice <= 2.4 * once + 500


@pytest.mark.parametrize(
    ("lang", "piece"),
    [
        ("en", "Mr. Odo said “a b,” he said. "),
        ("en", "“a ‘b c’ d” said "),
        ("de", "„a“ gab "),
        ("de", "wie es „a b“ "),
        ("de", "„Hm“ mit den Worten "),
        ("es", "“a b”, dijo en casa de "),
        ("fr", "« a » mais y : « b » "),
        ("hi", "“अ” ने कहा "),
        ("ru", "«а» мэр "),
        ("tr", "“a b” dedi "),
        ("ko", "“a”고 "),
        ("xx", "“a b c”, x Odo. "),
    ],
)
def test_steps_grow_with_the_text_in_any_language(lang: str, piece: str) -> None:
    once = lines_run(lambda: quotes_in_text(piece * 400, lang))
    twice = lines_run(lambda: quotes_in_text(piece * 800, lang))
    assert twice <= 2.4 * once + 500
