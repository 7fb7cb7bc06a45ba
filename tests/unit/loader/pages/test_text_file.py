"""Plain text files to articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.loader.pages.text_file import article_from_plain
from reader.model.article import BlockKind, Completeness, Origin

SENTENCE = "The ferry left the quay at noon with nine goats and a piano on board. "


def test_a_plain_text_loses_its_boilerplate_and_gains_its_shape() -> None:
    text = "\n\n".join(
        (
            "Home News Nine goats take the ferry",
            "Nine goats take the ferry",
            "By Edda Rosk",
            "3 March 2026",
            "The ferry at the quay\nPer Holm / Shutterstock.com",
            SENTENCE,
            "Others are reading now",
            "A piano for the school",
            SENTENCE * 3,
            "Did you like the story? Share it here",
        )
    )
    article = article_from_plain(text, "/tmp/goats.txt")
    assert article.title == "Nine goats take the ferry"
    assert article.byline == "Edda Rosk"
    assert article.published is not None
    assert [block.kind for block in article.blocks] == [
        BlockKind.IMAGE, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH,
    ]  # fmt: skip
    assert article.blocks[0].credit == "Per Holm / Shutterstock.com"
    assert article.provenance.origin is Origin.FILE


def test_an_empty_file_says_that_there_is_no_text() -> None:
    article = article_from_plain(" \n\n", "/tmp/none.txt")
    assert article.provenance.completeness is Completeness.FAILED
    assert article.provenance.note


@given(st.text(max_size=400))
def test_any_text_becomes_a_story(text: str) -> None:
    assert article_from_plain(text, "/tmp/any.txt").provenance.origin is Origin.FILE
