"""Whatever stands in Rasa's place says, a person reads words with a contact, and never an invented one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from signpost.answer import Signpost
from signpost.conversation import Knowledge
from tests.gateway.alone import Alone, StandIn, as_json
from tests.gateway.contract import fits, helps

_GOOD: dict[str, Any] = Signpost.load().message("grooming", Knowledge(), datetime.now(timezone.utc))
_CUSTOM = {key: value for key, value in _GOOD.items() if key != "text"}


def _said(custom: object, text: str = "Some words.") -> bytes:
    return as_json([{"recipient_id": "x", "text": text}, {"recipient_id": "x", "custom": custom}])


def _with(**changed: object) -> bytes:
    return _said(_CUSTOM | changed)


NONSENSE = {
    "an empty list": (200, b"[]"),
    "nothing": (200, b""),
    "null": (200, b"null"),
    "an object": (200, b"{}"),
    "a list of nulls": (200, b"[null, 5, []]"),
    "a page of HTML": (200, b"<h1>Hello from Rasa</h1>"),
    "deep lists": (200, b"[" * 100_000),
    "invalid UTF-8": (200, b'[{"text": "\xff"}]'),
    "an error": (500, b'{"text": "oops"}'),
    "a redirection": (302, b""),
    "white space for words": (200, as_json([{"text": " \n"}])),
    "a number for words": (200, as_json([{"text": 5}])),
    "words alone": (200, as_json([{"text": "Some words."}])),
    "cards alone": (200, as_json([{"custom": _CUSTOM}])),
    "an unknown topic": (200, _with(topic="no_such")),
    "a list as topic": (200, _with(topic=["grooming"])),
    "an unknown urgency": (200, _with(urgency="very")),
    "no cards": (200, _with(cards=[])),
    "cards of the wrong type": (200, _with(cards="childline")),
    "an invented contact": (200, _with(cards=[{**_GOOD["cards"][0], "id": "made-up"}])),
    "a script as link": (
        200,
        _with(cards=[{**_GOOD["cards"][0], "channels": [{**_GOOD["cards"][0]["channels"][0], "href": "javascript:x"}]}]),
    ),
    "an unknown button": (200, _with(buttons=[{"title": "x", "id": "no_such"}])),
    "buttons of the wrong type": (200, _with(buttons={"title": "x"})),
}


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    return {"now": (200, b"[]")}


@pytest.fixture(scope="module")
def gateway(said: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alone]:
    log: Path = tmp_path_factory.mktemp("nonsense") / "log"
    with StandIn(lambda: said["now"]) as rasa, Alone(log, SIGNPOST_ASSISTANT_URL=rasa.url) as alone:
        yield alone


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_replaced_by_help(gateway: Alone, said: dict[str, Any], name: str) -> None:
    said["now"] = NONSENSE[name]
    reply = gateway.client.post("/chat", json={"message": "someone asks me for things"})
    assert reply.status_code == 200
    fits("Reply", reply.json())
    helps(reply.json()["messages"])
    assert reply.json()["messages"][0]["topic"] == "help"
    assert "made-up" not in reply.text
    assert "javascript:" not in reply.text


def test_words_that_fit_are_passed_on(gateway: Alone, said: dict[str, Any]) -> None:
    said["now"] = (200, _said(_CUSTOM, _GOOD["text"]))
    assert gateway.client.post("/chat", json={"message": "someone asks me for things"}).json()["messages"] == [
        json.loads(json.dumps(_GOOD))
    ]


def test_a_mute_model_never_counts_as_healthy(tmp_path: Path) -> None:
    with StandIn(lambda: (200, b"[]")) as rasa, Alone(tmp_path / "log", SIGNPOST_ASSISTANT_URL=rasa.url) as alone:
        reply = alone.client.get("/health")
        assert reply.status_code == 503
        assert reply.json() == {"gateway": "ok", "assistant": "unavailable"}
        assert alone.client.get("/live").status_code == 200


def test_while_the_assistant_is_away_nobody_is_told_that_their_words_were_unclear(tmp_path: Path) -> None:
    with Alone(tmp_path / "log") as alone:
        message = alone.client.post("/chat", json={"message": "someone asks me for things"}).json()["messages"][0]
    helps([message])
    assert "cannot read messages" in message["text"]
    assert "did not catch" not in message["text"]
