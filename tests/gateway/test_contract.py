"""The wire contract, on the real gateway and the real assistant."""

from __future__ import annotations

import json
from typing import Any

from tests.gateway.contract import fits, helps, refused
from tests.stack import Stack

_MESSAGES = (
    "im 13 and my dad hurts me",
    "I want to report that a child is being abused",
    "he is hitting my sister right now",
    "someone on snap wants pics of me",
    "my pupil told me something",
    "how many child sex offences were recorded in Cambridgeshire",
    "hello",
    "what's the weather like",
    "thanks",
)


def test_every_answer_has_the_published_shape_few_contacts_and_a_number_in_its_words(stack: Stack) -> None:
    for message in _MESSAGES:
        body = stack.client.post("/chat", json={"message": message}).json()
        fits("Reply", body)
        helps(body["messages"])
        shown = {card["id"] for m in body["messages"] for card in m["cards"]} - {"emergency-999"}
        assert len(shown) <= 4, message


def test_numbers_links_and_addresses_come_from_the_directory_of_today(stack: Stack) -> None:
    directory = stack.client.get("/directory.json").json()
    fits("Directory", directory)
    known = {(s["id"], c["href"]) for s in directory["services"] for c in s["channels"]}
    for message in _MESSAGES:
        for m in stack.chat(message)["messages"]:
            assert known.issuperset((card["id"], c["href"]) for card in m["cards"] for c in card["channels"])


def test_a_conversation_is_remembered_under_the_session_that_the_server_minted(stack: Stack) -> None:
    first = stack.chat("I'm 13 and my dad hurts me")
    later = stack.chat("what can i do", session=first["session"])
    assert later["session"] == first["session"]
    assert "childline" in [card["id"] for card in later["messages"][0]["cards"]]
    assert not any(button["id"].startswith("audience:") for button in later["messages"][0]["buttons"])


def test_a_session_that_was_not_minted_here_begins_afresh(stack: Stack) -> None:
    for forged in ("A" * 32, "", "default", 5, None, ["x"], {"a": 1}, True):
        reply = stack.client.post("/chat", json={"message": "hello", "session": forged}).json()
        assert reply["session"] != forged
        assert len(reply["session"]) >= 22


def test_forgetting_forgets_at_once_and_also_as_a_page_is_left(stack: Stack) -> None:
    for send in (
        {"json": lambda session: {"session": session}},
        {"content": lambda session: json.dumps({"session": session}), "headers": {"Content-Type": "text/plain;charset=UTF-8"}},
    ):
        session = stack.chat("hello")["session"]
        assert stack.chat("hello", session=session)["session"] == session
        request: dict[str, Any] = {key: value(session) if callable(value) else value for key, value in send.items()}
        reply = stack.client.post("/chat/forget", **request)
        assert reply.json() == {"forgotten": True}
        assert stack.chat("hello", session=session)["session"] != session


def test_forgetting_what_is_not_known_is_not_an_error_but_nonsense_is(stack: Stack) -> None:
    assert stack.client.post("/chat/forget", json={"session": "unknown"}).status_code == 200
    for body in ("null", "[]", "{}", '{"session": 5}', ""):
        refused(stack.client.post("/chat/forget", content=body, headers={"Content-Type": "text/plain"}), 400)


def test_every_button_that_is_shown_works(stack: Stack) -> None:
    first = stack.chat("I'm worried about a child")
    buttons = first["messages"][0]["buttons"]
    assert buttons
    for button in buttons:
        reply = stack.chat(button=button["id"], session=first["session"])
        fits("Reply", {key: reply[key] for key in ("session", "messages")})
        helps(reply["messages"])
        assert reply["messages"][0]["topic"] != "help"


def test_the_sites_area_is_a_default_that_words_overrule(stack: Stack) -> None:
    here = stack.chat("I want to report that a child is being abused", area="cambridgeshire")
    ids = [card["id"] for card in here["messages"][0]["cards"]]
    assert any(id.startswith("cambs") for id in ids), ids
    there = stack.chat("I live in Scotland and want to report that a child is being abused", area="cambridgeshire")
    assert not any(card["id"].startswith("cambs") for card in there["messages"][0]["cards"])


def test_the_danger_button_is_answered_with_999(stack: Stack) -> None:
    reply = stack.chat(button="topic:danger_now")["messages"][0]
    assert reply["urgency"] == "emergency"
    assert "999" in reply["text"].split(".")[0]


def test_live_and_health_are_two_things(stack: Stack) -> None:
    assert stack.client.get("/live").json() == {"live": True}
    health = stack.client.get("/health")
    assert health.status_code == 200
    fits("Health", health.json())


def test_the_description_of_the_contract_is_published(stack: Stack) -> None:
    published = stack.client.get("/openapi.json").json()
    for path, methods in published["paths"].items():
        for method in methods:
            reply = stack.client.request(method, path, json={})
            assert reply.status_code not in (404, 405), (method, path)
