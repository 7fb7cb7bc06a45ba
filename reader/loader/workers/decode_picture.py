"""Decodes an image file to a small picture, in a worker process: codecs are C code.

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
"""Width and height: the head of a job, and what stands before the pixels of its answer."""
_BACKGROUND = (128, 128, 128)
"""The grey behind transparent pixels: black and white drawings are both visible on it."""
_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)
"""The Exif tag for how the camera was held, and its values where width and height are swapped."""


def decode(head: bytes, body: bytes) -> bytes:
    """Return the image in `body`, scaled down to fit the box in `head` with its proportions kept.

    The answer is width, height and the pixels, three bytes each (RGB), row by row.

    Raises:
        LoadError: it is no image, of another format, or too large.

    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    wide, high = BOX.unpack(head)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(body), formats=FORMATS)
            is_turned = image.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
            box = (high, wide) if is_turned else (wide, high)
            image.draft("RGB", box)  # JPEG only: decodes at a fraction of the size
            image.thumbnail(box)
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise LoadError(say("fetch.image_too_large")) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise LoadError(say("fetch.bad_image")) from None
    background = Image.new("RGBA", upright.size, (*_BACKGROUND, 255))
    opaque = Image.alpha_composite(background, upright).convert("RGB")
    return BOX.pack(*opaque.size) + opaque.tobytes()


def picture_of(answer: bytes, box: tuple[int, int]) -> Picture:
    """Return the picture in the answer of `decode`; raises `LoadError` if it does not fit the box.

    The answer comes from a process that read hostile bytes, so it is checked.
    """
    if len(answer) >= BOX.size:
        wide, high = BOX.unpack_from(answer)
        pixels = answer[BOX.size :]
        if 0 < wide <= box[0] and 0 < high <= box[1] and len(pixels) == wide * high * 3:
            return Picture(wide, high, pixels)
    raise LoadError(say("fetch.bad_image"))


if __name__ == "__main__":
    serve(decode, LIMITS)
