"""A quote with its credit, as it is copied."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.model.quote_kinds import Certainty
from reader.model.story import QuoteRow
from reader.text.normal import fold
from reader.text.quote_signs import OPENING
from reader.wording.dates import iso_day

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
        "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#])")


def citation(row: QuoteRow, form: str = "plain") -> str:
    """Return a quote with who said it and where it stands; `form` is a name in `FORMS`."""
    return FORMS[form](row)


def _plain(row: QuoteRow) -> str:
    """``“Words” — Name, role (Source, address)``."""
    who = _who(row)
    credit = ", ".join(part for part in (row.source, row.link) if part)
    return f"{_words(row)}{f' — {who}' if who else ''}{f' ({credit})' if credit else ''}"


def _markdown(row: QuoteRow) -> str:
    """A quotation with the story as a link below it."""
    words = "\n".join(f"> {_escaped(line)}".rstrip() for line in _words(row).splitlines())
    title = _escaped(row.title or row.source)
    story = f"[{title}](<{row.link}>)" if row.link else title
    facts = (_escaped(_who(row)), _escaped(row.source), story, iso_day(row.published))
    return f"{words}\n>\n> — {', '.join(fact for fact in facts if fact)}"


def _bibtex(row: QuoteRow) -> str:
    """A ``@misc`` entry; its key is the source, the day and the story's number."""
    source = re.sub(r"[^a-z0-9]+", "", fold(row.source)) or "story"
    who = f"{_who(row)}: " if _who(row) else ""
    fields = {
        "title": row.title,
        "howpublished": row.source,
        "date": iso_day(row.published),
        "note": f"{who}{' '.join(_words(row).split())}",
    }
    lines = [f"  {name} = {{{value.translate(_BIBTEX)}}}," for name, value in fields.items()]
    if row.link:
        lines.insert(3, f"  url = {{{row.link}}},")
    key = f"{source}-{iso_day(row.published)}-{row.story}"
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _words(row: QuoteRow) -> str:
    words = row.text.strip()
    return words if words[:1] in OPENING else f"“{words}”"


def _who(row: QuoteRow) -> str:
    """Name and role; a name that was worked out carries its question mark into what is quoted."""
    doubt = "?" if row.speaker and row.certainty == Certainty.INFERRED else ""
    return ", ".join(part for part in (row.speaker + doubt, row.role) if part)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


FORMS: dict[str, Callable[[QuoteRow], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "bibtex": _bibtex,
}
"""By the names that the setting `copy_format` has for them."""
