"""Which addresses are of private networks, where no feed, page or redirect may lead (SSRF).

This machine reaches the router, the printer and a cloud's metadata service; a feed must not make it
ask them. `refusal` judges a URL before it is fetched; `is_public` judges the IP address that the
resolver gave, at the moment of connecting, since a public name may resolve to a private address.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from reader.wording.catalogue import say

_SHUT = tuple(
    ipaddress.ip_network(network)
    for network in (
        # What `is_global` of Python 3.11 takes for public, though no public servers are there.
        "192.0.0.0/24",  # protocol assignments; 192.0.0.192 is a cloud's metadata service
        "192.88.99.0/24",  # relays of 6to4, withdrawn
        "168.63.129.16/32",  # a cloud's host agent
        "224.0.0.0/4",  # multicast
        "::/96",  # IPv4-compatible, withdrawn
        "64:ff9b:1::/48",  # NAT64 inside a network
        "5f00::/16",  # segment routing
        "fec0::/10",  # site-local, withdrawn
        "ff00::/8",  # multicast
    )
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HOME_NAMES = ("localhost", "local", "internal", "home.arpa", "lan", "intranet")
_LOW_PORTS = frozenset({80, 443})
"""Ports under 1024 that are of the web; the others are of mail, printers and directories."""


def is_public(address: str) -> bool:
    """Return whether an IP address, as the system writes it, is of the public internet.

    An IPv4 address inside IPv6 (mapped, 6to4, Teredo, NAT64) is judged itself.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not any(ip.version == net.version and ip in net for net in _SHUT)


def literal(host: str) -> str:
    """Return the IP address that `host` is, in its usual form; empty if it is a name.

    Reads all forms that resolvers read: ``127.1``, ``2130706433``, ``0x7f.1``, ``0177.1``.
    """
    host = host.strip("[]")
    try:
        return str(ipaddress.ip_address(host.partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return ""


def refusal(url: str) -> str:
    """Return why a URL that no person typed may not be fetched, by host and port; empty: it may."""
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".").lower()
    address = literal(host)
    if address and not is_public(address):
        return say("fetch.not_public", address=address)
    if any(host == name or host.endswith(f".{name}") for name in _HOME_NAMES):
        return say("fetch.home_name", host=host)
    port = parts.port
    if port is not None and port < 1024 and port not in _LOW_PORTS:
        return say("fetch.port", port=port)
    return ""


def online() -> bool:
    """Return whether this machine has a route to the internet. Sends nothing."""
    for family, address in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((address, 9))  # UDP: looks the route up and sends nothing
                return True
        except OSError:
            continue
    return False
