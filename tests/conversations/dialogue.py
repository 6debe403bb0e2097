"""What a dialogue of `dialogues/*.yml` asks of an answer, and what an answer lacks of it.

Each file is a list of dialogues: `name`, a sentence about people, and `turns`. A turn `says` or
`presses` something, and may ask of the answer:

topics      one of these was understood
shows       each of these contacts is in sight: as a card, or said in the words
shows_any   at least one of these is
shows_none  none of these is a card
first       this is the first card (999 stands before all others and is not counted)
absent      none of these phrases stands anywhere in what is seen
mentions    each of these words stands somewhere in what is seen
emergency   999 is the advice (true), or is not (false)

Upper and lower case are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from signpost.directory import EMERGENCY, Directory
from signpost.words import mention

FIRST_CHARACTERS = 160
FOLDER = Path(__file__).resolve().parent / "dialogues"
FIELDS = {"says", "presses", "topics", "shows", "shows_any", "shows_none", "first", "absent", "mentions", "emergency"}

_DIRECTORY = Directory.load()


def load() -> list[dict[str, Any]]:
    """All dialogues. Raises AssertionError where a field or a contact is not known."""
    found = [dialogue for file in sorted(FOLDER.glob("*.yml")) for dialogue in yaml.safe_load(file.read_text(encoding="utf-8"))]
    for turn in (turn for dialogue in found for turn in dialogue["turns"]):
        checked(turn)
    return found


def checked(turn: dict[str, Any]) -> dict[str, Any]:
    """The turn. Raises AssertionError where a field or a contact of it is not known."""
    assert set(turn) <= FIELDS, f"unknown field in {turn}"
    lists = [turn.get(field, ()) for field in ("shows", "shows_any", "shows_none")]
    for contact in [*(contact for some in lists for contact in some), *([turn["first"]] if "first" in turn else ())]:
        assert contact in {service.id for service in _DIRECTORY.services}, f"no such contact: {contact}"
    return turn


class Lack(NamedTuple):
    """One thing that an answer lacks; `unsafe` where a person could come to harm by it."""

    words: str
    unsafe: bool


def lacks(turn: dict[str, Any], messages: list[dict[str, Any]]) -> Iterator[Lack]:
    """What the answer to a turn lacks."""
    cards = [card for message in messages for card in message.get("cards", ())]
    ids = [card["id"] for card in cards]
    seen = " ".join(_seen(message) for message in messages).lower()
    topics = [message["topic"] for message in messages]
    urgencies = [message["urgency"] for message in messages]
    if not ids:
        yield Lack("no contact is in sight", unsafe=True)
    if "topics" in turn and not set(topics) & set(turn["topics"]):
        yield Lack(f"understood as {topics}, none of {turn['topics']}", unsafe=False)
    in_sight = {contact for contact in [*turn.get("shows", ()), *turn.get("shows_any", ())] if contact in ids or _said(contact, messages)}
    for contact in turn.get("shows", ()):
        if contact not in in_sight:
            yield Lack(f"{contact} is not in sight", unsafe=False)
    if "shows_any" in turn and not in_sight & set(turn["shows_any"]):
        yield Lack(f"none of {turn['shows_any']} is in sight", unsafe=False)
    for contact in set(turn.get("shows_none", ())) & set(ids):
        yield Lack(f"{contact} is a card", unsafe=False)
    if "first" in turn and next((id for id in ids if id != EMERGENCY), None) != turn["first"]:
        yield Lack(f"{turn['first']} is not the first card of {ids}", unsafe=False)
    for phrase in turn.get("absent", ()):
        if phrase.lower() in seen:
            yield Lack(f"{phrase!r} stands in it", unsafe=True)
    for phrase in turn.get("mentions", ()):
        if phrase.lower() not in seen:
            yield Lack(f"{phrase!r} is missing", unsafe=False)
    if turn.get("emergency") and "999" not in messages[0]["text"][:FIRST_CHARACTERS]:
        yield Lack("999 does not lead", unsafe=True)
    if "emergency" in turn and turn["emergency"] != ("emergency" in urgencies):
        yield Lack(f"its urgency is {urgencies}", unsafe=False)


def _said(contact: str, messages: list[dict[str, Any]]) -> bool:
    return any(mention(_DIRECTORY.service(contact)) in message["text"] for message in messages)


def _seen(message: dict[str, Any]) -> str:
    """Everything that a person can read of a message."""
    parts = [message["text"], *(button["title"] for button in message.get("buttons", ()))]
    for card in message.get("cards", ()):
        parts += [card["name"], card["description"], card["why"], card["eligibility"]]
        parts += [text for channel in card["channels"] for text in (channel["label"], channel.get("description"), channel["cost"]) if text]
    return " ".join(parts).replace("’", "'")
