from __future__ import annotations

import pytest

from reader.markup.repair_xml import MOST_ATTRIBUTES, mend


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<rss>a &amp; b</rss>", "<rss>a &amp; b</rss>"),
        ("<rss>D&D &nbsp; &rsquo;</rss>", "<rss>D&amp;D \xa0 ’</rss>"),
        ("<rss>&nothing; &#1; &#x92;</rss>", "<rss>&amp;nothing;  ’</rss>"),
        ("<rss><![CDATA[a & b]]></rss>", "<rss><![CDATA[a & b]]></rss>"),
        ("<b>Warning</b>: x\n<rss>a\x08b</rss>", "<rss>ab</rss>"),
    ],
)
def test_what_xml_cannot_read_is_mended(text: str, mended: str) -> None:
    assert mend(text, ("rss",)).text == mended


def test_a_bomb_of_entities_is_taken_apart() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><rss>&a; &b;</rss>'
    assert mend(bomb, ("rss",)).text == "<rss>lol &amp;b;</rss>"


def test_attributes_by_the_thousand_are_left_out() -> None:
    many = " ".join(f'a{n}="1"' for n in range(MOST_ATTRIBUTES + 1))
    some = " ".join(f'a{n}="{"x" * 100}"' for n in range(20))
    text = f"<rss><x {many}/><y {many}>t</y><z {some}/></rss>"
    assert mend(text, ("rss",)).text == f"<rss><x/><y>t</y><z {some}/></rss>"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("<rss><item/></rss >", True),
        ("<x:RSS></x:RSS><!-- cached -->", True),
        ("<rss><item>", False),
    ],
)
def test_a_file_that_breaks_off_is_known(text: str, whole: bool) -> None:
    assert mend(text, ("rss",)).whole is whole


def test_a_page_is_none_of_the_wanted() -> None:
    page = mend("<html><rss/></html>", ("rss",))
    assert (page.text, page.root) == ("", "html")
