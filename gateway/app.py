"""The gateway's routes: the wire contract (docs/architecture.md), the page, and the form without JavaScript."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from gateway.assistant import Assistant, Unavailable
from gateway.chat import LONGEST_MESSAGE, Chat, Refusal, Turn
from gateway.security import SecurityHeaders
from gateway.sessions import Sessions
from gateway.settings import Settings
from signpost import cards
from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.routing import EMERGENCY

MOST_BYTES = 64 * 1024
"""Of a request's body. Escaped as JSON, the longest message still fits."""

EXIT_URL = "https://www.bbc.co.uk/weather"
"""Where "Exit now" goes: a page that nobody wonders at."""

_HERE = Path(__file__).resolve().parent
_LOCALHOST = r"https?://(localhost|127\.0\.0\.1)(:\d+)?"
_HEALTH_SECONDS = 5.0
_JSON = ("application/json",)
_JSON_OR_BEACON = ("application/json", "text/plain")


def create_app(settings: Settings) -> Starlette:
    """The application. Loads directory, topics and facts; raises their errors if any is unfit."""
    signpost = Signpost.load()
    assistant = Assistant(settings.assistant_url, settings.assistant_seconds, settings.assistant_at_once)
    chat = Chat(signpost, assistant, Sessions(settings.idle_seconds, settings.longest_seconds))
    gateway = Gateway(signpost, assistant, chat)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await assistant.close()

    return Starlette(
        routes=gateway.routes(),
        lifespan=lifespan,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(
                CORSMiddleware,
                allow_origins=list(settings.origins),
                allow_origin_regex=_LOCALHOST,
                allow_methods=["GET", "POST"],
                allow_headers=["Content-Type"],
                expose_headers=["Retry-After"],
                max_age=600,
            ),
        ],
        exception_handlers={Refusal: gateway.on_refusal, HTTPException: gateway.on_http_error, Exception: gateway.on_error},
    )


