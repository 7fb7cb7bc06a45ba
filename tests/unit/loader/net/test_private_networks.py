"""Feeds may lead into the open internet and nowhere else."""

from __future__ import annotations

import pytest

from reader.loader.net.private_networks import is_public, literal, refusal


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "192.0.0.192",
        "168.63.129.16",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
        "a name",
        "",
    ],
)
def test_addresses_of_this_machine_and_its_network(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]"])
def test_every_spelling_of_loopback_is_known(host: str) -> None:
    assert not is_public(literal(host))
    assert refusal(f"http://{host}/")


def test_a_name_is_no_spelling_of_an_address() -> None:
    assert literal("courier.example") == ""


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://printer.local/",
        "http://metadata.google.internal/",
        "http://courier.example:22/",
        "http://router.lan./",
    ],
)
def test_names_of_home_and_ports_of_other_services_are_refused(url: str) -> None:
    assert refusal(url)


@pytest.mark.parametrize("url", ["https://courier.example/", "http://courier.example:8080/feed"])
def test_ordinary_addresses_are_not(url: str) -> None:
    assert refusal(url) == ""
