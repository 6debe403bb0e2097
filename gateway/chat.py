"""One turn: what came in, the danger check, the assistant, and help whatever happens."""

from __future__ import annotations

import time
from collections.abc import Awaitable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import Any

from gateway.assistant import Assistant, Unavailable
from gateway.limits import Allowance
from gateway.metrics import Metrics
from gateway.schema import check_message
from gateway.sessions import Session, Sessions
from signpost import danger, topics
from signpost.answer import AWAY, Message, Signpost
from signpost.conversation import LANGUAGES, Knowledge

LONGEST_MESSAGE = 5_000
"""Characters. A child's whole story fits; forty thousand words do not."""


class Refusal(Exception):
    """A request that cannot be answered as a turn. It still gets help, with a status that says why."""

    def __init__(self, status: int, error: str, headers: dict[str, str] | None = None, heard: str = "") -> None:
        """`error` says in plain words what to do; `heard` is what could be read, for the danger check."""
        super().__init__(error)
        self.status, self.error, self.headers, self.heard = status, error, headers or {}, heard


@dataclass(frozen=True)
class Turn:
    """What a client asks: a message or a button, in a conversation that it may already have."""

    session: object
    message: str | None
    button: str | None
    lang: str | None
    area: str | None

    @classmethod
    def of(cls, body: object) -> Turn:
        """Read a request's JSON. Unknown values of `lang` and `area` count as not given.

        Raises:
            Refusal: it is not an object with a string `message` or `button`, or it is too long.
        """
        if not isinstance(body, dict):
            raise Refusal(400, 'Send a JSON object such as {"message": "..."}.')
        message, button = body.get("message"), body.get("button")
        if not isinstance(message, str) and not isinstance(button, str):
            raise Refusal(400, 'Send "message" (what was typed) or "button" (the id of a choice), as text.')
        if isinstance(message, str) and len(message) > LONGEST_MESSAGE:
            error = f"That is too long to read at once. Please say it in fewer than {LONGEST_MESSAGE} characters."
            raise Refusal(413, error, heard=both_ends(message))
        lang, area = body.get("lang"), body.get("area")
        return cls(
            session=body.get("session"),
            message=_whole_characters(message) if isinstance(message, str) else None,
            button=button if isinstance(button, str) else None,
            lang=lang if lang in LANGUAGES else None,
            area=area if isinstance(area, str) else None,
        )