class Gateway:
    """The routes, over the chat."""

    def __init__(self, signpost: Signpost, assistant: Assistant, chat: Chat) -> None:
        """Put together from its parts."""
        self._signpost, self._assistant, self._chat = signpost, assistant, chat
        self._templates = Jinja2Templates(_HERE / "templates")
        self._health: tuple[float, bool] = (float("-inf"), False)

    def routes(self) -> list[Any]:
        """All routes."""
        return [
            Route("/", self.page, methods=["GET"]),
            Route("/ask", self.ask, methods=["POST"]),
            Route("/chat", self.chat, methods=["POST"]),
            Route("/chat/forget", self.forget, methods=["POST"]),
            Route("/webhooks/rest/webhook", self.rest_channel, methods=["POST"]),
            Route("/live", self.live, methods=["GET"]),
            Route("/health", self.health, methods=["GET"]),
            Route("/directory.json", self.directory, methods=["GET"]),
            Mount("/static", StaticFiles(directory=_HERE / "static")),
        ]

    async def chat(self, request: Request) -> Response:
        """One turn of a conversation."""
        return JSONResponse(await self._chat.answer(Turn.of(await _json(request, _JSON))))

    async def forget(self, request: Request) -> Response:
        """Forget a conversation at once; also as text/plain, for a page that is being left."""
        body = await _json(request, _JSON_OR_BEACON)
        self._chat.forget(body.get("session") if isinstance(body, dict) else None)
        return JSONResponse({"forgotten": True})

    async def live(self, request: Request) -> Response:
        """The process is up."""
        return JSONResponse({"live": True})

    async def health(self, request: Request) -> Response:
        """Whether a "hello" comes back from the assistant with words and contacts; kept for seconds."""
        checked, well = self._health
        if time.monotonic() - checked > _HEALTH_SECONDS:
            try:
                well = bool((await self._assistant.ask("hello", Knowledge())).get("cards"))
            except Unavailable:
                well = False
            self._health = (time.monotonic(), well)
        return JSONResponse({"gateway": "ok", "assistant": "ok" if well else "unavailable"}, 200 if well else 503)

    async def directory(self, request: Request) -> Response:
        """The contacts of today, so that an embedded page never shows an old number."""
        return JSONResponse(cards.snapshot(self._signpost.directory, _now()))

    async def rest_channel(self, request: Request) -> Response:
        """Rasa's REST channel, for clients that speak it: 200 and never an empty list."""
        try:
            body = await _json(request, _JSON_OR_BEACON)
            words = body.get("message") if isinstance(body, dict) else None
            button = words if isinstance(words, str) and self._signpost.press(words, Knowledge()) else None
            sender = body.get("sender") if isinstance(body, dict) else None
            reply = await self._chat.answer(Turn(sender, None if button else str(words or ""), button, None, None))
            messages = reply["messages"]
        except Refusal as refusal:
            sender, messages = None, [self._chat.help(refusal.heard)]
        return JSONResponse([_as_rest(message, sender) for message in messages])

    async def page(self, request: Request) -> Response:
        """The page with the chat."""
        return self._render(request, None, [])

    async def ask(self, request: Request) -> Response:
        """The same conversation as a plain form, for a browser without JavaScript."""
        form = parse_qs((await _body(request)).decode("utf-8", "replace"), keep_blank_values=True)
        value = {key: values[0] for key, values in form.items()}
        asked = {"session": value.get("session"), "area": value.get("area")}
        asked |= {"button": value["button"]} if "button" in value else {"message": value.get("message", "")}
        try:
            reply = await self._chat.answer(Turn.of(asked))
        except Refusal as refusal:
            return self._render(request, None, [self._chat.help(refusal.heard)], refusal)
        return self._render(request, reply["session"], reply["messages"])

    async def on_refusal(self, request: Request, error: Exception) -> Response:
        """A clear answer with help in it."""
        assert isinstance(error, Refusal)
        return self._refuse(error.status, error.error, error.headers, error.heard)

    async def on_http_error(self, request: Request, error: Exception) -> Response:
        """No such page or method: help there too."""
        assert isinstance(error, HTTPException)
        words = {404: "There is no such page here.", 405: "That way of asking does not work here."}
        return self._refuse(error.status_code, words.get(error.status_code, error.detail), dict(error.headers or {}))

    async def on_error(self, request: Request, error: Exception) -> Response:
        """Our own fault. Nothing of the request is logged, only where it happened."""
        return self._refuse(503, "Something went wrong here. Please try again.", {"Retry-After": "2"})

    def _refuse(self, status: int, error: str, headers: dict[str, str], heard: str = "") -> Response:
        body = {"error": error, "messages": [self._chat.help(heard)]}
        return JSONResponse(body, status, headers)

    def _render(self, request: Request, session: str | None, messages: list[Any], refusal: Refusal | None = None) -> Response:
        context = {
            "session": session,
            "messages": messages,
            "error": refusal.error if refusal else None,
            "help": self._chat.help(),
            "emergency": self._signpost.directory.service(EMERGENCY).channels[0],
            "emergency_id": EMERGENCY,
            "exit_url": EXIT_URL,
            "longest": LONGEST_MESSAGE,
        }
        status = refusal.status if refusal else 200
        return self._templates.TemplateResponse(request, "page.html", context, status, refusal.headers if refusal else None)


async def _body(request: Request) -> bytes:
    """The body, read no further than the limit. Raises Refusal (413) beyond it."""
    read = bytearray()
    try:
        async for chunk in request.stream():
            read += chunk
            if len(read) > MOST_BYTES:
                raise Refusal(413, "That is too long to read at once. Please say it in fewer words.", {"Connection": "close"})
    except ClientDisconnect:
        raise Refusal(400, "The message did not arrive whole. Please send it again.") from None
    return bytes(read)


async def _json(request: Request, types: tuple[str, ...]) -> Any:
    """The body as JSON. Raises Refusal for another content type (415) or what is no JSON (400)."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in types:
        raise Refusal(415, f"Send it as {types[0]}.")
    body = await _body(request)
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Refusal(400, "That is not JSON that can be read (UTF-8).") from None


def _as_rest(message: dict[str, Any], sender: object) -> dict[str, Any]:
    shown: dict[str, Any] = {"recipient_id": sender if isinstance(sender, str) else "guest", "text": message["text"]}
    shown["buttons"] = [{"title": b["title"], "payload": b["id"]} for b in message.get("buttons", [])]
    return shown


def _now() -> datetime:
    return datetime.now(timezone.utc)
