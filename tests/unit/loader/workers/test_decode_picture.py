from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from reader.loader.workers.decode_picture import BOX, decode, picture_of
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


def test_a_photograph_stands_as_the_camera_was_held() -> None:
    photograph = Image.new("RGB", (90, 30), (200, 10, 10))
    photograph.paste((10, 10, 200), (0, 0, 45, 30))
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # its upper edge is on the right
    photograph.save(file, "JPEG", exif=exif, quality=95)
    picture = picture_of(decode(BOX.pack(60, 45), file.getvalue()), (60, 45))
    assert (picture.width, picture.height) == (15, 45)
    assert picture.pixels[2] > 150 > picture.pixels[0]
    assert picture.pixels[-3] > 150 > picture.pixels[-1]


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_of_a_moving_picture_the_first_frame_is_shown(form: str) -> None:
    frames = [Image.new("RGB", (90, 30), (255 - 40 * n, 40 * n, 0)) for n in range(6)]
    file = io.BytesIO()
    frames[0].save(file, form, save_all=True, append_images=frames[1:])
    red, green, _blue = picture_of(decode(BOX.pack(9, 3), file.getvalue()), (9, 3)).pixels[:3]
    assert red > 240 > 20 > green


def png(wide: int, high: int, data: bytes, more: bytes = b"") -> bytes:
    """A PNG that says it has so many pixels."""
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), more, chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def chunk(name: bytes, data: bytes) -> bytes:
    whole = name + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


FEW = zlib.compress(b"\0" * 1000)
SWELLING = b"a\0\0" + zlib.compress(bytes(100_000_000), 9)
"""A text of 100 kB that becomes one of 100 MB."""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        image_file((9, 9), "BMP"),
        image_file((90, 90))[:60],
        image_file((900, 700), "GIF")[:200],
        png(100_000, 100_000, FEW),
        png(6_300, 6_300, FEW),
        png(10, 10, FEW, chunk(b"zTXt", SWELLING)),
    ],
    ids=["empty", "svg", "bmp", "cut", "cut gif", "huge", "less than it says", "swelling text"],
)
def test_anything_else_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(LoadError, match="image"):
        decode(BOX.pack(60, 40), data)


def test_an_image_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(LoadError, match="large"):
        decode(BOX.pack(60, 40), png(6_400, 6_400, FEW))


@pytest.mark.parametrize(
    "answer",
    [b"", BOX.pack(2, 2), BOX.pack(2, 2) + bytes(13), BOX.pack(9, 1) + bytes(27), BOX.pack(0, 0)],
)
def test_an_answer_that_does_not_fit_is_none(answer: bytes) -> None:
    with pytest.raises(LoadError):
        picture_of(answer, (4, 4))
