"""Sixel: what is drawn is read back, pixel by pixel, as a terminal would."""

from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from reader.app.terminal.sixel import COLOURS, LEVELS, Painted, encoded, indexed
from reader.model.picture import Picture

ROWS = st.integers(1, 40).flatmap(
    lambda wide: st.lists(
        st.lists(st.sampled_from((0, 7, 42, 215)), min_size=wide, max_size=wide).map(bytes),
        min_size=1,
        max_size=20,
    )
)


def read_back(sequence: str) -> tuple[list[list[int]], dict[int, tuple[int, int, int]]]:
    """The pixels of a sequence, -1 where it leaves what lies behind; and its palette in percent."""
    found = re.match(r'\x1bP0;1;0q"1;1;(\d+);(\d+)', sequence)
    assert found
    assert sequence.endswith("\x1b\\")
    wide, high = int(found[1]), int(found[2])
    pixels = [[-1] * wide for _ in range(high)]
    palette: dict[int, tuple[int, int, int]] = {}
    x = top = colour = 0
    tokens = r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)([?-~])|([?-~])|(\$)|(-)"
    body = sequence[found.end() : -2]
    read = 0
    for token in re.finditer(tokens, body):
        assert token.start() == read, "something that is no Sixel"
        read = token.end()
        if token[1]:
            palette[int(token[1])] = (int(token[2]), int(token[3]), int(token[4]))
        elif token[5]:
            colour = int(token[5])
            assert colour in palette
        elif token[9]:
            x = 0
        elif token[10]:
            x, top = 0, top + 6
        else:
            letter = token[7] or token[8]
            after = x + int(token[6] or 1)
            for bit in (bit for bit in range(6) if ord(letter) - 63 >> bit & 1):
                assert set(pixels[top + bit][x:after]) == {-1}, "drawn twice"
                pixels[top + bit][x:after] = [colour] * (after - x)
            x = after
    assert read == len(body)
    return pixels, palette


@given(ROWS)
def test_every_pixel_is_drawn_once_in_its_colour(rows: list[bytes]) -> None:
    pixels, palette = read_back(encoded(rows))
    assert pixels == [list(row) for row in rows]
    assert palette.keys() == set().union(*rows)


def test_the_bytes_of_a_small_picture() -> None:
    rows = [bytes([215] * 5), bytes([0, 0, 0, 0, 215])]
    assert encoded(rows) == (
        '\x1bP0;1;0q"1;1;5;2#0;2;0;0;0#215;2;100;100;100#0!4A$#215!4@B\x1b\\'
    )
    assert encoded([]) == ""


def test_the_cube_has_its_corners_and_comes_close_to_any_colour() -> None:
    def average(colour: tuple[int, int, int]) -> list[float]:
        picture = Picture(8, 8, bytes(colour) * 64)
        cells = [place for row in indexed(picture) for place in row]
        levels = [(c // LEVELS**2, c // LEVELS % LEVELS, c % LEVELS) for c in cells]
        return [sum(part) / len(cells) * 255 / (LEVELS - 1) for part in zip(*levels, strict=True)]

    assert average((0, 0, 0)) == [0, 0, 0]
    assert average((255, 255, 255)) == [255, 255, 255]
    for colour in ((12, 100, 200), (128, 128, 128), (250, 3, 77)):
        assert all(
            abs(is_ - wanted) < 5 for is_, wanted in zip(average(colour), colour, strict=True)
        )


@given(st.integers(1, 30), st.integers(1, 50), st.integers(3, 9), st.integers(6, 20))
def test_pieces_of_cells_make_the_whole_picture(
    wide: int, high: int, across: int, down: int
) -> None:
    picture = Picture(wide, high, random.Random(wide).randbytes(wide * high * 3))
    painted = Painted(picture, (across, down))
    assert painted.columns == -(-wide // across)
    whole = indexed(picture)
    assert all(place < COLOURS for row in whole for place in row)
    for row in range(painted.rows):
        lines: list[list[int]] = [[] for _ in whole[row * down : (row + 1) * down]]
        for column in range(painted.columns):
            pixels, _ = read_back(painted.piece(row, column, column + 1))
            for line, more in zip(lines, pixels, strict=True):
                line += more
        assert [bytes(line) for line in lines] == whole[row * down : (row + 1) * down]
