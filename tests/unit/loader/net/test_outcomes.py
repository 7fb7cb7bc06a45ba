"""Statuses and errors to outcomes and sentences."""

from __future__ import annotations

import pytest

from reader.loader.net.outcomes import of_curl, of_status, too_large
from reader.model.feed import FetchOutcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, FetchOutcome.OK),
        (203, FetchOutcome.OK),
        (204, FetchOutcome.BAD_RESPONSE),
        (206, FetchOutcome.BAD_RESPONSE),
        (400, FetchOutcome.BAD_RESPONSE),
        (401, FetchOutcome.REFUSED),
        (403, FetchOutcome.REFUSED),
        (404, FetchOutcome.NOT_FOUND),
        (410, FetchOutcome.GONE),
        (429, FetchOutcome.WAIT),
        (451, FetchOutcome.REFUSED),
        (500, FetchOutcome.SERVER_ERROR),
        (503, FetchOutcome.WAIT),
        (599, FetchOutcome.SERVER_ERROR),
    ],
)
def test_every_status_has_an_outcome(status: int, outcome: FetchOutcome) -> None:
    verdict = of_status(status, asked_if_changed=False)
    assert verdict.outcome is outcome
    assert bool(verdict.message) is (outcome is not FetchOutcome.OK)


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (6, FetchOutcome.UNREACHABLE),
        (7, FetchOutcome.UNREACHABLE),
        (28, FetchOutcome.TIMEOUT),
        (35, FetchOutcome.CERTIFICATE),
        (60, FetchOutcome.CERTIFICATE),
        (18, FetchOutcome.BAD_RESPONSE),
        (9999, FetchOutcome.BAD_RESPONSE),
    ],
)
def test_every_error_of_libcurl_has_an_outcome(code: int, outcome: FetchOutcome) -> None:
    verdict = of_curl(code)
    assert verdict.outcome is outcome
    assert verdict.message


def test_sizes_are_said_in_units_that_fit() -> None:
    assert "10 MB" in too_large(10_000_000).message
    assert "100 kB" in too_large(100_000).message
