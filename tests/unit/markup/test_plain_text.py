from __future__ import annotations

import pytest

from reader.markup.plain_text import blocks_from_plain


@pytest.mark.parametrize(("length", "joint"), [(44, "\n"), (45, " "), (100, " "), (101, "\n")])
def test_lines_are_joined_where_a_program_wrapped_them(length: int, joint: str) -> None:
    line = "w" * length
    (block,) = blocks_from_plain(f"{line}\n{line}\nend")
    assert block.text == joint.join([line, line, "end"])
