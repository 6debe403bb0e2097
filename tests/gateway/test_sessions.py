"""Conversations are forgotten in time, on a clock that is moved here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gateway.sessions import Sessions
from gateway.settings import Settings

_DEFAULT = Settings()


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def _sessions(clock: Clock) -> Sessions:
    return Sessions(_DEFAULT.idle_seconds, _DEFAULT.longest_seconds, _DEFAULT.burst, _DEFAULT.per_second, clock)


def test_fifteen_idle_minutes_forget_a_conversation_and_fourteen_do_not() -> None:
    clock = Clock()
    sessions = _sessions(clock)
    session = sessions.find_or_mint(None)
    session.knowledge = replace(session.knowledge, audience="child")
    clock.now += 14 * 60
    assert sessions.find_or_mint(session.id).knowledge.audience == "child"
    clock.now += 15 * 60 + 1
    fresh = sessions.find_or_mint(session.id)
    assert fresh.id != session.id
    assert fresh.knowledge.audience == "unknown"


def test_two_hours_forget_a_conversation_however_busy() -> None:
    clock = Clock()
    sessions = _sessions(clock)
    busy = sessions.find_or_mint(None)
    for _ in range(12):
        clock.now += 9.9 * 60
        assert sessions.find(busy.id) is busy
    clock.now += 2 * 60
    assert sessions.find(busy.id) is None


def test_nothing_is_held_of_a_forgotten_conversation() -> None:
    clock = Clock()
    sessions = _sessions(clock)
    tokens = [sessions.find_or_mint(None).id for _ in range(1_000)]
    sessions.forget(tokens[0])
    assert len(sessions) == 999
    clock.now += 3 * 60 * 60
    sessions.sweep()
    assert len(sessions) == 0
    assert not any(token in repr(vars(sessions)) for token in tokens)


def test_ids_are_long_random_and_never_twice_the_same() -> None:
    sessions = _sessions(Clock())
    tokens = {sessions.find_or_mint(None).id for _ in range(10_000)}
    assert len(tokens) == 10_000
    assert min(map(len, tokens)) * 6 >= 128


def test_more_conversations_than_fit_forget_the_longest_idle_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.sessions._MOST", 3)
    sessions = _sessions(Clock())
    first, second, third = (sessions.find_or_mint(None) for _ in range(3))
    assert sessions.find(first.id) is first
    sessions.find_or_mint(None)
    sessions.sweep()
    assert sessions.find(second.id) is None
    assert sessions.find(first.id) is first
    assert sessions.find(third.id) is third
