from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.typography import Edit, Shown, prose_edits


def shown(text: str, lang: str = "en", smart: bool = True) -> str:
    return Shown(text, prose_edits(text, smart=smart, lang=lang)).text


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ('"We sail," she said.', "“We sail,” she said."),
        ("It's the pilots' harbour", "It’s the pilots’ harbour"),
        ("\"I heard 'all clear' twice,\" he said", "“I heard ‘all clear’ twice,” he said"),
        ("'Twas the '90s, rock 'n' roll", "’Twas the ’90s, rock ’n’ roll"),
        ("a 6'2\" door", "a 6'2\" door"),
        ("wait... and -- then", "wait… and – then"),
        ("one---two", "one—two"),
        ("use --force and ....", "use --force and ...."),
        ('("Lift her")', "(“Lift her”)"),
        ("'Lift her', she said", "‘Lift her’, she said"),
        ("at 'https://a.example/x--y'...", "at ‘https://a.example/x--y’…"),
        ("see www.a.example/it's...so/", "see www.a.example/it's...so/"),
    ],
)
def test_straight_marks_are_set_as_prose(written: str, set_as: str) -> None:
    assert shown(written) == set_as


def test_marks_follow_the_language() -> None:
    assert shown('"Wir legen ab", sagte er', "de") == "„Wir legen ab“, sagte er"
    assert shown('"Vi seglar", sa hon', "sv") == "”Vi seglar”, sa hon"


def test_nothing_is_set_in_code_or_when_switched_off() -> None:
    text = 'run "a" or say "b"'
    assert Shown(text, prose_edits(text, skip=[(4, 7)])).text == 'run "a" or say “b”'
    assert shown('"a" -- b...', smart=False) == '"a" -- b...'


def test_soft_hyphens_and_zero_width_spaces_become_break_points() -> None:
    text = "Schiff\xadfahrt und\u200bweiter"
    result = Shown(text, prose_edits(text))
    assert result.text == "Schifffahrt undweiter"
    assert result.soft == (6,)
    assert result.free == (15,)


def test_an_end_stands_before_an_insertion_and_a_start_after_it() -> None:
    result = Shown("a link here", [Edit(6, 6, "[1]")])
    assert result.text == "a link[1] here"
    assert result.at(6, end=True) == 6
    assert result.at(6) == 9
    assert result.source(7) == 6
    assert result.source(9) == 6


@given(st.text(alphabet="ab \"'-.\xad\u200b", max_size=40))
def test_offsets_go_there_and_back(text: str) -> None:
    result = Shown(text, prose_edits(text))
    places = [result.at(place) for place in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[0] >= 0
    assert places[-1] == len(result.text)
    for at in range(len(result.text)):
        assert result.at(result.source(at)) <= at
    for place in range(len(text)):
        if text[place] in "ab ":
            assert result.text[result.at(place)] == text[place]
            assert result.source(result.at(place)) == place
