from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.errors import NotFoundError, SettingsError
from reader.model.feed import FullTextWish, Subscription
from reader.settings.subscriptions import Subscriptions, parse_subscriptions, subscription_toml

FILE = """\
# My sources.

[[feed]] # the first
url = "https://a.example/feed"
title = "A"   # short
# last of a

# about b
[[feed]]
url = "https://b.example/feed"
tags = [
  "daily", # every day
]
headers = { X-Token = "t" }

# the end
"""


@pytest.fixture
def file(tmp_path: Path) -> Subscriptions:
    path = tmp_path / "feeds.toml"
    path.write_text(FILE)
    return Subscriptions(path)


def test_a_missing_file_has_no_subscriptions(tmp_path: Path) -> None:
    assert Subscriptions(tmp_path / "feeds.toml").load() == ()


def test_every_field_is_read_and_written() -> None:
    full = Subscription(
        url="https://a.example/feed",
        title='The "A"\\',
        folder="News/Local",
        tags=("daily", "x y"),
        interval=30,
        full_text=FullTextWish.ON,
        user_agent="me",
        headers=(("X-Token", "abc"), ("Accept", "*/*")),
        proxy="http://p.example:8080",
        cookies="~/cookies.txt",
        credentials=("pass", "show", "news"),
        filter=("program", "-x"),
        keep=30,
        mute="sport -cycling",
        paused=True,
        hidden=True,
        private_network=True,
        updates_unread=True,
    )
    command = Subscription("", command=("make-feed", "--all"))
    text = subscription_toml(full) + subscription_toml(command)
    assert parse_subscriptions(text, "feeds.toml") == (full, command)
    assert set(Subscription.__dataclass_fields__) <= set(re.findall(r"^(\w+) =", text, re.M))


@given(
    st.text(max_size=20).filter(str.isprintable).map(str.strip),
    st.lists(st.text(max_size=5)),
)
def test_any_title_and_tags_survive(title: str, tags: list[str]) -> None:
    subscription = Subscription("https://a.example/", title, tags=tuple(tags))
    assert parse_subscriptions(subscription_toml(subscription), "f") == (subscription,)


def test_full_text_may_be_true_or_false() -> None:
    text = '[[feed]]\nurl="https://a.example"\nfull_text=true\n'
    assert parse_subscriptions(text, "f")[0].full_text is FullTextWish.ON
    assert parse_subscriptions(text.replace("true", "false"), "f")[0].full_text is FullTextWish.OFF


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[feed]]\nurl = "ftp://a.example"', 2, "no address of the web"),
        ('[[feed]]\nurl = "https://"', 2, "no address of the web"),
        ("[[feed]]\ntitle = 'x'", 1, "wants an address"),
        ("[[feed]]\nurl='https://a.example'\ncommand=['x']", 2, "wants an address"),
        ("[[feed]]\nurl='https://a.example'\n\n[[feed]]\nurl='https://a.example'", 5, "second"),
        ("[[feed]]\nurl='https://a.example'\n[[feed]]\nurl='https://b.example'\nfoo=1", 5, "foo"),
        ("[[feed]]\nurl='https://a.example'\ntag=['x']", 3, "Do you mean tags?"),
        ("[[feed]]\nurl='https://a.example'\nkeep='30'", 3, "whole number"),
        ("[[feed]]\nurl='https://a.example'\nfull_text='maybe'", 3, '"auto", "on", "off"'),
        ("[[feed]]\nurl='https://a.example'\nmute='is:'", 3, "cannot be understood"),
        ("[[feed]]\nurl='https://a.example'\nuser_agent='a\\nb'".replace("'", '"'), 3, "control"),
        ("[feed]\nurl='https://a.example'", 1, "[[feed]]"),
        ("x = 1", 1, "no setting x"),
        ("[[feed]]\nurl = https://a.example", 2, "not TOML"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(words)) as caught:
        parse_subscriptions(text, "feeds.toml")
    assert caught.value.line == line


