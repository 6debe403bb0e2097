"""What is asked during each fault, and what a person must read."""

from __future__ import annotations

import secrets
import time
from typing import Any

import httpx

from tests.gateway.contract import fits, helps

EMERGENCY_SECONDS = 2.0
"""Bound loosely here; `make bench` measures it."""

ANSWER_SECONDS = 7.0

CANARIES: list[str] = []
"""Every string that a probe typed: none of them may be found anywhere afterwards."""


def probe(url: str) -> list[str]:
    """Ask three things of the gateway at `url`; assert help in time. Returns who answered ("help" or the topic)."""
    topics = []
    with httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        for message, seconds in (
            ("hello", ANSWER_SECONDS),
            ("he is hitting my sister right now", EMERGENCY_SECONDS),
            ("im 13 and my dad hurts me", ANSWER_SECONDS),
        ):
            answer = _ask(client, f"{message} {canary()}", seconds)
            topics.append(answer["topic"])
            if "hitting" in message:
                assert "999" in answer["text"].split(".")[0]
            if "dad" in message:
                assert "0800 1111" in answer["text"]
                assert "childline" in [card["id"] for card in answer["cards"]]
    return topics


def canary() -> str:
    """A word that nobody else ever typed."""
    CANARIES.append("zq" + secrets.token_hex(6))
    return CANARIES[-1]


def _ask(client: httpx.Client, message: str, seconds: float) -> dict[str, Any]:
    began = time.monotonic()
    reply = client.post("/chat", json={"message": message})
    taken = time.monotonic() - began
    assert reply.status_code == 200, reply.text[:300]
    fits("Reply", reply.json())
    helps(reply.json()["messages"])
    assert taken < seconds, f"{taken:.1f} s"
    answer: dict[str, Any] = reply.json()["messages"][0]
    return answer
