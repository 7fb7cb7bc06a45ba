"""A story as Markdown keeps its shape, and nothing in it becomes markup by accident."""

from __future__ import annotations

from reader.exchange.markdown import article_to_markdown
from reader.model.article import Article, Block, BlockKind, Origin, Provenance, Span, SpanStyle
from reader.model.quote import Certainty, Quote, QuoteKind

PAGE = Provenance(Origin.PAGE, "https://courier.example/ferry")


def markdown(*blocks: Block, title: str = "The ferry", quotes: tuple[Quote, ...] = ()) -> str:
    return article_to_markdown(Article(title, blocks, PAGE, quotes=quotes), "Courier")


def body(*blocks: Block) -> str:
    return markdown(*blocks).split("\n\n", 2)[2].rstrip("\n")


def test_the_head_names_title_author_source_day_and_address() -> None:
    article = Article(
        "The ferry",
        (),
        PAGE,
        byline="Noor",
        published=1_800_000_000,
        link=PAGE.url,
        standfirst="Up.",
    )
    assert article_to_markdown(article, "Courier").split("\n\n") == [
        "# The ferry",
        "Noor · Courier · 2027-01-15",
        "<https://courier.example/ferry>",
        "*Up.*\n",
    ]


def test_every_kind_of_block_keeps_its_shape() -> None:
    assert body(Block(BlockKind.HEADING, "Later", level=3)) == "### Later"
    assert body(Block(BlockKind.CODE, "a = 1\n```")) == "````\na = 1\n```\n````"
    assert body(Block(BlockKind.QUOTE, "Up.", cite="Okafor")) == "> Up.\n>\n> — Okafor"
    assert body(
        Block(BlockKind.LIST, "one", marker="1."), Block(BlockKind.LIST, "two", level=1)
    ) == ("1. one\n  - two")
    table = Block(BlockKind.TABLE, rows=(("Ship", "Year"), ("Halcyon", "1987")), header=True)
    assert body(table) == "| Ship | Year |\n| --- | --- |\n| Halcyon | 1987 |"
    url = "https://a.example/x.png"
    image = Block(BlockKind.IMAGE, "The wall", url=url, alt="A wall", credit="Jo")
    assert body(image) == f"![A wall]({url})\n*The wall (Jo)*"


def test_links_and_emphasis_come_along() -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        "See the storm, now.",
        (
            Span(4, 13, SpanStyle.LINK, "https://a.example/(1)"),
            Span(15, 18, SpanStyle.EMPHASIS),
        ),
    )
    assert body(block) == "See [the storm](https://a.example/%281%29), *now*."


def test_emphasis_leaves_the_blanks_around_it_alone() -> None:
    span = Span(3, 8, SpanStyle.STRONG)
    assert body(Block(BlockKind.PARAGRAPH, "Not now yet.", (span,))) == "Not **now** yet."


def test_signs_in_the_words_are_no_markup() -> None:
    assert body(Block(BlockKind.PARAGRAPH, "# 1 *and* [x](y) <b>")) == (
        "\\# 1 \\*and\\* \\[x\\](y) \\<b\\>"
    )
    assert body(Block(BlockKind.PARAGRAPH, "1. April")) == "1\\. April"
    assert body(Block(BlockKind.PARAGRAPH, "- 12) no")) == "\\- 12) no"
    assert body(Block(BlockKind.PARAGRAPH, "R&D &lt;b&gt;")) == "R&D \\&lt;b\\&gt;"


def test_speakers_are_named_with_what_is_known_of_them() -> None:
    quotes = (
        Quote(0, 5, "“Up.”", QuoteKind.DIRECT, "Mara Okafor", "salvage master", "Belta",
              certainty=Certainty.NAMED),
        Quote(6, 9, "“So.”", QuoteKind.DIRECT, "Brandt", certainty=Certainty.INFERRED),
        Quote(10, 14, "“No.”", QuoteKind.DIRECT),
    )  # fmt: skip
    assert markdown(quotes=quotes).splitlines()[-3:] == [
        "- **Mara Okafor**, salvage master, by way of Belta: “Up.”",
        "- **Brandt?**: “So.”",
        "- **unattributed**: “No.”",
    ]


def test_headings_of_a_story_stand_below_its_title() -> None:
    levels = [body(Block(BlockKind.HEADING, "Tides", level=level)) for level in (1, 2, 6, 9)]
    assert levels == ["## Tides", "## Tides", "###### Tides", "###### Tides"]


def test_a_bracket_in_a_pictures_address_does_not_end_it() -> None:
    picture = Block(BlockKind.IMAGE, "The bell", url="https://a.example/b(1.png", alt="A bell")
    assert body(picture) == "![A bell](https://a.example/b%281.png)\n*The bell*"
