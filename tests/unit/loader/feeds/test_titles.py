"""Titles say what their authors meant to say: decoded once, tags gone, words kept."""

from __future__ import annotations

import pytest

from reader.loader.feeds.titles import title_from_either, title_from_html, title_from_text


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("Ferry &amp; <b>bridge</b>", "Ferry & bridge"),
        ("a &lt;b&gt; c", "a <b> c"),
        ("Up<br>and down", "Up and down"),
        ("so<i>me</i>what", "somewhat"),
        ("Why <redis> is quick", "Why <redis> is quick"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("A<script>alert(1)</script>B", "A B"),
        ("A<!-- no -->B", "A B"),
        ("<![CDATA[A & B]]>", "A & B"),
        ("a&#27;]52;c;x&#7;b", "a]52;c;xb"),
        ("", ""),
    ],
)
def test_markup_becomes_words(markup: str, title: str) -> None:
    assert title_from_html(markup) == title


def test_text_stays_as_written() -> None:
    assert title_from_text("<b> &amp; [/]\n x") == "<b> &amp; [/] x"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("Ferry & bridge", "Ferry & bridge"),
        ("Ferry &amp; bridge", "Ferry & bridge"),
        ("<antirez> speaks", "<antirez> speaks"),
        ("<em>Up</em> it goes", "Up it goes"),
        ("AT&T; or not", "AT&T; or not"),
    ],
)
def test_what_may_be_either_is_told_by_its_looks(value: str, title: str) -> None:
    assert title_from_either(value) == title
