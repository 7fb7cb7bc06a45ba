from __future__ import annotations

import pytest

from reader.model.article import Block, BlockKind
from reader.typesetting.blocks import image_lines, item_lines
from reader.typesetting.line import Ground, Ink, Line
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from reader.typesetting.styled_text import Setting, Typeset
from tests.app.stories import paragraph, story

FRAME = frame(60)


def drawn(*blocks: Block, width: int = 60) -> list[str]:
    """The lines below the head, as they stand in the measure, without the blank ones around."""
    lines = lay_out(story(*blocks), frame(width)).lines
    return [flat(line) for line in lines if line.block >= 0][1:-1]


def flat(line: Line) -> str:
    row = ""
    parts = [(s.x, s.text) for s in line.signs] + [(w.x, w.text) for w in line.words]
    for x, text in sorted(parts):
        row = row.ljust(x) + text
    return row.rstrip()


def item(text: str, level: int = 0, marker: str = "") -> Block:
    return Block(BlockKind.LIST, text, level=level, marker=marker)


def test_list_markers_hang_and_numbers_stand_flush_right() -> None:
    assert drawn(item("one", marker="9."), item("two", marker="10.")) == [" 9. one", "10. two"]


def test_lists_in_lists_begin_where_the_words_above_them_do() -> None:
    assert drawn(item("a"), item("b", 1), item("c", 2), item("d")) == [
        "• a", "  – b", "    · c", "• d",
    ]  # fmt: skip


def test_numbers_behind_bullets_begin_a_list_of_their_own() -> None:
    assert drawn(item("a"), item("b", 1, "1."), item("c"), item("one", marker="9."),
                 item("d", 1), item("two", marker="10.")) == [
        "• a", "  1. b", "• c", "", " 9. one", "    – d", "10. two",
    ]  # fmt: skip


def test_items_of_many_lines_get_blank_rows_between_them() -> None:
    long = "word " * 45
    assert "" not in drawn(item("one"), item("two"))
    assert drawn(item(long), item("two"))[-2:] == ["", "• two"]


def test_headings_have_two_rows_above_and_one_below_and_deeper_ones_one() -> None:
    big = Block(BlockKind.HEADING, "Big", level=2)
    small = Block(BlockKind.HEADING, "Small", level=3)
    assert drawn(paragraph("a"), big, paragraph("b"), small, paragraph("c")) == [
        "a", "", "", "Big", "", "b", "", "Small", "", "c",
    ]  # fmt: skip


def test_an_opening_mark_of_a_block_quotation_hangs_in_the_padding() -> None:
    assert drawn(Block(BlockKind.QUOTE, "“Leave it.”", cite="– Ann")) == [
        " “Leave it.”", "  — Ann",
    ]  # fmt: skip


def test_a_long_block_quotation_is_upright() -> None:
    line = "word" * 12 + " "
    for words, ink in ((line * 12, Ink.BLOCK_QUOTE), (line * 13, Ink.LONG_QUOTE)):
        lines = lay_out(story(Block(BlockKind.QUOTE, words)), FRAME).lines
        assert {w.ink for line in lines for w in line.words if line.block == 0} == {ink}


def test_code_keeps_its_lines_and_its_signs() -> None:
    code = Block(BlockKind.CODE, 'if a:\n\tprint("--")' + " # long" * 20 + "\n")
    lines = [line for line in lay_out(story(code), FRAME).lines if line.code]
    assert [line.words[0].text[:18] for line in lines] == ["if a:", '    print("--") # ']
    assert lines[1].code == 15 + 7 * 20
    assert {line.ground for line in lines} == {Ground.RAISED}


def test_an_image_is_a_band_with_its_caption() -> None:
    image = Block(
        BlockKind.IMAGE, "A lamp.", url="https://a.example/i.jpg", width=1600, height=900,
        credit="Photograph: R. Sund",
    )  # fmt: skip
    assert drawn(image) == [
        "", "   ▣  image  1600 × 900 · i opens it", "", "A lamp. Photograph: R. Sund",
    ]  # fmt: skip


def test_an_image_without_caption_says_what_it_shows_and_tiny_ones_vanish() -> None:
    url = "https://a.example/i.jpg"
    assert drawn(Block(BlockKind.IMAGE, url=url, alt="A quay at dusk"))[-1] == "A quay at dusk"
    assert drawn(Block(BlockKind.IMAGE, url=url, width=1, height=1)) == []


def test_links_are_numbered_once_and_listed_with_host_and_path() -> None:
    block = paragraph("See the report and annex.", report="https://www.a.example/r/", annex="https://b.example")
    again = paragraph("Again the report.", report="https://www.a.example/r/")
    assert drawn(block, again) == [
        "See the report[1] and annex[2].", "", "Again the report[1].", "",
        "────────────", "", "1  a.example/r", "2  b.example",
    ]  # fmt: skip


def test_a_link_that_is_its_own_address_is_shown_as_its_host() -> None:
    url = "https://www.port.example/a/very/long/path?with=query"
    block = paragraph(f"Read {url} now.", **{url: url})
    assert drawn(block)[0] == "Read port.example[1] now."


def test_the_standfirst_is_left_out_if_the_story_begins_with_it() -> None:
    article = story(paragraph("It rained for a week. Then it stopped."))
    for standfirst, shown in (("It rained for a week…", False), ("A wet tale.", True)):
        lines = lay_out(
            type(article)(
                article.title, article.blocks, article.provenance, standfirst=standfirst
            ),
            FRAME,
        ).lines
        assert any(w.ink is Ink.STANDFIRST for line in lines for w in line.words) is shown


def test_a_film_in_a_frame_is_a_band_with_its_title() -> None:
    film = Block(BlockKind.EMBED, cite="How the lamp was lit", url="https://films.example/7")
    assert drawn(film) == ["", "   ▣  film or sound · i opens it", "", "How the lamp was lit"]


def test_a_list_from_right_to_left_has_its_markers_on_the_right() -> None:
    long = "פנס " * 20
    rows = drawn(item(long), item("פנס", 1))
    assert rows[0].endswith("פנס •")
    assert rows[1].endswith("פנס")
    assert len(rows[0]) == len(rows[1]) + 2 == 54
    assert rows[-1].endswith("פנס –")


def test_of_several_words_for_one_address_the_misleading_ones_are_told() -> None:
    url = "https://a.example/r"
    first = paragraph("See the report.", report=url)
    second = paragraph("See bank.example too.", **{"bank.example": url})
    third = paragraph("See it again.", again=url)
    layout = lay_out(story(first, second, third), frame(60))
    assert layout.link_texts == ("bank.example",)


@pytest.mark.parametrize(
    ("width", "height", "rows", "columns"),
    [
        (800, 400, 15, 60),  # a cell is twice as high as wide
        (800, 4000, 16, 60),
        (4000, 40, 3, 60),
        (160, 80, 5, 20),  # not enlarged
        (0, 0, 16, 60),
    ],
)
def test_a_picture_takes_rows_by_its_shape(
    width: int, height: int, rows: int, columns: int
) -> None:
    block = Block(BlockKind.IMAGE, url="https://a.example/p", width=width, height=height)
    lines = image_lines(block, 0, None, 60, name="image", hint="", most=16)
    assert len(lines) == rows
    assert {line.picture and line.picture.columns for line in lines} == {columns}


def test_lists_in_lists_leave_two_thirds_of_a_narrow_measure_to_the_words() -> None:
    (line,) = item_lines(0, Typeset(0, "word", Setting()), 30, 24, "•")
    assert (line.signs[0].x, line.words[0].x) == (10, 12)
