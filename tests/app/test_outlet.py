"""Output to a terminal that may be gone."""

from __future__ import annotations

import contextlib
import os
import pty
import tty

from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from reader.app.terminal.driver import Outlet


def test_what_nobody_reads_any_more_holds_nobody_up() -> None:
    ours, theirs = pty.openpty()
    file = open(theirs, "w", encoding="utf-8")  # noqa: SIM115 - closing it would fail
    writer = WriterThread(Outlet(file))  # type: ignore[arg-type]  # it has what is called
    writer.start()
    os.close(ours)
    for _ in range(3 * MAX_QUEUED_WRITES):
        writer.write("The window is closed by now. " * 400)
    writer.stop()
    assert not writer.is_alive()
    with contextlib.suppress(OSError):
        file.close()


def test_what_is_written_arrives() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    with open(theirs, "w", encoding="utf-8") as file:
        outlet = Outlet(file)
        assert outlet.write("gulls\n") == 6
        outlet.flush()
        assert os.read(ours, 100) == b"gulls\n"
        assert outlet.fileno() == theirs
    os.close(ours)
