"""Twenty thousand random conversations: no answer without a contact, and none that loses one after a disclosure."""

from __future__ import annotations

import random
from datetime import datetime, timezone
from typing import Any

from signpost import danger, people, routing
from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.directory import AUDIENCES, EMERGENCY
from signpost.follow_up import Reply
from signpost.topics import DANGER
from tests.conversations.dialogue import load
from tests.stack import Stack

SIGNPOST = Signpost.load()
NOON, NIGHT = datetime(2026, 11, 23, 12, tzinfo=timezone.utc), datetime(2026, 12, 25, 3, tzinfo=timezone.utc)
CORE_WALKS, HTTP_WALKS, LONGEST = 20_000, 250, 5
SAID = sorted({turn["says"] for dialogue in load() for turn in dialogue["turns"] if "says" in turn})
HEARD = {message: (danger.find(message), Knowledge().hear(message, SIGNPOST.directory)) for message in random.Random(2).sample(SAID, 150)}
"""Reading is the slow part, so each walk draws from messages that have been read."""

LASTING = {service.id for service in SIGNPOST.directory.services if service.always_open}


def buttons() -> list[str]:
    areas = [f"area:{area.id}" for area in SIGNPOST.directory.areas]
    return [f"topic:{name}" for name in SIGNPOST.topics] + [f"audience:{name}" for name in AUDIENCES] + areas + ["topic:none", ""]


def lacks(message: dict[str, Any], disclosed: bool) -> str | None:
    """What is wrong with an answer, if anything."""
    ids = [card["id"] for card in message["cards"]]
    counted = [id for id in ids if id != EMERGENCY]
    if not counted or len(counted) > routing.AT_MOST or len(set(ids)) != len(ids):
        return f"contacts {ids}"
    if not LASTING.intersection(ids):
        return f"nobody answers now: {ids}"
    if not any(character.isdigit() for character in message["text"]):
        return f"no contact in the words {message['text']!r}"
    if disclosed and EMERGENCY not in ids:
        return f"999 was lost: {ids}"
    return None


def heard(knowledge: Knowledge, read: Knowledge) -> Knowledge:
    """`knowledge` after a message that alone was read as `read`."""
    known = read.to_dict() | {"topic": knowledge.topic, "told": knowledge.told, "shown": knowledge.shown, "disclosed": knowledge.disclosed}
    known["audience"] = read.audience if read.audience != "unknown" else knowledge.audience
    known["suspects"] = tuple(dict.fromkeys(read.suspects + knowledge.suspects))
    known["area"] = read.area or knowledge.area
    known["watched"] = read.watched or knowledge.watched
    return Knowledge.from_dict(known)


def walk(chance: random.Random, presses: list[str]) -> list[str]:
    """One conversation on the core, with whatever the model might have understood. Returns what went wrong."""
    knowledge, wrong, names = Knowledge(), [], sorted(SIGNPOST.topics)
    now = chance.choice((NOON, NIGHT))
    for _ in range(chance.randint(1, LONGEST)):
        if chance.random() < 0.5:
            said = chance.choice(list(HEARD))
            in_danger, read = HEARD[said]
            knowledge, reply = heard(knowledge, read), Reply(DANGER)
            if not in_danger:
                likely = {name: chance.random() for name in chance.sample(names, 4)}
                ranking = [{"name": name, "confidence": likely[name] / sum(likely.values())} for name in likely]
                reply = SIGNPOST.reply(said, {"intent": chance.choice(ranking), "intent_ranking": ranking}, knowledge)
        else:
            pressed = SIGNPOST.press(chance.choice(presses), knowledge)
            if pressed is None:
                message = SIGNPOST.help(knowledge, now)
                wrong += [lack] if (lack := lacks(message, knowledge.disclosed)) else []
                continue
            reply, knowledge = Reply(pressed[0]), pressed[1]
        before = kept(knowledge, now)
        message = SIGNPOST.message(reply, knowledge, now)
        shown = tuple(card["id"] for card in message["cards"])
        lack = lacks(message, knowledge.disclosed)
        if before and before not in shown:
            lack = f"{before} was lost in {shown} ({reply}, {knowledge})"
        wrong += [lack] if lack else []
        knowledge = knowledge.answered(SIGNPOST.topics[reply.topic], shown)
    return wrong


def kept(knowledge: Knowledge, now: datetime) -> str | None:
    """The contact that must not be lost: for a child always Childline, else the first for the matter told last."""
    if not knowledge.disclosed:
        return None
    if knowledge.audience == "child":
        return "childline"
    chosen = routing.choose(SIGNPOST.directory, knowledge.told[0], knowledge, now) if knowledge.told else []
    return next((service.id for service, _ in chosen if service.id != EMERGENCY), None)


def test_no_random_conversation_is_left_without_a_contact_or_loses_one() -> None:
    chance, presses = random.Random(20_000), buttons()
    wrong = [lack for _ in range(CORE_WALKS) for lack in walk(chance, presses)]
    assert wrong == []


def test_no_random_conversation_over_http_is_left_without_a_contact_or_loses_one(stack: Stack) -> None:
    chance, presses, wrong = random.Random(250), buttons(), []
    for _ in range(HTTP_WALKS):
        session, disclosed = None, False
        for _ in range(chance.randint(1, 4)):
            asked = {"message": chance.choice(SAID)} if chance.random() < 0.6 else {"button": chance.choice(presses)}
            reply = stack.chat(asked.get("message"), button=asked.get("button"), session=session)
            assert reply["status"] == 200, asked
            session = reply["session"]
            for message in reply["messages"]:
                wrong += [(asked, lack)] if (lack := lacks(message, disclosed)) else []
                disclosed = disclosed or (message["topic"] in SIGNPOST.topics and SIGNPOST.topics[message["topic"]].grave)
    assert wrong == []


def test_the_walks_meet_every_kind_of_person_and_worry() -> None:
    read = [knowledge for _, knowledge in HEARD.values()]
    assert {knowledge.audience for knowledge in read} == set(AUDIENCES)
    assert len({suspect for knowledge in read for suspect in knowledge.suspects}) >= len(people.SUSPECTS) - 4
