"""Plain addresses take a short way through `clean_url`; it ends where the long one does."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from hypothesis import given
from hypothesis import strategies as st

from reader.text.clean import clean_url

_SIGNS = st.text("aB.-/:?#&=%~_!();[]@+*,'$é08", max_size=12)


@given(_SIGNS, st.sampled_from(["", "http://b.example/x/y"]))
def test_the_short_way_ends_where_the_long_one_does(tail: str, base: str) -> None:
    address = f"https://x.example{tail}"
    cleaned = clean_url(address, base)
    if cleaned == address:
        parts = urlsplit(urljoin(base, address))
        again = (quote(part, safe="!#$%&'()*+,/:;=?@[]~") for part in parts[2:])
        assert urlunsplit((parts.scheme, parts.netloc, *again)) == address
