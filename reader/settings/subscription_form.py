"""The form of one ``[[feed]]`` in ``feeds.toml``, in both directions."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from reader.model.errors import QueryError
from reader.model.feed import FullTextWish, Subscription
from reader.query.parse import parse_query
from reader.settings.toml_file import Table
from reader.wording.catalogue import say

YEARS = 36500
"""Days; the longest time a story may be asked to stay."""


def parse_subscriptions(text: str, path: str) -> tuple[Subscription, ...]:
    """Return the subscriptions in the text of a ``feeds.toml``; `path` is for messages only.

    Raises:
        SettingsError: no TOML, an unknown key, a wrong type or value, the same feed twice; with
            the line.

    """
    top = Table.parse(text, path)
    subscriptions: dict[object, Subscription] = {}
    for table in top.tables("feed"):
        subscription = _subscription(table)
        identity = subscription.url or subscription.command
        if identity in subscriptions:
            raise table.error("url", say("fault.feed_twice", name=_name(subscription)))
        subscriptions[identity] = subscription
    top.finish()
    return tuple(subscriptions.values())


def _subscription(table: Table) -> Subscription:
    subscription = Subscription(
        url=table.string("url").strip(),
        title=table.string("title").strip(),
        folder="/".join(part.strip() for part in table.string("folder").split("/") if part.strip()),
        tags=table.strings("tags"),
        interval=table.integer("interval", 0, 0, 525600),
        full_text=_full_text(table),
        user_agent=table.string("user_agent"),
        headers=tuple(table.mapping("headers").items()),
        proxy=table.string("proxy"),
        cookies=table.string("cookies"),
        credentials=table.strings("credentials"),
        command=table.strings("command"),
        filter=table.strings("filter"),
        keep=table.integer("keep", 0, 0, YEARS),
        mute=table.string("mute"),
        paused=table.flag("paused", False),
        hidden=table.flag("hidden", False),
        private_network=table.flag("private_network", False),
        updates_unread=table.flag("updates_unread", False),
    )
    table.finish()
    _check(table, subscription)
    return subscription


def _full_text(table: Table) -> FullTextWish:
    if isinstance(table.content.get("full_text"), bool):
        return FullTextWish.ON if table.flag("full_text", False) else FullTextWish.OFF
    wishes = [wish.value for wish in FullTextWish]
    return FullTextWish(table.string("full_text", FullTextWish.AUTO.value, wishes))


def _check(table: Table, subscription: Subscription) -> None:
    if bool(subscription.url) == bool(subscription.command):
        raise table.error("url", say("fault.feed_address"))
    if subscription.url and not is_web_address(subscription.url):
        raise table.error("url", say("fault.feed_url", url=subscription.url))
    names_and_values = "".join(name + value for name, value in subscription.headers)
    for key, text in (("user_agent", subscription.user_agent), ("headers", names_and_values)):
        if any(ord(sign) < 32 or ord(sign) == 127 for sign in text):
            raise table.error(key, say("fault.header"))
    try:
        parse_query(subscription.mute, 0)
    except QueryError as error:
        words = say("fault.query", query=subscription.mute, reason=error)
        raise table.error("mute", words) from None


def is_web_address(url: str) -> bool:
    """Whether it is http or https with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def subscription_fields(subscription: Subscription) -> dict[str, Any]:
    """Return what is not a default, as TOML values under the names and in the order of the form."""
    default = Subscription("")
    fields: dict[str, Any] = {}
    for name in Subscription.__dataclass_fields__:
        value = getattr(subscription, name)
        if value != getattr(default, name):
            fields[name] = plain_value(name, value)
    return fields


def plain_value(name: str, value: Any) -> Any:
    """Return the TOML value of one field."""
    if name == "headers":
        return dict(value)
    if isinstance(value, tuple):
        return list(value)
    return value.value if isinstance(value, FullTextWish) else value


def subscription_toml(subscription: Subscription) -> str:
    """Return a subscription as a ``[[feed]]`` of its own."""
    import tomlkit

    lines = ["[[feed]]"]
    for name, value in subscription_fields(subscription).items():
        lines.append(f"{name} = {_inline(tomlkit.item(value), value)}")
    return "\n".join(lines) + "\n"


def _inline(item: Any, value: Any) -> str:
    """The item on one line: a table of headers, too."""
    import tomlkit

    if isinstance(value, dict):
        inline = tomlkit.inline_table()
        inline.update(value)
        return inline.as_string()
    return str(item.as_string())


def _name(subscription: Subscription) -> str:
    return subscription.url or " ".join(subscription.command)
