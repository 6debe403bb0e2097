"""Clients that speak Rasa's REST channel: 200 and never an empty list."""

from __future__ import annotations

import json

import pytest

from tests.gateway.contract import fits
from tests.gateway.test_bad_input import BAD
from tests.stack import Stack

_ROUTE = "/webhooks/rest/webhook"


def test_a_turn_has_words_with_a_contact_and_choices_that_work(stack: Stack) -> None:
    answer = stack.client.post(_ROUTE, json={"sender": "somebody", "message": "im 13 and my dad hurts me"})
    fits("RestReply", answer.json())
    first = answer.json()[0]
    assert first["recipient_id"] == "somebody"
    assert "0800 1111" in first["text"]
    pressed = stack.client.post(_ROUTE, json={"sender": "somebody", "message": first["buttons"][0]["payload"]}).json()
    assert "999" in pressed[0]["text"]


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_a_list_with_help(stack: Stack, name: str) -> None:
    body, headers, _ = BAD[name]
    reply = stack.client.post(_ROUTE, content=body, headers=headers)
    assert reply.status_code == 200
    fits("RestReply", reply.json())
    assert "0800 1111" in reply.json()[0]["text"] or "999" in reply.json()[0]["text"]


def test_a_sender_that_was_not_minted_shares_nothing(stack: Stack) -> None:
    """Stock Rasa puts all who send no sender into one conversation, and lets anybody guess one."""
    for sender in ("default", "victim", None, 5, "\ud800", "x" * 60_000):
        body = json.dumps({"sender": sender, "message": "I'm 13 and my dad hurts me"})
        reply = stack.client.post(_ROUTE, content=body, headers={"Content-Type": "application/json"})
        assert reply.status_code == 200
        again = stack.client.post(
            _ROUTE, content=json.dumps({"sender": sender, "message": "hello"}), headers={"Content-Type": "application/json"}
        )
        fresh = stack.client.post(_ROUTE, json={"message": "hello"})
        assert again.json()[0]["text"] == fresh.json()[0]["text"]


def test_a_minted_sender_continues_its_conversation(stack: Stack) -> None:
    session = stack.chat("I'm 13 and my dad hurts me")["session"]
    told = stack.client.post(_ROUTE, json={"sender": session, "message": "thanks"}).json()
    fresh = stack.client.post(_ROUTE, json={"message": "thanks"}).json()
    assert told[0]["buttons"] != fresh[0]["buttons"]
