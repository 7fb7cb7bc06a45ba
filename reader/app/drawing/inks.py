"""How the inks of a laid-out story look: theme tokens to styles, with and without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from rich.style import Style
from textual.color import Color

from reader.app.looks.themes import VoiceColour, voice_colours
from reader.typesetting.line import UNATTRIBUTED, Ground, Ink, Voice
from reader.typesetting.styled_text import Feature

_BOLD = Style(bold=True)
_ITALIC = Style(italic=True)
_UPRIGHT = Style(italic=False)
_UNDERLINE = Style(underline=True)
_STRUCK = Style(strike=True)
_DIM = Style(dim=True)

_TOKENS = {
    Ink.BODY: "text",
    Ink.KICKER: "accent",
    Ink.TITLE: "bright",
    Ink.STANDFIRST: "muted",
    Ink.MUTED: "muted",
    Ink.HEADING: "bright",
    Ink.SUBHEADING: "text",
    Ink.CAPTION: "muted",
    Ink.CODE: "text",
    Ink.STRONG: "text",
    Ink.ACCENT: "accent",
    Ink.HAIRLINE: "line",
    Ink.KEY: "accent",
}
_BOLD_INKS = frozenset(
    (Ink.TITLE, Ink.HEADING, Ink.SUBHEADING, Ink.STRONG, Ink.NAME, Ink.KEY)
)
_ITALIC_INKS = frozenset((Ink.STANDFIRST, Ink.CAPTION, Ink.BLOCK_QUOTE))
_OF_A_VOICE = frozenset((Ink.BLOCK_QUOTE, Ink.LONG_QUOTE))


class Inks:
    """The styles of one theme for the voices of one story."""

    def __init__(
        self,
        tokens: Mapping[str, str],
        voices: Sequence[Voice] = (),
        *,
        colourless: bool = False,
        underlined: bool = False,
    ) -> None:
        """Take the theme's variables.

        `colourless`: NO_COLOR is set, words in quotes are italic; `underlined`: the terminal has no
        italic, they are underlined instead.
        """
        self._tokens = tokens
        self.colourless = colourless
        self.flat = colourless or tokens["raise"] == tokens["bg"]
        """There are no grounds to tell things apart: bands get edges, marks are reversed."""
        self._quoted = _UNDERLINE if underlined else _ITALIC
        self._links = Style() if underlined else _UNDERLINE
        self._colours = voice_colours(voice.key for voice in voices)
        self._keys = [voice.key for voice in voices]
        self.words = cache(self._words)

    def token(self, name: str) -> Style:
        """The style of letters in one of the theme's colours; quiet ones are dim without colour."""
        style = Style(color=Color.parse(self._tokens[name]).rich_color)
        return style + _DIM if self.colourless and name in ("muted", "faint", "line") else style

    def behind(self, name: str) -> Style:
        """The style of a ground in one of the theme's colours."""
        return Style(bgcolor=Color.parse(self._tokens[name]).rich_color)

    def colour(self, voice: int) -> VoiceColour:
        """The colour of a voice of this story."""
        return self._colours["" if voice == UNATTRIBUTED else self._keys[voice]]

    def name(self, voice: int) -> Style:
        """A speaker's name and rule."""
        slot = self.colour(voice).slot
        return self.token(f"voice-{slot}" if slot else "muted") + _BOLD

    def rule(self, voice: int) -> Style:
        """The rule beside the words."""
        return self.name(voice) + Style(bold=False)

    def tint(self, voice: int) -> Style:
        """What lies behind quoted words."""
        slot = self.colour(voice).slot
        return self.behind(f"tint-{slot}" if slot else "raise")

    def marked(self) -> Style:
        """Laid over a quote that was jumped to."""
        return Style(reverse=True) if self.flat else self.behind("sel")

    def found(self) -> Style:
        """Laid over a found word."""
        if self.flat:
            return Style(reverse=True)
        return self.token("match-text") + self.behind("match")

    def ground(self, ground: Ground, tint: int | None) -> Style:
        """What lies behind a whole line."""
        if ground is Ground.QUOTE and tint is not None:
            return self.tint(tint)
        return self.behind("raise") if ground is Ground.RAISED else Style()

    def sign(self, ink: Ink, voice: int | None) -> Style:
        """Something drawn that is no part of the text."""
        return self.words(ink, Feature.NONE, voice, voice)

    def _words(
        self, ink: Ink, features: Feature, voice: int | None, tint: int | None = None
    ) -> Style:
        """Words of the story; `voice` says those marked as quoted, `tint` the whole line."""
        style = self._base(ink, tint)
        if features & Feature.QUOTED and voice is not None:
            style += self._spoken(voice)
            if self.colourless:
                style += self._quoted
        if features & (Feature.EMPHASIS | Feature.INNER):
            italic = bool(style.italic) and ink is not Ink.CAPTION and ink is not Ink.STANDFIRST
            style += _UPRIGHT if italic else _ITALIC
        for feature, look in self._looks:
            if features & feature:
                style += look
        if features & Feature.MARK and voice is not None:
            style += self.name(voice) + _UPRIGHT
        return style

    @cached_property
    def _looks(self) -> tuple[tuple[Feature, Style], ...]:
        """How words look by what else they are, the later over the earlier."""
        muted = self.token("muted")
        return (
            (Feature.STRONG, _BOLD),
            (Feature.DELETED, _STRUCK + muted),
            (Feature.INSERTED, _UNDERLINE + self.token("bright")),
            (Feature.CODE, self.behind("raise") + _UPRIGHT),
            (Feature.LINK, self.token("link") + self._links),
            (Feature.NUMBER, muted + _UPRIGHT),
        )

    def _base(self, ink: Ink, voice: int | None) -> Style:
        if ink in _OF_A_VOICE and voice is not None:
            style = self._spoken(voice)
        elif ink in (Ink.NAME, Ink.CITE) and voice is not None:
            style = self.rule(voice)
        else:
            style = self.token(_TOKENS.get(ink, "text"))
        if ink in _BOLD_INKS:
            style += _BOLD
        if ink in _ITALIC_INKS:
            style += _ITALIC
        return style

    def _spoken(self, voice: int) -> Style:
        slot = self.colour(voice).slot
        return self.token(f"words-{slot}" if slot else "text") + self.tint(voice)
