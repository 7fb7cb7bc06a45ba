"""Recognises what stands in a story's place: a paywall, a consent page, a page made by scripts."""

from __future__ import annotations

import re

from reader.model.article import Completeness

SHORT = 1200
"""Characters; a text that is longer is a story whatever else the page says."""

_PAYWALL = re.compile(
    r"subscri(?:be|bers?|ption)\b.{0,40}\b(?:to (?:continue|read|keep)|only|required)"
    r"|(?:continue|keep) reading (?:with|for|by)|already a (?:subscriber|member)"
    r"|this (?:article|content|story) is (?:for|only|reserved|exclusive)"
    r"|(?:nur|exklusiv) für abonnent|jetzt (?:weiterlesen|abonnieren)|mit .{0,12}\+ weiterlesen"
    r"|réservée? aux abonnés|il vous reste .{0,12}% |article réservé"
    r"|(?:solo|exclusivo) para (?:suscriptores|assinantes)|contenido exclusivo para"
    r"|riservato agli abbonati|per continuare a leggere"
    r"|exclusief voor abonnees|alleen voor abonnees|för prenumeranter|for abonnenter"
    r"|dla prenumeratorów|только для подписчиков|会員限定|有料会員|仅限订阅|訂閱會員",
    re.I,
)
_CONSENT = re.compile(
    r"\b(?:we (?:and our partners )?use cookies|accept (?:all )?cookies|cookie (?:policy|settings)"
    r"|before you continue to|your privacy choices|manage (?:your )?consent"
    r"|alle akzeptieren|cookies (?:akzeptieren|zulassen)|accepter (?:et|les|tous)"
    r"|aceptar (?:todas|cookies)|accetta (?:tutti|i cookie)|alle cookies accepteren)",
    re.I,
)
_SCRIPT = re.compile(
    r"\b(?:enable|activate|turn on|requires?) javascript"
    r"|javascript (?:is|to be) (?:disabled|enabled|required)|javascript aktivieren"
    r"|activer javascript|please wait|just a moment|checking your browser"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|loading\W*$",
    re.I,
)

NOTES = {
    Completeness.PART: "This page is very long: only its beginning is here.",
    Completeness.PAYWALL: "The site keeps the rest for its subscribers.",
    Completeness.CONSENT: "The site shows its story only after questions about cookies.",
    Completeness.SCRIPT: "The page builds its text with a script; there was none in it.",
    Completeness.SUMMARY: "The page gives only a summary of the story.",
    Completeness.FAILED: "No story was found on the page.",
}


def wall(text: str, page: str, *, free: bool) -> Completeness:
    """Return what stands before the story, if anything.

    `text` is the story as found, `page` all visible words, `free` what the page says of itself.
    """
    if len(text) > SHORT:
        return Completeness.WHOLE
    if not free or _PAYWALL.search(page[:60_000]):
        return Completeness.PAYWALL
    if len(text) < SHORT // 4 and _CONSENT.search(page[:20_000]) and len(page) < 8 * SHORT:
        return Completeness.CONSENT
    if not text:
        return Completeness.SCRIPT if _SCRIPT.search(page[:5000]) else Completeness.FAILED
    return Completeness.WHOLE


def only_excuses(text: str) -> bool:
    """Tell whether a short text says nothing but that scripts or patience are wanted."""
    return len(text) < 300 and _SCRIPT.search(text) is not None
