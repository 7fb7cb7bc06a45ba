"""Makes the pictures of the README from the demo edition, through the real loader and screen.

    python screenshots/make.py            write them all
    python screenshots/make.py --check    say which are old; exit status 1 if any is

A picture is an SVG of one frame. The clock stands still, so that the same program always draws the
same picture; beside them `digests.json` holds what each one shows, so that a test can tell without
comparing drawings.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.app.app import NewsreaderApp
from reader.newsroom.demo import open_demo
from reader.newsroom.newsroom import Newsroom

HERE = Path(__file__).resolve().parent
DIGESTS = HERE / "digests.json"
NOW = 1_795_766_400
"""27 November 2026, 08:00 UTC, in every picture."""
PATIENCE = 20.0
"""Seconds in which a picture may still become the one that is hoped for."""
_FONT_FACE = re.compile(r"\s*@font-face\s*\{[^}]*\}")
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_FAMILY = re.compile(r"font-family:\s*Fira Code")


class StandingClock:
    """A clock that never moves."""

    def now(self) -> int:
        """Unix seconds."""
        return NOW

    def monotonic(self) -> float:
        """Never moves either."""
        return 0.0


@dataclass(frozen=True)
class Shot:
    """One picture: the window and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "lamplight"


SHOTS = (
    Shot("main", (120, 36), ("J", "J")),
    Shot("reading", (120, 36), ("J", "J", "f", "right_square_bracket")),
    Shot("narrow", (80, 24), ("J", "J", "enter", "right_square_bracket")),
    Shot("quotes", (120, 36), ("quotation_mark",)),
    Shot("light", (120, 36), ("J", "J"), "paper"),
)


@dataclass(frozen=True)
class Picture:
    """A drawn frame."""

    svg: str
    digest: str
    """Of every cell's character and colours."""


def draw(
    shots: Iterable[Shot] = SHOTS, known: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Picture]:
    """Draw the pictures anew, by name.

    `known` are the digests that are hoped for: a slow machine is given time to come to them.
    """
    pictures = {}
    for shot in shots:
        with tempfile.TemporaryDirectory() as home:
            newsroom = open_demo(StandingClock(), home=home)
            try:
                newsroom.preferences.set("theme", shot.theme)
                newsroom.preferences.set("motion", False)
                pictures[shot.name] = asyncio.run(_draw(newsroom, shot, known.get(shot.name)))
            finally:
                newsroom.close()
    return pictures


async def _draw(newsroom: Newsroom, shot: Shot, hoped: str | None) -> Picture:
    app = NewsreaderApp(newsroom, refresh=False)
    app.animation_level = "none"
    async with app.run_test(size=shot.size) as pilot:
        for key in ("", *shot.keys):
            if key:
                await pilot.press(key)
            await settled(app, pilot.pause)
        end = time.monotonic() + (PATIENCE if hoped else 0)
        while (digest := _digest(app)) != hoped and time.monotonic() < end:
            await pilot.pause(0.1)
        svg = app.export_screenshot(title="newsreader")
    # The picture names no address to load a font from: it is drawn in the reader's own.
    svg = _FONT_FACE.sub("", _COMMENT.sub("", svg))
    svg = _FAMILY.sub("font-family: Fira Code, Menlo, DejaVu Sans Mono", svg)
    return Picture(svg, digest)


def _digest(app: NewsreaderApp) -> str:
    """What stands on the screen, as 32 hexadecimal digits."""
    digest = hashlib.sha256()
    for strip in app.screen._compositor.render_strips():  # noqa: SLF001 - Textual has no other way
        for text, style, _control in strip:
            look = style.clear_meta_and_links() if style else ""
            digest.update(f"{text}\0{look}\0".encode())
    return digest.hexdigest()[:32]


async def settled(app: NewsreaderApp, pause: Callable[[float], Awaitable[None]]) -> None:
    """Wait until no answer is to come and what the last one asked for has been drawn."""
    for _ in range(3):
        while app.requests.busy:
            await pause(0.01)
        await pause(0.1)  # longer than the cursor must rest before its story is shown


def stale() -> list[str]:
    """Names of the pictures that no longer show what the program draws."""
    known = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.exists() else {}
    return [
        name
        for name, picture in draw(known=known).items()
        if known.get(name) != picture.digest or not (HERE / f"{name}.svg").exists()
    ]


def write() -> None:
    """Write all pictures and what they show."""
    pictures = draw()
    for name, picture in pictures.items():
        (HERE / f"{name}.svg").write_text(picture.svg, encoding="utf-8")
    digests = {name: picture.digest for name, picture in pictures.items()}
    DIGESTS.write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--check" in sys.argv:
        old = stale()
        print("\n".join(old) or "All pictures show what the program draws.")
        sys.exit(bool(old))
    write()
    print(f"{len(SHOTS)} pictures written to {HERE}")
