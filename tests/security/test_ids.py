"""Nobody reads another person's conversation."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest

from tests.gateway.alone import Alone


@pytest.mark.parametrize("number", [1_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_guessed_forged_missing_and_strange_ids_read_nobodys_conversation(tmp_path: Path, number: int) -> None:
    """The victim said they are 13, in England. A stranger is told nothing that shows it."""
    random.seed(number)
    with Alone(tmp_path / "log", SIGNPOST_WHOLE_BURST="1000000") as alone:
        client = alone.client
        victim = client.post("/chat", json={"message": "I'm 13 and I live in Cambridgeshire"}).json()["session"]
        told = client.post("/chat", json={"message": "hello", "session": victim}).json()["messages"]
        unknown = client.post("/chat", json={"message": "hello"}).json()["messages"]
        assert told != unknown
        for token in _forged(victim, number):
            reply = client.post("/chat", json={"message": "hello", "session": token}).json()
            assert reply["session"] not in (token, victim)
            assert reply["messages"] == unknown
        assert client.post("/chat", json={"message": "hello", "session": victim}).json()["messages"] == told


def _forged(victim: str, number: int) -> list[object]:
    letters = string.ascii_letters + string.digits + "-_"
    strange: list[object] = [
        None,
        "",
        0,
        -1,
        1.5,
        True,
        [],
        {},
        [victim],
        {"id": victim},
        "default",
        "victim",
        "null",
        "*",
        "%",
        "../" + victim,
    ]
    near: list[object] = [victim[:-1], victim + "A", victim.swapcase(), victim[::-1], f" {victim}", f"{victim}\n", victim + "\u200b"]
    near += [victim[:i] + ("A" if victim[i] != "A" else "B") + victim[i + 1 :] for i in range(len(victim))]
    guessed: list[object] = ["".join(random.choices(letters, k=len(victim))) for _ in range(number - len(strange) - len(near))]
    return strange + near + guessed
