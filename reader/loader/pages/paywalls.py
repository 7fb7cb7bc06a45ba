"""Recognises why a page has no whole story: a paywall, a consent page, or a need of scripts."""

from __future__ import annotations

import re

from reader.model.article import Completeness
from reader.wording.catalogue import say

SHORT = 1200
"""Characters; a longer text is a story, unless a paywall follows directly."""
BELOW = 1000
"""Characters of a page after a long text in which a paywall is looked for."""

LAST = 60
"""Characters at the end of a text by which its place on the page is found."""

_PAYWALL = re.compile(
    r"subscri(?:be|bers?|ption)\b.{0,40}\b(?:to (?:continue|read|keep)|only|required)"
    r"|(?:continue|keep) reading (?:with|for|by)|already a (?:subscriber|member)"
    r"|this (?:article|content|story) is (?:for|only|reserved|exclusive)"
    r"|(?:nur|exklusiv) für abonnent|jetzt (?:weiterlesen|abonnieren)|mit .{0,12}\+ weiterlesen"
    r"|réservée? aux abonnés|il vous reste .{0,12}% |article réservé"
    r"|(?:solo|exclusivo) para (?:suscriptores|assinantes)|contenido exclusivo para"
    r"|riservato agli abbonati|per continuare a leggere"
    r"|exclusief voor abonnees|alleen voor abonnees|för prenumeranter|for abonnenter"
    r"|dla prenumeratorów|pozostało .{0,6}% (?:artykułu|tekstu)|только для подписчиков"
    r"|доступ(?:ен|но) по подписке|(?:läs|les|læs) (?:vidare|videre) med"
    r"|会員限定|有料会員|有料記事|この記事は有料|残り.{0,10}文字|会员专享|會員專享|訂戶(?:專享|限定)|登[录入](?:後|后)(?:可)?[阅閱][读讀]|仅限订阅|訂閱會員|付费阅读|订阅后(?:可)?阅读",
    re.I,
)
_CONSENT = re.compile(
    r"\b(?:we (?:and our partners )?use cookies|accept (?:all )?cookies|cookie (?:policy|settings)"
    r"|before you continue to|your privacy choices|manage (?:your )?consent"
    r"|alle akzeptieren|cookies (?:akzeptieren|zulassen)|accepter (?:et|les|tous)"
    r"|mit werbung (?:weiter)?lesen|zustimmen und weiter|tout accepter|continuer sans accepter"
    r"|aceptar (?:todas|cookies|y continuar)|aceitar (?:todos|cookies)"
    r"|accetta (?:tutti|e continua|i cookie)|alle cookies accepteren|alles accepteren"
    r"|godkänn alla|godta alle|accepter alle|zaakceptuj|akceptuję|принять (?:все )?cookie)"
    r"|файлы cookie|クッキー(?:を|の)(?:許可|使用|受け入れ)|同意して続ける|接受所有|同意并继续",
    re.I,
)
_SCRIPT = re.compile(
    r"\b(?:enable|activate|turn on|requires?) javascript"
    r"|javascript (?:is|to be) (?:disabled|enabled|required)|javascript aktivieren"
    r"|activer javascript|please wait|just a moment|checking your browser"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|loading\W*$",
    re.I,
)


def note_on(completeness: Completeness) -> str:
    """Return the sentence on why a story is not whole; empty if it is."""
    return "" if completeness is Completeness.WHOLE else say(f"notes.{completeness.value}")


def completeness_of(text: str, page: str, *, free: bool) -> Completeness:
    """Return whether a text is the whole story, or what kept it from being so.

    `text` is the story as extracted; `page` is all text of the page; `free` is False where the
    page's metadata say that it is not free (``isAccessibleForFree``).
    """
    # Looked for after the text only: at its head "Already a subscriber?" is a link to log in.
    end = page.rfind(" ".join(text[-LAST:].split())) if text else 0
    if len(text) > SHORT:
        has_paywall = not free and end >= 0 and _PAYWALL.search(page[end : end + BELOW])
        return Completeness.PAYWALL if has_paywall else Completeness.WHOLE
    end = max(0, end)
    if not free or _PAYWALL.search(page[end : end + 60_000]):
        return Completeness.PAYWALL
    if len(text) < SHORT // 4 and _CONSENT.search(page[:20_000]) and len(page) < 8 * SHORT:
        return Completeness.CONSENT
    if not text:
        return Completeness.SCRIPT if _SCRIPT.search(page[:5000]) else Completeness.FAILED
    return Completeness.WHOLE


def is_placeholder(text: str) -> bool:
    """Tell whether a short text only asks to enable JavaScript or to wait."""
    return len(text) < 300 and _SCRIPT.search(text) is not None
