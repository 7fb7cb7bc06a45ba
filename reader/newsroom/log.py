"""Where the program notes what a person need not see: a file of at most two megabytes."""

from __future__ import annotations

import contextlib
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 1_000_000
"""Bytes of one file; one older file is kept beside it."""


class _Quiet(RotatingFileHandler):
    """Loses what cannot be written, as on a full disk: nobody is at the log to be told."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Close the file, whatever becomes of its last lines."""
        with contextlib.suppress(OSError):
            super().close()


def note_in(file: Path) -> logging.Handler:
    """Send all warnings and faults to `file` and nowhere else; return what `stop_noting` takes.

    Without it they would be printed across the screen. A file that cannot be written is none.
    """
    handler: logging.Handler
    try:
        handler = _Quiet(file, maxBytes=LARGEST, backupCount=1, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("reader").addHandler(handler)
    logging.getLogger("reader").propagate = False
    return handler


def stop_noting(handler: logging.Handler) -> None:
    """Close the file."""
    logger = logging.getLogger("reader")
    logger.removeHandler(handler)
    logger.propagate = True
    handler.close()
