from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.article import Article, Block, BlockKind, Origin, Provenance, Span, SpanStyle
from reader.model.quote import Certainty, Quote, QuoteKind
from reader.typesetting.cells import width
from reader.typesetting.head_and_end import Notice, Surroundings
from reader.typesetting.line import Layout, Line
from reader.typesetting.measure import Frame, frame
from reader.typesetting.story_layout import lay_out
from reader.typesetting.styled_text import Setting

LETTERS = "abcé'\"-.,“”‘’…\u00ad\u200b漢字、。「」שלוםمر👍🏽🇩🇪e\u0301—•12"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=24)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
AROUND = Surroundings(
    "THE WRENMOUTH POST", "Nora Castle · today 07:40 · 5 min",
    Notice("This source sends only a summary.", keys=(("x", "fetch the full story"),)),
    "Orrin votes to keep paper ballots", "●",
)  # fmt: skip


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(BlockKind))
    if kind is BlockKind.RULE:
        return Block(kind)
    if kind is BlockKind.TABLE:
        cells = st.lists(WORDS | st.just(""), min_size=1, max_size=5).map(tuple)
        rows = tuple(draw(st.lists(cells, min_size=1, max_size=4)))
        text = "\n".join("\t".join(row) for row in rows)
        return Block(kind, text, rows=rows, header=draw(st.booleans()))
    text = draw(TEXTS)
    if kind is BlockKind.CODE:
        return Block(kind, text.replace(" ", draw(st.sampled_from((" ", "\n", "\t")))))
    ends = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = tuple(
        Span(start, end, style, "https://a.example/path" if style is SpanStyle.LINK else "")
        for start, end, style in zip(
            ends, ends[1:], draw(st.permutations([*SpanStyle, *SpanStyle])), strict=False
        )
        if start < end
    )
    return Block(
        kind,
        text,
        spans,
        level=draw(st.integers(0, 4)),
        marker=draw(st.sampled_from(("", "1.", "12.", "viii."))),
        cite=draw(st.sampled_from(("", "A letter to the board"))),
        url="https://a.example/i.jpg",
        width=1600,
        height=900,
        alt=draw(st.sampled_from(("", "A quay at dusk"))),
        credit=draw(st.sampled_from(("", "Photograph: J. Amari"))),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    article = Article(
        draw(TEXTS),
        tuple(draw(st.lists(blocks(), max_size=6))),
        Provenance(Origin.FEED),
        standfirst=draw(TEXTS | st.just("")),
        lang=draw(st.sampled_from(("en", "de", "ja", ""))),
    )
    length = len(article.text)
    quotes = []
    for number in range(draw(st.integers(0, 4)) if length else 0):
        start = draw(st.integers(0, length - 1))
        end = draw(st.integers(start + 1, length))
        quote = Quote(
            start,
            end,
            article.text[start:end],
            draw(st.sampled_from(QuoteKind)),
            draw(st.sampled_from(("", "Dora Quill", "Tove Lind", "a woman in the crowd"))),
            draw(st.sampled_from(("", "salvage master"))),
            certainty=draw(st.sampled_from(Certainty)),
            utterance=number,
        )
        quotes.append(quote)
    quotes.sort(key=lambda quote: quote.start)
    return replace(article, quotes=tuple(quotes))


FRAMES = st.builds(
    frame,
    st.integers(20, 200),
    measure=st.integers(40, 90),
    reading=st.booleans(),
    quotes=st.booleans(),
)
SETTINGS = st.builds(
    Setting, st.booleans(), st.booleans(), pictures=st.sampled_from((0, 16))
)


def right_edge(line: Line) -> int:
    edges = [words.x + width(words.text) + words.hyphen for words in line.words]
    return max(edges + [sign.x + width(sign.text) for sign in line.signs], default=0)


def is_table(article: Article, line: Line) -> bool:
    return 0 <= line.block < len(article.blocks) and (
        article.blocks[line.block].kind is BlockKind.TABLE
    )


@settings(deadline=None)
@given(articles(), FRAMES, SETTINGS)
def test_no_line_is_wider_than_the_measure(
    article: Article, columns: Frame, setting: Setting
) -> None:
    for line in lay_out(article, columns, AROUND, setting).lines:
        room = max(columns.measure, columns.free if is_table(article, line) else 0)
        assert line.code or right_edge(line) <= room
        assert all(words.x >= 0 for words in line.words)
        assert all(sign.x >= 0 for sign in line.signs)


@settings(deadline=None)
@given(articles(), FRAMES, SETTINGS)
def test_no_word_is_lost_or_doubled_and_order_is_kept(
    article: Article, columns: Frame, setting: Setting
) -> None:
    layout = lay_out(article, columns, AROUND, setting)
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.TABLE or (block.kind is BlockKind.IMAGE and not block.text):
            continue
        assert_whole(layout, number, block.text)


def assert_whole(layout: Layout, number: int, text: str) -> None:
    at, shown = 0, None
    for line in layout.lines:
        for words in line.words:
            if words.set.block == number:
                shown = words.set
                assert not shown.text[at : words.start].strip()
                assert words.start >= at
                at = words.end
    assert shown is not None or not text.replace("\xad", "").replace("\u200b", "").strip()
    if shown:
        assert shown.source == text
        assert not shown.text[at:].strip()


@settings(deadline=None)
@given(articles(), FRAMES)
def test_every_cell_of_a_table_stands_once_and_in_order(article: Article, columns: Frame) -> None:
    layout = lay_out(article, columns)
    for number, block in enumerate(article.blocks):
        if block.kind is not BlockKind.TABLE or not block.text.strip():
            continue
        lines = [line for line in layout.lines if line.block == number]
        names = "".join(sign.text for line in lines for sign in line.signs)
        words = "".join(part.text for line in lines for part in line.words)
        source = next((part.set for line in lines for part in line.words), None)
        if source is None:
            assert not any(letter.isalnum() for letter in block.text)
            continue
        header = block.header and len(block.rows) > 1
        at = 0
        for cell in block.rows[0] if header else ():
            shown = source.text[slice(*source.place(at, at + len(cell)))]
            assert blankless(shown) in blankless(names + words)
            at += len(cell) + 1
        body = block.text.partition("\n")[2] if header else block.text
        start = source.shown.at(len(block.text) - len(body))
        assert blankless(words).endswith(blankless(source.text[start:]))


def blankless(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None)
@given(articles(), FRAMES)
def test_a_place_survives_another_width(article: Article, columns: Frame) -> None:
    layout = lay_out(article, columns)
    for number, line in enumerate(layout.lines):
        at = line.at
        if at >= 0 and line.words[0].start < line.words[0].end and not is_table(article, line):
            found = layout.lines[layout.line_of(line.block, at)]
            assert found.block == line.block
            assert found is line or found.at == at or number == 0


@settings(deadline=None)
@given(articles(), FRAMES)
def test_speakers_change_neither_words_nor_their_order(article: Article, columns: Frame) -> None:
    marked = lay_out(article, columns)
    plain = lay_out(article, columns, speakers=False)
    assert drawn_words(marked) == drawn_words(plain)


def drawn_words(layout: Layout) -> str:
    return blankless("".join(words.text for line in layout.lines for words in line.words))


@settings(deadline=None)
@given(articles(), FRAMES)
def test_every_line_with_quoted_words_has_a_rule(article: Article, columns: Frame) -> None:
    layout = lay_out(article, columns)
    for line in layout.lines:
        for words in line.words:
            quoted = any(
                run.quote >= 0 and run.start < run.end
                for run in words.set.runs(words.start, words.end)
            )
            assert not quoted or line.rule is not None
