from __future__ import annotations

from reader.model.article import Article, Block, BlockKind
from reader.model.quote import QuoteKind
from reader.typesetting.line import Ground, Layout, Line
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from tests.app.stories import paragraph, said, story

WIDE, NARROW = frame(110), frame(60)


def beside(layout: Layout) -> list[str]:
    """The margin, rule and words of every line below the head."""
    rows = []
    for line in layout.lines[:-1]:
        if line.block >= 0:
            label = (line.label and (line.label.name or line.label.role)) or ""
            rule = "" if line.rule is None else f"{line.rule}|"
            rows.append(f"{label}{rule}{text(line)[:12]}")
    return rows


def text(line: Line) -> str:
    return "".join([s.text for s in line.signs] + [w.text for w in line.words])


def two_voices() -> Article:
    words = "“Lift her,” said Ann. Bo disagreed: “Leave her.”"
    article = story(paragraph(words), paragraph("End."))
    return said(said(article, "“Lift her,”", "Ann"), "“Leave her.”", "Bo")


def test_two_names_on_one_line_stack_and_the_paragraph_gets_a_row_for_it() -> None:
    assert beside(lay_out(two_voices(), WIDE)) == ["", "Ann0|“Lift her,” ", "Bo1|", "", "End."]


def test_two_names_stand_above_each_other_where_there_is_no_margin() -> None:
    assert beside(lay_out(two_voices(), NARROW)) == [
        "", "0|Ann", "1|Bo", "0|“Lift her,” ", "", "End.",
    ]  # fmt: skip


def test_a_role_may_hang_in_the_gap_below() -> None:
    article = said(story(paragraph("“Up,” she said."), paragraph("End.")), "“Up,”", "Ann", "pilot")
    assert beside(lay_out(article, WIDE)) == ["", "Ann0|“Up,” she sa", "pilot", "End."]


def test_a_long_name_gives_way_to_the_surname_and_a_long_role_takes_two_rows() -> None:
    filler = "It rained on the quay for a while and nobody who stood there had anything to say. "
    article = said(
        story(paragraph("“Up,” said the deputy. " + filler * 2)), "“Up,”",
        "Wilhelmina Featherstonehaugh", "deputy treasurer of the harbour board",
    )  # fmt: skip
    labels = [line.label for line in lay_out(article, WIDE).lines if line.label]
    assert [label.name or label.role for label in labels] == [
        "Featherstonehaugh", "deputy treasurer of", "the harbour board",
    ]  # fmt: skip


def test_beside_the_words_the_rule_marks_only_quoted_lines() -> None:
    filler = "It rained on the quay for a while and nobody who stood there had anything to say. "
    article = said(story(paragraph(filler * 2 + "“Up,” said Ann. " + filler)), "“Up,”", "Ann")
    rules = [line.rule for line in lay_out(article, WIDE).lines if line.words and line.block == 0]
    assert rules.count(0) == 1
    assert rules[0] is None


def test_above_the_words_the_rule_runs_from_the_name_to_the_last_quoted_line() -> None:
    filler = "It rained on the quay for a while and nobody who stood there had anything to say. "
    article = said(story(paragraph(filler * 2 + "“Up,” said Ann. " + filler)), "“Up,”", "Ann")
    rules = [line.rule for line in lay_out(article, NARROW).lines if line.block == 0][1:]
    assert rules == sorted(rules, key=lambda rule: rule is None)
    assert None in rules
    assert rules.count(0) >= 4


def test_a_block_quotation_is_tinted_and_ruled_with_its_attribution() -> None:
    quote = "Put her back in the weather, where she can be wrong about it."
    article = story(Block(BlockKind.QUOTE, quote, cite="A letter"), paragraph("End."))
    article = said(article, quote, "Amos Vale", kind=QuoteKind.BLOCK)
    lines = [line for line in lay_out(article, WIDE).lines if line.ground is Ground.QUOTE]
    assert [text(line) for line in lines] == [quote, "— A letter"]
    assert all((line.rule, line.tint) == (0, 0) for line in lines)


def test_block_quotations_that_go_on_are_one_area_with_one_attribution() -> None:
    article = story(
        Block(BlockKind.QUOTE, "The first half of it.", cite="A letter"),
        Block(BlockKind.QUOTE, "The second half of it.", cite="A letter"),
    )
    lines = [line for line in lay_out(article, WIDE).lines if line.ground is Ground.QUOTE]
    assert [text(line) for line in lines] == [
        "The first half of it.", "", "The second half of it.", "— A letter",
    ]  # fmt: skip


def test_a_paragraph_that_is_somebodys_words_as_a_whole_is_set_as_a_block_quotation() -> None:
    words = "We are not moving. We were here before the road was."
    article = said(
        story(paragraph("Vann wrote:"), paragraph(words)), words, "Vann", kind=QuoteKind.BLOCK
    )
    line = next(line for line in lay_out(article, WIDE).lines if text(line).startswith("We are"))
    assert (line.ground, line.words[0].x) == (Ground.QUOTE, 2)


def test_hebrew_stands_right_with_its_rule_and_name_on_the_right() -> None:
    words = "”אנחנו נשארים כאן”"
    article = said(story(paragraph(words + " אמרה דנה.")), words, "דנה")
    lines = [line for line in lay_out(article, WIDE).lines if line.block == 0 and line.rule == 0]
    assert all(line.mirrored for line in lines)
    assert lines[0].signs[0].text == "דנה"
    assert lines[0].signs[0].x == WIDE.measure - 3
    assert lines[1].words[0].x > 30
