"""The screen as it was left, painted at the start before anything heavy is imported.

What takes the start its time is importing; this module needs next to nothing. The frame is kept
when the reader ends, as lines of text and colours, with a key that says for which terminal, window
and settings it was drawn. Where any of them is another now, nothing is painted. The reader starts
behind the frame and paints over it (`taking_over`); what is typed meanwhile waits for it unseen.
"""

from __future__ import annotations

import os
import sys

from reader import __version__

TYPE_CHECKING = False
"""What type checkers take for true; see `reader.cli.entry`."""
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "last-frame"
OTHER_SCREEN = "\x1b[?1049h"
"""Takes the terminal's second screen; Textual writes it too."""
_GIVEN_BACK = "\x1b[m\x1b[?1049l\x1b[?25h"
_LOOKS = (
    *("TERM", "COLORTERM", "NO_COLOR", "COLORFGBG", "TMUX", "STY"),
    *("LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "LANGUAGE"),
)
"""Variables on which the look of a frame depends."""
_LONGEST = 1_000_000
"""Characters of a frame; 300 columns by 100 rows with a colour for each cell take less."""
_INPUT, _OUTPUT = 0, 1

_up: list[list[int | list[bytes | int]]] = []
"""The terminal's settings from before the frame, while the frame is all that is on the screen."""


def key_of(config: str, columns: int, rows: int, environ: Mapping[str, str]) -> str:
    """Say in one line for what a frame was drawn: version, window, terminal, settings file."""
    try:
        status = os.stat(config)
        settings = f"{status.st_mtime_ns} {status.st_size}"
    except OSError:
        settings = "none"
    looks = [f"{name}={environ.get(name, '')!r}" for name in _LOOKS]
    return " ".join([__version__, f"{columns}x{rows}", settings, *looks])


def is_sound(line: str) -> bool:
    """Whether a line does nothing to a terminal but show signs and set colours (SGR)."""
    plain, *coloured = line.split("\x1b")
    for part in coloured:
        numbers, end, words = part.partition("m")
        if not end or numbers[:1] != "[" or numbers[1:].strip("0123456789;"):
            return False
        plain += words
    return plain.isprintable()


def keep(path: str, key: str, lines: Sequence[str]) -> None:
    """Keep a frame for the next start; a line that is not sound leaves nothing to be painted."""
    half = path + ".part"
    try:
        if not lines or not all(map(is_sound, lines)):
            os.unlink(path)
            return
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join([key, *lines]))
        os.replace(half, path)
    except OSError:
        return  # the next start does without


def lines_of(kept: str, key: str, rows: int) -> list[str]:
    """Return the lines of a kept frame; none if it was drawn for another key or is not sound."""
    drawn_for, *lines = kept.split("\n")
    fits = drawn_for == key and len(lines) == rows
    return lines if fits and all(map(is_sound, lines)) else []


def paint(arguments: Sequence[str], environ: Mapping[str, str]) -> None:
    """Paint the frame that was kept, if this start is one of the reader and the frame fits."""
    cache, config = _places(arguments, environ)
    if not cache or not (os.isatty(_INPUT) and os.isatty(_OUTPUT)):
        return
    import termios  # verbs need none

    try:
        with open(os.path.join(cache, NAME), encoding="utf-8") as file:
            kept = file.read(_LONGEST)
        columns, rows = os.get_terminal_size(_OUTPUT)
        key = key_of(os.path.join(config, "config.toml"), columns, rows, environ)
        if lines := lines_of(kept, key, rows):
            _paint(lines)
    except (OSError, ValueError, termios.error):
        return  # without it the reader only begins later


def _paint(lines: Sequence[str]) -> None:
    import termios

    before = termios.tcgetattr(_INPUT)
    quiet = [*before]
    # What is typed must not show among the rows; it waits, as it is typed, for the reader.
    quiet[0] = before[0] & ~termios.ICRNL
    quiet[3] = before[3] & ~(termios.ECHO | termios.ICANON)
    _end_in_order()
    _up.append(before)
    termios.tcsetattr(_INPUT, termios.TCSANOW, quiet)
    drawn = "".join(f"\x1b[{row}H{line}\x1b[m" for row, line in enumerate(lines, 1))
    sys.stdout.write(f"{OTHER_SCREEN}\x1b[?25l\x1b[?7l{drawn}\x1b[?7h")
    sys.stdout.flush()


def _end_in_order() -> None:
    """Let a signal to end give the terminal back; the app, once it listens, ends in its own way."""
    import signal  # only where there is a frame: it takes 5 ms

    def end(number: int, _: object) -> None:
        take_back()
        sys.exit(128 + number)

    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)


def is_up() -> bool:
    """Whether a painted frame is all that is on the screen."""
    return bool(_up)


def taking_over() -> list[int | list[bytes | int]] | None:
    """Hand the screen over to the app: the terminal's settings from before; None: no frame."""
    return _up.pop() if _up else None


def take_back() -> None:
    """Leave the terminal as it was, if the reader ends before it has taken over."""
    if before := taking_over():
        import termios

        try:
            sys.stdout.write(_GIVEN_BACK)
            sys.stdout.flush()
            termios.tcsetattr(_INPUT, termios.TCSANOW, before)
        except (OSError, ValueError, termios.error):
            return  # the terminal has gone


def _places(arguments: Sequence[str], environ: Mapping[str, str]) -> tuple[str, str]:
    """The directories of cache and settings (`store.paths`, which costs more time to import).

    Empty where the call wants something else than the reader, or the places are not known here.
    """
    home = environ.get("NEWSREADER_HOME", "")
    rest = iter(arguments)
    for word in rest:
        if word == "--home":
            home = next(rest, "")
            if not home:
                return "", ""
        elif word.startswith("--home="):
            home = word.removeprefix("--home=")
        elif word != "--no-mouse":
            return "", ""
    if home:
        home = os.path.abspath(os.path.expanduser(home))
        return os.path.join(home, "cache"), os.path.join(home, "config")
    if not sys.platform.startswith("linux"):
        return "", ""
    cache, config = (
        environ.get(name, "").strip() or os.path.expanduser(usual)
        for name, usual in (("XDG_CACHE_HOME", "~/.cache"), ("XDG_CONFIG_HOME", "~/.config"))
    )
    return os.path.join(cache, "newsreader"), os.path.join(config, "newsreader")
