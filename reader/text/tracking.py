"""Tracking parameters of addresses, and addresses without them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name|bbc_team)"
    r"|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|igshid|igsh|ttclid"
    r"|li_fat_id|mc_[ce]id|_hs(?:enc|mi)|__hs\w+|mkt_tok|vero_id|oly_\w+_id|s_cid|wt[_.]?(?:mc|zmc|rss)\w*"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|ocid|cmpid|icid|ito|xtor|smid|smtyp|guccounter"
    r"|guce_\w+|ftag|cmp|spm|scm|_ga|_gl|rss|fb_action_\w+|fb_ref|ref_src|ref_url",
    re.I,
)


def without_tracking(url: str) -> str:
    """Return `url` without the parameters that only tell a site where its visitor comes from."""
    if "?" not in url:
        return url
    try:
        parts = urlsplit(url)
        pairs = parts.query.split("&")
    except ValueError:
        return url
    kept = [pair for pair in pairs if not _TRACKING.fullmatch(pair.partition("=")[0])]
    if len(kept) == len(pairs):
        return url
    return urlunsplit(parts._replace(query="&".join(kept)))
