"""A story as lines in which each speaker is named before the words."""

from __future__ import annotations

from reader.cli.spoken import headline_line, speaker_label, spoken_lines
from reader.model.article import (
    Article,
    Block,
    BlockKind,
    Completeness,
    Origin,
    Provenance,
)
from reader.model.quote import Certainty, Place, Quote, QuoteKind
from reader.model.story import Headline

NOW = 1_800_000_000


def headline(**fields: object) -> Headline:
    known: dict[str, object] = {
        "id": 7,
        "feed": 1,
        "source": "Courier",
        "title": "Night trains return.",
        "link": "https://courier.example/trains",
        "published": NOW - 3600,
        "stated": None,
        "unread": True,
        "new": False,
        "saved": False,
        "quotes": 5,
        "words": 300,
        "minutes": 2,
    }
    return Headline(**{**known, **fields})  # type: ignore[arg-type]  # the fields are a test's own


def article(*blocks: Block, quotes: tuple[Quote, ...] = (), **fields: object) -> Article:
    known: dict[str, object] = {
        "title": "Trains",
        "provenance": Provenance(Origin.FEED),
    }
    return Article(blocks=blocks, quotes=quotes, **{**known, **fields})  # type: ignore[arg-type]  # the same


def quoted(text: str, words: str, speaker: str = "", **fields: object) -> Quote:
    start = text.index(words)
    known: dict[str, object] = {
        "kind": QuoteKind.DIRECT,
        "speaker": speaker,
        "certainty": Certainty.NAMED if speaker else Certainty.NONE,
    }
    return Quote(start, start + len(words), words, **{**known, **fields})  # type: ignore[arg-type]  # the same


def test_a_headline_is_said_in_sentences() -> None:
    assert headline_line(3, headline(saved=True), NOW) == (
        "3. unread, saved. Night trains return. Courier, 1 hour ago, 5 quotes."
    )
    assert headline_line(1, headline(new=True, quotes=1, also=2), NOW) == (
        "1. new. Night trains return. Courier and 2 more, 1 hour ago, 1 quote."
    )
    assert headline_line(2, headline(unread=False, new=True, quotes=0, title=""), NOW) == (
        "2. read. Untitled. Courier, 1 hour ago."
    )


def test_a_label_says_how_sure_it_is() -> None:
    known = quoted("“Yes.”", "“Yes.”", "Mara Okafor", role="salvage master", source="Belta")
    assert speaker_label(known) == "Mara Okafor, salvage master (by way of Belta)"
    assert speaker_label(known, first=False) == "Mara Okafor"
    worked_out = quoted("“Yes.”", "“Yes.”", "Okafor", certainty=Certainty.INFERRED)
    assert speaker_label(worked_out) == "Okafor?"
    assert speaker_label(quoted("“Yes.”", "“Yes.”")) == "unattributed"


def test_the_speaker_is_named_before_the_words_and_introduced_once() -> None:
    text = "“I have raised nineteen ships,” she said. He nodded. “And two bells.”"
    quotes = (
        quoted(text, "“I have raised nineteen ships,”", "Mara Okafor", role="salvage master"),
        quoted(text, "“And two bells.”", "Mara Okafor", role="salvage master"),
    )
    lines = list(spoken_lines(article(Block(BlockKind.PARAGRAPH, text), quotes=quotes)))
    assert lines == [
        "Trains",
        "",
        "Mara Okafor, salvage master: “I have raised nineteen ships,” she said. He nodded. "
        "[Mara Okafor:] “And two bells.”",
    ]


def test_a_split_utterance_has_one_label() -> None:
    text = "“Nineteen ships,” she said, “and two bells.”"
    quotes = (
        quoted(text, "“Nineteen ships,”", "Okafor", utterance=1),
        quoted(text, "“and two bells.”", "Okafor", utterance=1),
    )
    lines = list(spoken_lines(article(Block(BlockKind.PARAGRAPH, text), quotes=quotes)))
    assert lines[-1] == "Okafor: " + text


def test_every_kind_of_block_can_be_read_out() -> None:
    lines = list(
        spoken_lines(
            article(
                Block(BlockKind.HEADING, "What was found", level=2),
                Block(BlockKind.LIST, "a bell"),
                Block(BlockKind.LIST, "a lamp", level=1, marker="2."),
                Block(BlockKind.QUOTE, "All lost.", cite="the log"),
                Block(BlockKind.CODE, "a = 1\nb = 2"),
                Block(BlockKind.TABLE, "Ship\tYear", rows=(("Ship", "Year"), ("Hope", ""))),
                Block(BlockKind.IMAGE, "The bell", alt="A bell", credit="P. Lowe"),
                Block(BlockKind.IMAGE),
                Block(BlockKind.RULE),
                byline="Ansel Brody",
                published=1_772_523_600,
                link="https://courier.example/trains",
                standfirst="Nineteen ships came up.",
            )
        )
    )
    assert lines == [
        "Trains",
        "Ansel Brody · 3 March 2026, 07:40 · https://courier.example/trains",
        "",
        "Nineteen ships came up.",
        "",
        "What was found",
        "",
        "- a bell",
        "  2. a lamp",
        "",
        "Quotation: All lost. (from the log)",
        "",
        "    a = 1",
        "    b = 2",
        "",
        "Ship; Year",
        "Hope",
        "",
        "[Image: The bell (P. Lowe)]",
        "",
        "[Image: no caption]",
        "",
        "* * *",
    ]


def test_a_quote_in_the_title_is_said_and_a_summary_says_so() -> None:
    title = "Okafor: “Nineteen”"
    quote = quoted(title, "“Nineteen”", "Okafor", place=Place.TITLE)
    story = article(
        Block(BlockKind.PARAGRAPH, "Ships."),
        quotes=(quote,),
        title=title,
        provenance=Provenance(
            Origin.FEED, completeness=Completeness.SUMMARY, note="This is only a summary."
        ),
    )
    assert list(spoken_lines(story)) == [
        "Okafor: [Okafor:] “Nineteen”",
        "",
        "Ships.",
        "",
        "[This is only a summary.]",
    ]


def test_lines_are_folded_to_a_width_and_long_words_stay_whole() -> None:
    address = "https://courier.example/" + "a" * 60
    text = f"Nineteen ships came up out of the water, see {address} for all of them."
    lines = list(spoken_lines(article(Block(BlockKind.PARAGRAPH, text)), width=40))
    assert max(len(line) for line in lines if address not in line) <= 40
    assert address in lines
    assert " ".join(lines[2:]) == text
