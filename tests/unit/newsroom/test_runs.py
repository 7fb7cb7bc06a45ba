"""What runs beside the reader goes on where it was cut off."""

from __future__ import annotations

import apsw

from reader.model.query import Words
from tests.editions import COURIER, Edition, Item, rss


def test_what_waited_for_the_index_is_found_after_the_next_start(edition: Edition) -> None:
    edition.web.page(COURIER, rss("Courier", Item("The ferry floats")))
    first = edition.open()
    first.subscribe(COURIER)
    edition.refresh(first)
    first.close()
    cache = apsw.Connection(str(edition.paths.articles))
    cache.execute("DELETE FROM search; UPDATE stories SET indexed = 0")
    cache.close()
    again = edition.open()
    assert again.idle()
    assert len(again.select(Words("ferry"))) == 1
    again.close()
