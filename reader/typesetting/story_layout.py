"""A story as lines of cells: head, blocks, links; every line knows which words stand on it.

Pure: no terminal, no colours. `lay_out` is what the article pane calls, off its loop for long ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import assert_never

from reader.model.article import Article, Block, BlockKind
from reader.model.quote import QuoteKind
from reader.text.links import address, host, is_address, leads_elsewhere
from reader.typesetting.blocks import (
    code_lines,
    heading_lines,
    image_lines,
    is_player,
    is_shown,
    item_lines,
    list_end,
    markers,
    quote_lines,
    rule_line,
    text_lines,
)
from reader.typesetting.head_and_end import (
    NOWHERE,
    Surroundings,
    Wording,
    head_lines,
    link_lines,
    next_lines,
    notice_lines,
    origin_lines,
)
from reader.typesetting.line import UNATTRIBUTED, Ground, Layout, Line
from reader.typesetting.measure import Frame
from reader.typesetting.speaker_labels import Spoken, labelled
from reader.typesetting.speakers import Speakers
from reader.typesetting.styled_text import Setting, Typeset, number_links
from reader.typesetting.table import table_lines


def lay_out(
    article: Article,
    frame: Frame,
    around: Surroundings = Surroundings(),  # noqa: B008 - immutable
    setting: Setting = Setting(),  # noqa: B008 - immutable
    wording: Wording = Wording(),  # noqa: B008 - immutable
    *,
    speakers: bool = True,
) -> Layout:
    """Return the lines of `article` in `frame`. Without `speakers` no quote is marked."""
    return _Page(article, frame, setting._replace(lang=article.lang), wording, speakers).lay(around)


class _Page:
    """Lays out one article, top to bottom."""

    def __init__(
        self, article: Article, frame: Frame, setting: Setting, wording: Wording, speakers: bool
    ) -> None:
        self._article = article
        self._frame = frame
        self._measure = frame.measure
        self._setting = setting
        self._wording = wording
        self._speakers = (
            Speakers(article, unattributed=wording.unattributed, quoting=wording.quoting)
            if speakers and article.quotes
            else None
        )
        self._layout = Layout()
        self._lines = self._layout.lines
        self._numbers: dict[str, int] = {}
        self._link_texts: dict[int, str] = {}
        self._contents: list[tuple[str, int]] = []
        self._below = 0
        for block in article.blocks:
            number_links(block.spans, self._numbers)

    def lay(self, around: Surroundings) -> Layout:
        self._head(around)
        blocks = self._article.blocks
        number = 0
        while number < len(blocks):
            if blocks[number].kind is BlockKind.LIST:
                number = self._list(number)
            else:
                if is_shown(blocks[number]):
                    self._block(number, blocks[number])
                number += 1
        self._tail(around)
        layout = self._layout
        layout.links = tuple(self._numbers)
        layout.link_texts = tuple(self._link_text(n + 1) for n in range(len(self._numbers)))
        layout.contents = tuple(self._contents)
        if self._speakers:
            layout.voices = self._speakers.voices
            layout.quote_voices = self._speakers.voice_of
            layout.inner_quotes = self._speakers.inner
        return layout

    def _head(self, around: Surroundings) -> None:
        self._lines += head_lines(self._article, self._frame, around, self._setting)
        self._below = 1

    def _gap(self, above: int, block: int) -> None:
        blanks = max(above, self._below) if self._lines else 0
        if self._lines and self._lines[-1].label and not self._lines[-1].words:
            blanks -= self._lines[-1].rule is None  # a role hangs in the gap
        self._lines += [Line(block) for _ in range(blanks)]
        self._below = 1

    def _typeset(self, number: int, block: Block) -> Typeset:
        quotes = self._speakers.quoted(number) if self._speakers else ()
        typeset = Typeset(
            number,
            block.text,
            self._setting,
            spans=block.spans,
            quotes=quotes,
            numbers=self._numbers,
            code=block.kind is BlockKind.CODE,
        )
        for span in block.spans:
            if link := self._numbers.get(span.url):
                text = block.text[span.start : span.end].strip()
                # Of several texts that lead to one address the misleading one is asked about.
                if link not in self._link_texts or leads_elsewhere(text, span.url):
                    self._link_texts[link] = text
        return typeset

    def _add(self, number: int, typeset: Typeset, lines: list[Line]) -> None:
        """Append the lines of one block with the labels of its speakers."""
        if self._speakers:
            quoted = [q for q in self._speakers.quoted(number) if not q.inner]
            spoken = [
                Spoken(*typeset.place(q.start, q.end), self._speakers.voice_of[q.quote])
                for q in quoted
            ]
            block_lines = list(lines)
            lines = labelled(
                lines,
                self._speakers.speeches(number),
                spoken,
                margin=self._frame.margin,
                measure=self._measure,
            )
            self._note_quotes(number, typeset, block_lines, lines)
        self._lines += lines

    def _note_quotes(
        self, number: int, typeset: Typeset, block_lines: Sequence[Line], lines: Sequence[Line]
    ) -> None:
        assert self._speakers
        base = len(self._lines) + next(
            (row for row, line in enumerate(lines) if line is block_lines[0]), 0
        )
        for quoted in self._speakers.quoted(number):
            start = typeset.shown.at(quoted.start)
            for row, line in enumerate(block_lines):
                if any(words.start <= start < words.end for words in line.words):
                    self._layout.quote_lines.setdefault(quoted.quote, base + row)
                    break

    def _block(self, number: int, block: Block) -> None:
        self._gap(2 if block.kind is BlockKind.HEADING and block.level <= 2 else 1, number)
        if is_player(block):
            self._image(number, block)
            return
        match block.kind:
            case BlockKind.RULE:
                self._lines.append(rule_line(number, self._measure))
            case BlockKind.IMAGE:
                self._image(number, block)
            case BlockKind.HEADING:
                typeset = self._typeset(number, block)
                self._contents.append((typeset.text, len(self._lines)))
                self._add(number, typeset, heading_lines(block, number, typeset, self._measure))
            case BlockKind.CODE:
                typeset = self._typeset(number, block)
                self._add(number, typeset, code_lines(typeset, number))
            case BlockKind.TABLE:
                typeset = self._typeset(number, block)
                table = table_lines(block, number, typeset, self._measure, self._frame.free)
                self._add(number, typeset, table)
            case BlockKind.PARAGRAPH | BlockKind.QUOTE | BlockKind.EMBED | BlockKind.LIST:
                self._prose(number, block)
            case _:
                assert_never(block.kind)

    def _prose(self, number: int, block: Block) -> None:
        """A paragraph, or a quotation on its tint."""
        typeset = self._typeset(number, block)
        voice = self._whole(number, block)
        if voice is None:
            lines = text_lines(typeset, number, self._measure)
        else:
            lines = self._quotation(number, block, typeset, voice)
        self._add(number, typeset, lines)

    def _whole(self, number: int, block: Block) -> int | None:
        """The voice of a block that is a quotation as a whole, None for any other block."""
        if self._speakers:
            for quoted in self._speakers.quoted(number):
                kind = self._article.quotes[quoted.quote].kind
                covers = quoted.start <= 1 and quoted.end >= len(block.text.rstrip()) - 1
                if covers and (block.kind.is_quotation or kind is QuoteKind.BLOCK):
                    return self._speakers.voice_of[quoted.quote]
        return UNATTRIBUTED if block.kind.is_quotation else None

    def _quotation(self, number: int, block: Block, typeset: Typeset, voice: int) -> list[Line]:
        """A block quotation; one that goes on in the next block stays one tinted area."""
        blocks = self._article.blocks
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        goes_on = (
            after is not None
            and after.kind is block.kind
            and after.cite == block.cite
            and self._whole(number + 1, after) == voice
        )
        cite = "" if goes_on else block.cite
        before = self._lines[-1] if self._lines else None
        if number and before and self._continues(number, block, voice):
            before.ground, before.tint = Ground.QUOTE, voice
            before.rule = self._ruled(voice, number)
        return quote_lines(typeset, number, self._measure, cite=cite, voice=voice)

    def _continues(self, number: int, block: Block, voice: int) -> bool:
        earlier = self._article.blocks[number - 1]
        return (
            earlier.kind is block.kind
            and earlier.cite == block.cite
            and self._whole(number - 1, earlier) == voice
        )

    def _ruled(self, voice: int, number: int) -> int | None:
        return voice if self._speakers and self._speakers.quoted(number) else None

    def _image(self, number: int, block: Block) -> None:
        caption = None
        if block.text:
            caption = Typeset(
                number, block.text, self._setting, spans=block.spans, tail=block.credit,
                numbers=self._numbers,
            )  # fmt: skip
        elif block.alt or block.credit or block.cite:
            words = block.alt or block.cite
            caption = Typeset(NOWHERE, words, self._setting, tail=block.credit)
        player = is_player(block)
        hint = self._wording.opens if block.url else ""
        lines = image_lines(
            block,
            number,
            caption,
            self._measure,
            name=self._wording.player if player else self._wording.image,
            hint=hint,
            most=0 if player or block.url in self._setting.banded else self._setting.pictures,
        )
        if caption and block.text:
            self._add(number, caption, lines)
        else:
            self._lines += lines

    def _list(self, number: int) -> int:
        """Append the list that begins at block `number`; return the number of the block behind."""
        blocks = self._article.blocks
        end = list_end(blocks, number)
        items = []
        for at, (left, marker) in enumerate(markers(blocks[number:end]), number):
            if is_shown(blocks[at]):
                typeset = self._typeset(at, blocks[at])
                items.append(
                    (at, typeset, item_lines(at, typeset, self._measure, left, marker))
                )
        loose = any(len(lines) > 3 for _at, _typeset, lines in items)
        for index, (at, typeset, lines) in enumerate(items):
            if index:
                self._below = int(loose)
            self._gap(int(loose or not index), at)
            self._add(at, typeset, lines)
        return end

    def _tail(self, around: Surroundings) -> None:
        end, measure = len(self._article.blocks), self._measure
        if around.origin:
            self._gap(1, end)
            self._lines += origin_lines(around.origin, end, measure)
        if around.notice:
            self._gap(2, end)
            self._lines += notice_lines(around.notice, end, measure)
        if self._numbers:
            self._gap(1, end)
            self._lines += link_lines(self._numbers, end, measure)
        if around.next_title:
            self._gap(1, end)
            self._lines += next_lines(around, self._wording.next, end, measure)
        self._lines.append(Line(end))  # the last words do not touch the edge of the pane

    def _link_text(self, number: int) -> str:
        text = re.sub(r"\s+", " ", self._link_texts.get(number, ""))
        url = tuple(self._numbers)[number - 1]
        if is_address(text, url):
            return host(url)
        return text or address(url)
