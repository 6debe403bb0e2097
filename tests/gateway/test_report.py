"""The page for trustees: rounded, small counts left out, nothing of anybody in it."""

from __future__ import annotations

from prometheus_client import generate_latest

from gateway.metrics import Metrics
from scripts.report import report
from signpost.answer import Signpost


def _counts(metrics: Metrics) -> str:
    return generate_latest(metrics._registry).decode()


def test_small_counts_are_not_given_and_others_are_rounded() -> None:
    metrics = Metrics(lambda: 3)
    for _ in range(9):
        metrics.answered("self_harm", "urgent", "assistant", 0.02)
    for _ in range(134):
        metrics.answered("grooming", "urgent", "assistant", 0.02)
    metrics.wrong_number("childline")
    metrics.fault("late")
    page = report(_counts(metrics), Signpost.load())
    assert "about 130" in page
    assert "143" not in page
    assert "134" not in page
    assert " 9 " not in page
    assert "fewer than 10" in page
    assert "`childline`" in page


def test_without_any_count_there_is_still_a_page() -> None:
    page = report(_counts(Metrics(lambda: 0)), Signpost.load())
    assert "nothing yet" in page
    assert "None." in page
