"""Links and images: opened by number, click or from their list, after their target was seen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from reader.app.app import TerminalFacts
from reader.model.article import Article, Block, BlockKind, Origin, Provenance, Span, SpanStyle
from tests.app.driving import Driver, driven

TEXT = "First bank.example, then the report, then the archive."
LINKS = {"bank.example": "https://other.example/a", "the report": "https://a.example/report"}


def article() -> Article:
    spans = tuple(
        Span(TEXT.index(words), TEXT.index(words) + len(words), SpanStyle.LINK, url)
        for words, url in LINKS.items()
    )
    filler = [Block(BlockKind.PARAGRAPH, "Nothing is linked here. " * 30) for _ in range(9)]
    images = [
        Block(BlockKind.IMAGE, url=f"https://a.example/{name}.jpg", alt=name)
        for name in ("first", "second")
    ]
    blocks = (Block(BlockKind.PARAGRAPH, TEXT, spans), images[0], *filler, images[1])
    return Article("Links", blocks, Provenance(Origin.FEED), link="https://a.example/story")


@asynccontextmanager
async def reading() -> AsyncIterator[tuple[Driver, list[str]]]:
    opened: list[str] = []

    def keep(url: str, program: Sequence[str]) -> bool:
        opened.append(url)
        return True

    async with driven(terminal=TerminalFacts(opener=keep)) as reader:
        await reader.beside(1)
        await reader.press("enter")
        reader.window.article.show(article(), reader.window.article.headline)
        await reader.quiet()
        yield reader, opened


async def test_a_link_that_names_another_site_opens_only_when_asked_twice() -> None:
    async with reading() as (reader, opened):
        await reader.press("1", "o")
        assert opened == []
        assert "other.example" in reader.fact
        await reader.press("1", "o")
        assert opened == ["https://other.example/a"]


async def test_another_key_takes_the_question_back() -> None:
    async with reading() as (reader, opened):
        await reader.press("1", "o", "j", "1", "o")
        assert opened == []
        await reader.press("2", "o")
        assert opened == ["https://a.example/report"]
        await reader.press("1", "o")
        assert len(opened) == 1


async def test_a_click_asks_as_the_number_does() -> None:
    async with reading() as (reader, opened):
        pane = reader.window.article
        texts = [pane.render_line(y).text for y in range(pane.size.height)]
        row = next(y for y, text in enumerate(texts) if "bank.example[1]" in text)
        place = (texts[row].index("bank.example") + 2, row)
        await reader.pilot.click(pane, offset=place)
        await reader.quiet()
        assert opened == []
        assert "other.example" in reader.fact
        await reader.pilot.click(pane, offset=place)
        await reader.quiet()
        assert opened == ["https://other.example/a"]


@pytest.mark.parametrize(
    ("typed", "url"),
    [("2", LINKS["the report"]), ("1", LINKS["bank.example"]), ("rep", LINKS["the report"])],
)
async def test_the_list_of_links_opens_by_number_and_by_words(
    typed: str, url: str
) -> None:
    async with reading() as (reader, opened):
        await reader.press("number_sign", *typed, "enter")
        assert opened == [url]


async def test_the_image_key_opens_the_first_image_on_screen() -> None:
    async with reading() as (reader, opened):
        await reader.press("i", "G", "i")
        assert opened == ["https://a.example/first.jpg", "https://a.example/second.jpg"]


async def test_hovering_underlines_what_a_click_would_choose() -> None:
    async with reading() as (reader, _opened):
        pane = reader.window.article
        await reader.press("G")
        texts = [pane.render_line(y).text for y in range(pane.size.height)]
        row = next(y for y, text in enumerate(texts) if "1  other.example/a" in text)
        column = texts[row].index("other")

        def underlined() -> bool:
            style = next(iter(pane.render_line(row).crop(column, column + 5))).style
            return bool(style and style.underline)

        assert not underlined()
        await reader.pilot.hover(pane, offset=(column + 2, row))
        await reader.quiet()
        assert underlined()
        await reader.pilot.hover(pane, offset=(1, 0))
        await reader.quiet()
        assert not underlined()
