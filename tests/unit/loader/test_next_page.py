"""Articles of several pages."""

from __future__ import annotations

import pytest

from reader.loader.next_page import joined, next_page
from reader.model.article import Article, Block, BlockKind, Origin, Provenance

HERE = "https://courier.example/long-story"


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        ('<link rel="next" href="?page=2">', HERE, f"{HERE}?page=2"),
        ('<a href="?page=3">Next page ›</a>', f"{HERE}?page=2", f"{HERE}?page=3"),
        ('<a href="/long-story/2">Weiter</a>', HERE, f"{HERE}/2"),
        ('<ul class="pagination"><li><a href="/long-story-2.html">go</a></ul>',
         f"{HERE}.html", f"{HERE}-2.html"),
        ('<a rel="next" href="/another-story">Next</a>', HERE, ""),
        ('<a href="?page=2">Comments</a>', HERE, ""),
        ('<a rel="next" href="/2026/11/25">Next</a>', "https://courier.example/2026/11/24", ""),
        ("", HERE, ""),
    ],
)  # fmt: skip
def test_the_next_page_is_the_next_number_of_the_same_article(
    html: str, url: str, expected: str
) -> None:
    assert next_page(f"<p>Words</p>{html}" if html else "", url) == expected


def test_pages_are_joined_and_what_each_repeats_is_kept_once() -> None:
    lead = Block(BlockKind.PARAGRAPH, "The lead, on every page.")
    pages = [
        Article("Long", (lead, Block(BlockKind.PARAGRAPH, text)), Provenance(Origin.PAGE, HERE))
        for text in ("One.", "Two.", "Three.")
    ]
    whole = joined(pages)
    assert whole.text == "The lead, on every page.\n\nOne.\n\nTwo.\n\nThree."
    assert "3 pages" in whole.provenance.note
