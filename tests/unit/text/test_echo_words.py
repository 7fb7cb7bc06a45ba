from __future__ import annotations

import pytest

from reader.text.echo_words import differences

OWN = "“We will rebuild the pier before winter and nobody will pay for it twice.”"


def _shown(own: str, other: str) -> str:
    return "".join(
        f"<{one.text.strip()}> " if one.differs else one.text for one in differences(own, other)
    ).strip()


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        (OWN, ""),
        (OWN.upper().strip("“.”"), ""),
        (
            OWN.replace("winter", "spring"),
            "… the pier before <spring> and nobody will …",
        ),
        (
            OWN.replace(" before winter", ""),
            "… rebuild the pier <[…]> and nobody will …",
        ),
        (f"Listen: {OWN}", "<Listen:> “We will rebuild …"),
    ],
)
def test_what_another_printing_has_otherwise_is_marked(other: str, shown: str) -> None:
    assert _shown(OWN, other) == shown


def test_long_stretches_that_are_the_same_are_left_out() -> None:
    long = " ".join(f"word{n}" for n in range(40))
    assert _shown(f"a {long} b {long} c", f"x {long} y {long} c") == (
        "<x> word0 word1 word2 … word37 word38 word39 <y> word0 word1 word2 …"
    )
