"""Limits that hold back a flood and never an emergency."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest

from tests.gateway.alone import Alone
from tests.gateway.contract import fits, refused
from tests.stack import Stack

_DANGER = {"message": "he is hitting my sister right now"}


def test_one_conversation_that_sends_too_much_is_asked_to_wait_and_still_gets_999(tmp_path: Path) -> None:
    with Alone(tmp_path / "log", SIGNPOST_BURST="5", SIGNPOST_PER_SECOND="0.01") as alone:
        session = alone.client.post("/chat", json={"message": "hello"}).json()["session"]
        for _ in range(4):
            assert alone.client.post("/chat", json={"message": "hello", "session": session}).status_code == 200
        for turn in ({"message": "hello"}, {"button": "topic:grooming"}, {"button": "no such"}):
            reply = alone.client.post("/chat", json={**turn, "session": session})
            refused(reply, 429)
            assert int(reply.headers["retry-after"]) > 0
        for turn in (_DANGER, {"button": "topic:danger_now"}):
            reply = alone.client.post("/chat", json={**turn, "session": session})
            assert reply.status_code == 200
            assert "999" in reply.json()["messages"][0]["text"].split(".")[0]
        assert alone.client.post("/chat", json={"message": "hello"}).status_code == 200
        page = alone.client.post("/ask", data={"message": "i am sad", "session": session})
        assert page.status_code == 429
        assert "i am sad" in page.text
        assert f'value="{session}"' in page.text


def test_all_together_are_limited_and_emergencies_are_not(tmp_path: Path) -> None:
    with Alone(tmp_path / "log", SIGNPOST_WHOLE_BURST="10", SIGNPOST_WHOLE_PER_SECOND="0.01") as alone:
        for _ in range(10):
            assert alone.client.post("/chat", json={"message": "hello"}).status_code == 200
        refused(alone.client.post("/chat", json={"message": "hello"}), 429)
        rest = alone.client.post("/webhooks/rest/webhook", json={"message": "hello"})
        assert rest.status_code == 200
        fits("RestReply", rest.json())
        for _ in range(50):
            reply = alone.client.post("/chat", json=_DANGER)
            assert reply.json()["messages"][0]["urgency"] == "emergency"


@pytest.mark.slow
def test_a_school_that_shares_one_address_is_served_a_thousand_fresh_conversations_a_minute(stack: Stack) -> None:
    async def school() -> list[httpx.Response]:
        async with httpx.AsyncClient(base_url=stack.url, timeout=30, trust_env=False) as client:
            asked = []
            for _ in range(1_000):
                asked.append(asyncio.create_task(client.post("/chat", json={"message": "someone on snap wants pics of me"})))
                await asyncio.sleep(0.055)
            return await asyncio.gather(*asked)

    replies = asyncio.run(school())
    assert {reply.status_code for reply in replies} == {200}
    assert len({reply.json()["session"] for reply in replies}) == 1_000
    assert sum(reply.json()["messages"][0]["topic"] != "help" for reply in replies) >= 990
