"""A decoded picture: nothing but its pixels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels from left to right, top to bottom; made small by whoever decoded them."""

    width: int
    height: int
    pixels: bytes
    """Three bytes a pixel: red, green, blue."""
