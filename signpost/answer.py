"""One answer: words, contacts and buttons for a topic. What the gateway and Rasa's actions share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from signpost import cards, facts, follow_up, languages, routing, topics, words
from signpost.conversation import Knowledge
from signpost.directory import AUDIENCES, Directory
from signpost.follow_up import Reply
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
_WATCHED_TITLES = {f"topic:{topics.DANGER}": "How to call without speaking"}
"""Titles that give nothing away to somebody who reads along."""

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

    def reply(self, words: str, heard: Mapping[str, Any], knowledge: Knowledge) -> Reply:
        """What to answer to a message, in the light of the conversation (`follow_up.in_the_light`).

        Args:
            words: what was typed, or `/<topic>` for a button.
            heard: how Rasa understood it: `intent` and `intent_ranking`.
            knowledge: what the conversation knows.
        """
        intent = heard.get("intent") or {}
        likely = {
            entry["name"]: entry["confidence"]
            for entry in (*(heard.get("intent_ranking") or ()), intent)
            if entry.get("name") in self.topics
        }
        name = intent.get("name")
        understood = name if isinstance(name, str) and name in self.topics else topics.NO_MATCH
        return follow_up.in_the_light(_typed(words), understood, likely, knowledge, self.topics)

    def text(self, topic: str, knowledge: Knowledge, question: str = "", about: str | None = None) -> str:
        """The words of an answer; a question of fact gets the fact that fits it, with its source."""
        if about == follow_up.LANGUAGE:
            return words.fill(languages.line(knowledge.speaks or languages.OTHER)[0], self.directory)
        if knowledge.watched and self.topics[topic].grave:
            topic = topics.DANGER  # its words for somebody who is watched are short and give nothing away
        fact = None
        if topic in _FACTUAL and about is None:
            fitting = [fact for fact in self.facts if not words.leads_back(fact.statement, knowledge.suspects, self.directory)]
            fact = facts.answering(_typed(question) or self.topics[topic].title, topic, fitting, knowledge.shown)
        return words.say(self.topics[topic], knowledge, self.directory, _with_source(fact, self.directory) if fact else None, about)

    def contacts(self, topic: str, knowledge: Knowledge, now: datetime, also: str | None = None) -> list[routing.Chosen]:
        """The contacts of an answer, the best first.

        Small talk and questions of fact keep those of the matter that was told. Beside another
        topic the first contact of `also` and of each matter told before stays in sight.
        """
        told = [name for name in knowledge.told if name in self.topics]
        keeps = told and (self.topics[topic].small_talk or topic in _FACTUAL)
        lead = told[0] if keeps else topic
        chosen = routing.choose(self.directory, lead, knowledge, now)
        for other in dict.fromkeys(name for name in (also, *told) if name and name != lead):
            chosen = routing.beside(chosen, routing.choose(self.directory, other, knowledge, now))
        if knowledge.disclosed or knowledge.watched:
            chosen = routing.beside_emergency(chosen, routing.choose(self.directory, topics.DANGER, knowledge, now))
        return chosen

    def message(
        self, topic: str, knowledge: Knowledge, now: datetime, text: str | None = None, also: str | None = None, about: str | None = None
    ) -> Message:
        """The whole message for a topic; `text` in place of its words, where they were said already."""
        chosen = self.contacts(topic, knowledge, now, also)
        return {
            "text": text if text is not None else self.text(topic, knowledge, about=about),
            "lang": languages.line(knowledge.speaks or languages.OTHER)[1] if about == follow_up.LANGUAGE else languages.ENGLISH,
            "topic": topic,
            "urgency": self.topics[topic].urgency,
            "cards": [cards.card(service, offer, now, knowledge.area) for service, offer in chosen],
            "buttons": self.buttons(topic, knowledge, also),
        }

    def help(self, knowledge: Knowledge, now: datetime) -> Message:
        """The help card: what there is to say when nothing was understood or nothing else works."""
        return self.message(topics.NO_MATCH, knowledge, now) | {"topic": HELP}

    def buttons(self, topic: str, knowledge: Knowledge, also: str | None = None) -> list[dict[str, str]]:
        """Choices beside an answer. Free text always works beside them."""
        chosen = [f"topic:{topics.DANGER}"]
        if knowledge.watched:
            chosen += [*(["audience:child"] if knowledge.audience == "unknown" else []), "topic:access_needs"]
            return [
                self._button(id) | {"title": _WATCHED_TITLES.get(id, self._button(id)["title"])} for id in chosen if id != f"topic:{topic}"
            ]
        if also:
            chosen.append(f"topic:{also}")
        if topic == topics.CORRECTION or (self.topics[topic].urgency in ("talk", "info") and not knowledge.disclosed):
            chosen += [f"topic:{name}" for name in _MENU if name in self.topics]
        else:
            if knowledge.audience == "unknown":
                chosen += [f"audience:{name}" for name in _AUDIENCE_TITLES]
            elif knowledge.area is None and knowledge.audience != "child" and topic in _NATION_TOPICS:
                chosen += [f"area:{area.id}" for area in self.directory.areas if area.is_nation]
            chosen += ["topic:what_happens", "topic:privacy", f"topic:{topics.CORRECTION}"]
        return [self._button(id) for id in dict.fromkeys(chosen) if id != f"topic:{topic}"]

    def press(self, button: str, knowledge: Knowledge) -> tuple[str, Knowledge] | None:
        """What a button means: the topic to answer and what is then known; None if there is no such."""
        kind, _, value = button.partition(":")
        topic = knowledge.matter or topics.ACKNOWLEDGE
        if kind == "topic" and value in self.topics:
            return value, knowledge
        if kind == "audience" and value in AUDIENCES:
            return follow_up.for_the_reader(topic, value, about_a_child=True), replace(knowledge, audience=value)
        if kind == "area" and value in {area.id for area in self.directory.areas}:
            return topic, replace(knowledge, area=value)
        return None

    def _button(self, id: str) -> dict[str, str]:
        kind, _, value = id.partition(":")
        titles = {
            "topic": lambda: self.topics[value].title,
            "audience": lambda: _AUDIENCE_TITLES[value],
            "area": lambda: f"The child lives in {self.directory.area(value).name}",
        }
        return {"title": titles[kind](), "id": id}


def _typed(words: str) -> str:
    """What was typed; nothing where a button was pressed, which Rasa is told as `/<topic>`."""
    return "" if words.startswith("/") else words


def _with_source(fact: facts.Fact, directory: Directory) -> str:
    """The statement, its contacts filled in, with who said it where the words do not say so."""
    statement = words.fill(fact.statement, directory)
    return statement if fact.source_name.lower() in statement.lower() else f"{statement} (Source: {fact.source_name}.)"
