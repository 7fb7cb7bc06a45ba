"""newsboat's filter expressions to this program's queries, as far as they say the same."""

from __future__ import annotations

import re

_TERM = re.compile(
    r"""\s*(?:(and)\b|([a-z_]+)\s*(==|=~|!=|!~|!\#|<=|>=|=|\#|<|>|between)\s*
        (?:"((?:[^"\\]|\\.)*)"|(-?\d+(?::-?\d+)?)))""",
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN = re.compile(r"[\w\s'’.&-]+\Z")
_TEXTS = frozenset({"title", "content", "link", "author"})
_PLACES = frozenset({"tags", "feedtitle"})


def query_from_filter(expression: str) -> str:
    """Return a query that finds what newsboat's `expression` finds, or an empty string.

    Only terms joined by ``and`` are understood: read or not, tags, feed titles, plain words, age.
    """
    text, position, terms = expression.strip(), 0, []
    while position < len(text):
        found = _TERM.match(text, position)
        if not found:
            return ""
        position = found.end()
        joined, name, operator, quoted, number = found.groups()
        if joined:
            continue
        value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else number
        term = _term(name.lower(), operator.lower(), value)
        if not term:
            return ""
        terms.append(term)
    return " ".join(terms)


def _term(name: str, operator: str, value: str) -> str:
    if name == "unread" and operator in ("=", "==", "!="):
        return "is:unread" if (value == "yes") == (operator != "!=") else "is:read"
    if name == "flags" and operator in ("#", "=~", "!=") and value != "":
        return "is:saved" if operator != "!=" else ""
    if name == "age":
        return _age(operator, value)
    if not _PLAIN.match(value) or operator not in ("#", "!#", "=~", "!~", "=", "=="):
        return ""
    quoted = f'"{value}"' if re.search(r"\W", value) else value
    minus = "-" if operator.startswith("!") else ""
    if name in _PLACES:
        return f"{minus}in:{quoted}"
    return f"{minus}{quoted}" if name in _TEXTS else ""


def _age(operator: str, value: str) -> str:
    """Age in days, counted as newsboat does: 0 is today."""
    least, _, most = value.partition(":")
    if operator == "between" and most.isdecimal() and least.isdecimal():
        newer = f"newer:{int(most) + 1}d"
        return newer if int(least) == 0 else f"{newer} older:{int(least)}d"
    if not value.isdecimal():
        return ""
    days = int(value)
    return {
        "<": f"newer:{days}d",
        "<=": f"newer:{days + 1}d",
        ">": f"older:{days + 1}d",
        ">=": f"older:{days}d",
    }.get(operator, "")
