from __future__ import annotations

import pytest

from reader.quotes.quotation_marks import find_marks, find_stretches


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a “b” c", ["“b”"]),
        ('a "b" c "d"', ['"b"', '"d"']),
        ("”b” c", ["”b”"]),
        ("„b“ c „d“", ["„b“", "„d“"]),
        ("»b« c", ["»b«"]),
        ("« b » c", ["« b »"]),
        ("``b'' c", ["``b''"]),
        ("“b ‘c’ d”", ["“b ‘c’ d”", "‘c’"]),
        ("the ’80s and the sailors’ wives", []),
        ("it's 6'2\" and 32\" wide", []),
        ("a “b", ["“b"]),
        ("「b『c』」", ["「b『c』」", "『c』"]),
        ("„b“c „d“", ["„b“", "„d“"]),
        ("»b —«, c »d«", ["»b —«", "»d«"]),
        ("a “b “c", ["“c"]),
        ("a “b \n", ["“b"]),
        ("“b «c ‘d „e“ d’ c» b”", ["“b «c ‘d „e“ d’ c» b”", "«c ‘d „e“ d’ c»", "‘d „e“ d’", "„e“"]),
    ],
)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    stretches = find_stretches(text, find_marks(text), 0, len(text), closes_low="„" in text)
    assert [text[item.start : item.end] for item in stretches] == found


def test_each_level_of_quotations_is_counted() -> None:
    text = "“b ‘c’ «d ‹e› d» b” “f”"
    stretches = find_stretches(text, find_marks(text), 0, len(text))
    assert [stretch.level for stretch in stretches] == [0, 1, 1, 2, 0]


def test_an_apostrophe_for_letters_left_out_opens_nothing_in_its_language() -> None:
    text = "Odo said ’Twas late, and left for the sailors’ inn."
    marks = find_marks(text)
    assert len(find_stretches(text, marks, 0, len(text))) == 1
    assert find_stretches(text, marks, 0, len(text), elisions=frozenset(("twas",))) == []
