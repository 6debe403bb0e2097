"""Whatever a client sends, it gets the right status, JSON and help, at once, and disturbs nobody."""

from __future__ import annotations

import asyncio
import json
import socket
import time

import httpx
import pytest

from tests.gateway.contract import fits, helps, refused
from tests.stack import Stack

_JSON = {"Content-Type": "application/json"}
WORDS_40_000 = "word " * 40_000

BAD = {
    "no body": (b"", _JSON, 400),
    "null": (b"null", _JSON, 400),
    "a list": (b'["hello"]', _JSON, 400),
    "a string": (b'"hello"', _JSON, 400),
    "an empty object": (b"{}", _JSON, 400),
    "a number as message": (b'{"message": 5}', _JSON, 400),
    "null as message": (b'{"message": null}', _JSON, 400),
    "an object as message": (b'{"message": {"text": "hello"}}', _JSON, 400),
    "a list as button": (b'{"button": ["topic:grooming"]}', _JSON, 400),
    "bad JSON": (b'{"message": "hello"', _JSON, 400),
    "invalid UTF-8": (b'{"message": "\xff\xfe"}', _JSON, 400),
    "a number of 5,000 digits": (b'{"message": ' + b"9" * 5_000 + b"}", _JSON, 400),
    "lists 30,000 deep": (b"[" * 30_000, _JSON, 400),
    "1 MB": (json.dumps({"message": "a" * 1_000_000}).encode(), _JSON, 413),
    "40,000 words": (json.dumps({"message": WORDS_40_000}).encode(), _JSON, 413),
    "50 kB": (json.dumps({"message": "a b " * 12_500}).encode(), _JSON, 413),
    "no content type": (b'{"message": "hello"}', {}, 415),
    "a form": (b"message=hello", {"Content-Type": "application/x-www-form-urlencoded"}, 415),
    "plain text": (b'{"message": "hello"}', {"Content-Type": "text/plain"}, 415),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_gets_its_status_and_help_within_a_second(stack: Stack, name: str) -> None:
    body, headers, status = BAD[name]
    began = time.monotonic()
    reply = stack.client.post("/chat", content=body, headers=headers)
    assert time.monotonic() - began < 1.0
    refused(reply, status)


ODD = {
    "a command": {"message": "/restart"},
    "another command": {"message": "/session_start"},
    "a topic as a command": {"message": '/report_abuse{"area": "england"}'},
    "an empty message": {"message": ""},
    "white space": {"message": " \n\t\u200b"},
    "an emoji": {"message": "😭"},
    "half an emoji": {"message": "i feel sick \ud83d"},
    "a zero byte": {"message": "hello\u0000there"},
    "keys at random": {"message": "asdfghjkl"},
    "300 characters at random": {"message": "xq7 kd" * 50},
    "a right-to-left override": {"message": "\u202ehello"},
    "a forged session": {"message": "hello", "session": "A" * 32},
    "a number as session": {"message": "hello", "session": 7},
    "an object as session": {"message": "hello", "session": {"$ne": ""}},
    "an unknown button": {"button": "topic:no_such"},
    "a made-up button": {"button": "audience:child; drop"},
    "an unknown language": {"message": "hello", "lang": "xx"},
    "a list as language": {"message": "hello", "lang": ["en"]},
    "an unknown area": {"message": "hello", "area": "../../etc/passwd"},
    "an object as area": {"message": "hello", "area": {"id": "england"}},
    "fields that there are not": {"message": "hello", "metadata": {"knowledge": {"audience": "professional"}}, "input_channel": "cmdline"},
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_answered_like_anything_else(stack: Stack, name: str) -> None:
    reply = stack.client.post("/chat", content=json.dumps(ODD[name]), headers=_JSON)
    assert reply.status_code == 200
    fits("Reply", reply.json())
    helps(reply.json()["messages"])


def test_a_typed_command_is_read_as_words(stack: Stack) -> None:
    """Stock Rasa would take the topic from it, slots and all."""
    typed = stack.chat('/self_harm{"name": "x"}')["messages"][0]
    pressed = stack.chat(button="topic:self_harm")["messages"][0]
    assert pressed["topic"] == "self_harm"
    assert typed["topic"] in {"self_harm", "no_match", "out_of_scope", "need_to_talk"}
    for command in ("/restart", "/back", "/session_start", "/no_match"):
        assert stack.chat(command)["messages"][0]["text"]


def test_danger_in_a_message_that_is_too_long_is_still_heard(stack: Stack) -> None:
    cry = "he is hitting my sister right now "
    for message in (cry + "a " * 4_000, "a " * 4_000 + cry, cry + "a " * 400_000):
        body = refused(stack.client.post("/chat", json={"message": message}), 413)
        assert "999" in body["messages"][0]["text"].split(".")[0]


def test_big_bodies_do_not_delay_another_persons_emergency(stack: Stack) -> None:
    big = json.dumps({"message": WORDS_40_000}).encode()
    limits = httpx.Limits(max_connections=20)

    async def both() -> list[float]:
        async with httpx.AsyncClient(base_url=stack.url, timeout=30, trust_env=False, limits=limits) as client:
            flood = [asyncio.create_task(client.post("/chat", content=big, headers=_JSON)) for _ in range(10)]
            times = []
            for _ in range(10):
                began = time.monotonic()
                reply = await client.post("/chat", json={"message": "he is hitting my sister right now"})
                times.append(time.monotonic() - began)
                assert "999" in reply.json()["messages"][0]["text"].split(".")[0]
            for task in flood:
                refused(await task, 413)
            return times

    assert sorted(asyncio.run(both()))[5] < 1.0


def test_a_wrong_method_or_address_gets_help_too(stack: Stack) -> None:
    refused(stack.client.get("/chat"), 405)
    refused(stack.client.put("/chat", json={}), 405)
    refused(stack.client.post("/live", json={}), 405)
    refused(stack.client.get("/no/such/page"), 404)
    refused(stack.client.get("/static/../../pyproject.toml"), 404)
    page = stack.client.get("/no/such/page", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "Childline" in page.text
    assert "tel:999" in page.text


def test_noise_that_is_no_http_gets_help(stack: Stack) -> None:
    for noise in (
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"hello?\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    ):
        with socket.create_connection(("127.0.0.1", stack.port), timeout=5) as connection:
            connection.sendall(noise)
            answer = b""
            while part := connection.recv(65_536):
                answer += part
        head, _, body = answer.partition(b"\r\n\r\n")
        assert b" 400 " in head.split(b"\r\n")[0]
        fits("Refusal", json.loads(body))
        helps(json.loads(body)["messages"])
