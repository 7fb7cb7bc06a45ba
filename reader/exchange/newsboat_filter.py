"""newsboat's filter expressions to this program's queries, as far as they say the same."""

from __future__ import annotations

import re

_TERM = re.compile(
    r"""\s*(?:(and\b|or\b|[()])|([a-z_]+)\s*(==|=~|!=|!~|!\#|<=|>=|=|\#|<|>|between)\s*
        (?:"((?:[^"\\]|\\.)*)"|(-?\d+(?::-?\d+)?)))""",
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN = re.compile(r"[\w\s'’.&-]+\Z")
_TEXTS = frozenset({"title", "content", "link", "author"})
_PLACES = frozenset({"tags", "feedtitle"})


def query_from_filter(expression: str) -> str:
    """Return a query that finds what newsboat's `expression` finds, or an empty string.

    Understood: read or not, flags, tags, feed titles, plain words, age; joined by ``and`` or
    ``or``, but not by both without brackets, where people do not agree which comes first.
    """
    text, position = expression.strip(), 0
    parts: list[str] = []
    joined: list[set[str]] = [set()]
    """The words that join the terms of each bracket that is open."""
    while position < len(text):
        match = _TERM.match(text, position)
        if not match:
            return ""
        position = match.end()
        sign, name, operator, quoted, number = match.groups()
        if not sign:
            value = re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else number
            term = _term(name.lower(), operator.lower(), value)
            if not term:
                return ""
            parts.append(term)
        elif sign == "(":
            joined.append(set())
            parts.append("(")
        elif sign == ")":
            joined.pop()
            parts.append(")")
        else:
            joined[-1].add(sign.lower())
            if sign.lower() == "or":
                parts.append("OR")
        if not joined or len(joined[-1]) > 1:
            return ""
    return " ".join(parts).replace("( ", "(").replace(" )", ")") if len(joined) == 1 else ""


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
        return newer if int(least) == 0 else f"({newer} older:{int(least)}d)"
    if not value.isdecimal():
        return ""
    days = int(value)
    return {
        "<": f"newer:{days}d",
        "<=": f"newer:{days + 1}d",
        ">": f"older:{days + 1}d",
        ">=": f"older:{days}d",
    }.get(operator, "")
