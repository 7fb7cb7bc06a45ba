"""What stands above and below a story's blocks: head, notices, addresses, what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.model.article import Article, BlockKind
from reader.text.links import address
from reader.text.normal import fold
from reader.typesetting.blocks import PADDING, rule_line, text_lines
from reader.typesetting.cells import cut, cut_middle, width
from reader.typesetting.line import HEAD, Ground, Ink, Layout, Line, Sign
from reader.typesetting.measure import Frame
from reader.typesetting.styled_text import Setting, Typeset
from reader.typesetting.wrap import balanced, wrap

_DOT = " · "
NOWHERE = -2
"""The block number of texts that are not in `Article.text`: standfirst, alternative text."""


class Wording(NamedTuple):
    """The words the layout adds to a story, in the language of the interface."""

    unattributed: str = "unattributed"
    quoting: str = "quoting"
    image: str = "image"
    player: str = "film or sound"
    opens: str = "i opens it"
    """How to see an image; empty if it cannot be seen."""
    next: str = "next"
    minutes: str = "min"
    gone: str = "no longer on the site"
    changed: str = "altered since"
    from_feed: str = "The feed's own text"
    from_page: str = "Text from {host}"
    fetched: str = "fetched {moment}"
    share: str = "{share} of the page"
    summary_only: str = "Only the summary was published"
    voices: str = "Voices"
    contents: str = "Contents"
    top: str = "Top"
    links: str = "Links"


class Notice(NamedTuple):
    """A message about the story, shown above it or in its place."""

    first: str
    """What happened, in one sentence."""
    rest: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    """What can be pressed, and what it does."""
    story: tuple[str, str, str] | None = None
    """A story that the message is about: its mark, its title, its source and age."""


class Surroundings(NamedTuple):
    """What stands around a story's text."""

    kicker: str = ""
    """The source."""
    byline: str = ""
    notice: Notice | None = None
    next_title: str = ""
    next_mark: str = ""
    """The mark of the next story's state."""
    origin: str = ""
    """Where the text is from."""


def head_lines(
    article: Article, frame: Frame, around: Surroundings, setting: Setting
) -> list[Line]:
    """Source, title, standfirst, byline and a hairline, all in the column of the text."""
    measure = frame.measure
    lines = [Line(HEAD) for _ in range(frame.top)]
    lines += _sign_lines(around.kicker, HEAD, measure, Ink.KICKER)
    if article.title:
        title = Typeset(HEAD, article.title, setting)
        lines += text_lines(title, HEAD, measure, ink=Ink.TITLE, breaker=balanced)
    if article.standfirst and not _repeated(article):
        lines.append(Line(HEAD))
        standfirst = Typeset(NOWHERE, article.standfirst, setting)
        lines += text_lines(standfirst, HEAD, measure, ink=Ink.STANDFIRST, breaker=balanced)
    if around.byline:
        lines.append(Line(HEAD))
        for facts in _facts_by_line(around.byline, measure):
            lines += _sign_lines(facts, HEAD, measure, Ink.MUTED)
    if len(lines) > frame.top:
        lines.append(Line(HEAD, signs=(Sign(0, "─" * measure, Ink.HAIRLINE),)))
    return lines


def _facts_by_line(facts: str, measure: int) -> list[str]:
    """Break ``one · two · three`` between facts, so that no dot dangles and no fact is cut."""
    lines = [""]
    for fact in facts.split(_DOT):
        longer = f"{lines[-1]}{_DOT}{fact}" if lines[-1] else fact
        if not lines[-1] or width(longer) <= measure:
            lines[-1] = longer
        else:
            lines.append(fact)
    return lines


def _repeated(article: Article) -> bool:
    """Whether the story begins with its own standfirst."""
    first = next((b.text for b in article.blocks if b.kind is BlockKind.PARAGRAPH), "")
    begin = fold(article.standfirst).rstrip("….")[:200]
    return fold(first[: len(begin) + 50]).startswith(begin)


def _sign_lines(text: str, block: int, cells: int, ink: Ink, x: int = 0) -> list[Line]:
    """A text of the interface in lines of `cells`."""
    return [
        Line(block, signs=(Sign(x, text[part.start : part.end], ink),))
        for part in wrap(text, max(cells, 1))
        if text
    ]


