from __future__ import annotations

import pytest

from reader.model.article import Article, Block, BlockKind, Origin, Provenance
from reader.model.quote import Certainty, QuoteKind
from reader.quotes.article_quotes import with_quotes

WORDS = "“The tide was early,” said Odo Farley."


def article(*blocks: Block) -> Article:
    return Article("Low water", blocks, Provenance(Origin.FEED), lang="en")


def test_offsets_count_in_the_text_of_the_article() -> None:
    read = with_quotes(
        article(
            Block(BlockKind.HEADING, "Harbour", level=2),
            Block(BlockKind.IMAGE),
            Block(BlockKind.PARAGRAPH, WORDS),
        )
    )
    (quote,) = read.quotes
    assert read.text[quote.start : quote.end] == "“The tide was early,”"
    assert read.text[quote.speaker_start : quote.speaker_end] == "Odo Farley"


def test_nobody_is_quoted_in_code_captions_and_tables() -> None:
    kinds = (BlockKind.CODE, BlockKind.IMAGE, BlockKind.TABLE)
    assert with_quotes(article(*(Block(kind, WORDS) for kind in kinds))).quotes == ()


def test_a_block_quotation_has_the_speaker_the_page_prints() -> None:
    (quote,) = with_quotes(article(Block(BlockKind.QUOTE, "It is late.", cite="Odo Farley"))).quotes
    assert (quote.kind, quote.speaker, quote.reason) == (QuoteKind.BLOCK, "Odo Farley", "cite")


def test_a_pull_quote_has_the_speaker_of_the_same_words() -> None:
    read = with_quotes(
        article(
            Block(BlockKind.PARAGRAPH, "“I was there, and the tide was early,” said Odo Farley."),
            Block(BlockKind.PARAGRAPH, "Nobody else had come."),
            Block(BlockKind.QUOTE, "Tide was early"),
            Block(BlockKind.QUOTE, "I was there, and the tide was early"),
        )
    )
    said, short, pulled = read.quotes
    assert (short.speaker, pulled.speaker) == ("", "Odo Farley")
    assert (pulled.certainty, pulled.reason) == (Certainty.INFERRED, "same words")
    assert (pulled.speaker_start, pulled.speaker_end) == (said.speaker_start, said.speaker_end)


def test_a_quote_within_a_quote_is_not_what_its_speaker_said() -> None:
    words = "“I heard him shout ‘the bridge is coming down’ and ran,” said Odo Farley."
    read = with_quotes(article(Block(BlockKind.PARAGRAPH, words)))
    assert [(quote.kind, quote.speaker) for quote in read.quotes] == [
        (QuoteKind.DIRECT, "Odo Farley"),
        (QuoteKind.NESTED, ""),
    ]


def test_words_that_two_people_said_stay_without_a_speaker() -> None:
    read = with_quotes(
        article(
            Block(BlockKind.PARAGRAPH, "“We all want the bridge back,” said Odo Farley."),
            Block(BlockKind.PARAGRAPH, "“We all want the bridge back,” said Mara Okafor."),
            Block(BlockKind.PARAGRAPH, "Nobody disagreed."),
            Block(BlockKind.QUOTE, "We all want the bridge back"),
        )
    )
    assert read.quotes[-1].speaker == ""


@pytest.mark.parametrize(
    ("cite", "speaker", "reason"),
    [
        ("Letter to the board, 3 March", "Tomás Reyes", "cue"),
        ("Odo Farley, keeper", "Odo Farley", "cite"),
        ("Odo Farley", "Odo Farley", "cite"),
    ],
)
def test_a_letter_below_the_words_leaves_them_to_whom_the_lead_in_names(
    cite: str, speaker: str, reason: str
) -> None:
    lead = Block(BlockKind.PARAGRAPH, "Tomás Reyes, a retired pilot, wrote to the board:")
    block = Block(BlockKind.QUOTE, "Put her back in the weather.", cite=cite)
    (quote,) = with_quotes(article(lead, block)).quotes
    assert (quote.speaker, quote.reason) == (speaker, reason)
