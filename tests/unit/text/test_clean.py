"""Text from outside comes out fit for a terminal, whatever was in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.clean import MOST_MARKS, clean, clean_line, clean_url

ANY_TEXT = st.text(alphabet=st.characters(), max_size=200)
FORBIDDEN = {
    *map(chr, range(0x0A)),
    *map(chr, range(0x0B, 0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
}


@given(ANY_TEXT)
def test_no_control_character_comes_through(text: str) -> None:
    assert not FORBIDDEN & set(clean(text))


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(ANY_TEXT)
def test_a_line_is_one_line_without_blanks_around_it(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert line == line.strip()


def test_an_escape_sequence_loses_its_power_and_keeps_its_words() -> None:
    assert clean("\x1b]52;c;ZXZpbA==\x07Budget \x1b[2Jvote") == "]52;c;ZXZpbA==Budget [2Jvote"


def test_a_text_that_would_run_backwards_runs_forwards() -> None:
    assert clean("invoice\u202egpj.exe") == "invoicegpj.exe"


def test_marks_piled_on_a_letter_are_cut_and_accents_stay() -> None:
    piled = clean("a" + "\u0316" * 50)
    assert sum(unicodedata.combining(sign) > 0 for sign in piled) == MOST_MARKS
    assert clean("e\u0301te\u0301") == "été"


def test_line_breaks_are_one_kind_and_tabs_are_blanks() -> None:
    assert clean("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd    e"


def test_soft_hyphens_stay_for_the_line_breaker() -> None:
    assert clean("Donau\u00addampf") == "Donau\u00addampf"


def test_a_no_break_space_between_words_stays_in_a_line() -> None:
    assert clean_line("  20\xa0km \n  away \t") == "20\xa0km away"


@pytest.mark.parametrize(
    ("address", "base", "result"),
    [
        ("https://Example.ORG/a b", "", "https://example.org/a%20b"),
        (" ", "https://a.example/feed.xml", ""),
        ("/story?id=1", "https://a.example/feed", "https://a.example/story?id=1"),
        ("//b.example/x", "https://a.example/", "https://b.example/x"),
        ("http://user:secret@a.example/", "", "http://a.example/"),
        ("https://bücher.example/ä", "", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://a.example:8443/x", "", "https://a.example:8443/x"),
        ("https://[::1]/x", "", "https://[::1]/x"),
        ("java\nscript:alert(1)", "https://a.example/", ""),
        ("file:///etc/passwd", "", ""),
        ("data:text/html,hello", "", ""),
        ("https://a.example\x1b[2J/", "", ""),
        ("https://a.example:port/", "", ""),
        ("https:///nohost", "", ""),
        ("", "", ""),
    ],
)
def test_addresses(address: str, base: str, result: str) -> None:
    assert clean_url(address, base) == result


@given(ANY_TEXT, ANY_TEXT)
def test_an_address_is_http_in_printable_ascii_or_nothing(address: str, base: str) -> None:
    for url in (clean_url(address), clean_url(address, base), clean_url(f"https://a.b/{address}")):
        assert not url or url.startswith(("http://", "https://"))
        assert all("\x20" < sign < "\x7f" for sign in url)
