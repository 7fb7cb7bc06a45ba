"""Pages that are made to break a reader, or just broken."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.loader.pages.decode import decode_page
from reader.loader.pages.extract import extract
from reader.model.article import Completeness

URL = "https://courier.example/page"
LINE = "The harbour was closed for the night, and nobody minded but the gulls. "
LIMIT = 20.0
"""Seconds of this process's own time, on a slow machine; what grows as a square takes minutes."""


@pytest.mark.slow
def test_what_is_cut_off_is_said() -> None:
    paragraphs = "".join(f"<p>{number}: {LINE * 4}</p>" for number in range(6_000))
    article = extract(f"<article><h1>Long</h1>{paragraphs}</article>", URL)
    assert article.blocks[-1].text.startswith("4")
    assert article.provenance.completeness is Completeness.PART
    assert "only its beginning is here" in article.provenance.note
    whole = extract(f"<script>{'x' * 3_000_000}</script><article><p>{LINE * 9}</p></article>", URL)
    assert whole.provenance.completeness is Completeness.WHOLE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("html", "has_text"),
    [
        ("<div>" * 10_000 + f"<p>{LINE * 20}</p>" + "</div>" * 10_000, True),
        ("<div><p><span><b>" * 2_500 + LINE * 20, True),
        ("<table><tr><td>" * 3_000 + LINE * 20, True),
        ("<article>" + f"<p>{LINE * 4}</p>" * 17_000, True),
        ("one line of words here<br>" * 200_000, True),
        ('<a href="/x">word here and there</a> ' * 140_000, False),
        ("<" * 3_000_000, False),
        ('<a href="' * 300_000, False),
        ("<!--" * 500_000, False),
        ("<script>" * 300_000, False),
        ('<script type="application/ld+json">' + "[" * 500_000 + "</script>", False),
    ],
    ids=["deep", "deep-mixed", "tables", "long", "breaks", "links", "less-than", "quotes",
         "comments", "scripts", "json"],
)  # fmt: skip
def test_a_page_of_any_make_ends_soon_with_text_or_a_clear_word(html: str, has_text: bool) -> None:
    start = time.process_time()
    article = extract(html, URL)
    assert time.process_time() - start < LIMIT
    if has_text:
        assert "The harbour" in article.text or "word" in article.text
    else:
        assert article.provenance.completeness is Completeness.FAILED
        assert article.provenance.note


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div", ">", "<ul><li>", "</ul>", "&#0;", "&#xB;", "\x0b", "\ud800",
             "<h1>", "</h1>", "<article>", "<table><td>", "<script>", LINE, "é", "<a href='x'>",
             "<img src=/a.jpg>", "<blockquote>", "\x00", "<title>", "<![CDATA["]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_page_raises_and_nothing_unclean_comes_through(pieces: list[str]) -> None:
    article = extract("".join(pieces), URL)
    text = article.title + article.text + article.byline
    assert not {chr(code) for code in range(32) if code != 10} & set(text)


def test_characters_that_xml_cannot_hold_do_not_cost_the_story() -> None:
    body = "".join(f"<p>{LINE * 3}&#12;</p>" for _ in range(4)) + f"<p>The end.\x0b {LINE}</p>"
    assert "The end." in extract(f"<article><h1>Gulls</h1>{body}</article>", URL).text


def test_a_page_that_is_cut_says_so_only_where_the_story_is_cut() -> None:
    story = "".join(f"<p>{n}. {LINE * 3}</p>" for n in range(5))
    more = "".join(f"<p>{n} says: {LINE}</p>" for n in range(1_500_000 // len(LINE)))
    html = f"<article><h1>Gulls</h1>{story}</article><section class=comments>{more}</section>"
    assert extract(html, URL).provenance.completeness is Completeness.WHOLE
    cut = extract(f"<article><h1>Gulls</h1>{story}{more}</article>", URL).provenance
    assert (cut.completeness, "only its beginning" in cut.note) == (Completeness.PART, True)


def test_one_page_gives_one_story_however_often_it_is_read() -> None:
    body = "".join(f"<p>{n}. {LINE * 3}</p>" for n in range(5))
    html = f"<article><h1>Gulls</h1>{body}</article>"
    assert len({extract(html, URL).text for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        ("<meta charset='windows-1251'><p>Мосты</p>".encode("cp1251"), "text/html"),
        ("<p>Мосты</p>".encode("cp1251"), "text/html; charset=windows-1251"),
        ("<meta charset='iso-8859-1'><p>Мосты</p>".encode(), "text/html"),
        ("\ufeff<p>Мосты</p>".encode("utf-16"), "text/html"),
        ("<!--<meta charset=latin1>--><meta http-equiv=x content='text/html; charset=koi8-r'>"
         "<p>Мосты</p>".encode("koi8-r"), ""),
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_it_was_meant(data: bytes, content_type: str) -> None:
    assert "<p>Мосты</p>" in decode_page(data, content_type)


@given(st.binary(max_size=200), st.text(max_size=30))
def test_any_bytes_are_decoded(data: bytes, content_type: str) -> None:
    decode_page(data, content_type)
