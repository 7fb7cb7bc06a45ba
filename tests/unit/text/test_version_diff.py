from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.article import Article, Block, BlockKind, Origin, Provenance, Span, SpanStyle
from reader.model.quote import Quote, QuoteKind
from reader.text.version_diff import changes_between, describe, in_brackets

WORDS = st.text("ab1 .,“”日é\n", max_size=30).map(str.strip)


def story(*paragraphs: str, title: str = "The ferry", quotes: tuple[Quote, ...] = ()) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Article(title, blocks, Provenance(Origin.FEED), quotes=quotes)


def shown(earlier: Article, later: Article) -> list[str]:
    return [block.text for block in in_brackets(changes_between(earlier, later).article).blocks]


def without(article: Article, style: SpanStyle) -> str:
    """The words of all blocks, blanks left out, without those of a style."""
    left = []
    for block in article.blocks:
        gone = {n for s in block.spans if s.style is style for n in range(s.start, s.end)}
        left += [letter for n, letter in enumerate(block.text) if n not in gone]
    return "".join("".join(left).split())


def test_words_that_went_and_came_are_marked_where_they_stood() -> None:
    assert shown(
        story("The ferry has cost 12 million so far.", "Nobody was hurt."),
        story("The old ferry has cost 14 million so far.", "Nobody was hurt."),
    ) == ["The {+old+} ferry has cost [-12-] {+14+} million so far.", "Nobody was hurt."]


def test_paragraphs_come_go_and_are_rewritten() -> None:
    assert shown(
        story("She sails on Monday.", "The yard is closed.", "All is well."),
        story("A word before.", "She sails on Monday.", "All is well now."),
    ) == [
        "{+A word before.+}",
        "She sails on Monday.",
        "[-The yard is closed.-]",
        "All is well {+now+}.",
    ]


def test_an_altered_headline_stands_first() -> None:
    assert shown(story("Text.", title="Ferry sinks"), story("Text.", title="Ferry floats")) == [
        "[-Ferry sinks-]",
        "Text.",
    ]


def test_numbers_and_quotes_that_are_no_longer_there_are_named() -> None:
    said = "It cost 1,200 crowns."
    before = story(
        f"“{said}” said Mara Okafor on 3 May. Ten came, 40 left.",
        quotes=(Quote(0, len(said) + 2, f"“{said}”", QuoteKind.DIRECT),),
    )
    after = story("“It cost 1,300 crowns.” said Mara Okafor on 3 May. 40 left; ten came.")
    changes = changes_between(before, after)
    assert changes.numbers == ("1,200",)
    assert changes.quotes == (f"“{said}”",)
    same = story(f'"{said}" said Mara Okafor on 3 May, it is told.')
    assert changes_between(before, same).quotes == ()


def test_a_number_in_words_is_one_and_a_title_keeps_what_both_say() -> None:
    found = changes_between(
        story("Room for twenty people.", title="12 goats cross"),
        story("Room for thirty people.", title="12 goats cross at last"),
    )
    assert (found.numbers, found.gone, found.added) == (("twenty",), 1, 3)
    assert describe(found, 0, 60).endswith("numbers altered: twenty")
    calm = changes_between(story("It floats."), story("It swims."))
    assert describe(calm, 0, 60).endswith("no number, no quote")


def test_spans_and_quotes_stay_at_their_words() -> None:
    text = "Go to the yard: “She floats,” said Odo."
    quote = Quote(16, 29, "“She floats,”", QuoteKind.DIRECT)
    link = Span(10, 14, SpanStyle.LINK, "https://a.example/")
    later = Article(
        "T", (Block(BlockKind.PARAGRAPH, "A word before."),
              Block(BlockKind.PARAGRAPH, text, (link,))),
        Provenance(Origin.FEED), quotes=(shifted(quote, 16),),
    )  # fmt: skip
    earlier = story("Do not go to that yard: “She floats,” said Odo.", title="T")
    merged = changes_between(earlier, later).article
    (moved,) = merged.quotes
    assert merged.text[moved.start : moved.end] == "“She floats,”"
    block = merged.blocks[1]
    (kept,) = (span for span in block.spans if span.style is SpanStyle.LINK)
    assert block.text[kept.start : kept.end] == "yard"


def shifted(quote: Quote, by: int) -> Quote:
    return Quote(quote.start + by, quote.end + by, quote.text, quote.kind)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_both_versions_can_be_read_in_the_merged_one(before: list[str], after: list[str]) -> None:
    earlier, later = story(*before), story(*after)
    merged = changes_between(earlier, later).article
    assert without(merged, SpanStyle.DELETED) == "".join("".join(after).split())
    assert without(merged, SpanStyle.INSERTED) == "".join("".join(before).split())


@given(st.lists(WORDS, max_size=5))
def test_the_same_text_has_no_changes(paragraphs: list[str]) -> None:
    changes = changes_between(story(*paragraphs), story(*paragraphs))
    assert changes.article == story(*paragraphs)
    assert (changes.gone, changes.added, changes.numbers, changes.quotes) == (0, 0, (), ())


def test_a_paragraph_that_shares_half_its_words_was_rewritten() -> None:
    (merged,) = shown(
        story("One two three four five six."), story("One two three seven eight nine.")
    )
    assert merged.startswith("One two three [-")


def test_a_style_does_not_reach_over_what_went_behind_it() -> None:
    later = Block(BlockKind.PARAGRAPH, "a bold end", (Span(2, 7, SpanStyle.STRONG),))
    merged = changes_between(
        story("a bold old end"), Article("The ferry", (later,), Provenance(Origin.FEED))
    ).article.blocks[0]
    (strong,) = [span for span in merged.spans if span.style is SpanStyle.STRONG]
    assert merged.text[strong.start : strong.end] == "bold "
