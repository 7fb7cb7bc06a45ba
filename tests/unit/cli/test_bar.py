from __future__ import annotations

import pytest

from reader.cli.bar import CELLS, draw_bar


@pytest.mark.parametrize(
    ("done", "total", "full"), [(0, 10, 0), (5, 10, CELLS // 2), (10, 10, CELLS), (0, 0, 0)]
)
def test_a_bar_is_as_full_as_the_work_is_done(
    capsys: pytest.CaptureFixture[str], done: int, total: int, full: int
) -> None:
    draw_bar("Importing", done, total)
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"\rImporting {'#' * full}{'-' * (CELLS - full)}"
