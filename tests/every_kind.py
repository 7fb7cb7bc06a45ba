"""A made-up story that has every kind of block and of script, as it comes from a page."""

from __future__ import annotations

from pathlib import Path

from reader.markup.html import blocks_from_html
from reader.model.article import Article, Origin, Provenance
from reader.quotes.article_quotes import with_quotes

TOGETHER = (
    *("11 hours", "J. R. Amari", "4 200 000 kr.", "38 m", "May –", "Dr. Lind", "12 km"),
    *("6 °C", "9 m/s", "40 %", "below –", "5 kg", "90 million", "board[1]", "manual[2]"),
    *("errata[3]", "link[6]", "more[13]", "Ł. Nowak", "C. d’Arc", "M. van der Veen"),
)
"""Stretches that stay on one line wherever they fit on one."""


def every_kind() -> Article:
    """The story, its quotes found."""
    html = Path(__file__).with_name("every_kind.html").read_text(encoding="utf-8")
    title, *blocks = blocks_from_html(html, "https://port.example/")
    article = Article(
        title.text,
        tuple(blocks),
        Provenance(Origin.FEED),
        byline="Ida Brandvold",
        lang="en",
        standfirst="A lamp, a vote and a ferry that leans: the board decided nothing, at length, "
        "and meets again on Friday.",
    )
    return with_quotes(article)
