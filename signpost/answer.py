"""One answer: words, contacts and buttons for a topic. What the gateway and Rasa's actions share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from signpost import cards, choices, facts, follow_up, languages, routing, topics, words
from signpost.conversation import Knowledge
from signpost.directory import Directory
from signpost.facts import Fact
from signpost.follow_up import Reply
from signpost.topics import Topic

Message = dict[str, Any]
"""One message of the wire contract."""

HELP = "help"
"""The topic under which the help card travels: the gateway's answer when there is no better one."""

AWAY = "away"
"""What the help card is about while the assistant does not answer."""

_FACTUAL = ("figures", "law", "what_happens", "privacy", "signs_of_abuse")


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
        known = [entry for entry in (*(heard.get("intent_ranking") or ()), intent) if entry.get("name") in self.topics]
        name = intent.get("name")
        understood = name if isinstance(name, str) and name in self.topics else topics.NO_MATCH
        likely = {entry["name"]: entry["confidence"] for entry in known}
        reply = follow_up.in_the_light(_typed(words), understood, likely, knowledge, self.topics)
        return replace(reply, named=routing.named(self.directory, _typed(words), knowledge)) if reply.topic in _FACTUAL else reply

    def text(self, reply: Reply | str, knowledge: Knowledge, question: str = "") -> str:
        """The words of an answer (a topic alone will do); a question of fact gets the fact that fits it, with its source."""
        reply = _as_reply(reply)
        topic = self.topics[reply.topic]
        if reply.about == follow_up.LANGUAGE:
            return words.fill(languages.line(knowledge.speaks or languages.OTHER)[0], self.directory)
        if knowledge.watched and topic.grave:
            topic = self.topics[topics.DANGER]  # its words for somebody who is watched are short and give nothing away
        fact = None
        if topic.name in _FACTUAL and reply.about is None:
            question = _typed(question) or topic.title
            fitting = [fact for fact in self.facts if self._may_be_told(fact, knowledge, question)]
            fact = facts.answering(question, topic.name, fitting, knowledge.shown)
        return words.say(topic, knowledge, self.directory, _with_source(fact, self.directory) if fact else None, reply.about)

    def _may_be_told(self, fact: Fact, knowledge: Knowledge, question: str) -> bool:
        """Whether a fact leads back to nobody who is feared, and is about a line for this reader or one that is asked about."""
        if words.leads_back(fact.statement, knowledge.suspects, self.directory):
            return False
        service = self.directory.service(fact.contact) if fact.contact else None
        return service is None or knowledge.audience in ("unknown", *service.audiences) or routing.is_named(service, question)

    def contacts(self, reply: Reply | str, knowledge: Knowledge, now: datetime) -> list[routing.Chosen]:
        """The contacts of an answer, the best first.

        Small talk and questions of fact keep those of the matter that was told. Beside another
        topic, the contacts that were asked about, the first of a second topic and the first of
        each matter told before stay in sight.
        """
        reply = _as_reply(reply)
        told = [name for name in knowledge.told if name in self.topics]
        keeps = told and (self.topics[reply.topic].small_talk or reply.topic in _FACTUAL)
        lead = told[0] if keeps else reply.topic
        if knowledge.watched and self.topics[lead].grave:
            lead, reply = topics.DANGER, Reply(reply.topic)
        chosen = routing.choose(self.directory, lead, knowledge, now)
        others = [name for name in (reply.also, *told) if name and name != lead]
        named = routing.up_to_date(self.directory, reply.named, now)
        wanted = [*named, *(one for name in others for one in routing.first(routing.choose(self.directory, name, knowledge, now)))]
        chosen = routing.beside(chosen, wanted, uk_first=knowledge.area is None) if wanted else chosen
        if knowledge.disclosed or knowledge.watched:
            chosen = routing.beside_emergency(chosen, routing.choose(self.directory, topics.DANGER, knowledge, now))
        return chosen

    def message(self, reply: Reply | str, knowledge: Knowledge, now: datetime, text: str | None = None) -> Message:
        """The whole message of an answer; `text` in place of its words, where they were said already."""
        reply = _as_reply(reply)
        foreign = reply.about == follow_up.LANGUAGE
        return {
            "text": text if text is not None else self.text(reply, knowledge),
            "lang": languages.line(knowledge.speaks or languages.OTHER)[1] if foreign else languages.ENGLISH,
            "topic": reply.topic,
            "urgency": self.topics[reply.topic].urgency,
            "cards": [cards.card(service, offer, now, knowledge.area) for service, offer in self.contacts(reply, knowledge, now)],
            "buttons": choices.beside(reply, knowledge, self.topics, self.directory),
        }

    def help(self, knowledge: Knowledge, now: datetime, about: str | None = None) -> Message:
        """The help card: what there is to say when nothing was understood or nothing else works (`about`: AWAY)."""
        return self.message(Reply(topics.NO_MATCH, about=about), knowledge, now) | {"topic": HELP}

    def press(self, button: str, knowledge: Knowledge) -> tuple[str, Knowledge] | None:
        """What a button means: the topic to answer and what is then known; None if there is no such."""
        return choices.press(button, knowledge, self.topics, self.directory)


def _as_reply(reply: Reply | str) -> Reply:
    return Reply(reply) if isinstance(reply, str) else reply


def _typed(words: str) -> str:
    """What was typed; nothing where a button was pressed, which Rasa is told as `/<topic>`."""
    return "" if words.startswith("/") else words


def _with_source(fact: Fact, directory: Directory) -> str:
    """The statement, its contacts filled in, with who said it where the words do not say so."""
    statement = words.fill(fact.statement, directory)
    return statement if fact.source_name.lower() in statement.lower() else f"{statement} (Source: {fact.source_name}.)"
