"""Asking Rasa, within a time, and believing nothing that it says without a look."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

import aiohttp

from signpost.answer import Message
from signpost.conversation import Knowledge

_CLOSEST = 500
"""Characters of the beginning and of the end of a long message that Rasa reads: stories have their
point at either end, and the cost grows with the square of the length."""

_KEPT_SECONDS = 4.0
"""A connection is kept for less than the five seconds after which Rasa closes it."""

_FROM_THE_ACTION = ("lang", "topic", "urgency", "cards", "buttons")


class Unavailable(Exception):
    """The help card must answer instead of Rasa. `kind` says why, for counting."""

    def __init__(self, kind: str) -> None:
        """`kind`: "late", "gone" or "nonsense"."""
        super().__init__(kind)
        self.kind = kind


class Assistant:
    """Rasa's REST channel, over loopback."""

    def __init__(self, url: str, seconds: float, at_once: int) -> None:
        """`seconds` is the whole time for an answer, waiting for a free place among `at_once` included."""
        self._seconds = seconds
        self._places = asyncio.Semaphore(at_once)
        self._url, self._at_once = f"{url}/webhooks/rest/webhook", at_once
        self._client: aiohttp.ClientSession | None = None

    async def ask(self, message: str, knowledge: Knowledge) -> Message:
        """The assistant's answer to what somebody typed: its words, and what its action said, unchecked.

        Raises:
            Unavailable: there is no answer that could be shown.
        """
        return await self._send(_shortened(message).lstrip("/ "), knowledge)

    async def ask_topic(self, topic: str, knowledge: Knowledge) -> Message:
        """The answer about a topic that a button chose. Raises Unavailable as `ask`."""
        return await self._send(f"/{topic}", knowledge)

    async def close(self) -> None:
        """Close all connections."""
        if self._client:
            await self._client.close()

    async def _send(self, message: str, knowledge: Knowledge) -> Message:
        # A name of its own for each turn: Rasa cannot join two turns, nor two people.
        body = {"sender": secrets.token_hex(8), "message": message, "metadata": {"knowledge": knowledge.to_dict()}}
        try:
            async with asyncio.timeout(self._seconds), self._places:
                return _merged(await self._post(body))
        except TimeoutError:
            raise Unavailable("late") from None
        except (aiohttp.ClientResponseError, ValueError, RecursionError):
            raise Unavailable("nonsense") from None
        except aiohttp.ClientError:
            raise Unavailable("gone") from None

    async def _post(self, body: dict[str, Any]) -> Any:
        """Once more where a connection broke: Rasa keeps nothing, so a turn may be asked twice."""
        try:
            return await self._post_once(body)
        except (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError):
            return await self._post_once(body)

    async def _post_once(self, body: dict[str, Any]) -> Any:
        if self._client is None:  # made here, since it belongs to the loop that it is made in
            connections = aiohttp.TCPConnector(limit=self._at_once, keepalive_timeout=_KEPT_SECONDS)
            self._client = aiohttp.ClientSession(connector=connections, cookie_jar=aiohttp.DummyCookieJar(), raise_for_status=True)
        async with self._client.post(self._url, json=body, allow_redirects=False) as response:
            return await response.json(content_type=None)  # what it says is checked, not what it calls it


def _shortened(message: str) -> str:
    return message if len(message) <= 2 * _CLOSEST else f"{message[:_CLOSEST]} {message[-_CLOSEST:]}"


def _merged(parts: object) -> Message:
    """Rasa's words and the action's cards as one message. Words alone (the action failed) will do.

    Raises:
        ValueError: there are no words.
    """
    shown = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    text = "\n\n".join(part["text"] for part in shown if isinstance(part.get("text"), str) and part["text"].strip())
    if not text:
        raise ValueError("no words")
    custom: dict[str, Any] = next((part["custom"] for part in shown if isinstance(part.get("custom"), dict)), {})
    return {"text": text, **{key: custom[key] for key in _FROM_THE_ACTION if key in custom}}
