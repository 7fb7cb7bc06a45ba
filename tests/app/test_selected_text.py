"""What the mouse selects, as text: any drawn stretch gives the story's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.selection import Selection

from reader.app.drawing.glyphs import TYPOGRAPHIC
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LayoutDrawing
from reader.app.drawing.selected_text import selected_text
from reader.model.article import Article, Block, BlockKind
from reader.model.palette import LAMPLIGHT, TABLES
from reader.typesetting.head_and_end import Surroundings
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from tests.app.stories import lamps, paragraph, said, story
from tests.every_kind import every_kind

AROUND = Surroundings("MELLGATE MIRROR", "Ida Brandvold · 5 min")
FURNITURE = "▎╎─▣•▄▀›‹"


class Page:
    """A story as drawn, in which one drags from one word to another."""

    def __init__(self, article: Article, cells: int, *, reading: bool = False) -> None:
        self.columns = frame(cells, reading=reading)
        self.made = lay_out(article, self.columns, AROUND)
        drawing = LayoutDrawing(
            self.made, self.columns, Inks(TABLES[LAMPLIGHT], self.made.voices), TYPOGRAPHIC
        )
        self.drawn = [drawing.strip(line).text for line in self.made.lines]

    def take(self, selection: Selection) -> str:
        return selected_text(self.made, self.drawn.__getitem__, self.columns.left, selection)

    def dragged(self, first: str, last: str) -> str:
        """From the beginning of some words to the end of others, each on one line."""
        return self.take(Selection(self.place(first, 0), self.place(last, len(last))))

    def place(self, words: str, further: int) -> Offset:
        for y, line in enumerate(self.drawn):
            if words in line:
                return Offset(line.index(words) + further, y)
        raise AssertionError(words + " is not drawn:\n" + "\n".join(self.drawn))


@pytest.mark.parametrize("cells", [28, 46, 60, 91, 140, 200])
def test_wrapped_lines_are_one_and_paragraphs_are_parted(cells: int) -> None:
    first, second = lamps().blocks[:2]
    text = Page(lamps(), cells).dragged("The last", "match.")
    assert text == f"{first.text}\n\n{second.text.removesuffix(chr(34))}"


def test_names_rules_and_tints_are_left_out() -> None:
    article = story(
        paragraph("“One,” said Ann Boyd, the pilot, who had been up all night on the bridge."),
        Block(BlockKind.QUOTE, "Leave it to the tide, and to nobody else at all.", cite="A letter"),
        paragraph("And so they did."),
    )
    article = said(article, "“One,”", "Ann Boyd", "pilot")
    article = said(article, "Leave it to the tide, and to nobody else at all.", "Tomás Reyes")
    for cells in (40, 60, 130):
        assert Page(article, cells).dragged("“One", "they did.") == (
            "“One,” said Ann Boyd, the pilot, who had been up all night on the bridge.\n\n"
            "Leave it to the tide, and to nobody else at all.\nA letter\n\nAnd so they did."
        ).replace("\nA letter", "\n— A letter")


def test_items_of_a_list_are_lines_without_their_bullets() -> None:
    items = [Block(BlockKind.LIST, words) for words in ("One lamp", "Two lamps", "Three")]
    more = [
        Block(BlockKind.LIST, words, marker=n) for words, n in (("Four", "9."), ("Five", "10."))
    ]
    page = Page(story(*items, *more), 60)
    assert page.dragged("ne lamp", "Five") == "ne lamp\nTwo lamps\nThree\n\nFour\nFive"


def test_wide_letters_are_taken_whole() -> None:
    text = "港湾委員会は月曜日、十一時間にわたって審議し、「暗闇では投票しない」と述べた。" * 2
    page = Page(story(paragraph(text)), 40)
    assert page.dragged("委員会", "投票") == text[text.index("委員会") : text.index("投票") + 2]
    emoji = "A family 👨‍👩‍👧‍👦 and a flag 🇸🇪 sat down."
    assert Page(story(paragraph(emoji)), 60).dragged("family", "flag 🇸🇪") == (
        "family 👨‍👩‍👧‍👦 and a flag 🇸🇪"
    )


def test_tables_have_tabs_and_code_its_lines() -> None:
    rows = (("Ship", "Depth"), ("Wren", "12 m"), ("Lark", "9 m"))
    text = "\n".join("\t".join(row) for row in rows)
    table = Block(BlockKind.TABLE, text, rows=rows, header=True)
    code = Block(BlockKind.CODE, "if a:\n    b = 'c'  # " + "long " * 30 + "\nend")
    page = Page(story(table, code), 60)
    assert page.dragged("Ship", "9 m") == table.text
    assert page.dragged("if a", "end") == code.text


def test_straight_marks_and_whole_addresses_come_back() -> None:
    url = "https://www.port.example/a/very/long/path/that/has/no/end?with=query"
    page = Page(story(paragraph(f'He said "see {url}", and left.', **{url: url})), 60)
    assert page.dragged("He said", "left.") == f'He said "see {url}", and left.'
    start = page.place("1  port", 0)
    assert page.take(Selection(start, start + Offset(9, 0))) == url


def test_what_stands_above_a_story_is_taken_by_lines() -> None:
    page = Page(lamps(), 60)
    assert page.dragged("MELLGATE", "5 min") == (
        "MELLGATE MIRROR\nThe lamp that would not stay out\n\nIda Brandvold · 5 min"
    )


EVERY = {cells: Page(every_kind(), cells) for cells in (30, 60, 100, 140)}


@given(st.sampled_from(sorted(EVERY)), st.data())
def test_any_selection_gives_words_of_the_story_and_nothing_drawn(
    cells: int, data: st.DataObject
) -> None:
    page = EVERY[cells]
    ends = [
        Offset(data.draw(st.integers(0, cells)), data.draw(st.integers(0, len(page.drawn) - 1)))
        for _ in range(2)
    ]
    start, end = sorted(ends, key=lambda place: (place.y, place.x))
    text = page.take(Selection(start, end))
    assert not set(text) & set(FURNITURE)
    whole = page.take(Selection(None, None))
    assert text in whole
