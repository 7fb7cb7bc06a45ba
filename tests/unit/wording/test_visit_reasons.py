from __future__ import annotations

from reader.wording.catalogue import use_language
from reader.wording.visit_reasons import because


def test_our_own_reasons_have_words_and_those_of_servers_keep_their_names() -> None:
    assert because("interval") == "because of the interval that is set"
    assert because("max-age") == "because of max-age"
    assert because("") == ""
    use_language("de")
    assert because("back-off") == "wegen früherer Fehlschläge"
