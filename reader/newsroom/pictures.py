"""Pictures of stories: fetched when somebody asks to see them, kept as files, decoded elsewhere."""

from __future__ import annotations

import contextlib
import hashlib
import os
from importlib.util import find_spec
from pathlib import Path

from reader.loader.workers.decode_picture import BOX, LIMITS, picture_of
from reader.loader.workers.process_pool import ProcessPool, python_module
from reader.model.clock import Clock
from reader.model.errors import LoadError
from reader.model.fetch import Fetcher, Request
from reader.model.picture import Picture
from reader.wording.catalogue import say

LARGEST = 8_000_000
"""Bytes of one image file."""
KEPT = 100_000_000
"""Bytes of image files kept; the ones not looked at for longest go first."""
_DEADLINE = 20.0
_AGAIN = 600.0
"""Seconds after which a picture that could not be had is asked for again."""


class Pictures:
    """Fetches and decodes; blocks, so it is asked from a thread."""

    def __init__(self, directory: Path, fetcher: Fetcher, clock: Clock) -> None:
        """`directory` need not exist; it may be deleted at any time."""
        self._directory = directory
        self._fetcher = fetcher
        self._clock = clock
        self._digester: ProcessPool | None = None
        self._failed: dict[str, float] = {}

    @staticmethod
    def available() -> bool:
        """Whether the package that decodes images is installed; it is optional."""
        return find_spec("PIL") is not None

    def get(self, url: str, box: tuple[int, int]) -> Picture | None:
        """Return an image within `box` pixels; None if it cannot be had now."""
        now = self._clock.monotonic()
        if now - self._failed.get(url, -_AGAIN) < _AGAIN:
            return None
        try:
            return self._decode(self._bytes(url), box)
        except LoadError:
            self._failed[url] = now
            return None

    def close(self) -> None:
        """End the process that decodes."""
        if self._digester is not None:
            self._digester.close()

    def _decode(self, data: bytes, box: tuple[int, int]) -> Picture:
        if self._digester is None:
            command = python_module("reader.loader.workers.decode_picture")
            seconds, idle = 2.0 * LIMITS.cpu, LIMITS.idle / 2
            self._digester = ProcessPool(
                command, workers=1, clock=self._clock, seconds=seconds, idle=idle
            )
        return picture_of(self._digester.ask(BOX.pack(*box), data), box)

    def _bytes(self, url: str) -> bytes:
        path = self._directory / hashlib.sha256(url.encode()).hexdigest()
        with contextlib.suppress(OSError):
            data = path.read_bytes()
            os.utime(path)
            return data
        response = self._fetcher.fetch(Request(url, max_bytes=LARGEST, deadline=_DEADLINE))
        if response.status != 200 or not response.body:
            raise LoadError(response.message or say("fetch.no_image"))
        with contextlib.suppress(OSError):  # a full disk takes no picture from the screen
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_room(len(response.body))
            half = path.with_suffix(".part")
            half.write_bytes(response.body)
            half.replace(path)
        return response.body

    def _make_room(self, size: int) -> None:
        stats = sorted(
            ((path.stat(), path) for path in self._directory.iterdir()),
            key=lambda entry: entry[0].st_mtime,
        )
        total = size + sum(stat.st_size for stat, _path in stats)
        for stat, path in stats:
            if total <= KEPT:
                return
            path.unlink()
            total -= stat.st_size
