"""Whatever a feed holds, what is written to the terminal is letters and our own sequences."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.color import Color
from textual.widgets import Static

from reader.app.drawing.glyphs import TYPOGRAPHIC
from reader.app.drawing.inks import Inks
from reader.app.drawing.layout_drawing import LayoutDrawing
from reader.app.terminal.terminal_text import OnlyText
from reader.markup.html import blocks_from_html
from reader.model.article import Article, Origin, Provenance
from reader.model.palette import LAMPLIGHT, TABLES
from reader.text.clean import clean_line
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from tests.app.driving import driven

OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;id=\d+;https?://[!-~]+\x1b\\|\x1b\]8;;\x1b\\")
ISOLATES = "\u2066\u2067\u2068\u2069"
BIDI = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
NASTY = (
    "\x1b[2J", "\x1b]0;title\x07", "\x1b]52;c;aGk=\x1b\\", "\x9b31m", "\x90q\x9c", "\r", "\b",
    "\x7f", "\u202e", "\u2066", "\u200f", "\ufeff", "\U000e0041", "\x00", "&#27;[6n", "&#x9b;2J",
    "שלום", "e\u0301", "\u2028", "\u200b", "\xad", "漢字", "👩\u200d🚀", "a word", " ", "\t", "\n",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(NASTY) | st.characters(), max_size=12).map("".join)
TAGS = st.sampled_from(
    ("p", "h2", "h4", "li", "blockquote", "pre", "td", "th", "figcaption", "code", "em", "a")
)
LINKS = (
    "https://a.example/b?c=%1b", "https://a.example/\x1b\\\x1b]52;c;aGk=\x07", "javascript:x()",
    "https://a.example/\x9cb", "https://a.example/a b\n",
)  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        tag, text = draw(TAGS), draw(TEXTS)
        link = f'<a href="https://a.example/{draw(TEXTS)}">{draw(TEXTS)}</a>'
        inner = f"<{tag}>{text}{link}</{tag}>"
        wrapped = {"td": f"<table><tr>{inner}<td>b</td></tr><tr><td>c</td></tr></table>"}
        image = f'<figure><img src="i.jpg" alt="{draw(TEXTS)}">{inner}</figure>'
        parts.append(image if tag == "figcaption" else wrapped.get(tag, inner))
    return "".join(parts)


@settings(deadline=None, max_examples=150)
@given(pages(), TEXTS, st.integers(20, 200), st.booleans())
def test_nothing_but_our_own_sequences_reaches_the_terminal(
    html: str, title: str, width: int, reading: bool
) -> None:
    article = Article(
        clean_line(title), blocks_from_html(html, "https://a.example/"), Provenance(Origin.FEED)
    )
    article = replace(article, standfirst=clean_line(title))
    columns = frame(width, reading=reading)
    made = lay_out(article, columns)
    drawing = LayoutDrawing(made, columns, Inks(TABLES[LAMPLIGHT]), TYPOGRAPHIC, hyperlinks=True)
    console = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)
    for line in made.lines:
        written = OURS.sub("", drawing.strip(line).render(console))
        wrong = [
            letter
            for letter in written
            if unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")
            or (unicodedata.bidirectional(letter) in BIDI and letter not in ISOLATES)
        ]
        assert wrong == []


@given(st.lists(TEXTS | st.characters(), min_size=1, max_size=4), st.sampled_from(LINKS))
def test_the_last_door_lets_only_text_and_whole_links_pass(texts: list[str], link: str) -> None:
    segments = [Segment(text, Style(link=link)) for text in texts]
    passed = OnlyText().apply(segments, Color(0, 0, 0))
    assert [cell_len(one.text) for one in passed] == [cell_len(text) for text in texts]
    for before, after in zip(segments, passed, strict=True):
        wrong = ("Cc", "Cs", "Zl", "Zp")
        assert not [c for c in after.text if unicodedata.category(c) in wrong]
        assert not set(after.text) & set("\u202a\u202b\u202c\u202d\u202e")
        kept = [c for c in before.text if c.isalpha()]
        assert kept == [c for c in after.text if c.isalpha()]
        assert after.style is not None
        assert after.style.link == (link if link == LINKS[0] else None)


async def test_every_widget_of_the_app_stands_before_the_last_door() -> None:
    async with driven() as reader:
        label = Static(Text("\x1b]52;c;aGk=\x07a\x9bb", style=Style(link="https://a/\x1b\\c")))
        await reader.window.main.mount(label)
        await reader.quiet()
        strips = reader.app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no other way
        drawn = [segment for strip in strips for segment in strip]
        assert any("]52;c;aGk=ab" in segment.text for segment in drawn)
        assert not any("\x1b" in segment.text or "\x9b" in segment.text for segment in drawn)
        assert not any(segment.style and segment.style.link for segment in drawn)
