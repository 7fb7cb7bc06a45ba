"""What is the story on a page, and how blocks are compared with its text."""

from __future__ import annotations

import pytest

from reader.loader.pages.main_content import MainContent, ends_sentence, main_text, words_of
from reader.markup.html_tree import parse_html

LINES = [
    f"The ferry left the quay for the {n}th time with nine goats, a piano and the vicar on board."
    for n in range(10, 18)
]
TEXT = "\n".join(LINES)
OTHER = "Sheep are counted twice a year on the islands, and nobody has ever found them to agree."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Goat’s 2 ferries!", ["the", "goat", "s", "2", "ferries"]),
        ("山羊 goat", ["山", "羊", "goat"]),
        ("fer\u00adry", ["ferry"]),
        (" … ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "ends"), [("Yes.", True), ("“Yes!”", True), ("是。", True), ("Goats on board", False)]
)
def test_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_the_share_of_a_block_that_is_in_the_story() -> None:
    content = MainContent(f"Aboard\n{TEXT}")
    assert content.share(LINES[3]) == 1.0
    assert content.share(OTHER) == 0.0
    assert 0.3 < content.share(f"{LINES[3]} {OTHER}") < 0.7
    assert (content.share("Aboard"), content.share("aboard"), content.share("ferry")) == (1, 1, 0)
    assert (content.share("nine goats"), content.share("nine sheep")) == (0.9, 0)


def test_how_much_of_the_story_some_blocks_hold() -> None:
    content = MainContent(TEXT)
    assert content.coverage(LINES) > 0.8
    assert content.coverage(LINES[:2]) < content.coverage(LINES[:6]) < content.coverage(LINES)
    assert content.coverage([OTHER]) == 0.0
    assert MainContent("").coverage([]) == 1.0


def test_the_region_holds_all_paragraphs_and_the_title() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    root = parse_html(
        f"<html><body><div id=menu><p>{OTHER}</p></div><div id=page><h1>Goats</h1>"
        f"<div id=text>{paragraphs}</div></div><div id=foot><p>{OTHER}</p></div></body></html>"
    )
    assert root is not None
    content = MainContent(TEXT)
    assert content.region(root).get("id") == "text"
    assert content.region(root, "Goats").get("id") == "page"
    assert MainContent(" ".join(OTHER.split()[::-1])).region(root) is root


def test_the_region_holds_all_pieces_of_a_story_that_is_cut_up() -> None:
    pieces = "".join(f"<div class=piece><p>{line}</p></div>" for line in [*LINES, OTHER])
    root = parse_html(f"<html><body><div id=page>{pieces}</div></body></html>")
    assert root is not None
    assert MainContent(LINES[0]).region(root).get("id") == "page"


def test_the_main_text_of_a_page_and_of_none() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    root = parse_html(f"<html><body><article>{paragraphs}</article></body></html>")
    empty = parse_html("<html><body></body></html>")
    assert root is not None
    assert empty is not None
    assert LINES[4] in main_text(root)
    assert main_text(empty) == ""
