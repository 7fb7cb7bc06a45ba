"""Why a page has no whole story: paywalls, pages about consent, pages made by scripts."""

from __future__ import annotations

import pytest

from reader.loader.pages.paywalls import BELOW, SHORT, completeness_of, is_placeholder
from reader.model.article import Completeness

SENTENCE = "The ferry left the quay at noon with nine goats and a piano on board. "
TEASER = (SENTENCE * 8).strip()
LONG = (SENTENCE * (SHORT // len(SENTENCE) + 2)).strip()
WALL = "Subscribe to continue reading."


@pytest.mark.parametrize(
    ("text", "page", "free", "completeness"),
    [
        (LONG, LONG, True, Completeness.WHOLE),
        (LONG, f"{LONG} {WALL}", True, Completeness.WHOLE),
        (LONG, f"{LONG} {WALL}", False, Completeness.PAYWALL),
        (LONG, f"{WALL} {LONG}", False, Completeness.WHOLE),
        (LONG, f"{LONG} {'x ' * BELOW} {WALL}", False, Completeness.WHOLE),
        (TEASER, TEASER, True, Completeness.WHOLE),
        (TEASER, f"{TEASER} {WALL}", True, Completeness.PAYWALL),
        (TEASER, f"Already a subscriber? {TEASER}", True, Completeness.WHOLE),
        (TEASER, TEASER, False, Completeness.PAYWALL),
        ("", "We and our partners use cookies.", True, Completeness.CONSENT),
        (TEASER, f"{TEASER} We and our partners use cookies.", True, Completeness.WHOLE),
        ("", "Please enable JavaScript.", True, Completeness.SCRIPT),
        ("", "Nothing is here.", True, Completeness.FAILED),
    ],
)
def test_what_kept_a_story_from_being_whole(
    text: str, page: str, free: bool, completeness: Completeness
) -> None:
    assert completeness_of(text, page, free=free) is completeness


def test_a_text_that_only_asks_for_scripts_is_no_story() -> None:
    assert is_placeholder("Please enable JavaScript to read on.")
    assert not is_placeholder(f"{LONG} Please enable JavaScript.")
    assert not is_placeholder(SENTENCE)
