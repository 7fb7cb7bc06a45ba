"""Bytes of an image file to a few pixels. Runs in a process of its own: codecs are C code.

Started by `newsroom/pictures.py`, as ``python -m reader.loader.workers.decode_picture``. Formats,
size and memory are limited; anything else is refused with a sentence.
"""

from __future__ import annotations

import io
import struct
import warnings

from reader.loader.workers.worker import Limits, serve
from reader.model.errors import LoadError
from reader.model.picture import Picture
from reader.wording.catalogue import say

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
MOST_PIXELS = 40_000_000
LIMITS = Limits(memory=512_000_000, cpu=5, idle=30.0)
BOX = struct.Struct(">II")
"""The head of a job, and what comes before the pixels of its answer: width, height."""
_GROUND = (128, 128, 128)
"""Behind transparent pixels: drawings in black and in white both stay visible."""
_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)
"""Exif: how the camera was held; with these, width is height."""


def decode(head: bytes, body: bytes) -> bytes:
    """Return the image in `body`, made small enough for the box in `head`; its shape stays.

    Raises:
        LoadError: no image, of another format, or too large.

    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    wide, high = BOX.unpack(head)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(body), formats=FORMATS)
            lies = image.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
            box = (high, wide) if lies else (wide, high)
            image.draft("RGB", box)  # JPEG alone can be decoded small
            image.thumbnail(box)
            clear = ImageOps.exif_transpose(image).convert("RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise LoadError(say("fetch.image_too_large")) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise LoadError(say("fetch.bad_image")) from None
    ground = Image.new("RGBA", clear.size, (*_GROUND, 255))
    shown = Image.alpha_composite(ground, clear).convert("RGB")
    return BOX.pack(*shown.size) + shown.tobytes()


def picture_of(answer: bytes, box: tuple[int, int]) -> Picture:
    """Return the picture in an answer; raises `LoadError` if it is none that fits the box.

    The answer comes from a process that read hostile bytes, so nothing in it is taken for granted.
    """
    if len(answer) >= BOX.size:
        wide, high = BOX.unpack_from(answer)
        pixels = answer[BOX.size :]
        if 0 < wide <= box[0] and 0 < high <= box[1] and len(pixels) == wide * high * 3:
            return Picture(wide, high, pixels)
    raise LoadError(say("fetch.bad_image"))


if __name__ == "__main__":
    serve(decode, LIMITS)
