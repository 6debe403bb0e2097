"""A process dies, freezes or is not there yet."""

from __future__ import annotations

import os
import signal
import time

import pytest

from tests.faults.probes import canary, probe
from tests.stack import Stack


def test_while_the_assistant_is_still_loading_help_is_given_and_health_says_so(broken: Stack, first_answers: list[str]) -> None:
    assert first_answers == ["help", "danger_now", "help", "503"]


def test_a_frozen_assistant_costs_seconds_and_no_help(broken: Stack) -> None:
    assistant = broken.pid("assistant")
    os.kill(assistant, signal.SIGSTOP)
    try:
        assert probe(broken.url) == ["help", "danger_now", "help"]
        broken.wait("/health", 503, seconds=20)
    finally:
        os.kill(assistant, signal.SIGCONT)
    broken.wait("/health")
    assert "help" not in probe(broken.url)


def test_a_killed_assistant_is_missed_by_nobody_and_comes_back(broken: Stack) -> None:
    session = broken.chat(f"I'm 13 and scared {canary()}")["session"]
    os.kill(broken.pid("assistant"), signal.SIGKILL)
    assert probe(broken.url) == ["help", "danger_now", "help"]
    broken.wait("/health", 503, seconds=20)
    broken.wait("/health")
    assert "help" not in probe(broken.url)
    assert broken.chat("what can i do", session=session)["session"] == session


def test_a_killed_gateway_is_back_within_seconds(broken: Stack) -> None:
    session = broken.chat(f"hello {canary()}")["session"]
    os.kill(broken.pid("gateway"), signal.SIGKILL)
    began = time.monotonic()
    broken.wait("/live", seconds=30)
    assert time.monotonic() - began < 20
    again = broken.chat("hello", session=session)
    assert again["session"] != session
    assert probe(broken.url)[1] == "danger_now"


@pytest.mark.slow
def test_killing_both_at_random_for_a_minute_leaves_help_and_recovers(broken: Stack) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        os.kill(broken.pid("assistant"), signal.SIGKILL)
        probe(broken.url)
        os.kill(broken.pid("gateway"), signal.SIGKILL)
        broken.wait("/live", seconds=30)
        probe(broken.url)
    broken.wait("/health")
    assert "help" not in probe(broken.url)
