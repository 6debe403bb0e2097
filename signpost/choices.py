"""Choices beside an answer: buttons for those who would rather tap. Free text always works beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from signpost import topics
from signpost.conversation import Knowledge
from signpost.directory import AUDIENCES, Directory
from signpost.follow_up import Reply, for_the_reader
from signpost.topics import Topic

Button = dict[str, str]
"""A button of the wire contract: `title` and `id`."""

_DANGER = f"topic:{topics.DANGER}"
_QUESTIONS = ("topic:what_happens", "topic:privacy", f"topic:{topics.CORRECTION}")
_MENU = ("being_hurt", "report_abuse", "grooming", "self_harm", "online_safety", "professional_concern")
_AUDIENCE_TITLES = {
    "child": "I'm under 19",
    "adult": "I'm an adult worried about a child",
    "professional": "I work with children",
    "survivor": "It happened to me as a child",
}
_WATCHED_TITLES = {_DANGER: "How to call without speaking"}
"""Titles that give nothing away to somebody who reads along."""

_NATION_TOPICS = ("report_abuse", "professional_concern", "staff_concern", "domestic_abuse")


def beside(reply: Reply, knowledge: Knowledge, known: Mapping[str, Topic], directory: Directory) -> list[Button]:
    """The buttons of an answer: danger first, then what the answer may have missed.

    Args:
        reply: the answer; a button for its own topic is left out.
        knowledge: what the conversation knows. Somebody who is watched gets few, and none that tells.
        known: all topics by name.
        directory: where areas are looked up.
    """
    if knowledge.watched:
        ids = [_DANGER, *(["audience:child"] if knowledge.audience == "unknown" else []), "topic:access_needs"]
    elif reply.topic == topics.CORRECTION or (known[reply.topic].urgency in ("talk", "info") and not knowledge.told):
        ids = [_DANGER, *_also(reply), *(f"topic:{name}" for name in _MENU if name in known)]
    else:
        ids = [_DANGER, *_also(reply), *_who_and_where(reply, knowledge, directory), *_QUESTIONS]
    titles = _WATCHED_TITLES if knowledge.watched else {}
    return [
        {"title": titles.get(id) or _title(id, known, directory), "id": id} for id in dict.fromkeys(ids) if id != f"topic:{reply.topic}"
    ]


def press(button: str, knowledge: Knowledge, known: Mapping[str, Topic], directory: Directory) -> tuple[str, Knowledge] | None:
    """What a button means: the topic to answer and what is then known; None if there is no such."""
    kind, _, value = button.partition(":")
    topic = knowledge.matter if knowledge.matter and knowledge.matter in known else topics.ACKNOWLEDGE
    if kind == "topic" and value in known:
        return value, knowledge
    if kind == "audience" and value in AUDIENCES:
        return for_the_reader(topic, value, about_a_child=True), replace(knowledge, audience=value)
    if kind == "area" and value in {area.id for area in directory.areas}:
        return topic, replace(knowledge, area=value)
    return None


def _also(reply: Reply) -> list[str]:
    return [f"topic:{reply.also}"] if reply.also else []


def _who_and_where(reply: Reply, knowledge: Knowledge, directory: Directory) -> list[str]:
    """Who is asking, if that is not known, or else where the child lives, if that changes the answer."""
    if knowledge.audience == "unknown":
        return [f"audience:{name}" for name in _AUDIENCE_TITLES]
    if knowledge.area is None and knowledge.audience != "child" and reply.topic in _NATION_TOPICS:
        return [f"area:{area.id}" for area in directory.areas if area.is_nation]
    return []


def _title(id: str, known: Mapping[str, Topic], directory: Directory) -> str:
    kind, _, value = id.partition(":")
    if kind == "topic":
        return known[value].title
    return _AUDIENCE_TITLES[value] if kind == "audience" else f"The child lives in {directory.area(value).name}"
