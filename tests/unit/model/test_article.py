from __future__ import annotations

from reader.model.article import BlockKind


def test_quotations_and_running_text_are_told_apart_from_other_kinds() -> None:
    assert {kind for kind in BlockKind if kind.is_quotation} == {BlockKind.QUOTE, BlockKind.EMBED}
    assert {kind for kind in BlockKind if not kind.is_running_text} == {
        BlockKind.IMAGE, BlockKind.CODE, BlockKind.TABLE,
    }  # fmt: skip
