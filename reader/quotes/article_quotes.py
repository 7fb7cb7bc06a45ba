"""An article with its quotes: block kinds decide where quotes are looked for."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from reader.model.article import Article, Block, BlockKind, SpanStyle
from reader.quotes.model_quotes import quotes_in
from reader.quotes.paragraphs import Paragraph, Role


def with_quotes(article: Article) -> Article:
    """Return `article` with `Article.quotes` found anew; offsets count in `Article.text`."""
    paragraphs = [
        _paragraph(block, start)
        for block, start in zip(article.blocks, article.starts(), strict=True)
        if start >= 0
    ]
    return replace(article, quotes=quotes_in(article.text, paragraphs, article.lang, article.title))


def _paragraph(block: Block, start: int) -> Paragraph:
    marked = tuple(
        (span.start, span.end) for span in block.spans if span.style is SpanStyle.QUOTE
    )
    return Paragraph(start, block.text, _role(block.kind), block.cite, marked)


def _role(kind: BlockKind) -> Role:
    match kind:
        case BlockKind.PARAGRAPH | BlockKind.LIST:
            return Role.TEXT
        case BlockKind.HEADING:
            return Role.HEADING
        case BlockKind.QUOTE:
            return Role.BLOCK_QUOTE
        case BlockKind.IMAGE | BlockKind.CODE | BlockKind.TABLE | BlockKind.EMBED | BlockKind.RULE:
            return Role.OTHER
        case _:
            assert_never(kind)
