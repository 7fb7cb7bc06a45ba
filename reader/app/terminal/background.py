"""Which background the terminal has: asked of it (OSC 11), or told by the environment.

The answer, like those of `graphics.py`, comes among what is typed, so it is taken out of it before
any of it becomes keys.
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Operating System Commands".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.app.terminal import graphics
from reader.model.palette import contrast

QUESTION = "\x1b]11;?\x1b\\"
_ANSWER = re.compile(r"\x1b\]11;([^\x07\x1b]{1,60})(?:\x07|\x1b\\)")
_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,60}\x1b?)?)?)?)?\Z")
_BEGUN_TOO = re.compile(rf"{_BEGUN.pattern}|\x1b{graphics.BEGUN}\Z")
_PARTS = re.compile(r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_DEAF = ("linux", "dumb", "screen", "vt", "cons")
"""Terminals that do not answer, and of which some print the question. tmux, which calls itself
``screen`` too, answers."""
_LIGHT = frozenset({"7", "15"})


def may_ask(environ: Mapping[str, str]) -> bool:
    """Whether the terminal takes the question without printing it."""
    if "TMUX" in environ:
        return True
    return "STY" not in environ and not environ.get("TERM", "dumb").startswith(_DEAF)


def told_by(environ: Mapping[str, str]) -> bool | None:
    """Whether the background is light by ``COLORFGBG`` (``15;0``); None if that says nothing."""
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return background in _LIGHT if background.isdecimal() else None


def is_light(answer: str) -> bool | None:
    """Whether a colour as terminals name it is light; None for what is no colour.

    Light is what black can be read on better than white, by WCAG 2.1.
    """
    colour = _PARTS.match(answer) or _HEX.match(answer)
    if colour is None:
        return None
    parts = [round(255 * int(digits, 16) / (16 ** len(digits) - 1)) for digits in colour.groups()]
    ground = "#{:02x}{:02x}{:02x}".format(*parts)
    return contrast(ground, "#000000") > contrast(ground, "#ffffff")


class Answers:
    """Takes the terminal's answers out of what is typed; nothing typed is lost or delayed long."""

    def __init__(self) -> None:
        self.graphics: graphics.Questions | None = None
        """Set once the terminal was asked what it can draw."""
        self.next_question = ""
        """What is to be asked after the last answer."""
        self.light: bool | None = None
        """What the last answer said."""
        self.answered = False
        self._held = ""

    def take(self, typed: str, *, hold: bool = True) -> str:
        """Return what is typed without answers; what may be the beginning of one is held back.

        Without `hold` only those are taken out that come whole: nobody waits for them any more.
        """
        text = self._held + typed
        for found in _ANSWER.finditer(text):
            self.answered, self.light = True, is_light(found[1])
        text = _ANSWER.sub("", text)
        if self.graphics:
            text = graphics.ANSWER.sub(self._drawing, text)
        begun = (_BEGUN_TOO if self.graphics else _BEGUN).search(text) if hold else None
        self._held = begun[0] if begun else ""
        return text[: len(text) - len(self._held)]

    def _drawing(self, answer: re.Match[str]) -> str:
        assert self.graphics
        self.next_question += self.graphics.take(answer[0])
        return ""

    def rest(self) -> str:
        """What was held back, when nothing more has come for a moment."""
        held, self._held = self._held, ""
        return held
