"""Captions that nothing marks but the picture beside them."""

from __future__ import annotations

from reader.loader.pages.captions import with_captions
from reader.markup.html_tree import parse_html
from reader.markup.tree_to_blocks import walk
from reader.model.article import BlockKind

LINE = "The harbour has more gulls than last year, and each of them knows what bread is worth. "
CAPTION = "A gull at breakfast."
PICTURE = f"<div><img src=https://courier.example/g.jpg><p>{CAPTION}</p></div>"


def blocks(html: str) -> list[tuple[BlockKind, str]]:
    root = parse_html(f"<html><body>{html}</body></html>")
    assert root is not None
    placed_blocks = with_captions(walk(root, "https://courier.example/"))
    return [(placed.block.kind, placed.block.text) for placed in placed_blocks]


def test_a_line_beside_a_picture_is_its_caption() -> None:
    text = f"<p>{LINE * 4}</p>"
    paragraph = (BlockKind.PARAGRAPH, (LINE * 4).strip())
    assert blocks(text + PICTURE + text) == [paragraph, (BlockKind.IMAGE, CAPTION), paragraph]


def test_a_story_told_in_pictures_keeps_its_text() -> None:
    assert (BlockKind.PARAGRAPH, CAPTION) in blocks(PICTURE * 5)
