"""One turn: what came in, the danger check, the assistant, and help whatever happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from gateway.assistant import Assistant, Unavailable
from gateway.sessions import Sessions
from signpost import danger, topics
from signpost.answer import Message, Signpost
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
            raise Refusal(413, error, heard=message[:LONGEST_MESSAGE])
        lang, area = body.get("lang"), body.get("area")
        return cls(
            session=body.get("session"),
            message=message if isinstance(message, str) else None,
            button=button if isinstance(button, str) else None,
            lang=lang if lang in LANGUAGES else None,
            area=area if isinstance(area, str) else None,
        )


class Chat:
    """Answers turns. The only failure that a person can see is the help card."""

    def __init__(self, signpost: Signpost, assistant: Assistant, sessions: Sessions) -> None:
        """Put together from its parts."""
        self._signpost, self._assistant, self._sessions = signpost, assistant, sessions
        self._areas = {area.id for area in signpost.directory.areas}

    async def answer(self, turn: Turn) -> dict[str, Any]:
        """The reply of the wire contract.

        Raises:
            Refusal: the conversation sends more than it may; never where somebody may be in danger.
        """
        session = self._sessions.find_or_mint(turn.session)
        knowledge = self._set_by_client(session.knowledge, turn)
        wait = self._sessions.spend(session)
        if turn.message is not None:
            message, knowledge = await self._to_words(turn.message, knowledge, wait)
        else:
            message, knowledge = await self._to_button(turn.button or "", knowledge, wait)
        session.knowledge = self._learn(knowledge, message)
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

    async def _to_words(self, words: str, before: Knowledge, wait: float) -> tuple[Message, Knowledge]:
        knowledge = before.hear(words, self._signpost.directory)
        if danger.find(words):
            return self._signpost.message(topics.DANGER, knowledge, _now()), knowledge
        _refuse_if(wait)
        if not words.strip():
            return self._signpost.help(knowledge, _now()), knowledge
        return await self._or_help(self._assistant.ask(words, knowledge), knowledge), knowledge

    async def _to_button(self, button: str, before: Knowledge, wait: float) -> tuple[Message, Knowledge]:
        pressed = self._signpost.press(button, before)
        if pressed is None:
            return self._signpost.help(before, _now()), before
        topic, knowledge = pressed
        if topic == topics.DANGER:
            return self._signpost.message(topic, knowledge, _now()), knowledge
        _refuse_if(wait)
        return await self._or_help(self._assistant.ask_topic(topic, knowledge), knowledge), knowledge

    async def _or_help(self, asked: Any, knowledge: Knowledge) -> Message:
        help_card = self._signpost.help(knowledge, _now())
        try:
            answer: Message = await asked
        except Unavailable:
            return help_card
        known = answer.get("topic") in self._signpost.topics
        return {**help_card, **answer} if known else {**help_card, "text": f"{answer['text']}\n\n{help_card['text']}"}

    def _set_by_client(self, knowledge: Knowledge, turn: Turn) -> Knowledge:
        area = turn.area if turn.area in self._areas and knowledge.area is None else knowledge.area
        return Knowledge.from_dict(knowledge.to_dict() | {"area": area, "lang": turn.lang or knowledge.lang})

    def _learn(self, knowledge: Knowledge, message: Message) -> Knowledge:
        topic = self._signpost.topics.get(message["topic"])
        shown = tuple(card["id"] for card in message["cards"])
        return knowledge.answered(topic, shown) if topic else knowledge


def _refuse_if(wait: float) -> None:
    if wait > 0:
        seconds = int(wait) + 1
        raise Refusal(429, f"Please wait {seconds} seconds, then send it again.", {"Retry-After": str(seconds)})


def _now() -> datetime:
    return datetime.now(timezone.utc)
