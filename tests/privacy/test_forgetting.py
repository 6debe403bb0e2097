"""Conversations are forgotten: when asked, when idle, when old; in the gateway and in Rasa alike."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from tests.gateway.alone import Alone
from tests.stack import ROOT


def _held(alone: Alone) -> float:
    return float(next(line for line in alone.metrics().splitlines() if line.startswith("signpost_sessions ")).split()[1])


def test_an_idle_conversation_is_forgotten_without_anybody_asking_again(tmp_path: Path) -> None:
    with Alone(tmp_path / "log", SIGNPOST_IDLE_SECONDS="1") as alone:
        alone.client.post("/chat", json={"message": "I'm 13"})
        assert _held(alone) == 1
        until = time.monotonic() + 20
        while _held(alone) and time.monotonic() < until:
            time.sleep(0.5)
        assert _held(alone) == 0


def test_a_busy_conversation_is_forgotten_when_it_is_old(tmp_path: Path) -> None:
    with Alone(tmp_path / "log", SIGNPOST_LONGEST_SECONDS="2") as alone:
        session = alone.client.post("/chat", json={"message": "I'm 13"}).json()["session"]
        began, kept = time.monotonic(), 0
        while time.monotonic() - began < 5:
            now = alone.client.post("/chat", json={"message": "hello", "session": session}).json()["session"]
            kept += now == session
            if now != session:
                break
            time.sleep(0.2)
        assert kept
        assert now != session


def test_forgetting_leaves_nothing_in_the_gateway(tmp_path: Path) -> None:
    with Alone(tmp_path / "log") as alone:
        session = alone.client.post("/chat", json={"message": "I'm 13"}).json()["session"]
        assert _held(alone) == 1
        alone.client.post("/chat/forget", json={"session": session})
        assert _held(alone) == 0


def test_each_stands_alone_turn_of_the_rest_channel_is_held_by_nobody(tmp_path: Path) -> None:
    with Alone(tmp_path / "log") as alone:
        alone.client.post("/webhooks/rest/webhook", json={"sender": "somebody", "message": "I'm 13"})
        assert _held(alone) == 0


_IN_RASA = """
import asyncio
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa_components.trackers import ForgetfulTrackerStore

async def main():
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    store = TrackerStore.create(endpoints.tracker_store, domain=Domain.load("domain.yml"))
    inner = getattr(store, "_tracker_store", store)
    assert isinstance(inner, ForgetfulTrackerStore), type(inner)
    tracker = await store.get_or_create_tracker("somebody")
    tracker.update(UserUttered("something private"))
    await store.save(tracker)
    assert await store.retrieve("somebody") is None
    assert not list(await store.keys())
    again = await store.get_or_create_tracker("somebody")
    assert not [event for event in again.events if isinstance(event, UserUttered)]
    print("forgotten")

asyncio.run(main())
"""


def test_rasas_tracker_store_of_endpoints_yml_keeps_nothing_of_a_turn() -> None:
    done = subprocess.run(
        [ROOT / ".venvs/assistant/bin/python", "-W", "ignore", "-c", _IN_RASA], cwd=ROOT, capture_output=True, text=True, timeout=240
    )
    assert done.stdout.strip().endswith("forgotten"), done.stderr[-2000:]
