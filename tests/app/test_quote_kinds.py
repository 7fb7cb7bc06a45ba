"""Each kind of quotation as it is drawn, from the page that the pictures are made of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from reader.app.panes.story.pane import ArticlePane
from reader.loader.pages.extract import extract
from reader.model.article import Article
from reader.quotes.article_quotes import with_quotes
from tests.app.stage import screen_lines, staged

PAGE = Path(__file__).parents[2] / "screenshots" / "quote-kinds.html"
TALL = 90
"""Rows that hold the whole story."""
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="there are no pictures in this copy")

MARGIN = (
    ("Wilma Tarn ▎ “The lamp is sound,” said Wilma Tarn,", "keeper ▎"),
    ("Edgar Pell ▎ Edgar Pell, harbour engineer, called", "harbour engineer ▎ irreversible”"),
    ("Tarn ▎ “Keep it lit,” said Tarn. Pell answered: “Let it rest.”", "Pell ▎"),
    ("Pell ▎ “We measured the beam for a year,” Pell said,", "▎ fingers, “and eleven boats"),
    ("Tarn ▎ “My father wrote ‘never on a clear night’", "quoting My father ▎ it,” Tarn said."),
    ("Tarn ▎ “I do not mind the dark,” Tarn said.", "▎ anybody here."),
    ("Tarn? ▎ “What I mind is a dark that nobody decided.”",),
    ("Ivo Marchetti ▎ Put it out for one winter.", "retired pilot ▎ was for.",
     "▎ — Letter to the harbour office, 3 November"),
    ("Tarn? ▎ Tarn went home by the sea wall.", "she told the clerk."),
    ("unattributed ▎ On the sea wall somebody had painted:",),
)  # fmt: skip
"""Rows below each other, their blanks drawn together."""

LINES = (
    ("▎ Wilma Tarn, keeper", "▎ “The lamp is sound,” said Wilma Tarn,"),
    ("▎ Tarn", "▎ Pell", "▎ “Keep it lit,” said Tarn."),
    ("▎ Tarn, quoting My father", "▎ “My father wrote"),
    ("▎ Ivo Marchetti, retired pilot", "▎ Put it out for one winter."),
    ("▎ unattributed", "▎ On the sea wall somebody had painted:"),
)


@cache
def story() -> Article:
    """The page, read as any other is."""
    page = extract(PAGE.read_text(encoding="utf-8"), "https://bellrock.example/lighthouse")
    return with_quotes(page)


async def rows(width: int) -> list[str]:
    """The story's rows in a pane of so many cells, blanks drawn together."""
    pane = ArticlePane()
    pane.reading_view = True
    async with staged(pane, (width, TALL)) as (app, pilot):
        pane.show(story())
        await pilot.pause()
        return [" ".join(line.rstrip("▐▕ ").split()) for line in screen_lines(app)]


@pytest.mark.parametrize(("width", "expected"), [(120, MARGIN), (80, LINES)])
async def test_each_kind_is_drawn_with_its_label(
    width: int, expected: tuple[tuple[str, ...], ...]
) -> None:
    drawn = await rows(width)
    for group in expected:
        starts = [at for at, row in enumerate(drawn) if row.startswith(group[0])]
        assert any(
            all(drawn[at + n].startswith(words) for n, words in enumerate(group)) for at in starts
        ), (group, drawn)


async def test_terms_titles_and_what_is_told_stay_plain() -> None:
    drawn = await rows(120)
    told = next(row for row in drawn if "The so-called “dark clause”" in row)
    assert "▎" not in told
    assert "▎" not in drawn[drawn.index(told) + 1]
    assert not any("dark clause" in quote.text for quote in story().quotes)