def link_lines(numbers: Mapping[str, int], block: int, measure: int) -> list[Line]:
    """The addresses of a story's links by number, host and path, cut in the middle."""
    lines = [rule_line(block, measure), Line(block)]
    wide = len(str(len(numbers)))
    for url, number in numbers.items():
        shown = cut_middle(address(url), max(measure - wide - 2, 1))
        signs = (
            Sign(0, f"{number:>{wide}}", Ink.ACCENT, number),
            Sign(wide + 2, shown, Ink.MUTED, number),
        )
        lines.append(Line(block, signs=signs))
    return lines


def third_down(pane: int, above: int, rows: int) -> int:
    """Return how many empty rows put `rows` rows of words a third of the way down a pane.

    `above` rows of the pane are taken. Words of any length begin at the same height, so that those
    of two panes stand beside each other; what would not fit begins higher.
    """
    return max(0, min(round(pane / 3), pane - rows) - above)


def lay_out_notice(notice: Notice | None, frame: Frame, pane: int, above: int) -> Layout:
    """Return a notice in place of a story, in a pane of so many rows, the first of them taken."""
    layout = Layout()
    if notice is None:
        return layout
    layout.lines += _sign_lines(notice.first, HEAD, frame.measure, Ink.HEADING)
    layout.lines += _sign_lines(notice.rest, HEAD, frame.measure, Ink.MUTED)
    left = 0
    if notice.story:
        mark, title, facts = notice.story
        left = PADDING
        room = max(frame.measure - left, 1)
        named = _sign_lines(title, HEAD, room, Ink.STRONG, left)
        named[0].signs = (Sign(0, mark, Ink.ACCENT), *named[0].signs)
        layout.lines += [Line(HEAD), *named, *_sign_lines(facts, HEAD, room, Ink.MUTED, left)]
    if notice.keys:
        room = frame.measure - left
        layout.lines += [Line(HEAD), *key_lines(notice.keys, HEAD, room, left, Ink.BODY)]
    empty = third_down(pane, above, len(layout.lines))
    layout.lines[:0] = [Line(HEAD) for _ in range(empty)]
    return layout


def origin_lines(origin: str, block: int, measure: int) -> list[Line]:
    """The line that says where the text is from."""
    return _sign_lines(origin, block, measure, Ink.MUTED)


def notice_lines(notice: Notice, block: int, measure: int) -> list[Line]:
    """A raised band with what is the case and what to press."""
    room = max(measure - 2 * PADDING, 1)
    lines = [Line(block)]
    lines += _sign_lines(notice.first, block, room, Ink.BODY, PADDING)
    lines += _sign_lines(notice.rest, block, room, Ink.MUTED, PADDING)
    lines += key_lines(notice.keys, block, room, PADDING)
    lines.append(Line(block))
    for line in lines:
        line.ground = Ground.RAISED
    return lines


def key_lines(
    keys: Sequence[tuple[str, str]], block: int, room: int, left: int, ink: Ink = Ink.MUTED
) -> list[Line]:
    """Keys with what they do, side by side as far as there is room."""
    lines: list[Line] = []
    signs: list[Sign] = []
    x = 0
    for key, does in keys:
        words = cut(does, max(room - width(key) - 1, 1))
        wide = width(key) + 1 + width(words)
        if signs and x + wide > room:
            lines.append(Line(block, signs=tuple(signs)))
            signs, x = [], 0
        signs += [
            Sign(left + x, key, Ink.KEY),
            Sign(left + x + width(key) + 1, words, ink),
        ]
        x += wide + 3
    if signs:
        lines.append(Line(block, signs=tuple(signs)))
    return lines


def next_lines(around: Surroundings, word: str, block: int, measure: int) -> list[Line]:
    """``next  ● Title``: what space opens at the end of a story."""
    lead = f"{word}  "
    mark = f"{around.next_mark} " if around.next_mark else ""
    hang = width(lead + mark)
    lines: list[Line] = []
    for part in wrap(around.next_title, max(measure - hang, 1)):
        first = not lines
        signs = [Sign(0, lead), Sign(width(lead), mark, Ink.ACCENT)] if first else []
        signs.append(Sign(hang, around.next_title[part.start : part.end]))
        lines.append(Line(block, signs=tuple(signs)))
    return lines
