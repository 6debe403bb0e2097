"""One answer: words, contacts and buttons for a topic. What the gateway and Rasa's actions share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from signpost import cards, facts, routing, topics, words
from signpost.conversation import Knowledge
from signpost.directory import AUDIENCES, Directory
from signpost.topics import Topic

Message = dict[str, Any]
"""One message of the wire contract."""

HELP = "help"
"""The topic under which the help card travels: the gateway's answer when there is no better one."""

_FACTUAL = ("figures", "law", "what_happens", "privacy", "signs_of_abuse")
_MENU = ("being_hurt", "report_abuse", "grooming", "self_harm", "online_safety", "professional_concern")
_AUDIENCE_TITLES = {
    "child": "I'm under 19",
    "adult": "I'm an adult worried about a child",
    "professional": "I work with children",
    "survivor": "It happened to me as a child",
}
_NATION_TOPICS = ("report_abuse", "professional_concern", "staff_concern", "domestic_abuse")


@dataclass(frozen=True)
class Signpost:
    """Everything that answers are made of, loaded once at start.

    Attributes:
        directory: the contacts.
        topics: the topics by name.
        facts: the statements that may be quoted.
    """

    directory: Directory
    topics: dict[str, Topic]
    facts: tuple[facts.Fact, ...]

    @classmethod
    def load(cls) -> Signpost:
        """Load and cross-check; raises the loaders' errors, or KeyError for an unknown `[[id]]`."""
        loaded = cls(Directory.load(), dict(topics.load()), facts.load())
        for topic in loaded.topics.values():
            for variation in topic.words:
                words.fill(variation.text, loaded.directory)
        for fact in loaded.facts:
            words.fill(fact.statement, loaded.directory)
        return loaded

    def text(self, topic: str, knowledge: Knowledge, question: str = "") -> str:
        """The words of an answer; a question of fact gets the fact that fits it, with its source."""
        fact = facts.answering(question, topic, self.facts, knowledge.shown) if topic in _FACTUAL else None
        statement = _with_source(fact, self.directory) if fact else None
        return words.say(self.topics[topic], knowledge, self.directory, statement)

    def contacts(self, topic: str, knowledge: Knowledge, now: datetime) -> list[routing.Chosen]:
        """The contacts of an answer; those of what was told before stay in sight.

        Small talk and questions of fact keep them all, another matter that is not grave its first.
        """
        told = knowledge.topic if knowledge.topic in self.topics else None
        if told and (self.topics[topic].small_talk or topic in _FACTUAL):
            return routing.choose(self.directory, told, knowledge, now)
        chosen = routing.choose(self.directory, topic, knowledge, now)
        if told and knowledge.disclosed and not self.topics[topic].grave:
            earlier = [c for c in routing.choose(self.directory, told, knowledge, now) if c[0].id != routing.EMERGENCY]
            if earlier and earlier[0][0].id not in {service.id for service, _ in chosen}:
                return [*chosen[: routing.AT_MOST - 1], earlier[0]]
        return chosen

    def message(self, topic: str, knowledge: Knowledge, now: datetime, text: str | None = None) -> Message:
        """The whole message for a topic; `text` in place of its words, where they were said already."""
        chosen = self.contacts(topic, knowledge, now)
        return {
            "text": text if text is not None else self.text(topic, knowledge),
            "lang": "en",
            "topic": topic,
            "urgency": self.topics[topic].urgency,
            "cards": [cards.card(service, offer, now, knowledge.area) for service, offer in chosen],
            "buttons": self.buttons(topic, knowledge),
        }

    def help(self, knowledge: Knowledge, now: datetime) -> Message:
        """The help card: what there is to say when nothing was understood or nothing else works."""
        return self.message(topics.NO_MATCH, knowledge, now) | {"topic": HELP}

    def buttons(self, topic: str, knowledge: Knowledge) -> list[dict[str, str]]:
        """Choices beside an answer. Free text always works beside them."""
        chosen: list[str] = []
        if topic != topics.DANGER:
            chosen.append(f"topic:{topics.DANGER}")
        if self.topics[topic].urgency in ("talk", "info") and not knowledge.disclosed:
            chosen += [f"topic:{name}" for name in _MENU if name in self.topics]
            return [self._button(id) for id in chosen]
        if knowledge.audience == "unknown":
            chosen += [f"audience:{name}" for name in _AUDIENCE_TITLES]
        elif knowledge.area is None and knowledge.audience != "child" and topic in _NATION_TOPICS:
            chosen += [f"area:{area.id}" for area in self.directory.areas if area.is_nation]
        chosen += ["topic:what_happens", "topic:privacy", "topic:correction"]
        return [self._button(id) for id in chosen if id != f"topic:{topic}"]

    def press(self, button: str, knowledge: Knowledge) -> tuple[str, Knowledge] | None:
        """What a button means: the topic to answer and what is then known; None if there is no such."""
        kind, _, value = button.partition(":")
        topic = knowledge.topic or topics.NO_MATCH
        if kind == "topic" and value in self.topics:
            return value, knowledge
        if kind == "audience" and value in AUDIENCES:
            return topic, _with(knowledge, audience=value)
        if kind == "area" and value in {area.id for area in self.directory.areas}:
            return topic, _with(knowledge, area=value)
        return None

    def _button(self, id: str) -> dict[str, str]:
        kind, _, value = id.partition(":")
        titles = {
            "topic": lambda: self.topics[value].title,
            "audience": lambda: _AUDIENCE_TITLES[value],
            "area": lambda: f"The child lives in {self.directory.area(value).name}",
        }
        return {"title": titles[kind](), "id": id}


def _with(knowledge: Knowledge, **known: Any) -> Knowledge:
    return Knowledge.from_dict(knowledge.to_dict() | known)


def _with_source(fact: facts.Fact, directory: Directory) -> str:
    """The statement, its contacts filled in, with who said it where the words do not say so."""
    statement = words.fill(fact.statement, directory)
    return statement if fact.source_name.lower() in statement.lower() else f"{statement} (Source: {fact.source_name}.)"
