"""Speakers' names beside or above the words, and the rule that runs along them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.typesetting.cells import cut, width
from reader.typesetting.line import Ink, Label, Line, Sign
from reader.typesetting.measure import NAME
from reader.typesetting.speakers import Speech
from reader.typesetting.wrap import wrap_title


class Spoken(NamedTuple):
    """A stretch of a block's shown text that a voice says."""

    start: int
    end: int
    voice: int


def labelled(
    lines: list[Line],
    speeches: Sequence[Speech],
    spoken: Sequence[Spoken],
    *,
    margin: bool,
    measure: int,
) -> list[Line]:
    """Return the lines of one block with their names and rules.

    `spoken` are the block's quotes in its shown text, in order; a line without words of the
    block's own (an attribution) belongs to the voice above it.
    """
    heard = _heard(lines, spoken)
    if not speeches or not any(heard):
        return lines
    first = [_first_row(heard, lines, speech, spoken) for speech in speeches]
    if margin and not lines[0].mirrored:
        return _in_margin(lines, heard, speeches, first)
    return _above(lines, heard, speeches, measure)


def _heard(lines: Sequence[Line], spoken: Sequence[Spoken]) -> list[list[int]]:
    """For each line the voices of the quotes on it, in order."""
    heard: list[list[int]] = []
    first = 0
    for line in lines:
        voices: list[int] = []
        own = [words for words in line.words if words.set.block == line.block]
        if own:
            while first < len(spoken) and spoken[first].end <= own[0].start:
                first += 1
        for part in spoken[first:] if own else ():
            if part.start >= own[-1].end:
                break
            if any(part.start < words.end and words.start < part.end for words in own):
                voices.append(part.voice)
        if not own and heard and line.tint is not None:
            voices = heard[-1][-1:]
        heard.append(voices)
    return heard


def _first_row(
    heard: Sequence[list[int]], lines: Sequence[Line], speech: Speech, spoken: Sequence[Spoken]
) -> int:
    for row, line in enumerate(lines):
        for words in line.words:
            if words.set.block == line.block and speech.label.voice in heard[row]:
                start = words.set.shown.at(speech.start)
                if words.start <= start < words.end or start < words.start:
                    return row
    return 0


def _in_margin(
    lines: list[Line], heard: list[list[int]], speeches: Sequence[Speech], first: Sequence[int]
) -> list[Line]:
    """Each name on the row where its words begin, the role below; blank rows where they need it."""
    labels: dict[int, Label] = {}
    row = last_name = 0
    for index, (speech, first_row) in enumerate(zip(speeches, first, strict=True)):
        row = max(row, first_row)
        voice, name, role = speech.label
        labels[row] = Label(voice, name if width(name) <= NAME else speech.short)
        last_name = row
        row += 1
        if role:
            # A second row only where nothing has to make way for it.
            free = row + 1 <= len(lines) and row + 1 not in first[index + 1 :]
            for part in wrap_title(role, NAME, 2 if free else 1):
                labels[row] = Label(voice, "", part)
                row += 1
    block = lines[0].block
    # A role may stand in the gap below the block; a name may not.
    missing = max(last_name + 1, row - 1) - len(lines)
    lines = lines + [Line(block) for _ in range(missing)]
    for number, line in enumerate(lines):
        voices = heard[number] if number < len(heard) else []
        label = labels.get(number)
        line.label = label
        if label and label.name and (label.voice in voices or not voices):
            line.rule = label.voice
        elif voices:
            line.rule = voices[0]
    if len(lines) in labels:
        lines.append(Line(block, label=labels[len(lines)]))
    return lines


def _above(
    lines: list[Line], heard: list[list[int]], speeches: Sequence[Speech], measure: int
) -> list[Line]:
    """The names on lines above it, each voice once; the rule ends with the last quoted line."""
    above: list[Line] = []
    seen: set[int] = set()
    mirrored = lines[0].mirrored
    for speech in speeches:
        if speech.label.voice not in seen:
            seen.add(speech.label.voice)
            above.append(_label_line(lines[0].block, speech.label, measure, mirrored))
    last = max(row for row, voices in enumerate(heard) if voices)
    voice = speeches[0].label.voice
    for row, line in enumerate(lines[: last + 1]):
        voice = heard[row][0] if heard[row] else voice
        line.rule = voice
    return above + lines


def _label_line(block: int, label: Label, measure: int, mirrored: bool) -> Line:
    name = cut(label.name, measure, word=False)
    role = f", {label.role}" if label.role else ""
    role = cut(role, measure - width(name)) if measure - width(name) > 4 else ""
    x = measure - width(name) - width(role) if mirrored else 0
    signs = [Sign(x, name, Ink.NAME)]
    if role:
        signs.append(Sign(x + width(name), role))
    return Line(
        block, signs=tuple(signs), rule=label.voice, label=Label(label.voice, ""), mirrored=mirrored
    )
