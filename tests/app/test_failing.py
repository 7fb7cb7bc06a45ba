"""A fault of the program is no traceback across somebody's terminal."""

from __future__ import annotations

import pytest

from reader.app.app import NewsreaderApp
from tests.app.fake_newsroom import FakeNewsroom


async def test_a_fault_is_noted_and_nothing_of_it_is_printed(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    app = NewsreaderApp(FakeNewsroom().door(), refresh=False)

    def fail() -> None:
        secret = "hunter2"
        raise ZeroDivisionError(len(secret))

    async def run() -> None:
        async with app.run_test() as pilot:
            app.call_later(fail)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await run()
    assert app.failed
    assert app.return_code == 1
    (record,) = [record for record in caplog.records if record.exc_info]
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError
    shown = capsys.readouterr()
    assert "ZeroDivisionError" not in shown.out + shown.err
