"""Behavioural checks in the manner of CheckList (Ribeiro et al. 2020), written by an author who had not read the training data.

`behaviour/functionality.yml` holds plain messages that any such assistant must get right,
`direction.yml` pairs of messages that differ in one thing, with the change that it must make, and
`failures.yml` what other assistants are known to have got wrong. What may be asked of an answer is
what a dialogue's turn may ask (dialogue.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.conversations.dialogue import Lack, checked, lacks
from tests.stack import Stack

KINDS = {
    "functionality": "Plain messages that any such assistant must get right",
    "direction": "One change to a message, and the change of the answer",
    "failures": "What other assistants are known to have got wrong",
}
"""Each file with what it holds."""

_FOLDER = Path(__file__).resolve().parent / "behaviour"


class Check(NamedTuple):
    """One message or a pair: `asked` holds each with what its answer must have."""

    name: str
    asked: tuple[tuple[str, dict[str, Any]], ...]


class Outcome(NamedTuple):
    """What the answers to a check lacked; nothing where it holds."""

    check: Check
    lacks: tuple[Lack, ...]


def load(kind: str) -> list[Check]:
    """All checks of a kind. Raises AssertionError where a field or a contact is not known."""
    found = []
    for entry in yaml.safe_load((_FOLDER / f"{kind}.yml").read_text(encoding="utf-8")):
        for message in entry.get("messages", ()):
            found.append(Check(entry["name"], ((message, checked(entry["expect"])),)))
        for before, after in entry.get("pairs", ()):
            found.append(Check(entry["name"], ((before, checked(entry["before"])), (after, checked(entry["after"])))))
    return found


def ask_all(stack: Stack, kind: str) -> list[Outcome]:
    """Ask every message of a kind, each in a conversation of its own."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda check: Outcome(check, tuple(_lacks(stack, check))), load(kind)))


def _lacks(stack: Stack, check: Check) -> Iterator[Lack]:
    for message, expected in check.asked:
        for lack in lacks(expected, stack.chat(message)["messages"]):
            yield lack._replace(words=f"{check.name}: {message}: {lack.words}")
