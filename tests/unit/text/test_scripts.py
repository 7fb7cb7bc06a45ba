from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.text import scripts
from reader.text.quote_signs import CLOSING, OPENING, SIGNS

READER = Path(__file__).parents[3] / "reader"
RANGES = re.compile(r"\\u(?:2e80|3040|30ff|3400|4e00|9fff|0e00|ac00|d7af)", re.IGNORECASE)


@pytest.mark.parametrize("letter", "東々かカไລမខ𠀀")
def test_scripts_without_blanks_are_told_by_their_letters(letter: str) -> None:
    assert re.fullmatch(f"[{scripts.WITHOUT_BLANKS}]", letter)


@pytest.mark.parametrize("letter", "aßя한א。「")
def test_other_letters_and_punctuation_are_not_taken_for_such(letter: str) -> None:
    assert not re.fullmatch(f"[{scripts.WITHOUT_BLANKS}]", letter)


def test_lines_break_on_either_side_of_han_and_kana_alone() -> None:
    assert all(map(scripts.breaks_anywhere, "東か。！𠀀"))
    assert not any(map(scripts.breaks_anywhere, "a한—ไ"))


def test_a_mark_that_only_closes_does_not_open() -> None:
    assert set("」』") == CLOSING - OPENING
    assert set("„‚「『") == OPENING - CLOSING
    assert set(SIGNS) - {"`"} == OPENING | CLOSING


def test_ranges_of_letters_are_written_in_one_place() -> None:
    others = {
        str(path.relative_to(READER))
        for path in READER.rglob("*.py")
        if RANGES.search(path.read_text(encoding="utf-8"))
    }
    # That of `guess_language` tells Latin text from all the rest, and names no script.
    assert others == {"text/scripts.py", "text/guess_language.py"}