class Chat:
    """Answers turns. The only failure that a person can see is the help card."""

    def __init__(self, signpost: Signpost, assistant: Assistant, sessions: Sessions, whole: Allowance, metrics: Metrics) -> None:
        """Put together from its parts; `whole` is what all conversations together may ask."""
        self._signpost, self._assistant, self._sessions = signpost, assistant, sessions
        self._whole, self._metrics = whole, metrics
        self._areas = {area.id for area in signpost.directory.areas}
        self._contacts = {service.id for service in signpost.directory.services}

    async def answer(self, turn: Turn, keep: bool = True) -> dict[str, Any]:
        """The reply of the wire contract. Without `keep`, a conversation that begins here is not held.

        Raises:
            Refusal: more is asked than may be; never where somebody may be in danger.
        """
        began = time.monotonic()
        session = self._sessions.find_or_mint(turn.session) if keep else self._sessions.find(turn.session) or self._sessions.mint()
        before = session.knowledge
        knowledge = self._set_by_client(before, turn)
        if turn.message is not None:
            message, knowledge, by = await self._to_words(turn.message, knowledge, session)
        else:
            message, knowledge, by = await self._to_button(turn.button or "", knowledge, session)
        self._remember(session, before, self._learn(knowledge, message))
        self._metrics.answered(message["topic"], message["urgency"], by, time.monotonic() - began)
        return {"session": session.id, "messages": [message]}

    def help(self, heard: str = "") -> Message:
        """Help without a conversation: for refusals. Still 999 first where what could be read says so."""
        knowledge = Knowledge().hear(heard, self._signpost.directory)
        if danger.find(heard):
            return self._signpost.message(topics.DANGER, knowledge, _now())
        return self._signpost.help(knowledge, _now())

    def forget(self, token: object) -> None:
        """Forget a conversation at once."""
        self._sessions.forget(token)

    async def _to_words(self, words: str, before: Knowledge, session: Session) -> tuple[Message, Knowledge, str]:
        knowledge = before.hear(words, self._signpost.directory)
        if danger.find(words):
            return self._signpost.message(topics.DANGER, knowledge, _now()), knowledge, "danger_check"
        self._count(session)
        if not words.strip():
            return self._signpost.help(knowledge, _now()), knowledge, "help_card"
        message, by = await self._or_help(self._assistant.ask(words, knowledge), knowledge)
        return message, knowledge, by

    async def _to_button(self, button: str, before: Knowledge, session: Session) -> tuple[Message, Knowledge, str]:
        pressed = self._signpost.press(button, before)
        if pressed is None:
            self._count(session)
            return self._signpost.help(before, _now()), before, "help_card"
        topic, knowledge = pressed
        if topic == topics.DANGER:
            return self._signpost.message(topic, knowledge, _now()), knowledge, "danger_check"
        self._count(session)
        message, by = await self._or_help(self._assistant.ask_topic(topic, knowledge), knowledge)
        return message, knowledge, by

    async def _or_help(self, asked: Awaitable[Message], knowledge: Knowledge) -> tuple[Message, str]:
        """The assistant's message if it is one that may be shown; with words alone, help beside them."""
        try:
            answer = await asked
        except Unavailable as fault:
            self._metrics.fault(fault.kind)
            return self._signpost.help(knowledge, _now(), AWAY), "help_card"
        if self._may_be_shown(answer):
            return answer, "assistant"
        self._metrics.fault("nonsense")
        help_card = self._signpost.help(knowledge, _now())
        return {**help_card, "text": f"{answer['text']}\n\n{help_card['text']}"}, "help_card"

    def _may_be_shown(self, answer: Message) -> bool:
        """Whether it has the shape of the contract, and topic, contacts and buttons that there are."""
        try:
            check_message(answer)
        except ValueError:
            return False
        return (
            answer["topic"] in self._signpost.topics
            and self._contacts.issuperset(card["id"] for card in answer["cards"])
            and all(self._signpost.press(button["id"], Knowledge()) for button in answer["buttons"])
        )

    def _count(self, session: Session) -> None:
        """Count a message against the limits. Raises Refusal (429) where there were too many."""
        wait = self._sessions.spend(session) or self._whole.spend(time.monotonic())
        if wait:
            seconds = int(wait) + 1
            raise Refusal(429, f"Please wait {seconds} seconds, then send it again.", {"Retry-After": str(seconds)})

    def _set_by_client(self, knowledge: Knowledge, turn: Turn) -> Knowledge:
        area = turn.area if turn.area in self._areas and knowledge.area is None else knowledge.area
        return replace(knowledge, area=area, lang=turn.lang or knowledge.lang)

    def _learn(self, knowledge: Knowledge, message: Message) -> Knowledge:
        topic = self._signpost.topics.get(message["topic"])
        shown = tuple(card["id"] for card in message["cards"])
        return knowledge.answered(topic, shown) if topic else knowledge

    @staticmethod
    def _remember(session: Session, before: Knowledge, after: Knowledge) -> None:
        """Keep what was learnt. A turn that a later one overtook adds only the matters that were told."""
        if session.knowledge is before:
            session.knowledge = after
        else:
            session.knowledge = session.knowledge.joined(after)


def both_ends(text: str) -> str:
    """Of a text that is too long, what the danger check still reads."""
    half = LONGEST_MESSAGE // 2
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:half]} {text[-half:]}"


def _whole_characters(text: str) -> str:
    """Without halves of characters (a cut emoji), which could not be sent on."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _now() -> datetime:
    return datetime.now(timezone.utc)
