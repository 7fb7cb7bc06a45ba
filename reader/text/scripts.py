"""The scripts of the world: ranges of their letters, and which are written without blanks.

The ranges are made to stand within the brackets of a regular expression. They are strings, not
patterns, so that whoever needs none of them pays nothing.
"""

from __future__ import annotations

GREEK = "\u0370-\u03ff\u1f00-\u1fff"
CYRILLIC = "\u0400-\u04ff"
ARMENIAN = "\u0530-\u058f"
HEBREW = "\u0590-\u05ff"
ARABIC = "\u0600-\u06ff"
DEVANAGARI = "\u0900-\u097f"
BENGALI = "\u0980-\u09ff"
TAMIL = "\u0b80-\u0bff"
THAI = "\u0e00-\u0e7f"
LAO = "\u0e80-\u0eff"
BURMESE = "\u1000-\u109f"
GEORGIAN = "\u10a0-\u10ff"
KHMER = "\u1780-\u17ff"
KANA = "\u3040-\u30ff"
HAN = "\u3400-\u9fff\uf900-\ufaff"
HANGUL = "\u1100-\u11ff\uac00-\ud7af"
LATIN = "A-Za-z\u00c0-\u024f"

EAST_ASIAN = "\u2e80"
"""From this code point on letters are East Asian: as wide as high, and they know no apostrophe."""

HAN_AND_KANA = "\u2e80-\u9fff\uf900-\ufaff"
"""Chinese and Japanese with their radicals and punctuation, where each sign counts as a word."""

WITHOUT_BLANKS = f"{THAI}{LAO}{BURMESE}{KHMER}\u3005-\u3007{KANA}{HAN}\U00020000-\U0003ffff"
"""Letters of all scripts in which no blank stands between two words.

The index of stored stories is cut by these ranges: to change them makes it old.
"""

LANGUAGES_WITHOUT_BLANKS = frozenset({"ja", "zh", "th", "lo", "km", "my"})
"""Korean is not among them: it has blanks between its words."""


def breaks_anywhere(letter: str) -> bool:
    """Whether a line may end on either side of `letter`: Han, kana and full-width forms."""
    return letter >= EAST_ASIAN and (
        letter <= "\u9fff" or "\uf900" <= letter <= "\ufaff" or "\uff00" <= letter <= "\uff9f"
        or "\U00020000" <= letter <= "\U0003ffff"
    )  # fmt: skip
