"""Whole conversations, over HTTP, on the trained model (`dialogues/*.yml`; what they ask: dialogue.py)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conversations.dialogue import load, problems
from tests.stack import Stack

DIALOGUES = load()


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=[dialogue["name"] for dialogue in DIALOGUES])
def test_the_conversation(stack: Stack, dialogue: dict[str, Any]) -> None:
    session, found = None, []
    for number, turn in enumerate(dialogue["turns"], start=1):
        reply = stack.chat(turn.get("says"), button=turn.get("presses"), session=session)
        assert reply["status"] == 200
        session = reply["session"]
        found += [f'turn {number} ("{turn.get("says") or turn.get("presses")}"): {lack}' for lack in problems(turn, reply["messages"])]
    assert not found, "\n".join(found)
