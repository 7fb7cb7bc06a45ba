"""Which language a text is in: by script, then by the commonest words. Cheap, never certain."""

from __future__ import annotations

import os
import re
from functools import cache

from reader.text import scripts

SAMPLE = 3000
"""Characters looked at."""
_SCRIPTS = {
    "ja": f"[{scripts.KANA}]",
    "ko": f"[{scripts.HANGUL}]",
    "zh": f"[{scripts.HAN}]",
    "el": f"[{scripts.GREEK}]",
    "he": f"[{scripts.HEBREW}]",
    "hi": f"[{scripts.DEVANAGARI}]",
    "bn": f"[{scripts.BENGALI}]",
    "ta": f"[{scripts.TAMIL}]",
    "th": f"[{scripts.THAI}]",
    "ka": f"[{scripts.GEORGIAN}]",
    "hy": f"[{scripts.ARMENIAN}]",
    "cyrillic": f"[{scripts.CYRILLIC}]",
    "arabic": f"[{scripts.ARABIC}]",
    "latin": f"[{scripts.LATIN}]",
}
"""The letters of each script; compiled when they are met, since most texts are in one."""
_OTHER_SCRIPTS = re.compile("[\u0370-\u1fff\u3040-\uffef]")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _common_words() -> dict[str, list[tuple[str, float]]]:
    """Return for each common word its languages and how much it tells: less, the more share it."""
    owners: dict[str, list[str]] = {}
    # Not importlib.resources: to import it takes as long as to find the quotes of thirty stories.
    path = os.path.join(os.path.dirname(__file__), "common_words.txt")
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            lang, _, words = line.partition(":")
            if words and not lang.startswith("#"):
                for word in words.split():
                    owners.setdefault(word, []).append(lang.strip())
    return {word: [(lang, 1 / len(langs)) for lang in langs] for word, langs in owners.items()}


def _script(sample: str) -> str:
    """Which of `_SCRIPTS` a text is mostly in; empty if in none."""
    if not _OTHER_SCRIPTS.search(sample):  # counting costs more than all the rest
        return "latin" if re.search(_SCRIPTS["latin"], sample) else ""
    counts = {name: len(re.findall(letters, sample)) for name, letters in _SCRIPTS.items()}
    if counts["ja"] and counts["ja"] * 12 > counts["zh"]:
        counts["ja"] += counts.pop("zh")
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else ""


def guess_language(text: str, hint: str = "") -> str:
    """Return the primary tag of the language of `text`: ``en``; empty if it cannot be told.

    `hint` is what a feed or page says of itself, ``en-US``. It decides what the words leave open,
    and is overruled where they speak clearly for another language.
    """
    hint = hint.strip().lower().replace("_", "-").partition("-")[0]
    hint = hint if hint.isascii() and hint.isalpha() and len(hint) in (2, 3) else ""
    hint = {"nb": "no", "nn": "no"}.get(hint, hint)
    sample = text[:SAMPLE]
    script = _script(sample)
    if not script:
        return hint
    if script not in ("latin", "cyrillic", "arabic"):
        return script
    scores: dict[str, float] = {}
    common = _common_words()
    words = list(map(str.lower, _WORD.findall(sample)))
    for owners in filter(None, map(common.get, words)):
        for lang, weight in owners:
            scores[lang] = scores.get(lang, 0.0) + weight
    if not scores:
        return hint or {"cyrillic": "ru", "arabic": "ar"}.get(script, "")
    ranked = sorted(scores, key=lambda lang: -scores[lang])
    best = ranked[0]
    # A hint stands unless another language has twice its words and there are some to judge by.
    if hint and (len(words) < 8 or scores[best] < 2 * scores.get(hint, 0.0) + 2):
        return hint
    if scores[best] < 0.04 * len(words) or (scores[best] < 1 and len(words) > 3):
        return hint
    return best
