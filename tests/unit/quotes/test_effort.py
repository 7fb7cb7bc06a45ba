"""What the engine need not do it does not do: counted, not timed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from types import FrameType

from reader.quotes.model_quotes import quotes_in_text
from reader.quotes.tokens import Frame

QUIET = "The tide was early. Odo Farley's boat lay in the mud, and nobody was about.\n\n"
SAID = "“The tide was early,” said Odo Farley on Monday.\n\n"
WORDS_OF_SAID = 7
"""The quotation is one, and so is the point."""


def tokens_made(work: Callable[[], object]) -> list[int]:
    """Return how many tokens are made of each paragraph that is cut."""
    made: list[int] = []

    def watch(frame: FrameType, event: str, result: object) -> None:
        if event == "return" and isinstance(result, Frame):
            made.append(len(result.lows))

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


def test_a_story_without_quotes_is_not_cut_into_words() -> None:
    assert tokens_made(lambda: quotes_in_text(QUIET * 50, "en")) == []


def test_only_paragraphs_with_quotes_are_cut_and_their_quotes_are_one_token_each() -> None:
    made = tokens_made(lambda: quotes_in_text((QUIET + SAID) * 50, "en"))
    assert made == [WORDS_OF_SAID] * 50


def test_the_engine_starts_without_what_it_does_not_need() -> None:
    # Each costs as much as the quotes of ten stories and more.
    heavy = (
        "dataclasses", "importlib.resources", "inspect", "typing", "reader.quotes.unspaced",
        "reader.quotes.verb_second", "reader.text.guess_language",
    )  # fmt: skip
    asked = f"import sys, reader.quotes.jsonl; print([n for n in {heavy!r} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
