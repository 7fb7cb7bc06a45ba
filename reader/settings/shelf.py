"""The shelf: the sources that ship with the program, for a first start."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from reader.model.errors import SettingsError
from reader.model.feed import Subscription
from reader.settings.subscription_form import parse_subscriptions
from reader.wording.catalogue import say


def shelf_text() -> str:
    """Return the shelf as it ships, comments and all; raises `SettingsError` if it is missing."""
    packed = files("reader") / "feeds.toml"
    if packed.is_file():
        return packed.read_text("utf-8")
    beside = Path(str(files("reader"))).parent / "feeds.toml"  # in a checkout
    try:
        return beside.read_text("utf-8")
    except OSError:
        raise SettingsError(str(beside), 0, say("fault.no_shelf")) from None


def shelf() -> tuple[Subscription, ...]:
    """Return the sources that are switched on, in the order of the shelf."""
    return parse_subscriptions(shelf_text(), "feeds.toml")
