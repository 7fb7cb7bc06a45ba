from __future__ import annotations

import pytest

from reader.app.terminal.hyperlinks import follows_links


@pytest.mark.parametrize(
    "environ",
    [
        {"TERM": "xterm-kitty"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"},
        {"TERM": "xterm-256color", "VTE_VERSION": "7006"},
        {"TERM": "foot-direct"},
        {"TMUX": "x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a"},
    ],
)
def test_terminals_known_to_follow_links_do(environ: dict[str, str]) -> None:
    assert follows_links(environ)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"TERM": "xterm-256color"},
        {"TERM": "linux", "VTE_VERSION": "7006"},
        {"TERM": "xterm-256color", "VTE_VERSION": "4402"},
        {"TERM": "screen", "KITTY_WINDOW_ID": "1"},
        {"TERM": "xterm-kitty", "STY": "1.a"},
        {"TERM": "tmux-256color", "TMUX": "x", "KITTY_WINDOW_ID": "1"},
        {"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"},
    ],
)
def test_all_others_get_no_sequence_they_may_not_know(environ: dict[str, str]) -> None:
    assert not follows_links(environ)
