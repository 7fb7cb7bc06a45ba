"""The standfirst: said by the page's description, or the first sentence after the title."""

from __future__ import annotations

from reader.loader.pages.metadata import Metadata
from reader.loader.pages.standfirst import standfirst
from reader.markup.html_tree import parse_html
from reader.markup.tree_to_blocks import walk
from reader.model.article import BlockKind

TITLE = "A second boat for the northern islands"
LEAD = "After eleven years of talk the islands get a second boat, and the farmers a fence."
OTHER = "The weather on the islands today is as it was on every other day of the year so far."
STORY = "The ferry to the northern islands will run twice a day from May on, the mayor said."


def found(before: str, description: str = "") -> list[tuple[BlockKind, str]]:
    root = parse_html(f"<html><body>{before}<p>{STORY}</p></body></html>")
    assert root is not None
    blocks = walk(root, "")
    lead = standfirst(blocks[:-1], Metadata(TITLE, description=description), blocks[-1:], "en")
    return [(placed.block.kind, placed.block.text) for placed in lead]


def test_the_first_sentence_after_the_title_is_the_standfirst() -> None:
    expected = [(BlockKind.PARAGRAPH, LEAD)]
    assert found(f"<p>{OTHER}</p><h1>{TITLE}</h1><p>{LEAD}</p><p>{OTHER}</p>") == expected
    assert found(f"<h1>{TITLE}</h1><h2>{LEAD}</h2>") == expected
    assert found(f"<p>{OTHER}</p><h1>{TITLE}</h1>") == []
    assert found(f"<p>{OTHER}</p>") == []


def test_what_the_description_says_goes_before_the_first_sentence() -> None:
    assert found(f"<h1>{TITLE}</h1><p>{OTHER}</p><p>{LEAD}</p>", LEAD) == [
        (BlockKind.PARAGRAPH, LEAD)
    ]


def test_the_first_words_of_the_story_are_no_standfirst() -> None:
    assert found(f"<h1>{TITLE}</h1><p>{STORY}</p>") == []
