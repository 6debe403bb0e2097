"""Many people, many words, and people who only hold the line."""

from __future__ import annotations

import asyncio
import resource
import socket
import statistics
import time

import httpx
import pytest

from tests.faults.probes import EMERGENCY_SECONDS, canary, probe
from tests.gateway.contract import helps
from tests.stack import Stack

_DANGER = {"message": "he is hitting my sister right now"}


def _run(broken: Stack, asking: object) -> object:
    async def with_client() -> object:
        limits = httpx.Limits(max_connections=400)
        async with httpx.AsyncClient(base_url=broken.url, timeout=60, trust_env=False, limits=limits) as client:
            return await asking(client)  # type: ignore[operator]

    return asyncio.run(with_client())


def test_a_hundred_new_people_at_once_are_all_answered_and_an_emergency_among_them_at_once(broken: Stack) -> None:
    async def rush(client: httpx.AsyncClient) -> tuple[list[httpx.Response], float]:
        asked = [
            asyncio.create_task(client.post("/chat", json={"message": f"someone is hurting my friend {canary()}"})) for _ in range(100)
        ]
        await asyncio.sleep(0.3)
        began = time.monotonic()
        danger = await client.post("/chat", json=_DANGER)
        taken = time.monotonic() - began
        assert "999" in danger.json()["messages"][0]["text"].split(".")[0]
        return await asyncio.gather(*asked), taken

    replies, taken = _run(broken, rush)  # type: ignore[misc]
    assert taken < EMERGENCY_SECONDS
    assert {reply.status_code for reply in replies} == {200}
    assert len({reply.json()["session"] for reply in replies}) == 100
    for reply in replies:
        helps(reply.json()["messages"])


def test_a_burst_of_one_person_with_the_emergency_last_is_answered_999_before_the_rest(broken: Stack) -> None:
    session = broken.chat("hello")["session"]

    async def burst(client: httpx.AsyncClient) -> tuple[list[httpx.Response], float, int]:
        asked = [
            asyncio.create_task(client.post("/chat", json={"message": f"please {i} {canary()}", "session": session})) for i in range(40)
        ]
        await asyncio.sleep(0.2)
        began = time.monotonic()
        danger = await client.post("/chat", json={**_DANGER, "session": session})
        taken = time.monotonic() - began
        assert danger.json()["messages"][0]["urgency"] == "emergency"
        return await asyncio.gather(*asked), taken, sum(task.done() for task in asked)

    replies, taken, _ = _run(broken, burst)  # type: ignore[misc]
    assert taken < EMERGENCY_SECONDS
    for reply in replies:
        assert reply.status_code in (200, 429)
        helps(reply.json()["messages"])
    later = broken.chat("ok", session=session)
    assert later["session"] == session
    helps(later["messages"])


def test_nine_hundred_slow_connections_keep_nobody_out_and_are_closed(broken: Stack) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    slow = [socket.create_connection(("127.0.0.1", broken.port), timeout=10) for _ in range(900)]
    try:
        for i, connection in enumerate(slow):
            connection.sendall(
                b"POST /chat HTTP/1.1\r\nHost: x\r\n" if i % 2 else b"POST /chat HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"
            )
        assert probe(broken.url)[1] == "danger_now"
        until = time.monotonic() + 30
        for connection in slow:
            connection.settimeout(max(0.1, until - time.monotonic()))
            while connection.recv(65_536):
                pass  # those with a body get 408 and help first; then the end
        assert probe(broken.url)[1] == "danger_now"
    finally:
        for connection in slow:
            connection.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.slow
def test_the_three_hundredth_turn_costs_what_the_first_did(broken: Stack) -> None:
    session, times = None, []
    for i in range(300):
        began = time.monotonic()
        reply = broken.chat(f"i am worried about my friend {i} {canary()}", session=session)
        times.append(time.monotonic() - began)
        assert reply["messages"][0]["topic"] != "help"
        session = reply["session"]
    early, late = statistics.median(times[5:55]), statistics.median(times[250:])
    assert late < 1.5 * early, (early, late)
