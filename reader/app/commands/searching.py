"""The key that searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session


def search(session: Session, press: Press) -> None:
    """Let words be typed; the list becomes what has them."""
    session.search.begin()
