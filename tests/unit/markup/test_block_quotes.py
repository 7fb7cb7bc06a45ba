from __future__ import annotations

import pytest

from reader.markup.block_quotes import spoken_tail
from reader.markup.html import blocks_from_html
from reader.model.article import BlockKind


@pytest.mark.parametrize(
    ("text", "words", "cite"),
    [
        ("All is lost. — The log", "All is lost.", "The log"),
        ("All is lost.\n-- The log", "All is lost.", "The log"),
        ("All is lost – it was said", "All is lost – it was said", ""),
        ("All is lost. — Is it?", "All is lost. — Is it?", ""),
        ("All is lost. — 1912", "All is lost. — 1912", ""),
    ],
)
def test_a_name_after_a_dash_is_set_apart(text: str, words: str, cite: str) -> None:
    assert spoken_tail(text) == (words, cite)


def test_the_footer_of_a_quotation_names_whose_it_is_unless_it_is_most_of_it() -> None:
    (quote,) = blocks_from_html(
        "<blockquote><p>Nineteen ships came up.</p><footer>— The log</footer></blockquote>"
    )
    assert (quote.kind, quote.text, quote.cite) == (
        BlockKind.QUOTE, "Nineteen ships came up.", "The log",
    )  # fmt: skip
    blocks = blocks_from_html(
        "<blockquote><p>Ships came.</p><footer>as the harbour log says</footer></blockquote>"
    )
    assert [block.cite for block in blocks] == [""] * len(blocks)


def test_a_figures_caption_belongs_to_its_only_quotation() -> None:
    (quote,) = blocks_from_html(
        "<figure><div><blockquote>Nineteen ships came up.</blockquote></div>"
        "<figcaption>The log</figcaption></figure>"
    )
    assert (quote.text, quote.cite) == ("Nineteen ships came up.", "The log")
