"""What is noted for nobody in particular must never be seen by somebody who reads."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from reader.newsroom.log import note_in, stop_noting


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_loses_the_notes_and_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    handler = note_in(Path("/dev/full"))
    logging.getLogger("reader.test").warning("nobody hears this")
    stop_noting(handler)
    assert capsys.readouterr() == ("", "")


def test_warnings_are_kept_in_the_file(tmp_path: Path) -> None:
    handler = note_in(tmp_path / "log")
    logging.getLogger("reader.test").warning("a feed was odd")
    stop_noting(handler)
    logging.getLogger("reader.test").warning("later")
    assert (tmp_path / "log").read_text(encoding="utf-8").count("\n") == 1