def test_comments_and_order_survive_every_change(file: Subscriptions) -> None:
    file.add(Subscription("https://c.example/feed", folder="X"))
    file.change({"https://b.example/feed": {"title": "B", "tags": None}})
    file.replace_url("https://a.example/feed", "https://a2.example/feed")
    assert file.text() == """\
# My sources.

[[feed]] # the first
url = "https://a2.example/feed"
title = "A"   # short
# last of a

# about b
[[feed]]
url = "https://b.example/feed"
headers = { X-Token = "t" }
title = "B"

# the end

[[feed]]
url = "https://c.example/feed"
folder = "X"
"""


def test_removing_leaves_what_stands_between_the_entries(file: Subscriptions) -> None:
    file.remove("https://a.example/feed")
    file.remove("https://b.example/feed")
    assert file.text() == "# My sources.\n# last of a\n\n# about b\n\n# the end\n"
    with pytest.raises(NotFoundError):
        file.remove("https://a.example/feed")


def test_what_would_spoil_the_file_is_refused(file: Subscriptions) -> None:
    with pytest.raises(SettingsError, match="second time"):
        file.add(Subscription("https://a.example/feed"))
    with pytest.raises(SettingsError, match="second time"):
        file.replace_url("https://a.example/feed", "https://b.example/feed")
    with pytest.raises(SettingsError, match="whole number"):
        file.change({"https://a.example/feed": {"keep": "long"}})
    assert file.text() == FILE


def test_a_file_of_another_make_is_not_edited(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text('feed = [{ url = "https://a.example" }]\n')
    file = Subscriptions(path)
    assert file.load() == (Subscription("https://a.example"),)
    with pytest.raises(SettingsError, match="by hand"):
        file.remove("https://a.example")
    assert path.read_text() == 'feed = [{ url = "https://a.example" }]\n'


def test_a_broken_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text("[[feed]]\nurl = \n")
    with pytest.raises(SettingsError, match="line 2"):
        Subscriptions(path).add(Subscription("https://a.example"))
    assert path.read_text() == "[[feed]]\nurl = \n"


def test_a_step_is_taken_back_to_the_letter(file: Subscriptions) -> None:
    file.add(Subscription("https://c.example/feed"))
    file.put_back(FILE, file.text(), {})
    assert file.text() == FILE


STEPS: tuple[Callable[[Subscriptions], object], ...] = (
    lambda file: file.add(Subscription("https://c.example/feed", folder="X")),
    lambda file: file.remove("https://b.example/feed"),
    lambda file: file.change(
        {
            "https://b.example/feed": {"folder": "Y", "tags": None, "headers": None},
            "https://a.example/feed": {"title": None, "keep": 9},
        }
    ),
)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_taken_back_though_the_file_was_changed_by_hand_since(
    file: Subscriptions, step: Callable[[Subscriptions], object]
) -> None:
    subscribed = {one.address: one for one in file.load()}
    step(file)
    after = file.text()
    hand = after + '\n# by hand\n[[feed]]\nurl = "https://hand.example/feed"\n'
    file.path.write_text(hand)
    file.put_back(FILE, after, {})
    now = {one.address: one for one in file.load()}
    assert now.pop("https://hand.example/feed")
    assert now == subscribed
    assert "# by hand" in file.text()
    assert "# about b" in file.text()


def test_what_is_taken_back_may_have_moved_or_gone_since(file: Subscriptions) -> None:
    file.add(Subscription("https://c.example/feed"))
    after = file.text()
    file.replace_url("https://c.example/feed", "https://moved.example/feed")
    moved = {"https://c.example/feed": "https://moved.example/feed"}
    file.put_back(FILE, after, moved)
    assert file.text() == FILE
    file.add(Subscription("https://c.example/feed"))
    file.remove("https://c.example/feed")
    file.put_back(FILE, after + "# ", {})
    assert file.text() == FILE


def test_an_interrupted_write_leaves_the_old_file(file: Subscriptions) -> None:
    half = file.path.with_name(".feeds.toml.part")
    half.write_text("[[feed]]\nur")
    assert file.text() == FILE
    file.remove("https://a.example/feed")
    assert not half.exists()
