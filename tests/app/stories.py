"""A made-up story in which every kind of block and quotation occurs, for the drawn panes."""

from __future__ import annotations

from dataclasses import replace

from reader.model.article import Article, Block, BlockKind, Origin, Provenance, Span, SpanStyle
from reader.model.quote import Certainty, Quote, QuoteKind
from reader.model.story import Headline

NOON = 1_790_000_000
"""The moment the tests take for now."""


def paragraph(text: str, **links: str) -> Block:
    """A paragraph; each keyword is a word of it that links to the address given."""
    spans = []
    for word, url in links.items():
        start = text.index(word)
        spans.append(Span(start, start + len(word), SpanStyle.LINK, url))
    return Block(BlockKind.PARAGRAPH, text, tuple(spans))


def said(
    article: Article,
    words: str,
    speaker: str,
    role: str = "",
    *,
    kind: QuoteKind = QuoteKind.DIRECT,
    certainty: Certainty = Certainty.NAMED,
) -> Article:
    """The article with one more quote."""
    start = article.text.index(words)
    quote = Quote(start, start + len(words), words, kind, speaker, role, certainty=certainty)
    return replace(article, quotes=(*article.quotes, quote))


def story(*blocks: Block, title: str = "A lamp is lit") -> Article:
    """An article of these blocks."""
    return Article(title, blocks, Provenance(Origin.FEED), lang="en", byline="Ida Brandvold")


def lamps() -> Article:
    """Ten blocks, six quotes, four voices, two links."""
    article = story(
        paragraph(
            "The last gas lamp of Mellgate went out on Sunday, and by Monday a queue had formed "
            "to light it again."
        ),
        paragraph(
            '"I only came to read the meter," said Piet Arends, the inspector who found the tap '
            'shut. "Then someone handed me a match."'
        ),
        Block(BlockKind.HEADING, "A century of small fires", level=2),
        paragraph(
            "The council voted for electric light in March. Its treasurer, Wilma Oyelaran, had "
            "called the lamps “a candle with a pension”.",
            council="https://mellgate.example/minutes/march",
        ),
        Block(BlockKind.LIST, "Forty lamps in 1899", marker="1."),
        Block(BlockKind.LIST, "Nine lamps in 1961", marker="2."),
        Block(
            BlockKind.IMAGE, "The lamp at the corner of Tallow Street.",
            url="https://mellgate.example/lamp.jpg", width=1200, height=800,
            credit="Photograph: R. Sund",
        ),
        Block(
            BlockKind.QUOTE, "Leave one burning. A town should be able to find itself.",
            cite="Letter to the council",
        ),
        paragraph("“Who will pay?” asked Oyelaran. “I will,” said Arends."),
        paragraph("A chalk line on the post read “Mind the flame”.", chalk="https://chalk.example"),
        title="The lamp that would not stay out",
    )  # fmt: skip
    article = said(article, '"I only came to read the meter,"', "Piet Arends", "inspector")
    article = said(
        article, '"Then someone handed me a match."', "Piet Arends", certainty=Certainty.INFERRED
    )
    article = said(
        article, "“a candle with a pension”", "Wilma Oyelaran", "treasurer", kind=QuoteKind.PARTIAL
    )
    article = said(
        article, "Leave one burning. A town should be able to find itself.", "Odile Marchetti",
        "lamplighter", kind=QuoteKind.BLOCK,
    )  # fmt: skip
    article = said(article, "“Who will pay?”", "Wilma Oyelaran")
    article = said(article, "“I will,”", "Piet Arends", certainty=Certainty.INFERRED)
    return said(article, "“Mind the flame”", "", certainty=Certainty.NONE)


def long_story(paragraphs: int = 40) -> Article:
    """Numbered paragraphs, each of several lines at any width, with a quote in every fifth."""
    blocks = [
        paragraph(
            f"Paragraph {number} begins here. "
            + ("“This is the fifth again,” said Runa Feld. " if number % 5 == 0 else "")
            + "It goes on for long enough to need more than two lines in every pane there is, "
            "whatever the measure, and then it ends."
        )
        for number in range(1, paragraphs + 1)
    ]
    article = story(*blocks, title="A long evening")
    at, quotes = 0, []
    words = "“This is the fifth again,”"
    while (at := article.text.find(words, at)) >= 0:
        end = at + len(words)
        quotes.append(
            Quote(at, end, words, QuoteKind.DIRECT, "Runa Feld", certainty=Certainty.NAMED)
        )
        at += 1
    return replace(article, quotes=tuple(quotes))


def headline(article: Article, *, minutes: int = 5, gone: bool = False) -> Headline:
    """The row of a story that appeared an hour ago."""
    return Headline(
        id=1, feed=1, source="Mellgate Mirror", title=article.title, link="https://mellgate.example",
        published=NOON - 3600, stated=NOON - 3600, unread=True, new=True, saved=False,
        quotes=len(article.quotes), words=300, minutes=minutes, author="Ida Brandvold", gone=gone,
    )  # fmt: skip


STORIES = (
    # title, feed, minutes ago, read, speaker, words
    ("The lighthouse keeper who never came down", 1, 12, False,
     "Edda Marlow", "The stairs kept growing"),
    ("Saltmarsh counts its geese by ear", 2, 26, False,
     "Tobias Renn", "You learn the tired ones first"),
    ("A bench long enough for the whole street", 3, 41, False, "", ""),
    ("Ferry timetable drawn by hand again", 1, 70, False,
     "Edda Marlow", "A pencil never goes down"),
    ("[/foo] Brackets in a headline", 2, 130, True, "", ""),
    ("Three oak planks and a complaint", 3, 3 * 1440, False,
     "Ines Falk", "It creaks in the right key"),
)  # fmt: skip


def made_up(number: int) -> Article:
    """The text of one of the stories."""
    title, _, _, _, speaker, words = STORIES[(number - 1) % len(STORIES)]
    blocks = [
        paragraph(f"{title}: that is how the week began on the quay, and nobody objected."),
        Block(BlockKind.HEADING, "What happened next", level=2),
    ]
    quoted = f"“{words},”"
    if speaker:
        blocks.append(paragraph(f"{quoted} said {speaker}, who had been there all along."))
    blocks += [
        paragraph(
            f"Paragraph {n} takes its time, because a page should be turned at least once before "
            "a story of this length comes to its end, and so it does, quietly and in order."
        )
        for n in range(1, 13)
    ]
    article = Article(
        title,
        tuple(blocks),
        Provenance(Origin.FEED),
        lang="en",
        byline="Ida Brandvold",
        link=f"https://lamp.example/{number}",
    )
    return said(article, quoted, speaker, "witness") if speaker else article
