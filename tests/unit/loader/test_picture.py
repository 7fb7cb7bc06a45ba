from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from reader.loader.picture import BOX, decode, picture_of
from reader.model.errors import LoadError


def image_file(size: tuple[int, int], form: str = "PNG", colour: object = (200, 10, 10)) -> bytes:
    file = io.BytesIO()
    mode = "RGBA" if isinstance(colour, tuple) and len(colour) == 4 else "RGB"
    Image.new(mode, size, colour).save(file, form)  # type: ignore[arg-type]  # a colour of that mode
    return file.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_an_image_is_made_small_and_keeps_its_shape(form: str) -> None:
    picture = picture_of(decode(BOX.pack(60, 40), image_file((600, 200), form)), (60, 40))
    assert (picture.width, picture.height) == (60, 20)
    red, green, blue = picture.pixels[:3]
    assert red > 180
    assert max(green, blue) < 40


def test_a_small_image_is_not_blown_up() -> None:
    picture = picture_of(decode(BOX.pack(60, 40), image_file((6, 4))), (60, 40))
    assert (picture.width, picture.height) == (6, 4)


def test_what_is_transparent_is_grey() -> None:
    answer = decode(BOX.pack(2, 2), image_file((2, 2), colour=(0, 0, 0, 0)))
    assert set(picture_of(answer, (2, 2)).pixels) == {128}


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has ten thousand million pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        image_file((9, 9), "BMP"),
        image_file((90, 90))[:60],
        bomb(),
    ],
    ids=["empty", "svg", "bmp", "cut", "bomb"],
)
def test_anything_else_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(LoadError, match="image"):
        decode(BOX.pack(60, 40), data)


@pytest.mark.parametrize(
    "answer",
    [b"", BOX.pack(2, 2), BOX.pack(2, 2) + bytes(13), BOX.pack(9, 1) + bytes(27), BOX.pack(0, 0)],
)
def test_an_answer_that_does_not_fit_is_none(answer: bytes) -> None:
    with pytest.raises(LoadError):
        picture_of(answer, (4, 4))
