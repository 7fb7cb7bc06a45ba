"""The language a person chose, for words that are needed before the settings are read."""

from __future__ import annotations

from pathlib import Path


def chosen_language(file: Path) -> str:
    """Return ``language`` of a ``config.toml``; empty if there is none, or no such file to read.

    What is wrong with the file is told where all of it is read.
    """
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    if "language" not in text:
        return ""
    # Imported here: most people never set it.
    import tomllib

    try:
        language = tomllib.loads(text).get("language")
    except (ValueError, RecursionError):
        return ""
    return language if isinstance(language, str) else ""
