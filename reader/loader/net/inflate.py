"""Decompresses a response body (gzip, deflate) as it arrives, up to a limit of bytes."""

from __future__ import annotations

import io
import zlib

_PIECE = 65_536
_GZIP = b"\x1f\x8b"
_NAMES = {"": "", "identity": "", "gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}
_NO_CODING = frozenset({"none", "utf-8", "utf8", "iso-8859-1", "8bit", "binary"})
"""Values that servers send by mistake, for the character set or for no compression."""


class TooLargeError(Exception):
    """The decompressed body is larger than the limit."""


class CodingError(Exception):
    """The body is compressed in an unknown way, twice, wrongly, or is cut off."""


class Body:
    """Takes the bytes of one body, decompresses gzip and deflate, and stops at `limit` bytes.

    The bytes count before the header: plain text declared as gzip is read as it is, gzip without a
    ``Content-Encoding`` is decompressed. More than one coding is refused: 483 bytes of gzip inside
    gzip can grow to gigabytes.
    """

    def __init__(self, coding: str, limit: int) -> None:
        """`coding` is the ``Content-Encoding``; raises `CodingError` for one we did not ask for."""
        name = coding.strip().lower()
        name = "" if name in _NO_CODING else name
        if name not in _NAMES:
            raise CodingError(f"Content-Encoding {coding[:60]!r}")
        self._coding, self._limit = _NAMES[name], limit
        self._start: bytes | None = b""
        self._inflate: zlib._Decompress | None = None
        self._ended = False
        self._size, self._bytes = 0, io.BytesIO()

    def add(self, data: bytes) -> None:
        """Take the next bytes; raises `TooLargeError` or `CodingError`."""
        if self._start is not None:
            data = self._start + data
            if len(data) < 2:  # gzip begins with two bytes
                self._start = data
                return
            self._start, self._inflate = None, self._unpacker(data[:2])
        if self._inflate is None:
            self._take(data)
        elif not self._ended:
            self._unpack(data)

    def finish(self) -> bytes:
        """Return the whole body; raises `CodingError` if the compressed data was cut off."""
        if self._start:
            self._take(self._start)
        if self._inflate is not None and not self._ended:
            raise CodingError("the compressed data is cut off")
        return self._bytes.getvalue()

    def _unpacker(self, start: bytes) -> zlib._Decompress | None:
        if start == _GZIP:
            return zlib.decompressobj(31)
        if self._coding != "deflate":
            return None
        zlib_head = start[0] & 0x0F == 8 and int.from_bytes(start, "big") % 31 == 0
        return zlib.decompressobj(15 if zlib_head else -15)

    def _unpack(self, data: bytes) -> None:
        while self._inflate is not None:
            try:
                piece = self._inflate.decompress(data, _PIECE)
            except zlib.error as error:
                raise CodingError(str(error)) from None
            self._take(piece)
            data = self._inflate.unconsumed_tail
            if self._inflate.eof:
                data = self._inflate.unused_data
                if data[:2] != _GZIP:  # padding, not another gzip member (RFC 1952, 2.2)
                    self._ended = True
                    return
                self._inflate = zlib.decompressobj(31)
            elif not data and len(piece) < _PIECE:
                return

    def _take(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._limit:
            self._bytes = io.BytesIO()
            raise TooLargeError
        self._bytes.write(piece)
